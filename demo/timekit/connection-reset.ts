/** Thrown where the connection breaks before an answer; a server that serves the handler resets the socket. */
export class ConnectionReset extends TypeError {
  override readonly name = "ConnectionReset";
  constructor() {
    super("The connection was reset.");
  }
}
