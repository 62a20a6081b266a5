/**
 * The options of Booking.js v1, all of them optional: `app`, `email` and `apiToken` come from the broker, and `targetEl`
 * and `autoload` are the loader's. https://github.com/timekit-io/booking-js/tree/v1.24.3
 */
export interface BookingConfig {
  /** Shown above the calendar and in the booking's title. Default: the resource's name. */
  readonly name?: string;
  /** Address of a picture, `https:` or `http:`. Default: the resource's. */
  readonly avatar?: string;
  /** Timekit's id of the calendar that is booked into. Default: Timekit's choice. */
  readonly calendar?: string;
  /** Id of a widget of Timekit's admin, whose configuration lies below this one. */
  readonly widgetId?: string;
  /** The same by the widget's slug. */
  readonly widgetSlug?: string;
  /** Ignore `widgetId` and `widgetSlug`. Default false. */
  readonly disableRemoteLoad?: boolean;
  /** Show no form; use the callback `clickTimeslot`. Default false. */
  readonly disableConfirmPage?: boolean;
  /** Show "Powered by Timekit". Default true. */
  readonly showCredits?: boolean;
  /** Begin at the first day with a free time. Default true. */
  readonly goToFirstEvent?: boolean;
  /** Timekit's way of booking. Default `instant`. */
  readonly bookingGraph?:
    | "instant"
    | "instant_payment"
    | "confirm_decline"
    | "group_customer"
    | "group_customer_payment";
  /** A week, or a list. Default `agendaWeek`. */
  readonly availabilityView?: "agendaWeek" | "listing";
  /** Print what happens. It is ignored, since v1 would print the token. Default false. */
  readonly debug?: boolean;
  /** What the form asks for. */
  readonly bookingFields?: BookingFields;
  /** Body of Timekit's `POST /findtime`. Default `{ future: "4 weeks", length: "1 hour" }` and the resource's address. */
  readonly timekitFindTime?: FindTime;
  /** Body of Timekit's `POST /bookings`, over what `bookingGraph` asks for. Default `{}`. */
  readonly timekitCreateBooking?: CreateBooking;
  /** Is read by nobody. Default `{}`. */
  readonly timekitUpdateBooking?: object;
  /** Options of Timekit's SDK. */
  readonly timekitConfig?: SdkConfig;
  /** Options of FullCalendar 3, over those of v1. https://fullcalendar.io/docs/v3 */
  readonly fullCalendar?: Readonly<Record<string, unknown>>;
  /** Formats and words. */
  readonly localization?: Localization;
  /** Functions that v1 calls. Default none. */
  readonly callbacks?: BookingCallbacks;
  /** Ignored with a warning: it is the broker's. */
  readonly app?: string;
  /** Ignored with a warning: it is the broker's. */
  readonly email?: string;
  /** Ignored with a warning: it is the broker's. Whoever reads the page can read a token in it. */
  readonly apiToken?: string;
  /** Ignored: use the option `target`. */
  readonly targetEl?: unknown;
  /** Ignored: use the option `start`. */
  readonly autoload?: boolean;
}

export interface BookingFields {
  /** Placeholder `Full name`; always there and required. */
  readonly name?: RequiredField;
  /** Placeholder `E-mail`; always there and required. */
  readonly email?: RequiredField;
  /** Placeholder `Comment`; enabled. */
  readonly comment?: BookingField;
  /** Placeholder `Phone number`; not enabled. */
  readonly phone?: BookingField;
  /** Placeholder `Skype username`; not enabled. */
  readonly voip?: BookingField;
  /** Placeholder `Location`; not enabled. */
  readonly location?: BookingField;
}

export interface RequiredField {
  /** What stands in the empty field. */
  readonly placeholder?: string;
  /** What the field holds at first. Default false: nothing. */
  readonly prefilled?: string | false;
  /** Visitors cannot change it. Default false. */
  readonly locked?: boolean;
}

export interface BookingField extends RequiredField {
  /** Whether the form has the field. */
  readonly enabled?: boolean;
  /** Whether it has to be filled in. Default false. */
  readonly required?: boolean;
}

/** What Timekit is asked for; more of its parameters go on as they are. */
export interface FindTime {
  /** How far ahead, in English. Default `4 weeks`. */
  readonly future?: string;
  /** How long each time is. Default `1 hour`. */
  readonly length?: string;
  readonly [parameter: string]: unknown;
}

