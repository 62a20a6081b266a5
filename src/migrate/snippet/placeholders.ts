import type { Span } from "./snippet.ts";

/** What a template language of the server puts into the text before a browser sees it. */
export interface Placeholder extends Span {
  /** It decides over what stands around it, as `{% if … %}`, instead of standing for a value. */
  readonly isControl: boolean;
}

/** The placeholders of PHP, Blade, Twig, Liquid, Handlebars and ERB in a text, in order. */
export const findPlaceholders = (text: string): readonly Placeholder[] =>
  [...text.matchAll(pattern)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    isControl: controls.test(whole),
  }));

/** Whether one of the placeholders lies in the part, or around it. */
export const touches = (placeholders: readonly Span[], { start, end }: Span): boolean =>
  placeholders.some((one) => one.start < end && one.end > start);

/**
 * The text with something else in the place of each placeholder, as long as it was, so that offsets stay. Lines stay,
 * too, but in names.
 */
export const replacePlaceholders = (
  text: string,
  placeholders: readonly Span[],
  as: (placeholder: Span) => "name" | "blank",
): string => {
  let replaced = "";
  let last = 0;
  for (const one of placeholders) {
    const inside = text.slice(one.start, one.end);
    const filling =
      as(one) === "name" ? `$${"_".repeat(inside.length - 1)}` : inside.replace(/[^\n\r]/g, " ");
    replaced += text.slice(last, one.start) + filling;
    last = one.end;
  }
  return replaced + text.slice(last);
};

const pattern = new RegExp(
  [
    String.raw`<\?(?!xml\b)[^]*?(?:\?>|$)`,
    String.raw`<%[^]*?%>`,
    // None of these holds `</script`, so that the braces of a script never reach out of it.
    String.raw`\{!!(?:(?!</script)[^])*?!!\}`,
    String.raw`\{\{(?:(?!</script)[^]){0,500}?\}\}\}?`,
    String.raw`\{%(?:(?!</script)[^])*?%\}`,
    String.raw`\{#(?:(?!</script)[^])*?#\}`,
    // Blade's directives, with an argument of two levels.
    String.raw`@(?:json|js|if|else|elseif|endif|isset|endisset|foreach|endforeach|for|endfor|unless|endunless|auth|endauth|guest|endguest|php|endphp|section|endsection|push|endpush)\b(?:\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?`,
  ].join("|"),
  "g",
);

const controls =
  /^(?:<\?(?:php)?\s*|<%-?\s*|\{%-?\s*|@)(?:\}|if|else|elseif|elsif|end\w*|for|foreach|while|switch|case|when|unless|isset|auth|guest|section|push|block)\b|^<[?%](?:php)?[^]*[{:]\s*[?%]>$|^\{\{[#^/]|^\{%-?\s*\}/;
