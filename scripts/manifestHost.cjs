// Puts a web host into the manifest and the functions' help addresses. A release is refused a host that no other
// machine could load from.

/** The host of the manifest in the repository: `.example` can belong to nobody (RFC 2606). */
const PLACEHOLDER_HOST = "https://clinic.council.example";
const DEVELOPMENT_HOST = "https://localhost:3000";

/**
 * The address to serve a release from, without a slash at its end: https, with a path if the council's server has one.
 * Throws a plain sentence when it is not https, is this machine, or is still the placeholder.
 * @param {string} host
 */
function releaseHost(host) {
  const address = readAddress(host);
  if (address.protocol !== "https:") throw new Error("The web host must begin with https://.");
  if (isThisMachine(address.hostname)) {
    throw new Error("A release cannot point at this machine: give the council's web host.");
  }
  if (/(^|\.)example$/.test(address.hostname)) {
    throw new Error("The web host is still the placeholder: give the council's own.");
  }
  if (address.search || address.hash || address.username)
    throw new Error("The web host must be a plain address.");
  return `${address.origin}${address.pathname.replace(/\/+$/, "")}`;
}

/**
 * The manifest with every address moved to `host`. An AppDomain is an origin: Excel would never match a path in it.
 * @param {string} manifest
 * @param {string} host
 */
function manifestFor(manifest, host) {
  return manifest
    .replaceAll(`<AppDomain>${PLACEHOLDER_HOST}<`, `<AppDomain>${new URL(host).origin}<`)
    .replaceAll(PLACEHOLDER_HOST, host);
}

function readAddress(host) {
  try {
    return new URL(host);
  } catch {
    throw new Error("The web host must be an address such as https://clinic.mycouncil.gov.uk.");
  }
}

function isThisMachine(name) {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i.test(name);
}

module.exports = { PLACEHOLDER_HOST, DEVELOPMENT_HOST, releaseHost, manifestFor };
