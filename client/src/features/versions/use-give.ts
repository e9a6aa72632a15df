import { useState } from "react";
import { useTranslation } from "react-i18next";
import { giveNow } from "../../plan/give-now.ts";
import type { Wish } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** Gives a command about the plan as it is now and says whether it was done; `problem` is why not. */
export function useGive(): {
  readonly give: (wish: Wish) => Promise<boolean>;
  readonly problem: string | null;
  readonly isBusy: boolean;
} {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function give(wish: Wish): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    const answer = await giveNow(connection, wish);
    setBusy(false);
    if (answer !== "unsaved" && answer.ok) return true;
    setProblem(
      answer === "unsaved" ? t("versions.unsaved") : (answer.failure.title ?? t("versions.unsaved")),
    );
    return false;
  }
  return { give, problem, isBusy };
}
