/**
 * A property or a method of a page's node as its class has it. A form's `<input name=matches>` hides the form's own
 * method of that name, and `<img name=URL>` the document's: only the prototype is out of their reach.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors
 */
export const builtIn = <Target extends Node, Name extends keyof Target>(
  node: Target,
  name: Name,
): Target[Name] => {
  const value: unknown = Reflect.get(Object.getPrototypeOf(node) as object, name, node);
  // The prototype has it with this type.
  return (typeof value === "function" ? value.bind(node) : value) as Target[Name];
};
