import type { Mention } from "@planwand/shared/journal/events.ts";
import type { ReactNode } from "react";
import { useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./discussion.module.css";

/** The words of a comment, line by line, with who is called upon marked. */
export function CommentText({
  text,
  mentions,
}: {
  readonly text: string;
  readonly mentions: readonly Mention[];
}): ReactNode {
  const { actor } = usePlanSession();
  const parties = useParties();
  const { members } = useJournal();
  const called = mentions.flatMap(({ kind, id }) => {
    const name = kind === "party" ? parties.find((party) => party.id === id)?.name : members.get(id)?.name;
    return name === undefined || name === null || name === ""
      ? []
      : [{ words: `@${name}`, isMe: id === actor.id }];
  });
  return <p className={styles.text}>{marked(text, called)}</p>;
}

function marked(
  text: string,
  called: readonly { readonly words: string; readonly isMe: boolean }[],
): ReactNode[] {
  const longestFirst = called.toSorted((a, b) => b.words.length - a.words.length);
  const parts: ReactNode[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", Math.max(at + 1, from))) {
    const mention = longestFirst.find(({ words }) => text.startsWith(words, at));
    if (mention === undefined) continue;
    parts.push(
      text.slice(from, at),
      <strong key={at} className={styles.mention} data-me={mention.isMe || undefined}>
        {mention.words}
      </strong>,
    );
    from = at + mention.words.length;
  }
  return [...parts, text.slice(from)];
}
