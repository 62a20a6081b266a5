type Attempt<Value> = { readonly worked: true; readonly value: Value } | { readonly worked: false };

/** Runs what may throw (a getter of the page, a proxy's trap) and says whether it did; what was thrown helps nobody. */
export const attempt = <Value>(run: () => Value): Attempt<Value> => {
  try {
    return { worked: true, value: run() };
  } catch {
    return { worked: false };
  }
};
