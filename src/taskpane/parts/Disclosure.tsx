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
  body: { paddingInlineStart: "22px" },
});

interface DisclosureProps {
  readonly title: string;
  readonly count: string;
  readonly children: ReactNode;
}

/** A line that opens; what is in it is drawn only then. */
export function Disclosure({ title, count, children }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const body = useId();
  return (
    <>
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
      <div id={body} hidden={!open} className={styles.body}>
        {open && children}
      </div>
    </>
  );
}
