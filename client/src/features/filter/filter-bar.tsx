import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ACTIVITY_STATUSES, FLOWS } from "@planwand/shared/plan/schema.ts";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { type Filter, filterOf, isAsking, NO_FILTER } from "../../plan/filter.ts";
import { useGoals, useParties, usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { addressOf, filterFrom } from "./filter-address.ts";
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
  const [params, setParams] = useSearchParams();
  const atOpening = useRef(params);
  useEffect(() => {
    store.set(filterFrom(atOpening.current));
    return () => store.set(NO_FILTER);
  }, [store]);
  useEffect(() => setParams(addressOf(filter), { replace: true, state: history.state }), [filter, setParams]);
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
        <IconButton
          label={t("filter.close")}
          size="small"
          onClick={() => {
            onClose();
            setParams({}, { replace: true, state: history.state });
          }}
        >
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
        <More filter={filter} onChange={change} />
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

/** What there may be many of, each in a list to choose from; what is chosen stands beside it and goes when pressed. */
function More({
  filter,
  onChange,
}: {
  readonly filter: Filter;
  readonly onChange: (part: Partial<Filter>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const parties = useParties().map(({ id, name }) => ({ value: id, label: name }));
  const goals = useGoals().map(({ id, title }) => ({ value: id, label: title || t("board.untitled") }));
  const flows = FLOWS.map((flow) => ({ value: flow, label: `${flow} ${t(`fields.flows.f${flow}`)}` }));
  const kinds = [
    ["parties", parties],
    ["goals", goals],
    ["flows", flows],
  ] as const;
  return kinds.map(([kind, choices]) => (
    <span key={kind} className={styles.pills}>
      <select
        className={styles.select}
        aria-label={t(`filter.${kind}`)}
        value=""
        onChange={(event) => onChange({ [kind]: [...filter[kind], event.currentTarget.value] })}
      >
        <option value="">{t(`filter.${kind}`)}</option>
        {choices
          .filter(({ value }) => !filter[kind].includes(value))
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
      </select>
      {choices
        .filter(({ value }) => filter[kind].includes(value))
        .map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className={styles.pill}
            aria-pressed
            onClick={() => onChange({ [kind]: filter[kind].filter((other) => other !== value) })}
          >
            {label}
          </button>
        ))}
    </span>
  ));
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
    ...(["parties", "goals", "flows"] as const).flatMap((kind) =>
      filter[kind].length === 0 ? [] : [t(`filter.${kind}`)],
    ),
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
