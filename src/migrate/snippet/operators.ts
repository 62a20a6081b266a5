import type {
  AnyNode,
  BinaryExpression,
  CallExpression,
  Expression,
  NewExpression,
  UnaryExpression,
} from "acorn";
import { type AnyFunction, type Names, toChain } from "./names.ts";

/** What an expression is worth without running it; `known: false` where only a run would tell. */
export type Value = { readonly known: true; readonly value: unknown } | { readonly known: false };

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

/** The objects that `Object.assign(…)` or jQuery's `$.extend(…)` puts together; undefined for any other call. */
export const mergedArguments = (
  node: CallExpression | NewExpression,
): { readonly parts: readonly Expression[]; readonly isDeep: boolean } | undefined => {
  if (node.type === "NewExpression" || node.callee.type === "Super") return undefined;
  const name = toChain(node.callee)?.join(".");
  if (name !== "Object.assign" && name !== "$.extend" && name !== "jQuery.extend") return undefined;
  const parts = node.arguments.filter((argument) => argument.type !== "SpreadElement");
  if (parts.length < node.arguments.length) return undefined;
  const [first, ...others] = parts;
  const isDeep = name !== "Object.assign" && first?.type === "Literal" && first.value === true;
  return { parts: isDeep ? others : parts, isDeep };
};

/** The CSS selector of the element that `$("#a")`, `querySelector` or `getElementById` looks up; undefined for other calls. */
export const findSelector = (node: CallExpression | NewExpression): string | undefined => {
  const [only, ...others] = node.arguments;
  if (node.type === "NewExpression" || others.length > 0 || node.callee.type === "Super") return undefined;
  if (only?.type !== "Literal" || typeof only.value !== "string") return undefined;
  const name = toChain(node.callee)?.join(".") ?? "";
  if (name === "document.getElementById")
    return /^[A-Za-z_][\w-]*$/.test(only.value) ? `#${only.value}` : undefined;
  const isLookUp = ["$", "jQuery", "document.querySelector"].includes(name);
  return isLookUp && !only.value.trim().startsWith("<") ? only.value : undefined;
};

/** What a call of a function that only returns something gives; undefined for all other calls. */
export const returnedBy = (node: CallExpression | NewExpression, names: Names): Expression | undefined => {
  if (node.type === "NewExpression" || node.arguments.length > 0 || node.callee.type === "Super")
    return undefined;
  const called = functionOf(node.callee, names);
  if (!called || called.async || called.generator || called.params.length > 0) return undefined;
  if (called.body.type !== "BlockStatement") return called.body;
  const [only, ...others] = called.body.body;
  return only?.type === "ReturnStatement" && others.length === 0 ? (only.argument ?? undefined) : undefined;
};

const functionOf = (callee: AnyNode, names: Names): AnyFunction | undefined => {
  if (callee.type === "ParenthesizedExpression") return functionOf(callee.expression, names);
  if (callee.type === "FunctionExpression" || callee.type === "ArrowFunctionExpression") return callee;
  if (callee.type !== "Identifier") return undefined;
  const found = names.valueOf(callee.name);
  if ("why" in found) return typeof found.function === "object" ? found.function : undefined;
  return found.type === "FunctionExpression" || found.type === "ArrowFunctionExpression" ? found : undefined;
};

const foldUnary = (node: UnaryExpression, read: (inner: Expression) => Value): Value | undefined => {
  if (node.operator === "void" && node.argument.type === "Literal") return { known: true, value: undefined };
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
