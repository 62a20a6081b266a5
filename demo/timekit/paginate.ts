import type { Answer } from "./call.ts";

const defaultPerPage = 50;
const maximumPerPage = 1000;

/** One page of a list in Timekit's envelope; `limit` and `page` of the query choose it. `per_page` is a text there. */
export const paginate = (items: readonly unknown[], url: URL): Answer => {
  const perPage = Math.min(wholeNumber(url.searchParams.get("limit")) ?? defaultPerPage, maximumPerPage);
  const lastPage = Math.max(1, Math.ceil(items.length / perPage));
  const page = wholeNumber(url.searchParams.get("page")) ?? 1;
  const start = (page - 1) * perPage;
  const data = items.slice(start, start + perPage);
  return {
    status: 200,
    body: {
      total: items.length,
      per_page: String(perPage),
      current_page: page,
      last_page: lastPage,
      next_page_url: page < lastPage ? pageUrl(url, page + 1) : null,
      prev_page_url: page > 1 ? pageUrl(url, page - 1) : null,
      from: data.length === 0 ? null : start + 1,
      to: data.length === 0 ? null : start + data.length,
      data,
    },
  };
};

const wholeNumber = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

const pageUrl = (url: URL, page: number): string => {
  const target = new URL(url);
  target.searchParams.set("page", String(page));
  return target.href;
};
