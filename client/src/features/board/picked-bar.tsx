import { CircleDot, MoveRight, Trash2, UserRoundPlus, X } from "lucide-react";
import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { setStatusOfAll } from "../../plan/edit-activity.ts";
import { useActivities, usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Menu } from "../../ui/menu.tsx";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { pickedInOrder } from "./picked.ts";
import { PickedRoles } from "./picked-roles.tsx";
import styles from "./picked-bar.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

type Asking = { readonly what: "move" | "roles" } | { readonly what: "status"; readonly anchor: HTMLElement };

/** What can be done with the picked cards together. */
export function PickedBar(): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const index = usePlanIndex();
  const { picked, archive } = useWall();
  const set = useStore(picked, (now) => now);
  useActivities();
  const ids = pickedInOrder(index, set);
  const count = ids.length;
  const [asking, ask] = useState<Asking | null>(null);
  const done = (): void => picked.set(new Set());
  const close = (): void => ask(null);
  useEffect(() => announce(t("moving.picked", { count }), "polite"), [t, count]);
  if (count === 0) return null;
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
        <Button size="small" onClick={() => ask({ what: "move" })}>
          <MoveRight size={15} aria-hidden />
          <span className={styles.word}>{t("moving.toMove")}</span>
        </Button>
        <Button
          size="small"
          aria-haspopup="menu"
          onClick={(event) => ask({ what: "status", anchor: event.currentTarget })}
        >
          <CircleDot size={15} aria-hidden />
          <span className={styles.word}>{t("moving.status")}</span>
        </Button>
        <Button size="small" onClick={() => ask({ what: "roles" })}>
          <UserRoundPlus size={15} aria-hidden />
          <span className={styles.word}>{t("moving.role")}</span>
        </Button>
        <Button
          size="small"
          onClick={() => {
            archive(ids);
            done();
          }}
        >
          <Trash2 size={15} aria-hidden />
          <span className={styles.word}>{t("moving.toBin")}</span>
        </Button>
        <IconButton label={t("moving.pickNone")} onClick={done}>
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
      {asking?.what === "move" && <MoveDialog ids={ids} onClose={close} />}
      {asking?.what === "roles" && <PickedRoles ids={ids} onClose={close} />}
    </>
  );
}
