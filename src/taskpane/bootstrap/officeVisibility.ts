import type { VisibilityMode } from "../state/paneView";

/** Office's own word on whether the pane is shown, once Office is ready, in hosts that give one. */
export const officeVisibility: VisibilityMode = (hear) => {
  void Office.onReady()
    .then(({ host }) =>
      host === Office.HostType.Excel
        ? Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
            hear(visibilityMode === Office.VisibilityMode.hidden ? "hidden" : "seen"),
          )
        : undefined,
    )
    .catch(() => undefined); // then the pane's size and its use tell
};
