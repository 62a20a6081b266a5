import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../../src/cli/run.ts";

const token = "s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja";
const page = (name = "Brook Lane", email = "workshop@example.com"): string => `<div id="bookingjs"></div>
<script src="//cdn.timekit.io/booking-js/v1/booking.min.js" defer></script>
<script>window.timekitBookingConfig = { app: 'a', email: '${email}', apiToken: '${token}', name: '${name}' };</script>
`;
const id = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const other = "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913";
const embed = `--host https://cdn.example --broker-url https://broker.example/client-token`.split(" ");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const git = (...words: readonly string[]): void =>
  void execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], {
    cwd: folder,
    stdio: "ignore",
  });
const commit = (): void => {
  git("init");
  git("add", "-A");
  git("commit", "-m", "site");
};

const call = async (words: readonly string[], { isTerminal = false } = {}) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await run(words, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    isTerminal: { out: isTerminal, error: isTerminal },
    built: {
      version: "1.2.3",
      integrity: { "loader.js": "sha384-AA", "vendor/booking-1.24.2.js": "sha384-CC" },
    },
  });
  return { code, out: out.join(""), error: error.join("") };
};

describe("migrate", () => {
  test("reads a site: every kind of file, folders below, and neither packages nor the repository", async () => {
    const names = ["a.html", "b/c.php", "b/d.vue", "e.htm", "f.js.erb"];
    for (const name of names.slice(0, 4)) put(name, page());
    put("f.js.erb", "new TimekitBooking().init({ widgetId: '<%= id %>' })");
    for (const name of ["node_modules/x.html", ".git/x.html", "x.css"]) put(name, page());
    const { code, out } = await call(["migrate", "--json", folder]);
    expect(JSON.parse(out).files.map(({ path }: { path: string }) => path.slice(folder.length + 1))).toEqual(
      names,
    );
    expect(code).toBe(0);
  });

  test("says where each calendar is, its lines, its notes and its token, and never what it is", async () => {
    const path = put("a.html", page());
    const { out } = await call(["migrate", "--json", path]);
    const [file] = JSON.parse(out).files;
    expect(file).toMatchObject({
      calendars: [{ at: { line: 3, column: 39 }, kind: "autoload", isWritten: false }],
      loads: [{ line: 2, column: 1 }],
      tokens: [{ at: { line: 3 }, kind: "token of a resource (client-token or server-token)" }],
      unread: [],
    });
    expect(file.calendars[0].lines).toContain("data-resource-id");
    expect(out).not.toContain(token);
  });

  test("prints a table, in colours on a terminal alone", async () => {
    put("a.html", page());
    const piped = await call(["migrate", folder]);
    expect(piped.out).toMatch(
      /a\.html:3:39 {2}calendar +starts by itself\n.*\n.*revoke +token of a resource/,
    );
    expect(piped.out).not.toContain("\u001B");
    const shown = await call(["migrate", folder], { isTerminal: true });
    expect(shown.out).toContain("\u001B[31mrevoke");
  });

  test("shows nothing of a file that would steer a terminal", async () => {
    put("a.html", page("\u001B]0;owned\u0007\u202Etxt"));
    const { out } = await call(["migrate", "--target", "v2", folder]);
    for (const control of ["\u001B", "\u0007", "\u202E"]) expect(out).not.toContain(control);
    expect(out).toContain("owned");
  });

  test("shows its progress over many files, on a terminal alone", async () => {
    for (let index = 0; index < 210; index += 1) put(`${index}.html`, "<p>");
    expect((await call(["migrate", folder], { isTerminal: true })).error).toContain(
      "Reading 50 of 210 files",
    );
    expect((await call(["migrate", folder])).error).toBe("");
  });

  test("ends with 1 where something could not be read, and names line, column and reason", async () => {
    put("a.html", page());
    put("b.js", "new TimekitBooking().init(getConfig())");
    const { code, out } = await call(["migrate", folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/b\.js:1:27 +not read +It calls a function.*\n.*Paste the page's source/);
  });

  test("goes on after a file that cannot be read", async () => {
    put("a.html", page());
    put("deep.js", `timekitBookingConfig = ${"[".repeat(50_000)}`);
    put("wide.html", Buffer.from("\uFEFFtimekit", "utf16le"));
    const { code, out } = await call(["migrate", folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/a\.html:3:39 +calendar/);
    expect(out).toMatch(/wide\.html:1:1.*UTF-16/);
    expect(out).toMatch(/deep\.js:\d+:\d+ +not read/);
  });

  test("finds nothing in a site without calendars", async () => {
    put("a.html", "<p>Timekit</p>");
    expect(await call(["migrate", folder])).toMatchObject({
      code: 0,
      out: expect.stringContaining("No calendar"),
    });
  });
});

describe("--write", () => {
  const write = (...words: readonly string[]) =>
    call(["migrate", "--write", "--resource-id", id, ...embed, ...words, folder]);

  test("replaces the lines and keeps every other byte, of any encoding", async () => {
    const before = Buffer.concat([
      Buffer.from("<p>caf\xe9</p>\r\n", "latin1"),
      Buffer.from(page().replaceAll("\n", "\r\n")),
    ]);
    const path = put("a.html", before);
    commit();
    expect((await write()).code).toBe(0);
    const after = readFileSync(path, "latin1");
    expect(after).toMatch(
      /^<p>caf\xe9<\/p>\r\n<div id="bookingjs"><\/div>\r\n<script\r\n {2}src="https:\/\/cdn\.example/,
    );
    expect(after).not.toContain(token);
    expect(after).not.toMatch(/[^\r]\n/);
  });

  test("leaves nothing for a second run", async () => {
    put("a.html", page());
    commit();
    await write();
    commit();
    expect((await write()).out).toContain("No calendar");
  });

  test.each([
    ["outside of a repository", () => undefined, /not in a Git repository/],
    ["that is not committed", () => git("init"), /not in a Git repository/],
    [
      "that was changed since",
      () => {
        commit();
        put("a.html", `${page()}<p>`);
      },
      /not committed/,
    ],
  ])("refuses a file %s, unless it is forced", async (_, prepare, reason) => {
    const path = put("a.html", page());
    prepare();
    const refused = await write();
    expect(refused).toMatchObject({ code: 1, out: expect.stringMatching(reason) });
    expect(readFileSync(path, "utf8")).toContain(token);
    expect((await write("--force")).code).toBe(0);
    expect(readFileSync(path, "utf8")).not.toContain(token);
  });

  test("looks where a link leads", async () => {
    const outside = mkdtempSync(join(tmpdir(), "outside-"));
    writeFileSync(join(outside, "a.html"), page());
    symlinkSync(join(outside, "a.html"), join(folder, "a.html"));
    commit();
    const { code } = await call([
      "migrate",
      "--write",
      "--resource-id",
      id,
      ...embed,
      join(folder, "a.html"),
    ]);
    expect(code).toBe(1);
    expect(readFileSync(join(outside, "a.html"), "utf8")).toBe(page());
    rmSync(outside, { recursive: true });
  });

  test("does not give one person's id to another", async () => {
    const [one, two] = [put("a.html", page()), put("b.html", page("Emmett", "emmett@example.com"))];
    commit();
    expect((await write()).out).toContain("--resource-id EMAIL=ID");
    expect(readFileSync(one, "utf8") + readFileSync(two, "utf8")).not.toContain(id);
    await write(
      "--resource-id",
      `workshop@example.com=${id}`,
      "--resource-id",
      `emmett@example.com=${other}`,
    );
    expect(readFileSync(one, "utf8")).toContain(id);
    expect(readFileSync(two, "utf8")).toContain(other);
  });

  test.each([
    [["--target", "embed"], "--resource-id and --broker-url and --host"],
    [["--target", "v2"], "--app-key and --project-id or --resource-id"],
    [["--target", "v3", "--app-key", "live_widget_key_a"], "--project-id or --resource-id"],
  ])("%s needs %s", async (words, missing) => {
    const { code, error } = await call(["migrate", "--write", ...words, folder]);
    expect(code).toBe(2);
    expect(error).toContain(`needs ${missing}`);
  });
});

describe("wrong use ends with 2 and says what is right", () => {
  test.each([
    [["move"], /no command "move"/],
    [["migrate"], /Name the files/],
    [["migrate", "--target", "v4", "."], /embed, v2 or v3/],
    [["migrate", "--resource-id", "7", "."], /UUID/],
    [["migrate", "--broker-url", "http://broker.example", "."], /--broker-url/],
    [["migrate", "--broker-url", "https://me:you@broker.example", "."], /--broker-url/],
    [["migrate", "--app-key", "live_api_key_0123456789", "."], /App Widget Key/],
    [["migrate", "--wriet", "."], /--wriet/],
    [["migrate", "no-such-folder"], /no file or folder "no-such-folder"/],
    [["tag", "--resource-id", id, "--fallback-url", "javascript:alert(1)"], /--fallback-url/],
    [["tag", "--resource-id", id, "--notice", "never"], /--notice/],
    [["tag", "--resource-id", id, "extra"], /options only/],
    [["tag"], /UUID/],
  ])("%s", async (words, message) => {
    const { code, error, out } = await call(words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(message);
    expect(error).not.toContain("live_api_key_0123456789");
  });
});

describe("tag", () => {
  const words = ["tag", "--resource-id", id, ...embed, "--fallback-url", "tel:+44"];

  test("prints the tag with its hashes, the text without JavaScript and the policy", async () => {
    const { code, out } = await call(words);
    expect(code).toBe(0);
    expect(out).toContain(`src="https://cdn.example/1.2.3/loader.js"\n  integrity="sha384-AA"`);
    expect(out).toContain(`<noscript><p>The calendar needs JavaScript. <a href="tel:+44">`);
    expect(out).toContain("connect-src https://broker.example https://api.timekit.io;");
  });

  test("prints JSON for programs", async () => {
    const { out } = await call([...words, "--json"]);
    expect(Object.keys(JSON.parse(out))).toEqual(["tag", "policy"]);
  });
});

test.each([
  [["--help"], /timekit-embed migrate/],
  [[], /timekit-embed migrate/],
  [["--version"], /^1\.2\.3\n$/],
])("%s", async (words, out) => {
  expect(await call(words)).toMatchObject({ code: 0, out: expect.stringMatching(out) });
});
