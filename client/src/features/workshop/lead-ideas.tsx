import { ideaClusters, type WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { scopeKey } from "@planwand/shared/workshop/agenda.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { LeadIdea } from "./lead-idea.tsx";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { usePlaceName } from "./use-places.ts";
import { useTell, useWorkshopLive } from "./use-workshop.ts";

/** The ideas of a round: how many are hidden and where, showing them, and what is done with those that were shown. */
export function LeadIdeas({ now, round }: { readonly now: WorkshopNow; readonly round: string }): ReactNode {
  const { t } = useTranslation();
  const { session } = now;
  const tell = useTell(session.id);
  const nameOf = usePlaceName();
  const { counts } = useWorkshopLive();
  const count = counts.find(({ step }) => step === round);
  const step = session.steps.find(({ id }) => id === round);
  const scopes = step?.kind === "ideas" ? step.scopes : [];
  const hidden = Object.values(count?.ideas ?? {}).reduce((sum, one) => sum + one, 0);
  const clusters = ideaClusters(session, round);
  return (
    <>
      <Section title={t("leading.ideas.hidden")}>
        <p data-testid="hidden-ideas">
          {hidden === 0
            ? t(clusters.length === 0 ? "leading.ideas.noneYet" : "leading.ideas.none")
            : `${t("leading.ideas.hiddenCount", { count: hidden })} ${t("leading.ideas.authors", { count: count?.authors ?? 0 })}`}
        </p>
        {hidden > 0 && (
          <>
            <div className={styles.row}>
              <Button
                variant="primary"
                size="small"
                onClick={() => tell({ type: "ideas.reveal", step: round, which: { kind: "all" } })}
              >
                {t("leading.ideas.all")}
              </Button>
              <Button
                size="small"
                onClick={() => tell({ type: "ideas.reveal", step: round, which: { kind: "next" } })}
              >
                {t("leading.ideas.next")}
              </Button>
            </div>
            {scopes.length > 1 && (
              <ul className={styles.list}>
                {scopes.map((scope) => {
                  const here = count?.ideas[scopeKey(scope)] ?? 0;
                  return here === 0 ? null : (
                    <li key={scopeKey(scope)} className={styles.row}>
                      <span className={styles.grow}>
                        {nameOf(scope)} <span className={styles.note}>{here}</span>
                      </span>
                      <Button
                        size="small"
                        onClick={() =>
                          tell({
                            type: "ideas.reveal",
                            step: round,
                            which: { kind: "scope", scope: { ...scope } },
                          })
                        }
                        aria-label={t("leading.ideas.scope", { place: nameOf(scope) })}
                      >
                        {t("leading.ideas.show")}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            )}
          </>
        )}
      </Section>
      <Section title={t("leading.ideas.shown")} note={clusters.length}>
        {clusters.length === 0 ? (
          <p className={styles.help}>{t("leading.ideas.nothingShown")}</p>
        ) : (
          <>
            {clusters.length > 1 && <p className={styles.help}>{t("leading.ideas.dragHelp")}</p>}
            <ul className={styles.list}>
              {clusters.map((cluster) => (
                <LeadIdea key={cluster.idea.id} session={session} cluster={cluster} clusters={clusters} />
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  );
}
