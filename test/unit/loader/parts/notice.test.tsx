import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import type { NoticeAction } from "../../../../src/loader/events.ts";
import { Notice } from "../../../../src/loader/parts/notice.tsx";
import { chooseWords } from "../../../../src/loader/parts/words.ts";

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
