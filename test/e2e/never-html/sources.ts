import type { Page, Route } from "playwright-core";
import type { FetchHandler } from "../../tools/start-server.ts";
import { defaultAttributes, writeLoader } from "../hosts/host-script.ts";
import type { Servers } from "../world/open-servers.ts";
import { type PageOptions, writeDocument } from "../world/write-page.ts";

/**
 * HTML that tells on itself when it is parsed as such: the page's global `ran` gets the name. It has no space, so that
 * an e-mail address can hold it.
 */
export const markup = (name: string): string => `"><img/src="x"/onerror="ran.push('${name}')">`;

/** Somebody who is not the site's owner and writes HTML wherever he can. */
export interface Source {
  readonly name: string;
  /** How his texts come to the page. */
  readonly options: (servers: Servers) => PageOptions;
  /** Where one of them can be read, so that it is known to have come so far. */
  readonly shownIn?: string;
}

export const sources: readonly Source[] = [
  {
    name: "a container",
    options: () => ({
      html: (parts) => {
        const config = {
          name: markup("name"),
          targetEl: markup("targetEl"),
          avatar: `https://127.0.0.1:1/${markup("avatar")}`,
          bookingFields: { name: { placeholder: "Full name", prefilled: markup("prefilled") } },
          localization: {
            showTimezoneHelper: true,
            bookingDateFormat: `[${markup("date")}]`,
            strings: texts,
          },
          fullCalendar: { noEventsMessage: markup("noEvents"), buttonText: { today: markup("today") } },
          [markup("key")]: 1,
        };
        const container = writeContainer(parts.resourceId, config);
        return writeDocument(container + writeLoader(parts, defaultAttributes(parts)));
      },
    }),
    shownIn: ".bookingjs-timezonehelper",
  },
  {
    name: "the broker",
    options: (servers) => ({
      broker: changeAnswer(servers, (answer) => ({
        ...answer,
        resource: {
          ...Object(answer["resource"]),
          name: markup("name"),
          avatar: `https://127.0.0.1:1/${markup("avatar")}`,
          timezone: markup("timezone"),
        },
      })),
    }),
    shownIn: ".bookingjs-displayname",
  },
  {
    name: "a broker that names another account",
    options: (servers) => ({
      broker: changeAnswer(servers, (answer) => ({
        ...answer,
        app: markup("app"),
        resource: { ...Object(answer["resource"]), email: `${markup("email")}@example.com` },
      })),
    }),
  },
  {
    name: "a broker's failure",
    options: () => ({
      broker: () =>
        answerWith(418, {
          code: markup("code"),
          title: markup("title"),
          detail: markup("detail"),
          request_id: markup("request"),
        }),
    }),
  },
  {
    name: "Timekit's answers",
    options: (servers) => ({
      prepare: (page) =>
        changeTimekit(page, servers, async (route) => {
          const response = await route.fetch();
          const body = Object((await response.json()) as unknown) as { data: unknown };
          const data = Array.isArray(body.data)
            ? body.data.map((slot: unknown) => ({ ...Object(slot), ...slotTexts }))
            : { ...Object(body.data), timezone: markup("timezone"), state: markup("state") };
          await route.fulfill({ response, json: { ...body, data } });
        }),
    }),
  },
  {
    name: "Timekit's widget",
    options: (servers) => ({
      config: { widgetId: "0f1e2d3c" },
      prepare: (page) =>
        changeTimekit(page, servers, async (route) => {
          if (!route.request().url().includes("/widgets/")) return route.fallback();
          const config = { name: markup("name"), localization: { strings: texts }, bookingGraph: "instant" };
          await route.fulfill({ headers: cors, json: { data: { id: markup("id"), config } } });
        }),
    }),
  },
  ...["findtime", "timezone", "bookings"].map((path): Source => ({
    name: `Timekit's errors at ${path}`,
    options: (servers) => ({
      prepare: (page) =>
        changeTimekit(page, servers, async (route) => {
          if (!route.request().url().includes(path)) return route.fallback();
          const json = { error: markup("error"), errors: { [markup("key")]: [markup("value")] } };
          await route.fulfill({ status: 422, headers: cors, json });
        }),
    }),
  })),
  ...["text/plain", "text/html"].map((contentType): Source => ({
    name: `Timekit's errors as ${contentType}`,
    options: (servers) => ({
      prepare: (page) =>
        changeTimekit(page, servers, (route) =>
          route.fulfill({ status: 500, headers: cors, contentType, body: markup("body") }),
        ),
    }),
  })),
];

/** Every text of v1 that it puts into the page, most of them unescaped. */
const texts = Object.fromEntries(
  [
    "allocatedResourcePrefix",
    "submitText",
    "successMessageTitle",
    "successMessageBody",
    "timezoneHelperLoading",
    "timezoneHelperDifferent",
    "timezoneHelperSame",
  ].map((name) => [name, `${markup(name)} %s`]),
);

const slotTexts = {
  title: markup("title"),
  className: markup("className"),
  url: "javascript:ran.push('url')",
  description: markup("description"),
};

const cors = { "access-control-allow-origin": "*" } as const;

const answerWith = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: cors });

const changeAnswer =
  ({ passOn }: Servers, change: (answer: Readonly<Record<string, unknown>>) => unknown): FetchHandler =>
  async (request) => {
    const answer = (await (await passOn(request)).json()) as Readonly<Record<string, unknown>>;
    return answerWith(200, change(answer));
  };

const changeTimekit = (
  page: Page,
  { timekitOrigin }: Servers,
  answer: (route: Route) => Promise<void>,
): Promise<unknown> => page.route(`${timekitOrigin}/**`, answer);

const writeContainer = (resourceId: string, config: unknown): string =>
  `<div data-timekit-resource-id="${resourceId}" data-config='${JSON.stringify(config).replaceAll("'", "&#39;")}'></div>`;
