import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    width: "100%",
    padding: "4px 0",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  chevron: { flexShrink: 0, transitionProperty: "transform", transitionDuration: "100ms" },
  open: { transform: "rotate(90deg)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  body: { paddingInlineStart: "22px" },
});

interface DisclosureProps {
  readonly title: string;
  readonly count: string;
  /** Whether the line is a heading of the screen: it stands in its outline then. */
  readonly isHeading?: boolean;
  readonly children: ReactNode;
}

/** A line that opens; what is in it is drawn only then. */
export function Disclosure({ title, count, isHeading = false, children }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const body = useId();
  const line = (
    <button
      type="button"
      className={styles.header}
      aria-expanded={open}
      aria-controls={body}
      onClick={() => setOpen(!open)}
    >
      <ChevronRight16Regular
        aria-hidden="true"
        className={mergeClasses(styles.chevron, open && styles.open)}
      />
      <span className={styles.title}>{title}</span> <span className={styles.count}>{count}</span>
    </button>
  );
  return (
    <>
      {isHeading ? <h3 className={styles.heading}>{line}</h3> : line}
      <div id={body} hidden={!open} className={styles.body}>
        {open && children}
      </div>
    </>
  );
}
