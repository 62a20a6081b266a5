export type { Booked } from "./vendor.ts";
export type { NoticeAction } from "./ui/dismissal.ts";
import { type Api, createDetachedApi } from "./api.ts";
import { boot } from "./boot.ts";
import { readPage } from "./page.ts";

export type { Api } from "./api.ts";
export type { MountOptions, Notice, Start } from "./options/options.ts";
export type { ErrorCode, LoaderError } from "./errors.ts";
export type { Embed, EmbedEvents, State } from "./events.ts";

const api: Api = (typeof document === "undefined" ? undefined : boot(readPage())) ?? createDetachedApi();

/** The loader's version, as `1.2.3`. */
export const version: Api["version"] = api.version;
/** Mounts a calendar; never throws. */
export const mount: Api["mount"] = api.mount;
/** Runs the callback with the API. */
export const push: Api["push"] = api.push;
/** The API; its `embeds` lists what is mounted now. */
export default api;
