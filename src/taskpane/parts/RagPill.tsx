import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Rag } from "../../clinic/measures/terms";
import { RAG_WORDS } from "../wording/figures";

/** The pack's own RAG cells (SPEC §5): pale fill, dark text of 4.5:1 or better; the same in both themes. */
const useStyles = makeStyles({
  pill: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    padding: "0 8px 0 6px",
    borderRadius: "10px",
    border: "1px solid transparent",
    fontSize: "12px",
    lineHeight: "18px",
    fontWeight: 600,
    whiteSpace: "nowrap",
  },
  green: { backgroundColor: "#D5EDDB", color: "#0B4F2A" },
  amber: { backgroundColor: "#FFE8B3", color: "#5C3D00" },
  red: { backgroundColor: "#F8D7DA", color: "#7A0012" },
  shape: { width: "10px", height: "10px", flexShrink: 0 },
});

/** The word, a colour, and a shape for each: circle, triangle, square. */
export function RagPill({ rag }: { readonly rag: Rag }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.pill, styles[rag])}>
      <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true" fill="currentColor">
        {rag === "green" && <circle cx="5" cy="5" r="4.5" />}
        {rag === "amber" && <path d="M5 0.5 9.8 9.5H0.2z" />}
        {rag === "red" && <rect x="0.8" y="0.8" width="8.4" height="8.4" />}
      </svg>
      {RAG_WORDS[rag]}
    </span>
  );
}
