/** What is wrong with one setting, as the end of a sentence that begins with the setting's name. */
export class SettingProblem {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Settings that a broker cannot start with; `problems` has one line for each, naming it and never its value. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}
