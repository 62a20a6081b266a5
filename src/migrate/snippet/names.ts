import type { AnyNode, CallExpression, Expression, Pattern } from "acorn";
import type { Script } from "./parse-script.ts";
import { walk } from "./walk.ts";

/** What the scripts say of each name. */
export interface Names {
  /** The only value that a name ever gets, or why there is none. */
  readonly valueOf: (name: string) => Expression | Mystery;
  /** What is written into the object of that name afterwards, as `config.name = …`, in order. */
  readonly additionsTo: (name: string) => readonly Addition[];
  /** How often a name stands anywhere, where it is made included. */
  readonly usesOf: (name: string) => number;
}

/** A name whose value only a run of the page would tell, or a function, which is known by its name. */
export interface Mystery {
  readonly why: string;
  readonly function?: AnyFunction | true;
}

interface Change {
  readonly name: string;
  /** Not a key of the object itself, but something in what it holds. */
  readonly isDeep: boolean;
}

export interface Addition {
  readonly offset: number;
  /** The keys below the name. */
  readonly path: readonly string[];
  readonly value: Expression;
  /** Why it may not happen, or happen with another value; absent where it surely does. */
  readonly doubt?: string;
}

/** A function, in whatever form. */
export type AnyFunction = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

/** Looks through all scripts of a page, which share their names. */
export const collectNames = (scripts: readonly Script[]): Names => {
  const values = new Map<string, (Expression | Mystery)[]>();
  const additions = new Map<string, Addition[]>();
  const uses = new Map<string, number>();
  const changed: Change[] = [];
  /** Everything that is ever assigned to a name, and what is handed to functions, for their parameters. */
  const sources = new Map<string, AnyNode[]>();
  const parameters = new Set<string>();
  const passed: AnyNode[] = [];
  const add = <Item>(to: Map<string, Item[]>, name: string, item: Item): void =>
    void to.set(name, [...(to.get(name) ?? []), item]);
  const addMysteries = (patterns: readonly Pattern[], why: string): void => {
    for (const name of patterns.flatMap(namesIn)) add(values, name, { why });
  };

  const collect = (node: AnyNode, above: readonly AnyNode[]): void => {
    if (node.type === "VariableDeclarator") collectVariable(node.id, node.init, above.at(-2));
    else if (node.type === "AssignmentExpression")
      collectAssignment(node.left, node.right, { above, isPlain: node.operator === "=" });
    else if (node.type === "CallExpression") {
      if (!isInit(node)) passed.push(...node.arguments);
      changedBy(node).forEach(noteChange);
    } else if (node.type === "UnaryExpression" && node.operator === "delete")
      noteChange(toChain(node.argument)?.[0] ?? "");
    else if (node.type === "UpdateExpression" && node.argument.type === "Identifier")
      add(values, node.argument.name, { why: "is counted up or down" });
    else if (node.type === "CatchClause") addMysteries(node.param ? [node.param] : [], parameter);
    else if (/^Import\w*Specifier$/.test(node.type) && "local" in node)
      addMysteries([node.local as Pattern], "comes from another file");
    else if (node.type === "ClassDeclaration") addMysteries(node.id ? [node.id] : [], "is a class");
    else if (isFunction(node)) collectFunction(node);
  };

  const noteChange = (name: string): void => {
    add(values, name, { why: "is changed by the script" });
    changed.push({ name, isDeep: true });
  };

  const collectFunction = (node: AnyFunction): void => {
    addMysteries(node.params, parameter);
    for (const name of node.params.flatMap(namesIn)) parameters.add(name);
    if (node.type !== "ArrowFunctionExpression" && node.id) {
      const own = node.type === "FunctionDeclaration" ? node : true;
      add(values, node.id.name, { why: "is a function", function: own });
    }
  };

  const collectVariable = (id: Pattern, init: Expression | null | undefined, statement?: AnyNode): void => {
    if (id.type !== "Identifier") return addMysteries([id], "is taken out of another value");
    if (statement?.type.startsWith("For")) add(values, id.name, { why: "is changed by a loop" });
    else if (init) add(values, id.name, withoutDefault(init, id.name));
    if (init) add(sources, id.name, init);
  };

  const collectAssignment = (
    left: Pattern,
    right: Expression,
    { above, isPlain }: { readonly above: readonly AnyNode[]; readonly isPlain: boolean },
  ): void => {
    const chain = toChain(left);
    if (!chain)
      return addMysteries(left.type.endsWith("Pattern") ? [left] : [], "is taken out of another value");
    const [name, ...path] = chain;
    const doubt = findDoubt(above);
    if (path.length === 0) add(sources, name, right);
    if (path.length > 0) {
      add(additions, name, {
        offset: right.start,
        path,
        value: right,
        ...(doubt !== undefined && { doubt }),
      });
    } else if (!isPlain) add(values, name, { why: "is changed by the script" });
    else if (doubt === undefined) add(values, name, withoutDefault(right, name));
    else add(values, name, { why: doubt });
  };

  for (const { tree } of scripts) {
    for (const [node, above] of walk(tree)) {
      if (node.type === "Identifier") uses.set(node.name, (uses.get(node.name) ?? 0) + 1);
      collect(node, above);
    }
  }

  // An object that is changed under one name is changed under all of its names.
  const changes = [
    ...changed,
    ...[...additions].flatMap(([name, list]) => list.map(({ path }) => ({ name, isDeep: path.length > 1 }))),
  ];
  const seen = new Set<string>();
  for (const { name, isDeep } of changes) {
    const key = `${name} ${isDeep}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const own = [...(sources.get(name) ?? []), ...(parameters.has(name) ? passed : [])];
    const all = isDeep ? [...own, ...(additions.get(name) ?? []).map(({ value }) => value)] : own;
    for (const alias of all.flatMap((value) => aliasesIn(value, isDeep))) {
      if (alias === name) continue;
      add(values, alias, { why: "is changed under another name" });
      changes.push({ name: alias, isDeep });
    }
  }

  return {
    valueOf: (name) => {
      const all = values.get(name) ?? [];
      const [first, second] = all;
      if (first === undefined) return { why: "is not set in what was read" };
      if (second === undefined) return first;
      return (
        all.filter(isMystery).find((one) => !one.function) ?? {
          why: "has more than one value in what was read",
        }
      );
    },
    additionsTo: (name) => additions.get(name) ?? [],
    usesOf: (name) => uses.get(name) ?? 0,
  };
};

/** `window.a.b` and `a["b"]` as names, without the window; undefined for anything else. */
export const toChain = (node: AnyNode): readonly [string, ...string[]] | undefined => {
  if (node.type === "Identifier") return [node.name];
  if (node.type !== "MemberExpression" || node.object.type === "Super") return undefined;
  const key = keyOf(node.property, node.computed);
  if (key === undefined) return undefined;
  const chain = toChain(node.object);
  if (node.object.type === "Identifier" && globals.includes(node.object.name)) return [key];
  return chain && [...chain, key];
};

/** The value that `x = x || {}` sets where the name has none yet. */
export const withoutDefault = (value: Expression, name: string): Expression =>
  value.type === "LogicalExpression" && toChain(value.left)?.join(".") === name ? value.right : value;

const isMystery = (value: Expression | Mystery): value is Mystery => "why" in value;

const globals: readonly string[] = ["window", "self", "globalThis", "top"];
const parameter = "is a parameter of a function, so it has a value only when the page runs";

const keyOf = (property: AnyNode, isComputed: boolean): string | undefined => {
  if (!isComputed && property.type === "Identifier") return property.name;
  return property.type === "Literal" ? String(property.value) : undefined;
};

const isFunction = (node: AnyNode): node is AnyFunction =>
  node.type === "FunctionDeclaration" ||
  node.type === "FunctionExpression" ||
  node.type === "ArrowFunctionExpression";

// Lists that grow, and objects that another one is copied into.
const changedBy = ({ callee, arguments: [first, second] }: CallExpression): readonly string[] => {
  const chain = callee.type === "Super" ? undefined : toChain(callee);
  if (!chain) return [];
  const name = chain.join(".");
  if (/^(?:Object\.assign|(?:\$|jQuery|_)\.(?:extend|merge|defaults))$/.test(name)) {
    const target = first?.type === "Literal" ? second : first;
    return target && target.type !== "ObjectExpression" ? namesIn(target) : [];
  }
  const isChange = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill)$/.test(chain.at(-1) ?? "");
  return isChange && chain.length > 1 ? chain.slice(0, 1) : [];
};

// The names of which a value may be the very object, or, if it is deep, may hold it.
const aliasesIn = (value: AnyNode, isDeep: boolean): readonly string[] => {
  const isMade = /^(?:Object|Array|New|Function|ArrowFunction|Class)Expression$|Literal$/.test(value.type);
  const isMerged = value.type === "CallExpression" && toChain(value.callee)?.at(-1) === "extend";
  return isDeep || !(isMade || isMerged) ? namesIn(value) : [];
};

// A function that also starts a calendar is the page's own start, and runs with it.
const findDoubt = (above: readonly AnyNode[]): string | undefined => {
  if (above.some(isConditional)) return "is only set under a condition";
  const inner = above.filter(isFunction).at(-1);
  const isStart = inner && [...walk(inner)].some(([node]) => node.type === "CallExpression" && isInit(node));
  return inner && !isStart && !isCalledAtOnce(inner, above)
    ? "is set by a function that may run later, or never"
    : undefined;
};

// `(function () { … })()`, also with `call` and the like around it.
const isCalledAtOnce = (inner: AnyNode, above: readonly AnyNode[]): boolean => {
  const parent = above[above.indexOf(inner) - 1];
  return parent?.type === "CallExpression" && parent.callee === inner;
};

const isInit = ({ callee }: CallExpression): boolean =>
  callee.type === "MemberExpression" && keyOf(callee.property, callee.computed) === "init";

const isConditional = (node: AnyNode): boolean =>
  /^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement|TryStatement|(?:For|While|DoWhile).*)$/.test(
    node.type,
  );

const namesIn = (pattern: AnyNode): readonly string[] =>
  [...walk(pattern)].flatMap(([node]) => (node.type === "Identifier" ? [node.name] : []));
