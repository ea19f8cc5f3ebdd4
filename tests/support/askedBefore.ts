/**
 * Which requirement sets a piece of code can rely on, because isSetSupported was asked and said yes on the only way to it:
 * in the branch of a condition, behind a return or a throw, or through a value that is null without the set.
 */
import ts from "typescript";
import type { RequirementSet } from "./officeUses";

/** What is known where a condition holds, and where it does not. */
interface Known {
  readonly yes: readonly RequirementSet[];
  readonly no: readonly RequirementSet[];
}

const NOTHING: Known = { yes: [], no: [] };

export function setsAskedBefore(checker: ts.TypeChecker, use: ts.Node): RequirementSet[] {
  const known: RequirementSet[] = [...byOptionalChain(checker, use)];
  for (let node = use; node.parent; node = node.parent) {
    const { parent } = node;
    const isOf = (condition: ts.Expression): Known => knownBy(checker, condition);
    if (ts.isConditionalExpression(parent)) {
      if (node === parent.whenTrue) known.push(...isOf(parent.condition).yes);
      if (node === parent.whenFalse) known.push(...isOf(parent.condition).no);
    } else if (ts.isIfStatement(parent)) {
      if (node === parent.thenStatement) known.push(...isOf(parent.expression).yes);
      if (node === parent.elseStatement) known.push(...isOf(parent.expression).no);
    } else if (ts.isBinaryExpression(parent) && node === parent.right) {
      if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
        known.push(...isOf(parent.left).yes);
      if (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) known.push(...isOf(parent.left).no);
    } else if (ts.isBlock(parent)) {
      for (const earlier of parent.statements) {
        if (earlier === node) break;
        if (ts.isIfStatement(earlier) && !earlier.elseStatement && leaves(earlier.thenStatement))
          known.push(...isOf(earlier.expression).no);
      }
    }
  }
  return known;
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(leaves);
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement);
}

/** queries?.items: reached only where `queries` is there, which is null without the set. */
function byOptionalChain(checker: ts.TypeChecker, use: ts.Node): readonly RequirementSet[] {
  let chain: ts.Node = use;
  // What stands in the arguments of an optional call is not reached without it.
  for (let node = use; node.parent; node = node.parent) {
    if (ts.isCallExpression(node.parent) && node.parent.arguments.some((each) => each === node)) {
      if (ts.isOptionalChain(node.parent)) chain = node.parent;
      break;
    }
    if (ts.isStatement(node)) break;
  }
  for (let node = chain; ;) {
    if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) {
      if (!ts.isOptionalChain(node)) return [];
      if (node.questionDotToken) return knownBy(checker, node.expression).yes;
      node = node.expression;
    } else return [];
  }
}

function knownBy(checker: ts.TypeChecker, condition: ts.Expression, depth = 0): Known {
  if (depth > 5) return NOTHING;
  const known = (part: ts.Expression): Known => knownBy(checker, part, depth + 1);
  if (ts.isParenthesizedExpression(condition)) return known(condition.expression);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
    const { yes, no } = known(condition.operand);
    return { yes: no, no: yes };
  }
  if (ts.isBinaryExpression(condition)) {
    const [left, right] = [known(condition.left), known(condition.right)];
    const { kind } = condition.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return { yes: [...left.yes, ...right.yes], no: [] };
    if (kind === ts.SyntaxKind.BarBarToken) return { yes: [], no: [...left.no, ...right.no] };
    return NOTHING;
  }
  // A value that is there only where the set is.
  if (ts.isConditionalExpression(condition)) {
    return condition.whenFalse.kind === ts.SyntaxKind.NullKeyword
      ? { yes: known(condition.condition).yes, no: [] }
      : NOTHING;
  }
  if (ts.isCallExpression(condition)) {
    const asked = setAskedFor(condition);
    if (asked) return { yes: [asked], no: [] };
    const answer = onlyAnswer(checker.getSymbolAtLocation(condition.expression)?.declarations?.[0]);
    return answer ? known(answer) : NOTHING;
  }
  const declaration = checker.getSymbolAtLocation(condition)?.declarations?.[0];
  const isConst =
    declaration && ts.isVariableDeclaration(declaration) && declaration.parent.flags & ts.NodeFlags.Const;
  return isConst && declaration.initializer ? known(declaration.initializer) : NOTHING;
}

/** isSetSupported("ExcelApi", "1.14") */
export function setAskedFor(call: ts.CallExpression): RequirementSet | null {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "isSetSupported") return null;
  const [name, version] = call.arguments;
  if (!name || !version || !ts.isStringLiteral(name) || !ts.isStringLiteral(version)) return null;
  return { name: name.text, minor: Number(version.text.split(".")[1]) };
}

/** What a function of one statement returns. */
function onlyAnswer(declaration: ts.Declaration | undefined): ts.Expression | null {
  if (!declaration || !ts.isFunctionDeclaration(declaration)) return null;
  const [only, ...others] = declaration.body?.statements ?? [];
  if (!only || others.length > 0 || !ts.isReturnStatement(only)) return null;
  return only.expression ?? null;
}
