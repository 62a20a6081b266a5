const lookEveryMs = 1000;
const signals = ["SIGINT", "SIGTERM"] as const;

/** Calls once when this process is told to stop, or when the npm that runs it is gone. */
export const onStop = (stop: () => void): void => {
  const parent = process.ppid;
  const stopOnce = (): void => {
    clearInterval(look);
    for (const signal of signals) process.off(signal, stopOnce);
    stop();
  };
  for (const signal of signals) process.on(signal, stopOnce);
  // npm hands SIGTERM to its shell, and that ends without a word to us.
  const isRunByNpm = process.env["npm_lifecycle_event"] !== undefined;
  const look = isRunByNpm ? setInterval(() => process.ppid !== parent && stopOnce(), lookEveryMs) : undefined;
};
