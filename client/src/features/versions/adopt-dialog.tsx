import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import { REASON_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { nextVersion, VERSION_STEPS, type VersionStep } from "@planwand/shared/journal/snapshots.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../fields/date-field.tsx";
import { today } from "../../plan/clock.ts";
import { useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { useGive } from "./use-give.ts";
import styles from "./versions.module.css";

/** Says that a body adopted a snapshot: it becomes a version of the plan. */
export function AdoptDialog({
  snapshot,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { give, problem, isBusy } = useGive();
  const last = useJournal().versions.at(-1)?.version ?? null;
  const parties = useParties().toSorted((a, b) => Number(b.kind === "body") - Number(a.kind === "body"));
  const [party, setParty] = useState(parties[0]?.id ?? "");
  const [adoptedOn, setAdoptedOn] = useState(today());
  const [step, setStep] = useState<VersionStep>("minor");
  const [remark, setRemark] = useState("");
  const version = nextVersion(last, step);

  async function adopt(): Promise<void> {
    const wish = { type: "version.adopt", snapshot: snapshot.id, step, party, adoptedOn } as const;
    if (!(await give({ ...wish, remark: remark.trim() }))) return;
    showToast(t("versions.adopted", { version }));
    onClose();
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void adopt();
  }

  return (
    <Dialog
      title={t("versions.adoptTitle", { version })}
      description={t("versions.adoptHelp")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        {parties.length === 0 ? <p>{t("versions.noParties")}</p> : null}
        <SelectField
          label={t("versions.party")}
          value={party}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setParty}
        />
        <DateField
          label={t("versions.day")}
          value={adoptedOn}
          leans="back"
          isRequired
          onChange={(date) => setAdoptedOn(date ?? adoptedOn)}
        />
        {last === null ? null : (
          <SelectField
            label={t("versions.step")}
            value={step}
            options={VERSION_STEPS.map((one) => ({
              value: one,
              label: t(`versions.${one}`, { version: nextVersion(last, one) }),
            }))}
            onChange={(chosen) => setStep(VERSION_STEPS.find((one) => one === chosen) ?? "minor")}
          />
        )}
        <TextField
          label={t("versions.remark")}
          maxLength={REASON_MAX_LENGTH}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
        {problem === null ? null : <p role="alert">{problem}</p>}
        <Button variant="primary" type="submit" disabled={isBusy || party === ""}>
          {t("versions.confirmAdopt")}
        </Button>
      </form>
    </Dialog>
  );
}
