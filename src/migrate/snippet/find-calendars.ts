import type { AnyNode, CallExpression, Expression } from "acorn";
import { type Names, toChain, withoutDefault } from "./names.ts";
import { isObject } from "./objects.ts";
import type { Script } from "./parse-script.ts";
import type { Reader } from "./reader.ts";
import { type CalendarKind, type Place, type Remark, remarkAt, type Span } from "./snippet.ts";
import { walk } from "./walk.ts";

/** A calendar at an offset of the whole text. */
export interface Candidate {
  readonly offset: number;
  readonly kind: CalendarKind;
  readonly config: unknown;
  readonly resourceId?: string;
  readonly place?: Place;
}

interface Readings {
  readonly reader: Reader;
  readonly names: Names;
  readonly remark: (remark: Remark) => void;
  /** How many remarks there are so far: a calendar with one in it was not read whole. */
  readonly countRemarks: () => number;
  /** Whether the text speaks of Timekit at all, so that an `init()` of some widget may be one of v1. */
  readonly isOfTimekit: boolean;
}

/** The calendars that the scripts start. */
export const findCalendars = (scripts: readonly Script[], readings: Readings): readonly Candidate[] => {
  const bare = scripts.flatMap(({ tree }) => (tree.type === "Program" ? [] : [tree]));
  if (bare.length > 0) return bare.flatMap((node) => readBare(node, readings));

  const found: Candidate[] = [];
  for (const script of scripts) {
    for (const [node, above] of walk(script.tree)) {
      const start = findStart(node, above, readings);
      if (start) found.push(...readStart(start, script, readings));
      if (holdsScript(node)) readings.remark(remarkAt(node.start, asText));
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

// Frameworks put scripts into a page as text.
const holdsScript = (node: AnyNode): boolean => {
  const text =
    node.type === "TemplateElement" ? node.value.raw : node.type === "Literal" ? String(node.value) : "";
  return /\btimekitBookingConfig\s*=|\bTimekitBooking\(\)/.test(text);
};

const asText =
  "A script stands in a text here, which is not read. Paste it alone, or put our tag there by hand.";

interface Start {
  readonly kind: "autoload" | "init";
  readonly value: Expression;
  readonly node: AnyNode;
  readonly above: readonly AnyNode[];
}

const globalName = "timekitBookingConfig";

const readBare = (node: Expression, { reader }: Readings): readonly Candidate[] => {
  const value = reader.read(node);
  return value.known ? [{ offset: node.start, kind: "configuration", config: value.value }] : [];
};

const readStart = (start: Start, script: Script, readings: Readings): readonly Candidate[] => {
  const { reader, remark, countRemarks } = readings;
  const { kind, value } = start;
  const before = countRemarks();
  const isInFunction = start.above.some(({ type }) => type.includes("Function"));
  const read =
    kind === "init" ? reader.readAt({ offset: start.node.start, isInFunction }, value) : reader.read(value);
  if (!read.known || typeof read.value === "function") {
    remark(remarkAt(value.start, nextStep));
    return [];
  }
  const isChanged = kind === "autoload" && reader.applyAdditions(read.value, globalName);
  // An empty object that nothing is written into sets nothing up.
  if (kind === "autoload" && !(isObject(read.value) && Object.keys(read.value).length > 0)) return [];
  const isWhole = countRemarks() === before && !isChanged;
  const place = isWhole ? findPlace(start, script, readings) : undefined;
  return [{ offset: value.start, kind, config: read.value, ...(place && { place }) }];
};

const findStart = (node: AnyNode, above: readonly AnyNode[], readings: Readings): Start | undefined => {
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.id.name === globalName) {
    return node.init
      ? { kind: "autoload", value: withoutDefault(node.init, globalName), node, above }
      : undefined;
  }
  if (node.type === "AssignmentExpression" && toChain(node.left)?.join(".") === globalName) {
    return { kind: "autoload", value: withoutDefault(node.right, globalName), node, above };
  }
  if (node.type !== "CallExpression") return undefined;
  const [value] = node.arguments;
  if (!value || value.type === "SpreadElement" || !isInit(node, readings)) return undefined;
  const isEmpty = value.type === "Identifier" && value.name === "undefined";
  return isEmpty ? undefined : { kind: "init", value, node, above };
};

// Any `init` with an argument that looks like v1's: the instance may stand in a variable, a property or a call.
const isInit = ({ callee, arguments: [argument] }: CallExpression, readings: Readings): boolean => {
  if (callee.type !== "MemberExpression" || callee.computed) return false;
  if (callee.property.type !== "Identifier" || callee.property.name !== "init") return false;
  const isNamed = /widget|timekit|booking|calendar/i.test(toChain(callee.object)?.at(-1) ?? "");
  return (
    isOfBooking(callee.object, readings.names) ||
    (isNamed && readings.isOfTimekit) ||
    (argument?.type === "ObjectExpression" && looksLikeV1(argument))
  );
};

const isOfBooking = (node: AnyNode, names: Names): boolean => {
  if (isWrapped(node)) return isOfBooking(node.expression, names);
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    return node.callee.type !== "Super" && toChain(node.callee)?.at(-1) === "TimekitBooking";
  }
  const chain = toChain(node) ?? [];
  const value = chain.length === 1 ? names.valueOf(chain[0] ?? "") : undefined;
  return value !== undefined && "type" in value && value.type.endsWith("Expression") && isMade(value, names);
};

// In parentheses, or as TypeScript's `x!` and `x as T`, which acorn's own types do not know.
const isWrapped = (node: AnyNode): node is AnyNode & { readonly expression: AnyNode } =>
  node.type === "ParenthesizedExpression" || (node.type as string).startsWith("TS");

const isMade = (value: Expression, names: Names): boolean =>
  (value.type === "NewExpression" || value.type === "CallExpression") && isOfBooking(value, names);

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

// Where all of it stands in one place, so that other lines can stand there instead.
const findPlace = (start: Start, { piece, tree }: Script, { names }: Readings): Place | undefined => {
  const { kind, node, above, value } = start;
  const options = placeOfOptions(value, names);
  const [parent, holder] = [above.at(-1), above.at(-2)];
  if (!options) return undefined;
  if (kind === "autoload") {
    const isVariable = parent?.type === "VariableDeclaration" && parent.declarations.length === 1;
    const statement = isVariable || parent?.type === "ExpressionStatement" ? parent : undefined;
    if (!statement) return { options };
    const isAlone = holder?.type === "Program" && holder.body.length === 1 && piece.element;
    return { options, statements: [toSpan(statement)], ...(isAlone && { element: piece.element }) };
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return { options };
  const instance = node.callee.object;
  const made = instance.type === "Identifier" ? findDeclaration(tree, instance.name, names) : undefined;
  const own = value.type === "Identifier" ? findDeclaration(tree, value.name, names) : undefined;
  const isOwn = /^(?:New|Call|Parenthesized)Expression$/.test(instance.type) && isOfBooking(instance, names);
  // A call whose answer is used, or an instance that is used again, cannot go.
  if (parent?.type !== "ExpressionStatement" || !(made || isOwn)) return { options };
  if (value.type === "Identifier" && !own) return { options };
  return { options, statements: [...(own ? [own] : []), ...(made ? [made] : []), toSpan(parent)] };
};

// The line that makes the instance or its options, if it does nothing else and only this call uses them.
const findDeclaration = (tree: AnyNode, name: string, names: Names): Span | undefined => {
  if (names.usesOf(name) !== 2) return undefined;
  for (const [node] of walk(tree)) {
    if (node.type !== "VariableDeclaration" || node.declarations.length !== 1) continue;
    const [only] = node.declarations;
    if (only?.id.type !== "Identifier" || only.id.name !== name || !only.init) continue;
    if (only.init.type === "ObjectExpression" || isMade(only.init, names)) return toSpan(node);
  }
  return undefined;
};

// The object itself, or the one that a name stands for, if it stands for it only here.
const placeOfOptions = (value: Expression, names: Names): Span | undefined => {
  if (value.type === "ObjectExpression") return toSpan(value);
  if (value.type !== "Identifier" || names.additionsTo(value.name).length > 0) return undefined;
  const made = names.valueOf(value.name);
  return "type" in made && made.type === "ObjectExpression" && names.usesOf(value.name) === 2
    ? toSpan(made)
    : undefined;
};

const nextStep =
  "So this calendar could not be read. Paste the page's source as a browser shows it. Where a script makes the options, put our tag into the page and open it with ?timekit-notice=owner: the dialog there reads them as they are.";

const toSpan = ({ start, end }: Span): Span => ({ start, end });
