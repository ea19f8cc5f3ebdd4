/** docProps: what a file says of itself, and what a screen reader or a search reads first. */
import { element, textNode, type XmlNode } from "./xml";
import { OFFICE_RELATIONSHIPS, type Package, type Relationship, setContentType, writePart } from "./package";

export interface FileProperties {
  readonly title: string;
  readonly subject: string;
  /** The council; "" = not told. */
  readonly council: string;
  /** Words shown under "Comments": who the file is for and what is left out. */
  readonly description: string;
  /** "Microsoft Excel" or "Microsoft Office PowerPoint": the program that reads it. */
  readonly application: string;
}

/** The language of every file of ours. */
const LANGUAGE = "en-GB";

const CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";
const APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/** Adds both parts; gives the package's relationships to them, for its `_rels/.rels`. */
export function addProperties(target: Package, properties: FileProperties): readonly Relationship[] {
  writePart(target, "docProps/core.xml", core(properties));
  writePart(target, "docProps/app.xml", app(properties));
  setContentType(target, "docProps/core.xml", CORE_TYPE);
  setContentType(target, "docProps/app.xml", APP_TYPE);
  return [
    { id: "rId2", type: "core-properties", target: "docProps/core.xml", external: false },
    { id: "rId3", type: "extended-properties", target: "docProps/app.xml", external: false },
  ];
}

const given = (name: string, text: string): XmlNode | null =>
  text === "" ? null : element(name, {}, [textNode(text)]);

function core({ title, subject, council, description }: FileProperties): XmlNode {
  return element(
    "cp:coreProperties",
    {
      "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    [
      given("dc:title", title),
      given("dc:subject", subject),
      given("dc:creator", council),
      given("dc:description", description),
      given("dc:language", LANGUAGE),
    ],
  );
}

function app({ council, application }: FileProperties): XmlNode {
  const vt = `${OFFICE_RELATIONSHIPS.replace("relationships", "docPropsVTypes")}`;
  const main = OFFICE_RELATIONSHIPS.replace("relationships", "extended-properties");
  return element("Properties", { xmlns: main, "xmlns:vt": vt }, [
    given("Application", application),
    given("Company", council),
  ]);
}
