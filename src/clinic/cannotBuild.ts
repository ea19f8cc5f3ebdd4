/** No figure can be made from this input. The message is a plain sentence for the analyst and quotes no child's row. */
export class CannotBuild extends Error {
  override readonly name = "CannotBuild";
}
