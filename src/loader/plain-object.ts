export type PlainObject = Readonly<Record<string, unknown>>;

/** Whether the value is an object literal or comes from JSON: no array, no element, no instance of a class. */
export const isPlainObject = (value: unknown): value is PlainObject =>
  Object.prototype.toString.call(value) === "[object Object]" &&
  // A literal of another frame has that frame's prototype, whose own prototype is null too.
  isRootPrototype(Object.getPrototypeOf(value));

const isRootPrototype = (prototype: unknown): boolean =>
  prototype === null || Object.getPrototypeOf(prototype) === null;
