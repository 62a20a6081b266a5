// What the server loads only where a store is used.
export { createLink } from "./create-link.ts";
export { createSharedStore } from "./create-shared-store.ts";
