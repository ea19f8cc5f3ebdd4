import { contentSecurityPolicy } from "../../scripts/contentSecurityPolicy.cjs";

const MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

function directives(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );
}

describe("the page's content security policy", () => {
  const policy = directives(contentSecurityPolicy(MICROSOFT));

  it("runs scripts of our own host and Microsoft's client only", () => {
    expect(policy["script-src"]).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(policy["default-src"]).toEqual(["'self'"]);
    expect(policy["object-src"]).toEqual(["'none'"]);
    expect(contentSecurityPolicy(MICROSOFT)).not.toMatch(/unsafe-eval|\*|http:/);
  });

  it("sends nothing anywhere else", () => {
    expect(policy["connect-src"]).toEqual(["'self'"]);
    expect(policy["form-action"]).toEqual(["'none'"]);
    expect(policy["base-uri"]).toEqual(["'self'"]);
  });

  it("leaves framing to Office", () => {
    expect(policy["frame-ancestors"]).toBeUndefined();
  });

  it("follows a council's own mirror of the client", () => {
    const mirrored = directives(contentSecurityPolicy("https://mirror.somewhere.gov.uk/office/office.js"));
    expect(mirrored["script-src"]).toEqual(["'self'", "https://mirror.somewhere.gov.uk"]);
  });
});
