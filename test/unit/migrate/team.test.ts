import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const marty = "42b956f0-be11-4af3-9221-19e899fcd1fb";
const doc = "cca33050-2adf-4bf5-86e3-e989d6974b41";

const rows: readonly Row[] = [
  {
    says: "asks for the resources of members known by e-mail, and drops their calendars",
    v1: {
      timekitFindTimeTeam: {
        users: [
          { _email: "marty@example.com", _calendar: "c1", calendar_ids: ["c1"] },
          { _email: "doc@example.com", _calendar: "c2", calendar_ids: ["c2"] },
        ],
      },
    },
    facts: { resourceId },
    config: { availability: { mode: "roundrobin_prioritized" } },
    lacks: ["resources"],
    notes: {
      timekitFindTimeTeam: "reshaped",
      "timekitFindTimeTeam.users": "reshaped",
      "timekitFindTimeTeam.users[0]": "reshaped",
      "timekitFindTimeTeam.users[0]._email": "needs-you",
      "timekitFindTimeTeam.users[1]._calendar": "dropped",
      "timekitFindTimeTeam.users[1].calendar_ids": "dropped",
    },
  },
  {
    says: "lists members known by id, in their order",
    v1: { timekitFindTimeTeam: { users: [{ resource_ids: [marty] }, { userIds: [doc, marty] }] } },
    facts: { resourceId },
    config: { resources: [marty, doc], availability: { mode: "roundrobin_prioritized" } },
    notes: {
      "timekitFindTimeTeam.users[0].resource_ids": "reshaped",
      "timekitFindTimeTeam.users[1].userIds": "reshaped",
    },
  },
  {
    says: "says for each setting of a member where it goes",
    v1: {
      timekitFindTimeTeam: {
        users: [{ emails: ["m@example.com"], length: "1 hour", filters: { and: [] }, buffer: "5 minutes" }],
        mode: "any",
      },
    },
    notes: {
      "timekitFindTimeTeam.users[0].emails": "needs-you",
      "timekitFindTimeTeam.users[0].length": "dropped",
      "timekitFindTimeTeam.users[0].filters": "needs-you",
      "timekitFindTimeTeam.users[0].buffer": "needs-you",
      "timekitFindTimeTeam.mode": "dropped",
    },
  },
  {
    says: "refuses a team, users and a member of a wrong type",
    v1: { timekitFindTimeTeam: { users: [7] } },
    notes: { "timekitFindTimeTeam.users[0]": "dropped" },
  },
  {
    says: "refuses users that are no list",
    v1: { timekitFindTimeTeam: { users: { 0: { _email: "m@example.com" } } } },
    notes: { "timekitFindTimeTeam.users": "dropped" },
  },
  {
    says: "refuses a team that is no object",
    v1: { timekitFindTimeTeam: true },
    notes: { timekitFindTimeTeam: "dropped" },
  },
];

describe("team", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it("never carries over a member's token", () => {
    const token = "nvHfRSlhvsnlg4rS7Wt28Ty47qdgegwSu3YK7hPW";
    const migration = migrateConfig({ timekitFindTimeTeam: { users: [{ _email: "m@example.com", token }] } });
    expect(JSON.stringify(migration)).not.toContain(token);
    expect(migration.notes).toContainEqual(
      expect.objectContaining({ path: "timekitFindTimeTeam.users[0].token", kind: "dropped" }),
    );
  });
});
