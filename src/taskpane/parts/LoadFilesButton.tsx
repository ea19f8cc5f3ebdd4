import { Button } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { useRef } from "react";
import { useLoadingOfPane } from "../state/useLoading";

interface LoadFilesButtonProps {
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** In place of its usual words, as a small button of a line. */
  readonly offer?: string;
}

/** Opens the choice of files: as many at once as there are. */
export function LoadFilesButton({ primary = false, disabled = false, offer }: LoadFilesButtonProps) {
  const { choose } = useLoadingOfPane();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size={offer === undefined ? "medium" : "small"}
        appearance={primary ? "primary" : "secondary"}
        icon={offer === undefined ? <FolderOpenRegular /> : undefined}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {offer ?? "Load this month’s files"}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xlsm,.csv"
        hidden
        aria-label="Files to load"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])].map((file) => ({
            name: file.name,
            bytes: async () => new Uint8Array(await file.arrayBuffer()),
          }));
          // The same files may be chosen again.
          target.value = "";
          void choose(files);
        }}
      />
    </>
  );
}
