import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { Decision, DecisionOption } from "@planwand/shared/plan/schema.ts";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEntry } from "../../fields/entry-context.ts";
import { Field, useLanguage } from "../../fields/field.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { addOption, optionAt, removeOption } from "../../plan/edit-entry.ts";
import { optionLineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { IconButton } from "../../ui/button.tsx";
import styles from "./decision-panel.module.css";

/** The options to choose from, each with what speaks for it and against it. */
export function OptionsField({ decision }: { readonly decision: Decision }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const language = useLanguage();
  const [title, setTitle] = useState("");
  const add = (): void => {
    if (title.trim() === "") return;
    addOption(doc, decision.id, title.trim());
    setTitle("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <Field
      name="options"
      label={PROMPTS.decision.options.label[language]}
      prompt={PROMPTS.decision.options}
      isEmpty={decision.options.length === 0}
    >
      {(labelId) => (
        <>
          <ol className={styles.options} aria-labelledby={labelId}>
            {decision.options.map((option, at) => (
              <Option key={option.id} decision={decision.id} option={option} number={at + 1} />
            ))}
          </ol>
          {canWrite ? (
            <input
              type="text"
              className={styles.newOption}
              aria-label={t("decisions.option.add")}
              placeholder={t("decisions.option.placeholder")}
              value={title}
              maxLength={300}
              onChange={(event) => setTitle(event.currentTarget.value)}
              onKeyDown={onKeyDown}
              onBlur={() => afterPress(add)}
            />
          ) : null}
        </>
      )}
    </Field>
  );
}

function Option({
  decision,
  option,
  number,
}: {
  readonly decision: string;
  readonly option: DecisionOption;
  readonly number: number;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const { canWrite } = useEntry();
  const tellGone = useTellGone();
  const { id } = option;
  const texts = useMemo(
    () => ({
      title: optionLineOf(doc, decision, id, "title"),
      pros: optionLineOf(doc, decision, id, "pros"),
      cons: optionLineOf(doc, decision, id, "cons"),
    }),
    [doc, decision, id],
  );
  const remove = (): void => {
    removeOption(doc, decision, id, actor.id);
    tellGone({
      gone: [{ item: optionAt(decision, id) }],
      title: option.title,
      words: t("decisions.option.removed"),
    });
  };
  const line = (field: "title" | "pros" | "cons"): ReactNode => (
    <LineField
      field={`option-${field}`}
      text={texts[field]}
      value={option[field]}
      label={t(`decisions.option.${field}`, { number })}
      placeholder={t(`decisions.option.${field}Help`)}
    />
  );
  return (
    <li className={styles.option} data-entry={id}>
      <div className={styles.optionHead}>
        {line("title")}
        {canWrite ? (
          <IconButton label={t("decisions.option.remove", { number })} size="small" onClick={remove}>
            <X aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {canWrite || option.pros !== "" || option.cons !== "" ? (
        <div className={styles.weighing}>
          <span className={styles.sign} aria-hidden="true">
            +
          </span>
          {line("pros")}
          <span className={styles.sign} aria-hidden="true">
            −
          </span>
          {line("cons")}
        </div>
      ) : null}
    </li>
  );
}
