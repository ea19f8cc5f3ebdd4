/**
 * Which members of Office's API a program uses, and the requirement set of each, from the comments of
 * @types/office-js: whichever way a member is reached, called, read, written, taken apart, loaded or given as an option.
 */
import ts from "typescript";

/** ExcelApi 1.14: "ExcelApi" and 14, the number behind the point. */
export interface RequirementSet {
  readonly name: string;
  readonly minor: number;
}

export interface OfficeUse {
  readonly member: string;
  readonly set: RequirementSet;
  readonly at: ts.Node;
}

/** What a `load` asks for could not be read: a member may hide there. */
export const UNREADABLE_LOAD: RequirementSet = { name: "a load that this test cannot read", minor: 0 };

export function officeUses(checker: ts.TypeChecker, file: ts.SourceFile): OfficeUse[] {
  const uses: OfficeUse[] = [];
  const add = (member: string, declaration: ts.Declaration | undefined, at: ts.Node): void => {
    const set = setOf(declaration, ts.isCallExpression(at.parent) ? at.parent.arguments.length : 0);
    if (set) uses.push({ member, set, at });
  };
  const property = (type: ts.Type | undefined, name: string): ts.Declaration | undefined =>
    (type && checker.getNonNullableType(type).getProperty(name))?.declarations?.[0];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const name = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
      const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
      const called = isCalled ? checker.getResolvedSignature(node.parent)?.declaration : undefined;
      add(memberText(name), called ?? checker.getSymbolAtLocation(name)?.declarations?.[0], node);
    } else if (ts.isBindingElement(node)) {
      const name = memberText(node.propertyName ?? node.name);
      add(name, property(checker.getTypeAtLocation(node.parent), name), node);
    } else if (
      ts.isObjectLiteralElementLike(node) &&
      node.name &&
      ts.isObjectLiteralExpression(node.parent)
    ) {
      // An option of a call, or what `set` sets.
      const name = memberText(node.name);
      add(name, property(checker.getContextualType(node.parent), name), node);
    } else if (ts.isStringLiteralLike(node)) {
      const member = enumMember(checker.getContextualType(node), node.text);
      if (member) add(node.text, member, node);
    }
    if (ts.isCallExpression(node)) for (const use of loadedIn(checker, node)) uses.push(use);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

/** A member's own set, or else that of the class, the interface or the enumeration that it is of; null for all else. */
function setOf(declaration: ts.Node | undefined, argumentsGiven = 0): RequirementSet | null {
  if (!declaration?.getSourceFile().fileName.includes("@types/office-js")) return null;
  const parameters = ts.isMethodDeclaration(declaration) ? declaration.parameters : [];
  const own = setIn(
    commentOf(declaration),
    parameters.slice(argumentsGiven).map(({ name }) => name.getText()),
  );
  if (own) return own;
  const { parent } = declaration;
  const isOwner =
    ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent);
  return isOwner ? setOf(parent) : null;
}

/**
 * The latest set that the comment names: "1.2 for options; 1.7 for password" is 1.7. "1.15 for adding `alwaysInsert`
 * parameter" is of calls that give it. A set without a number, such as BETA, is later than all.
 */
function setIn(comment: string, notGiven: readonly string[]): RequirementSet | null {
  const [, name, rest = ""] = /^[\s*]*\[Api set: (\w+)([^\]]*)\]/m.exec(comment) ?? [];
  if (name !== undefined) {
    const clauses = rest
      .split(";")
      .filter((clause) => !notGiven.some((parameter) => clause.includes(`\`${parameter}\` parameter`)));
    const minors = [...clauses.join(";").matchAll(/\b1\.(\d+)/g)].map(([, minor]) => Number(minor));
    return { name, minor: minors.length === 0 ? Infinity : Math.max(...minors) };
  }
  const [, common] = /\*\*Requirement set\*\*:[^|\n]*\| ([^}]+)\}/.exec(comment) ?? [];
  if (common === undefined || common === "Not in a set") return null;
  const [word = "", version = "1.1"] = common.trim().split(" ");
  return { name: word, minor: Number(version.split(".")[1]) };
}

