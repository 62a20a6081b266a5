/** Text that is HTML already, made by `html`. */
export interface Html {
  readonly html: string;
}

/** HTML with values in it: texts are escaped, HTML and lists of it are taken as they are. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  html: parts.map((part, index) => part + toHtml(values[index] ?? "")).join(""),
});

export type HtmlValue = string | Html | readonly Html[];

/** A value as it stands in HTML, between tags or in a quoted attribute. */
export const toHtml = (value: HtmlValue): string => {
  if (typeof value === "string") return value.replace(/[&<>"']/g, (character) => entities[character] ?? "");
  return "html" in value ? value.html : value.map(({ html: one }) => one).join("");
};

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
