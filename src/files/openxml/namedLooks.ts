/** Cell styles that a file is to have: looks with a name, to which its cells' looks go back by `namedStyle`. */
import type { Look } from "./looks";

export interface NamedLook {
  readonly name: string;
  /** Its place among the file's cellStyleXfs, which is what `namedStyle` says. */
  readonly place: number;
  readonly look: Look;
  /** Which parts a cell takes over. */
  readonly includes: Readonly<
    Record<"Number" | "Font" | "Fill" | "Border" | "Alignment" | "Protection", boolean>
  >;
  /** false = the file has it already, as it is. */
  readonly touched: boolean;
}
