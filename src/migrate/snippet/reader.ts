import type { AnyNode, Expression, ObjectExpression, Property, SpreadElement } from "acorn";
import type { Callable } from "../migration.ts";
import { standInFor, type Written, writtenAs } from "../source/code.ts";
import { isSpread } from "../source/found.ts";
import { hasCredential } from "../source/secrets.ts";
import { type Names, toChain } from "./names.ts";
import { define, isObject, mergeInto, writeAt } from "./objects.ts";
import { findSelector, foldOperator, mergedArguments, returnedBy, type Value } from "./operators.ts";
import { findPlaceholders, type Placeholder, touches } from "./placeholders.ts";
import type { Remark, Span } from "./snippet.ts";

export interface Reader {
  /**
   * The value of an expression without running it, with stand-ins for the parts of it that only a run would tell; each
   * of those, and the whole, has a remark that says why.
   */
  readonly read: (node: Expression, path?: string) => Value;
  /** The same as it is when a call is made, which what is written into an object later does not change. */
  readonly readAt: (call: CallMoment, node: Expression) => Value;
  /** Writes into a value what the scripts set until an offset, as `config.name = …`; whether there was anything. */
  readonly applyAdditions: (value: unknown, name: string) => boolean;
}

/** When a call is made: it surely comes before what stands below it, or perhaps. */
export interface CallMoment {
  readonly offset: number;
  readonly isInFunction: boolean;
}

export interface ReaderOptions {
  readonly text: string;
  readonly names: Names;
  readonly placeholders: readonly Placeholder[];
  readonly remark: (remark: Remark) => void;
}

