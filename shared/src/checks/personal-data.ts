import type { Anchor } from "../journal/events.ts";
import type { Activity, Decision, Plan } from "../plan/schema.ts";
import { cellId, type Draft, type Subject } from "./finding.ts";
import type { CheckContext } from "./check-context.ts";

const E_MAIL = /[^\s@<>()"]@[^\s@<>()"]+\.[a-z]{2,}/iu;
/** Six to nine digits by themselves, with or without an s before them: how schools number students. */
const STUDENT_NUMBER = /(?<![\p{L}\d€.,-])s?\d{6,9}(?![\p{L}\d.,]\d|\d)/iu;

/** Whether a text looks as if it holds an e-mail address or a student number. Guesses; nothing is refused by it. */
export function looksPersonal(text: string): boolean {
  // Most texts hold neither sign, and looking for one is cheap.
  return (text.includes("@") && E_MAIL.test(text)) || (/\d{6}/u.test(text) && STUDENT_NUMBER.test(text));
}

/** K35: texts of anything, ideas and what was dropped included, and what is said about them. One finding for each entry. */
export function checkPersonalData({ plan, journal }: CheckContext): Draft[] {
  const drafts = [...entriesOf(plan)].flatMap(({ kind, id, title, texts }): Draft[] => {
    const field = fieldWith(texts);
    return field === null ? [] : [{ rule: "K35", subject: { kind, id, field }, words: { title } }];
  });
  const titles = new Map([...entriesOf(plan)].map(({ kind, id, title }) => [`${kind} ${id}`, title]));
  for (const { id, anchor, text, withdrawn } of journal.comments.values()) {
    if (withdrawn !== null || !looksPersonal(text)) continue;
    const title = titles.get(`${anchor.kind} ${anchor.id}`);
    if (title === undefined) continue;
    drafts.push({ rule: "K35", subject: saidAbout(anchor), object: id, words: { title } });
  }
  return drafts;
}

function saidAbout({ kind, id }: Anchor): Subject {
  return { kind, id, field: "discussion" };
}

type Texts = readonly (readonly [field: string, text: string])[];

function fieldWith(texts: Texts): string | null {
  return texts.find(([, text]) => looksPersonal(text))?.[0] ?? null;
}

interface Entry extends Pick<Subject, "kind" | "id"> {
  readonly title: string;
  readonly texts: Texts;
}

function* entriesOf(plan: Plan): Generator<Entry> {
  yield {
    kind: "plan",
    id: "plan",
    title: plan.title,
    texts: [
      ["title", plan.title],
      ["ambition", plan.ambition],
    ],
  };
  for (const { id, ...goal } of plan.goals)
    yield { kind: "goal", id, title: goal.title, texts: Object.entries(goal) };
  for (const { id, name, goal } of plan.phases)
    yield { kind: "phase", id, title: name, texts: Object.entries({ name, goal }) };
  for (const { id, name, impact } of plan.domains)
    yield { kind: "domain", id, title: name, texts: Object.entries({ name, impact }) };
  for (const { id, name } of plan.parties) yield { kind: "party", id, title: name, texts: [["name", name]] };
  for (const activity of plan.activities)
    yield { kind: "activity", id: activity.id, title: activity.title, texts: textsOfActivity(activity) };
  for (const decision of plan.decisions)
    yield { kind: "decision", id: decision.id, title: decision.question, texts: textsOfDecision(decision) };
  for (const { id, channel, message } of plan.communications)
    yield {
      kind: "communication",
      id,
      title: message || channel,
      texts: Object.entries({ message, channel }),
    };
  for (const { id, text } of plan.parking)
    yield { kind: "parking", id, title: text, texts: [["text", text]] };
  for (const { id, name } of plan.blackouts)
    yield { kind: "blackout", id, title: name, texts: [["name", name]] };
  for (const { phase, domain, emptyReason } of plan.cells)
    yield {
      kind: "cell",
      id: cellId(phase, domain),
      title: emptyReason,
      texts: [["cell", emptyReason]],
    };
}

function textsOfActivity(activity: Activity): Texts {
  const { title, what, why, result, criterion, risk, riskMeasure, steps, links, waiting } = activity;
  return [
    ...Object.entries({ title, what, why, result, criterion, risk, riskMeasure }),
    ["waiting", waiting?.for ?? ""],
    ...steps.map((step) => ["steps", step.title] as const),
    ...links.map((link) => ["links", link.title] as const),
  ];
}

function textsOfDecision({ question, context, options, outcome, rationale }: Decision): Texts {
  return [
    ...Object.entries({ question, context, outcome, rationale }),
    ...options.flatMap(({ title, pros, cons }) =>
      [title, pros, cons].map((text) => ["options", text] as const),
    ),
  ];
}
