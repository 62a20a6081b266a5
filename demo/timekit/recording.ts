import { parseBasic, type BasicCredentials } from "./parse-basic.ts";

/** One request as it arrived, preflights included. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The headers that say who asks and how. */
  readonly headers: Readonly<Partial<Record<RecordedHeader, string>>>;
  /** `Authorization` in the clear: made-up secrets of the simulated world. */
  readonly basic?: BasicCredentials;
  /** Parsed JSON, else the text; undefined without a body. */
  readonly body: unknown;
  /** Null while no answer has been given: under way, hanging, reset or given up. */
  readonly status: number | null;
}

const recordedHeaders = [
  "accept",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "authorization",
  "content-type",
  "cookie",
  "origin",
  "referer",
  "timekit-app",
  "timekit-context",
  "timekit-inputtimestampformat",
  "timekit-outputtimestampformat",
  "timekit-timezone",
  "user-agent",
] as const;

type RecordedHeader = (typeof recordedHeaders)[number];

/** Writes requests down in the order in which they came. */
export interface Recording {
  readonly requests: readonly RecordedRequest[];
  /** Adds a request; what is returned sets its status. */
  add(request: Request, body: unknown): (status: number) => void;
  clear(): void;
}

/** An empty recording. */
export const createRecording = (): Recording => {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    add: (request, body) => {
      const entry: { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] } = describe(
        request,
        body,
      );
      requests.push(entry);
      return (status) => {
        entry.status = status;
      };
    },
    clear: () => {
      requests.length = 0;
    },
  };
};

const describe = (request: Request, body: unknown): RecordedRequest => {
  const url = new URL(request.url);
  const basic = parseBasic(request.headers.get("authorization") ?? "");
  return {
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(
      recordedHeaders.flatMap((name) => {
        const value = request.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    ),
    ...(basic !== undefined && { basic }),
    body,
    status: null,
  };
};
