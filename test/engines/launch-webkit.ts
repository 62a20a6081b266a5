import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { type Engine, keys } from "./engine.ts";
import { findPrograms } from "./programs.ts";

/** WebKitGTK's MiniBrowser on a screen that nobody sees, driven by WebDriver. */
export const launchWebkit = async (): Promise<Engine> => {
  const screen = await startScreen();
  const driver = await startDriver(screen.display);
  const { sessionId } = (await driver.ask("POST", "/session", { capabilities: {} })) as {
    readonly sessionId: string;
  };
  const session = `/session/${sessionId}`;
  await driver.ask("POST", `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 1000 });

  const find = async (selector: string): Promise<string> => {
    const found = await driver.ask("POST", `${session}/element`, { using: "css selector", value: selector });
    return `${session}/element/${String(Object.values(found as object)[0])}`;
  };
  return {
    open: async (url) => {
      await driver.ask("POST", `${session}/url`, { url });
    },
    evaluate: async (run, given) => {
      // A text comes through unharmed, an object only where the page has left `Object.prototype` alone.
      const script = `const [given, done] = arguments;
        (async () => (${String(run)})(given))().then(
          (result) => done(JSON.stringify({ result })),
          (error) => done(JSON.stringify({ error: String(error) })),
        );`;
      const answer = await driver.ask("POST", `${session}/execute/async`, { script, args: [given ?? null] });
      const { result, error } = JSON.parse(String(answer));
      if (error !== undefined) throw new Error(error);
      return result;
    },
    click: async (selector) => {
      await driver.ask("POST", `${await find(selector)}/click`);
    },
    type: async (selector, text) => {
      await driver.ask("POST", `${await find(selector)}/value`, { text });
    },
    press: async (key) => {
      const actions = ["keyDown", "keyUp"].map((type) => ({ type, value: keys[key] }));
      await driver.ask("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    close: async () => {
      await driver.ask("DELETE", session);
      driver.close();
      screen.close();
    },
  };
};

/** WebKit's WebDriver server: asks it for something and returns the answer's value, and the way back. */
interface Driver {
  readonly ask: (method: "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;
  readonly close: () => void;
}

/** Starts the driver on a free port, with its browsers on this display. */
const startDriver = async (display: string): Promise<Driver> => {
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

/** A screen that nobody sees: what programs find it by, and the way back. */
interface Screen {
  readonly display: string;
  readonly close: () => void;
}

/** Starts an X server on a free display; rejects if it ends before it is ready. */
const startScreen = async (): Promise<Screen> => {
  const child = spawn(
    findPrograms().screen,
    ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1000x24"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("error", reject);
    child.once("exit", () => reject(new Error("Xvfb ended early")));
  });
  return { display: `:${number}`, close: () => void child.kill() };
};
