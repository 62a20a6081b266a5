import { describe, expect, it } from "vitest";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const rows: readonly Row[] = [
  {
    says: "moves name and avatar into ui",
    v1: { name: "Doc Brown", avatar: "https://cdn.example/doc.jpg" },
    config: { ui: { display_name: "Doc Brown", avatar: "https://cdn.example/doc.jpg" } },
    lacks: ["name", "avatar"],
    notes: { name: "renamed", avatar: "renamed" },
  },
  {
    says: "writes a number that v1 showed as text",
    v1: { name: 1985 },
    config: { ui: { display_name: "1985" } },
    notes: { name: ["renamed", "reshaped"] },
  },
  {
    says: "writes an empty text where v1 showed nothing",
    v1: { name: false, avatar: null },
    config: { ui: { display_name: "", avatar: "" } },
    notes: { name: ["renamed", "reshaped"], avatar: ["renamed", "reshaped"] },
  },
  {
    says: "refuses a name and an avatar of another type",
    v1: { name: { first: "Doc" }, avatar: ["a"] },
    lacks: ["ui.display_name", "ui.avatar"],
    notes: { name: "dropped", avatar: "dropped" },
  },
  {
    says: "keeps a project's name and picture from appearing where v1 showed none",
    v1: {},
    facts: { projectId: "5f9f1b6e-6f0c-4f0e-8b1c-7f6a5f5b2c11" },
    config: { ui: { display_name: "", avatar: "" } },
    notes: { name: "reshaped", avatar: "reshaped" },
  },
  {
    says: "calls the target el",
    v1: { targetEl: "#calendar" },
    config: { el: "#calendar" },
    notes: { targetEl: "renamed" },
  },
  {
    says: "asks for the target in the script where it is an element, not data",
    v1: {
      targetEl: new (class HTMLDivElement {
        nodeType = 1;
      })(),
    },
    lacks: ["el"],
    notes: { targetEl: "needs-you" },
  },
  {
    says: "keeps autoload and debug as they are, without a note",
    v1: { autoload: false, debug: true },
    config: { autoload: false, debug: true },
    notes: { autoload: [], debug: [] },
  },
  {
    says: "leaves out an autoload that is neither true nor false, since v1 heeds false alone",
    v1: { autoload: 0 },
    lacks: ["autoload"],
    notes: { autoload: "dropped" },
  },
  {
    says: "writes what v1 took a wrong switch for",
    v1: { debug: "false", showCredits: 0, disableConfirmPage: "" },
    config: { debug: true, ui: { show_credits: false }, disable_confirm_page: false },
    notes: {
      debug: "reshaped",
      showCredits: ["renamed", "reshaped"],
      disableConfirmPage: ["renamed", "reshaped"],
    },
  },
  {
    says: "drops an option without a value",
    v1: { debug: undefined, name: undefined },
    lacks: ["debug", "ui.display_name"],
    notes: { debug: "dropped", name: "dropped" },
  },
  {
    says: "renames the switches of the widget",
    v1: { showCredits: false, disableRemoteLoad: true, disableConfirmPage: true },
    config: { ui: { show_credits: false }, disable_remote_load: true, disable_confirm_page: true },
    notes: { showCredits: "renamed", disableRemoteLoad: "renamed", disableConfirmPage: "renamed" },
  },
  {
    says: "moves the view into ui",
    v1: { availabilityView: "listing" },
    config: { ui: { availability_view: "listing" } },
    notes: { availabilityView: "renamed" },
  },
  {
    says: "asks for a view in place of one that v1 does not know",
    v1: { availabilityView: "month" },
    config: { ui: { availability_view: "agendaWeek" } },
    notes: { availabilityView: ["needs-you", "reshaped"] },
  },
  {
    says: "refuses a view that is no name",
    v1: { availabilityView: 7 },
    config: { ui: { availability_view: "agendaWeek" } },
    notes: { availabilityView: ["dropped", "reshaped"] },
  },
  {
    says: "drops goToFirstEvent, which v2 always does",
    v1: { goToFirstEvent: false },
    lacks: ["goToFirstEvent"],
    notes: { goToFirstEvent: "dropped" },
  },
  {
    says: "copies what a booking's answer includes",
    v1: { createBookingResponseInclude: ["attributes", "event"] },
    config: { create_booking_response_include: ["attributes", "event"] },
    notes: { createBookingResponseInclude: "renamed" },
  },
  {
    says: "drops what v1 itself gave up",
    v1: { includeStyles: false, timekitCreateEvent: { invite: true }, timekitUpdateBooking: {} },
    notes: { includeStyles: "dropped", timekitCreateEvent: "dropped", timekitUpdateBooking: "dropped" },
  },
  {
    says: "drops an option that v1 does not have",
    v1: { colour: "red", avatr: "x" },
    lacks: ["colour", "avatr"],
    notes: { colour: "dropped", avatr: "dropped" },
  },
];

describe("appearance", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });
});
