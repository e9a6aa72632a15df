import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addAxisEntry } from "../../plan/edit-axis.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./matrix.module.css";
import { useWall } from "./wall-context.ts";

/** What stands where there are no cells: which of both the plan lacks, and the way to the first. */
export function EmptyWall({ lacking }: { readonly lacking: readonly Axis[] }): ReactNode {
  const { t } = useTranslation();
  const wall = useWall();
  const { doc, actor } = usePlanSession();
  const index = usePlanIndex();
  const add = (axis: Axis): void => {
    const id = addAxisEntry(doc, index, axis, 0, actor.id);
    wall.axis.set({ axis, id, doing: "name", anchor: null });
  };
  const [only] = lacking;
  return (
    <div className={styles.none}>
      <p>{t(`board.emptyWall.${lacking.length === 1 && only !== undefined ? only : "both"}`)}</p>
      {wall.canWrite ? (
        <div className={styles.ways}>
          {lacking.map((axis) => (
            <Button key={axis} onClick={() => add(axis)}>
              <Plus aria-hidden />
              {t(axis === "phases" ? "axes.addPhase" : "axes.addDomain")}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
