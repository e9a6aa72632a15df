import { Diamond } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useOpenDecisionsIn } from "../../plan/hooks.ts";

/** How many choices wait in a phase, or in one of its cells: a diamond with its number; nothing when there are none. */
export function OpenDecisions({
  phase,
  domain,
  className,
}: {
  readonly phase: string;
  readonly domain: string | null;
  readonly className: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const count = useOpenDecisionsIn(phase, domain);
  if (count === 0) return null;
  const words = t("board.card.decisions", { count });
  return (
    <span className={className} title={words}>
      <Diamond size={12} fill="currentColor" aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
