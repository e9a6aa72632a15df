import { type Cell, differencesOf, type ToldChange, type ToldEntry } from "../../diff/differences.ts";
import { tellField, type Telling } from "../../diff/tell-field.ts";
import { fill } from "../../diff/words/fill.ts";
import { type ChangeWords, changeWordsOf } from "../../diff/words/words.ts";
import type { Seal } from "../../journal/journal.ts";
import type { Block, Content, Section } from "../blocks.ts";
import { bold, bullets, labelled, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { longDate, shortDate } from "../dates.ts";
import { markedText } from "../marked-text.ts";
import type { ReportSince } from "../report.ts";
import { heading, text } from "../table.ts";

/** What a telling of changes reads. */
interface On extends Telling {
  readonly context: Context;
}

/**
 * What became different since the last version that was adopted, in sentences, with the reasons that were given. Of a part of the
 * plan only what belongs to it.
 */
export function changesSection(context: Context, since: ReportSince): Section {
  const { words, language } = context;
  const told = differencesOf(since, context);
  const on: On = {
    context,
    words: changeWordsOf(language),
    names: told.names,
    day: (date) => shortDate(date, words),
  };
  const isAsked = isAskedIn(context, since);
  const entries = (list: readonly ToldEntry[]): Content[] =>
    list.filter(isAsked).map((one) => entry(one, on));
  const moved = told.moved
    .filter(isAsked)
    .map((one) => [...subject(one, on), ...plain(moveLine(one, on)), ...reasons(one.changes, on)]);
  const decided = new Set(context.selected.decisions.map(({ id }) => id));
  const seals = (list: readonly Seal[]): readonly Seal[] =>
    list.filter(({ decision }) => context.selected.isWhole || decided.has(decision));
  const { sections } = on.words;
  const parts: readonly (readonly [title: string, items: readonly Content[]])[] = [
    [sections.taken, seals(told.taken).map((seal) => takenLine(seal, on))],
    [sections.reopened, seals(told.reopened).map((seal) => reopenedLine(seal, on))],
    [sections.added, entries(told.added)],
    [sections.dropped, entries(told.dropped)],
    [sections.moved, moved],
    [sections.plan, context.selected.isWhole ? told.plan.map((change) => changed("meta", change, on)) : []],
    [sections.changed, entries(told.changed)],
  ];
  const blocks = parts.flatMap(([title, items]): Block[] =>
    items.length === 0 ? [] : [heading(2, fill(title, { count: items.length })), text(bullets(items))],
  );
  return {
    id: "changes",
    title: words.sections.changes(since.version),
    orientation: "portrait",
    blocks: [
      text(
        plain(words.changes.since(since.version, since.adoptedBy, longDate(since.adoptedOn, words))),
        "note",
      ),
      ...(blocks.length === 0 ? [text(plain(words.changes.none))] : blocks),
      ...(context.selected.isWhole
        ? [heading(2, sections.progress), text(plain(progressLine(told.progress, on.words)))]
        : []),
    ],
  };
}

/** Whether an entry belongs to the part of the plan that is asked for, now or then. */
function isAskedIn({ selected, options }: Context, { plan }: ReportSince): (entry: ToldEntry) => boolean {
  if (selected.isWhole) return () => true;
  const now = [...selected.activities, ...selected.decisions, ...selected.communications];
  const then = plan.activities.filter(
    ({ phase, domain }) =>
      options.party === undefined &&
      (options.phase === undefined || phase === options.phase) &&
      (options.domain === undefined || domain === options.domain),
  );
  const ids = new Set([...now, ...then].map(({ id }) => id));
  return ({ id }) => ids.has(id) || id === options.phase || id === options.domain || id === options.party;
}

/** What kind of thing it is and what it is called, with its number when it has one. */
function subject({ kind, id, title }: ToldEntry, { words, context }: On): Content {
  const number = context.numberOf(id);
  const name = title.trim() === "" ? words.untitled : title.trim();
  return bold(`${words.kinds[kind]}: ${name}${number === "" ? "" : ` (${number})`}`);
}

function entry(one: ToldEntry, on: On): Content {
  return [...subject(one, on), ...one.changes.flatMap((change) => changed(one.kind, change, on))];
}

function changed(kind: ToldEntry["kind"] | "meta", change: ToldChange, on: On): Content {
  const told = tellField(on, kind, change);
  const content =
    told.kind === "sentence" ? plain(told.text) : labelled(told.field, markedText(told.from, told.to));
  return [...content, ...reasons([change], on)];
}

function reasons(changes: readonly ToldChange[], { words, context }: On): Content {
  return changes
    .flatMap((change) => change.reasons)
    .flatMap(({ reason, by }) => {
      const name = context.journal.members.get(by)?.name ?? words.somebody;
      return plain(fill(words.reason, { reason, name }));
    });
}

function moveLine({ from, to }: { readonly from: Cell; readonly to: Cell }, { words, names }: On): string {
  const called = ({ phase, domain }: Cell): string =>
    phase === null || domain === null
      ? words.nowhere
      : [phase, domain].map((id) => names.get(id)?.trim() || words.untitled).join(" · ");
  return fill(words.movedLine, { from: called(from), to: called(to) });
}

function takenLine(
  { decision, question, outcome, rationale, deciderName, decidedOn }: Seal,
  on: On,
): Content {
  const day = longDate(decidedOn, on.context.words);
  return [
    ...subject({ kind: "decisions", id: decision, title: question, change: "changed", changes: [] }, on),
    ...plain(fill(on.words.takenLine, { outcome, rationale, decider: deciderName, day })),
  ];
}

function reopenedLine({ decision, question, reopened }: Seal, on: On): Content {
  return [
    ...subject({ kind: "decisions", id: decision, title: question, change: "changed", changes: [] }, on),
    ...plain(fill(on.words.reopenedLine, { reason: reopened?.reason ?? "" })),
  ];
}

function progressLine(
  { done, all, mean }: ReturnType<typeof differencesOf>["progress"],
  words: ChangeWords,
): string {
  const numbers = { from: done.from, fromAll: all.from, to: done.to, toAll: all.to };
  const isSame = done.from === done.to && all.from === all.to && mean.from === mean.to;
  if (isSame) return fill(words.progressSame, { ...numbers, mean: mean.to });
  return `${fill(words.progressDone, numbers)} ${fill(words.progressMean, mean)}`;
}
