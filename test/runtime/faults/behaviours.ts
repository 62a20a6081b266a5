import type { Socket } from "node:net";
import type { Behave } from "./start-fault-server.ts";

type Ending = (socket: Socket) => void;

const end: Ending = (socket) => void socket.end();
const reset: Ending = (socket) => void socket.resetAndDestroy();
const keep: Ending = () => undefined;

const sendThen =
  (ending: Ending) =>
  (...parts: readonly (string | Buffer)[]): Behave =>
  (socket) => {
    for (const part of parts) socket.write(part);
    ending(socket);
  };

/** Sends these bytes and closes the connection properly. */
export const sendAndEnd = sendThen(end);

/** Sends these bytes and leaves the connection open, without another word. */
export const sendAndHang = sendThen(keep);

/** Sends these bytes, waits until they have left, and resets the connection. */
export const sendAndReset =
  (text: string): Behave =>
  (socket) =>
    void socket.write(text, () => setTimeout(reset, 10, socket));

/** Sends the first bytes, and then this text again and again until the other end has had enough. */
export const sendForever =
  (first: string, again: string | Buffer, everyMs: number): Behave =>
  (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.writable && socket.write(again), everyMs);
    socket.on("close", () => clearInterval(timer));
  };

/** An answer as HTTP has it: status, header lines and a body of the length that it says. */
export const answer = (
  status: number | string,
  headers: readonly string[] = [],
  body: string | Buffer = "{}",
): Behave => {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  const head = [`HTTP/1.1 ${status} HttpReply`, "Connection: close", ...headers, length, "", ""];
  return sendAndEnd(head.join("\r\n"), body);
};

/** Another behaviour after a while. */
export const later =
  (durationMs: number, behave: Behave): Behave =>
  (socket, request) => {
    const timer = setTimeout(behave, durationMs, socket, request);
    socket.on("close", () => clearTimeout(timer));
  };
