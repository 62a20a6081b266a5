import { parse, parseExpressionAt, type Expression, type Program } from "acorn";
import type { Remark } from "./snippet.ts";
import type { Piece } from "./split-html.ts";

/** A script as a tree, with offsets of the whole text; or the one expression that was pasted. */
export interface Script {
  readonly tree: Program | Expression;
}

/** Parses a piece of the text: as a script, as a module, or as a bare object of options with or without its braces. */
export const parseScript = (piece: Piece, text: string): Script | Remark => {
  // Blanks before it keep the offsets those of the whole text.
  const code = text.slice(0, piece.start).replace(/[^\n\r]/g, " ") + text.slice(piece.start, piece.end);
  const body = code.slice(piece.start);
  const first = piece.start + Math.max(0, body.search(/\S/));
  if (code[first] === "{") {
    const bare = attempt(() => parseExpressionAt(code, first, options));
    if (bare && isAtEnd(code, bare.end)) return { tree: bare };
  }
  const script = attempt(() => parse(code, { ...options, sourceType: "script" }));
  const only = script?.body.length === 1 ? script.body[0] : undefined;
  if (only?.type === "ExpressionStatement" && only.expression.type === "ObjectExpression") {
    return { tree: only.expression };
  }
  if (script && !isLabelled(script)) return { tree: script };
  const module = attempt(() => parse(code, { ...options, sourceType: "module" }));
  if (module && !isLabelled(module)) return { tree: module };
  if (/^[\w$"']+\s*:/.test(body.trim())) {
    // The brace takes the place of a blank, or the text moves by one.
    const wrapped = first > 0 ? `${code.slice(0, first - 1)}{${code.slice(first)}` : `{${code}`;
    const moved = first > 0 ? 0 : 1;
    const inner = attempt(() =>
      parseExpressionAt(`${wrapped.replace(/[,;\s]+$/, "")}}`, first - 1 + moved, options),
    );
    if (inner) return { tree: shift(inner, moved) };
  }
  if (script) return { tree: script };
  return explain(code, first);
};

const options = { ecmaVersion: "latest", allowReturnOutsideFunction: true, allowHashBang: true } as const;

// `name: 'x', …` without braces may also be a script with a label.
const isLabelled = ({ body: [only, ...others] }: Program): boolean =>
  others.length === 0 && only?.type === "LabeledStatement";

const isAtEnd = (code: string, offset: number): boolean => /^[\s;)]*$/.test(code.slice(offset));

const attempt = <Tree>(run: () => Tree): Tree | undefined => {
  try {
    return run();
  } catch {
    // The next way to read it may fit; if none does, `explain` says why.
    return undefined;
  }
};

const explain = (code: string, first: number): Remark => {
  try {
    parse(code, { ...options, sourceType: "script" });
    return { offset: first, path: "", code: "", reason: "This is no script." };
  } catch (error) {
    const offset = error instanceof SyntaxError && "pos" in error ? Number(error.pos) : first;
    const words = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, "") : "";
    const reason = `Browsers cannot read this script (${words}), so nothing of it was read.`;
    return {
      offset,
      path: "",
      code:
        code
          .slice(offset, offset + 40)
          .split("\n")[0]
          ?.trim() ?? "",
      reason,
    };
  }
};

const shift = (tree: Expression, by: number): Expression => {
  if (by === 0) return tree;
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (
      "start" in value &&
      "end" in value &&
      typeof value.start === "number" &&
      typeof value.end === "number"
    ) {
      value.start = Math.max(0, value.start - by);
      value.end -= by;
    }
    Object.values(value).forEach(visit);
  };
  visit(tree);
  return tree;
};
