import type { Circle } from "../../access/role.ts";
import { circlesIn, ideaClusters, presentByCircle, voteStandings } from "../../views/workshop.ts";
import type { Step } from "../../workshop/agenda.ts";
import type { Session } from "../../workshop/session.ts";
import { GROUP_MIN } from "../../workshop/small-groups.ts";
import type { Block, Content, Row, Section } from "../blocks.ts";
import { bullets, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { longDate, timeOf } from "../dates.ts";
import { heading, row, table, text } from "../table.ts";
import { changesSection } from "./changes.ts";
import { activityName, type Held, nameOf, sessionOf } from "./held.ts";
import { partSections } from "./own-part.ts";

/** Who were there, what was done and when, what came of it, exactly what changed, and a page for each function. */
export function minutesSections(context: Context): Section[] {
  const session = sessionOf(context);
  if (session === null) return [];
  const held: Held = { context, session };
  return [
    openingSection(held),
    ideasSection(held),
    votesSection(held),
    agreedSection(held),
    ...differences(held),
    ...partSections(held),
  ];
}

function portrait(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, orientation: "portrait", blocks };
}

function circleName({ words }: Context, circle: Circle | null): string {
  return circle === null ? words.minutes.noCircle : words.circles[circle];
}

function openingSection(held: Held): Section {
  const { context, session } = held;
  const { minutes } = context.words;
  const present = presentByCircle(context.journal, session).map(({ circle, people }) =>
    row(
      null,
      plain(circleName(context, circle)),
      plain(people.map((person) => nameOf(held, person)).join("\n")),
    ),
  );
  const leads = [...new Set(session.leads.map(({ member }) => context.memberName(member)))].join(", ");
  return portrait("present", minutes.present, [
    ...(session.goal === "" ? [] : [text(plain(session.goal), "lead")]),
    text(plain([minutes.led(leads), ...(session.closedAt === null ? [minutes.open] : [])].join(" "))),
    table(
      minutes.present,
      [
        [minutes.circle, 1],
        [minutes.people, 3],
      ],
      present,
    ),
    heading(2, minutes.agenda),
    agendaTable(held),
  ]);
}

/** Every step once for each time that it was held; one that was passed over is named as such. */
function agendaTable(held: Held): Block {
  const { context, session } = held;
  const { minutes } = context.words;
  const rows = session.steps.flatMap((step) => {
    const runs = session.runs.filter((run) => run.step === step.id);
    const planned = plain(minutes.minutes(step.minutes));
    if (runs.length === 0)
      return [row(null, plain(titleOf(held, step)), planned, plain(minutes.skipped), [], [])];
    return runs.map(({ startedAt, endedAt }) =>
      row(
        null,
        plain(titleOf(held, step)),
        planned,
        plain(timeOf(startedAt)),
        endedAt === null ? [] : plain(timeOf(endedAt)),
        endedAt === null ? [] : plain(minutes.minutes(Math.round((endedAt - startedAt) / 60_000))),
      ),
    );
  });
  const { step, planned, began, ended, lasted } = minutes;
  return table(
    minutes.agenda,
    [
      [step, 4],
      [planned, 1],
      [began, 1],
      [ended, 1],
      [lasted, 1],
    ],
    rows,
  );
}

function ideasSection(held: Held): Section {
  const { context, session } = held;
  const { minutes } = context.words;
  const blocks = session.steps.flatMap((step): Block[] => {
    if (step.kind !== "ideas") return [];
    const rows = ideaClusters(session, step.id).map(({ idea, merged }) =>
      row(
        null,
        [
          ...plain(idea.text),
          ...(merged.length === 0
            ? []
            : [...plain(`${minutes.merged}:`), ...bullets(merged.map((one) => plain(one.text)))]),
        ],
        plain(idea.person === null ? minutes.anonymous : nameOf(held, idea.person)),
        plain(idea.became === null ? "" : activityName(context, idea.became)),
      ),
    );
    if (rows.length === 0) return [];
    const columns = [
      [minutes.idea, 4],
      [minutes.from, 2],
      [minutes.became, 3],
    ] as const;
    return [heading(2, titleOf(held, step)), table(titleOf(held, step), columns, rows)];
  });
  const discarded =
    session.discardedIdeas === 0 ? [] : [text(plain(minutes.discarded(session.discardedIdeas)), "note")];
  return portrait("ideas", minutes.ideas, orNone(context, [...blocks, ...discarded]));
}