/** Reads literals, and names, joined texts and merged objects as far as they are made of such. */
export const createReader = ({ text, names, placeholders, remark }: ReaderOptions): Reader => {
  const underWay = new Set<unknown>();
  let moment: CallMoment | undefined;

  const refuse = (node: Span, path: string, reason: string): Value => {
    const source = text.slice(node.start, node.end);
    // Whatever it is, it has no place in the new lines, so that nothing is missing without it.
    if (accountPath.test(path)) return unknown;
    const isSecret = secretPath.test(path) || hasCredential(source);
    remark({ offset: node.start, path, code: isSecret ? "" : excerpt(source), reason });
    return unknown;
  };

  const standIn = (node: Span, kind: Written["kind"]): Callable =>
    standInFor({ source: text.slice(node.start, node.end), kind });

  const orStandIn = (value: Value, node: Span): unknown =>
    value.known ? value.value : standIn(node, "expression");

  const read = (node: Expression, path = ""): Value => {
    switch (node.type) {
      case "Literal":
        if (node.regex) return refuse(node, path, "A pattern is no value of an option.");
        return typeof node.value === "string" && holdsPlaceholder(node) ? asWritten(node) : known(node.value);
      case "TemplateLiteral":
        return holdsPlaceholder(node) ? asWritten(node) : readTemplate(node, path);
      case "ParenthesizedExpression":
        return read(node.expression, path);
      case "ObjectExpression":
        return readObject(node, path);
      case "ArrayExpression":
        return known(
          isMadeByServer(node, node.elements)
            ? orStandIn(refuse(node, path, byServer), node)
            : node.elements.map((item, index) =>
                item === null ? undefined : readItem(item, `${path}[${index}]`),
              ),
        );
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return known(standIn(node, "function"));
      case "UnaryExpression":
      case "BinaryExpression":
        return foldOperator(node, (inner) => read(inner, path)) ?? refuse(node, path, computed);
      case "Identifier":
      case "MemberExpression":
        return touches(placeholders, node) ? asWritten(node) : readName(node, path);
      case "CallExpression":
      case "NewExpression":
        return readCall(node, path);
      case "ConditionalExpression":
      case "LogicalExpression":
        return refuse(node, path, "It depends on a condition that only the running page decides.");
      case "ThisExpression":
      case "UpdateExpression":
      case "AssignmentExpression":
      case "SequenceExpression":
      case "YieldExpression":
      case "TaggedTemplateExpression":
      case "ClassExpression":
      case "MetaProperty":
      case "AwaitExpression":
      case "ChainExpression":
      case "ImportExpression":
        return refuse(node, path, computed);
    }
    return readTyped(node, path);
  };

  // `x as T`, `x!` and the like, which acorn's own types do not know.
  const readTyped = (node: object & Span, path: string): Value => {
    const isType = "type" in node && String(node.type).startsWith("TS") && "expression" in node;
    return isType ? read(node.expression as Expression, path) : refuse(node, path, computed);
  };

  const asWritten = (node: Span): Value => known(standIn(node, "expression"));

  const holdsPlaceholder = ({ start, end }: Span): boolean =>
    touches(placeholders, { start, end }) || findPlaceholders(text.slice(start, end)).length > 0;

  // Placeholders between the parts of an object decide over those parts.
  const isMadeByServer = (node: Span, parts: readonly (Span | null)[]): boolean =>
    placeholders.some(
      (one) =>
        one.start >= node.start &&
        one.end <= node.end &&
        !parts.some((part) => part !== null && part.start <= one.start && one.end <= part.end),
    );

  const readItem = (item: Expression | SpreadElement, path: string): unknown => {
    if (item.type !== "SpreadElement") return orStandIn(read(item, path), item);
    refuse(item, path.replace(/\[\d+\]$/, ""), "The items of another list are not followed.");
    return standIn(item, "expression");
  };

  const readTemplate: Read<"TemplateLiteral"> = (node, path) => {
    let whole = "";
    for (const [index, quasi] of node.quasis.entries()) {
      whole += quasi.value.cooked ?? "";
      const inner = node.expressions[index];
      if (!inner) continue;
      const value = read(inner, path);
      if (!value.known || hasCode(value.value)) return unknown;
      whole += String(value.value);
    }
    return known(whole);
  };

  const readObject = (node: ObjectExpression, path: string): Value => {
    const hasOddKey = node.properties.some(
      (one) => one.type === "Property" && touches(placeholders, one.key),
    );
    if (hasOddKey || isMadeByServer(node, node.properties)) return refuse(node, path, byServer);
    const value: Record<string, unknown> = {};
    for (const property of node.properties) {
      if (property.type === "SpreadElement") {
        addOptions(value, { node: property.argument, isDeep: false }, path);
        continue;
      }
      const key = property.computed ? read(property.key, path) : known(nameOf(property.key));
      if (!key.known || hasCode(key.value))
        return refuse(node, path, "Its names are computed when the page runs.");
      const below = path === "" ? String(key.value) : `${path}.${String(key.value)}`;
      define(value, String(key.value), readProperty(property, below));
    }
    return known(value);
  };

  // Options of another object, known or not; what stood there before may be theirs then.
  const addOptions = (
    value: Record<string, unknown>,
    { node, isDeep }: { readonly node: Expression; readonly isDeep: boolean },
    path: string,
  ): void => {
    const inner = read(node, path);
    const isKnown = inner.known && addsByName(inner.value);
    const isWhole = isKnown && !(isObject(inner.value) && Object.keys(inner.value).some(isSpread));
    if (!isWhole) {
      for (const [key, present] of Object.entries(value))
        if (!isSpread(key)) define(value, key, doubtful(present));
    }
    if (isKnown) mergeInto(value, inner.value, isDeep);
    else define(value, `...${node.start}`, standIn(node, "spread"));
  };

  const doubtful = (value: unknown): Callable => {
    const written =
      typeof value === "function" ? writtenAs(value as Callable)?.source : JSON.stringify(value);
    return standInFor({ source: written ?? "…", kind: "doubt" });
  };

  const readProperty = (property: Property, path: string): unknown => {
    if (property.kind !== "init") {
      refuse(property, path, "A getter or setter has a value only when it runs.");
      return standIn(property, "doubt");
    }
    if (!property.method || property.value.type !== "FunctionExpression")
      return orStandIn(read(property.value, path), property.value);
    const { async: isAsync, generator, start, end } = property.value;
    const source = `${isAsync ? "async " : ""}function${generator ? "*" : ""} ${text.slice(start, end)}`;
    return standInFor({ source, kind: "function" });
  };

  const readName = (node: AnyNode & Expression, path: string): Value => {
    const chain = toChain(node);
    if (!chain) return refuse(node, path, computed);
    const [name, ...keys] = chain;
    if (name === "undefined" && keys.length === 0) return known(undefined);
    const found = names.valueOf(name);
    if ("why" in found && found.function && keys.length === 0) return known(standIn(node, "function"));
    if ("why" in found) return refuse(node, path, `“${name}” ${found.why}.`);
    const whole = once(name, () => {
      const value = read(found, path);
      if (value.known) applyAdditions(value.value, name);
      return value;
    });
    if (!whole) return refuse(node, path, `“${name}” is made of itself.`);
    if (!whole.known) return unknown;
    const value = keys.reduce<unknown>(
      (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
      whole.value,
    );
    return value === undefined && keys.length > 0
      ? refuse(node, path, `“${chain.join(".")}” is not set in what was read.`)
      : known(value);
  };

  const once = <Result>(key: unknown, run: () => Result): Result | undefined => {
    if (underWay.has(key)) return undefined;
    underWay.add(key);
    const result = run();
    underWay.delete(key);
    return result;
  };

  const readCall: Read<"CallExpression" | "NewExpression"> = (node, path) => {
    const merged = mergedArguments(node);
    if (merged) {
      const value: Record<string, unknown> = {};
      for (const node of merged.parts) addOptions(value, { node, isDeep: merged.isDeep }, path);
      return known(value);
    }
    const returned = returnedBy(node, names);
    const value = returned && once(returned, () => read(returned, path));
    if (value) return value;
    const selector = path === "targetEl" ? findSelector(node) : undefined;
    return selector === undefined ? refuse(node, path, called) : known(selector);
  };

  const applyAdditions = (value: unknown, name: string): boolean => {
    const additions = names
      .additionsTo(name)
      .filter(({ offset }) => !moment || moment.isInFunction || offset < moment.offset);
    for (const { offset, path: keys, value: added, doubt } of additions) {
      const isLater = moment !== undefined && offset > moment.offset;
      const why = doubt ?? (isLater ? "may be set too late" : undefined);
      const below = keys.join(".");
      if (why !== undefined) refuse(added, below, `“${[name, ...keys].join(".")}” ${why}.`);
      const inner = why === undefined ? orStandIn(read(added, below), added) : standIn(added, "doubt");
      writeAt(value, keys, inner);
    }
    return additions.length > 0;
  };

  const readAt = (call: CallMoment, node: Expression): Value => {
    moment = call;
    const value = read(node);
    moment = undefined;
    return value;
  };

  return { read, readAt, applyAdditions };
};

type Read<Type extends Expression["type"]> = (
  node: Extract<Expression, { type: Type }>,
  path: string,
) => Value;

const unknown: Value = { known: false };
const known = (value: unknown): Value => ({ known: true, value });

const computed = "It is computed when the page runs.";
const called = "It calls a function, so it has a value only when the page runs.";
const byServer = "The server decides what stands here, by conditions or loops of its template.";

// A stand-in is a value of an option, but nothing that others can be made of.
const hasCode = (value: unknown): boolean => typeof value === "function";

// A text and a list would be added letter by letter and by index.
const addsByName = (value: unknown): boolean =>
  isObject(value) || value === null || !["string", "object", "function"].includes(typeof value);

const accountPath = /^(?:app|apiToken|timekitConfig\.(?:app|headers\.Authorization))$/;
const secretPath = /token|authorization|password|secret|key$/i;

const excerpt = (source: string): string => {
  const line = source.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const nameOf = (key: Expression): string =>
  key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
