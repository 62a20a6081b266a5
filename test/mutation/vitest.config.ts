import { defineConfig } from "vitest/config";
import { toBuildConstants } from "../../src/build/build-constants.ts";
import { readSources } from "../../src/build/read-sources.ts";

// A broker runs in any zone of time; Stryker's runner uses threads, which all have that of the process.
process.env["TZ"] = "Asia/Tokyo";

/** Stand-ins for what the build bakes in: no test that runs here loads a file. */
const pinned = { fileName: "file.js", bytes: new Uint8Array(), integrity: "sha384-", moduleIds: [] };

// Each fault is a run of its own, in which the files can share what they import.
const shared = { isolate: false, testTimeout: 60_000 } as const;

/** The tests that `npm run test:mutation` runs for each fault: those without sockets and crowds, since there are thousands of faults. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "broker",
          include: [
            "test/unit/broker/**/*.test.ts",
            "test/unit/contract/**/*.test.ts",
            "test/unit/migrate/**/*.test.ts",
            // The one that talks to a server: what it checks is how `--check` puts an answer into words.
            "test/runtime/check.test.ts",
          ],
          exclude: ["**/crowds.test.ts", "**/*.slow.test.ts"],
          ...shared,
        },
      },
      {
        define: toBuildConstants({ vendor: pinned, owner: pinned }, process.env),
        ...readSources,
        test: {
          name: "loader",
          include: ["test/unit/loader/{token,options,config,embed,booking}/**/*.test.ts"],
          environment: "happy-dom",
          ...shared,
        },
      },
    ],
  },
});
