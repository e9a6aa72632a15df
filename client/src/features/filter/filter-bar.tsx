import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { type Filter, filterOf, isAsking, NO_FILTER } from "../../plan/filter.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./filter.module.css";

/** What one looks for, above the wall; how many activities are found, and what to do when there are none. */
export function FilterBar({
  isHiding,
  onHide,
  onClose,
}: {
  readonly isHiding: boolean;
  readonly onHide: (isHiding: boolean) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { filter: store, found: result } = filterOf(doc);
  const filter = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  useEffect(() => () => store.set(NO_FILTER), [store]);
  const change = (part: Partial<Filter>): void => store.set({ ...filter, ...part });
  const toggle = <Value,>(values: readonly Value[], value: Value): readonly Value[] =>
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

  return (
    <section className={styles.bar} aria-label={t("filter.label")} data-testid="filter-bar">
      <div className={styles.row}>
        <input
          ref={search}
          type="search"
          className={styles.search}
          aria-label={t("filter.text")}
          placeholder={t("filter.text")}
          value={filter.text}
          maxLength={120}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Result filter={filter} found={useSyncExternalStore(result.subscribe, result.getSnapshot)} />
        <label className={styles.hide}>
          <input
            type="checkbox"
            checked={isHiding}
            onChange={(event) => onHide(event.currentTarget.checked)}
          />
          {t("filter.hide")}
        </label>
        <Button size="small" disabled={!isAsking(filter)} onClick={() => store.set(NO_FILTER)}>
          {t("filter.clear")}
        </Button>
        <IconButton label={t("filter.close")} size="small" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      <div className={styles.row}>
        <Pills
          label={t("filter.status")}
          choices={ACTIVITY_STATUSES.map((value) => ({ value, label: t(`board.status.${value}`) }))}
          chosen={filter.statuses}
          onToggle={(value) => change({ statuses: toggle(filter.statuses, value) })}
        />
        <Pills
          label={t("filter.circle")}
          choices={CIRCLES.map((value) => ({ value, label: t(`people.circles.${value}`) }))}
          chosen={filter.circles}
          onToggle={(value) => change({ circles: toggle(filter.circles, value) })}
        />
        <Pills
          label={t("filter.attention")}
          choices={[
            { value: "hasOpenDecision", label: t("filter.hasOpenDecision") },
            { value: "isLate", label: t("filter.isLate") },
          ]}
          chosen={(["hasOpenDecision", "isLate"] as const).filter((name) => filter[name])}
          onToggle={(name) => change({ [name]: !filter[name] })}
        />
      </div>
    </section>
  );
}

/** How many are found; when there are none, which choices cause that. */
function Result({
  filter,
  found,
}: {
  readonly filter: Filter;
  readonly found: ReadonlySet<string> | null;
}): ReactNode {
  const { t } = useTranslation();
  const index = usePlanIndex();
  const asked = [
    ...(filter.text.trim() === "" ? [] : [`“${filter.text.trim()}”`]),
    ...(filter.statuses.length === 0
      ? []
      : [filter.statuses.map((status) => t(`board.status.${status}`)).join(t("filter.or"))]),
    ...(filter.circles.length === 0
      ? []
      : [filter.circles.map((circle) => t(`people.circles.${circle}`)).join(t("filter.or"))]),
    ...(filter.hasOpenDecision ? [t("filter.hasOpenDecision")] : []),
    ...(filter.isLate ? [t("filter.isLate")] : []),
  ].join(t("filter.and"));
  const text =
    found === null
      ? ""
      : found.size === 0
        ? t("filter.none", { asked })
        : t("filter.found", { count: found.size, total: index.size });
  useEffect(() => {
    if (text !== "") announce(text, "polite");
  }, [text]);
  return (
    <p className={styles.result} data-none={found?.size === 0 || undefined}>
      {text}
    </p>
  );
}

function Pills<Value extends string>({
  label,
  choices,
  chosen,
  onToggle,
}: {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onToggle: (value: Value) => void;
}): ReactNode {
  return (
    <div role="group" aria-label={label} className={styles.pills}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles.pill}
          aria-pressed={chosen.includes(choice.value)}
          onClick={() => onToggle(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
