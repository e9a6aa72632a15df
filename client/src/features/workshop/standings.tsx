import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { Standing } from "@planwand/shared/views/workshop.ts";
import type { StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./standings.module.css";
import { useItemTitle } from "./use-ballot.ts";

/** The result of a vote: most dots first, ties marked in words, each circle apart when the step asks for it. */
export function Standings({
  session,
  step,
  standings,
  most = Number.POSITIVE_INFINITY,
  isLarge = false,
}: {
  readonly session: Session;
  readonly step: Pick<StepOf<"vote">, "perCircle">;
  readonly standings: readonly Standing[];
  /** How many are shown at most. */
  readonly most?: number;
  readonly isLarge?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const titleOf = useItemTitle(session);
  const top = Math.max(1, ...standings.map(({ dots }) => dots));
  const shown = standings.slice(0, most);
  const rest = standings.length - shown.length;
  return (
    <>
      <ol className={styles.standings} data-large={isLarge || undefined} data-testid="standings">
        {shown.map(({ item, dots, rank, isTied, byCircle }) => (
          <li key={item} className={styles.standing}>
            <span className={styles.rank} aria-hidden>
              {rank}
            </span>
            <div className={styles.words}>
              <p>{titleOf(item)}</p>
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
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={styles.rest}>{t("beamer.more", { count: rest })}</p>}
    </>
  );
}
