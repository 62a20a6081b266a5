// The rules for everything, and the walls of the house (CONTRIBUTING.md, "The house").

/**
 * Each room, and what it may import besides itself: other rooms, and packages (`node` for what comes with Node).
 * Whatever is not listed is refused. Rooms that import each other could be written down here, so the order says that
 * they do not: a room imports only rooms above it.
 */
export const rooms = {
  "src/contract": {},

  // The loader's files at the top are of two kinds: what every room leans on, and what joins the rooms.
  "src/loader/discovery": { rooms: ["src/loader"] },
  "src/loader/options": { rooms: ["src/contract", "src/loader"] },
  "src/loader/scripts": { rooms: ["src/loader"] },
  "src/loader/token": { rooms: ["src/contract", "src/loader"], packages: ["ky"] },
  "src/loader/booking": { rooms: ["src/contract", "src/loader"] },
  "src/loader/ui": { rooms: ["src/loader"], packages: ["preact"] },
  "src/loader/embed": {
    rooms: [
      "src/contract",
      "src/loader",
      "src/loader/discovery",
      "src/loader/options",
      "src/loader/scripts",
      "src/loader/token",
      "src/loader/ui",
    ],
  },
  "src/loader": { rooms: ["src/contract", "src/loader/*"] },

  "src/broker/credentials": { rooms: ["src/contract", "src/broker"] },
  "src/broker/settings": { rooms: ["src/contract", "src/broker"] },
  "src/broker/metrics": { rooms: ["src/broker"] },
  "src/broker/respond": { rooms: ["src/contract", "src/broker", "src/broker/credentials"] },
  "src/broker/limits": { rooms: ["src/broker", "src/broker/settings"] },
  "src/broker/timekit": {
    rooms: [
      "src/contract",
      "src/broker",
      "src/broker/credentials",
      "src/broker/limits",
      "src/broker/settings",
    ],
  },
  "src/broker/store": {
    rooms: ["src/broker", "src/broker/limits", "src/broker/settings", "src/broker/timekit"],
  },
  "src/broker/store/redis": {
    rooms: [
      "src/broker",
      "src/broker/limits",
      "src/broker/settings",
      "src/broker/store",
      "src/broker/timekit",
    ],
    packages: ["node", "@redis/client"],
  },
  "src/broker/cache": {
    rooms: ["src/contract", "src/broker", "src/broker/credentials", "src/broker/store", "src/broker/timekit"],
  },
  "src/broker/node": {
    rooms: ["src/contract", "src/broker", "src/broker/*", "src/broker/store/redis"],
    packages: ["node"],
  },
  "src/broker": { rooms: ["src/contract", "src/broker/*"], packages: ["node"] },

  "src/migrate/source": { rooms: ["src/contract", "src/migrate"] },
  "src/migrate/take": { rooms: ["src/migrate", "src/migrate/source"] },
  "src/migrate/rules": { rooms: ["src/migrate", "src/migrate/source", "src/migrate/take"] },
  "src/migrate/filters": {
    rooms: ["src/migrate", "src/migrate/rules", "src/migrate/source", "src/migrate/take"],
  },
  "src/migrate/reshape": {
    rooms: ["src/migrate", "src/migrate/rules", "src/migrate/source", "src/migrate/take"],
  },
  // What reads texts is bundled into the command and the workbench; migrate.js itself needs no packages.
  "src/migrate/snippet": {
    rooms: ["src/migrate", "src/migrate/source"],
    packages: ["acorn", "@sveltejs/acorn-typescript", "parse5"],
  },
  "src/migrate/lines": {
    rooms: ["src/migrate", "src/migrate/reshape", "src/migrate/snippet", "src/migrate/source"],
  },
  "src/migrate": { rooms: ["src/contract", "src/migrate/*"] },
  "src/cli": {
    rooms: ["src/contract", "src/migrate", "src/migrate/lines", "src/migrate/snippet"],
    packages: ["node"],
  },

  // Of the loader, owners' tools take types and single functions: it is in the page already.
  "src/owner/doctor": { rooms: ["src/loader", "src/loader/options", "src/owner"] },
  "src/owner": {
    rooms: [
      "src/loader",
      "src/loader/discovery",
      "src/loader/ui",
      "src/migrate",
      "src/migrate/lines",
      "src/owner/*",
    ],
    packages: ["preact"],
  },

  // The component knows the loader by its entry alone, which is timekit-embed in the package.
  "src/react": { rooms: ["src/loader"], packages: ["react"] },

  "src/build/vendor": { rooms: ["src/build"], packages: ["node", "vite"] },
  "src/build": { rooms: ["src/build/*"], packages: ["node", "vite", "lightningcss"] },
};

