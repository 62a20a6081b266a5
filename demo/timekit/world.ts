import { exactly, makeResource, officeHours } from "./make-resource.ts";
import { makeCredential, timestamp } from "./make-credential.ts";
import type { App, Resource, World } from "./world-types.ts";

/** The resources of the default world, named after what is special about them. */
export const resourceIds = {
  normal: "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
  losAngeles: "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913",
  serverTokenOnly: "0d4f2c1b-9a7e-4c35-8b62-7e1f3a5d9c20",
  expiredClientToken: "7c9a1e53-2b8d-4e60-a1f4-3d5b7c9e0f12",
  noCredentials: "c3e5a7b9-1d2f-4a6c-8e0b-5f7d9b1c3a24",
  noEmail: "a8b6c4d2-e0f1-4b3d-9c5e-7a9b1d3f5c36",
  noSlots: "e1d3c5b7-a9f0-4c2e-8d4b-6f8a0c2e4d48",
  oneSlot: "1f3e5d7c-9b0a-4d1e-9e3c-5b7d9f1a3c50",
  twoSlots: "2a4c6e80-b1d3-4e2f-8f4d-6c8e0a2b4d62",
  twelveSlots: "12b4d6f8-0c2e-4f30-9a5e-7d9f1b3c5e74",
  groups: "9e7c5a3b-1f0d-4a41-8b6f-8e0a2c4d6f86",
  testMode: "6d8f0a2c-4e6b-4b52-9c70-9f1b3d5e7a98",
  unknown: "ffffffff-0000-4000-8000-000000000404",
} as const;

/** The keys of the default world's two apps. */
export const apiKeys = {
  live: "live_api_key_SimulatedTimekitOnly0000000001",
  test: "test_api_key_SimulatedTimekitOnly0000000002",
} as const;

/** The two stored widgets of the default world. */
export const widgetIds = { id: "424a97d6-1f0b-4c8e-9d3a-5b7c9e1f3a20", slug: "brook-lane-bicycles" } as const;

/** The App Widget Keys of the default world's two apps, which may stand in a page. */
export const widgetKeys = {
  live: "live_widget_key_SimulatedTimekitOnly00000003",
  test: "test_widget_key_SimulatedTimekitOnly00000004",
} as const;

/** The projects of the default world. */
export const projectIds = {
  normal: "63a2d4f8-7c1e-4b95-a0d3-8e6f2c4b1a97",
  groups: "84c6e0a2-5d3f-4e17-b8a9-1f7d9c3e5b06",
} as const;

export interface WorldOptions {
  /** Milliseconds since 1970; credentials expire a year later. */
  readonly nowMs: number;
  /** Absolute URL of the normal resource's picture. */
  readonly image?: string;
}

/** One live app with every kind of resource, and one test app. */
export const createWorld = (options: WorldOptions): World => ({ apps: [liveApp(options), testApp(options)] });

const liveApp = (options: WorldOptions): App => ({
  id: "b0a1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d",
  slug: "brook-lane",
  name: "Brook Lane",
  apiKeys: [apiKeys.live],
  widgetKeys: [widgetKeys.live],
  isTest: false,
  ownerEmail: "owner@example.com",
  resources: [...bookableResources(options), ...resourcesWithoutToken(options)],
  widgets: [{ ...widgetIds, resourceId: resourceIds.normal, config: { name: "Brook Lane Bicycles" } }],
  projects: [
    {
      id: projectIds.normal,
      slug: "book-a-repair",
      name: "Book a repair",
      resourceIds: [resourceIds.normal],
      config: { availability: { length: "1 hour", to: "2 weeks" }, booking: { graph: "instant" } },
    },
    {
      id: projectIds.groups,
      slug: "evening-classes",
      name: "Evening classes",
      resourceIds: [resourceIds.groups],
      config: { booking: { graph: "group_customer" } },
    },
  ],
});

const testApp = ({ nowMs }: WorldOptions): App => ({
  id: "d4c3b2a1-f5e4-4b6a-9d8c-4d3c2b1a0f9e",
  slug: "brook-lane-test",
  name: "Brook Lane (test)",
  apiKeys: [apiKeys.test],
  widgetKeys: [widgetKeys.test],
  isTest: true,
  ownerEmail: "owner@example.com",
  resources: [makeResource({ id: resourceIds.testMode, nowMs, name: "Test bench" })],
  widgets: [],
  projects: [],
});

const hour = 60;
const nobody = { weekdays: [], opensAt: 0, closesAt: 0 };

const bookableResources = ({ nowMs, image = "" }: WorldOptions): readonly Resource[] => [
  makeResource({
    id: resourceIds.normal,
    nowMs,
    name: "Brook Lane Bicycles",
    email: "workshop@example.com",
    image: image === "" ? null : image,
    schedule: {
      ...officeHours,
      breaks: [
        { opensAt: 12 * hour, closesAt: 13 * hour },
        { weekday: 2, opensAt: 9 * hour, closesAt: 11 * hour },
        { weekday: 3, opensAt: 15 * hour, closesAt: 17 * hour },
        { weekday: 5, opensAt: 14 * hour, closesAt: 15 * hour },
      ],
    },
  }),
  makeResource({
    id: resourceIds.losAngeles,
    nowMs,
    name: "Venice Beach Cycles",
    timeZone: "America/Los_Angeles",
  }),
  makeResource({ id: resourceIds.noSlots, nowMs, name: "Brook Lane Bicycles", schedule: nobody }),
  makeResource({ id: resourceIds.oneSlot, nowMs, name: "One slot", schedule: exactly(1) }),
  makeResource({ id: resourceIds.twoSlots, nowMs, name: "Two slots", schedule: exactly(2) }),
  makeResource({ id: resourceIds.twelveSlots, nowMs, name: "Twelve slots", schedule: exactly(12) }),
  makeResource({
    id: resourceIds.groups,
    nowMs,
    name: "Evening classes",
    groups: { what: "Mend a puncture", seats: 3, count: 4 },
  }),
];

const resourcesWithoutToken = ({ nowMs }: WorldOptions): readonly Resource[] => [
  makeResource({
    id: resourceIds.serverTokenOnly,
    nowMs,
    credentials: [makeCredential({ seed: resourceIds.serverTokenOnly, nowMs, type: "server-token" })],
  }),
  makeResource({
    id: resourceIds.expiredClientToken,
    nowMs,
    credentials: [
      makeCredential({ seed: resourceIds.expiredClientToken, nowMs, type: "server-token" }),
      makeCredential({ seed: resourceIds.expiredClientToken, nowMs, expires: timestamp(nowMs - 60_000) }),
    ],
  }),
  makeResource({ id: resourceIds.noCredentials, nowMs, credentials: [] }),
  makeResource({ id: resourceIds.noEmail, nowMs, email: null }),
];
