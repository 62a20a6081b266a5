import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with one line for people and programs alike: `12 passed, 0 failed`. */
export default class TotalReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules
      .flatMap((module) => [...module.children.allTests()])
      .map((test) => test.result().state);
    const count = (state: string): number => states.filter((each) => each === state).length;
    // A file that cannot be loaded holds no tests that could fail, and an error outside of a test belongs to none.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count("skipped") > 0 ? `, ${count("skipped")} skipped` : "";
    process.stdout.write(`${count("passed")} passed, ${count("failed") + broken} failed${skipped}\n`);
  }
}
