import type { World } from "../../../demo/timekit/world-types.ts";
import { createWorld, projectIds } from "../../../demo/timekit/world.ts";
import { asObject } from "../../../demo/timekit/json.ts";
import { migrateConfig } from "../../../src/migrate/index.ts";

/** The default world after its owner has made a project of the stored widget, as the note on `widgetId` asks. */
export const createMovedWorld = (): World => {
  const { apps } = createWorld({ nowMs: Date.now() });
  return {
    apps: apps.map((app) => ({
      ...app,
      projects: app.projects.map((project) => {
        if (project.id !== projectIds.normal) return project;
        const { config } = migrateConfig(app.widgets[0]?.config, { projectId: project.id });
        // v1 books every time at a place of that name, and v2 leaves the place to the project.
        return {
          ...project,
          config: { ...config, booking: { ...asObject(config["booking"]), where: "TBD" } },
        };
      }),
    })),
  };
};
