import {
  createElement,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type EmbedEvents, mount, type MountOptions } from "../loader/index.ts";
import { forwardFunctions, isAlike } from "./config.ts";

type CalendarOptions = Omit<MountOptions, "target">;

/** The options of `mount()`, and what React adds. */
export interface TimekitCalendarProps extends CalendarOptions {
  /** Free times are on screen, or that there are none. */
  readonly onReady?: (detail: EmbedEvents["timekit-embed:ready"]) => void;
  readonly onBooked?: (detail: EmbedEvents["timekit-embed:booked"]) => void;
  readonly onError?: (detail: EmbedEvents["timekit-embed:error"]) => void;
  readonly onState?: (detail: EmbedEvents["timekit-embed:state"]) => void;
  readonly className?: string;
  readonly style?: CSSProperties;
  /** What a server renders, and what stays where no script runs: a link to book in another way. */
  readonly fallback?: ReactNode;
}

/**
 * A calendar of Timekit's v1 in a React page. It is mounted anew when an option changes; an inline `config` that is
 * equal to the last one changes nothing, and its functions may be new ones at each render.
 */
export const TimekitCalendar = (props: TimekitCalendarProps): ReactElement => {
  const { className, style, fallback } = props;
  const given = readOptions(props);
  const place = useRef<HTMLDivElement>(null);
  const isInBrowser = useSyncExternalStore(subscribeToNothing, isTrue, isFalse);
  const [options, setOptions] = useState(given);
  if (!isAlike(options, given)) setOptions(given);

  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const target = place.current;
    if (!target) return undefined;
    let unmount = (): void => undefined;
    let isOver = false;
    // Strict mode takes each effect back at once and runs it again; only what lasts asks the broker.
    queueMicrotask(() => {
      if (!isOver) unmount = mountCalendar(target, options, () => latest.current);
    });
    return () => {
      isOver = true;
      unmount();
    };
  }, [options]);

  return createElement(
    "div",
    { className, style },
    isInBrowser ? null : fallback,
    createElement("div", { ref: place }),
  );
};

const notOptions = /^(on(Ready|Booked|Error|State)|className|style|fallback)$/;

const readOptions = (props: TimekitCalendarProps): CalendarOptions => ({
  ...props,
  ...Object.fromEntries(
    Object.keys(props)
      .filter((name) => notOptions.test(name))
      .map((name) => [name, undefined]),
  ),
});

const mountCalendar = (
  target: Element,
  options: CalendarOptions,
  getProps: () => TimekitCalendarProps,
): (() => void) => {
  const listeners = {
    "timekit-embed:ready": listen((detail: EmbedEvents["timekit-embed:ready"]) =>
      getProps().onReady?.(detail),
    ),
    "timekit-embed:booked": listen((detail: EmbedEvents["timekit-embed:booked"]) =>
      getProps().onBooked?.(detail),
    ),
    "timekit-embed:error": listen((detail: EmbedEvents["timekit-embed:error"]) =>
      getProps().onError?.(detail),
    ),
    "timekit-embed:state": listen((detail: EmbedEvents["timekit-embed:state"]) =>
      getProps().onState?.(detail),
    ),
  };
  for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener);
  const { config } = options;
  const embed = mount({
    ...options,
    ...(typeof config === "object" && { config: forwardFunctions(config, () => getProps().config) }),
    target,
  });
  return () => {
    embed.destroy();
    for (const [name, listener] of Object.entries(listeners)) target.removeEventListener(name, listener);
  };
};

const listen =
  <Detail>(onDetail: (detail: Detail) => void) =>
  (event: Event): void => {
    // The loader gives each of its events this detail.
    if (event instanceof CustomEvent) onDetail(event.detail as Detail);
  };

const subscribeToNothing = () => (): void => undefined;
const isTrue = (): boolean => true;
const isFalse = (): boolean => false;
