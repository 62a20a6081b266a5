/** Whether an address belongs to this machine or to a private network, where a proxy would be. */
export const isPrivateAddress = (text: string): boolean =>
  /^(?:::ffff:)?(?:127|10)\.|^(?:::ffff:)?192\.168\.|^(?:::ffff:)?172\.(?:1[6-9]|2\d|3[01])\./i.test(text) ||
  /^(?:::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i.test(text);
