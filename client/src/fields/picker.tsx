import { findIn } from "@planwand/shared/views/search.ts";
import { Plus } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Popover } from "../ui/popover.tsx";
import styles from "./chips.module.css";

export interface Option {
  readonly id: string;
  readonly label: string;
  /** The heading under which it stands; options of one group come together. */
  readonly group: string;
}

interface ChoicesProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string, isIn: boolean) => void;
  /** Something before an option, to take it by. */
  readonly renderGrip?: (option: Option) => ReactNode;
  readonly renderExtra?: (search: string, clear: () => void) => ReactNode;
}

/** A small "+" that opens a list to tick. */
export function Picker(props: ChoicesProps): ReactNode {
  return (
    <PickerButton label={props.label}>
      <Choices {...props} />
    </PickerButton>
  );
}

/** The "+" of a picker. What it opens is only drawn, and its options only looked for, while it is open. */
export function PickerButton({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className={styles.add} aria-label={label} title={label}>
          <Plus size={15} aria-hidden="true" />
        </button>
      }
    >
      {children}
    </Popover>
  );
}

/** A list to tick, with a field to search it. `renderExtra` is shown below for what was searched. */
export function Choices({
  label,
  options,
  chosen,
  onToggle,
  renderGrip,
  renderExtra,
}: ChoicesProps): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const name = useId();
  const found = findIn(options, (option) => `${option.label} ${option.group}`, search);
  const groups = Map.groupBy(found, (option) => option.group);
  return (
    <div className={styles.picker}>
      <p className={styles.pickerLabel}>{label}</p>
      <input
        type="search"
        className={styles.search}
        aria-label={t("fields.search")}
        placeholder={t("fields.search")}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={styles.groups}>
        {found.length === 0 ? <p className={styles.none}>{t("fields.none")}</p> : null}
        {[...groups].map(([group, members]) => (
          <fieldset key={group} className={styles.group}>
            <legend>{group}</legend>
            {members.map((option) => (
              <label key={option.id} className={styles.option}>
                <input
                  type="checkbox"
                  name={name}
                  checked={chosen.has(option.id)}
                  onChange={(event) => onToggle(option.id, event.currentTarget.checked)}
                />
                <span>{option.label}</span>
                {renderGrip?.(option)}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {renderExtra?.(search.trim(), () => setSearch(""))}
    </div>
  );
}