/** Files of the loader that join its rooms: what a room imports from above is only what every room leans on. */
const joiners = ["index", "script", "boot", "loader", "services"];

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The way from one folder to another as imports write it, with a slash at the end. */
const way = (from, to) => {
  const [a, b] = [from.split("/"), to.split("/")];
  while (a.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  return `${a.map(() => "../").join("") || "./"}${b.map((name) => `${name}/`).join("")}`;
};

const isListed = (list, room) =>
  list.some(
    (entry) =>
      entry === room ||
      (entry.endsWith("/*") &&
        room.startsWith(entry.slice(0, -1)) &&
        !room.slice(entry.length - 1).includes("/")),
  );

/** Refuses imports of other rooms, of the folders beside `src`, and of packages that are not listed. */
const wall = (room, { rooms: listed = [], packages = [] }) => {
  const refused = Object.keys(rooms).filter((other) => other !== room && !isListed(listed, other));
  const patterns = refused.map((other) => ({
    regex: `^${escape(way(room, other))}[^/]+$`,
    message: `${room} may not import ${other}: see \`rooms\` in .oxlintrc.mjs.`,
  }));
  patterns.push({ regex: "(^|/)(demo|test)/", message: "src imports neither the demo nor tests." });
  if (/^src\/loader\/(?!embed)/.test(room))
    patterns.push({
      regex: `^\\.\\./(${joiners.join("|")})\\.ts$`,
      message: "Imports go only down: loader.ts and embed/ join the rooms.",
    });
  if (packages.length === 0) patterns.push({ regex: "^[^.]", message: `${room} needs no packages.` });
  else {
    const listed = packages.flatMap((name) =>
      name === "node" ? ["!node:*", "!node:*/**"] : [`!${name}`, `!${name}/**`],
    );
    patterns.push({
      group: ["*", "!./**", "!../**", ...listed],
      message: `${room} takes only these packages: ${packages.join(", ")}.`,
    });
  }
  return { files: [`${room}/*`], rules: { "eslint/no-restricted-imports": ["error", { patterns }] } };
};

const order = Object.keys(rooms);
for (const [index, room] of order.entries())
  for (const other of rooms[room].rooms ?? []) {
    const isAround = room.startsWith(`${other}/`) || other.startsWith(`${room}/`);
    if (!isAround && order.indexOf(other) > index)
      throw new Error(
        `${room} imports ${other}, which stands below it: two rooms must not import each other.`,
      );
  }

export default {
  ...{
    plugins: ["typescript", "unicorn", "oxc", "import", "vitest"],
    env: {
      builtin: true,
      es2023: true,
    },
    ignorePatterns: [
      ".oxlintrc.mjs",
      "dist/**",
      "node_modules/**",
      "src/build/vendor/wrapper.js",
      "test/build/consumer/**",
    ],
    options: {
      typeAware: true,
      denyWarnings: true,
      reportUnusedDisableDirectives: "error",
    },
    categories: {
      correctness: "error",
      suspicious: "error",
    },
    rules: {
      "eslint/eqeqeq": [
        "error",
        "always",
        {
          null: "ignore",
        },
      ],
      "eslint/no-shadow": "off",
      "eslint/no-underscore-dangle": "off",
      "eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
        },
      ],
      "eslint/prefer-const": "error",
      "import/no-cycle": "error",
      "import/no-unassigned-import": "off",
      "typescript/consistent-return": "off",
      "typescript/consistent-type-assertions": [
        "error",
        {
          assertionStyle: "as",
          objectLiteralTypeAssertions: "never",
        },
      ],
      "typescript/consistent-type-imports": "error",
      "typescript/no-explicit-any": "error",
      "typescript/no-misused-promises": "error",
      "typescript/no-non-null-assertion": "error",
      "typescript/no-unsafe-argument": "error",
      "typescript/no-unsafe-assignment": "error",
      "typescript/no-unsafe-call": "error",
      "typescript/no-unsafe-member-access": "error",
      "typescript/no-unsafe-return": "error",
      "typescript/no-unsafe-type-assertion": "off",
      "typescript/only-throw-error": "error",
      "typescript/prefer-promise-reject-errors": "error",
      "typescript/prefer-ts-expect-error": "error",
      "typescript/restrict-plus-operands": "error",
      "typescript/switch-exhaustiveness-check": [
        "error",
        {
          allowDefaultCaseForExhaustiveSwitch: false,
          considerDefaultExhaustiveForUnions: false,
        },
      ],
      "typescript/unbound-method": "off",
      "unicorn/consistent-function-scoping": "off",
      "unicorn/filename-case": [
        "error",
        {
          case: "kebabCase",
        },
      ],
      "unicorn/no-array-reverse": "off",
      "unicorn/no-array-sort": "off",
      "unicorn/prefer-add-event-listener": "off",
      "unicorn/prefer-node-protocol": "error",
      "vitest/no-disabled-tests": "error",
      "vitest/no-focused-tests": "error",
    },
  },
  overrides: [
    ...[
      {
        files: ["src/**"],
        rules: {
          "eslint/max-lines": [
            "error",
            {
              max: 400,
            },
          ],
          "eslint/no-console": "error",
          "import/no-default-export": "error",
        },
      },
      {
        files: ["src/broker/node.ts", "src/broker/runtime.ts"],
        rules: {
          "eslint/no-console": "off",
        },
      },
      {
        files: ["src/broker/worker.ts", "src/loader/index.ts"],
        rules: {
          "import/no-default-export": "off",
        },
      },
      {
        files: ["test/**", "demo/pages/**/*.js"],
        rules: {
          "typescript/no-unsafe-argument": "off",
          "typescript/no-unsafe-assignment": "off",
          "typescript/no-unsafe-call": "off",
          "typescript/no-unsafe-member-access": "off",
          "typescript/no-unsafe-return": "off",
        },
      },
    ],
    ...Object.entries(rooms).map(([room, allowed]) => wall(room, allowed)),
    {
      files: ["src/loader/**"],
      rules: {
        "eslint/no-restricted-globals": [
          "error",
          {
            name: "structuredClone",
            message: "Chrome has it from 98 on; the loader runs from 94 on.",
          },
        ],
        "eslint/no-restricted-properties": [
          "error",
          {
            object: "AbortSignal",
            property: "any",
            message: "Chrome has it from 116 on; the loader runs from 94 on.",
          },
          {
            object: "AbortSignal",
            property: "timeout",
            message: "Chrome has it from 103 on; the loader runs from 94 on.",
          },
        ],
      },
    },
    {
      files: ["demo/**"],
      rules: {
        "eslint/no-restricted-imports": [
          "error",
          { patterns: [{ regex: "(^|/)test/", message: "The demo does not import tests." }] },
        ],
      },
    },
  ],
};
