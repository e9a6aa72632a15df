import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useToday } from "../../plan/today.ts";
import {
  useActivity,
  useCell,
  useDomains,
  useMeta,
  useParty,
  usePhases,
  useUnplaced,
} from "../../plan/hooks.ts";
import styles from "./print.module.css";

/** All phases × domains, with what is on each card in words: colour may be lost in print. */
export function PrintSheet(): ReactNode {
  const { t, i18n } = useTranslation();
  const { title } = useMeta();
  const phases = usePhases();
  const domains = useDomains();
  const unplaced = useUnplaced();
  const today = useToday();
  const date = dateFormat(DATE_LOCALES[languageOf(i18n.language)], { dateStyle: "long" });
  return (
    <div className={styles.sheet} data-print-sheet>
      <table className={styles.wall}>
        <thead>
          <tr>
            <th className={styles.corner}>{t("board.corner")}</th>
            {phases.map((phase) => (
              <th key={phase.id} scope="col">
                {phase.name || t("board.unnamedPhase")}
              </th>
            ))}
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={phases.length + 1} className={styles.foot}>
              {title || t("app.untitledPlan")} · {t("print.concept")} ·{" "}
              {date.format(new Date(`${today}T12:00:00`))}
            </td>
          </tr>
        </tfoot>
        <tbody>
          {domains.map((domain) => (
            <tr key={domain.id}>
              <th scope="row" className={styles.domain}>
                {domain.name || t("board.unnamedDomain")}
              </th>
              {phases.map((phase) => (
                <td key={phase.id}>
                  <PrintCell phase={phase.id} domain={domain.id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unplaced.length > 0 && (
        <section className={styles.unplaced}>
          <h2>{t("board.unplaced")}</h2>
          <PrintCards ids={unplaced} />
        </section>
      )}
    </div>
  );
}

function PrintCell({ phase, domain }: { readonly phase: string; readonly domain: string }): ReactNode {
  return <PrintCards ids={useCell(phase, domain)} />;
}

function PrintCards({ ids }: { readonly ids: readonly string[] }): ReactNode {
  return (
    <ul className={styles.cards}>
      {ids.map((id) => (
        <PrintCard key={id} id={id} />
      ))}
    </ul>
  );
}

function PrintCard({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const activity = useActivity(id);
  const sponsor = useParty(activity?.roles.sponsor[0] ?? "");
  if (activity === null) return null;
  return (
    <li className={styles.card}>
      <span className={styles.title}>{activity.title || t("board.untitled")}</span>
      <span className={styles.facts}>
        {t(`board.status.${activity.status}`)}
        {sponsor === null ? "" : ` · ${sponsor.name}`}
      </span>
    </li>
  );
}
