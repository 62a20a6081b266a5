/** Every switch of the page: the name of its query parameter, its heading and its options, the first of which is the default. */
export const switches = [
  {
    name: "case",
    heading: "What happens",
    options: [
      { value: "working", label: "Everything works" },
      { value: "server-token", label: "A server-token comes" },
      { value: "down", label: "The broker is down" },
      { value: "slow", label: "The broker is slow" },
      { value: "no-slots", label: "No free slots", onlySimulated: true },
    ],
  },
  {
    name: "look",
    heading: "Colours",
    options: [
      { value: "system", label: "As the system" },
      { value: "light", label: "Light" },
      { value: "dark", label: "Dark" },
    ],
  },
  {
    name: "language",
    heading: "Calendar’s language",
    options: [
      { value: "en", label: "English" },
      { value: "de", label: "Deutsch", lang: "de" },
    ],
  },
  {
    name: "direction",
    heading: "Direction",
    options: [
      { value: "ltr", label: "Left to right" },
      { value: "rtl", label: "Right to left" },
    ],
  },
  {
    name: "notice",
    heading: "Upgrade notice",
    options: [
      { value: "on", label: "Shown" },
      { value: "off", label: "Off" },
    ],
  },
] as const;

type Switch = (typeof switches)[number];

/** One option of each switch. */
export type Choices = { readonly [Name in Switch["name"]]: OptionOf<Name> };

type OptionOf<Name extends Switch["name"]> = Extract<Switch, { name: Name }>["options"][number]["value"];

/** Reads the page's query; a value that no switch has gives the default. */
export const readChoices = (query: URLSearchParams): Choices => ({
  case: choose(switches[0].options, query.get("case")),
  look: choose(switches[1].options, query.get("look")),
  language: choose(switches[2].options, query.get("language")),
  direction: choose(switches[3].options, query.get("direction")),
  notice: choose(switches[4].options, query.get("notice")),
});

/** The query that makes these choices, without those that are the default anyway. */
export const toQuery = (choices: Choices): string => {
  const chosen = switches.filter(({ name, options }) => choices[name] !== options[0].value);
  return new URLSearchParams(chosen.map(({ name }) => [name, choices[name]])).toString();
};

const choose = <Value extends string>(
  options: readonly [{ readonly value: Value }, ...(readonly { readonly value: Value }[])],
  wanted: string | null,
): Value => (options.find(({ value }) => value === wanted) ?? options[0]).value;
