import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What axe-core thinks of a part of the page, by the names of its rules. */
export interface AxeVerdict {
  /** A broken rule and the elements that break it. */
  readonly violations: readonly string[];
  readonly passes: readonly string[];
}

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe-core, shadow roots included, on what the selectors name. */
export const runAxe = async (page: Page, selectors: readonly string[] = ["html"]): Promise<AxeVerdict> => {
  await page.evaluate(await source);
  const { violations, passes } = await page.evaluate(
    (include) =>
      (Reflect.get(window, "axe") as { run(context: { include: string[] }): Promise<AxeResults> }).run({
        include,
      }),
    [...selectors],
  );
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    passes: passes.map(({ id }) => id),
  };
};
