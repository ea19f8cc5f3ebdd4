import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: "12px 12px 20px",
    outlineStyle: "none",
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    // Zoomed to 200 % little height is left: the whole pane scrolls then, and nothing is sticky.
    "@media (max-height: 300px)": { overflowY: "visible" },
  },
  heading: {
    margin: "0 0 2px",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  lead: { margin: "0 0 12px", color: tokens.colorNeutralForeground2 },
  footer: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    padding: "10px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "& > *": { flexGrow: 1 },
  },
});

interface ScreenProps {
  readonly heading: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** The primary action, and beside it at most one other: they stay in view. */
  readonly actions?: ReactNode;
  /** Whether the analyst came here from another step: the heading then takes the focus. */
  readonly takeFocus: boolean;
}

/**
 * Excel on the web moves the focus itself at Tab, along the elements that are tab stops; from one that is none, as
 * this heading, it takes the focus out of the pane. The browser's own order goes on from the heading.
 */
function leaveTabToBrowser(event: KeyboardEvent): void {
  if (event.key === "Tab") event.nativeEvent.stopPropagation();
}

/** One step of the way. Its heading takes the focus when the analyst arrives from another, not when the pane first opens. */
export function Screen({ heading, lead, children, actions, takeFocus }: ScreenProps) {
  const styles = useStyles();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) headingRef.current?.focus();
  }, [takeFocus]);
  return (
    <>
      <main className={styles.scroll} tabIndex={0} aria-labelledby="screen-heading">
        <h2
          id="screen-heading"
          ref={headingRef}
          tabIndex={-1}
          className={styles.heading}
          onKeyDown={leaveTabToBrowser}
        >
          {heading}
        </h2>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      {actions !== undefined && <div className={styles.footer}>{actions}</div>}
    </>
  );
}
