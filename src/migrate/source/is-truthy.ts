import type { Found } from "./found.ts";

/** Whether v1 took the value for a yes, as JavaScript does: the text "false" is a yes too. */
export const isTruthy = (found: Found | undefined): boolean => {
  if (found === undefined) return false;
  switch (found.kind) {
    case "text":
      return found.value !== "";
    case "number":
      return found.value !== 0;
    case "flag":
      return found.value;
    case "null":
    case "undefined":
    case "unreadable":
    case "code":
      return false;
    case "function":
    case "date":
    case "secret":
    case "object":
    case "list":
      return true;
  }
};
