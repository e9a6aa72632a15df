import type { EventDraft } from "../journal/events.ts";
import type { Journal } from "../journal/journal.ts";
import type { Plan } from "../plan/schema.ts";
import { type FiledJournal, PLAN_FILE_KIND, PLAN_FILE_VERSION, type PlanFile } from "./plan-file.ts";

/** A plan and its journal as the JSON file holds them, with the head of its chain as it is printed. What lies in the bin stays behind. */
export function filePlan({ bin: _bin, ...plan }: Plan, journal: Journal, journalHead = ""): PlanFile {
  return {
    kind: PLAN_FILE_KIND,
    version: PLAN_FILE_VERSION,
    plan: plan as unknown as PlanFile["plan"],
    journal: fileJournal(journal),
    ...(journalHead === "" ? {} : { journalHead }),
  };
}

/** The plan in a file. */
export function planInFile({ plan }: Pick<PlanFile, "plan">): Plan {
  return { ...(plan as unknown as Omit<Plan, "bin">), bin: [] };
}

/** The journal as plain lists, in order of time. */
function fileJournal({ members, comments, seals, agreements, explanations }: Journal): FiledJournal {
  const inOrder = <Numbered extends { readonly seq: number }>(list: readonly Numbered[]) =>
    list.toSorted((a, b) => a.seq - b.seq).map(({ seq: _seq, ...rest }) => rest);
  return {
    members: [...members.values()].map((member) => ({ ...member })),
    comments: inOrder([...comments.values()]).map((comment) => ({
      ...comment,
      anchor: { ...comment.anchor },
      mentions: [...comment.mentions],
    })),
    decisions: inOrder([...seals.values()].flat()),
    agreements: [...agreements.values()].map((agreement) => ({ ...agreement })),
    explanations: inOrder(explanations),
  };
}

/** An event of a file's past, with who and when. */
export type FiledEvent = EventDraft & { readonly actor: string; readonly at: number };

/** The events that make a journal read as the file's, oldest first. */
export function eventsOfFile(journal: FiledJournal): FiledEvent[] {
  const events: { readonly event: FiledEvent; readonly order: number }[] = [];
  const say = (event: FiledEvent, order: number): void => void events.push({ event, order });
  for (const { id, by, at, anchor, replyTo, text, mentions, ...since } of journal.comments) {
    const order = events.length;
    const content = since.withdrawn === null ? { text, mentions } : null;
    say({ type: "comment.added", body: { comment: id, anchor, replyTo }, content, actor: by, at }, order);
    const about = { comment: id };
    const { editedAt, withdrawn, resolved, became } = since;
    const after = order + 0.5;
    if (editedAt !== null)
      say({ type: "comment.edited", body: about, content, actor: by, at: editedAt }, after);
    if (withdrawn !== null)
      say(
        { type: "comment.withdrawn", body: about, content: null, actor: withdrawn.by, at: withdrawn.at },
        after,
      );
    if (resolved !== null)
      say(
        { type: "thread.resolved", body: about, content: null, actor: resolved.by, at: resolved.at },
        after,
      );
    if (became !== null)
      say({ type: "comment.became", body: { ...about, ...became }, content: null, actor: by, at }, after);
  }
  for (const { by, at, reopened, ...sealed } of journal.decisions) {
    const order = events.length;
    say({ type: "decision.taken", body: sealed, content: null, actor: by, at }, order);
    if (reopened === null) continue;
    const body = { decision: sealed.decision };
    const content = { reason: reopened.reason };
    say({ type: "decision.reopened", body, content, actor: reopened.by, at: reopened.at }, order + 0.5);
  }
  for (const { by, at, ...body } of journal.agreements)
    say({ type: "agreement.given", body, content: null, actor: by, at }, events.length);
  for (const { by, at, reason, ...body } of journal.explanations)
    say({ type: "change.explained", body, content: { reason }, actor: by, at }, events.length);
  const past = events.sort((a, b) => a.event.at - b.event.at || a.order - b.order).map(({ event }) => event);
  const first = past[0]?.at ?? 0;
  const introductions = journal.members.map(({ id, name, circle }): FiledEvent => ({
    type: "member.introduced",
    body: { member: id },
    content: name === null ? null : { name, circle },
    actor: id,
    at: first,
  }));
  return [...introductions, ...past];
}
