import type { Plugin } from "vite";

/**
 * Leaves out of the loader what it cannot reach of ky: uploads and downloads as streams, form data, and the abort
 * signal that needs `AbortSignal.any`; the loader aborts through `fetch` itself. It is 900 bytes of brotli for every
 * visitor. Fails when ky no longer has these places, so that an update is looked at.
 */
export const trimKy = (): Plugin => ({
  name: "trim-ky",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name.startsWith("loader"),
  transform: (code, id) => {
    if (id.endsWith("/ky/distribution/core/constants.js")) return switchOff(code);
    if (id.endsWith("/ky/distribution/index.js")) return oneFunction;
    return id.endsWith("/ky/distribution/utils/body.js") ? emptyExports(code) : undefined;
  },
});

/** Without instances and their merged defaults: the loader calls it in one place, with all options. */
const oneFunction = `import { Ky } from "./core/Ky.js";
export { HTTPError } from "./errors/HTTPError.js";
export default (input, options) => Ky.create(input, options);`;

const features = ["RequestStreams", "AbortController", "AbortSignal", "ResponseStreams", "FormData"];

const switchOff = (code: string): string =>
  features.reduce((text, feature) => {
    const declaration = new RegExp(
      `(export const supports${feature} = )(\\(\\(\\) => \\{[\\s\\S]*?\\n\\}\\)\\(\\)|[^;]*);`,
    );
    if (!declaration.test(text)) throw new Error(`ky no longer declares supports${feature}`);
    return text.replace(declaration, "$1false;");
  }, code);

const emptyExports = (code: string): string => {
  const names = [...code.matchAll(/export const (\w+)/g)].map(([, name]) => name);
  if (names.length === 0) throw new Error("ky's body.js exports nothing any more");
  return `export const ${names.join(" = undefined, ")} = undefined;`;
};
