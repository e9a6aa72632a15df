import { CIRCLES } from "@planwand/shared/access/role.ts";
import { type Session, STANCES } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./circle-advice.module.css";
import { StagePages } from "./stage-pages.tsx";
import { usePersonName } from "./use-names.ts";

/** What each circle advises about a decision point: how many of each, and the words that were given with it. */
export function CircleAdvice({
  session,
  decision,
  isLarge = false,
}: {
  readonly session: Session;
  readonly decision: string;
  readonly isLarge?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const personName = usePersonName(session);
  const given = [...session.advice.values()].filter((advice) => advice.decision === decision);
  const items = [...CIRCLES, null].flatMap((circle) => {
    const here = given.filter((advice) => advice.circle === circle);
    if (here.length === 0) return [];
    const name = circle === null ? t("leading.people.noCircle") : t(`people.circles.${circle}`);
    const content = (
      <div className={styles.circle}>
        <span className={styles.stances}>
          <strong>{name}</strong>
          {STANCES.map((stance) => {
            const count = here.filter((advice) => advice.stance === stance).length;
            return count === 0 ? null : (
              <span key={stance} className={styles.stance} data-stance={stance}>
                {`${t(`takingPart.decide.stances.${stance}`)} ${String(count)}`}
              </span>
            );
          })}
        </span>
        {here.map(({ person, text }) =>
          text === "" ? null : (
            <q key={person} className={styles.words} title={personName(person)}>
              {text}
            </q>
          ),
        )}
      </div>
    );
    return [{ key: name, content }];
  });
  return (
    <section className={styles.advice} data-large={isLarge || undefined} data-testid="circle-advice">
      {(!isLarge || given.length === 0) && <h3>{t("takingPart.decide.ofCircles")}</h3>}
      {given.length === 0 && <p className={styles.nobody}>{t("takingPart.decide.nobody")}</p>}
      {isLarge ? (
        given.length > 0 && (
          <StagePages items={items} sizes={SIZES} label={t("takingPart.decide.ofCircles")} />
        )
      ) : (
        <ul>
          {items.map(({ key, content }) => (
            <li key={key}>{content}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Beside the question and its options. */
const SIZES = [
  { size: 2.8, columns: 1 },
  { size: 2.4, columns: 1 },
  { size: 2.2, columns: 1 },
];
