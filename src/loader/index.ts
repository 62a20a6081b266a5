import { type Api, createDetachedApi } from "./api.ts";
import { boot } from "./boot.ts";
import type { EmbedEvents } from "./events.ts";
import { readPage } from "./page.ts";

export type { Api } from "./api.ts";
export type {
  BookingCallbacks,
  BookingConfig,
  BookingField,
  BookingFields,
  BookingStrings,
  CreateBooking,
  FindTime,
  Localization,
  RequiredField,
  SdkConfig,
} from "./options/booking-config.ts";
export type { MountOptions, Notice, Start } from "./options/options.ts";
export type { ErrorCode, LoaderError } from "./errors.ts";
export type { Embed, EmbedEvents, State } from "./events.ts";
export type { NoticeAction } from "./ui/dismissal.ts";
export type { Booked } from "./vendor.ts";

declare global {
  /** What is told at a calendar's target, and bubbles to the document and the window. */
  interface GlobalEventHandlersEventMap extends EmbedEventMap {}
  interface Window {
    /** The API; before the loader is there, callbacks that it calls with it. */
    TimekitEmbed?: Api | ((api: Api) => void)[];
  }
}

type EmbedEventMap = { [Name in keyof EmbedEvents]: CustomEvent<EmbedEvents[Name]> };

const api: Api = (typeof document === "undefined" ? undefined : boot(readPage())) ?? createDetachedApi();

/** The loader's version, as `1.2.3`. */
export const version: Api["version"] = api.version;
/** Mounts a calendar; never throws. */
export const mount: Api["mount"] = api.mount;
/** Runs the callback with the API. */
export const push: Api["push"] = api.push;
/** The API; its `embeds` lists what is mounted now. */
export default api;
