import type { AnyNode, CallExpression, Expression, Pattern } from "acorn";
import type { Script } from "./parse-script.ts";
import { walk } from "./walk.ts";

/** What the scripts say of each name. */
export interface Names {
  /** The only value that a name ever gets, or why there is none. */
  readonly valueOf: (name: string) => Expression | Mystery;
  /** What is written into the object of that name afterwards, as `config.name = …`, in order. */
  readonly additionsTo: (name: string) => readonly Addition[];
}

/** A name whose value only a run of the page would tell, or a function, which is known by its name. */
export interface Mystery {
  readonly why: string;
  readonly isFunction?: true;
}

export interface Addition {
  /** The keys below the name. */
  readonly path: readonly string[];
  readonly value: Expression;
  /** Why it may not happen, or happen with another value; absent where it surely does. */
  readonly doubt?: string;
}

/** Looks through all scripts of a page, which share their names. */
export const collectNames = (scripts: readonly Script[]): Names => {
  const values = new Map<string, (Expression | Mystery)[]>();
  const additions = new Map<string, Addition[]>();
  const add = <Item>(to: Map<string, Item[]>, name: string, item: Item): void =>
    void to.set(name, [...(to.get(name) ?? []), item]);

  for (const { tree } of scripts) {
    for (const [node, above] of walk(tree)) {
      if (node.type === "VariableDeclarator" && node.id.type === "Identifier") {
        const isLoop = above.at(-2)?.type.startsWith("For") === true;
        if (isLoop) add(values, node.id.name, { why: "is changed by a loop" });
        else if (node.init) add(values, node.id.name, withoutDefault(node.init, node.id.name));
      }
      if (isFunction(node)) {
        for (const name of node.params.flatMap(namesIn)) {
          add(values, name, {
            why: "is a parameter of a function, so it has a value only when the page runs",
          });
        }
        if ("id" in node && node.id) add(values, node.id.name, { why: "is a function", isFunction: true });
      }
      if (node.type === "UpdateExpression" && node.argument.type === "Identifier") {
        add(values, node.argument.name, { why: "is counted up or down" });
      }
      if (node.type !== "AssignmentExpression") continue;
      const chain = toChain(node.left);
      if (!chain) continue;
      const [name, ...path] = chain;
      if (path.length > 0) {
        const doubt = findDoubt(above);
        add(additions, name, { path, value: node.right, ...(doubt !== undefined && { doubt }) });
      } else if (node.operator === "=") add(values, name, withoutDefault(node.right, name));
      else add(values, name, { why: "is changed by the script" });
    }
  }

  return {
    valueOf: (name) => {
      const all = values.get(name) ?? [];
      const [first, second] = all;
      if (first === undefined) return { why: "is not set in what was pasted" };
      if (second === undefined) return first;
      return all.find(isMystery) ?? { why: "has more than one value in what was pasted" };
    },
    additionsTo: (name) => additions.get(name) ?? [],
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

const isMystery = (value: Expression | Mystery): value is Mystery => "why" in value;

const globals: readonly string[] = ["window", "self", "globalThis", "top"];

const keyOf = (property: AnyNode, isComputed: boolean): string | undefined => {
  if (!isComputed && property.type === "Identifier") return property.name;
  return property.type === "Literal" ? String(property.value) : undefined;
};

const isFunction = (node: AnyNode) =>
  node.type === "FunctionDeclaration" ||
  node.type === "FunctionExpression" ||
  node.type === "ArrowFunctionExpression";

// A function that also starts a calendar is the page's own start, and runs with it.
const findDoubt = (above: readonly AnyNode[]): string | undefined => {
  if (above.some(isConditional)) return "is only set under a condition";
  const inner = above.filter(isFunction).at(-1);
  const isStart = inner && [...walk(inner)].some(([node]) => node.type === "CallExpression" && isInit(node));
  return inner && !isStart ? "is set by a function that may run later, or never" : undefined;
};

const isInit = ({ callee }: CallExpression): boolean =>
  callee.type === "MemberExpression" && keyOf(callee.property, callee.computed) === "init";

const isConditional = (node: AnyNode): boolean =>
  /^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement|TryStatement|(?:For|While|DoWhile).*)$/.test(
    node.type,
  );

/** The value that `x = x || {}` sets where the name has none yet. */
export const withoutDefault = (value: Expression, name: string): Expression =>
  value.type === "LogicalExpression" && toChain(value.left)?.join(".") === name ? value.right : value;

const namesIn = (pattern: Pattern): readonly string[] =>
  [...walk(pattern)].flatMap(([node]) => (node.type === "Identifier" ? [node.name] : []));
