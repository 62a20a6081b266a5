import type { Api } from "./api.ts";
import { boot } from "./boot.ts";
import { createDetachedApi } from "./detached-api.ts";
import { readPage } from "./read-page.ts";

export type { Api } from "./api.ts";
export type { MountOptions, Notice } from "./config/options.ts";
export type { Embed } from "./embed.ts";
export type { ErrorCode, LoaderError } from "./errors.ts";
export type { Booked, EmbedEvents, NoticeAction } from "./events.ts";
export type { State } from "./lifecycle.ts";

const api: Api = (typeof document === "undefined" ? undefined : boot(readPage())) ?? createDetachedApi();

/** The loader's version, as `1.2.3`. */
export const version: Api["version"] = api.version;
/** Mounts a calendar; never throws. */
export const mount: Api["mount"] = api.mount;
/** Runs the callback with the API. */
export const push: Api["push"] = api.push;
/** The API; its `embeds` lists what is mounted now. */
export default api;
