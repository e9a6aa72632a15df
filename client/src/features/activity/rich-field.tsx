import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { fragmentOf, type RichField as RichFieldName } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { part } from "../../ui/part.ts";
import { Field, useLanguage } from "./field.tsx";
import { usePanel } from "./panel-context.ts";
import styles from "./rich.module.css";
import { StaticRich } from "./static-rich.tsx";

const RichEditor = part(async () => (await import("./rich-editor.tsx")).RichEditor);

/** A text with formatting that people write together. The editor is fetched with the first one; until then the text stands there. */
export function RichField({ activity, field }: { activity: CardSnapshot; field: RichFieldName }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = usePanel();
  const language = useLanguage();
  const prompt = PROMPTS.activity[field];
  const fragment = useMemo(() => fragmentOf(doc, activity.id, field), [doc, activity.id, field]);
  const text = activity[field];
  const reading = (labelId: string): ReactNode =>
    text === "" ? (
      <p className={styles.nothing}>{canWrite ? prompt.help[language] : t("activity.emptyText")}</p>
    ) : (
      <StaticRich text={text} blocks={activity.rich[field]} labelId={labelId} />
    );
  return (
    <Field name={field} label={prompt.label[language]} prompt={prompt} isEmpty={text === ""}>
      {(labelId) =>
        canWrite && fragment !== null ? (
          <Suspense fallback={<div className={styles.box}>{reading(labelId)}</div>}>
            <RichEditor
              key={activity.id}
              fragment={fragment}
              labelId={labelId}
              placeholder={prompt.help[language]}
            />
          </Suspense>
        ) : (
          <div className={styles.box} data-readonly>
            {reading(labelId)}
          </div>
        )
      }
    </Field>
  );
}
