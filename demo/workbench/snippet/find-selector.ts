import type { CallExpression, NewExpression } from "acorn";
import { toChain } from "./names.ts";

/** The CSS selector of the element that `$("#a")`, `querySelector` or `getElementById` looks up; undefined for other calls. */
export const findSelector = (node: CallExpression | NewExpression): string | undefined => {
  const [only, ...others] = node.arguments;
  if (node.type === "NewExpression" || others.length > 0 || node.callee.type === "Super") return undefined;
  if (only?.type !== "Literal" || typeof only.value !== "string") return undefined;
  const name = toChain(node.callee)?.join(".") ?? "";
  if (name === "document.getElementById") return `#${only.value}`;
  return ["$", "jQuery", "document.querySelector"].includes(name) ? only.value : undefined;
};