function votesSection(held: Held): Section {
  const { context, session } = held;
  const { minutes } = context.words;
  const blocks = session.steps.flatMap((step): Block[] => {
    if (step.kind !== "vote" || !session.runs.some((run) => run.step === step.id)) return [];
    const standings = voteStandings(context.journal, session, step.id);
    if (standings === null) return [heading(2, titleOf(held, step)), text(plain(minutes.notShown), "note")];
    const rows = standings
      .filter(({ dots }) => dots > 0)
      .map(({ item, rank, dots, byCircle }) =>
        row(
          null,
          plain(String(rank)),
          plain(itemName(context, session, step, item)),
          plain(String(dots)),
          plain(
            circlesIn(byCircle)
              .map(([circle, given]) => `${circleName(context, circle)} ${String(given)}`)
              .join(", "),
          ),
        ),
      );
    const columns = [
      ["#", 1],
      [minutes.idea, 5],
      [minutes.dots, 1],
      [minutes.byCircle, 3],
    ] as const;
    const voters =
      session.results.get(step.id)?.voters ??
      new Set([...session.votes.values()].filter((vote) => vote.step === step.id).map(({ person }) => person))
        .size;
    return [
      heading(2, titleOf(held, step)),
      text(plain(minutes.voters(voters))),
      table(titleOf(held, step), columns, rows),
      ...(step.blind && step.perCircle ? [text(plain(minutes.smallCircles(GROUP_MIN)), "note")] : []),
      text(plain(minutes.indication), "note"),
    ];
  });
  return portrait("votes", minutes.votes, orNone(context, blocks));
}

function itemName(
  context: Context,
  session: Session,
  { of }: Extract<Step, { kind: "vote" }>,
  item: string,
): string {
  return of === null ? activityName(context, item) : (session.ideas.get(item)?.text ?? "");
}

/** Advice for each decision point, the roles that were claimed, and how people left. */
function agreedSection(held: Held): Section {
  const { context, session } = held;
  const { minutes } = context.words;
  const questions = new Map(context.plan.decisions.map(({ id, question }) => [id, question.trim()]));
  const advice = [...session.advice.values()].map(({ decision, person, circle, stance, text: words }) =>
    row(
      null,
      plain(`${context.numberOf(decision)} ${questions.get(decision) ?? ""}`.trim()),
      plain(circleName(context, circle)),
      plain(nameOf(held, person)),
      [...plain(minutes.stances[stance]), ...plain(words)],
    ),
  );
  const claims = session.claims.map(({ activity, slot, party, person }) =>
    row(
      null,
      plain(activityName(context, activity)),
      plain(context.partyName(party)),
      plain(minutes.slots[slot]),
      plain(nameOf(held, person)),
    ),
  );
  const left = [...session.checkouts.values()].map(({ person, circle, fingers, word }) =>
    row(
      null,
      plain(circleName(context, circle)),
      plain(nameOf(held, person)),
      plain(fingers === null ? word : minutes.fingers(fingers)),
    ),
  );
  const { decision, circle, people, activity, party, said } = minutes;
  const blocks: Block[] = [
    ...listed(
      minutes.taken,
      [
        [decision, 3],
        [minutes.outcome, 4],
        [minutes.by, 2],
      ],
      takenIn(held),
    ),
    ...listed(
      minutes.advice,
      [
        [decision, 4],
        [circle, 2],
        [people, 2],
        [minutes.advice, 3],
      ],
      advice,
    ),
    ...listed(
      minutes.claims,
      [
        [activity, 4],
        [party, 2],
        [minutes.claims, 2],
        [said, 2],
      ],
      claims,
    ),
    ...listed(
      minutes.checkout,
      [
        [circle, 2],
        [people, 2],
        [minutes.checkout, 3],
      ],
      left,
    ),
  ];
  return portrait("agreed", minutes.claims, orNone(context, blocks));
}

/** The decisions that were recorded while the workshop was open, also one that was reopened since. */
function takenIn({ context, session }: Held): Row[] {
  const { journal, words } = context;
  const isIn = (at: number): boolean =>
    at >= session.openedAt && at <= (session.closedAt ?? Number.POSITIVE_INFINITY);
  return [...journal.seals.values()]
    .flat()
    .filter(({ at }) => isIn(at))
    .map(({ decision, question, outcome, rationale, deciderName, by }) =>
      row(
        null,
        plain(`${context.numberOf(decision)} ${question}`.trim()),
        [...plain(outcome), ...plain(rationale === "" ? "" : words.minutes.because(rationale))],
        plain(words.minutes.takenBy(deciderName, context.memberName(by))),
      ),
    );
}

function listed(
  title: string,
  columns: Parameters<typeof table>[1],
  rows: Parameters<typeof table>[2],
): Block[] {
  return rows.length === 0 ? [] : [heading(2, title), table(title, columns, rows)];
}

/** Exactly what is different between the opening and the closing snapshot, as long as these are kept. */
function differences({ context }: Held): Section[] {
  const { since, words, today } = context;
  if (since === null)
    return [portrait("changes", words.minutes.changes, [text(plain(words.minutes.changesGone), "note")])];
  const { blocks, ...section } = changesSection(context, since);
  const note: Content = plain(
    words.minutes.changesNote(longDate(since.adoptedOn, words), longDate(today, words)),
  );
  return [{ ...section, title: words.minutes.changes, blocks: [text(note, "note"), ...blocks.slice(1)] }];
}

/** What a step is called; by its place in the agenda once the words of whoever wrote it are erased. */
function titleOf({ context, session }: Held, { id, title }: Step): string {
  const at = session.steps.findIndex((step) => step.id === id) + 1;
  return title === "" ? `${context.words.minutes.step} ${String(at)}` : title;
}

function orNone({ words }: Context, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [text(plain(words.minutes.none), "note")] : blocks;
}
