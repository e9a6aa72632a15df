import { ACTIVITY_STATUSES, PRIORITIES } from "@planwand/shared/plan/schema.ts";
import {
  ChevronsDown,
  ChevronsUp,
  CircleDot,
  Equal,
  Flag,
  type LucideIcon,
  MoveRight,
  Trash2,
  UserRoundPlus,
  X,
} from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { setPriorityOfAll, setStatusOfAll } from "../../plan/edit-activity.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Menu } from "../../ui/menu.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { PickedRoles } from "./picked-roles.tsx";
import styles from "./picked-bar.module.css";

type Asking =
  | { readonly what: "move" | "roles" }
  | { readonly what: "status" | "priority"; readonly anchor: HTMLElement };

const PRIORITY_ICONS = { high: ChevronsUp, normal: Equal, low: ChevronsDown } as const;

/** What can be done with several activities together, each as one step to undo. */
export function PickedActions({
  ids,
  onArchive,
  onDone,
}: {
  /** In the order in which they will stand when they are moved. */
  readonly ids: readonly string[];
  readonly onArchive: (ids: readonly string[]) => void;
  /** Nothing is picked any more. */
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const count = ids.length;
  const [asking, ask] = useState<Asking | null>(null);
  const close = (): void => ask(null);
  useEffect(() => announce(t("moving.picked", { count }), "polite"), [t, count]);
  if (count === 0) return null;
  const action = (Icon: LucideIcon, word: string, run: (anchor: HTMLElement) => void, isMenu = false) => (
    <Button
      size="small"
      aria-haspopup={isMenu ? "menu" : undefined}
      onClick={(event) => run(event.currentTarget)}
    >
      <Icon size={15} aria-hidden />
      <span className={styles.word}>{word}</span>
    </Button>
  );
  return (
    <>
      <div
        role="toolbar"
        aria-label={t("moving.withPicked")}
        className={styles.bar}
        data-testid="picked-bar"
        data-bottom-bar
      >
        <span className={styles.count}>{t("moving.picked", { count })}</span>
        {action(MoveRight, t("moving.toMove"), () => ask({ what: "move" }))}
        {action(CircleDot, t("moving.status"), (anchor) => ask({ what: "status", anchor }), true)}
        {action(Flag, t("activity.priority.label"), (anchor) => ask({ what: "priority", anchor }), true)}
        {action(UserRoundPlus, t("moving.role"), () => ask({ what: "roles" }))}
        {action(Trash2, t("moving.toBin"), () => {
          onArchive(ids);
          onDone();
        })}
        <IconButton label={t("moving.pickNone")} onClick={onDone}>
          <X aria-hidden />
        </IconButton>
      </div>
      {asking?.what === "status" && (
        <Menu
          anchor={asking.anchor}
          label={t("moving.status")}
          items={ACTIVITY_STATUSES.map((status) => ({
            label: t(`board.status.${status}`),
            icon: STATUS_ICONS[status],
            run: () => setStatusOfAll(doc, ids, status),
          }))}
          onClose={close}
        />
      )}
      {asking?.what === "priority" && (
        <Menu
          anchor={asking.anchor}
          label={t("activity.priority.label")}
          items={PRIORITIES.map((priority) => ({
            label: t(`activity.priority.${priority}`),
            icon: PRIORITY_ICONS[priority],
            run: () => setPriorityOfAll(doc, ids, priority),
          }))}
          onClose={close}
        />
      )}
      {asking?.what === "move" && <MoveDialog ids={ids} onClose={close} />}
      {asking?.what === "roles" && <PickedRoles ids={ids} onClose={close} />}
    </>
  );
}
