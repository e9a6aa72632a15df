import type { RichBlock } from "@planwand/shared/plan/schema.ts";
import type { Prompt } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { fragmentOf, type RichAt } from "../plan/shared-text.ts";
import { usePlanSession } from "../sync/session.tsx";
import { part } from "../ui/part.ts";
import { useEntry } from "./entry-context.ts";
import { Field, useLanguage } from "./field.tsx";
import styles from "./rich.module.css";
import { StaticRich } from "./static-rich.tsx";

const RichEditor = part(async () => (await import("./rich-editor.tsx")).RichEditor);

/** A text with formatting that people write together. Until the editor is fetched the text stands there. */
export function RichField({
  at,
  text,
  blocks,
  prompt,
  label,
}: {
  readonly at: RichAt;
  /** What it says now, and with which formatting when there is any. */
  readonly text: string;
  readonly blocks: readonly RichBlock[] | undefined;
  readonly prompt: Prompt;
  /** What it is called, when that is not what the prompt says. */
  readonly label?: string;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const language = useLanguage();
  const { root, id, field } = at;
  const fragment = useMemo(() => fragmentOf(doc, { root, id, field } as RichAt), [doc, root, id, field]);
  const reading = (labelId: string): ReactNode =>
    text === "" ? (
      <p className={styles.nothing}>{canWrite ? prompt.help[language] : t("fields.emptyText")}</p>
    ) : (
      <StaticRich text={text} blocks={blocks} labelId={labelId} />
    );
  return (
    <Field
      name={field}
      entry={id}
      label={label ?? prompt.label[language]}
      prompt={prompt}
      isEmpty={text === ""}
    >
      {(labelId) =>
        canWrite && fragment !== null ? (
          <Suspense fallback={<div className={styles.box}>{reading(labelId)}</div>}>
            <RichEditor key={id} fragment={fragment} labelId={labelId} placeholder={prompt.help[language]} />
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
