// What the server loads only where a store is used.
export { createStoreConnection } from "./store-connection.ts";
export { createRedisStore } from "./redis-store.ts";
