import type { Duplex } from "node:stream";
import type { Log } from "../log.ts";
import { Refusal } from "../refusal.ts";
import { type HttpReply, fixedHeaders, toProblemReply, toReply } from "../respond/reply.ts";
import type { Runtime } from "../runtime.ts";

export interface RefuseMalformed {
  /** For what is HTTP but no request, as one with an impossible `Host`. */
  readonly asReply: () => HttpReply;
  /** For what is not HTTP, or comes too slowly; a listener for `clientError`. */
  readonly onSocket: (error: NodeJS.ErrnoException, socket: Duplex) => void;
}

/** Refuses what never becomes a `Request`, with the same headers as everything else. */
export const createRefuseMalformed = (
  runtime: Pick<Runtime, "createRequestId">,
  log: Pick<Log, "tell">,
): RefuseMalformed => {
  const refuse = (): { readonly answer: HttpReply; readonly requestId: string } => {
    const requestId = runtime.createRequestId();
    const refusal = new Refusal("invalid-request", "malformed");
    const answer = toProblemReply(refusal, requestId);
    const { code, reason } = refusal;
    log.tell({ level: "info", event: "request", request_id: requestId, status: answer.status, code, reason });
    return { answer, requestId };
  };
  return {
    asReply: () => {
      const { answer, requestId } = refuse();
      return toReply(answer, { requestId, listedOrigin: null, method: "GET" });
    },
    onSocket: (error, socket) => {
      // An answer under way on this socket would be torn apart; Node's own handler asks for the same property.
      const isAnswering = Boolean(Reflect.get(socket, "_httpMessage"));
      if (error.code === "ECONNRESET" || !socket.writable || isAnswering) {
        socket.destroy();
        return;
      }
      const { answer, requestId } = refuse();
      socket.end(toRawResponse(answer, requestId));
    },
  };
};

const toRawResponse = (answer: HttpReply, requestId: string): string => {
  const body = answer.body ?? "";
  const headers = {
    ...fixedHeaders,
    "X-Request-Id": requestId,
    ...answer.headers,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${answer.status} Bad Request`, ...lines, "", body].join("\r\n");
};
