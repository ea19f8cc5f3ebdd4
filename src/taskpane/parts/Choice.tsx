import { Select, makeStyles, type SelectProps } from "@fluentui/react-components";

const useStyles = makeStyles({
  // A list of choices is as wide as its longest word unless it is told otherwise: at 175 pixels that is too wide.
  choice: { minWidth: 0, maxWidth: "100%", "& > select": { minWidth: 0, width: "100%" } },
});

/** A drop-down that gives way in a narrow pane. */
export function Choice(props: Omit<SelectProps, "size" | "className">) {
  return <Select size="small" className={useStyles().choice} {...props} />;
}

/** Choices that are called what they stand for. */
export function Options({ of: words }: { readonly of: readonly string[] }) {
  return words.map((word) => (
    <option key={word} value={word}>
      {word}
    </option>
  ));
}
