import { expect, test } from "vitest";
import { filesBelow, textOf } from "./tree.ts";

const RULE = /^(?:- )?\*\*([A-Z]+\d+)\*\* \S/gm;
/** One or more ids in square brackets at the start of a quoted test name. */
const QUOTED = /["'`]((?:\[[A-Z]+\d+\])+) /g;

function rules(): { id: string; path: string }[] {
  return filesBelow("", /(^|\/)SPEC\.md$/).flatMap((path) =>
    Array.from(textOf(path).matchAll(RULE), (match) => ({ id: match[1] ?? "", path })),
  );
}

function quoted(): { id: string; path: string }[] {
  return filesBelow("test", /\.tsx?$/).flatMap((path) =>
    Array.from(textOf(path).matchAll(QUOTED)).flatMap((match) =>
      Array.from((match[1] ?? "").matchAll(/[A-Z]+\d+/g), ([id]) => ({ id, path })),
    ),
  );
}

test("[H4] every rule has a test that names it", () => {
  const tested = new Set(quoted().map(({ id }) => id));
  const untested = rules().filter(({ id }) => !tested.has(id));
  expect(untested.map(({ id, path }) => `${id} of ${path}`)).toEqual([]);
});

test("[H4] every test names a rule that exists", () => {
  const known = new Set(rules().map(({ id }) => id));
  const unknown = quoted().filter(({ id }) => !known.has(id));
  expect(unknown.map(({ id, path }) => `${id} in ${path}`)).toEqual([]);
});

test("[H4] no two rules share an id", () => {
  const ids = rules().map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
