import type { Axis } from "@planwand/shared/plan/displaced.ts";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BetweenHorizontalStart,
  BetweenVerticalStart,
  MessagesSquare,
  Pencil,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addAxisEntry, archiveAxisEntry, moveAxisEntry } from "../../plan/edit-axis.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { announce } from "../../ui/live-region.tsx";
import { Menu } from "../../ui/menu.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { ArchiveAxisDialog } from "./archive-axis-dialog.tsx";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** The menus and the dialog of phases and domains: one for the whole wall, fetched when it is first needed. */
export function AxisTasks(): ReactNode {
  const { t } = useTranslation();
  const wall = useWall();
  const { doc, actor } = usePlanSession();
  const index = usePlanIndex();
  const tellGone = useTellGone();
  const task = useStore(wall.axis, (now) => now);
  if (task === null || task.doing === "name") return null;
  const close = (): void => wall.axis.set(null);

  const nameOf = (axis: Axis, id: string): string =>
    index.list(axis).find((entry) => entry.id === id)?.name ||
    t(axis === "phases" ? "board.unnamedPhase" : "board.unnamedDomain");

  const add = (axis: Axis, at: number): void => {
    const id = addAxisEntry(doc, index, axis, at, actor.id);
    wall.axis.set({ axis, id, doing: "name", anchor: null });
  };

  const { axis, id, anchor } = task;
  const isPhase = axis === "phases";
  if (id === null) {
    if (anchor === null) return null;
    return (
      <Menu
        anchor={anchor}
        label={t("board.addAxis")}
        items={(["phases", "domains"] as const).map((each) => ({
          label: t(each === "phases" ? "axes.addPhase" : "axes.addDomain"),
          icon: each === "phases" ? BetweenVerticalStart : BetweenHorizontalStart,
          run: () => add(each, index.list(each).length),
        }))}
        onClose={close}
      />
    );
  }

  const list = index.list(axis);
  const at = list.findIndex((entry) => entry.id === id);
  const name = nameOf(axis, id);
  const count = isPhase ? index.countInPhase(id) : index.countInDomain(id);

  const move = (to: number): void => {
    moveAxisEntry(doc, axis, id, to);
    announce(t("axes.moved", { name, position: to + 1, total: list.length }), "polite");
    anchor?.focus();
  };

  const archive = (target: string | null): void => {
    close();
    if (!archiveAxisEntry(doc, axis, id, target, actor.id)) return;
    const gone = { gone: [{ root: axis, id }], title: name };
    if (target === null || count === 0) tellGone(gone);
    else tellGone({ ...gone, words: t("axes.archivedWith", { name, count, target: nameOf(axis, target) }) });
  };

  const askArchive = (): void => {
    if (list.length === 1) showToast(t(isPhase ? "axes.lastPhase" : "axes.lastDomain"));
    else if (count === 0) archive(null);
    else wall.axis.set({ ...task, doing: "archive" });
  };

  if (task.doing === "archive") {
    return (
      <ArchiveAxisDialog
        axis={axis}
        name={name}
        count={count}
        targets={list
          .filter((entry) => entry.id !== id)
          .map((entry) => ({ value: entry.id, label: nameOf(axis, entry.id) }))}
        onConfirm={archive}
        onClose={close}
      />
    );
  }

  if (anchor === null) return null;
  const discuss = {
    label: t("axes.discuss"),
    icon: MessagesSquare,
    run: () => wall.discuss(isPhase ? "phase" : "domain", id),
  };
  const changes = [
    { label: t("axes.rename"), icon: Pencil, run: () => wall.axis.set({ axis, id, doing: "name", anchor }) },
    ...(at > 0
      ? [
          {
            label: t(isPhase ? "axes.left" : "axes.up"),
            icon: isPhase ? ArrowLeft : ArrowUp,
            run: () => move(at - 1),
          },
        ]
      : []),
    ...(at < list.length - 1
      ? [
          {
            label: t(isPhase ? "axes.right" : "axes.down"),
            icon: isPhase ? ArrowRight : ArrowDown,
            run: () => move(at + 1),
          },
        ]
      : []),
    {
      label: t(isPhase ? "axes.addPhaseAfter" : "axes.addDomainAfter"),
      icon: isPhase ? BetweenVerticalStart : BetweenHorizontalStart,
      run: () => add(axis, at + 1),
    },
    { label: t("axes.archive"), icon: Trash2, run: askArchive },
  ];
  const items = wall.canWrite ? [...changes.slice(0, 1), discuss, ...changes.slice(1)] : [discuss];
  return (
    <Menu
      anchor={anchor}
      label={t(isPhase ? "board.phaseMenu" : "board.domainMenu", { name })}
      items={items}
      onClose={() => {
        if (wall.axis.getSnapshot() === task) close();
      }}
    />
  );
}
