import { expect, test } from "vitest";
import { parseGrantRequest } from "../../../src/broker/answer-grant.ts";
import { acceptedIds, refusedIds } from "../../cases/ids.ts";

const id = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

test.each([
  [`resource_id=${id}`, { resourceId: id, renew: false }],
  [`resource_id=${id.toUpperCase()}`, { resourceId: id, renew: false }],
  [`resource_id=${id}&renew=1`, { resourceId: id, renew: true }],
  [`renew=1&resource_id=${id}`, { resourceId: id, renew: true }],
  [`resource_id=%32939c4fa-f06f-4496-8a20-03f57afcdfe6`, { resourceId: id, renew: false }],
  ["", undefined],
  ["renew=1", undefined],
  ["resource_id=", undefined],
  [`resource_id=${id}&renew=`, undefined],
  [`resource_id=${id}&renew=true`, undefined],
  [`resource_id=${id}&renew=1&renew=1`, undefined],
  [`resource_id=${id}&resource_id=${id}`, undefined],
  [`resource_id=${id}&other=1`, undefined],
  [`resource_id=${id}&__proto__=1`, undefined],
  [`resource_id=${id}%0a`, undefined],
  [`resource_id=${id}+`, undefined],
  [`resource_id=urn:uuid:${id}`, undefined],
  ["resource_id=2939c4fa-f06f-4496-8a20-03f57afcdfeg", undefined],
  ["resource_id=2939c4fa–f06f–4496–8a20–03f57afcdfe6", undefined],
])("the query %s", (query, request) => {
  expect(parseGrantRequest(new URLSearchParams(query))).toEqual(request);
});

test.each(acceptedIds)("the id %s is asked for in lower case", (text) => {
  const query = new URLSearchParams({ resource_id: text });
  expect(parseGrantRequest(query)).toEqual({ resourceId: text.toLowerCase(), renew: false });
});

test("no id that is no UUID is asked for", () => {
  const isAskedFor = (text: string) => parseGrantRequest(new URLSearchParams({ resource_id: text }));
  expect(refusedIds.filter(isAskedFor)).toEqual([]);
});
