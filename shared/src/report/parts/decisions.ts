import type { Seal } from "../../journal/journal.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Decision } from "../../plan/schema.ts";
import {
  cannotWait,
  changedSince,
  inRegisterOrder,
  isTaken,
  needsExaminationBoard,
} from "../../views/decisions.ts";
import type { Block, Content, Section } from "../blocks.ts";
import { bold, bullets, fact, labelled, paragraph, plain, rich } from "../content.ts";
import type { Context } from "../context.ts";
import { longDate, shortDate } from "../dates.ts";
import { heading, row, table, text } from "../table.ts";

/** The register: first what is still to be decided, then what was decided and why. */
export function decisionsSection(context: Context): Section {
  const { selected, words, standing } = context;
  const { open, decided } = inRegisterOrder(selected.decisions, standing);
  const { decided: taken, open: toDo } = words.decisionList;
  return {
    id: "decisions",
    title: words.sections.decisions,
    orientation: "landscape",
    blocks: [
      heading(2, toDo),
      decisionTable(toDo, open, context),
      heading(2, taken),
      decisionTable(taken, decided, context),
    ],
  };
}

/** Decisions as a table; a note when there are none. */
export function decisionTable(caption: string, decisions: readonly Decision[], context: Context): Block {
  const { words } = context;
  if (decisions.length === 0) return text(plain(words.none), "note");
  const { question, who, when, status, outcome } = words.decision;
  const columns = [
    [question, 30],
    [who, 15],
    [when, 11],
    [status, 12],
    [outcome, 32],
  ] as const;
  const rows = decisions.map((decision) =>
    row(
      { kind: "decision", id: decision.id },
      questionCell(decision, context),
      whoCell(decision, context),
      whenCell(decision, context),
      statusCell(decision, context),
      outcomeCell(decision, context),
    ),
  );
  return table(caption, columns, rows);
}

function questionCell(decision: Decision, { words, numberOf }: Context): Content {
  const { question, context, rich: blocks, activity, options, flows, replaces } = decision;
  const possible = options.map(({ title, pros, cons }) => [
    ...plain(title.trim() || words.untitled),
    ...fact(words.decision.pros, pros),
    ...fact(words.decision.cons, cons),
  ]);
  return [
    ...bold(`${numberOf(decision.id)} ${question.trim() || words.untitled}`),
    ...labelled(words.decision.context, rich(context, blocks.context)),
    ...labelled(words.decision.options, bullets(possible)),
    ...fact(words.decision.activity, numberOf(activity)),
    ...fact(words.decision.replaces, numberOf(replaces)),
    ...fact(words.decision.flows, flows.map((flow) => words.flows[flow]).join(", ")),
  ];
}

function whoCell(decision: Decision, { words, partyName, partyNames, plan }: Context): Content {
  const decider = partyName(decision.decider);
  return [
    ...(decider === "" ? plain(words.decision.noDecider) : fact(words.decision.decides, decider)),
    ...fact(words.decision.advises, partyNames(decision.advisers)),
    ...(decision.assessment ? plain(words.decision.assessment) : []),
    ...(needsExaminationBoard(decision, plan.parties) ? plain(words.decision.board) : []),
  ];
}

function whenCell(decision: Decision, { words, sealOf, options }: Context): Content {
  const { neededBy, decidedOn, id } = decision;
  const seal = sealOf(id);
  const taken = seal?.decidedOn ?? decidedOn;
  const meetings = { on: options.on ?? null, next: options.next ?? null };
  const isUrgent = !isTaken(decision, seal) && cannotWait(neededBy, meetings);
  return [
    ...(isUrgent ? bold(words.decision.cannotWait) : []),
    ...(neededBy === null ? [] : fact(words.decision.neededBy, shortDate(neededBy, words))),
    ...(taken === null ? [] : fact(words.decision.decidedOn, shortDate(taken, words))),
  ];
}

function statusCell(decision: Decision, { words, standing, sealOf, memberName }: Context): Content {
  const seal = sealOf(decision.id);
  return [
    ...bold(words.standing[standing(decision)]),
    ...(seal === null
      ? []
      : plain(words.decision.recorded(memberName(seal.by), longDate(dayOf(seal.at), words)))),
  ];
}

/** What was sealed goes before what the plan says since. */
function outcomeCell(decision: Decision, { words, sealOf, journal }: Context): Content {
  const seal = sealOf(decision.id);
  const { outcome, rationale, rich: blocks } = decision;
  const decided = seal === null ? rich(outcome, blocks.outcome) : plain(seal.outcome);
  const why = seal === null ? rich(rationale, blocks.rationale) : plain(seal.rationale);
  const changed = seal === null ? [] : changedSince(decision, seal);
  const earlier = (journal.seals.get(decision.id) ?? []).filter(({ reopened }) => reopened !== null);
  return [
    ...(decided.length === 0 ? plain(words.decision.nothing) : labelled(words.decision.decided, decided)),
    ...labelled(words.decision.rationale, why),
    ...(changed.length === 0
      ? []
      : plain(words.decision.changed(changed.map((field) => words.decision.fields[field]).join(", ")))),
    ...earlier.flatMap((one) => reopenedOf(one, words)),
  ];
}

function reopenedOf({ reopened, outcome }: Seal, words: Context["words"]): Content {
  if (reopened === null) return [];
  const day = longDate(dayOf(reopened.at), words);
  return [
    paragraph([{ text: words.decision.reopened(day, reopened.reason), italic: true }]),
    ...plain(outcome),
  ];
}
