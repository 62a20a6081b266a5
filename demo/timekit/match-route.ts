import { type Route, routes } from "./routes.ts";

export type Match =
  | { readonly kind: "found"; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: "wrong-method" }
  | { readonly kind: "nowhere" };

/** Finds the route of a request; the path is compared part by part, encoded parts are decoded. */
export const matchRoute = (method: string, path: string): Match => {
  let kind: "nowhere" | "wrong-method" = "nowhere";
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (params === undefined) continue;
    if (route.method === method) return { kind: "found", route, params };
    kind = "wrong-method";
  }
  return { kind };
};

const matchPath = (pattern: string, path: string): Record<string, string> | undefined => {
  const expected = pattern.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = decode(actual[index] ?? "");
    if (part.startsWith(":") && value !== "") params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign: such a part matches nothing that exists.
    return part;
  }
};
