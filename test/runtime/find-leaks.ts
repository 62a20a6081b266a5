import { secrets } from "./timekit-bodies.ts";

/** The names of the secrets that stand in the text: as they are, or in base64, URL or JSON form. */
export const findLeaks = (text: string, canaries: Readonly<Record<string, string>> = secrets): string[] =>
  Object.entries(canaries)
    .filter(([, secret]) => toForms(secret).some((form) => text.includes(form)))
    .map(([name]) => name);

// Searched for in hundreds of thousands of texts.
const knownForms = new Map<string, readonly string[]>();

const toForms = (secret: string): readonly string[] => {
  const forms = knownForms.get(secret) ?? writeForms(secret);
  knownForms.set(secret, forms);
  return forms;
};

const writeForms = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  toCodes(secret, (code) => `%${code.toString(16).padStart(2, "0")}`),
  toCodes(secret, (code) => `\\u${code.toString(16).padStart(4, "0")}`),
  Buffer.from(secret).toString("hex"),
  ...toBase64Cores(secret),
  ...toBase64Cores(secret).map((core) => core.replaceAll("+", "-").replaceAll("/", "_")),
];

/** What base64 makes of the secret wherever it begins inside a longer text, without the characters that its neighbours change. */
const toBase64Cores = (secret: string): string[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.from("\0".repeat(offset) + secret)
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(offset === 0 ? 0 : offset + 1, -2);
  });

const toCodes = (secret: string, write: (code: number) => string): string =>
  Array.from(Buffer.from(secret), write).join("");
