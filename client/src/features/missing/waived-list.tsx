import type { WaivedFinding } from "@planwand/shared/checks/check-plan.ts";
import { waiverKey } from "@planwand/shared/checks/finding.ts";
import { ChevronRight, CircleSlash2 } from "lucide-react";
import { type ReactNode, useId, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { unwaive } from "../../plan/edit-waiver.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { fold, foldsOf } from "./folds.ts";
import styles from "./missing.module.css";
import { useSentence } from "./sentence.ts";

const WAIVED = "waived";

/** What was set to *niet van toepassing*, with the reason, and the way back. */
export function WaivedList({ waived }: { readonly waived: readonly WaivedFinding[] }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const folds = foldsOf(doc);
  const { open } = useSyncExternalStore(folds.subscribe, folds.getSnapshot);
  const id = useId();
  if (waived.length === 0) return null;
  const isOpen = open.get(WAIVED) ?? false;
  return (
    <section className={styles.section} data-testid="waived">
      <div className={styles.group}>
        <button
          type="button"
          className={styles.groupHead}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => fold(doc, WAIVED, !isOpen)}
        >
          <ChevronRight size={16} aria-hidden className={styles.chevron} />
          <CircleSlash2 size={15} aria-hidden />
          <span className={styles.groupName}>{t("missing.waived")}</span>
          <span className={styles.groupCount}>
            <span aria-hidden>{waived.length}</span>
            <span className="visually-hidden">{t("missing.count", { count: waived.length })}</span>
          </span>
        </button>
        {isOpen ? (
          <div id={id} className={styles.groupBody}>
            <ul className={styles.list}>
              {waived.map((finding) => (
                <WaivedRow key={waiverKey(finding.rule, finding.object)} finding={finding} />
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function WaivedRow({ finding }: { readonly finding: WaivedFinding }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const tellGone = useTellGone();
  const sentence = useSentence()(finding);
  const ids = finding.waivers.map(({ id }) => id);
  const reasons = finding.waivers.map(({ reason }) => reason.trim()).filter((reason) => reason !== "");
  const show = (): void => {
    unwaive(doc, ids, actor.id);
    const gone = ids.map((id) => ({ root: "waivers", id }) as const);
    tellGone({ gone, title: sentence, words: t("missing.unwaived") });
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.waivedWords}>
          <span className={styles.sentence}>{sentence}</span>
          <span className={styles.upTo}>
            {reasons.length === 0 ? t("missing.noReason") : reasons.join(" · ")}
          </span>
        </div>
        {canWrite ? (
          <Button
            variant="ghost"
            size="small"
            aria-label={t("missing.unwaiveOf", { sentence })}
            onClick={show}
          >
            {t("missing.unwaive")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
