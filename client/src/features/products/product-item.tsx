import type { Decision } from "@planwand/shared/plan/schema.ts";
import type { Product } from "@planwand/shared/views/products.ts";
import { Gavel } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { useActivity, useParties } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import styles from "./products.module.css";

export type ShownProduct = Product<CardSnapshot, Decision>;

/** A product: what it is, when it counts as ready, where it comes from, how far it is, and who confirmed it. */
export function ProductItem({
  product,
  isDecided,
  dayWords,
  onShow,
}: {
  readonly product: ShownProduct;
  readonly isDecided: boolean;
  readonly dayWords: (date: string | null) => string;
  readonly onShow: (where: "activity" | "decisions", id: string) => void;
}): ReactNode {
  return product.kind === "result" ? (
    <ResultItem card={product.card} dayWords={dayWords} onShow={onShow} />
  ) : (
    <DecisionItem decision={product.decision} isDecided={isDecided} dayWords={dayWords} onShow={onShow} />
  );
}

interface ItemProps {
  readonly dayWords: (date: string | null) => string;
  readonly onShow: (where: "activity" | "decisions", id: string) => void;
}

function ResultItem({ card, dayWords, onShow }: ItemProps & { readonly card: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const Icon = STATUS_ICONS[card.status];
  const confirmed =
    card.acceptedBy === null
      ? card.status === "done"
        ? t("products.notConfirmed")
        : ""
      : [nameOf(card.acceptedBy), dayWords(card.acceptedOn)].filter(Boolean).join(", ");
  return (
    <article
      className={styles.item}
      data-product={card.id}
      data-dropped={card.status === "dropped" || undefined}
    >
      <div className={styles.what}>
        <p className={styles.result}>{card.result}</p>
        <button type="button" className={styles.from} onClick={() => onShow("activity", card.id)}>
          {card.title || t("board.untitled")}
        </button>
      </div>
      <Fact label={t("products.readyWhen")} value={card.criterion} none={t("products.noCriterion")} />
      <Fact label={t("products.when")} value={dayWords(card.end)} />
      <Fact label={t("activity.status")}>
        <span className={styles.state} data-state={card.status}>
          <Icon size={15} aria-hidden />
          {t(`board.status.${card.status}`)}
        </span>
      </Fact>
      <Fact label={t("products.confirmed")} value={confirmed} />
    </article>
  );
}

function DecisionItem({
  decision,
  isDecided,
  dayWords,
  onShow,
}: ItemProps & { readonly decision: Decision; readonly isDecided: boolean }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const activity = useActivity(decision.activity ?? "");
  return (
    <article className={styles.item} data-product={decision.id}>
      <div className={styles.what}>
        <p className={styles.result}>
          <span className={styles.kind}>
            <Gavel size={14} aria-hidden />
            {t("products.decision")}
          </span>{" "}
          <button type="button" className={styles.question} onClick={() => onShow("decisions", decision.id)}>
            {decision.question || t("products.noQuestion")}
          </button>
        </p>
        {activity === null ? null : (
          <button type="button" className={styles.from} onClick={() => onShow("activity", activity.id)}>
            {activity.title || t("board.untitled")}
          </button>
        )}
      </div>
      <Fact
        label={t("products.outcome")}
        value={decision.outcome}
        none={isDecided ? "" : t("products.noOutcome")}
      />
      <Fact label={t("products.when")} value={dayWords(decision.decidedOn ?? decision.neededBy)} />
      <Fact label={t("activity.status")}>
        <span className={styles.state} data-state={isDecided ? "done" : "active"}>
          <Gavel size={15} aria-hidden />
          {t(isDecided ? "products.decided" : "products.open")}
        </span>
      </Fact>
      <Fact label={t("products.decider")} value={nameOf(decision.decider)} />
    </article>
  );
}

function useNameOf(): (party: string | null) => string {
  const { t } = useTranslation();
  const parties = useParties();
  return (party) => {
    const found = parties.find(({ id }) => id === party);
    return found === undefined ? "" : found.name || t("parties.unnamed");
  };
}

function Fact({
  label,
  value = "",
  none = "",
  children,
}: {
  readonly label: string;
  readonly value?: string;
  readonly none?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <dl className={styles.fact}>
      <dt>{label}</dt>
      <dd data-none={(children === undefined && value === "") || undefined}>
        {children ?? (value || none || "–")}
      </dd>
    </dl>
  );
}