function commentOf(declaration: ts.Node): string {
  const { text } = declaration.getSourceFile();
  const ranges = ts.getLeadingCommentRanges(text, declaration.pos) ?? [];
  return ranges.map(({ pos, end }) => text.slice(pos, end)).at(-1) ?? "";
}

const memberText = (name: ts.Node): string =>
  ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText();

function enumMember(type: ts.Type | undefined, value: string): ts.Declaration | undefined {
  const types = type?.isUnion() ? type.types : type ? [type] : [];
  const found = types.find(
    (each) => each.flags & ts.TypeFlags.EnumLiteral && each.isStringLiteral() && each.value === value,
  );
  return found?.symbol.declarations?.[0];
}

/** load("a,b/c"), load(["a", "b"]), load(NAMES), load(condition ? "a" : namesOf(x)): each name on the way, and its set. */
function loadedIn(checker: ts.TypeChecker, call: ts.CallExpression): OfficeUse[] {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "load") return [];
  if (!checker.getResolvedSignature(call)?.declaration?.getSourceFile().fileName.includes("@types/office-js"))
    return [];
  const [asked] = call.arguments;
  if (!asked || ts.isObjectLiteralExpression(asked)) return []; // an object's members are uses of their own
  const texts = textsOf(checker, asked);
  if (texts === null) return [{ member: "load", set: UNREADABLE_LOAD, at: call }];
  return texts.flatMap(({ text, at }) =>
    text.split(",").flatMap((path) => {
      let type: ts.Type | undefined = checker.getNonNullableType(
        checker.getTypeAtLocation(expression.expression),
      );
      return path.split("/").flatMap((word): OfficeUse[] => {
        const member = word.trim();
        const symbol: ts.Symbol | undefined = type?.getProperty(member);
        const of = symbol && checker.getTypeOfSymbol(symbol);
        type = of && (checker.isArrayType(of) ? checker.getTypeArguments(of as ts.TypeReference)[0] : of);
        const set = setOf(symbol?.declarations?.[0]);
        return set ? [{ member, set, at }] : [];
      });
    }),
  );
}

interface Text {
  readonly text: string;
  readonly at: ts.Node;
}

/** Every text that an expression can be; null where that cannot be told. A name's text stands where the name does. */
function textsOf(checker: ts.TypeChecker, node: ts.Expression, depth = 0): Text[] | null {
  const all = (parts: readonly ts.Expression[]): Text[] | null => {
    const found = parts.map((part) => textsOf(checker, part, depth + 1));
    return found.every((texts) => texts !== null) ? found.flat() : null;
  };
  if (depth > 5) return null;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return all([node.expression]);
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, at: node }];
  if (ts.isArrayLiteralExpression(node)) return all(node.elements);
  if (ts.isConditionalExpression(node)) return all([node.whenTrue, node.whenFalse]);
  if (ts.isTemplateExpression(node)) {
    const inside = all(node.templateSpans.map(({ expression }) => expression));
    const own = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    return inside && [...inside, ...own.map(({ text }) => ({ text, at: node }))];
  }
  const declaration = checker.getSymbolAtLocation(ts.isCallExpression(node) ? node.expression : node)
    ?.declarations?.[0];
  const written = ts.isCallExpression(node) ? returnedBy(declaration) : initializerOf(declaration);
  const texts = written && all(written);
  return texts && texts.map(({ text }) => ({ text, at: node }));
}

function initializerOf(declaration: ts.Declaration | undefined): ts.Expression[] | null {
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return null;
  return declaration.parent.flags & ts.NodeFlags.Const ? [declaration.initializer] : null;
}

function returnedBy(declaration: ts.Declaration | undefined): ts.Expression[] | null {
  if (!declaration || !ts.isFunctionDeclaration(declaration) || !declaration.body) return null;
  const returned: (ts.Expression | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) returned.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(declaration.body);
  return returned.every((each) => each !== undefined) && returned.length > 0 ? returned : null;
}
