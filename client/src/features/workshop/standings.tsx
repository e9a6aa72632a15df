import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { Standing } from "@planwand/shared/views/workshop.ts";
import type { StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StagePages } from "./stage-pages.tsx";
import styles from "./standings.module.css";
import { useItemTitle } from "./use-ballot.ts";

interface Result {
  readonly session: Session;
  readonly step: Pick<StepOf<"vote">, "perCircle">;
  readonly standings: readonly Standing[];
}

/** Ranks below each other: one column, however many. */
const SIZES = [
  { size: 3.2, columns: 1 },
  { size: 2.6, columns: 1 },
  { size: 2.2, columns: 1 },
];

/** The result of a vote: most dots first, ties marked in words, each circle apart when the step asks for it. */
export function Standings(result: Result): ReactNode {
  const { session, step, standings } = result;
  const titleOf = useItemTitle(session);
  const top = topOf(standings);
  return (
    <ol className={styles.standings} data-testid="standings">
      {standings.map((standing) => (
        <li key={standing.item}>
          <Row standing={standing} step={step} top={top} title={titleOf(standing.item)} />
        </li>
      ))}
    </ol>
  );
}

/** The same for the whole room. */
export function LargeStandings({ session, step, standings }: Result): ReactNode {
  const titleOf = useItemTitle(session);
  const top = topOf(standings);
  const items = standings.map((standing) => ({
    key: standing.item,
    content: <Row standing={standing} step={step} top={top} title={titleOf(standing.item)} isLarge />,
  }));
  return <StagePages items={items} sizes={SIZES} testId="standings" isOrdered isPlain />;
}

function topOf(standings: readonly Standing[]): number {
  return Math.max(1, ...standings.map(({ dots }) => dots));
}

function Row({
  standing: { dots, rank, isTied, byCircle },
  step,
  top,
  title,
  isLarge = false,
}: {
  readonly standing: Standing;
  readonly step: Result["step"];
  /** How many dots the first has. */
  readonly top: number;
  readonly title: string;
  readonly isLarge?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.standing} data-large={isLarge || undefined}>
      <span className={styles.rank} aria-hidden>
        {rank}
      </span>
      <div className={styles.words}>
        <p>{title}</p>
        <span className={styles.track} data-ink aria-hidden>
          <span style={{ width: `${String((dots / top) * 100)}%` }} />
        </span>
        <span className={styles.facts}>
          <span className="visually-hidden">{t("takingPart.vote.rank", { rank })}, </span>
          {t("takingPart.vote.dots", { count: dots })}
          {isTied && dots > 0 ? <em> · {t("takingPart.vote.tied")}</em> : null}
          {step.perCircle
            ? CIRCLES.filter((circle) => (byCircle[circle] ?? 0) > 0).map((circle) => (
                <span key={circle} className={styles.circle}>
                  {`${t(`people.circles.${circle}`)} ${String(byCircle[circle] ?? 0)}`}
                </span>
              ))
            : null}
        </span>
      </div>
    </div>
  );
}
