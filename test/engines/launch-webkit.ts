import type { Engine } from "./engine.ts";
import { startDriver } from "./start-driver.ts";
import { startScreen } from "./start-screen.ts";

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
    close: async () => {
      await driver.ask("DELETE", session);
      driver.close();
      screen.close();
    },
  };
};
