const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A token of 32 letters and digits, always the same for a seed. */
export const deriveToken = (seed: string): string =>
  Array.from(numbersFrom(seed, 32), (number) => alphabet[number % alphabet.length]).join("");

/** A UUID, always the same for a seed. */
export const deriveUuid = (seed: string): string => {
  const hex = Array.from(numbersFrom(seed, 32), (number) => (number % 16).toString(16)).join("");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/** FNV-1a and xorshift: fine for made-up data, useless as cryptography. */
function* numbersFrom(seed: string, count: number): Generator<number> {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  state ||= 1;
  for (let made = 0; made < count; made += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    yield state >>> 8;
  }
}
