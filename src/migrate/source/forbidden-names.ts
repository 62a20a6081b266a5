/** Names through which an object can change others (prototype pollution); no option of v1 or v2 is called so. */
export const isForbiddenName = (name: string): boolean => forbidden.has(name);

const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
