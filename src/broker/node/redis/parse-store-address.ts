/** Where a store is, from a `STORE_URL` that was checked. */
export interface StoreAddress {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: number;
}

const usualPort = 6379;

export const parseStoreAddress = (storeUrl: string): StoreAddress => {
  const url = new URL(storeUrl);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? usualPort : Number(url.port),
    isSecure: url.protocol === "rediss:",
    user: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    database: Number(url.pathname.slice(1)),
  };
};
