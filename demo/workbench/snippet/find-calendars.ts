import type { AnyNode, CallExpression, Expression } from "acorn";
import { type Names, toChain, withoutDefault } from "./names.ts";
import { isObject } from "./objects.ts";
import type { Script } from "./parse-script.ts";
import type { Reader } from "./reader.ts";
import type { CalendarKind } from "./snippet.ts";
import { walk } from "./walk.ts";

/** A calendar at an offset of the whole text. */
export interface Candidate {
  readonly offset: number;
  readonly kind: CalendarKind;
  readonly config: unknown;
  readonly resourceId?: string;
}

interface Readings {
  readonly reader: Reader;
  readonly names: Names;
}

/** The calendars that the scripts start. */
export const findCalendars = (
  scripts: readonly Script[],
  { reader, names }: Readings,
): readonly Candidate[] => {
  const bare = scripts.flatMap(({ tree }) => (tree.type === "Program" ? [] : [tree]));
  if (bare.length > 0) return bare.flatMap((node) => candidate(node, "configuration", reader));

  const found: Candidate[] = [];
  for (const { tree } of scripts) {
    const starts = [...walk(tree)].flatMap(([node]) => findStart(node, names));
    for (const { kind, value, name } of starts) {
      const [one] = candidate(value, kind, reader);
      if (!one) continue;
      if (name !== undefined) reader.applyAdditions(one.config, name);
      // An empty object that nothing is written into sets nothing up.
      if (kind !== "autoload" || (isObject(one.config) && Object.keys(one.config).length > 0))
        found.push(one);
    }
  }
  // A page may hand the same object to v1 that stands in the global.
  const isShared = (one: Candidate): boolean =>
    one.kind === "autoload" &&
    found.some(
      (other) => other.kind === "init" && JSON.stringify(other.config) === JSON.stringify(one.config),
    );
  return found.filter((one) => !isShared(one));
};

interface Start {
  readonly kind: CalendarKind;
  readonly value: Expression;
  /** The global that is set, into which more may be written. */
  readonly name?: string;
}

const globalName = "timekitBookingConfig";

const findStart = (node: AnyNode, names: Names): readonly Start[] => {
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.id.name === globalName) {
    return node.init ? [toAutoload(node.init)] : [];
  }
  if (node.type === "AssignmentExpression" && toChain(node.left)?.join(".") === globalName) {
    return [toAutoload(node.right)];
  }
  if (node.type !== "CallExpression") return [];
  const [value] = node.arguments;
  if (!value || value.type === "SpreadElement" || !isInit(node, names)) return [];
  return isEmptyValue(value) ? [] : [{ kind: "init", value }];
};

const toAutoload = (value: Expression): Start => ({
  kind: "autoload",
  value: withoutDefault(value, globalName),
  name: globalName,
});

// Any `init` with an argument that looks like v1's: the instance may stand in a variable, a property or a call.
const isInit = ({ callee, arguments: [argument] }: CallExpression, names: Names): boolean => {
  if (callee.type !== "MemberExpression" || callee.computed) return false;
  if (callee.property.type !== "Identifier" || callee.property.name !== "init") return false;
  return (
    isOfBooking(callee.object, names) || (argument?.type === "ObjectExpression" && looksLikeV1(argument))
  );
};

const isOfBooking = (node: AnyNode, names: Names): boolean => {
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    return node.callee.type !== "Super" && toChain(node.callee)?.at(-1) === "TimekitBooking";
  }
  const chain = toChain(node) ?? [];
  const value = chain.length === 1 ? names.valueOf(chain[0] ?? "") : undefined;
  const isMade = value !== undefined && "type" in value && /^(?:New|Call)Expression$/.test(value.type);
  return (isMade && isOfBooking(value, names)) || /widget|timekit|booking|calendar/i.test(chain.at(-1) ?? "");
};

const v1Names: readonly string[] = [
  "apiToken",
  "widgetId",
  "widgetSlug",
  "timekitConfig",
  "timekitFindTime",
  "timekitFindTimeTeam",
  "timekitCreateBooking",
  "bookingFields",
  "bookingGraph",
  "targetEl",
];

const looksLikeV1 = (node: Extract<Expression, { type: "ObjectExpression" }>): boolean =>
  node.properties.some(
    (property) =>
      property.type === "Property" &&
      property.key.type === "Identifier" &&
      v1Names.includes(property.key.name),
  );

const isEmptyValue = (node: Expression): boolean => node.type === "Identifier" && node.name === "undefined";

const candidate = (node: Expression, kind: CalendarKind, reader: Reader): readonly Candidate[] => {
  const value = reader.read(node);
  return value.known ? [{ offset: node.start, kind, config: value.value }] : [];
};
