import type { Definition } from "../report";
import type { ClinicSettings } from "../settings/settings";
import { settingsOf } from "./monthFigures";
import type { MonthFigures } from "./monthFigures";

/** Each indicator's rule in words with its current settings, in pack order. */
export function definitions(settings: ClinicSettings, { figures }: MonthFigures): readonly Definition[] {
  return settings.catalogue.entries.map((entry) => {
    const own = settingsOf(settings, entry);
    return {
      id: entry.id,
      indicator: entry.wording,
      rule: entry.rule(own),
      settings: own,
      unavailable: figures.get(entry.id)?.unavailable ?? null,
    };
  });
}
