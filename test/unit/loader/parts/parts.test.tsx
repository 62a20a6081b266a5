import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";
import { Notice } from "../../../../src/loader/ui/notice.tsx";
import type { NoticeAction } from "../../../../src/loader/ui/dismissal.ts";
import { Status } from "../../../../src/loader/ui/status.tsx";
import { chooseWords } from "../../../../src/loader/ui/words.ts";

describe("the notice", () => {
  const words = chooseWords("en");

  afterEach(cleanup);

  test("the notice has a name, leads to v2 and can be dismissed", () => {
    const actions: NoticeAction[] = [];
    render(
      <Notice
        words={words}
        upgradeUrl="https://upgrade.example/"
        problem={undefined}
        onGuide={undefined}
        onAction={(action) => actions.push(action)}
      />,
    );
    expect(screen.getByRole("region", { name: words.noticeName }).textContent).toContain(words.notice);
    const link = screen.getByRole("link", { name: words.upgrade });
    expect(link.getAttribute("href")).toBe("https://upgrade.example/");
    link.addEventListener("click", (event) => event.preventDefault());
    fireEvent.click(link);
    fireEvent.click(screen.getByRole("button", { name: words.dismiss }));
    expect(actions).toEqual(["followed", "dismissed"]);
  });
});

describe("the status", () => {
  const words = chooseWords("en");

  afterEach(cleanup);

  test("loading is announced politely, with nothing to click", () => {
    render(<Status words={words} content={{ kind: "loading" }} />);
    expect(screen.getByRole("status").textContent).toBe(words.loading);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });

  test.each(["failed", "bookingFailed"] as const)("%s is announced at once", (kind) => {
    render(<Status words={words} content={{ kind }} />);
    expect(screen.getByRole("alert").textContent).toBe(words[kind]);
    expect(screen.queryByRole("status")).toBeNull();
  });

  test("a failure offers another try and another way, where there are such", () => {
    let retries = 0;
    const retry = () => {
      retries += 1;
    };
    render(
      <Status words={words} content={{ kind: "failed", onRetry: retry, fallbackUrl: "tel:+15550100" }} />,
    );
    fireEvent.click(screen.getByRole("button", { name: words.retry }));
    expect(retries).toBe(1);
    expect(screen.getByRole("link", { name: words.fallback }).getAttribute("href")).toBe("tel:+15550100");
  });

  test("a failure that only the site's owner can mend offers no other try", () => {
    render(<Status words={words} content={{ kind: "failed", onRetry: undefined, fallbackUrl: undefined }} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });

  test("hosts are text, whatever they hold", () => {
    const content = { kind: "start", hosts: "$&<img>", onStart: () => undefined } as const;
    render(<Status words={words} content={content} />);
    expect(screen.getByText("This contacts $&<img>.")).toBeTruthy();
  });

  test("words of the page are text, whatever they hold", () => {
    render(
      <Status words={{ ...words, failed: "<img src=x onerror=alert(1)>" }} content={{ kind: "failed" }} />,
    );
    expect(screen.getByRole("alert").textContent).toBe("<img src=x onerror=alert(1)>");
    expect(document.querySelector("img")).toBeNull();
  });
});
