import type { LoaderError } from "../errors.ts";
import type { BookingConfig } from "./booking-config.ts";
import type { ConfigLayer } from "../vendor.ts";
import type { Containers } from "./option-table.ts";

/** What `mount()` takes: the tag's attributes in camelCase, and two that no attribute can carry. */
export interface MountOptions {
  /** UUID of the Timekit resource to book. */
  readonly resourceId: string;
  /** Where to ask for the token; `https:`, or `http:` on loopback; relative to the page. */
  readonly brokerUrl?: string;
  /**
   * The element to fill, or its CSS selector, which is awaited until the DOM is parsed. With null, which
   * `querySelector()` gives, it is as if it were left out.
   */
  readonly target?: string | Element | null;
  /** Booking.js v1 options; an object, or JSON. */
  readonly config?: BookingConfig | string;
  /** The upgrade notice: for everybody, for the owner's own browser, or never. Default `on`. */
  readonly notice?: Notice;
  /** Where the notice leads; `https:` or `http:`. */
  readonly upgradeUrl?: string;
  /** Shown to visitors when the calendar cannot be shown; `https:`, `http:`, `mailto:` or `tel:`. */
  readonly fallbackUrl?: string;
  /** BCP 47 language of the loader's own words. Default: the page's, else `en`. */
  readonly lang?: string;
  /**
   * When the broker and Timekit are asked for the calendar: at once, when the target nears the viewport, when a visitor
   * presses the button in its place, or when `start()` is called. Default `auto`.
   */
  readonly start?: Start;
  /** The same as `start: "visible"`. Default false. */
  readonly lazy?: boolean;
  /** Form fields that the page's address may fill, as `name,email`: `?customer.name=Jane`. Default none. */
  readonly prefill?: string;
  /** Name of a global array, as `dataLayer`, that is told when a calendar is ready, has booked or has failed. */
  readonly dataLayer?: string;
  /** CSS length reserved before the calendar is there. Default `480px`. */
  readonly minHeight?: string;
  /** Where the vendor file is, when it is not beside the loader. */
  readonly vendorUrl?: string;
  /** Print to the console what was found and decided. Default false. */
  readonly debug?: boolean;
  /** Replaces single words of the loader. */
  readonly words?: Readonly<Record<string, string>>;
  /** CSP nonce for the vendor script. Default: the tag's. */
  readonly nonce?: string;
}

export type Notice = "on" | "owner" | "off";

export type Start = "auto" | "visible" | "click" | "manual";

/** The options after parsing; what follows trusts them. What was not given is undefined. */
export interface Options {
  readonly resourceId?: string;
  readonly brokerUrl?: string;
  readonly target?: string | Element;
  /** Booking.js v1 options, weakest first. */
  readonly configs: readonly ConfigLayer[];
  readonly notice: Notice;
  readonly upgradeUrl: string;
  readonly fallbackUrl?: string;
  readonly lang: string;
  readonly start: Start;
  readonly prefill?: string;
  readonly dataLayer?: string;
  readonly minHeight: string;
  /** Undefined where the tag says nothing. */
  readonly containers?: Containers;
  readonly vendorUrl?: string;
  readonly debug: boolean;
  readonly words: Readonly<Record<string, string>>;
  readonly nonce?: string;
  /** What is wrong and left out, each with the reason for it. */
  readonly ignored: readonly string[];
  /** The first thing that is wrong; the embed fails with it. */
  readonly error?: LoaderError;
}
