/** Excel.DocumentProperties and the custom ones. */
import { HostFault } from "../model/fault";
import type { DocumentProperties } from "../model/workbook";
import {
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
  wholeArgument,
} from "../host/hostObject";
import type { ObjectContext } from "./context";

export const propertiesObject = (context: ObjectContext): HostObject => hostObject(PROPERTIES, context);

type TextKey = Exclude<keyof DocumentProperties, "custom" | "revision">;

const text = (key: TextKey) => ({
  get: ({ workbook }: ObjectContext): Json => workbook.properties[key],
  set: ({ workbook }: ObjectContext, value: Json): void => {
    workbook.properties[key] = textArgument(value);
    workbook.propertiesTouched = true;
  },
});

const PROPERTIES: HostClass<ObjectContext> = {
  name: "DocumentProperties",
  properties: {
    Title: text("title"),
    Subject: text("subject"),
    Author: text("author"),
    Keywords: text("keywords"),
    Comments: text("comments"),
    Category: text("category"),
    Manager: text("manager"),
    Company: text("company"),
    LastAuthor: { get: ({ workbook }) => workbook.properties.lastAuthor },
    CreationDate: { get: ({ workbook }) => workbook.properties.created },
    RevisionNumber: {
      get: ({ workbook }) => workbook.properties.revision,
      set({ workbook }, value) {
        workbook.properties.revision = wholeArgument(value);
        workbook.propertiesTouched = true;
      },
    },
  },
  navigation: { Custom: (context) => hostObject(CUSTOM, context) },
};

interface CustomTarget {
  readonly context: ObjectContext;
  readonly key: string;
}

const keyOf = ({ workbook }: ObjectContext, wanted: string): string | undefined =>
  [...workbook.properties.custom.keys()].find((key) => key.toLowerCase() === wanted.toLowerCase());

const CUSTOM: HostClass<ObjectContext> = {
  name: "CustomPropertyCollection",
  items: (context) =>
    [...context.workbook.properties.custom.keys()].map((key) => hostObject(PROPERTY, { context, key })),
  item(context, wanted) {
    const key = keyOf(context, textArgument(wanted));
    if (key === undefined) throw new HostFault("ItemNotFound");
    return hostObject(PROPERTY, { context, key });
  },
  methods: {
    Add(context, wanted, value) {
      const key = keyOf(context, textArgument(wanted)) ?? textArgument(wanted);
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
        throw new HostFault("InvalidArgument");
      }
      context.workbook.properties.custom.set(key, value);
      context.workbook.propertiesTouched = true;
      return hostObject(PROPERTY, { context, key });
    },
    GetCount: ({ workbook }) => workbook.properties.custom.size,
    GetItemOrNullObject(context, wanted) {
      const key = keyOf(context, textArgument(wanted));
      return key === undefined ? null : hostObject(PROPERTY, { context, key });
    },
    DeleteAll({ workbook }) {
      workbook.properties.custom.clear();
      workbook.propertiesTouched = true;
    },
  },
};

function valueOf({ context, key }: CustomTarget): string | number | boolean {
  const value = context.workbook.properties.custom.get(key);
  if (value === undefined) throw new HostFault("ItemNotFound");
  return value;
}

const PROPERTY: HostClass<CustomTarget> = {
  name: "CustomProperty",
  identity: ({ key }) => ({ Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: valueOf,
      set({ context, key }, value) {
        if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
          throw new HostFault("InvalidArgument");
        }
        context.workbook.properties.custom.set(key, value);
        context.workbook.propertiesTouched = true;
      },
    },
    Type: {
      get(target) {
        const value = valueOf(target);
        return typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String";
      },
    },
  },
  methods: {
    Delete({ context, key }) {
      context.workbook.properties.custom.delete(key);
      context.workbook.propertiesTouched = true;
    },
  },
};
