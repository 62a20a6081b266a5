import type { HostPage } from "./host-page.ts";

/** A host page with the situation that its file is named after. */
export interface Host {
  readonly situation: string;
  readonly page: HostPage;
}

const modules = import.meta.glob<{ readonly page: HostPage }>("./pages/*.ts", { eager: true });

/** All host pages. */
export const listHosts = (): readonly Host[] =>
  Object.entries(modules).map(([path, { page }]) => ({
    situation: path.replace(/^.*\/|\.ts$/g, "").replaceAll("-", " "),
    page,
  }));
