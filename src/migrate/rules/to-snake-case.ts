/** `noDaySpan` and `no-day-span` as `no_day_span`. */
export const toSnakeCase = (name: string): string =>
  name
    .replace(/[A-Z]/g, (letter, index: number) => `${index > 0 ? "_" : ""}${letter.toLowerCase()}`)
    .replaceAll("-", "_");
