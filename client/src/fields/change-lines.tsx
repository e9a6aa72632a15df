import type { Change } from "@planwand/shared/diff/changes.ts";
import { isFieldName } from "@planwand/shared/diff/value-kinds.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFieldWords } from "./change-words.ts";
import styles from "./change-lines.module.css";
import { MarkedText } from "./marked-text.tsx";

/** What reads differently, field by field: from what to what, and of a text what came and went in it. */
export function ChangeLines({
  change: { kind, fields },
  names,
  renderAside,
}: {
  readonly change: Pick<Change, "kind" | "fields">;
  /** What ids are called. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands beside a field, such as a button. */
  readonly renderAside?: (field: string, label: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const words = useFieldWords(names);
  return fields.map((field) => {
    const told = words(kind, field);
    const label = isFieldName(field.field) ? t(`changes.fields.${field.field}`) : field.field;
    const aside = renderAside?.(field.field, label);
    return told.kind === "sentence" ? (
      <p key={field.field} className={styles.line}>
        {told.text} {aside}
      </p>
    ) : (
      <div key={field.field} className={styles.line}>
        <span className={styles.field}>{told.field}</span> <MarkedText from={told.from} to={told.to} />{" "}
        {aside}
      </div>
    );
  });
}
