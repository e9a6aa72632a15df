import { expect, test } from "vitest";
import { filesBelow, textOf } from "./tree.ts";

/** What stays in a browser when a person is sent home: nothing takes it out again. */
const STAYS =
  /addInitScript|exposeFunction|exposeBinding|routeWebSocket|clock\.(install|setFixedTime|pauseAt)/u;

test("[H22] a test that changes the browser itself does so as a newcomer", () => {
  const careless = filesBelow("test/e2e", /\.test\.ts$/).filter(
    (path) => STAYS.test(textOf(path)) && !textOf(path).includes("people.newcomer("),
  );
  expect(careless).toEqual([]);
});
