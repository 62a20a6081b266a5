import { defineConfig } from "vitest/config";

/** The tests that `npm run test:mutation` runs for each fault: those without sockets, since there are hundreds of faults. */
export default defineConfig({
  test: {
    include: [
      "test/unit/broker/{credentials,origin,respond}/**/*.test.ts",
      "test/unit/broker/timekit/parse-lookup.test.ts",
      "test/unit/broker/*.test.ts",
      "test/unit/contract/**/*.test.ts",
    ],
    testTimeout: 60_000,
  },
});
