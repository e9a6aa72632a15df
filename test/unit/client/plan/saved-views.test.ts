import { readOwn, viewAddress } from "@planwand/client/plan/saved-views.ts";
import { expect, test } from "vitest";

test("ux C4: a view is saved with its name and what it asks, without what is open in it", () => {
  expect(viewAddress("/plan/abcdefghij", "?filter=&status=planned")).toBe("?filter=&status=planned");
  expect(viewAddress("/plan/abcdefghij/activity/xyz", "?lens=ict")).toBe("?lens=ict");
  expect(viewAddress("/plan/abcdefghij/people/xyz", "?as=matrix")).toBe("/people?as=matrix");
  expect(viewAddress("/plan/abcdefghij/", "")).toBe("");
});

test("views kept on the device are read whatever was written there, and lead nowhere else", () => {
  expect(readOwn(null)).toEqual([]);
  expect(readOwn("{")).toEqual([]);
  expect(readOwn('{"a":1}')).toEqual([]);
  const good = { id: "view-000001", name: "Van ICT", address: "?lens=ict" };
  const bad = [{ ...good, address: "//elders.example" }, { ...good, name: 3 }, null, "x"];
  expect(readOwn(JSON.stringify([good, ...bad]))).toEqual([good]);
});
