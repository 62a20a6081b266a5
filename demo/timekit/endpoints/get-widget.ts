import { found, notFound } from "../answers.ts";
import type { Answer, Call, Endpoint } from "../call.ts";
import type { App, Resource, Widget } from "../world-types.ts";

/** `GET /v2/widgets/embed/:id`: a stored configuration; anyone may read it, with the client-token inside. */
export const getWidgetById: Endpoint = (call) => getWidget(call, ({ id }) => id === call.params["id"]);

/** `GET /v2/widgets/hosted/:slug`: the same by its slug. */
export const getWidgetBySlug: Endpoint = (call) =>
  getWidget(call, ({ slug }) => slug === call.params["slug"]);

const getWidget = (call: Call, isWanted: (widget: Widget) => boolean): Answer => {
  for (const app of call.world.apps) {
    const widget = app.widgets.find(isWanted);
    const resource = app.resources.find(({ id }) => id === widget?.resourceId);
    if (widget !== undefined && resource !== undefined) return found(describe(widget, { app, resource }));
  }
  return notFound("Widget");
};

const describe = (widget: Widget, { app, resource }: { app: App; resource: Resource }): unknown => ({
  id: widget.id,
  slug: widget.slug,
  config: {
    email: resource.email,
    apiToken: resource.credentials.find(({ type }) => type === "client-token")?.token,
    calendar: resource.calendarId,
    timekitConfig: { app: app.slug },
    ...widget.config,
  },
});
