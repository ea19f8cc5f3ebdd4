declare module "*/contentSecurityPolicy.cjs" {
  export function contentSecurityPolicy(officeJs: string): string;
}
declare module "*/functionsMetadata.cjs" {
  export function completeMetadata(json: string, host: string): string;
}
declare module "*/helpPages.cjs" {
  export function helpFiles(markdown: string): Record<string, string>;
  export function readGuide(markdown: string): {
    readonly introduction: string;
    readonly functions: readonly { readonly name: string; readonly markdown: string }[];
  };
}
declare module "*/manifestHost.cjs" {
  export const PLACEHOLDER_HOST: string;
  export const DEVELOPMENT_HOST: string;
  export function releaseHost(host: string): string;
  export function manifestFor(manifest: string, host: string): string;
}
declare module "*/markdown.cjs" {
  export function markdownToHtml(markdown: string): string;
  export function escapeHtml(text: string): string;
}
declare module "*/webpack.config.js" {
  export default function configure(
    env: object,
    options: { readonly mode: string },
  ): Promise<{
    readonly entry: Readonly<Record<string, unknown>>;
    readonly output: { readonly filename: string; readonly chunkFilename: string };
  }>;
}
