import { json, type RefusedAnswer, type Secret } from "./refused-answer.ts";

interface BadToken {
  readonly name: string;
  readonly token: (canary: string) => unknown;
}

const bad: readonly BadToken[] = [
  { name: "an empty token", token: () => "" },
  { name: "a token of 4097 characters", token: (canary) => canary.padEnd(4097, "x") },
  { name: "a space inside the token", token: (canary) => `${canary} ${canary}` },
  { name: "a space before the token", token: (canary) => ` ${canary}` },
  { name: "a space after the token", token: (canary) => `${canary} ` },
  { name: "a tab in the token", token: (canary) => `${canary}\t` },
  { name: "a line break in the token", token: (canary) => `${canary}\r\nTimekit-App: other` },
  { name: "a null character in the token", token: (canary) => `${canary}\u0000` },
  { name: "an escape character in the token", token: (canary) => `\u001b[31m${canary}` },
  { name: "a delete character in the token", token: (canary) => `${canary}\u007f` },
  { name: "a letter of Latin-1 in the token", token: (canary) => `${canary}é` },
  { name: "a no-break space in the token", token: (canary) => `${canary}\u00a0` },
  { name: "an emoji in the token", token: (canary) => `${canary}🔑` },
  { name: "a lone surrogate in the token", token: (canary) => `${canary}\ud800` },
  { name: "null for a token", token: () => null },
  { name: "a number for a token", token: () => 20_271_106 },
  { name: "true for a token", token: () => true },
  { name: "a list for a token", token: (canary) => [canary] },
  { name: "an object for a token", token: (canary) => ({ toString: canary, value: canary }) },
];

/** Everything that is not 1 to 4096 visible ASCII characters without spaces. */
export const tokens: readonly RefusedAnswer[] = bad.map(({ name, token }) => ({
  name,
  code: "token/refused",
  answer: ({ good, canary }: Secret) => json({ ...good, token: token(canary) }),
}));
