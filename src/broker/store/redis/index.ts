// What the server loads only where a store is used.
export { createLink } from "./store-connection.ts";
export { createSharedStore } from "./redis-store.ts";
