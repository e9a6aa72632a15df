import { VALUE_MAX_LENGTH } from "@planwand/shared/plan/value-length.ts";
import type { Waiting } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { setActivityField } from "../../plan/edit-activity.ts";
import { useParties } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useEntry } from "../../fields/entry-context.ts";
import { DateControl } from "../../fields/controls.tsx";
import { useShortDays } from "../../fields/short-days.ts";
import { ShownValue } from "../../fields/shown-value.tsx";
import styles from "../../fields/control.module.css";
import { useDraft } from "../../fields/use-draft.ts";

/** What a blocked activity waits for, since when, and on whom. */
export function WaitingField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const parties = useParties();
  const id = useId();
  const waiting: Waiting = activity.waiting ?? { for: "", since: null, party: null };
  const draft = useDraft(waiting, (value) => setActivityField(doc, activity.id, "waiting", value));
  const shown = draft.value;
  const shortDays = useShortDays();
  if (!canWrite) {
    const party = parties.find(({ id: one }) => one === waiting.party);
    return (
      <div className={styles.waiting} data-field="waiting">
        <ShownValue field="waiting-for" label={t("activity.waiting.label")} text={waiting.for} />
        <ShownValue
          field="waiting-since"
          label={t("activity.waiting.since")}
          text={shortDays(waiting.since)}
        />
        <ShownValue
          field="waiting-party"
          label={t("activity.waiting.party")}
          text={party?.name ?? t("fields.nobodyChosen")}
        />
      </div>
    );
  }
  return (
    <div className={styles.waiting} data-field="waiting">
      <div className={styles.wide}>
        <label className={styles.label} htmlFor={`${id}-for`}>
          {t("activity.waiting.label")}
        </label>
        <input
          id={`${id}-for`}
          type="text"
          className={styles.control}
          maxLength={VALUE_MAX_LENGTH}
          value={shown.for}
          placeholder={t("activity.waiting.placeholder")}
          onChange={(event) => draft.change({ ...shown, for: event.currentTarget.value })}
          onBlur={() => draft.leave()}
        />
      </div>
      <DateControl
        field="waiting-since"
        label={t("activity.waiting.since")}
        value={shown.since}
        leans="back"
        onChange={(since) => draft.change({ ...shown, since })}
      />
      <div className={styles.cell}>
        <label className={styles.label} htmlFor={`${id}-party`}>
          {t("activity.waiting.party")}
        </label>
        <select
          id={`${id}-party`}
          className={styles.control}
          value={shown.party ?? ""}
          onChange={(event) => draft.change({ ...shown, party: event.currentTarget.value || null })}
        >
          <option value="">{t("fields.nobodyChosen")}</option>
          {parties.map((party) => (
            <option key={party.id} value={party.id}>
              {party.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
