// The page's Content-Security-Policy: nothing but the add-in's own host and Microsoft's client.
// No frame-ancestors: Office frames the pane from hosts that Microsoft may change.

/** @param {string} officeJs the address that office.js is loaded from */
function contentSecurityPolicy(officeJs) {
  const client = new URL(officeJs).origin;
  return [
    "default-src 'self'",
    `script-src 'self' ${client}`,
    "style-src 'self' 'unsafe-inline'", // Fluent writes its rules into a style element
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}

module.exports = { contentSecurityPolicy };
