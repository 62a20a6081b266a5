import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

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

export const page: HostPage = {
  html: (parts) =>
    writeDocument(`${writeScript({}, `{ ${additions} }`)}${writeLoader(parts, { async: "" })}`),
  globals: ["$"],
  see: () => ({
    isEnumerable: Object.keys(Array.prototype).includes("each"),
    isRemoveTheirs: String(Element.prototype.remove).includes("return this"),
  }),
  sees: { isEnumerable: true, isRemoveTheirs: true },
};
