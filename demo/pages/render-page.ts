import { grantPath } from "../../src/contract/grant-request.ts";
import { resourceIds } from "../timekit/world.ts";
import { calendarOptions } from "./calendar-options.ts";
import type { Choices } from "./choices.ts";
import { fillTemplate } from "./fill-template.ts";
import type { HtmlValue } from "./html.ts";
import { isStandIn, standInPath } from "./stand-ins.ts";
import type { Surroundings } from "./surroundings.ts";
import { switchLinks } from "./switch-links.ts";

export interface PageFacts {
  readonly choices: Choices;
  readonly surroundings: Surroundings;
}

/** Fills the template of the small business's page. */
export const renderPage = (template: string, facts: PageFacts): string =>
  fillTemplate(template, pageValues(facts));

const pageValues = ({ choices, surroundings }: PageFacts): Readonly<Record<string, HtmlValue>> => ({
  look: choices.look,
  direction: choices.direction,
  language: choices.language,
  notice: choices.notice,
  "resource-id": resourceIdFor(choices, surroundings),
  "broker-url": brokerUrlFor(choices, surroundings),
  "calendar-options": JSON.stringify(calendarOptions(choices, surroundings)),
  version: surroundings.version,
  "timekit-name": surroundings.isSimulated ? "a simulated Timekit" : "your Timekit account",
  "booking-note": surroundings.isSimulated
    ? "A demonstration: the workshop is made up, and nothing is really booked."
    : "This books in your own Timekit account.",
  switches: switchLinks({ choices, isSimulated: surroundings.isSimulated }),
});

const resourceIdFor = (choices: Choices, { isSimulated, resourceId }: Surroundings): string =>
  choices.case === "no-slots" && isSimulated ? resourceIds.noSlots : resourceId;

const brokerUrlFor = (choices: Choices, { brokerOrigin }: Surroundings): string =>
  isStandIn(choices.case) ? standInPath(choices.case) : `${brokerOrigin}${grantPath}`;
