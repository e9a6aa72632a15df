import { waiverKey } from "@planwand/shared/checks/finding.ts";
import { findingsAbout } from "@planwand/shared/checks/missing-ids.ts";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChecked } from "../../plan/checked.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { reach } from "../../ui/reach.ts";
import styles from "./card-missing.module.css";
import { useSentence } from "./sentence.ts";
import { wayTo } from "./way-to.ts";

/** What an activity still lacks, in its panel: folded, and each leads to its field. Nothing at all when nothing is lacking. */
export function CardMissing({ activityId }: { readonly activityId: string }): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const say = useSentence();
  const findings = findingsAbout(useChecked()?.findings ?? [], "activity", activityId);
  if (findings.length === 0) return null;
  return (
    <div className={styles.card} data-testid="card-missing">
      <button
        type="button"
        className={styles.cardHead}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={15} aria-hidden className={styles.cardChevron} />
        {t("missing.card", { count: findings.length })}
      </button>
      {isOpen ? (
        <ul id={id} className={styles.cardList}>
          {findings.map((finding) => (
            <li key={waiverKey(finding.rule, finding.object)}>
              <button
                type="button"
                className={styles.cardGo}
                onClick={() => {
                  const { to } = wayTo(finding.subject, canWrite);
                  if (to !== null) reach(to);
                }}
              >
                {say(finding)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
