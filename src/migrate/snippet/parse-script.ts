import { tsPlugin } from "@sveltejs/acorn-typescript";
import { type Expression, type Options, parse, parseExpressionAt, Parser, type Program } from "acorn";
import { findPlaceholders, type Placeholder, replacePlaceholders } from "./placeholders.ts";
import { mentionsCalendar, type Remark, type Span } from "./snippet.ts";
import type { Piece } from "./split-html.ts";

/** A script as a tree, with offsets of the whole text; or the one expression that was pasted. */
export interface Script {
  readonly tree: Program | Expression;
  readonly piece: Piece;
  /** What a template language puts in, where it is no script without that. */
  readonly placeholders: readonly Placeholder[];
}

/**
 * Parses a piece of the text: as a script, as a module, as TypeScript and JSX, with the placeholders of a template
 * language, or as a bare object of options with or without its braces.
 */
export const parseScript = (piece: Piece, text: string): Script | Remark => {
  // Blanks before it keep the offsets those of the whole text.
  const code = text.slice(0, piece.start).replace(/[^\n\r]/g, " ") + text.slice(piece.start, piece.end);
  const plain = (piece.isTyped === true ? undefined : parsePlain(code, piece.start)) ?? parseTyped(code);
  if (plain) return { tree: plain, piece, placeholders: [] };
  const placeholders = findPlaceholders(code);
  const filled = placeholders.length > 0 ? parseFilled(code, piece.start, placeholders) : undefined;
  return filled ? { tree: filled, piece, placeholders } : explain(code, piece.start);
};

const options = { ecmaVersion: "latest", allowReturnOutsideFunction: true, allowHashBang: true } as const;

const parsePlain = (code: string, start: number): Program | Expression | undefined => {
  const body = code.slice(start);
  const first = start + Math.max(0, body.search(/\S/));
  if (code[first] === "{") {
    const bare = attempt(() => parseExpressionAt(code, first, options));
    if (bare && isAtEnd(code, bare.end)) return bare;
  }
  const script = attempt(() => parse(code, { ...options, sourceType: "script" }));
  const only = script?.body.length === 1 ? script.body[0] : undefined;
  if (only?.type === "ExpressionStatement" && only.expression.type === "ObjectExpression")
    return only.expression;
  if (script && !isLabelled(script)) return script;
  const module = attempt(() => parse(code, { ...options, sourceType: "module" }));
  if (module && !isLabelled(module)) return module;
  return parseWithoutBraces(code, first) ?? script;
};

const parseWithoutBraces = (code: string, first: number): Expression | undefined => {
  if (!/^[\w$"']+\s*:/.test(code.slice(first).trim())) return undefined;
  // The brace takes the place of a blank, or the text moves by one.
  const moved = first > 0 ? 0 : 1;
  const wrapped = moved === 0 ? `${code.slice(0, first - 1)}{${code.slice(first)}` : `{${code}`;
  const inner = attempt(() =>
    parseExpressionAt(`${wrapped.replace(/[,;\s]+$/, "")}}`, first - 1 + moved, options),
  );
  return inner && shift(inner, moved);
};

// In JSX `<T>x` is an element, so it is tried last.
const parseTyped = (code: string): Program | undefined =>
  attempt(() => typed.parse(code, typedOptions)) ??
  attempt(() => typedWithElements.parse(code, typedOptions));

const typed = Parser.extend(tsPlugin());
const typedWithElements = Parser.extend(tsPlugin({ jsx: true }));
const typedOptions: Options = { ...options, sourceType: "module", locations: true };

// A placeholder is taken for a name, and for nothing where no name can stand.
const parseFilled = (
  code: string,
  start: number,
  placeholders: readonly Placeholder[],
): Program | Expression | undefined => {
  const blank = new Set<Span>(placeholders.filter(({ isControl }) => isControl));
  for (let tries = 0; tries <= Math.min(placeholders.length, longestSearch); tries += 1) {
    const filled = replacePlaceholders(code, placeholders, (one) => (blank.has(one) ? "blank" : "name"));
    const tree = parsePlain(filled, start);
    if (tree) return tree;
    const at = errorOffset(filled);
    const culprit = placeholders.filter((one) => !blank.has(one) && one.start <= at).at(-1);
    if (!culprit) return undefined;
    blank.add(culprit);
  }
  return undefined;
};

const longestSearch = 40;

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

const errorOffset = (code: string): number => {
  try {
    parse(code, { ...options, sourceType: "module" });
  } catch (error) {
    if (error instanceof SyntaxError && "pos" in error) return Number(error.pos);
  }
  return 0;
};

const explain = (code: string, start: number): Remark => {
  const first = start + Math.max(0, code.slice(start).search(/\S/));
  try {
    parse(code, { ...options, sourceType: "script" });
    return { offset: first, path: "", code: "", reason: "This is no script." };
  } catch (error) {
    const offset = error instanceof SyntaxError && "pos" in error ? Number(error.pos) : first;
    const words = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, "") : "";
    // What stands there may be a credential as well as anything else.
    const [line = ""] = code.slice(offset, offset + 40).split("\n");
    return {
      offset,
      path: "",
      code: /\w{16}/.test(line) ? "" : line.trim(),
      reason: `Browsers cannot read this script (${words}), so nothing of it was read.`,
      ...(!mentionsCalendar(code) && { isDead: true }),
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
