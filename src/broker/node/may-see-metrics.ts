import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHeaders } from "../visit.ts";

/** Whether these headers may see the metrics. */
export type MaySeeMetrics = (headers: RequestHeaders) => boolean;

/**
 * Lets through whoever sends METRICS_TOKEN as Bearer; without the setting nobody. Where a request comes from says nothing:
 * behind a proxy that adds no header, everybody seems to be on this machine.
 */
export const createMaySeeMetrics = (token: string | undefined): MaySeeMetrics => {
  if (token === undefined) return () => false;
  const expected = hash(`Bearer ${token}`);
  return (headers) => timingSafeEqual(hash(headers.get("authorization") ?? ""), expected);
};

/** Equally long for all texts, as `timingSafeEqual` needs them. */
const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
