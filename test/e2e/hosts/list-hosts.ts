import type { HostPage, Hosts } from "./host-page.ts";

/** A host page with the situation that it stands for. */
export interface Host {
  readonly situation: string;
  readonly page: HostPage;
}

const themes = import.meta.glob<{ readonly hosts: Hosts }>("./pages/*.ts", { eager: true });

/** All host pages, theme by theme. */
export const listHosts = (): readonly Host[] =>
  Object.values(themes).flatMap(({ hosts }) =>
    Object.entries(hosts).map(([situation, page]) => ({ situation, page })),
  );
