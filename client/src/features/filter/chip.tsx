import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Popover } from "../../ui/popover.tsx";
import { ChoiceList } from "./choice-list.tsx";
import styles from "./chip.module.css";
import { type Kind, useValueWords } from "./use-kinds.ts";

/** As many values as a chip names; of more it says how many. */
const NAMED = 2;

/** One kind that is asked for: pressing it changes its values, the cross, Delete and Backspace take it away. */
export function FilterChip({
  kind,
  name,
  values,
  onChange,
  onRemove,
}: {
  readonly kind: Kind;
  /** What stands before the values. */
  readonly name: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useValueWords();
  const named = values.map((value) => words(kind, value));
  const some = named.length > NAMED + 1 ? named.slice(0, NAMED) : named;
  const rest = named.length - some.length;
  const { icon: Icon } = kind;
  const face = (
    <>
      <Icon size={14} aria-hidden />
      <span className={kind.choices === null ? styles.values : styles.kind}>{name}</span>
      {kind.choices === null ? null : (
        <span className={styles.values}>
          {some.join(t("filter.or"))}
          {rest > 0 ? ` ${t("filter.more", { count: rest })}` : ""}
        </span>
      )}
    </>
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Backspace" && event.key !== "Delete") return;
    event.preventDefault();
    onRemove();
  };
  return (
    <li
      className={styles.chip}
      data-filter-chip={kind.kind}
      title={named.length === 0 ? undefined : named.join(t("filter.or"))}
    >
      {kind.choices === null ? (
        <span className={styles.face}>{face}</span>
      ) : (
        <Popover
          label={kind.label}
          trigger={
            <button type="button" className={styles.face} onKeyDown={onKeyDown}>
              {face}
            </button>
          }
        >
          <ChoiceList kind={kind} chosen={values} onChange={onChange} />
        </Popover>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={t("filter.remove", { kind: kind.label })}
        onClick={onRemove}
        onKeyDown={onKeyDown}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}
