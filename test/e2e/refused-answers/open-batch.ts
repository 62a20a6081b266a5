import { deriveToken } from "../../../demo/timekit/derive.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { findTraces } from "../traces/find-traces.ts";
import type { HeardEvent, Visit } from "../world/open-visit.ts";
import type { World } from "../world/open-world.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";
import { makeGrant } from "../../cases/grants.ts";
import type { RefusedAnswer } from "./refused-answer.ts";

/** What one calendar made of its broker's answer. */
export interface Outcome {
  readonly events: readonly HeardEvent[];
  readonly isAlertVisible: boolean;
  /** Where something of the refused answer was left behind. */
  readonly traces: readonly string[];
}

/** Opens one page with a calendar for each answer, and waits until all of them have given up. */
export const openBatch = async (
  world: World,
  batch: readonly RefusedAnswer[],
): Promise<readonly Outcome[]> => {
  const canaries = batch.map(({ name }) => deriveToken(name));
  const visit = await world.openPage({
    broker: async (request) => {
      const index = Number(/\/(\d+)\/client-token$/.exec(new URL(request.url).pathname)?.[1]);
      const canary = canaries[index] ?? "";
      const good = makeGrant(canary, resourceIds.normal);
      const response = (await batch[index]?.answer({ canary, good, request })) ?? new Response(null);
      response.headers.append("set-cookie", `session${index}=${canary}; path=/`);
      return response;
    },
    html: ({ brokerUrl, config }) =>
      writeDocument(
        [
          `<script>${batch.map(({ script = "" }) => script).join("\n")}</script>`,
          ...batch.map((_, index) => {
            const url = brokerUrl.replace("/client-token", `/${index}/client-token`);
            const tag = {
              "resource-id": resourceIds.normal,
              "broker-url": url,
              target: `#case-${index}`,
              config,
            };
            return `<div id="case-${index}"></div>${writeTag(tag)}`;
          }),
        ].join("\n"),
      ),
  });
  await waitForFailures(visit, batch.length);
  const traces = await findTraces(visit, canaries);

  const outcomes: Outcome[] = [];
  for (const [index, canary] of canaries.entries()) {
    const id = `case-${index}`;
    outcomes.push({
      events: await visit.events(id),
      isAlertVisible: await visit.page.locator(`#${id}`).getByRole("alert").isVisible(),
      traces: traces.filter(({ secret }) => secret === canary).map(({ place }) => place),
    });
  }
  await visit.close();
  return outcomes;
};

const waitForFailures = (visit: Visit, count: number): Promise<unknown> =>
  visit.page
    .waitForFunction(
      (count) => {
        const { embeds = [] } = (Reflect.get(window, "TimekitEmbed") ?? {}) as {
          embeds?: { state: string }[];
        };
        return embeds.length === count && embeds.every(({ state }) => state === "failed");
      },
      count,
      { timeout: 15_000 },
    )
    // A calendar that never fails is found by its own test, and does not take the others with it.
    .catch(() => undefined);
