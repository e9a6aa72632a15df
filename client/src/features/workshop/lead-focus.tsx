import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import { isWithin } from "@planwand/shared/workshop/agenda.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities } from "../../plan/hooks.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { useTell } from "./use-workshop.ts";

/** Which activity or decision point is on everybody's screen in this step. */
export function LeadFocus({
  now: { session },
  planId,
  kind,
  scope,
}: {
  readonly now: WorkshopNow;
  readonly planId: string;
  readonly kind: "activity" | "decision";
  /** Where the activities lie; null for decision points. */
  readonly scope: Scope | null;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const activities = useActivities();
  const decisions = useEntries("decisions");
  const choices =
    kind === "decision"
      ? decisions
          .filter(({ status, id }) => status !== "decided" || id === session.focus?.id)
          .map(({ id, question }) => ({ value: id, label: question || t("decisions.untitled") }))
      : activities
          .filter(
            ({ place: [phase, domain] }) =>
              scope === null || isWithin({ kind: "cell", phase, domain }, scope),
          )
          .map(({ id, title }) => ({ value: id, label: title || t("board.untitled") }));
  const focused = session.focus?.kind === kind ? session.focus.id : "";
  const at = choices.findIndex(({ value }) => value === focused);
  const next = choices[at + 1];
  const set = (id: string): void => tell({ type: "focus.set", focus: id === "" ? null : { kind, id } });
  return (
    <Section title={t(`leading.focus.${kind}`)}>
      <SelectField
        label={t(`leading.focus.${kind}`)}
        value={focused}
        options={[{ value: "", label: t("leading.focus.choose") }, ...choices]}
        onChange={set}
      />
      <div className={styles.row}>
        {next !== undefined && (
          <Button size="small" onClick={() => set(next.value)}>
            {t("leading.focus.next")}
          </Button>
        )}
        {focused !== "" && (
          <Link
            className={buttonClass({ size: "small" })}
            href={`/plan/${planId}/${kind === "activity" ? "activity" : "decisions"}/${focused}`}
          >
            {t(kind === "activity" ? "leading.focus.open" : "leading.focus.seal")}
          </Link>
        )}
      </div>
    </Section>
  );
}
