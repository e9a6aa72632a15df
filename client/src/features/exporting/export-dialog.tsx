import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { readPastName } from "../../sync/past-name.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { CalendarFeed } from "./calendar-feed.tsx";
import { addressOf, type Chosen, FORMATS_OF, KINDS, optionsFrom } from "./choices.ts";
import { DownloadStatus } from "./download-status.tsx";
import styles from "./exporting.module.css";
import { MomentField } from "./moment-field.tsx";
import { PartFields } from "./part-fields.tsx";
import { PosterPreview } from "./poster-preview.tsx";
import { ReportPreview } from "./report-preview.tsx";
import { useDownload } from "./use-download.ts";
import { type Source, useSource } from "./use-source.ts";

/** Makes a document of the plan: which, of what part, in which form; with what it will look like. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t("exporting.title")}
      description={t("exporting.intro")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <ExportForm />
    </Dialog>
  );
}

/** Of no part: another moment may not have the part that was chosen. */
const WHOLE = { phase: "", domain: "", party: "", goal: "" } as const;

function ExportForm(): ReactNode {
  const { t, i18n } = useTranslation();
  const { planId, moment: shown } = readPastName(usePlanSession().connection.planId);
  const download = useDownload();
  const [chosen, setChosen] = useState<Chosen>({
    moment: shown,
    kind: "plan",
    format: "docx",
    language: languageOf(i18n.language),
    ...WHOLE,
    on: "",
    next: "",
    paper: "a3",
    archive: false,
  });
  const choose = (changed: Partial<Chosen>): void => {
    download.forget();
    setChosen((before) => ({ ...before, ...changed }));
  };
  const source = useSource(chosen.moment);
  const options = optionsFrom(chosen);
  const isMaking = download.state.is === "making";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMaking) void download.start(addressOf(planId, chosen, options));
      }}
    >
      <MomentField moment={chosen.moment} onChoose={(moment) => choose({ ...WHOLE, moment })} />
      <div className={styles.row}>
        <SelectField
          label={t("exporting.what")}
          value={chosen.kind}
          options={KINDS.map((value) => ({ value, label: t(`exporting.kinds.${value}`) }))}
          onChange={(value) => {
            const kind = KINDS.find((one) => one === value) ?? "plan";
            choose({ kind, format: FORMATS_OF[kind][0] });
          }}
        />
        <SelectField
          label={t("exporting.format")}
          value={chosen.format}
          options={FORMATS_OF[chosen.kind].map((value) => ({
            value,
            label: t(`exporting.formats.${value === "poster.pdf" ? "poster" : value}`),
          }))}
          onChange={(value) => {
            const format = FORMATS_OF[chosen.kind].find((one) => one === value);
            if (format !== undefined) choose({ format });
          }}
        />
      </div>
      <PartFields chosen={chosen} choose={choose} plan={typeof source === "string" ? null : source.plan} />
      <Preview chosen={chosen} source={source} />
      <div className={styles.foot}>
        <DownloadStatus state={download.state} />
        {isMaking ? (
          <Button onClick={download.stop}>{t("exporting.stop")}</Button>
        ) : (
          <Button type="submit" variant="primary">
            {t("exporting.download")}
          </Button>
        )}
      </div>
    </form>
  );
}

function Preview({ chosen, source }: { readonly chosen: Chosen; readonly source: Source }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { planId } = readPastName(usePlanSession().connection.planId);
  const options = optionsFrom(chosen);
  if (chosen.kind === "calendar") return <CalendarFeed isOfNow={chosen.moment === null} />;
  if (chosen.kind === "data") return <p className={styles.help}>{t("exporting.dataHelp")}</p>;
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <h3 id={id} className={styles.previewTitle}>
        {t("exporting.preview")}
      </h3>
      {chosen.kind === "wall" ? (
        <PosterPreview
          address={addressOf(planId, { ...chosen, format: "svg" }, { ...options, archive: false })}
        />
      ) : (
        <ReportPreview source={source} options={options} />
      )}
    </section>
  );
}
