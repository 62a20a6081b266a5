import type { Endpoint } from "./call.ts";
import { createBooking } from "./endpoints/create-booking.ts";
import { findTeamTime } from "./endpoints/find-team-time.ts";
import { findTime } from "./endpoints/find-time.ts";
import { getApp } from "./endpoints/get-app.ts";
import { getProjectById, getProjectBySlug } from "./endpoints/get-project.ts";
import { getResource } from "./endpoints/get-resource.ts";
import { getTimezone } from "./endpoints/get-timezone.ts";
import { getWidgetById, getWidgetBySlug } from "./endpoints/get-widget.ts";
import { listCredentials } from "./endpoints/list-credentials.ts";
import { listGroups } from "./endpoints/list-groups.ts";
import { queryAvailability } from "./endpoints/query-availability.ts";
import type { Access } from "./refusal-of.ts";

export interface Route {
  readonly name: EndpointName;
  readonly method: "GET" | "POST";
  /** Parts that start with a colon take any text without a slash. */
  readonly path: string;
  readonly access: Access;
  readonly endpoint: Endpoint;
}

export type EndpointName =
  | "app"
  | "credentials"
  | "resource"
  | "findtime"
  | "findtime-team"
  | "timezone"
  | "bookings"
  | "booking-groups"
  | "widget-embed"
  | "widget-hosted"
  | "availability"
  | "project-embed"
  | "project-hosted";

/**
 * Everything under `/v2` that is simulated. No list of what a client-token or an App Widget Key opens is published: it is
 * what v1 and v2 call.
 */
export const routes: readonly Route[] = [
  { name: "app", method: "GET", path: "/v2/app", access: "app-key", endpoint: getApp },
  {
    name: "credentials",
    method: "GET",
    path: "/v2/credentials",
    access: "server-token",
    endpoint: listCredentials,
  },
  {
    name: "resource",
    method: "GET",
    path: "/v2/resources/:id",
    access: "server-token",
    endpoint: getResource,
  },
  { name: "findtime", method: "POST", path: "/v2/findtime", access: "client-token", endpoint: findTime },
  {
    name: "findtime-team",
    method: "POST",
    path: "/v2/findtime/team",
    access: "client-token",
    endpoint: findTeamTime,
  },
  {
    name: "timezone",
    method: "GET",
    path: "/v2/users/timezone/:email",
    access: "client-token",
    endpoint: getTimezone,
  },
  { name: "bookings", method: "POST", path: "/v2/bookings", access: "widget", endpoint: createBooking },
  {
    name: "booking-groups",
    method: "GET",
    path: "/v2/bookings/groups",
    access: "widget",
    endpoint: listGroups,
  },
  {
    name: "widget-embed",
    method: "GET",
    path: "/v2/widgets/embed/:id",
    access: "public",
    endpoint: getWidgetById,
  },
  {
    name: "widget-hosted",
    method: "GET",
    path: "/v2/widgets/hosted/:slug",
    access: "public",
    endpoint: getWidgetBySlug,
  },
  {
    name: "availability",
    method: "POST",
    path: "/v2/availability",
    access: "widget-key",
    endpoint: queryAvailability,
  },
  {
    name: "project-embed",
    method: "GET",
    path: "/v2/projects/embed/:id",
    access: "widget-key",
    endpoint: getProjectById,
  },
  {
    name: "project-hosted",
    method: "GET",
    path: "/v2/projects/hosted/:slug",
    access: "public",
    endpoint: getProjectBySlug,
  },
];
