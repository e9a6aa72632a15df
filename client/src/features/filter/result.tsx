import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { type Filter, filterOf } from "../../plan/filter.ts";
import { findCards, surroundingsOf, without } from "../../plan/find-cards.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { missingOf } from "../../plan/missing.ts";
import { useToday } from "../../plan/today.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./filter.module.css";
import { askedKinds, type Kind, useValueWords } from "./use-kinds.ts";

/** How many activities are found, on screen and to a screen reader. */
export function Result(): ReactNode {
  const { t } = useTranslation();
  const found = useFound();
  const index = usePlanIndex();
  const text =
    found === null || found.size === 0 ? "" : t("filter.found", { count: found.size, total: index.size });
  useAnnounced(text);
  return (
    <p className={styles.result} data-testid="filter-result">
      {text}
    </p>
  );
}

/** When nothing is found: what was asked for, and how much is found without each of it. */
export function NothingFound({
  filter,
  kinds,
  onChange,
}: {
  readonly filter: Filter;
  readonly kinds: readonly Kind[];
  readonly onChange: (filter: Filter) => void;
}): ReactNode {
  const { t } = useTranslation();
  const missing = missingOf(usePlanSession().connection);
  const index = usePlanIndex();
  const words = useValueWords();
  const today = useToday();
  const isNothing = useFound()?.size === 0;
  const asked = askedKinds(kinds, filter);
  const typed = filter.text.trim();
  const sentence = t("filter.none", {
    asked: [
      ...(typed === "" ? [] : [`‘${typed}’`]),
      ...asked.map((kind) =>
        kind.choices === null
          ? kind.label
          : `${kind.label} ${(filter.chosen[kind.kind] ?? []).map((value) => words(kind, value)).join(t("filter.or"))}`,
      ),
    ].join(t("filter.and")),
  });
  useAnnounced(isNothing ? sentence : "");
  if (!isNothing) return null;
  const causes = [
    ...(typed === "" ? [] : [{ kind: "text" as const, label: typed }]),
    ...asked.map(({ kind, label }) => ({ kind, label })),
  ].flatMap(({ kind, label }) => {
    const relaxed = without(filter, kind);
    const around = surroundingsOf(index, missing.getSnapshot(), today);
    const count = findCards(index.activities(), relaxed, around)?.size ?? index.size;
    return count === 0 ? [] : [{ kind, label, count, relaxed }];
  });
  return (
    <div className={styles.nothing} data-testid="filter-nothing">
      <p>{sentence}</p>
      {causes.length === 0 ? null : <p className={styles.help}>{t("filter.noneWithoutHelp")}</p>}
      {causes.map(({ kind, label, count, relaxed }) => (
        <button key={kind} type="button" className={styles.cause} onClick={() => onChange(relaxed)}>
          {t("filter.noneWithout", { kind: label, count })}
        </button>
      ))}
    </div>
  );
}

function useFound(): ReadonlySet<string> | null {
  const { found } = filterOf(usePlanSession().doc);
  return useSyncExternalStore(found.subscribe, found.getSnapshot);
}

function useAnnounced(text: string): void {
  useEffect(() => {
    if (text !== "") announce(text, "polite");
  }, [text]);
}
