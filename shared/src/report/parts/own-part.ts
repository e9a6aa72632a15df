import type { Activity, Party } from "../../plan/schema.ts";
import type { Block, Section } from "../blocks.ts";
import { plain } from "../content.ts";
import { period } from "../dates.ts";
import { heading, row, table, text } from "../table.ts";
import { activityName, type Held } from "./held.ts";

const SLOTS = ["executor", "codecider"] as const;

/** A page for each function that does or decides something: what is theirs, and what of it was agreed in this workshop. */
export function partSections(held: Held): Section[] {
  return held.context.plan.parties.flatMap((party) => partOf(held, party));
}

function partOf({ context, session }: Held, party: Party): Section[] {
  const { plan, words } = context;
  const { minutes } = words;
  const own = plan.activities.flatMap((activity) =>
    SLOTS.filter((slot) => isDoing(activity, slot, party)).map((slot) => ({ activity, slot })),
  );
  const decisions = plan.decisions.filter(
    ({ decider, advisers }) => decider === party.id || advisers.includes(party.id),
  );
  if (own.length === 0 && decisions.length === 0) return [];
  const rows = own.map(({ activity, slot }) => {
    const isFresh = session.claims.some(
      (claim) => claim.activity === activity.id && claim.slot === slot && claim.party === party.id,
    );
    return row(
      null,
      plain(activityName(context, activity.id)),
      [...plain(minutes.slots[slot]), ...(isFresh ? plain(minutes.fresh) : [])],
      plain(period(activity.start, activity.end, words, words.activity.noDates)),
    );
  });
  const questions = decisions.map(({ id, question }) =>
    row(null, plain(`${context.numberOf(id)} ${question.trim() || words.untitled}`)),
  );
  const columns = [
    [minutes.activity, 5],
    [minutes.claims, 2],
    [words.activity.when, 3],
  ] as const;
  const blocks: Block[] = [
    ...(rows.length === 0
      ? [text(plain(minutes.none), "note")]
      : [heading(2, minutes.yours), table(minutes.yours, columns, rows)]),
    ...(questions.length === 0
      ? []
      : [
          heading(2, minutes.yourDecisions),
          table(minutes.yourDecisions, [[minutes.decision, 1]], questions),
        ]),
  ];
  const title = minutes.part(party.name.trim() || words.untitled);
  return [{ id: `part-${party.id}`, title, orientation: "landscape", blocks }];
}

function isDoing(activity: Activity, slot: (typeof SLOTS)[number], { id }: Party): boolean {
  return activity.status !== "dropped" && activity.roles[slot].includes(id);
}
