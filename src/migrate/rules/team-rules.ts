import type { MigrationRule } from "./rule.ts";

/** Times of a team, of which one member is booked. */
export const teamRules: readonly MigrationRule[] = [
  {
    path: "timekitFindTimeTeam",
    outcome: "reshaped",
    to: "resources",
    text: "A team is a list of resource ids in resources, with availability.mode: 'roundrobin_prioritized', which books the first who is free.",
    holds: "object",
  },
  {
    path: "timekitFindTimeTeam.users",
    outcome: "reshaped",
    to: "resources",
    text: "Is the list resources.",
    holds: "list",
  },
  {
    path: "timekitFindTimeTeam.users[]",
    outcome: "reshaped",
    to: "resources",
    text: "Is one id in resources.",
    holds: "object",
  },
  {
    path: "timekitFindTimeTeam.users[].(_email|emails)",
    outcome: "needs-you",
    to: "resources",
    text: "v2 names team members by resource id. Find the id at Timekit (admin.timekit.io, Resources) and add it to resources.",
  },
  {
    path: "timekitFindTimeTeam.users[].(user_ids|resource_ids)",
    outcome: "reshaped",
    to: "resources",
    text: "The ids go into resources.",
    isNotedLater: true,
  },
  {
    path: "timekitFindTimeTeam.users[].(_calendar|calendar_ids)",
    outcome: "dropped",
    text: "v2 has no calendar for a member of a team: choose it in the settings of that resource at Timekit.",
  },
  {
    path: "timekitFindTimeTeam.users[].(token|apiToken)",
    outcome: "dropped",
    text: "Never carried over. A member's token must not stand in a page: revoke it at Timekit if it did.",
  },
  {
    path: "timekitFindTimeTeam.users[].(future|length)",
    outcome: "dropped",
    text: "v1 used what timekitFindTime says for all members, as v2 does with availability.",
  },
  {
    path: "timekitFindTimeTeam.users[].*",
    outcome: "needs-you",
    text: "v2 has no options for one member of a team in the page. Set opening hours and the like at that resource, at Timekit.",
  },
  {
    path: "timekitFindTimeTeam.*",
    outcome: "dropped",
    text: "v2 has no such option for teams; what holds for all members stands in availability.",
  },
];
