import type { Mention } from "@planwand/shared/journal/events.ts";
import { useMemo } from "react";
import { useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePresence } from "../../sync/session.tsx";

/** Somebody who can be called upon, by name. */
export interface Mentionable extends Mention {
  readonly name: string;
}

const SHOWN = 6;

/** Functions of the plan and people who took part or are here now. */
export function useMentionables(): readonly Mentionable[] {
  const parties = useParties();
  const { members } = useJournal();
  const { people } = usePresence();
  return useMemo(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    for (const { id, name } of members.values()) if (name !== null) names.set(id, name);
    return [
      ...parties.map(({ id, name }): Mentionable => ({ kind: "party", id, name })),
      ...[...names].map(([id, name]): Mentionable => ({ kind: "member", id, name })),
    ].filter(({ name }) => name !== "");
  }, [parties, members, people]);
}

/** What is being typed after an "@" right before the caret; null when nothing is. */
export function mentionQuery(text: string, caret: number): string | null {
  return /(?:^|\s)@([^@\n]{0,40})$/.exec(text.slice(0, caret))?.[1] ?? null;
}

/** Whose name begins like that, or has a word that does. */
export function suggestions(all: readonly Mentionable[], query: string): readonly Mentionable[] {
  const wanted = query.toLocaleLowerCase();
  return all
    .filter(({ name }) => {
      const plain = name.toLocaleLowerCase();
      return plain.startsWith(wanted) || plain.includes(` ${wanted}`);
    })
    .slice(0, SHOWN);
}

/** Who is called upon in a text. */
export function mentionsIn(text: string, all: readonly Mentionable[]): Mention[] {
  return all.filter(({ name }) => text.includes(`@${name}`)).map(({ kind, id }) => ({ kind, id }));
}
