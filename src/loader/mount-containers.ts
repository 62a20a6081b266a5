import { builtIn } from "./built-in.ts";
import { findContainers } from "./config/find-containers.ts";
import type { Containers } from "./config/option-table.ts";
import type { Page } from "./page.ts";
import { print } from "./print.ts";
import type { Asker } from "./token/queue-grants.ts";

export interface MountContainers {
  /** Takes what one more tag says of containers. */
  readonly obey: (said: Containers | undefined) => void;
  /** Mounts the containers in this part of the page that nobody has claimed. */
  readonly find: (root: Node & ParentNode) => void;
}

export interface ContainerContext {
  readonly console: Page["console"];
  /** What is mounted or about to be. */
  readonly claimed: WeakSet<Element>;
  /** How many containers of strangers are mounted now. */
  readonly countStrangers: () => number;
  readonly mount: (container: Element, asker: Asker) => void;
}

/** So many containers of strangers are mounted without being looked at, and so many of any in one task. */
const plenty = 10;

/**
 * Mounts containers in the page's order, a few in a task. Those of strangers beyond the tenth are nothing to the page
 * until they are near the viewport: a thousand of them would hold it up for a second, and make it 480,000 pixels long.
 */
export const createMountContainers = (context: ContainerContext): MountContainers => {
  const { console, claimed, countStrangers, mount } = context;
  const waiting: Element[] = [];
  let mode: Containers | undefined;
  let left = plenty;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const near = new Set<Element>();
  let frame: number | undefined;

  let observer: IntersectionObserver | undefined;
  const mountWhenNear = (container: Element): void => {
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) near.add(target);
          else near.delete(target);
        frame ??= requestAnimationFrame(mountNear);
      },
      { rootMargin: "200px" },
    );
    observer.observe(container);
  };

  /** One, since it may push the others out of sight; after that has been drawn, the next. */
  const mountNear = (): void => {
    frame = undefined;
    const [container] = near;
    if (!container) return;
    near.delete(container);
    observer?.unobserve(container);
    frame = requestAnimationFrame(mountNear);
    mountOne(container, "crowd");
  };

  const mountOne = (container: Element, asker: Asker): void => {
    try {
      // It may have been taken out meanwhile, and may come back.
      if (!builtIn(container, "isConnected")) claimed.delete(container);
      else if (mode !== "off") mount(container, asker);
    } catch (error) {
      // What is wrong with one is nothing to the others.
      print(console, "error", error);
    }
  };

  const mountSome = (): void => {
    for (const container of waiting.splice(0, left)) {
      left -= 1;
      timer ??= setTimeout(goOn);
      if (mode === "trusted") mountOne(container, "owner");
      else if (countStrangers() < plenty) mountOne(container, "stranger");
      else mountWhenNear(container);
    }
  };

  const goOn = (): void => {
    timer = undefined;
    left = plenty;
    mountSome();
  };

  return {
    obey: (said) => {
      mode = narrower(mode, said);
    },
    find: (root) => {
      if (mode === "off") return;
      for (const container of findContainers(root)) {
        if (claimed.has(container)) continue;
        claimed.add(container);
        waiting.push(container);
      }
      mountSome();
    },
  };
};

/**
 * Of what the page's tags say of containers, the narrowest counts, whichever tag runs first, so that no later tag gives
 * strangers what an earlier one has kept from them. A tag that says nothing changes nothing.
 */
const narrower = (before: Containers | undefined, said: Containers | undefined): Containers | undefined =>
  (["off", "on", "trusted"] as const).find((mode) => mode === before || mode === said);
