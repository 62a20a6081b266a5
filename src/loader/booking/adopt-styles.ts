import { builtIn, type Undo } from "../page.ts";

/**
 * Gives v1 its styles where the page's CSP has blocked the style element: a blocked one keeps its text and has
 * no sheet, and a constructable sheet with the same text is not subject to `style-src`.
 */
export const adoptStyles = (styles: readonly HTMLStyleElement[], document: Document): void => {
  const blocked = styles.filter((style) => !style.sheet && style.isConnected);
  // A page's `<img name=adoptedStyleSheets>` hides the document's own.
  if (blocked.length > 0)
    Reflect.set(
      Document.prototype,
      "adoptedStyleSheets",
      [...builtIn(document, "adoptedStyleSheets"), ...blocked.map(copyStyle)],
      document,
    );
};

/** Gives v1 its styles in a shadow root as well, where those of the document do not reach. */
export const adoptInShadow = (styles: readonly HTMLStyleElement[], element: Element): Undo => {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return () => undefined;
  // Each calendar brings its own, so that it can go with it.
  const sheets = styles.map(copyStyle);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
};

/** Adds a sheet of ours where the element is, until it is taken back. */
export const adoptText = (text: string, element: Element): Undo => {
  const root = element.getRootNode();
  const sheet = createSheet(text);
  const holder = root instanceof ShadowRoot ? root : element.ownerDocument;
  const setSheets = (sheets: readonly CSSStyleSheet[]): boolean =>
    // A page's `<img name=adoptedStyleSheets>` hides the document's own.
    Reflect.set(Object.getPrototypeOf(holder) as object, "adoptedStyleSheets", sheets, holder);
  setSheets([...builtIn(holder, "adoptedStyleSheets"), sheet]);
  return () => void setSheets(builtIn(holder, "adoptedStyleSheets").filter((each) => each !== sheet));
};

const copyStyle = ({ textContent }: HTMLStyleElement): CSSStyleSheet => createSheet(textContent);

const createSheet = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
