import type { Page } from "playwright-core";

/** What a visitor types into v1's form. */
export interface Visitor {
  readonly name: string;
  readonly email: string;
  readonly comment: string;
}

export const visitor: Visitor = {
  name: "Ada Lovelace",
  email: "ada@example.org",
  comment: "The back brake squeaks",
};

/** Clicks on the first slot that is shown, fills in the form and sends it; what comes of it is not awaited. */
export const bookFirstSlot = async (page: Page, { name, email, comment } = visitor): Promise<void> => {
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  await page.locator(".fc-event").first().click();
  await page.getByPlaceholder("Full name").fill(name);
  await page.getByPlaceholder("E-mail").fill(email);
  await page.getByPlaceholder("Comment").fill(comment);
  await page.getByRole("button", { name: "Book it" }).click();
};
