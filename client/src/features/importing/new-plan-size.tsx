import { countRows, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { SheetName } from "@planwand/shared/exchange/sheets.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./importing.module.css";

/** What a plan of its own would hold, and what the board would lack. */
export function NewPlanSize({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { t } = useTranslation();
  const { rows, edits, unknown, general, tables } = proposal;
  const going = rows.filter(({ action, isSkipped }) => action === "add" && !isSkipped);
  const inRows = (sheet: SheetName): number => going.filter((row) => row.sheet === sheet).length;
  const named = (root: "phases" | "domains"): number =>
    unknown.filter((name) => name.root === root && name.choice === "new").length;
  const phases = inRows("phases") + named("phases") + (general.phase === null ? 0 : 1);
  const domains = inRows("impact") + named("domains") + (general.domain === null ? 0 : 1);
  const kept = new Set(going.map(({ id }) => id));
  const loose = edits.filter(
    (edit) =>
      edit.edit === "add" &&
      edit.root === "activities" &&
      kept.has(edit.id) &&
      ((edit.values["phase"] ?? null) === null || (edit.values["domain"] ?? null) === null),
  ).length;
  const { troubled } = countRows(proposal);
  return (
    <div className={styles.size}>
      <p className={styles.summary} role="status" data-testid="import-summary">
        {t("importing.newSize.activities", { count: inRows("activities") })},{" "}
        {t("importing.newSize.phases", { count: phases })},{" "}
        {t("importing.newSize.domains", { count: domains })}.{" "}
        {troubled === 0 ? null : t("importing.newSize.troubled", { count: troubled })}
      </p>
      {(["phase", "domain"] as const).map((place) =>
        general[place] === null ? null : (
          <p key={place} className={styles.note}>
            {t(`importing.newSize.general.${place}`, { name: general[place] })}
          </p>
        ),
      )}
      {tables.length === 0 || loose === 0 ? null : (
        <p className={styles.note}>{t("importing.newSize.loose", { count: loose })}</p>
      )}
    </div>
  );
}
