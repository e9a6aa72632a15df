import type { ProductState } from "@planwand/shared/views/products.ts";
import { useTranslation } from "react-i18next";

/** What each state is called. */
export function useStateNames(): Readonly<Record<ProductState, string>> {
  const { t } = useTranslation();
  return {
    idea: t("board.status.idea"),
    planned: t("board.status.planned"),
    active: t("board.status.active"),
    blocked: t("board.status.blocked"),
    done: t("board.status.done"),
    dropped: t("board.status.dropped"),
    open: t("products.open"),
    decided: t("products.decided"),
  };
}
