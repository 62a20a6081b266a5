const uuidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether the text is one UUID in its canonical form: 8-4-4-4-12 hexadecimal digits, any case. */
export const isUuid = (text: string): boolean => uuidPattern.test(text);
