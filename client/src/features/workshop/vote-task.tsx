import { dotsLeft, voteStandings } from "@planwand/shared/views/workshop.ts";
import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";
import { IconButton } from "../../ui/button.tsx";
import styles from "./vote-task.module.css";
import tasks from "./task.module.css";
import { Standings } from "./standings.tsx";
import type { TaskProps } from "./task.ts";
import { useBallot } from "./use-ballot.ts";
import { useOwnVotes } from "./use-own-votes.ts";
import { useTell } from "./use-workshop.ts";

/** Giving dots: what is left is always in sight, and a dot can be taken back until the result is shown. */
export function VoteTask({ now: { session, allowed }, step, person, as }: TaskProps<"vote">): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const tell = useTell(session.id);
  const ballot = useBallot(session, step.id);
  const own = useOwnVotes(session, step, person);
  const left = dotsLeft(step, own, person);
  const isOver = session.results.has(step.id);
  const standings = isOver ? voteStandings(journal, session, step.id) : null;
  if (ballot === null) return <p className={tasks.look}>{t("takingPart.vote.waiting")}</p>;
  if (ballot.length === 0) return <p className={tasks.look}>{t("takingPart.vote.nothing")}</p>;
  if (standings !== null) return <Standings session={session} step={step} standings={standings} />;
  const set = (item: string, dots: number): void => {
    tell({ type: "vote.cast", step: step.id, item, dots, as });
  };
  return (
    <>
      <div className={styles.budget} role="status" data-testid="dots-left">
        <span className={styles.dots} aria-hidden>
          {Array.from({ length: step.budget }, (_, at) => (
            <span key={at} data-given={at >= left || undefined} />
          ))}
        </span>
        {left === 0 ? t("takingPart.vote.none") : t("takingPart.vote.left", { count: left })}
      </div>
      {step.blind && <p className={tasks.note}>{t("takingPart.vote.blind")}</p>}
      <ul className={styles.ballot}>
        {ballot.map(({ id, title }) => {
          const given = own.find(({ item }) => item === id)?.dots ?? 0;
          const canGive = allowed.has("vote") && left > 0 && given < step.perItem;
          return (
            <li
              key={id}
              className={styles.item}
              data-testid="ballot-item"
              data-given={given > 0 || undefined}
            >
              <p>{title}</p>
              <div className={styles.giving}>
                <IconButton
                  variant="secondary"
                  label={t("takingPart.vote.take", { item: title })}
                  disabled={given === 0}
                  onClick={() => set(id, given - 1)}
                >
                  <Minus aria-hidden />
                </IconButton>
                <span className={styles.given} aria-hidden>
                  {given}
                </span>
                <span className="visually-hidden">{t("takingPart.vote.given", { count: given })}</span>
                <IconButton
                  variant="primary"
                  label={t("takingPart.vote.give", { item: title })}
                  disabled={!canGive}
                  onClick={() => set(id, given + 1)}
                >
                  <Plus aria-hidden />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
