import type { CDPSession } from "puppeteer-core";
import type { Bench } from "./open-bench.ts";
import { openPage } from "./open-page.ts";

/** One stretch of work of a thread, as Chromium's tracing reports it; microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** The thread's own time, without the waiting for other programs. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Opens the page with the tag and measures the longest task in which the loader ran before the vendor file did. */
export const readLongestTaskMs = async (bench: Bench, cpuSlowdown: number): Promise<number> => {
  const { session, open, close } = await openPage(bench);
  try {
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    const events = await trace(bench.browser.session, () => open("/tag"));
    return findLongestMs(events, bench.vendorFile);
  } finally {
    await close();
  }
};

const trace = async (session: CDPSession, run: () => Promise<unknown>): Promise<readonly TraceEvent[]> => {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly TraceEvent[] }): void => {
    events.push(...value);
  };
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", { traceConfig: { includedCategories } });
  await run();
  const isComplete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await isComplete;
  session.off("Tracing.dataCollected", collect);
  return events;
};

const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"];

const findLongestMs = (events: readonly TraceEvent[], vendorFile: string): number => {
  const runs = events.filter(({ name }) => name === "EvaluateScript" || name === "FunctionCall");
  const vendor = runs.find(({ args }) => args?.data?.url?.endsWith(vendorFile));
  if (vendor === undefined) throw new Error("the trace does not show the vendor file");
  const ours = runs.filter(({ ts, args }) => ts < vendor.ts && args?.data?.url?.endsWith("/loader.js"));
  if (ours.length === 0) throw new Error("the trace does not show the loader");
  const tasks = events.filter(
    ({ name, ts, dur = 0, pid, tid }) =>
      name === "RunTask" &&
      pid === vendor.pid &&
      tid === vendor.tid &&
      ours.some((run) => ts <= run.ts && run.ts < ts + dur),
  );
  return Math.max(...tasks.map(({ tdur = Number.NaN }) => tdur)) / 1000;
};
