import { createEntry } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { ranksBetween } from "@planwand/shared/order/rank.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { giveCommand } from "../../builders/commands.ts";
import { STAMP } from "../../builders/plan-doc.ts";
import { seeded } from "../../builders/run-length.ts";
import { WireClient } from "../../builders/wire-client.ts";
import type { SizedPlan, Stage } from "../wall/stage.ts";

const AT_ONCE = 25;

/** What a full plan holds. */
export interface Fullness {
  readonly activities: number;
  readonly decisions: number;
  readonly comments: number;
}

/** A plan that holds so much: copies of the example's activities, decisions on them, and comments on both. */
export async function fullPlan(
  stage: Stage,
  { activities, decisions, comments }: Fullness,
): Promise<SizedPlan> {
  const plan = await stage.plan(activities);
  const { cookie, plan: made } = plan.created;
  const writer = await WireClient.join({ url: stage.server.url, planId: made.id, cookie });
  const random = seeded(3);
  const { activities: cards, parties, decisions: there } = toPlan(writer.doc);
  const some = <Value>(from: readonly Value[]): Value | undefined => from[Math.floor(random() * from.length)];
  editPlan(writer.doc, () => {
    const ranks = ranksBetween("z", null, Math.max(0, decisions - there.length));
    for (const [nth, rank] of ranks.entries())
      createEntry(
        writer.doc,
        "decisions",
        `decision-${String(nth).padStart(6, "0")}`,
        {
          rank,
          question: `Welke keuze hoort bij stap ${String(nth)}?`,
          activity: some(cards)?.id ?? null,
          decider: some(parties)?.id ?? null,
          neededBy: addDays("2026-11-23", Math.floor(random() * 300) - 60),
          status: nth % 4 === 0 ? "prepared" : "open",
        },
        STAMP,
      );
  });
  await writer.saved();
  const subjects = [
    ...cards.map(({ id }) => ({ kind: "activity", id }) as const),
    ...toPlan(writer.doc).decisions.map(({ id }) => ({ kind: "decision", id }) as const),
  ];
  await writer.close();
  const desk = { url: stage.server.url, planId: made.id, cookie };
  for (let first = 0; first < comments; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, comments - first) }, (_, at) => first + at);
    await Promise.all(
      numbers.map(async (number) => {
        const anchor = some(subjects);
        if (anchor === undefined) throw new Error("the plan has something to talk about");
        const comment = `comment-${String(number).padStart(6, "0")}`;
        const text = `Opmerking ${String(number)}: klopt dit nog voor de pilot?`;
        const answer = await giveCommand(desk, { type: "comment.add", comment, anchor, text });
        if (typeof answer !== "number") throw new Error(`a comment was refused: ${answer}`);
      }),
    );
  }
  return plan;
}
