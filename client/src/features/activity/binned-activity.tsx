import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { PutBackButton } from "../../fields/put-back-button.tsx";
import { StaticRich } from "../../fields/static-rich.tsx";
import { useDomain, usePhase } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { focusOn } from "../../ui/focus.ts";
import styles from "./binned.module.css";

const TEXTS = ["what", "why", "result", "criterion"] as const;

/** An activity that is in the bin, as it was: to read, and to take out again by who may write. */
export function BinnedActivity({ activity }: { readonly activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const phase = usePhase(activity.place[0]);
  const domain = useDomain(activity.place[1]);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It came in place of the fields: whoever put it away from here goes on here.
    if (document.activeElement === document.body)
      focusOn(whole.current?.querySelector("button") ?? document.body);
  }, []);
  const title = activity.title || t("board.untitled");
  const place = phase === null || domain === null ? t("board.unplaced") : `${phase.name} · ${domain.name}`;
  return (
    <div ref={whole} className={styles.binned} data-testid="binned">
      <div className={styles.banner} role="status">
        <Trash2 size={18} aria-hidden />
        <p>{t("activity.inBin")}</p>
        <PutBackButton one={{ root: "activities", id: activity.id }} title={title} variant="primary" />
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
