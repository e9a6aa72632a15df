import type { Standing } from "@planwand/shared/diff/differences.ts";
import { type JournalEvent, readEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import * as Y from "yjs";
import type { ApiFailure, ApiResult } from "./api.ts";
import { isRecord } from "./untrusted.ts";

const TIMEOUT_MS = 30_000;

/** A plan as it stood at a moment: a snapshot's id, or the number of an update. */
export interface PastMoment {
  /** A document of its own, which is nobody else's. */
  readonly doc: Y.Doc;
  /** The journal up to that moment, and all of it as it is now. */
  readonly journal: Journal;
  readonly journalNow: Journal;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Fetches a plan as it stood. */
export async function fetchMoment(planId: string, moment: string): Promise<ApiResult<PastMoment>> {
  const plan = `/api/plans/${encodeURIComponent(planId)}`;
  try {
    const response = await get(`${plan}/moments/${encodeURIComponent(moment)}`);
    if (!response.ok) return { ok: false, failure: await failureOf(response) };
    const seq = Number(response.headers.get("x-journal-seq"));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    const events = await fetchEvents(plan);
    return {
      ok: true,
      value: {
        doc,
        journal: reduceJournal(EMPTY_JOURNAL, events.slice(0, seq)),
        journalNow: reduceJournal(EMPTY_JOURNAL, events),
        at: Number(response.headers.get("x-at")),
      },
    };
  } catch {
    return { ok: false, failure: { status: "unreachable", code: null, title: null } };
  }
}

/** The plan and the journal as plain values; the document is given up. */
export function standingOf({ doc, journal }: PastMoment): Standing {
  const plan = toPlan(doc);
  doc.destroy();
  return { plan, journal };
}

async function fetchEvents(plan: string): Promise<JournalEvent[]> {
  const events: JournalEvent[] = [];
  for (;;) {
    const response = await get(`${plan}/journal?after=${String(events.length)}`);
    const page: unknown = await response.json();
    const listed: unknown = isRecord(page) ? page["events"] : null;
    if (!response.ok || !Array.isArray(listed)) throw new Error("no journal");
    events.push(...listed.map(readEvent).filter((event) => event !== null));
    if (listed.length === 0 || (isRecord(page) && page["seq"] === events.length)) return events;
  }
}

function get(path: string): Promise<Response> {
  return fetch(path, {
    headers: { "accept-language": document.documentElement.lang },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const body: unknown = await response.json().catch(() => null);
  const text = (name: string): string | null => {
    const value = isRecord(body) ? body[name] : null;
    return typeof value === "string" ? value : null;
  };
  return { status: response.status, code: text("code"), title: text("title") };
}
