import { createHash } from "node:crypto";
import type { Role } from "@planwand/shared/access/role.ts";
import { type ChainedEvent, type ChainHead, CHAIN_START, link } from "@planwand/shared/journal/chain.ts";
import { type Command, command, type CommandRequest } from "@planwand/shared/journal/commands.ts";
import { type CommandRefusal, decide, type PlanFacts } from "@planwand/shared/journal/decide.ts";
import type { EventDraft, JournalEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** An id that tells its number. */
export function idOf(kind: string, number: number): string {
  return `${kind}-${String(number).padStart(8, "0")}`;
}

export const DECISION = idOf("decision", 1);
export const ACTIVITY = idOf("activity", 1);
export const PARTY = idOf("party", 1);

/** A plan in which decision 1 is ready to be taken and activity 1 can be agreed to. */
export const FACTS: PlanFacts = {
  decision: {
    decision: DECISION,
    question: "Met welk examen start de pilot?",
    outcome: "Met rekenen.",
    rationale: "De school kiest zelf de data.",
    decider: PARTY,
    deciderName: "MT",
  },
  terms: { what: "wat", result: "resultaat", criterion: "klaar als", start: "2026-09-01", end: null },
  snapshot: { planSeq: 7, sha256: "a".repeat(64), contentHash: "b".repeat(64) },
  adopterName: "MT",
  isMember: false,
  workshop: { hidden: [], outline: null, heirRole: null, snapshot: idOf("snapshot", 9), nowMs: 0 },
};

/** What may be left out of a command here: its id is made up. */
export type Wish = CommandRequest extends infer Request
  ? Request extends { readonly id: string }
    ? Omit<Request, "id"> & { readonly id?: string }
    : never
  : never;

/** A journal in memory, with people who give commands, for tests of the core. */
export class JournalDesk {
  journal: Journal = EMPTY_JOURNAL;
  readonly events: JournalEvent[] = [];
  readonly chain: ChainedEvent[] = [];
  facts: PlanFacts = FACTS;
  #commands = 0;
  #now = 1_795_000_000_000;

  get head(): ChainHead {
    return this.chain.at(-1) ?? { seq: 0, hash: CHAIN_START };
  }

  /** `ok`, or why not. */
  give(role: Role, actor: string, wish: Wish): "ok" | CommandRefusal {
    this.#commands++;
    const given = { id: idOf("command", this.#commands), ...wish };
    const parsed: Command = command.parse(given);
    const who = { actor, name: `Naam van ${actor}`, circle: "ict" as const, role };
    const decided = decide(this.journal, who, parsed, this.facts);
    if (!decided.ok) return decided.refusal;
    this.write(actor, decided.value.events, parsed.id);
    return "ok";
  }

  write(actor: string, drafts: readonly EventDraft[], commandId: string): void {
    this.#now += 1_000;
    const added: JournalEvent[] = [];
    drafts.forEach((draft, index) => {
      const isLast = index === drafts.length - 1;
      const event = { ...draft, at: this.#now, actor, command: isLast ? commandId : null };
      const linked = link(this.head, event, `salt-${String(this.head.seq)}`, sha256);
      this.chain.push(linked);
      added.push({ ...draft, seq: linked.seq, at: this.#now, actor });
    });
    this.events.push(...added);
    this.journal = reduceJournal(this.journal, added);
  }
}
