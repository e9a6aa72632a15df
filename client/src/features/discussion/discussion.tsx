import { may } from "@planwand/shared/access/policy.ts";
import type { Anchor, Mention } from "@planwand/shared/journal/events.ts";
import type { Thread } from "@planwand/shared/views/discussion.ts";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { give, useDiscussion } from "../../plan/journal.ts";
import { beginReading, markRead, useReadMark } from "../../plan/read-marks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { kept } from "../../ui/kept.ts";
import { Composer } from "./composer.tsx";
import styles from "./discussion.module.css";
import { PendingComments } from "./pending-comments.tsx";
import { replyKey, ThreadItem } from "./thread-item.tsx";

/** So many threads are shown at first, those of last. */
const SHOWN = 30;

/** How long it takes until what is shown counts as read, in milliseconds. */
const READ_AFTER_MS = 2_000;

/** All that is said about one thing, and, unless it is only listed, where one says more. */
export function Discussion({
  anchor,
  subject,
  isListed = false,
}: {
  readonly anchor: Anchor;
  readonly subject: string;
  readonly isListed?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, role } = usePlanSession();
  const { planId } = connection;
  const discussion = useDiscussion(anchor);
  const readUpTo = useReadSoFar(planId, anchor, discussion?.lastSeq ?? 0);
  const [areResolvedShown, showResolved] = useState(false);
  const threads = discussion?.threads ?? [];
  /** Where somebody wrote since this was opened: what another settles meanwhile stays where it is. */
  const [written, setWritten] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ root }: Thread): boolean =>
    root.resolved === null || written.has(root.id) || kept(replyKey(root.id)) !== null;
  const open = threads.filter(isOpen);
  const resolved = threads.filter((thread) => !isOpen(thread));
  const first = useFirstOf(open.toReversed(), SHOWN);
  const itemOf = (thread: Thread): ReactNode => (
    <ThreadItem
      key={thread.root.id}
      thread={thread}
      readUpTo={readUpTo}
      onWriting={() => setWritten((before) => new Set([...before, thread.root.id]))}
    />
  );
  const post = (text: string, mentions: Mention[]): void =>
    give(connection, { type: "comment.add", comment: newId(), anchor, replyTo: null, text, mentions });
  return (
    <section
      className={styles.discussion}
      aria-label={t("discussion.label", { subject })}
      data-testid="discussion"
    >
      {open.length === 0 && resolved.length === 0 ? (
        <p className={styles.empty}>{t("discussion.empty")}</p>
      ) : null}
      <ShowNext of={first} />
      <ul className={styles.threads}>{first.shown.toReversed().map(itemOf)}</ul>
      <PendingComments anchor={anchor} />
      {isListed ? null : may(role, "journal.command") ? (
        <Composer
          draftKey={`planwand:draft:${planId}:${anchor.kind}:${anchor.id}`}
          label={t("discussion.comment")}
          postLabel={t("discussion.post")}
          onPost={post}
        />
      ) : (
        <p className={styles.empty}>{t("discussion.mayNot")}</p>
      )}
      {resolved.length === 0 ? null : (
        <>
          <Button
            variant="ghost"
            size="small"
            aria-expanded={areResolvedShown}
            onClick={() => showResolved(!areResolvedShown)}
          >
            {areResolvedShown
              ? t("discussion.hideResolved")
              : t("discussion.showResolved", { count: resolved.length })}
          </Button>
          {areResolvedShown ? <ul className={styles.threads}>{resolved.map(itemOf)}</ul> : null}
        </>
      )}
    </section>
  );
}

/** Up to which event was read when this was opened; from a moment later on all of it counts as read. */
function useReadSoFar(planId: string, anchor: Anchor, lastSeq: number): number {
  const { journalAtEntry } = usePlanSession().connection;
  const atEntry = useSyncExternalStore(journalAtEntry.subscribe, journalAtEntry.getSnapshot);
  const mark = useReadMark(planId, anchor);
  const [atOpening, setAtOpening] = useState(mark);
  const { kind, id } = anchor;
  if (atOpening === Infinity && mark !== Infinity) setAtOpening(mark);
  useEffect(() => {
    if (atEntry !== null) beginReading(planId, atEntry);
  }, [planId, atEntry]);
  useEffect(() => {
    const timer = setTimeout(() => markRead(planId, { kind, id }, lastSeq), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [planId, kind, id, lastSeq]);
  return atOpening;
}
