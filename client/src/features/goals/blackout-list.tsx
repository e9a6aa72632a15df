import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { Blackout } from "@planwand/shared/plan/schema.ts";
import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DateControl } from "../../fields/controls.tsx";
import { useLanguage } from "../../fields/field.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { useNamelessRow } from "../../fields/use-nameless.ts";
import { archive } from "../../plan/archive.ts";
import { setField } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { addNameless } from "../../plan/nameless.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import styles from "./goals.module.css";

/** Holidays and busy weeks in which nothing should begin or end. */
export function BlackoutList(): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const language = useLanguage();
  const blackouts = useEntries("blackouts");
  return (
    <section className={styles.section} aria-label={t("goals.blackouts")} data-testid="blackouts">
      <h3 className={styles.heading}>{t("goals.blackouts")}</h3>
      <p className={styles.help}>{PROMPTS.blackout.name.help[language]}</p>
      {blackouts.length === 0 ? <p className={styles.none}>{t("goals.noBlackouts")}</p> : null}
      <ul className={styles.list}>
        {blackouts.map((blackout) => (
          <BlackoutItem key={blackout.id} blackout={blackout} />
        ))}
      </ul>
      {canWrite ? (
        <Button
          className={styles.add ?? ""}
          onClick={() => addNameless(doc, "blackouts", { name: "" }, actor.id)}
        >
          <Plus aria-hidden />
          {t("goals.addBlackout")}
        </Button>
      ) : null}
    </section>
  );
}

function BlackoutItem({ blackout }: { readonly blackout: Blackout }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const tellGone = useTellGone();
  const { id } = blackout;
  const text = useMemo(() => lineOf(doc, { root: "blackouts", id, field: "name" }), [doc, id]);
  const row = useRef<HTMLLIElement>(null);
  useNamelessRow(row, id);
  const name = blackout.name || t("goals.unnamedBlackout");
  const remove = (): void => {
    archive(doc, "blackouts", [id], actor.id);
    tellGone({ gone: [{ root: "blackouts", id }], title: name });
  };
  return (
    <li ref={row} className={styles.blackout} data-entry={id}>
      <LineField
        field={`blackout-${id}`}
        text={text}
        value={blackout.name}
        label={t("goals.blackoutName")}
        placeholder={t("goals.blackoutHelp")}
      />
      <DateControl
        field={`blackout-start-${id}`}
        label={t("goals.from")}
        value={blackout.start}
        onChange={(date) => setField(doc, "blackouts", id, "start", date)}
      />
      <DateControl
        field={`blackout-end-${id}`}
        label={t("goals.until")}
        value={blackout.end}
        min={blackout.start ?? undefined}
        onChange={(date) => setField(doc, "blackouts", id, "end", date)}
      />
      {canWrite ? (
        <IconButton label={t("goals.remove", { name })} onClick={remove}>
          <Trash2 aria-hidden />
        </IconButton>
      ) : null}
    </li>
  );
}
