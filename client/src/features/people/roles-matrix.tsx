import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties, usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { EmptyView } from "../../ui/view-page.tsx";
import { CircleFilter, FilterSelect, RoleFilter } from "./filters.tsx";
import { MatrixPhone } from "./matrix-phone.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import styles from "./people.module.css";
import { RolesMenu } from "./roles-menu.tsx";
import type { ShowEntry } from "./show-entry.ts";
import { type CellAt, useMatrix } from "./use-matrix.ts";

/** The cell whose roles are being chosen, and the button of it. */
interface Choosing extends CellAt {
  readonly anchor: HTMLElement;
}

/** Activities by parties, each cell the roles of that party in that activity; who may write changes them where they stand. */
export function RolesMatrix({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const phases = usePhases();
  const parties = useParties();
  const hasCards = useActivities().length > 0;
  const isNarrow = useNarrow();
  const [choosing, choose] = useState<Choosing | null>(null);
  const [lastAt, setLastAt] = useState<CellAt | null>(null);
  const matrix = useMatrix(lastAt);
  const onPress = useCallback((activity: string, party: string, anchor: HTMLElement): void => {
    choose({ activity, party, anchor });
    setLastAt({ activity, party });
  }, []);
  const onOpen = useCallback((id: string) => onShow("activity", id), [onShow]);
  const onParty = useCallback((id: string) => onShow("people", id), [onShow]);
  if (parties.length === 0) return <EmptyView text={t("parties.none")} />;
  if (!hasCards) return <EmptyView text={t("parties.noCards")} />;
  const isEmpty = matrix.groups.length === 0 || matrix.parties.length === 0;
  const shape = { matrix, canWrite, onPress, onOpen, onParty };
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t("parties.narrow")}>
        <CircleFilter />
        {isNarrow ? null : (
          <>
            <FilterSelect
              name="phase"
              label={t("parties.phase")}
              options={phases.map(({ id, name }) => ({ value: id, label: name || t("board.unnamedPhase") }))}
            />
            <FilterSelect
              name="party"
              label={t("filter.kinds.party")}
              options={parties.map(({ id, name }) => ({ value: id, label: name || t("parties.unnamed") }))}
            />
          </>
        )}
        <RoleFilter />
      </div>
      {isEmpty ? <EmptyView text={t("parties.nobody")} /> : null}
      {!isEmpty && isNarrow ? <MatrixPhone {...shape} /> : null}
      {!isEmpty && !isNarrow ? <MatrixTable {...shape} /> : null}
      {choosing === null ? null : (
        <RolesMenu
          activityId={choosing.activity}
          partyId={choosing.party}
          anchor={choosing.anchor}
          onClose={() => choose(null)}
        />
      )}
    </>
  );
}
