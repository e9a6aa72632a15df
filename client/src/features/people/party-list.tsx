import { findIn } from "@planwand/shared/views/search.ts";
import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import type { Party } from "@planwand/shared/plan/schema.ts";
import { Info, Plus } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { EntryContext } from "../../fields/entry-context.ts";
import { setField } from "../../plan/edit-entry.ts";
import { useParties } from "../../plan/hooks.ts";
import { addNameless } from "../../plan/nameless.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { EmptyView } from "../../ui/view-page.tsx";
import { PartyItem } from "./party-item.tsx";
import styles from "./people.module.css";
import type { ShowEntry } from "./show-entry.ts";

/** The functions, teams, bodies and suppliers of the plan, circle by circle. */
export function PartyList({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const parties = useParties();
  const [search, setSearch] = useState("");
  const value = useMemo(() => ({ entryId: "party-list", canWrite }), [canWrite]);
  const [list, focusNext] = useFocusNext();
  const isSearching = search.trim() !== "";
  const found = findIn(parties, ({ name }) => name, search);

  function add(circle: Circle): void {
    // A new party has no name yet, so that no search would find it.
    setSearch("");
    addNameless(doc, "parties", { name: "", kind: "function", circle }, actor.id);
  }

  function toCircle({ id, name }: Party, circle: Circle): void {
    setField(doc, "parties", id, "circle", circle);
    focusNext(`[data-party="${id}"] [data-field^="party-circle"] select`);
    const words = { name: name || t("parties.unnamed"), circle: t(`people.circles.${circle}`) };
    announce(t("parties.toCircle", words), "polite");
  }

  return (
    <EntryContext value={value}>
      <div className={styles.filters}>
        <input
          type="search"
          className={styles.search}
          aria-label={t("parties.search")}
          placeholder={t("parties.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <p className={styles.noPersons}>
          <Info size={15} aria-hidden="true" />
          {t("activity.picker.noPersons")}
        </p>
      </div>
      {parties.length === 0 ? <EmptyView text={t("parties.none")} /> : null}
      {isSearching && found.length === 0 ? <EmptyView text={t("parties.notFound")} /> : null}
      <div ref={list} className={styles.circles}>
        {CIRCLES.map((circle) => {
          const here = found.filter((party) => party.circle === circle);
          const name = t(`people.circles.${circle}`);
          if (isSearching && here.length === 0) return null;
          return (
            <section key={circle} data-circle={circle} className={styles.section} aria-label={name}>
              <h3 className={styles.heading}>{`${name} (${String(here.length)})`}</h3>
              <ul className={styles.list}>
                {here.map((party) => (
                  <PartyItem
                    key={party.id}
                    party={party}
                    onShow={onShow}
                    onCircle={(to) => toCircle(party, to)}
                    onGone={() => focusNext(`[data-circle="${circle}"] > button`)}
                  />
                ))}
              </ul>
              {canWrite ? (
                <Button
                  variant="ghost"
                  size="small"
                  className={styles.add ?? ""}
                  aria-label={t("parties.addTo", { circle: name })}
                  onClick={() => add(circle)}
                >
                  <Plus aria-hidden />
                  {t("parties.add")}
                </Button>
              ) : null}
            </section>
          );
        })}
      </div>
    </EntryContext>
  );
}

/** Gives focus to what a change is about to draw, as soon as it is there. */
function useFocusNext() {
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<string>(null);
  useEffect(() => {
    const found = next.current === null ? null : list.current?.querySelector<HTMLElement>(next.current);
    if (found == null) return;
    next.current = null;
    found.focus();
  });
  return [
    list,
    (selector: string): void => {
      next.current = selector;
    },
  ] as const;
}
