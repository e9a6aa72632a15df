import { randomBytes } from "node:crypto";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import type { Wish } from "./journal.ts";
import { postJson } from "./server.ts";

/** An id as clients make them. */
export const freshId = (): string => idFrom(randomBytes);

/** Gives a command over HTTP: the number of its last event, or the code of the problem. */
export async function giveCommand(
  { url, planId, cookie }: { readonly url: string; readonly planId: string; readonly cookie: string },
  wish: Wish,
): Promise<number | string> {
  const response = await postJson(`${url}/api/plans/${planId}/commands`, { id: freshId(), ...wish }, cookie);
  const body = (await response.json()) as { seq?: number; code?: string };
  return response.status === 200 ? (body.seq ?? -1) : (body.code ?? "no code");
}

/** The whole journal over HTTP, page after page. */
export async function journalOf(url: string, planId: string, cookie: string): Promise<JournalEvent[]> {
  const events: JournalEvent[] = [];
  for (;;) {
    const after = String(events.at(-1)?.seq ?? 0);
    const response = await fetch(`${url}/api/plans/${planId}/journal?after=${after}`, {
      headers: { cookie },
    });
    const page = (await response.json()) as { seq: number; events: JournalEvent[] };
    events.push(...page.events);
    if (events.length >= page.seq || page.events.length === 0) return events;
  }
}
