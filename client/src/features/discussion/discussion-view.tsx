import { type Anchor, ANCHOR_KINDS } from "@planwand/shared/journal/events.ts";
import { anchorKey } from "@planwand/shared/views/discussion.ts";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { discussionsIn, useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { Discussion } from "./discussion.tsx";
import styles from "./discussion.module.css";
import { useSubject } from "./use-subject.ts";

/** So many conversations are shown at first. */
const SHOWN = 20;

/** Every discussion of the plan, the one asked for first, then what has open comments. `entryId` is a kind and an id: `phase:…`. */
export function DiscussionView({
  entryId,
  onOpen,
}: {
  readonly entryId: string | null;
  /** Shows what a discussion is about. */
  readonly onOpen: (anchor: Anchor) => void;
}): ReactNode {
  const { t } = useTranslation();
  const discussions = [...discussionsIn(useJournal()).values()];
  const asked = readAnchor(entryId);
  const first: Anchor = asked ?? { kind: "plan", id: "plan" };
  const others = discussions
    .filter(({ anchor }) => anchorKey(anchor) !== anchorKey(first))
    .toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0) || b.lastSeq - a.lastSeq);
  const shown = useFirstOf(others, SHOWN);
  return (
    <ViewPage title={t("discussion.title")} intro={t("discussion.intro")}>
      <div className={styles.subjects}>
        <Subject key={anchorKey(first)} anchor={first} isListed={false} onOpen={onOpen} />
        {others.length === 0 && discussions.length === 0 ? (
          <EmptyView text={t("discussion.emptyPlan")} />
        ) : (
          shown.shown.map(({ anchor }) => (
            <Subject key={anchorKey(anchor)} anchor={anchor} isListed onOpen={onOpen} />
          ))
        )}
        <ShowNext of={shown} />
      </div>
    </ViewPage>
  );
}

function Subject({
  anchor,
  isListed,
  onOpen,
}: {
  readonly anchor: Anchor;
  readonly isListed: boolean;
  readonly onOpen: (anchor: Anchor) => void;
}): ReactNode {
  const { t } = useTranslation();
  const subject = useSubject(anchor);
  const name = subject ?? t("discussion.gone");
  const canOpen = subject !== null && (anchor.kind === "activity" || anchor.kind === "decision");
  return (
    <article className={styles.subject} aria-label={name}>
      <div className={styles.subjectHead}>
        <h3 className={styles.subjectName}>{name}</h3>
        {canOpen ? (
          <Button
            variant="ghost"
            size="small"
            aria-label={t("discussion.open", { subject: name })}
            onClick={() => onOpen(anchor)}
          >
            {t("board.card.open")}
          </Button>
        ) : null}
      </div>
      <Discussion anchor={anchor} subject={name} isListed={isListed} />
    </article>
  );
}

function readAnchor(entryId: string | null): Anchor | null {
  const [name, id] = entryId?.split(":") ?? [];
  const kind = ANCHOR_KINDS.find((known) => known === name);
  return kind === undefined || id === undefined || id === "" ? null : { kind, id };
}
