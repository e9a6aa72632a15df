import { scopeKey } from "@planwand/shared/workshop/agenda.ts";
import type { Hidden, HiddenChange } from "@planwand/shared/workshop/hidden.ts";
import type { HiddenCounts, OwnHidden, WorkshopLive } from "@planwand/shared/workshop/live.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";

/** What is hidden in a plan, in memory: the same that is on disk. */
export class HiddenEntries {
  readonly #entries = new Map<string, Hidden>();

  constructor(stored: readonly Hidden[]) {
    for (const entry of stored) this.#entries.set(keyOf(entry), entry);
  }

  all(): readonly Hidden[] {
    return [...this.#entries.values()];
  }

  /** Call once it is on disk. */
  change(changes: readonly HiddenChange[]): void {
    for (const change of changes) {
      if (change.change === "put") this.#entries.set(keyOf(change.entry), change.entry);
      else this.#entries.delete(keyOf(change));
    }
  }

  /** Whether all of these changes are made. */
  hold(changes: readonly HiddenChange[]): boolean {
    return changes.every((change) => {
      if (change.change === "remove") return !this.#entries.has(keyOf(change));
      return JSON.stringify(this.#entries.get(keyOf(change.entry))) === JSON.stringify(change.entry);
    });
  }

  /** How much is hidden in a session, and what of it is this member's own. */
  live(session: Session | null, member: string): Pick<WorkshopLive, "counts" | "own"> {
    const entries = session === null ? [] : this.all().filter((entry) => entry.session === session.id);
    const steps = [...new Set(entries.map(({ step }) => step))];
    return { counts: steps.map((step) => countsOf(step, entries)), own: ownOf(entries, member) };
  }
}

function keyOf({ session, kind, id }: Pick<Hidden, "session" | "kind" | "id">): string {
  return `${session}/${kind}/${id}`;
}

function countsOf(step: string, entries: readonly Hidden[]): HiddenCounts {
  const ofStep = entries.filter((entry) => entry.step === step);
  const ideas: Record<string, number> = {};
  let dots = 0;
  const authors = new Set<string>();
  const voters = new Set<string>();
  for (const entry of ofStep) {
    if (entry.kind === "idea") {
      const scope = scopeKey(entry.scope);
      ideas[scope] = (ideas[scope] ?? 0) + 1;
      authors.add(entry.person);
    } else {
      dots += entry.dots;
      voters.add(entry.person);
    }
  }
  return { step, ideas, authors: authors.size, dots, voters: voters.size };
}

function ownOf(entries: readonly Hidden[], member: string): OwnHidden {
  const own = entries.filter((entry) => entry.member === member);
  return {
    ideas: own.flatMap((entry) => {
      if (entry.kind !== "idea") return [];
      const { id, step, scope, text, person } = entry;
      return [{ id, step, scope, text, person }];
    }),
    votes: own.flatMap((entry) => {
      if (entry.kind !== "vote") return [];
      const { step, item, dots, person } = entry;
      return [{ step, item, dots, person }];
    }),
  };
}
