import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const hosts: Hosts = {
  // The document's head is then a form, whose `append` is a text field.
  "form called head": {
    html: (parts) =>
      writeDocument(`<form name="head"><input name="append"></form>${writeLoader(parts, { async: "" })}`),
  },

  // Elements with an id are properties of the window, and a form's fields are properties of the form.
  "form called timekit embed": {
    html: (parts) =>
      writeDocument(
        `<form id="TimekitEmbed"><input name="mount"></form>${writeLoader(parts, { async: "" })}`,
      ),
  },

  // The document's body is then an image.
  "image called body": {
    html: (parts) =>
      writeDocument(
        `<img name="body" alt=""><img name="documentElement" alt="">${writeLoader(parts, { async: "" })}`,
      ),
  },

  // Images with a name are properties of the document, over its own.
  "image called current script": {
    html: (parts) =>
      writeDocument(
        `<img name="currentScript" alt="" data-resource-id="none">${writeLoader(parts, { async: "" })}`,
      ),
  },

  // What a script asks of the document may be an element.
  "images called like what a script asks": {
    html: (parts) =>
      writeDocument(
        `<img name="URL" alt=""><img name="baseURI" alt=""><img name="readyState" alt=""><img name="adoptedStyleSheets" alt="">${writeLoader(parts, { async: "" })}`,
      ),
  },

  // It reads like the page's v1 configuration, and is none.
  "link called timekit booking config": {
    html: (parts) =>
      writeDocument(
        `<a id="timekitBookingConfig" href="mailto:a@example.com"></a>${writeLoader(parts, { async: "" })}`,
      ),
  },
};
