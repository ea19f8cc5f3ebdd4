/** Puts a web host into the manifest. A release is refused a host that no other machine could load from. */

/** The host of the manifest in the repository: `.example` can belong to nobody (RFC 2606). */
export const PLACEHOLDER_HOST = "https://clinic.council.example";
export const DEVELOPMENT_HOST = "https://localhost:3000";

/** The manifest with every address moved to `host`, for development on this machine. */
export function manifestFor(manifest: string, host: string): string {
  return manifest.replaceAll(PLACEHOLDER_HOST, host);
}

/**
 * The manifest for a release on `host` (https, with a path if the council's server has one).
 * Throws a plain sentence when the host is not https, is this machine, or is still the placeholder.
 */
export function releaseManifest(manifest: string, host: string): string {
  const address = readAddress(host);
  if (address.protocol !== "https:") throw new Error("The web host must begin with https://.");
  if (isThisMachine(address.hostname))
    throw new Error("A release cannot point at this machine: give the council's web host.");
  if (/(^|\.)example$/.test(address.hostname))
    throw new Error("The web host is still the placeholder: give the council's own.");
  if (address.search || address.hash || address.username)
    throw new Error("The web host must be a plain address.");
  return manifestFor(manifest, `${address.origin}${address.pathname.replace(/\/+$/, "")}`).replace(
    // Excel takes an AppDomain as an origin: a path in it would never match.
    /<AppDomain>[^<]*<\/AppDomain>/,
    `<AppDomain>${address.origin}</AppDomain>`,
  );
}

function readAddress(host: string): URL {
  try {
    return new URL(host);
  } catch {
    throw new Error("The web host must be an address such as https://clinic.mycouncil.gov.uk.");
  }
}

function isThisMachine(name: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i.test(name);
}
