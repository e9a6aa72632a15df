import { type MouseEvent, type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { usePrinting } from "./use-printing.ts";

/** What of a long list is shown. */
export interface FirstOf<Item> {
  readonly shown: readonly Item[];
  /** How many come with the next press; 0 when all are there. */
  readonly next: number;
  readonly showNext: () => void;
}

/** The first `most` of a list, four times as many more at each press, and all of them on paper. */
export function useFirstOf<Item>(items: readonly Item[], most: number): FirstOf<Item> {
  const [limit, setLimit] = useState(most);
  const isPrinting = usePrinting();
  const shown = isPrinting || items.length <= limit ? items : items.slice(0, limit);
  const next = Math.min(items.length - shown.length, most * 4);
  return { shown, next, showNext: () => setLimit(limit + most * 4) };
}

/** The button below a list that shows more of it; with the keyboard one goes on to the first that came. */
export function ShowNext<Item>({
  of,
  className,
}: {
  readonly of: FirstOf<Item>;
  readonly className?: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  if (of.next === 0) return null;
  const onClick = ({ currentTarget, detail }: MouseEvent<HTMLElement>): void => {
    const list = currentTarget.closest("section, table, article") ?? currentTarget.parentElement;
    const stops = (): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>("button, a[href]") ?? [])];
    const at = stops().indexOf(currentTarget);
    flushSync(of.showNext);
    if (detail === 0) stops()[at]?.focus();
  };
  return (
    <Button size="small" variant="ghost" className={className} onClick={onClick}>
      {t("app.showNext", { count: of.next })}
    </Button>
  );
}
