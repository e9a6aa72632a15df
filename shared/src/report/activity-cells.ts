import type { Activity } from "../plan/schema.ts";
import type { Content } from "./blocks.ts";
import { bold, bullets, fact, labelled, paragraph, plain, rich } from "./content.ts";
import type { Context } from "./context.ts";
import { longDate, period, shortDate } from "./dates.ts";

/** Number and title, then what happens, why, and in which steps. */
export function whatCell(activity: Activity, { words, numberOf }: Context): Content {
  const { what, why } = activity.rich;
  return [
    ...bold(`${numberOf(activity.id)} ${activity.title.trim() || words.untitled}`),
    ...labelled(words.activity.what, rich(activity.what, what)),
    ...labelled(words.activity.why, rich(activity.why, why)),
    ...stepsOf(activity, words.activity),
    ...labelled(words.activity.links, linksOf(activity)),
  ];
}

function stepsOf({ steps }: Activity, words: Context["words"]["activity"]): Content {
  if (steps.length === 0) return [];
  const done = steps.filter((step) => step.done).length;
  const items = steps.flatMap(({ title, done }) => plain(`${done ? "☑" : "☐"} ${title}`));
  return [...fact(words.steps, words.stepsDone(done, steps.length)), ...items];
}

function linksOf({ links }: Activity): Content {
  return bullets(links.map(({ title, url }) => [paragraph([{ text: title || url, link: url }])]));
}

/** The product, and by what one sees that it is there. */
export function resultCell({ result, criterion, rich: blocks }: Activity, { words }: Context): Content {
  return [
    ...labelled(words.activity.product, rich(result, blocks.result)),
    ...labelled(words.activity.criterion, rich(criterion, blocks.criterion)),
  ];
}

/** Who has which role, and which parties saw and agreed. */
export function whoCell(activity: Activity, context: Context): Content {
  const { words, partyNames, journal } = context;
  const slots = Object.entries(words.roles) as [keyof Activity["roles"], string][];
  const agreed = [...journal.agreements.values()].filter((one) => one.activity === activity.id);
  return [
    ...slots.flatMap(([slot, label]) => fact(label, withPersons(activity, slot, context))),
    ...fact(words.activity.agreed, partyNames(agreed.map(({ party }) => party))),
  ];
}

function withPersons({ roles, names }: Activity, slot: keyof Activity["roles"], context: Context): string {
  const persons = roles[slot].some((party) => (names[`${slot}:${party}`] ?? "") !== "");
  if (!persons) return context.partyNames(roles[slot]);
  return roles[slot]
    .map((party) => {
      const person = names[`${slot}:${party}`] ?? "";
      return person === "" ? context.partyName(party) : `${context.partyName(party)} (${person})`;
    })
    .join(", ");
}

/** The dates, and what it waits for. */
export function whenCell(activity: Activity, { words, numbersOf }: Context): Content {
  return [
    ...plain(period(activity.start, activity.end, words, words.activity.noDates)),
    ...fact(words.activity.waitsFor, numbersOf(activity.dependsOn)),
  ];
}

/** How far it is, what holds it up, which decisions belong to it, and why it changed. */
export function statusCell(activity: Activity, context: Context): Content {
  const { words, isLate, numbersOf, decisionsOf, partyName, plan } = context;
  const { status, progress, priority, waiting, acceptedBy, acceptedOn } = activity;
  const late = isLate(activity) ? `, ${words.activity.late}` : "";
  const percent = status === "active" || status === "blocked" ? `, ${progress}%` : "";
  const moments = plan.communications.filter((moment) => moment.activity === activity.id);
  const goals = plan.goals.filter(({ id }) => activity.goals.includes(id));
  const accepted = [partyName(acceptedBy), acceptedOn === null ? "" : longDate(acceptedOn, words)];
  return [
    ...bold(`${words.status[status]}${percent}${late}`),
    ...(status === "blocked" && waiting !== null
      ? fact(words.activity.blocked, waitingText(waiting, context))
      : []),
    ...(priority === "normal" ? [] : fact(words.activity.priority, words.priority[priority])),
    ...fact(words.activity.decisions, numbersOf((decisionsOf.get(activity.id) ?? []).map(({ id }) => id))),
    ...fact(words.activity.moments, numbersOf(moments.map(({ id }) => id))),
    ...fact(words.activity.goals, goals.map(({ title }) => title).join("; ")),
    ...fact(words.activity.flows, activity.flows.map((flow) => words.flows[flow]).join(", ")),
    ...riskOf(activity, context),
    ...fact(words.activity.accepted, accepted.filter((part) => part !== "").join(", ")),
    ...explanationsOf(activity, context),
  ];
}

function waitingText(waiting: NonNullable<Activity["waiting"]>, { words, partyName }: Context): string {
  const since = waiting.since === null ? "" : words.activity.since(shortDate(waiting.since, words));
  return [waiting.for, partyName(waiting.party), since].filter((part) => part !== "").join(", ");
}

function riskOf({ risk, riskLevel, riskMeasure }: Activity, { words }: Context): Content {
  const level = riskLevel === null ? "" : words.riskLevel[riskLevel];
  return [
    ...fact(words.activity.risk, [level, risk].filter((part) => part !== "").join(": ")),
    ...fact(words.activity.measure, riskMeasure),
  ];
}

/** Why its status, dates or phase changed, oldest first. */
export function explanationsOf({ id }: Activity, { journal, words, plan }: Context): Content {
  const reasons = journal.explanations.filter((one) => one.activity === id);
  const shown = (field: keyof typeof words.fields, value: string): string => {
    if (value === "") return words.nothing;
    if (field === "status") return words.status[value as keyof typeof words.status] ?? value;
    if (field === "phase") return plan.phases.find((phase) => phase.id === value)?.name ?? value;
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDate(value, words) : value;
  };
  const items = reasons.map(({ field, from, to, reason }) =>
    plain(`${words.fromTo(words.fields[field], shown(field, from), shown(field, to))}. ${reason}`),
  );
  return labelled(words.activity.explained, bullets(items));
}
