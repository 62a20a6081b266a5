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

interface Axe {
  run(context: { include: string[] }, options: { rules: object }): Promise<AxeResults>;
}

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe-core, shadow roots included, on what the selectors name. */
export const runAxe = async (page: Page, selectors: readonly string[] = ["html"]): Promise<AxeVerdict> => {
  await page.evaluate(await source);
  const { violations, passes } = await page.evaluate(
    (include) =>
      (Reflect.get(window, "axe") as Axe).run(
        { include },
        // The one rule of WCAG 2.2 A and AA that axe leaves out unless it is asked for.
        { rules: { "target-size": { enabled: true } } },
      ),
    [...selectors],
  );
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    passes: passes.map(({ id }) => id),
  };
};

/** A text, and how much it stands out from what is behind it: 1 to 21. */
interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/**
 * The contrast of each text in the owner's dialog by WCAG's formula (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio):
 * axe-core cannot tell what is behind a dialog's texts, and leaves them to people.
 */
export const readContrasts = (page: Page): Promise<readonly Contrast[]> =>
  page.getByRole("dialog").evaluate((dialog) => {
    const readColour = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).map(Number);
    const readLuminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const findSurface = (element: Element | null): string => {
      const colour = element ? getComputedStyle(element).backgroundColor : "";
      return element && readColour(colour)[3] === 0 ? findSurface(element.parentElement) : colour;
    };
    const elements = [...dialog.querySelectorAll("*")].filter(
      (element) =>
        element instanceof HTMLTextAreaElement ||
        [...element.childNodes].some((node) => node instanceof Text && node.data.trim()),
    );
    return elements.map((element) => {
      const luminances = [getComputedStyle(element).color, findSurface(element)]
        .map((colour) => readLuminance(readColour(colour)))
        .sort((one, other) => other - one);
      const [light = 0, dark = 0] = luminances;
      return { text: element.textContent ?? "", ratio: (light + 0.05) / (dark + 0.05) };
    });
  });
