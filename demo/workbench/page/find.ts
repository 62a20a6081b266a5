/** The element with that id, which the page's template has; throws for a slip of ours. */
export const find = <Kind extends HTMLElement>(
  document: Document,
  id: string,
  kind: new () => Kind,
): Kind => {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The workbench has no #${id}.`);
};

/** A new element with texts and elements in it. */
export const create = (
  document: Document,
  name: string,
  ...children: readonly (Node | string)[]
): HTMLElement => {
  const element = document.createElement(name);
  element.append(...children);
  return element;
};
