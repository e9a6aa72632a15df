import { ChevronDown, ChevronUp } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCell } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { IconButton } from "../../ui/button.tsx";
import { isSingleKey } from "../../ui/single-keys.ts";

/** In the panel or on the wall, or at nothing in particular. */
function isAtCard(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest("aside, main") !== null);
}

/** The way to the next and the previous activity of the same cell, by button and by J and K. */
export function Neighbours({
  activity,
  onOpen,
}: {
  readonly activity: CardSnapshot;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const cell = useCell(activity.place[0], activity.place[1]);
  const at = cell.indexOf(activity.id);
  const previous = at > 0 ? cell[at - 1] : undefined;
  const next = at === -1 ? undefined : cell[at + 1];
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const id = { j: next, k: previous }[event.key];
      if (id === undefined || !isSingleKey(event) || !isAtCard(event.target)) return;
      event.preventDefault();
      onOpen(id);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [next, previous, onOpen]);
  const button = (label: string, icon: ReactNode, id: string | undefined): ReactNode => (
    <IconButton label={label} size="small" disabled={id === undefined} onClick={() => id && onOpen(id)}>
      {icon}
    </IconButton>
  );
  return (
    <>
      {button(t("activity.previous"), <ChevronUp aria-hidden />, previous)}
      {button(t("activity.next"), <ChevronDown aria-hidden />, next)}
    </>
  );
}
