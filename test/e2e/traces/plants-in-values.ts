import type { Plant } from "./plants.ts";

type Notes = Record<string | symbol, unknown>;

interface FirstEmbed {
  readonly ready: Promise<void>;
}

/** Leaks into what scripts can reach without the DOM. */
export const plantsInValues: readonly Plant[] = [
  {
    name: "in a global",
    plant: (secret) => Object.assign(window, { plantedNote: secret }),
    place: /^window\.plantedNote$/,
  },
  {
    name: "in a global that is not enumerable",
    plant: (secret) => Object.defineProperty(window, "plantedHidden", { value: { note: secret } }),
    place: /^window\.plantedHidden\.note$/,
  },
  {
    name: "in a global's name",
    plant: (secret) => Object.assign(window, { [secret]: 1 }),
    place: /^window \(name\)$/,
  },
  {
    name: "under a symbol",
    plant: (secret) => Object.assign(window, { [Symbol("planted")]: [secret] }),
    place: /^window\.planted\.0$/,
  },
  {
    name: "six levels under a global",
    plant: (secret) => Object.assign(window, { plantedDeep: { a: { b: [{ c: { d: secret } }] } } }),
    place: /^window\.plantedDeep\.a\.b\.0\.c\.d$/,
  },
  {
    name: "in a map",
    plant: (secret) => Object.assign(window, { plantedMap: new Map([["note", { text: secret }]]) }),
    place: /^window\.plantedMap/,
  },
  {
    name: "in a set",
    plant: (secret) => Object.assign(window, { plantedSet: new Set([secret]) }),
    place: /^window\.plantedSet/,
  },
  {
    name: "in bytes",
    plant: (secret) => Object.assign(window, { plantedBytes: new TextEncoder().encode(secret) }),
    place: /^window\.plantedBytes/,
  },
  {
    name: "behind an inherited getter",
    plant: (secret) => {
      class Note {
        get text(): string {
          return secret;
        }
      }
      Object.assign(window, { plantedInstance: new Note() });
    },
    place: /^window\.plantedInstance\.text$/,
  },
  {
    name: "on a native prototype",
    plant: (secret) => Object.defineProperty(Object.getPrototypeOf([]), "plantedNote", { value: secret }),
    place: /\.plantedNote$/,
  },
  {
    name: "in what a promise came to",
    plant: (secret) => Object.assign(window, { plantedPromise: Promise.resolve({ note: secret }) }),
    place: /^window\.plantedPromise\[item\]\.note$/,
  },
  {
    name: "on an element, as a property",
    plant: (secret) => Object.assign(document.body, { plantedNote: { text: secret } }),
    place: /plantedNote\.text$/,
  },
  {
    name: "on the embed",
    plant: (secret) => {
      const { embeds } = Reflect.get(window, "TimekitEmbed") as unknown as { embeds: readonly FirstEmbed[] };
      Object.defineProperty(embeds[0], "plantedNote", { value: secret });
    },
    place: /^window\.TimekitEmbed\.embeds\.0\.plantedNote$/,
  },
  {
    name: "in the cause of the embed's error",
    plant: async (secret) => {
      const { embeds } = Reflect.get(window, "TimekitEmbed") as unknown as { embeds: readonly FirstEmbed[] };
      const error = await embeds[0]?.ready.catch((error: unknown) => error);
      Object.defineProperty(error, "cause", { value: new Error(secret) });
    },
    place: /^window\.TimekitEmbed\.embeds\.0\.ready\[item\]\.cause\.message$/,
  },
  {
    name: "in an error's stack alone",
    plant: (secret) => {
      const error = new Error("short");
      error.stack = `at ${secret}`;
      console.error("something failed", { error });
    },
    place: /^printed\.\d+\.\d+\.error\.stack$/,
  },
  {
    name: "inherited by an error",
    plant: (secret) => {
      const notes: Notes = Object.create(Error.prototype) as Notes;
      Object.defineProperty(notes, "note", { get: () => secret });
      const error = new Error("short");
      Object.setPrototypeOf(error, notes);
      console.error(error);
    },
    place: /^printed\.\d+\.\d+\.note$/,
  },
  {
    name: "in a printed text",
    plant: (secret) => console.warn("answer: %s", secret),
    place: /^console$/,
  },
  {
    name: "in an event's detail",
    plant: (secret) => {
      const detail = { code: "x", more: [{ secret }] };
      document.body.dispatchEvent(new CustomEvent("timekit-embed:error", { detail, bubbles: true }));
    },
    place: /^events\.\d+\.detail\.more\.0\.secret$/,
  },
  {
    name: "in what a regular expression matched before an event",
    plant: (secret) => {
      /planted:(.*)/.test(`planted:${secret}`);
      document.body.dispatchEvent(new CustomEvent("timekit-embed:state", { detail: {} }));
    },
    place: /^matched\.\d+$/,
  },
  {
    name: "in an unhandled rejection",
    plant: (secret) => {
      void Promise.reject(new Error("short", { cause: secret }));
    },
    place: /^events\.\d+\.reason\.cause$/,
  },
];
