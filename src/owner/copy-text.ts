/** Copies what the field holds; false where the browser does not let us, and then it is selected. */
export const copyText = async (field: HTMLTextAreaElement): Promise<boolean> => {
  const { navigator } = field.ownerDocument.defaultView ?? {};
  try {
    // Undefined on http: pages, and refused by a permissions policy in frames.
    await navigator?.clipboard.writeText(field.value);
    return navigator !== undefined;
  } catch {
    field.focus();
    field.select();
    // The old way still works there, for what is selected, as long as the click is recent.
    return field.ownerDocument.execCommand("copy");
  }
};
