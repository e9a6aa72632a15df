import { sealOf } from "@planwand/shared/journal/journal.ts";
import { standingOf } from "@planwand/shared/views/decisions.ts";
import { PRODUCT_STATES, productsOf } from "@planwand/shared/views/products.ts";
import { Copy } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useDomains, usePhases } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { ProductItem } from "./product-item.tsx";
import { ProductTools } from "./product-tools.tsx";
import styles from "./products.module.css";
import { useAsked } from "./use-asked.ts";
import { useCopy } from "./use-copy.ts";
import { useShortDays } from "../../fields/short-days.ts";
import { useStateNames } from "./use-state-names.ts";

/** What the plan delivers: every result and every decision, when it counts as ready, how far it is and who confirmed it. */
export function ProductsView({
  onShow,
}: {
  readonly onShow: (where: "activity" | "decisions", id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { asked, ask } = useAsked();
  const cards = useActivities();
  const decisions = useEntries("decisions");
  const phases = usePhases();
  const domains = useDomains();
  const journal = useJournal();
  const stateNames = useStateNames();
  const dayWords = useShortDays();
  const copy = useCopy();
  const [isOpen, setOpen] = useState(false);
  const decided = useMemo(
    () =>
      new Set(
        decisions.flatMap((one) => {
          const standing = standingOf(one, sealOf(journal, one.id));
          return standing === "decided" || standing === "unsealed" ? [one.id] : [];
        }),
      ),
    [decisions, journal],
  );
  const { groups, without } = useMemo(
    () => productsOf(cards, decisions, { phases, domains }, asked, ({ id }) => decided.has(id)),
    [cards, decisions, phases, domains, asked, decided],
  );
  const nameOf = (key: string | null): string => {
    if (key === null) return asked.group === "none" ? t("products.everything") : t("products.noPhase");
    const state = PRODUCT_STATES.find((known) => known === key);
    if (state !== undefined) return stateNames[state];
    return phases.find(({ id }) => id === key)?.name || t("board.unnamedPhase");
  };
  const lines = [
    ...groups.flatMap((group) => [
      { key: `group:${group.key ?? ""}`, group } as const,
      ...group.products.map((product) => ({ key: product.id, product }) as const),
    ]),
    ...(without.length === 0 ? [] : [{ key: "without", without } as const]),
    ...(isOpen ? without.map((card) => ({ key: card.id, card }) as const) : []),
  ];
  const all = groups.flatMap(({ products }) => products);
  return (
    <ViewPage
      title={t("products.title")}
      intro={t("products.intro")}
      isWide
      tools={
        all.length === 0 ? null : (
          <Button onClick={() => void copy(all, (id) => decided.has(id))}>
            <Copy aria-hidden />
            {t("products.copy")}
          </Button>
        )
      }
    >
      <ProductTools asked={asked} ask={ask} />
      {all.length === 0 ? (
        <EmptyView
          text={cards.length + decisions.length === 0 ? t("products.none") : t("products.notFound")}
        />
      ) : null}
      {lines.length === 0 ? null : (
        <div data-testid="products">
          <VirtualList
            label={t("products.title")}
            keys={lines.map(({ key }) => key)}
            heightOf={(index) => (lines[index] !== undefined && "product" in lines[index] ? 92 : 52)}
          >
            {(index) => {
              const line = lines[index];
              if (line === undefined) return null;
              if ("product" in line)
                return (
                  <ProductItem
                    product={line.product}
                    isDecided={decided.has(line.key)}
                    dayWords={dayWords}
                    onShow={onShow}
                  />
                );
              if ("group" in line)
                return (
                  <h3 className={styles.group}>
                    {nameOf(line.group.key)}
                    <span className={styles.count}>
                      {t("products.count", { count: line.group.products.length, ready: line.group.ready })}
                    </span>
                  </h3>
                );
              if ("without" in line)
                return (
                  <h3 className={styles.group}>
                    <button
                      type="button"
                      className={styles.fold}
                      aria-expanded={isOpen}
                      onClick={() => setOpen(!isOpen)}
                    >
                      {t("products.without", { count: line.without.length })}
                    </button>
                  </h3>
                );
              return (
                <p className={styles.lacking}>
                  <button type="button" className={styles.from} onClick={() => onShow("activity", line.key)}>
                    {line.card.title || t("board.untitled")}
                  </button>
                </p>
              );
            }}
          </VirtualList>
        </div>
      )}
    </ViewPage>
  );
}
