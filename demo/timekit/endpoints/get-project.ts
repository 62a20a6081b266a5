import { found, notFound } from "../answers.ts";
import { appOf, type Call, type Endpoint } from "../call.ts";
import type { Project } from "../world-types.ts";

/** `GET /v2/projects/embed/:id`: a stored configuration of v2, for pages that sign in with the app's widget key. */
export const getProjectById: Endpoint = (call) => {
  const project = projectOf(call, call.params["id"] ?? "");
  return project === undefined ? notFound("Project") : found(describe(project));
};

/** `GET /v2/projects/hosted/:slug`: the same by its slug; anyone may read it, with the widget key inside. */
export const getProjectBySlug: Endpoint = (call) => {
  for (const app of call.world.apps) {
    const project = app.projects.find(({ slug }) => slug === call.params["slug"]);
    if (project !== undefined) return found({ ...describe(project), app_key: app.widgetKeys[0] });
  }
  return notFound("Project");
};

/** The project of the caller's app with that id. */
export const projectOf = (call: Call, id: string): Project | undefined =>
  appOf(call)?.projects.find((project) => project.id === id);

// What a project says of itself where its owner changed nothing, as Timekit's own tests of v2 have it.
const describe = ({ id, slug, name, config }: Project): Readonly<Record<string, unknown>> => ({
  id,
  slug,
  name,
  ui: {
    display_name: name,
    show_credits: true,
    availability_view: "agendaWeek",
    avatar: "",
    time_date_format: "12h-mdy-sun",
    localization: {
      allocated_resource_prefix: "with",
      submit_button: "Book it",
      success_message: "We have received your booking and sent a confirmation to %s",
    },
  },
  customer_fields: {
    name: { type: "string", title: "Name", required: true },
    email: { type: "string", title: "E-mail", format: "email", required: true },
  },
  ...config,
});