/** What Timekit is sent with a booking; more of its parameters go on as they are. */
export interface CreateBooking {
  /** Default: `bookingGraph`. */
  readonly graph?: string;
  /** Default `confirm` for `instant`, else `create`. */
  readonly action?: string;
  /** The event: `what`, `where`, `description`, `invite`, `my_rsvp`, `sync_provider`, `participants`, `calendar_id` … */
  readonly event?: Readonly<Record<string, unknown>>;
  /** What else is kept of the visitor. */
  readonly customer?: Readonly<Record<string, unknown>>;
  readonly [parameter: string]: unknown;
}

export interface SdkConfig {
  /** Where Timekit is: `https:`, or `http:` on loopback. Default `https://api.timekit.io/`. */
  readonly apiBaseUrl?: string;
  /** Default `v2`. */
  readonly apiVersion?: string;
  /** Headers of each request, but for credentials, which are the broker's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Format in which times are sent. */
  readonly inputTimestampFormat?: string;
  /** Format in which Timekit answers. */
  readonly outputTimestampFormat?: string;
  /** IANA name of the zone in which Timekit answers. */
  readonly timezone?: string;
  /** Convert the names of answers to camelCase. Default false. */
  readonly convertResponseToCamelcase?: boolean;
  /** Convert the names of requests to snake_case. Default true. */
  readonly convertRequestToSnakecase?: boolean;
  /** Hand over what is in `data` of an answer. v1 needs it. Default true. */
  readonly autoFlattenResponse?: boolean;
  /** Ignored with a warning: it is the broker's. */
  readonly app?: string;
}

export interface Localization {
  /** Say how far the resource's zone is from the visitor's. Default true. */
  readonly showTimezoneHelper?: boolean;
  /** Formats of times and dates; false leaves them to the other options. Default `12h-mdy-sun`. */
  readonly timeDateFormat?: "12h-mdy-sun" | "24h-dmy-mon" | false;
  /** Moment's format of the form's date. Default `MMMM D, YYYY`. */
  readonly bookingDateFormat?: string;
  /** Moment's format of the form's times. Default `h:mma`. */
  readonly bookingTimeFormat?: string;
  /** PHP's format of times in Timekit's e-mails. Default `h:ia`. */
  readonly emailTimeFormat?: string;
  readonly strings?: BookingStrings;
}

/** v1's own words; in an owner's configuration they may hold HTML. */
export interface BookingStrings {
  /** Default `with`. */
  readonly allocatedResourcePrefix?: string;
  /** Default `Book it`. */
  readonly submitText?: string;
  /** Default `Thanks!`. */
  readonly successMessageTitle?: string;
  /** `%s` stands for the visitor's address. The default depends on `bookingGraph`. */
  readonly successMessageBody?: string;
  /** Default `Loading..`. */
  readonly timezoneHelperLoading?: string;
  /** Default `Your timezone is %s hours %s %s (calendar shown in your local time)`. */
  readonly timezoneHelperDifferent?: string;
  /** Default `You are in the same timezone as %s`. */
  readonly timezoneHelperSame?: string;
}

type CallName = "findTime" | "findTimeTeam" | "getBookingSlots" | "getUserTimezone" | "createBooking";

/** A call to Timekit begins, has an answer, or has failed; the capital G of one of them is v1's. */
type CallCallbacks = {
  readonly [Name in `${Exclude<CallName, "getBookingSlots"> | "GetBookingSlots"}Started`]?: Callback;
} & { readonly [Name in `${CallName}${"Successful" | "Failed"}`]?: Callback };

export interface BookingCallbacks extends CallCallbacks {
  /** v1 begins to draw. */
  readonly renderStarted?: Callback;
  /** v1 has drawn the calendar. */
  readonly renderCompleted?: Callback;
  readonly fullCalendarInitialized?: Callback;
  readonly showLoadingScreen?: Callback;
  readonly hideLoadingScreen?: Callback;
  /** A visitor has chosen a time. */
  readonly clickTimeslot?: Callback;
  readonly showBookingPage?: Callback;
  readonly closeBookingPage?: Callback;
  /** With what the visitor has typed. */
  readonly submitBookingForm?: Callback;
  /** v1 never calls it; use the event `timekit-embed:error`. */
  readonly errorTriggered?: Callback;
}

/** Given what v1 gives it, as an answer of Timekit's or a time. */
type Callback = (...given: never[]) => unknown;
