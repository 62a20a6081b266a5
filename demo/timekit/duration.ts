const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const unitMs: Readonly<Record<string, number>> = {
  min: minuteMs,
  minute: minuteMs,
  hour: hourMs,
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
};

/** A relative time in words, as `4 weeks` or `1 hour 30 minutes`, in milliseconds; undefined for anything else. */
export const parseDurationMs = (text: string): number | undefined => {
  if (!/^(\s*\d{1,4}\s*[a-z]+\s*)+$/i.test(text)) return undefined;
  let totalMs = 0;
  for (const [, count, word = ""] of text.matchAll(/(\d+)\s*([a-z]+)/gi)) {
    const oneMs = unitMs[word.toLowerCase().replace(/s$/, "")];
    if (oneMs === undefined) return undefined;
    totalMs += Number(count) * oneMs;
  }
  return totalMs;
};
