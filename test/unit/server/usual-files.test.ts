import { isNote } from "@planwand/shared/exchange/proposal.ts";
import { expect, test } from "vitest";
import { inShort, takenFile } from "../../builders/school-files.ts";
import { USUAL_EXPORTS } from "../../builders/usual-exports.ts";
import { USUAL_LISTS } from "../../builders/usual-lists.ts";
import { USUAL_PLANS } from "../../builders/usual-plans.ts";
import { USUAL_PROJECTS } from "../../builders/usual-projects.ts";
import { USUAL_TEXTS } from "../../builders/usual-texts.ts";

/* Thirty files as schools have them: each comes in right, or is put right in the preview with at most five things said. */

const MOST_SAID = 5;

const USUAL = [...USUAL_PLANS, ...USUAL_PROJECTS, ...USUAL_EXPORTS, ...USUAL_LISTS, ...USUAL_TEXTS];

test.each(USUAL)("[EX30] $name comes in as it is meant", async (usual) => {
  const { said = {}, left = [] } = usual;
  const { words = {}, skip = [], ...others } = said;
  expect(Object.keys(words).length + skip.length + Object.keys(others).length).toBeLessThanOrEqual(MOST_SAID);
  const { made, proposal } = takenFile(Buffer.from(await usual.file()), said, usual.name);
  expect(made.map(inShort)).toEqual(usual.made);
  const told = proposal.rows.flatMap(({ problems }) => problems.filter((problem) => !isNote(problem)));
  expect(told.map(({ code, text }) => `${code} ${text}`)).toEqual(left);
});
