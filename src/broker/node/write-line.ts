export interface WriteLineOptions {
  readonly write: (text: string) => void;
  /** Runs later, once what is happening now is done; as `setImmediate`. */
  readonly defer: (run: () => void) => void;
}

export interface WriteLine {
  readonly write: (line: string) => void;
  /** Writes at once what is still waiting: for the end of the process. */
  readonly flush: () => void;
}

/** Writes the lines of one turn of the event loop together: under load, a write for each would cost more than the answers. */
export const createWriteLine = ({ write, defer }: WriteLineOptions): WriteLine => {
  let waiting = "";
  const flush = (): void => {
    const text = waiting;
    waiting = "";
    if (text !== "") write(text);
  };
  return {
    write: (line) => {
      if (waiting === "") defer(flush);
      waiting += `${line}\n`;
    },
    flush,
  };
};
