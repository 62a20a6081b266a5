import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { examples } from "./examples.ts";
import { openVersions, type Seen, type Versions } from "./open-versions.ts";

let versions: Versions;
beforeAll(async () => {
  versions = await openVersions();
});
afterAll(() => versions.close());

// The loader refuses teams, since the answer would bring their members' tokens into the page.
const isTeam = ({ v1 }: (typeof examples)[number]): boolean =>
  "timekitFindTimeTeam" in v1(() => () => undefined);

// Our tag says by itself that it has failed, and takes v1 away.
const look = (seen: Seen): unknown => (seen.calendar.hasFailed ? "failed" : seen);

describe("pages like the examples of v1 look by our tag as they did", () => {
  it.each(examples.filter((one) => !isTeam(one)))("$page", async (example) => {
    const { seen: one } = await versions.see(example, "one");
    const { seen: embed } = await versions.see(example, "embed");
    expect(look(embed)).toEqual(look(one));
  });

  it.each(examples.filter(isTeam))("$page, with a note that it cannot", ({ v1 }) => {
    const { notes } = migrateConfig(
      v1(() => () => undefined),
      { target: "embed" },
    );
    expect(notes).toContainEqual(expect.objectContaining({ path: "timekitFindTimeTeam", kind: "needs-you" }));
  });
});
