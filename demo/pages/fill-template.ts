import { type HtmlValue, toHtml } from "./html.ts";

/** Fills each `{{name}}` of the template; throws if it asks for a name that is not known. */
export const fillTemplate = (template: string, values: Readonly<Record<string, HtmlValue>>): string =>
  template.replace(/\{\{([a-z-]+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`The page asks for {{${name}}}, which nobody fills in.`);
    return toHtml(value);
  });
