/** Whether the slow project runs a test: a file that ends in `.scaled.test.ts` is tried there with more cases than elsewhere. */
export const isThorough = process.env["THOROUGH"] === "true";
