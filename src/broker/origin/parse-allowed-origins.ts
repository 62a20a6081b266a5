import type { Convert } from "../settings/converters.ts";
import { SettingProblem } from "../settings/problem.ts";

/** Comma-separated exact origins, each written as browsers send it; the sentence names the entry by its position. */
export const toAllowedOrigins: Convert<ReadonlySet<string>> = (text) => {
  const origins = text.split(",").map((origin) => origin.trim());
  for (const [index, origin] of origins.entries()) {
    const complaint = findComplaint(origin);
    if (complaint) return new SettingProblem(`entry ${index + 1} ${complaint}.`);
  }
  return new Set(origins);
};

const findComplaint = (origin: string): string | undefined => {
  if (origin === "") return "is empty";
  if (origin.includes("*")) return "has a wildcard, but only exact origins are compared";
  if (origin === "null") return "is null, which every sandboxed frame sends";
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url) return "is not an origin such as https://www.example.com";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "is neither https: nor http:";
  if (url.username || url.password) return "has a user or password";
  if (url.pathname !== "/" || url.search || url.hash || /[/?#]$/.test(origin))
    return "has a path, query, fragment or final slash; only scheme, host and port are compared";
  if (url.origin !== origin)
    return "is not as browsers send it: lower case, Punycode, without the scheme's own port";
  return undefined;
};
