const timePattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds since 1970 of an ISO 8601 time; undefined if it is none. Without an offset it is read as UTC, which Timekit's server runs in. */
export const parseTime = (value: unknown): number | undefined => {
  const [, date, clock, offset = "Z"] = (typeof value === "string" && timePattern.exec(value)) || [];
  if (!date || !clock) return undefined;
  const colonOffset = offset.replace(/^(...)(\d\d)$/, "$1:$2");
  const timeMs = Date.parse(`${date}T${clock}${colonOffset}`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
};
