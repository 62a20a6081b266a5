import { expect, test } from "vitest";
import { isUuid } from "../../../src/contract/uuid.ts";

const id = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

test.each([
  id,
  id.toUpperCase(),
  "00000000-0000-0000-0000-000000000000",
  "2939C4fa-f06F-4496-8a20-03f57afcdfe6",
])("%s is a UUID", (text) => {
  expect(isUuid(text)).toBe(true);
});

test.each([
  "",
  "me",
  id.replaceAll("-", ""),
  `${id}0`,
  `0${id}`,
  id.slice(1),
  ` ${id}`,
  `${id} `,
  `${id}\n`,
  `{${id}}`,
  `urn:uuid:${id}`,
  id.replace("2", "g"),
  id.replace("-", "_"),
  "2939c4faf-06f-4496-8a20-03f57afcdfe6",
  "2939c4fa-f06f-44968a20-0-3f57afcdfe6",
  "２939c4fa-f06f-4496-8a20-03f57afcdfe6",
  `${id}/${id}`,
])("%j is none", (text) => {
  expect(isUuid(text)).toBe(false);
});
