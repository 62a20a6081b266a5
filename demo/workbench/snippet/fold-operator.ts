import type { BinaryExpression, Expression, UnaryExpression } from "acorn";
import type { Value } from "./reader.ts";

/** Minified values, as `!0` and `void 0`, numbers with a sign, and texts and numbers that are joined; undefined for the rest. */
export const foldOperator = (
  node: UnaryExpression | BinaryExpression,
  read: (inner: Expression) => Value,
): Value | undefined => {
  if (node.type === "UnaryExpression") return foldUnary(node, read);
  if (node.operator !== "+" || node.left.type === "PrivateIdentifier") return undefined;
  const [left, right] = [read(node.left), read(node.right)];
  if (!left.known || !right.known) return { known: false };
  return isJoinable(left.value) && isJoinable(right.value)
    ? { known: true, value: join(left.value, right.value) }
    : undefined;
};

const foldUnary = (node: UnaryExpression, read: (inner: Expression) => Value): Value | undefined => {
  if (node.operator === "void") return { known: true, value: undefined };
  if (node.argument.type !== "Literal" && node.argument.type !== "UnaryExpression") return undefined;
  const inner = read(node.argument);
  if (!inner.known) return inner;
  if (node.operator === "!")
    return { known: true, value: inner.value === false || inner.value === 0 || inner.value === "" };
  if (typeof inner.value !== "number") return undefined;
  if (node.operator === "-") return { known: true, value: -inner.value };
  return node.operator === "+" ? inner : undefined;
};

const isJoinable = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

const join = (left: string | number, right: string | number): string | number =>
  typeof left === "number" && typeof right === "number" ? left + right : `${left}${right}`;
