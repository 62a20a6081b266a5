import type { AnyNode, Expression, ObjectExpression, Property } from "acorn";
import { findSelector } from "./find-selector.ts";
import { foldOperator } from "./fold-operator.ts";
import { mergedArguments } from "./merged-arguments.ts";
import { type Names, toChain } from "./names.ts";
import { define, isObject, mergeInto, writeAt } from "./objects.ts";
import type { Remark } from "./snippet.ts";

export interface Reader {
  /** The value of an expression without running it; `unknown` where there is none, with a remark that says why. */
  readonly read: (node: Expression, path?: string) => Value;
  /** Writes into a value what the scripts set later, as `config.name = …`. */
  readonly applyAdditions: (value: unknown, name: string, path?: string) => void;
  readonly functions: ReadonlyMap<unknown, string>;
}

export type Value = { readonly known: true; readonly value: unknown } | { readonly known: false };

export interface ReaderOptions {
  readonly text: string;
  readonly names: Names;
  readonly remark: (remark: Remark) => void;
}

/** Reads literals, and names, joined texts and merged objects as far as they are made of such. */
export const createReader = ({ text, names, remark }: ReaderOptions): Reader => {
  const functions = new Map<unknown, string>();
  const underWay = new Set<string>();

  const refuse = (node: AnyNode, path: string, reason: string): Value => {
    remark({ offset: node.start, path, code: isSecret(path) ? "" : excerpt(text, node), reason });
    return unknown;
  };

  const read = (node: Expression, path = ""): Value => {
    switch (node.type) {
      case "Literal":
        return node.regex ? refuse(node, path, "A pattern is no value of an option.") : known(node.value);
      case "TemplateLiteral":
        return readTemplate(node, path);
      case "ParenthesizedExpression":
        return read(node.expression, path);
      case "ObjectExpression":
        return readObject(node, path);
      case "ArrayExpression":
        return known(
          node.elements.map((item, index) => {
            if (item === null) return undefined;
            const value =
              item.type === "SpreadElement" ? refuse(item, path, spread) : read(item, `${path}[${index}]`);
            return value.known ? value.value : undefined;
          }),
        );
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return known(standIn(text.slice(node.start, node.end)));
      case "UnaryExpression":
      case "BinaryExpression":
        return foldOperator(node, (inner) => read(inner, path)) ?? refuse(node, path, computed);
      case "Identifier":
      case "MemberExpression":
        return readName(node, path);
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
  };

  const readTemplate: Read<"TemplateLiteral"> = (node, path) => {
    let whole = "";
    for (const [index, quasi] of node.quasis.entries()) {
      whole += quasi.value.cooked ?? "";
      const inner = node.expressions[index];
      if (!inner) continue;
      const value = read(inner, path);
      if (!value.known) return unknown;
      whole += String(value.value);
    }
    return known(whole);
  };

  const readObject = (node: ObjectExpression, path: string): Value => {
    const value: Record<string, unknown> = {};
    for (const property of node.properties) {
      if (property.type === "SpreadElement") {
        const inner = read(property.argument, path);
        if (inner.known) Object.assign(value, inner.value);
        continue;
      }
      const key = property.computed ? read(property.key, path) : known(nameOf(property.key));
      if (!key.known) continue;
      const below = path === "" ? String(key.value) : `${path}.${String(key.value)}`;
      const inner = readProperty(property, below);
      if (inner.known) define(value, String(key.value), inner.value);
    }
    return known(value);
  };

  const readProperty = (property: Property, path: string): Value => {
    if (property.kind !== "init") return refuse(property, path, accessor);
    if (!property.method || property.value.type !== "FunctionExpression") return read(property.value, path);
    const { async: isAsync, generator, start, end } = property.value;
    return known(
      standIn(`${isAsync ? "async " : ""}function${generator ? "*" : ""} ${text.slice(start, end)}`),
    );
  };

  const readName = (node: AnyNode & Expression, path: string): Value => {
    const chain = toChain(node);
    if (!chain) return refuse(node, path, computed);
    const [name, ...keys] = chain;
    if (name === "undefined" && keys.length === 0) return known(undefined);
    const found = names.valueOf(name);
    if ("why" in found && found.isFunction) return known(standIn(text.slice(node.start, node.end)));
    if ("why" in found) return refuse(node, path, `“${name}” ${found.why}.`);
    if (underWay.has(name)) return refuse(node, path, `“${name}” is made of itself.`);
    underWay.add(name);
    const whole = read(found, path);
    underWay.delete(name);
    if (!whole.known) return unknown;
    if (keys.length === 0) applyAdditions(whole.value, name, path);
    const value = keys.reduce<unknown>(
      (inner, key) => (isObject(inner) ? inner[key] : undefined),
      whole.value,
    );
    return value === undefined && keys.length > 0
      ? refuse(node, path, `“${chain.join(".")}” is not set in what was pasted.`)
      : known(value);
  };

  const readCall: Read<"CallExpression" | "NewExpression"> = (node, path) => {
    const merged = mergedArguments(node);
    if (merged) {
      const value: Record<string, unknown> = {};
      for (const argument of merged.parts) {
        const part = read(argument, path);
        if (part.known) mergeInto(value, part.value, merged.isDeep);
      }
      return known(value);
    }
    const selector = findSelector(node);
    return selector === undefined ? refuse(node, path, called) : known(selector);
  };

  const applyAdditions = (value: unknown, name: string, path = ""): void => {
    for (const { path: keys, value: added, doubt } of names.additionsTo(name)) {
      const below = [path, ...keys].filter((part) => part !== "").join(".");
      if (doubt !== undefined) refuse(added, below, `“${[name, ...keys].join(".")}” ${doubt}.`);
      const inner = doubt === undefined ? read(added, below) : unknown;
      if (inner.known) writeAt(value, keys, inner.value);
    }
  };

  const standIn = (source: string): unknown => {
    const empty = (): void => undefined;
    functions.set(empty, source);
    return empty;
  };

  return { read, applyAdditions, functions };
};

type Read<Type extends Expression["type"]> = (
  node: Extract<Expression, { type: Type }>,
  path: string,
) => Value;

const unknown: Value = { known: false };
const known = (value: unknown): Value => ({ known: true, value });

const computed = "It is computed when the page runs.";
const called = "It calls a function, so it has a value only when the page runs.";
const accessor = "A getter or setter has a value only when it runs.";
const spread = "The items of another list are not followed.";

const isSecret = (path: string): boolean => /token|authorization|key$/i.test(path);

const excerpt = (text: string, { start, end }: AnyNode): string => {
  const line = text.slice(start, end).replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const nameOf = (key: Expression): string =>
  key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
