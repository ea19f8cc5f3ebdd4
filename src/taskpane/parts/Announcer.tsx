import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** The pane's one polite live region: progress, what was saved, results. Problems are alerts of their own. */
export function Announcer({ text }: { readonly text: string }) {
  return (
    <div role="status" aria-live="polite" className={useStyles().unseen}>
      {text}
    </div>
  );
}
