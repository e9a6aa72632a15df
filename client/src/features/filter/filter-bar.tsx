import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Filter } from "../../plan/filter.ts";
import { isAsking, without } from "../../plan/find-cards.ts";
import { chooseMine, mineOf } from "../../plan/mine.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { AddFilter } from "./add-filter.tsx";
import { FilterChip } from "./chip.tsx";
import styles from "./filter.module.css";
import { NothingFound, Result } from "./result.tsx";
import { SearchBox } from "./search-box.tsx";
import { useFilter } from "./use-filter.ts";
import { askedKinds, type Kind, useKinds } from "./use-kinds.ts";

/**
 * What one looks for, above the wall: a chip for each kind that is asked for, how many activities are found, and what to do when
 * there are none. `tools` is what others hang beside it, `onClose` takes the bar and its filter away.
 */
export function FilterBar({
  tools,
  onClose,
}: {
  readonly tools?: ReactNode;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, actor } = usePlanSession();
  const { filter, change, type } = useFilter();
  const kinds = useKinds();
  const asked = askedKinds(kinds, filter);
  const chips = useRef<HTMLUListElement>(null);
  const myself = mineOf(connection.planId, actor);
  const valuesOf = ({ kind }: Kind): readonly string[] => filter.chosen[kind] ?? [];

  function ask(kind: Kind, values: readonly string[]): void {
    if (kind.kind === "mine") chooseMine(connection.planId, values);
    change(values.length === 0 ? without(filter, kind.kind) : choosing(filter, kind, values));
  }

  function remove(kind: Kind): void {
    const at = asked.indexOf(kind);
    change(without(filter, kind.kind));
    announce(t("filter.removed", { kind: kind.label }), "polite");
    // Focus stays where it was: on what took its place, else on the button that adds.
    requestAnimationFrame(() => {
      const left = chips.current?.querySelectorAll<HTMLElement>("[data-filter-chip] button:last-child");
      const next = left?.[Math.min(at, left.length - 1)];
      (next ?? chips.current?.querySelector<HTMLElement>("[data-add-filter]"))?.focus();
    });
  }

  const isMe = (values: readonly string[]): boolean => values.join() === myself.join();
  const last = asked.at(-1);
  return (
    <section className={styles.bar} aria-label={t("filter.label")} data-testid="filter-bar">
      <div className={styles.row}>
        <SearchBox
          text={filter.text}
          onType={type}
          onBackspace={() => (last === undefined ? undefined : change(without(filter, last.kind)))}
        />
        <ul ref={chips} className={styles.chips}>
          {asked.map((kind) => (
            <FilterChip
              key={kind.kind}
              kind={kind}
              name={kind.kind === "mine" && !isMe(valuesOf(kind)) ? t("filter.ofAnother") : kind.label}
              values={valuesOf(kind)}
              onChange={(values) => ask(kind, values)}
              onRemove={() => remove(kind)}
            />
          ))}
          <li className={styles.adding}>
            <AddFilter
              kinds={kinds.filter((kind) => !asked.includes(kind))}
              chosen={valuesOf}
              atOnce={({ kind, choices }) => {
                if (choices === null) return [""];
                return kind === "mine" && myself.length > 0 ? myself : null;
              }}
              onChange={ask}
            />
            <Button
              size="small"
              variant="ghost"
              disabled={!isAsking(filter)}
              onClick={() => change({ text: "", chosen: {}, isHiding: filter.isHiding })}
            >
              {t("filter.clear")}
            </Button>
          </li>
        </ul>
        <div className={styles.tools}>
          <Result />
          <label className={styles.hide}>
            <input
              type="checkbox"
              checked={filter.isHiding}
              onChange={(event) => change({ ...filter, isHiding: event.currentTarget.checked })}
            />
            {t("filter.hide")}
          </label>
          {tools}
          <IconButton label={t("filter.close")} size="small" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
      </div>
      <NothingFound filter={filter} kinds={kinds} onChange={change} />
    </section>
  );
}

function choosing(filter: Filter, { kind }: Kind, values: readonly string[]): Filter {
  return { ...filter, chosen: { ...filter.chosen, [kind]: values } };
}
