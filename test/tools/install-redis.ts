import { installOnDebian } from "./install-on-debian.ts";
import { hasRedis } from "../runtime/store/start-redis.ts";

/** Makes sure, once for all tests, that there is a Redis server where that needs no password; elsewhere its tests are left out. */
export const setup = (): void => {
  if (hasRedis()) return;
  try {
    installOnDebian(["redis-server"]);
  } catch {
    // As on a machine without network: the line below says what that means.
  }
  if (!hasRedis()) process.stdout.write("There is no redis-server here: the shared store is not tested.\n");
};
