import { useEffect, useState } from "react";
import { shadeOf, type OfficeThemeSource, type Shade } from "./officeTheme";

/** The shade to show now; follows Office and, where Office does not say, the system. */
export function useShade(office: OfficeThemeSource): Shade {
  const [shade, setShade] = useState<Shade>(() => currentShade(office));
  useEffect(() => {
    const follow = () => setShade(currentShade(office));
    const system = systemPrefersDark();
    office.onChange(follow);
    system?.addEventListener("change", follow);
    return () => system?.removeEventListener("change", follow);
  }, [office]);
  return shade;
}

function currentShade(office: OfficeThemeSource): Shade {
  return shadeOf(office.background(), systemPrefersDark()?.matches ?? false);
}

function systemPrefersDark(): MediaQueryList | null {
  return typeof window.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : null;
}
