import { expect, test } from "vitest";
import { redraw } from "../../../../src/loader/booking/screen.ts";

const world = (chooseView: unknown) => {
  const calls: unknown[] = [];
  const instance = {
    init: () => undefined,
    destroy: () => undefined,
    timekitSdk: { makeRequest: () => Promise.resolve({ data: [] }), setUser: () => undefined },
    fullCalendar: (method: string, option?: string) => {
      calls.push(option === undefined ? method : `${method} ${option}`);
      if (method === "getView") return "the view";
      return method === "option" ? chooseView : undefined;
    },
  };
  return { instance, calls };
};

test("the calendar is drawn, and v1 chooses the view for its width", () => {
  const views: unknown[] = [];
  const { instance, calls } = world((view: unknown) => void views.push(view));
  redraw(instance);
  expect(calls).toEqual(["render", "option windowResize", "getView"]);
  expect(views).toEqual(["the view"]);
});

test("a configuration without that function is drawn all the same", () => {
  const { instance, calls } = world(null);
  redraw(instance);
  expect(calls).toEqual(["render", "option windowResize"]);
});

test("without a calendar nothing happens", () => {
  const { instance } = world(null);
  const fullCalendar = (): never => {
    throw new Error("There is no calendar yet");
  };
  expect(() => redraw({ ...instance, fullCalendar })).not.toThrow();
});
