import {
  type Communication,
  COMMUNICATION_KINDS,
  type CommunicationKind,
} from "@planwand/shared/plan/schema.ts";
import { blackoutsOn } from "@planwand/shared/views/month.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import controls from "../../fields/control.module.css";
import { ChoiceControl, DateControl } from "../../fields/controls.tsx";
import { Field, useLanguage } from "../../fields/field.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { PartyChoice, PartySet } from "../../fields/parties.tsx";
import { address, setField } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { usePhases } from "../../plan/hooks.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { DoneField } from "./done-field.tsx";
import styles from "./moment-panel.module.css";
import { OfActivity } from "./of-activity.tsx";

const prompts = PROMPTS.communication;

/** Every field of a moment, in the order in which one thinks of them: what is told, to whom, how, when and by whom. */
export function MomentFields({
  moment,
  onOpen,
  onActivity,
}: {
  readonly moment: Communication;
  readonly onOpen: (id: string) => void;
  readonly onActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const language = useLanguage();
  const { id, audience } = moment;
  return (
    <div className={styles.fields}>
      {canWrite ? null : <p className={styles.readOnly}>{t("communication.panel.readOnly")}</p>}
      <Line moment={moment} field="message" />
      <Field
        name="audience"
        label={prompts.audience.label[language]}
        prompt={prompts.audience}
        isEmpty={audience.length === 0}
      >
        {() => (
          <PartySet
            label={prompts.audience.label[language]}
            chosen={audience}
            onToggle={(party, isIn) => address(doc, id, party, isIn)}
          />
        )}
      </Field>
      <Line moment={moment} field="channel" />
      <Planning moment={moment} />
      <DoneField moment={moment} />
      <OfActivity moment={moment} onOpen={onOpen} onActivity={onActivity} />
    </div>
  );
}

function Line({
  moment,
  field,
}: {
  readonly moment: Communication;
  readonly field: "message" | "channel";
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const language = useLanguage();
  const { [field]: prompt } = prompts;
  const { id, [field]: value } = moment;
  return (
    <Field name={field} label={prompt.label[language]} prompt={prompt} isEmpty={value === ""}>
      {(labelId) => (
        <LineField
          field={field}
          text={lineOf(doc, { root: "communications", id, field })}
          value={value}
          label={prompt.label[language]}
          labelId={labelId}
          placeholder={canWrite ? prompt.help[language] : t("fields.emptyText")}
        />
      )}
    </Field>
  );
}

function Planning({ moment }: { readonly moment: Communication }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const language = useLanguage();
  const phases = usePhases();
  const blackouts = useEntries("blackouts");
  const { id, kind, date, sender } = moment;
  const phase = phases.some((known) => known.id === moment.phase) ? (moment.phase ?? "") : "";
  const closed = date === null ? [] : blackoutsOn(date, blackouts);
  return (
    <div className={controls.planning}>
      <ChoiceControl<CommunicationKind>
        field="kind"
        label={prompts.kind.label[language]}
        value={kind}
        options={COMMUNICATION_KINDS.map((value) => ({ value, label: t(`communication.kinds.${value}`) }))}
        onChange={(value) => setField(doc, "communications", id, "kind", value)}
      />
      <ChoiceControl
        field="phase"
        label={t("communication.panel.phase")}
        value={phase}
        options={[
          { value: "", label: t("communication.panel.noPhase") },
          ...phases.map((known) => ({ value: known.id, label: known.name || t("board.unnamedPhase") })),
        ]}
        onChange={(value) => setField(doc, "communications", id, "phase", value === "" ? null : value)}
      />
      <DateControl
        field="date"
        label={prompts.date.label[language]}
        value={date}
        onChange={(value) => setField(doc, "communications", id, "date", value)}
      />
      <PartyChoice
        field="sender"
        label={prompts.sender.label[language]}
        value={sender}
        onChange={(party) => setField(doc, "communications", id, "sender", party)}
      />
      {closed.map(({ id: blackout, name }) => (
        <p key={blackout} className={controls.warning} role="status">
          {t("communication.panel.inBlackout", {
            name: name || t("communication.calendar.unnamedBlackout"),
          })}
        </p>
      ))}
      <p className={styles.hint}>{prompts.kind.help[language]}</p>
    </div>
  );
}
