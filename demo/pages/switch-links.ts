import { type Choices, switches, toQuery } from "./choices.ts";
import { type Html, html } from "./html.ts";

export interface SwitchFacts {
  readonly choices: Choices;
  /** Whether Timekit is the simulated one; the real one cannot be told to have no slots. */
  readonly isSimulated: boolean;
}

/** All switches as lists of links, each of which changes one choice and keeps the others. */
export const switchLinks = (facts: SwitchFacts): Html => html`${switches.map((one) => group(one, facts))}`;

type Switch = (typeof switches)[number];

const group = ({ name, heading, options }: Switch, { choices, isSimulated }: SwitchFacts): Html =>
  html` <div class="switch">
    <h3 id="switch-${name}">${heading}</h3>
    <ul aria-labelledby="switch-${name}">
      ${options
        .filter((option) => isSimulated || !("onlySimulated" in option))
        .map((option) => link(name, { option, choices }))}
    </ul>
  </div>`;

interface LinkFacts {
  readonly option: Switch["options"][number];
  readonly choices: Choices;
}

const link = (name: Switch["name"], { option, choices }: LinkFacts): Html => {
  const query = toQuery({ ...choices, [name]: option.value });
  const address = `/${query === "" ? "" : `?${query}`}#book`;
  const isCurrent = choices[name] === option.value;
  const lang = "lang" in option ? option.lang : "en";
  return html`<li>
    <a href="${address}" lang="${lang}" aria-current="${String(isCurrent)}">${option.label}</a>
  </li>`;
};
