import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { findPrograms } from "./programs.ts";

/** WebKit's WebDriver server: asks it for something and returns the answer's value, and the way back. */
export interface Driver {
  readonly ask: (method: "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;
  readonly close: () => void;
}

/** Starts the driver on a free port, with its browsers on this display. */
export const startDriver = async (display: string): Promise<Driver> => {
  const port = await findFreePort();
  const child = spawn(findPrograms().webkitDriver, ["--host=127.0.0.1", `--port=${port}`], {
    stdio: "ignore",
    // The simulated resources live in London.
    env: { ...process.env, TZ: "Europe/London", DISPLAY: display, GDK_BACKEND: "x11" },
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilReady(origin);

  return {
    ask: async (method, path, body = {}) => {
      const init = method === "POST" ? { method, body: JSON.stringify(body) } : { method };
      const { value } = parseAnswer(await (await fetch(origin + path, init)).json());
      const { error, message } = (value ?? {}) as { readonly error?: unknown; readonly message?: unknown };
      if (typeof error === "string") throw new Error(`${error}: ${String(message)}`);
      return value;
    },
    close: () => void child.kill(),
  };
};

// The driver names no port that it has picked itself.
const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });

const waitUntilReady = async (origin: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(`${origin}/status`);
      return;
    } catch {
      // It does not listen yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("WebKitWebDriver does not listen");
};

const parseAnswer = (answer: unknown): { readonly value: unknown } => {
  if (typeof answer === "object" && answer !== null && "value" in answer) return answer;
  throw new Error("WebKitWebDriver answered without a value");
};
