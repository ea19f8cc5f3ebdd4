// What the metadata generator cannot say from JSDoc (custom-functions-metadata 2): that the functions take error
// values, so that one bad cell of a range spoils one result and not the whole spill; and on which host the help is.
const { PLACEHOLDER_HOST } = require("./manifestHost.cjs");

/**
 * @param {string} json functions.json as generated
 * @param {string} host the add-in's own web host
 */
function completeMetadata(json, host) {
  // Without the generator's "allowCustomDataForDataTypeAny": the functions take plain values, not data types.
  const { functions } = JSON.parse(json);
  return JSON.stringify({ functions: functions.map((entry) => complete(entry, host)) }, null, 2);
}

function complete(entry, host) {
  const takesAny = entry.parameters.some((parameter) => parameter.type === "any");
  return {
    ...entry,
    description: onOneLine(entry.description),
    parameters: entry.parameters.map((parameter) => ({
      ...parameter,
      description: onOneLine(parameter.description),
    })),
    ...(entry.helpUrl ? { helpUrl: entry.helpUrl.replace(PLACEHOLDER_HOST, host) } : {}),
    ...(takesAny ? { options: { ...entry.options, allowErrorForDataTypeAny: true } } : {}),
  };
}

/** A comment's line ends are not the dialog's. */
function onOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

module.exports = { completeMetadata };
