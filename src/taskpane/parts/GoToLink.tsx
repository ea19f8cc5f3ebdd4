import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Clinic } from "../state/useClinic";
import type { Place } from "../ports";

const useStyles = makeStyles({
  link: {
    textAlign: "left",
    maxWidth: "100%",
    overflowWrap: "anywhere",
    fontSize: "inherit",
    lineHeight: "inherit",
    "@media (forced-colors: active)": { color: "LinkText", textDecorationLine: "underline" },
  },
});

interface GoToLinkProps {
  readonly clinic: Clinic;
  readonly place: Place;
  /** What a screen reader says, where the text alone does not tell where it goes. */
  readonly label?: string;
  /** Within a sentence a link is underlined. */
  readonly inline?: boolean;
  readonly children: ReactNode;
}

/** Selects the place in the workbook. */
export function GoToLink({ clinic, place, label, inline = false, children }: GoToLinkProps) {
  const go = () => {
    clinic.workbook.goTo(place).catch(clinic.report);
  };
  return (
    <Link as="button" inline={inline} className={useStyles().link} aria-label={label} onClick={go}>
      {children}
    </Link>
  );
}

/** A sheet's name, which goes to its first cell. */
export function SheetLink({ clinic, sheet }: { readonly clinic: Clinic; readonly sheet: string }) {
  return (
    <GoToLink
      inline
      clinic={clinic}
      place={{ kind: "cell", sheet, cell: "A1" }}
      label={`Go to sheet ${sheet}`}
    >
      {sheet}
    </GoToLink>
  );
}
