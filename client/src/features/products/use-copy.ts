import { useTranslation } from "react-i18next";
import { usePhases } from "../../plan/hooks.ts";
import { copyText } from "../../ui/copy-text.ts";
import { showToast } from "../../ui/toaster.tsx";
import type { ShownProduct } from "./product-item.tsx";

/** Copies the products as a table, to be pasted in Word or Excel. */
export function useCopy(): (
  products: readonly ShownProduct[],
  isDecided: (id: string) => boolean,
) => Promise<void> {
  const { t } = useTranslation();
  const phases = usePhases();
  return async (products, isDecided) => {
    const phaseOf = (id: string): string => phases.find((phase) => phase.id === id)?.name ?? "";
    const heads = [
      t("products.product"),
      t("products.readyWhen"),
      t("products.from"),
      t("products.phase"),
      t("products.when"),
      t("activity.status"),
    ];
    const rows = products.map((one) =>
      one.kind === "result"
        ? [
            one.card.result,
            one.card.criterion,
            one.card.title,
            phaseOf(one.card.place[0]),
            one.card.end ?? "",
            t(`board.status.${one.card.status}`),
          ]
        : [
            `${t("products.decision")}: ${one.decision.question}`,
            one.decision.outcome,
            "",
            "",
            one.decision.decidedOn ?? one.decision.neededBy ?? "",
            t(isDecided(one.id) ? "products.decided" : "products.open"),
          ],
    );
    const isCopied = await copyText([heads, ...rows].map((row) => row.map(cell).join("\t")).join("\n"));
    showToast(t(isCopied ? "products.copied" : "products.notCopied"));
  };
}

/** Line ends and tabs inside a text would begin another cell; a formula would be run by whoever pastes it. */
function cell(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return /^[=+\-@]/u.test(line) ? `'${line}` : line;
}
