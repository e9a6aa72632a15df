import { COPIED_PARTS, type CopiedPart } from "@planwand/shared/copying/choices.ts";
import { countParts } from "@planwand/shared/copying/counts.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import styles from "./copying.module.css";
import type { CopyDraft } from "./use-draft.ts";

/** What goes along: what always does, what may, with how much of it there is, and what never does. */
export function PartChoice({ plan, draft }: { readonly plan: Plan; readonly draft: CopyDraft }): ReactNode {
  const { t } = useTranslation();
  const counts = useMemo(() => countParts(plan), [plan]);
  const { parts, change } = draft;
  const mayGo = (part: CopiedPart): boolean =>
    (counts[part] > 0 || part === "goals") && (part !== "names" || parts.includes("parties"));
  const toggle = (part: CopiedPart, isIn: boolean): void =>
    change({ parts: COPIED_PARTS.filter((one) => (one === part ? isIn : parts.includes(one))) });
  const sizes = {
    phases: t("copying.size.phases", { count: plan.phases.length }),
    domains: t("copying.size.domains", { count: plan.domains.length }),
    activities: t("copying.size.activities", { count: plan.activities.length }),
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t("copying.parts.label")}</legend>
      <p className={styles.help}>{t("copying.always", sizes)}</p>
      <ul className={styles.parts}>
        {COPIED_PARTS.map((part) => (
          <li key={part}>
            <label className={styles.check} data-off={!mayGo(part) || undefined}>
              <input
                type="checkbox"
                checked={mayGo(part) && parts.includes(part)}
                disabled={!mayGo(part)}
                onChange={(event) => toggle(part, event.currentTarget.checked)}
              />
              <span>{t(`copying.parts.${part}`)}</span>
              <span className={styles.count}>{counts[part]}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles.help}>{t("copying.never")}</p>
    </fieldset>
  );
}
