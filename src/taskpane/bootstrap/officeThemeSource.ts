import type { OfficeThemeSource } from "../theme/officeTheme";

/** Office's own theme once Office is ready; before that, and in hosts that do not say, nothing. */
export function officeThemeSource(): OfficeThemeSource {
  return {
    background: () => (officeIsReady() ? (Office.context.officeTheme?.bodyBackgroundColor ?? null) : null),
    onChange(changed) {
      void Office.onReady().then(() => {
        changed();
        // Hosts that do not know the event refuse it: the theme they opened with then stays.
        Office.context.document?.addHandlerAsync?.(
          Office.EventType.OfficeThemeChanged,
          changed,
          () => undefined,
        );
      });
    },
  };
}

function officeIsReady(): boolean {
  return typeof Office !== "undefined" && Office.context !== undefined && Office.context !== null;
}
