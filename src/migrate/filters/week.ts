/** Hours of a day, from 0 to 24. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The hours of each day of the week, Monday first; spans are in order and do not touch. */
export type Week = readonly (readonly Span[])[];

/** As Timekit spells them, Monday first. */
export const dayNames = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** One of them. */
export type DayName = (typeof dayNames)[number];

/** The days that are no weekdays. */
export const weekend: readonly DayName[] = ["Saturday", "Sunday"];

/** From midnight to midnight. */
export const fullDay: Span = { start: 0, end: 24 };

/** A week in which these days have this span, and the others nothing. */
export const weekOf = (days: readonly DayName[], span: Span): Week =>
  dayNames.map((day) => (days.includes(day) ? [span] : []));

/** What lies in all of the weeks. */
export const intersect = (weeks: readonly Week[]): Week =>
  weeks.reduce(
    (one, other) => dayNames.map((_, day) => overlaps(one[day] ?? [], other[day] ?? [])),
    weekOf(dayNames, fullDay),
  );

/** What lies in any of the weeks. */
export const unite = (weeks: readonly Week[]): Week =>
  dayNames.map((_, day) => join(weeks.flatMap((week) => week[day] ?? [])));

const overlaps = (ones: readonly Span[], others: readonly Span[]): readonly Span[] =>
  join(
    ones.flatMap((one) =>
      others.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
    ),
  );

const join = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = [];
  const inOrder = spans.filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start);
  for (const span of inOrder) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
};
