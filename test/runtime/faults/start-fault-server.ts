import { createServer, type AddressInfo, type Socket } from "node:net";
import { clientToken, makeBodies, serverToken } from "../timekit-bodies.ts";

/** What happens on a connection once a whole request has come in on it. */
export type Behave = (socket: Socket, request: string) => void;

/** A Timekit on a bare socket, so that it can break the rules of HTTP. */
export interface FaultServer {
  readonly url: string;
  /** What was asked for so far, oldest first. */
  readonly targets: readonly string[];
  readonly behave: (behave: Behave) => void;
  /** Closes the port, so that connections are refused, until `listen`. */
  readonly refuse: () => Promise<void>;
  readonly listen: () => Promise<void>;
  readonly countConnections: () => number;
  readonly close: () => Promise<void>;
}

export const startFaultServer = async (): Promise<FaultServer> => {
  const targets: string[] = [];
  const sockets = new Set<Socket>();
  let behave: Behave = grantWith(clientToken.token);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // The broker cuts connections; that is what most of these tests are about.
    socket.on("error", () => undefined);
    let request = "";
    socket.on("data", (chunk) => {
      request += chunk.toString("latin1");
      if (!request.endsWith("\r\n\r\n")) return;
      targets.push(toTarget(request));
      behave(socket, request);
      request = "";
    });
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const refuse = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    targets,
    behave: (next) => {
      behave = next;
    },
    refuse,
    listen: () => listen(port),
    countConnections: () => sockets.size,
    close: refuse,
  };
};

/** Answers as Timekit does about any resource, with a client-token of this text among full-power ones. */
export const grantWith =
  (token: string): Behave =>
  (socket, request) => {
    const [, id = ""] = /^\/v2\/resources\/([^?]*)/.exec(toTarget(request)) ?? [];
    const credentials = [serverToken, { ...clientToken, token }];
    const body = JSON.stringify(makeBodies({ resource: { id }, credentials }).included);
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };

const toTarget = (request: string): string => request.split(" ", 2)[1] ?? "";
