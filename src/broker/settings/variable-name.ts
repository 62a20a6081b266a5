/** A setting's name in the environment: `timekitApiKey` is `TIMEKIT_API_KEY`. */
export const toVariableName = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
