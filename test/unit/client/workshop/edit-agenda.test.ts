import { STEP_KINDS } from "@planwand/shared/workshop/agenda.ts";
import { isAgenda } from "@planwand/shared/workshop/check-agenda.ts";
import { SCRIPTS } from "@planwand/shared/workshop/script-words.ts";
import { scriptAgenda } from "@planwand/shared/workshop/scripts.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cases } from "../../../builders/run-length.ts";
import { mended, moved, ofKind, roundsBefore } from "@planwand/client/features/workshop/edit-agenda.ts";

test("however the steps of a script are moved, removed and changed, they stay an agenda that can be held", () => {
  const change = fc.record({
    what: fc.constantFrom("up", "down", "remove", "kind" as const),
    at: fc.nat(12),
    kind: fc.constantFrom(...STEP_KINDS),
  });
  fc.assert(
    fc.property(fc.constantFrom(...SCRIPTS), fc.array(change, { maxLength: 20 }), (script, changes) => {
      let count = 0;
      let { steps } = scriptAgenda(script, "nl", () => `step-${String((count += 1))}`);
      for (const { what, at, kind } of changes) {
        const index = at % steps.length;
        const step = steps[index];
        if (step === undefined) continue;
        if (what === "up" || what === "down") steps = moved(steps, index, what === "up" ? -1 : 1);
        else if (what === "remove") steps = steps.length === 1 ? steps : mended(steps.toSpliced(index, 1));
        else {
          const round = roundsBefore(steps, index).at(-1)?.id ?? null;
          steps = mended(steps.with(index, ofKind(step, kind, round)));
        }
        expect(isAgenda(steps)).toBe(true);
      }
    }),
    { numRuns: cases(2_000) },
  );
});
