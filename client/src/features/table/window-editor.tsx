import { ACTIVITY_STATUSES, PRIORITIES, ROLE_SLOTS, type RoleSlot } from "@planwand/shared/plan/schema.ts";
import type { TableColumn } from "@planwand/shared/views/table.ts";
import { Columns3, Rows3 } from "lucide-react";
import { type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePartyOptions } from "../../fields/parties.tsx";
import { Choices } from "../../fields/picker.tsx";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { moveAllTo } from "../../plan/actions.ts";
import { assign, contribute, setActivityField } from "../../plan/edit-activity.ts";
import { useActivity, useDomains, useGoals, usePhases } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Menu } from "../../ui/menu.tsx";
import { part } from "../../ui/part.ts";
import { PRIORITY_ICONS } from "./cell-value.tsx";

const PopoverWindow = part(async () => (await import("../../ui/windows.ts")).PopoverWindow);

/** A value that is chosen in a window at its cell. */
export interface WindowAt {
  readonly id: string;
  readonly column: TableColumn;
  readonly anchor: HTMLElement;
}

/** The window in which the value of a cell is chosen: a list to take one from, or one to tick. */
export function WindowEditor({
  at: { id, column, anchor },
  label,
  onClose,
}: {
  readonly at: WindowAt;
  readonly label: string;
  readonly onClose: () => void;
}): ReactNode {
  const card = useActivity(id);
  const slot = ROLE_SLOTS.find((known) => known === column);
  if (card === null) return null;
  if (slot !== undefined || column === "goals")
    return <TickWindow card={card} slot={slot ?? null} label={label} anchor={anchor} onClose={onClose} />;
  return <ChoiceMenu card={card} column={column} label={label} anchor={anchor} onClose={onClose} />;
}

interface WindowProps {
  readonly card: CardSnapshot;
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

function ChoiceMenu({
  card,
  column,
  label,
  anchor,
  onClose,
}: WindowProps & { readonly column: TableColumn }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const phases = usePhases();
  const domains = useDomains();
  const [phase, domain] = card.place;
  const place = (to: { readonly phase: string; readonly domain: string }): void => {
    if (to.phase !== phase || to.domain !== domain) moveAllTo(doc, [card.id], { ...to, before: null });
  };
  const items = () => {
    switch (column) {
      case "status":
        return ACTIVITY_STATUSES.map((status) => ({
          label: t(`board.status.${status}`),
          icon: STATUS_ICONS[status],
          run: () => setActivityField(doc, card.id, "status", status),
        }));
      case "priority":
        return PRIORITIES.map((priority) => ({
          label: t(`activity.priority.${priority}`),
          icon: PRIORITY_ICONS[priority],
          run: () => setActivityField(doc, card.id, "priority", priority),
        }));
      case "phase":
        return phases.map(({ id, name }) => ({
          label: name || t("board.unnamedPhase"),
          icon: Columns3,
          // One that was in no domain comes into the first.
          run: () => place({ phase: id, domain: known(domains, domain) }),
        }));
      case "domain":
        return domains.map(({ id, name }) => ({
          label: name || t("board.unnamedDomain"),
          icon: Rows3,
          run: () => place({ phase: known(phases, phase), domain: id }),
        }));
      case "title":
      case "progress":
      case "start":
      case "end":
      case "goals":
      case "decisions":
      case "sponsor":
      case "executor":
      case "codecider":
      case "consulted":
      case "informed":
        return [];
    }
  };
  return <Menu anchor={anchor} label={label} items={items()} onClose={onClose} />;
}

function known(list: readonly { readonly id: string }[], id: string): string {
  return list.some((entry) => entry.id === id) ? id : (list[0]?.id ?? "");
}

function TickWindow({
  card,
  slot,
  label,
  anchor,
  onClose,
}: WindowProps & {
  /** The role that parties are ticked for; null for the goals. */
  readonly slot: RoleSlot | null;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const parties = usePartyOptions();
  const goals = useGoals().map(({ id, title }) => ({ id, label: title || t("goals.untitled"), group: "" }));
  const at = useMemo(() => ({ current: anchor as HTMLButtonElement }), [anchor]);
  return (
    <Suspense fallback={null}>
      <PopoverWindow anchor={at} label={label} onClose={onClose}>
        <Choices
          label={label}
          options={slot === null ? goals : parties}
          chosen={new Set(slot === null ? card.goals : card.roles[slot])}
          onToggle={(id, isIn) => {
            if (slot === null) contribute(doc, card.id, id, isIn);
            else assign(doc, card.id, slot, id, isIn);
          }}
        />
      </PopoverWindow>
    </Suspense>
  );
}
