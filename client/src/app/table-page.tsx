import { type ReactNode, useCallback, useState } from "react";
import { MoveDialog } from "../features/board/move-dialog.tsx";
import { PickedActions } from "../features/board/picked-actions.tsx";
import { TableView } from "../features/table/table-view.tsx";
import { ActivityPage } from "./activity-page.tsx";
import styles from "./plan-page.module.css";
import { useArchive } from "./use-archive.ts";

/** The table with the open activity beside it, and what is done with several together as on the wall. */
export function TablePage({
  openId,
  onOpen,
  isHiding,
}: {
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly isHiding: boolean;
}): ReactNode {
  const [moveId, askMove] = useState<string | null>(null);
  const onArchive = useArchive();
  const close = useCallback(() => onOpen(null), [onOpen]);
  return (
    <div className={styles.stage}>
      <TableView openId={openId} onOpen={onOpen} isHiding={isHiding} Actions={Together} />
      {openId === null ? null : (
        <ActivityPage
          activityId={openId}
          onClose={close}
          onOpen={onOpen}
          onAskMove={askMove}
          onArchive={onArchive}
        />
      )}
      {moveId === null ? null : <MoveDialog key={moveId} ids={[moveId]} onClose={() => askMove(null)} />}
    </div>
  );
}

/** What is done with the picked rows together. */
function Together(props: { readonly ids: readonly string[]; readonly onDone: () => void }): ReactNode {
  const onArchive = useArchive();
  return <PickedActions {...props} onArchive={onArchive} />;
}
