import type { CallExpression, Expression, NewExpression } from "acorn";
import { toChain } from "./names.ts";

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
