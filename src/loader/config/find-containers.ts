import { builtIn } from "../built-in.ts";

/** What makes an element a container, and says what it books. */
export const containerAttribute = "data-timekit-resource-id";

const selector = `[${containerAttribute}]`;

/** The containers in this part of a page, itself included. */
export const findContainers = (root: Node & ParentNode): readonly Element[] => [
  ...(root instanceof Element && builtIn(root, "matches")(selector) ? [root] : []),
  ...builtIn(root, "querySelectorAll")(selector),
];
