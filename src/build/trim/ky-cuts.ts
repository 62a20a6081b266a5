import type { Cut } from "./cut.ts";

/**
 * What the loader's one request cannot reach in ky 1.14, by the files of its `distribution`. The request is a GET
 * without hooks, headers, body, signal or a deadline of ky's, and says which failures are tried again.
 */
export const kyCuts: Readonly<Record<string, readonly Cut[]>> = {
  "index.js": [
    ["import { requestMethods", "const createInstance"],
    // Without instances and their merged defaults.
    [
      "const createInstance",
      "export default ky;",
      "const ky = (input, options) => Ky.create(input, options);\n",
    ],
    ["export { TimeoutError }", "//# sourceMappingURL"],
  ],
  "core/Ky.js": [
    ["import { NonError }", "import { normalizeRequestMethod"],
    ["normalizeRequestMethod, ", "normalizeRetryOptions }"],
    ["import timeout", "import delay"],
    ["import { findUnknownOptions", "export class Ky"],
    ["if (typeof ky.#options.timeout", "// Before using ky.request"],
    ["for (const hook of ky.#options.hooks.afterResponse)", "if (!response.ok"],
    ["(typeof ky.#options.throwHttpErrors", ")) {", "ky.#options.throwHttpErrors(response.status"],
    [", ky.#getNormalizedOptions());\n                for", "throw error;", ");\n"],
    ["// If `onDownloadProgress` is passed", "return response;"],
    [".finally(() => {", "return result;", ";"],
    ["static #normalizeSearchParams", "request;\n"],
    ["#abortController;", "#retryCount = 0;"],
    ["#userProvidedAbortSignal;", "constructor("],
    ["headers: mergeHeaders(", "retry: normalizeRetryOptions"],
    ["throwHttpErrors: options", "};"],
    ["if (typeof this.#input !==", "this.request = new globalThis.Request(this.#input"],
    ["if (hasSearchParameters(", "#calculateDelay()", "}\n"],
    ["else if (typeof this.#options.retry.jitter", "// Handle undefined backoffLimit"],
    ["// Wrap non-Error throws", "// User-provided shouldRetry", "const errorObject = error;\n"],
    ["if (result === true)", "// If undefined"],
    ["// Default timeout behavior", "const retryAfter =", "if (error instanceof HTTPError) {\n"],
    ["?? error.response.headers.get('RateLimit-Reset')", "if (retryAfter", ";"],
    ["else if (after >= Date", "return after", "return after;}}\n"],
    ["return after < max", "return this.#calculateDelay();\n    }\n    #decorate"],
    ["#decorateResponse(response) {", "async #retry("],
    ["const ms = Math.min(", "await this", "const ms = "],
    [", maxSafeTimeout);\n", "return this.#retry(function_)", ";\nawait delay(ms);\n"],
    ["// Reset abortController", "// Cloning is done here"],
    [
      "if (this.#options.timeout === false)",
      "//# source",
      "return this.#options.fetch(this.#originalRequest, {});\n}\n}\n",
    ],
  ],
  "utils/normalize.js": [
    ["import", "const defaultRetryOptions"],
    ["methods: retryMethods", "backoffLimit"],
    ["jitter: undefined", "};"],
    [
      "if (typeof retry === 'number')",
      "return {\n        ...defaultRetryOptions,\n        ...normalizedRetry",
    ],
    ["...normalizedRetry", "};", "...retry"],
  ],
  "utils/delay.js": [
    [", { signal }", ") {"],
    ["if (signal) {", "const timeoutId"],
    ["const timeoutId = ", "setTimeout"],
    ["signal?.removeEventListener", "resolve();"],
  ],
};
