import { readValue } from "../source/read-value.ts";
import { findSecrets } from "../source/secrets.ts";
import { createPositions } from "./positions.ts";
import type { FoundCalendar, Position } from "./snippet.ts";

/** A credential in a text: where it stands and of what kind it is, never what it is. */
export interface FoundSecret {
  readonly at: Position;
  readonly kind: string;
}

/** The credentials of Timekit's in a text: those that its calendars use, and what looks like one. */
export const findSecretsIn = (text: string, calendars: readonly FoundCalendar[]): readonly FoundSecret[] => {
  const found = new Map<number, string>();
  for (const { pattern, kind } of patterns)
    for (const { index, groups = {} } of text.matchAll(pattern))
      if (isValue(groups["value"] ?? "")) found.set(index + (groups["before"] ?? "").length, kind);
  for (const { config } of calendars) {
    for (const secret of findSecrets(readValue(config)).values) {
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length))
        if (!found.has(at)) found.set(at, tokenOfResource);
    }
  }
  const at = createPositions(text);
  return [...found].sort(([one], [other]) => one - other).map(([offset, kind]) => ({ at: at(offset), kind }));
};

// The page cannot tell whether it is a client-token or a server-token, which opens the whole calendar.
const tokenOfResource = "token of a resource (client-token or server-token)";

const patterns: readonly { readonly pattern: RegExp; readonly kind: string }[] = [
  {
    pattern: /(?<before>)(?<value>(?:live|test)_api_key_\w+)/g,
    kind: "App API Key, which opens the calendars of the whole app",
  },
  {
    pattern:
      /(?<before>\b(?:apiToken|api_token|userApiToken|resourceKey)["']?\s*[:=]\s*["'`])(?<value>[^"'`\s]+)/g,
    kind: tokenOfResource,
  },
  {
    pattern: /(?<before>\bAuthorization["']?\s*[:,]\s*["'`]\s*Basic\s+)(?<value>[\w+/=]{8,})/gi,
    kind: "sign-in of a request (Authorization)",
  },
];

// A placeholder of the server's template is no credential, and neither are the crosses and dots of an example.
const isValue = (text: string): boolean => text.length >= 8 && !/^(?:x+|\.+|…+)$|[<{%$]/i.test(text);
