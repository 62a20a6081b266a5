import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { type HostVisit, openHost } from "../open-host.ts";
import { blockedStyle, writePolicy } from "../policy.ts";

// v1's blocked styles are adopted: the calendar must look as it does without a policy, down to the last pixel.
export const page: HostPage = {
  headers: writePolicy({}),
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
  browserPrints: blockedStyle,
  act: async (visit) => {
    const withoutPolicy = { ...page };
    Reflect.deleteProperty(withoutPolicy, "act");
    Reflect.deleteProperty(withoutPolicy, "headers");
    const other = await openHost(visit.world, withoutPolicy);
    await expectCalendars(withoutPolicy, other);
    const [here, there] = [await picture(visit), await picture(other)];
    await other.close();
    expect(here.equals(there)).toBe(true);
  },
};

const picture = async ({ page }: HostVisit): Promise<Buffer> => {
  // v1's loading screen fades away.
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  return page.screenshot({ animations: "disabled", caret: "hide" });
};
