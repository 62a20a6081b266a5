import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

const names = [
  "jQuery",
  "$",
  "moment",
  "fullcalendar",
  "sprintf",
  "vsprintf",
  "TimekitBooking",
  "define",
  "require",
];

// What Prototype.js 1.6 and 1.7 leave behind: enumerable methods on every array, and their own meaning of names that
// the browser has got since.
const additions = `
  const toList = (value) => {
    if (!value) return [];
    if ("toArray" in Object(value)) return value.toArray();
    const list = [];
    for (let index = value.length || 0; index--; ) list[index] = value[index];
    return list;
  };
  Array.from = toList;
  Object.assign(Array.prototype, {
    toArray() { return [...this]; },
    each(step) { for (let index = 0; index < this.length; index += 1) step(this[index], index); return this; },
    clear() { this.length = 0; return this; },
    first() { return this[0]; },
    last() { return this[this.length - 1]; },
    compact() { return this.filter((item) => item != null); },
    without(...items) { return this.filter((item) => !items.includes(item)); },
    pluck(name) { return this.map((item) => item[name]); },
    invoke(name) { return this.map((item) => item[name]()); },
    size() { return this.length; },
    clone() { return [...this]; },
    include(item) { return this.indexOf(item) !== -1; },
    collect: Array.prototype.map,
    detect: Array.prototype.find,
    entries() { return this.toArray(); },
    find(test) { for (const item of this.slice(0)) if (test(item)) return item; },
  });
  Object.assign(String.prototype, {
    strip() { return this.trim(); },
    blank() { return this.trim() === ""; },
    toArray() { return this.split(""); },
    sub(pattern, text) { return this.replace(pattern, text); },
    evalScripts() { return []; },
  });
  Object.assign(Element.prototype, {
    remove() { this.parentNode.removeChild(this); return this; },
    update(html) { this.innerHTML = html; return this; },
    hide() { this.style.display = "none"; return this; },
    show() { this.style.display = ""; return this; },
    visible() { return this.style.display !== "none"; },
    select(selector) { return toList(this.querySelectorAll(selector)); },
    replace(html) { this.outerHTML = html; return this; },
    insert(html) { this.insertAdjacentHTML("beforeend", html); return this; },
    observe(name, listener) { this.addEventListener(name, listener); return this; },
    store(key, value) { (this.kept ||= {})[key] = value; return this; },
  });
  const BrowsersElement = window.Element;
  window.Element = function (name, attributes) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };
  Object.assign(window.Element, BrowsersElement, { prototype: BrowsersElement.prototype });
  window.$ = (element) => (typeof element === "string" ? document.getElementById(element) : element);
`;

export const hosts: Hosts = {
  // Magento at its worst: two libraries, an AMD loader and CommonJS, and not one of them may ever be seen changed.
  "globals that are watched": {
    files: () => ({
      "jquery.js": servePackage("jquery-1/dist/jquery.min.js"),
      "moment.js": servePackage("moment/min/moment.min.js"),
      "require.js": servePackage("requirejs/require.js"),
    }),
    html: (parts) =>
      writeDocument(
        `${writeScript({ src: "jquery.js" })}
       ${writeScript({ src: "moment.js" })}
       ${writeScript({ src: "require.js" })}
       ${writeScript({}, `var module = { exports: {} }; var exports = module.exports; var timekitBookingConfig = {};`)}
       ${writeLoader(parts, { async: "" })}`,
      ),
    globals: [
      "jQuery",
      "$",
      "moment",
      "define",
      "require",
      "requirejs",
      "module",
      "exports",
      "timekitBookingConfig",
    ],
    see: () => (Reflect.get(window, "jQuery") as (target: string) => { jquery: string })("html").jquery,
    sees: "1.12.4",
  },

  // A `var` at the top of a script can be neither deleted nor replaced by an accessor.
  "globals that cannot be configured": {
    html: (parts) =>
      writeDocument(
        `${writeScript({}, names.map((name) => `var ${name} = Object.freeze({ mine: "${name}" });`).join("\n"))}
       ${writeLoader(parts, { async: "" })}`,
      ),
    globals: names,
    see: () => Reflect.get(window, "jQuery") as unknown,
    sees: { mine: "jQuery" },
  },

  "extended prototypes": {
    html: (parts) =>
      writeDocument(`${writeScript({}, `{ ${additions} }`)}${writeLoader(parts, { async: "" })}`),
    globals: ["$"],
    see: () => ({
      isEnumerable: Object.keys(Array.prototype).includes("each"),
      isRemoveTheirs: String(Element.prototype.remove).includes("return this"),
    }),
    sees: { isEnumerable: true, isRemoveTheirs: true },
  },

  // Enumerable on every object, as old scripts do it. v1 alone stays empty there, too, and says nothing of it.
  "object prototype with a method": {
    html: (parts) =>
      writeDocument(
        `${writeScript({}, `Object.prototype.clone = function () { return { ...this }; };`)}
       ${writeLoader(parts, { async: "" })}`,
      ),
    states: ["failed"],
    prints: [/^error: \[timekit-embed\] widget\/failed /],
  },

  // With a name of its own methods on every object no jQuery starts, the page's neither. Visitors see that it failed.
  "object prototype that jquery cannot bear": {
    html: (parts) =>
      writeDocument(
        `${writeScript(
          {},
          `Object.prototype.extend = function (other) { return Object.assign(this, other); };
         Object.prototype.type = "thing";`,
        )}
       ${writeLoader(parts, { async: "" })}`,
      ),
    states: ["failed"],
    prints: [/^error: \[timekit-embed\] vendor\/unusable /],
  },
};
