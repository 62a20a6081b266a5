import { builtIn, type Page, print, type Undo } from "../page.ts";

/** Whose word containers are taken for, or that there are to be none. */
export type ContainerMode = "on" | "trusted" | "off";

/** Who may have written a container: the owner alone, a stranger, or a stranger who has written more than ten. */
export type ContainerKind = "trusted" | "stranger" | "crowd";

export interface Containers {
  /** Takes what one more tag says of containers. */
  readonly obey: (said: ContainerMode | undefined) => void;
  readonly isOff: () => boolean;
  /** Mounts the containers in these parts of the page that nobody has claimed. */
  readonly find: (roots: readonly (Node & ParentNode)[]) => void;
  readonly stop: Undo;
}

export interface ContainerContext {
  /** The attribute that makes an element a container. */
  readonly attribute: string;
  readonly console: Page["console"];
  /** What is mounted or about to be. */
  readonly claimed: WeakSet<Element>;
  /** How many containers of strangers are mounted now. */
  readonly countStrangers: () => number;
  readonly mount: (container: Element, kind: ContainerKind) => void;
}

/** So many containers of strangers are mounted without being looked at, and so many of any in one task. */
const plenty = 10;

/**
 * Mounts containers in the page's order, a few in a task. Those of strangers beyond the tenth are nothing to the page
 * until they are near the viewport: a thousand of them would hold it up for a second, and make it 480,000 pixels long.
 */
export const createContainers = (context: ContainerContext): Containers => {
  const { attribute, console, claimed, countStrangers, mount } = context;
  const waiting: Element[] = [];
  let mode: ContainerMode | undefined;
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

  const mountOne = (container: Element, kind: ContainerKind): void => {
    try {
      // It may have been taken out meanwhile, and may come back.
      if (!builtIn(container, "isConnected")) claimed.delete(container);
      else if (mode !== "off") mount(container, kind);
    } catch (error) {
      // What is wrong with one is nothing to the others.
      print(console, "error", error);
    }
  };

  const mountSome = (): void => {
    for (const container of waiting.splice(0, left)) {
      left -= 1;
      timer ??= setTimeout(goOn);
      if (mode === "trusted") mountOne(container, "trusted");
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
    isOff: () => mode === "off",
    find: (roots) => {
      if (mode === "off") return;
      for (const container of roots.flatMap((root) => findContainers(root, attribute))) {
        if (claimed.has(container)) continue;
        claimed.add(container);
        waiting.push(container);
      }
      mountSome();
    },
    stop: () => {
      mode = "off";
      observer?.disconnect();
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
};

/**
 * Of what the page's tags say of containers, the narrowest counts, whichever tag runs first, so that no later tag gives
 * strangers what an earlier one has kept from them. A tag that says nothing changes nothing.
 */
const narrower = (
  before: ContainerMode | undefined,
  said: ContainerMode | undefined,
): ContainerMode | undefined =>
  (["off", "on", "trusted"] as const).find((mode) => mode === before || mode === said);

/** The elements with this attribute in a part of the page, itself included. */
export const findContainers = (root: Node & ParentNode, attribute: string): readonly Element[] => {
  const selector = `[${attribute}]`;
  return [
    ...(root instanceof Element && builtIn(root, "matches")(selector) ? [root] : []),
    ...builtIn(root, "querySelectorAll")(selector),
  ];
};
