export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object with unknown members; an empty one when it is anything else. */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value's texts; none when it is not an array. */
export const asTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** The value if it is a text; empty when it is anything else. */
export const asText = (value: unknown): string => (typeof value === "string" ? value : "");

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
