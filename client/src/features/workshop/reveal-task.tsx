import { ideaClusters } from "@planwand/shared/views/workshop.ts";
import { scopeKey } from "@planwand/shared/workshop/agenda.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./task.module.css";
import type { TaskProps } from "./task.ts";
import { usePersonName } from "./use-names.ts";
import { usePlaceName } from "./use-places.ts";

/** The ideas that were shown so far, per place, merged ones under the one they went into. */
export function RevealTask({ now: { session }, step }: TaskProps<"reveal">): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const personName = usePersonName(session);
  const clusters = ideaClusters(session, step.of);
  const keys = [...new Set(clusters.map(({ idea }) => scopeKey(idea.scope)))];
  if (clusters.length === 0) return <p className={styles.look}>{t("takingPart.reveal.waiting")}</p>;
  return keys.map((key) => {
    const here = clusters.filter(({ idea }) => scopeKey(idea.scope) === key);
    const first = here[0];
    if (first === undefined) return null;
    return (
      <section key={key} className={styles.mine}>
        <h2>
          {nameOf(first.idea.scope)} <span className={styles.count}>{here.length}</span>
        </h2>
        <ul>
          {here.map(({ idea, merged }) => (
            <li key={idea.id} className={styles.own} data-testid="shown-idea">
              <div className={styles.ownText}>
                <p>{idea.text}</p>
                {merged.length > 0 && (
                  <ul className={styles.merged} aria-label={t("takingPart.reveal.alsoSaid")}>
                    {merged.map((one) => (
                      <li key={one.id}>{one.text}</li>
                    ))}
                  </ul>
                )}
                <span className={styles.state}>
                  {idea.person === null ? null : personName(idea.person)}
                  {idea.became === null
                    ? null
                    : `${idea.person === null ? "" : " · "}${t("takingPart.reveal.onWall")}`}
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
