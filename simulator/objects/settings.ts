/** Excel.SettingCollection: what an add-in keeps in the workbook. */
import { HostFault } from "../model/fault";
import type { Setting } from "../model/workbook";
import {
  type Argument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
} from "../host/hostObject";
import type { ObjectContext } from "./context";

interface SettingTarget {
  readonly context: ObjectContext;
  readonly setting: Setting;
}

export const settingsObject = (context: ObjectContext): HostObject => hostObject(SETTINGS, context);

const find = ({ workbook }: ObjectContext, key: Argument | Json): Setting | undefined =>
  workbook.settings.find((setting) => setting.key === textArgument(key));

const SETTINGS: HostClass<ObjectContext> = {
  name: "SettingCollection",
  items: (context) => context.workbook.settings.map((setting) => hostObject(SETTING, { context, setting })),
  item(context, key) {
    const setting = find(context, key);
    if (!setting) throw new HostFault("ItemNotFound");
    return hostObject(SETTING, { context, setting });
  },
  methods: {
    Add(context, key, value) {
      const known = find(context, key);
      const setting = known ?? { key: textArgument(key), value: null };
      setting.value = value ?? null;
      if (!known) context.workbook.settings.push(setting);
      return hostObject(SETTING, { context, setting });
    },
    GetCount: (context) => context.workbook.settings.length,
    GetItemOrNullObject(context, key) {
      const setting = find(context, key);
      return setting ? hostObject(SETTING, { context, setting }) : null;
    },
  },
};

function live({ context, setting }: SettingTarget): Setting {
  if (!context.workbook.settings.includes(setting)) throw new HostFault("ItemNotFound");
  return setting;
}

const SETTING: HostClass<SettingTarget> = {
  name: "Setting",
  identity: ({ setting }) => ({ _Id: setting.key }),
  properties: {
    _Id: { get: (target) => live(target).key },
    Key: { get: (target) => live(target).key },
    Value: {
      get: (target) => live(target).value as Json,
      set(target, value) {
        live(target).value = value;
      },
    },
  },
  methods: {
    Delete(target) {
      const setting = live(target);
      const { workbook } = target.context;
      workbook.settings = workbook.settings.filter((other) => other !== setting);
    },
  },
};
