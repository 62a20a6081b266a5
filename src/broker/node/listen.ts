import type { Server } from "node:http";
import { SettingsError } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";

/** Makes the server listen; resolves to its URL. Throws a `SettingsError` where that is not possible. */
export const listen = (server: Server, { host, port }: Pick<Settings, "host" | "port">): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new SettingsError([`HOST and PORT cannot be listened on (${error.code ?? "unknown error"}).`]));
    server.once("error", fail);
    server.listen({ host, port }, () => {
      server.off("error", fail);
      const address = server.address();
      const isTcp = typeof address === "object" && address !== null;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${isTcp ? address.port : port}`);
    });
  });
