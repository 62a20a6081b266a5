import type { Finding } from "./finding.ts";

/** What the page has that embeds are known to quarrel with: ours keeps its own beside it. */
export const findLibraries = (window: object): Finding[] => {
  const read = (...path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (value, key) => (value == null ? undefined : Reflect.get(Object(value), key)),
      window,
    );
  const version = (name: string, ...path: readonly string[]): string | undefined => {
    const value = read(name, ...path);
    return typeof value === "string" ? value : read(name) === undefined ? undefined : "of unknown version";
  };
  const libraries = {
    jQuery: version("jQuery", "fn", "jquery"),
    "a $ that is not jQuery":
      read("$") && read("$") !== read("jQuery") ? version("$", "fn", "jquery") : undefined,
    moment: version("moment", "version"),
    "Prototype.js": version("Prototype", "Version"),
    "Booking.js": version("TimekitBooking", "version"),
  };
  const found = Object.entries(libraries).flatMap(([name, text]) => (text ? [`${name} ${text}`] : []));
  const hasAmd = typeof read("define") === "function" && Boolean(read("define", "amd"));
  return [
    { what: "libraries", found: found.join(", ") || "none that matter; the calendar uses its own" },
    { what: "AMD", found: hasAmd ? "define.amd is there; the loader is its module timekit-embed" : "none" },
  ];
};
