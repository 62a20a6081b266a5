import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Status } from "../../../../src/loader/parts/status.tsx";
import { chooseWords } from "../../../../src/loader/parts/words.ts";

const words = chooseWords("en");

afterEach(cleanup);

test("loading is announced politely, with nothing to click", () => {
  render(<Status words={words} content="loading" onRetry={() => undefined} fallbackUrl="tel:+15550100" />);
  expect(screen.getByRole("status").textContent).toBe(words.loading);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});

test.each(["failed", "bookingFailed"] as const)("%s is announced at once", (content) => {
  render(<Status words={words} content={content} />);
  expect(screen.getByRole("alert").textContent).toBe(words[content]);
  expect(screen.queryByRole("status")).toBeNull();
});

test("a failure offers another try and another way, where there are such", () => {
  let retries = 0;
  const retry = () => {
    retries += 1;
  };
  render(<Status words={words} content="failed" onRetry={retry} fallbackUrl="tel:+15550100" />);
  fireEvent.click(screen.getByRole("button", { name: words.retry }));
  expect(retries).toBe(1);
  expect(screen.getByRole("link", { name: words.fallback }).getAttribute("href")).toBe("tel:+15550100");
});

test("a failure that only the site's owner can mend offers no other try", () => {
  render(<Status words={words} content="failed" onRetry={undefined} fallbackUrl={undefined} />);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});

test("words of the page are text, whatever they hold", () => {
  render(<Status words={{ ...words, failed: "<img src=x onerror=alert(1)>" }} content="failed" />);
  expect(screen.getByRole("alert").textContent).toBe("<img src=x onerror=alert(1)>");
  expect(document.querySelector("img")).toBeNull();
});
