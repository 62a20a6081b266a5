/** A leak that is made on purpose. */
export interface Plant {
  /** Completes "a secret … is found". */
  readonly name: string;
  /** Runs in the page. */
  readonly plant: (secret: string) => unknown;
  /** What the place is called. */
  readonly place: RegExp;
}

/** One for each place that is searched; all of them together in one page whose calendar has failed. */
export const plants: readonly Plant[] = [
  {
    name: "in a text",
    plant: (secret) => document.body.append(secret),
    place: /^document #text$/,
  },
  {
    name: "in a comment",
    plant: (secret) => document.body.append(document.createComment(secret)),
    place: /^document #comment$/,
  },
  {
    name: "in an attribute",
    plant: (secret) => document.body.setAttribute("data-note", `note: ${secret}`),
    place: /^document BODY attribute data-note$/,
  },
  {
    name: "in an attribute's name",
    plant: (secret) => document.body.setAttribute(secret.toLowerCase(), ""),
    place: /^document BODY attribute/,
  },
  {
    name: "in a field",
    plant: (secret) =>
      document.body.append(Object.assign(document.createElement("input"), { value: secret })),
    place: /^document INPUT value$/,
  },
  {
    name: "in a template",
    plant: (secret) => {
      const template = document.createElement("template");
      template.content.append(secret);
      document.body.append(template);
    },
    place: /^document TEMPLATE content #text$/,
  },
  {
    name: "in a frame",
    plant: (secret) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      frame.contentDocument?.body.append(secret);
    },
    place: /^document IFRAME document #text$/,
  },
  {
    name: "in the alert of the status part",
    plant: (secret) =>
      document
        .querySelector("[data-timekit-part=status]")
        ?.shadowRoot?.querySelector("[role=alert]")
        ?.setAttribute("title", secret),
    place: /^shadow root \w+ attribute title$/,
  },
  {
    name: "in a shadow root inside of another one",
    plant: (secret) => {
      const root = document.querySelector("[data-timekit-part=status]")?.shadowRoot;
      const inner = document.createElement("div");
      root?.append(inner);
      inner.attachShadow({ mode: "open" }).append(secret);
    },
    place: /^shadow root #text$/,
  },
  {
    name: "in a closed shadow root",
    plant: (secret) => document.createElement("div").attachShadow({ mode: "closed" }).append(secret),
    place: /^shadow root #text$/,
  },
  {
    name: "in a style sheet",
    plant: (secret) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`p::before { content: "${secret}" }`);
      document.adoptedStyleSheets.push(sheet);
    },
    place: /^document style sheet$/,
  },
  {
    name: "in local storage",
    plant: (secret) => localStorage.setItem("note", secret),
    place: /^localStorage$/,
  },
  {
    name: "in the name of an entry in session storage",
    plant: (secret) => sessionStorage.setItem(secret, ""),
    place: /^sessionStorage$/,
  },
  {
    name: "in a cookie",
    plant: (secret) => {
      document.cookie = `note=${secret}`;
    },
    place: /^cookie$/,
  },
  {
    name: "in a database",
    plant: (secret) =>
      new Promise((resolve) => {
        const opening = indexedDB.open("notes");
        opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("notes"));
        opening.addEventListener("success", () => {
          const writing = opening.result.transaction("notes", "readwrite");
          writing.objectStore("notes").put(secret, "note");
          writing.addEventListener("complete", () => resolve(undefined));
        });
      }),
    place: /^stored state$/,
  },
  {
    name: "in an address of the history",
    plant: (secret) => {
      history.pushState(null, "", `#${secret}`);
      history.pushState(null, "", "#");
    },
    place: /^history$/,
  },
  {
    name: "in the address",
    plant: (secret) => history.pushState(null, "", `#${secret}`),
    place: /^address$/,
  },
  {
    name: "in the history's state",
    plant: (secret) => history.replaceState({ note: secret }, ""),
    place: /^history state$/,
  },
  {
    name: "in the window's name",
    plant: (secret) => {
      window.name = secret;
    },
    place: /^address$/,
  },
  {
    name: "in a performance mark",
    plant: (secret) => performance.mark(secret),
    place: /^performance$/,
  },
  {
    name: "in a request's address",
    plant: (secret) => fetch(`?note=${secret}`),
    place: /^request$/,
  },
  {
    name: "in a request's header",
    plant: (secret) => fetch("", { headers: { Authorization: `Basic ${btoa(`a@example.com:${secret}`)}` } }),
    place: /^request$/,
  },
];
