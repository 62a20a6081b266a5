import { defineConfig } from "vitest/config";

// A broker runs in any zone of time; Stryker's runner uses threads, which all have that of the process.
process.env["TZ"] = "Asia/Tokyo";

/** The tests that `npm run test:mutation` runs for each fault: those without sockets and crowds, since there are thousands of faults. */
export default defineConfig({
  test: {
    include: [
      "test/unit/broker/**/*.test.ts",
      "test/unit/contract/**/*.test.ts",
      // The one that talks to a server: what it checks is how `--check` puts an answer into words.
      "test/runtime/check.test.ts",
    ],
    exclude: ["**/crowds.test.ts"],
    // Each fault is a run of its own, in which the files can share what they import.
    isolate: false,
    testTimeout: 60_000,
  },
});
