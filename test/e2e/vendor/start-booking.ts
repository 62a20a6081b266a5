export interface BookingStart {
  readonly integrity: string;
  /** Where the simulated Timekit is; ends with a slash. */
  readonly apiBaseUrl: string;
  readonly app: string;
  readonly email: string;
  readonly apiToken: string;
}

/** Runs in the page: loads the vendor file, starts Booking.js v1 and resolves with its calendar's title once that is drawn. */
export const startBooking = (start: BookingStart): Promise<string> => {
  interface BookingJs {
    init(config: unknown): unknown;
    fullCalendar(method: "getView"): { title: string };
  }
  const { integrity, apiBaseUrl, ...credential } = start;
  const script = document.createElement("script");
  Object.assign(script, { src: "/script.js", integrity, crossOrigin: "anonymous" });
  return new Promise((resolve, reject) => {
    script.addEventListener("error", () => reject(new Error("the vendor file did not load")));
    script.addEventListener("load", () => {
      const { Booking } = Reflect.get(script, "timekitEmbedVendor") as { Booking: new () => BookingJs };
      const booking = new Booking();
      const report = () => resolve(booking.fullCalendar("getView").title);
      booking.init({
        ...credential,
        targetEl: "#bookingjs",
        timekitConfig: { apiBaseUrl },
        callbacks: {
          findTimeSuccessful: () => setTimeout(report, 0),
          findTimeFailed: () => reject(new Error("failed")),
        },
      });
    });
    document.head.append(script);
  });
};

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page: where each slot is drawn, in whole pixels; a slot inside another one has no place of its own. */
export const findSlotPlaces = (): readonly Place[] =>
  [...document.querySelectorAll<HTMLElement>(".fc-event")]
    .filter((slot) => slot.parentElement?.closest(".fc-event") === null)
    .map((slot) => slot.getBoundingClientRect())
    .map(({ left, top, width, height }) => ({
      left: Math.round(left),
      top: Math.round(top),
      width: Math.round(width),
      height: Math.round(height),
    }));
