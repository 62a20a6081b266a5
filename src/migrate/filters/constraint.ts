import type { Plain, PlainObject } from "../migration.ts";
import { type Week } from "./week.ts";

/** One v1 filter in the terms of v2. */
export interface Constraint {
  /** Its name in v2. Blocking ones take times away; allowing ones take away everything else. */
  readonly name: `${"allow" | "block"}_${string}`;
  readonly body: PlainObject;
  /** The hours that it leaves; absent for a period of the calendar. */
  readonly week?: Week;
}

/** As it stands in `availability_constraints`. */
export const toPlain = ({ name, body }: Pick<Constraint, "name" | "body">): Plain => ({
  [name]: { ...body },
});

/** Whether it takes times away, where others allow them. */
export const isBlocking = ({ name }: Constraint): boolean => name.startsWith("block_");
