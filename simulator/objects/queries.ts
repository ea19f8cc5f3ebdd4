/** Excel.QueryCollection: the Power Query queries of a file, to be read only. */
import { readPart } from "../../src/files/openxml/package";
import { children } from "../../src/files/openxml/xml";
import { type HostClass, type HostObject, hostObject } from "../host/hostObject";
import type { ObjectContext } from "./context";

interface QueryTarget {
  readonly name: string;
  readonly loadedTo: "ConnectionOnly" | "Table";
}

export const queriesObject = (context: ObjectContext): HostObject => hostObject(QUERIES, context);

/** Excel names the connection of a query "Query - " and its name; a queryTable part says that it fills a table. */
function queriesOf({ workbook: { source } }: ObjectContext): readonly QueryTarget[] {
  const connections = source && readPart(source, "xl/connections.xml");
  if (!source || !connections) return [];
  const filled = new Set(
    [...source.parts.keys()]
      .filter((part) => /^xl\/queryTables\/[^/]+\.xml$/.test(part))
      .map((part) => readPart(source, part)?.attributes["connectionId"]),
  );
  return children(connections, "connection").flatMap(({ attributes }): QueryTarget[] => {
    const name = /^Query - (.+)$/.exec(attributes["name"] ?? "")?.[1];
    return name === undefined
      ? []
      : [{ name, loadedTo: filled.has(attributes["id"]) ? "Table" : "ConnectionOnly" }];
  });
}

const QUERY: HostClass<QueryTarget> = {
  name: "Query",
  properties: {
    Name: { get: ({ name }) => name },
    LoadedTo: { get: ({ loadedTo }) => loadedTo },
    Error: { get: () => "None" },
  },
};

const QUERIES: HostClass<ObjectContext> = {
  name: "QueryCollection",
  items: (context) => queriesOf(context).map((query) => hostObject(QUERY, query)),
  methods: { GetCount: (context) => queriesOf(context).length },
};
