import { fillTemplate } from "../pages/fill-template.ts";
import { html, type HtmlValue } from "../pages/html.ts";
import type { Surroundings } from "../pages/surroundings.ts";
import { createWorld, projectIds, resourceIds, widgetKeys } from "../timekit/world.ts";
import type { Built } from "../../src/migrate/lines/write-tag.ts";
import type { PreviewAccount } from "./preview/to-preview.ts";
import { rulesTable } from "./rules-table.ts";
import { samples } from "./samples.ts";

export interface WorkbenchFacts {
  readonly surroundings: Surroundings;
  readonly built: Built;
}

/** What the page's script is told, as JSON in an attribute. */
export interface PageSettings {
  readonly account: PreviewAccount;
  readonly built: Built;
}

/** Fills the template of the workbench. */
export const renderWorkbench = (template: string, { surroundings, built }: WorkbenchFacts): string => {
  const settings: PageSettings = {
    built,
    account: {
      appKey: widgetKeys.live,
      resourceIds: [resourceIds.normal, resourceIds.losAngeles],
      groupProjectId: projectIds.groups,
      timekitOrigin: surroundings.simulatedOrigin,
      v1: accountOfV1(),
    },
  };
  const values: Readonly<Record<string, HtmlValue>> = {
    version: surroundings.version,
    settings: JSON.stringify(settings),
    rules: rulesTable(),
    samples: html`${samples.map(({ name }, index) => html`<option value="${String(index)}">${name}</option>`)}`,
    "first-sample": samples[0].text,
    "resource-id": surroundings.resourceId,
    "simulated-origin": surroundings.simulatedOrigin,
    "broker-origin": surroundings.brokerOrigin,
    "timekit-origin": surroundings.timekitOrigin,
  };
  return fillTemplate(template, values);
};

// Credentials of the simulated world follow from their names.
const accountOfV1 = (): PreviewAccount["v1"] => {
  for (const { slug, resources } of createWorld({ nowMs: Date.now() }).apps) {
    const resource = resources.find(({ id }) => id === resourceIds.normal);
    const token = resource?.credentials.find(({ type }) => type === "client-token")?.token;
    if (resource?.email && token) return { app: slug, email: resource.email, apiToken: token };
  }
  throw new Error("The simulated Timekit has no workshop.");
};
