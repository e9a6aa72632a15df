import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { RotateCcw, Trash2 } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { StaticRich } from "../../fields/static-rich.tsx";
import { restore } from "../../plan/actions.ts";
import { useDomain, usePhase } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./binned.module.css";

const TEXTS = ["what", "why", "result", "criterion"] as const;

/** An activity that is in the bin, as it was: to read, and to take out again by who may write. */
export function BinnedActivity({ activity }: { readonly activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const language = useLanguage();
  const phase = usePhase(activity.place[0]);
  const domain = useDomain(activity.place[1]);
  const id = useId();
  const title = activity.title || t("board.untitled");
  const place = phase === null || domain === null ? t("board.unplaced") : `${phase.name} · ${domain.name}`;
  return (
    <div className={styles.binned} data-testid="binned">
      <div className={styles.banner} role="status">
        <Trash2 size={18} aria-hidden />
        <p>{t("activity.inBin")}</p>
        {canWrite ? (
          <Button
            size="small"
            variant="primary"
            onClick={() => {
              restore(doc, "activities", activity.id);
              announce(t("bin.restored", { title }), "polite");
            }}
          >
            <RotateCcw aria-hidden />
            {t("bin.restore")}
          </Button>
        ) : null}
      </div>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.facts}>{`${t(`board.status.${activity.status}`)} · ${place}`}</p>
      {TEXTS.map((field) =>
        activity[field] === "" ? null : (
          <section key={field}>
            <h3 id={`${id}-${field}`} className={styles.label}>
              {PROMPTS.activity[field].label[language]}
            </h3>
            <StaticRich text={activity[field]} blocks={activity.rich[field]} labelId={`${id}-${field}`} />
          </section>
        ),
      )}
    </div>
  );
}
