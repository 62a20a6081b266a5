import type { Callable } from "../migration.ts";
import { writtenAs } from "../source/code.ts";

/** A function's source as the value of a property: a method in short form becomes a function, which is the same. */
export const writeFunction = (value: Callable): string => {
  const written = writtenAs(value);
  if (written) return written.source;
  const source = Function.prototype.toString.call(value);
  if (/\{\s*\[native code\]\s*\}$/.test(source)) return unreadable;
  if (isExpression.test(source)) return source;
  const [head, asynchronous = "", star = "", name = ""] = shortMethod.exec(source) ?? [];
  if (head === undefined) return unreadable;
  return `${asynchronous}function${star} ${name}(${source.slice(head.length)}`;
};

/** `function`, `class`, or an arrow after one name or a list of parameters. */
const isExpression = /^(async\b\s*)?(function\b|class\b|\(|[\w$]+\s*=>)/;
const shortMethod = /^(async\s+)?(\*)?\s*([A-Za-z_$][\w$]*)\s*\(/;

/** A bound function, say: its source is not to be had. */
const unreadable = "function () { /* Write this function anew: its source cannot be read here. */ }";
