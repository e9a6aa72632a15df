import { ListFilter, Search } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UndoButtons } from "../features/undo/undo-buttons.tsx";
import { usePlanSession } from "../sync/session.tsx";
import { IconButton } from "../ui/button.tsx";
import { useNarrow } from "../ui/narrow.ts";
import { AttentionMark } from "./attention-mark.tsx";
import { MissingInHeader } from "./missing-page.tsx";
import styles from "./plan-header.module.css";
import type { ViewName } from "./view-names.ts";
import { useToggleFilter } from "./filter-steps.ts";
import { useVisit } from "./use-news.ts";
import { useWalk } from "./use-walk.ts";
import { openedWindow } from "./windows.ts";

/** The buttons of the header with which one works on the plan; apart, since a wall can be read before they are there. */
export function HeaderTools({
  view,
  isFiltering,
}: {
  readonly view: ViewName | null;
  readonly isFiltering: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, isPast } = usePlanSession();
  const { planId } = connection;
  const isNarrow = useNarrow();
  useVisit();
  const toggleFilter = useToggleFilter(planId, view);
  const walk = useWalk(view);
  return (
    <>
      {!isPast && (
        <>
          <MissingInHeader isHere={view === "missing"} />
          <UndoButtons walk={walk} />
          {!isNarrow && <AttentionMark />}
        </>
      )}
      {!isNarrow && (
        <IconButton
          label={t("palette.button")}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => openedWindow.set("palette")}
        >
          <Search aria-hidden />
        </IconButton>
      )}
      <IconButton
        className={styles.filter}
        label={t("filter.label")}
        aria-expanded={isFiltering}
        onClick={toggleFilter}
      >
        <ListFilter aria-hidden />
      </IconButton>
    </>
  );
}
