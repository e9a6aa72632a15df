import { Plus } from "lucide-react";
import { memo, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { cellKey } from "../../plan/cells.ts";
import { useDomain, usePhase } from "../../plan/hooks.ts";
import { AddField } from "./add-field.tsx";
import styles from "./cell.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

interface Place {
  readonly phase: string;
  readonly domain: string;
}

/** The "+" of a cell and, once pressed, its field. */
export const AddActivity = memo(function AddActivity({
  phase,
  domain,
  isEmpty,
}: Place & { isEmpty: boolean }): ReactNode {
  const { t } = useTranslation();
  const { adding } = useWall();
  const key = cellKey(phase, domain);
  const isOpen = useStore(adding, (open) => open === key);
  const names = { phase: usePhase(phase)?.name ?? "", domain: useDomain(domain)?.name ?? "" };
  const label = t("board.add.label", names);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    adding.set(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isOpen) return <AddField phase={phase} domain={domain} label={label} close={close} />;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.add}
        data-empty={isEmpty || undefined}
        data-stop={`add:${key}`}
        tabIndex={-1}
        aria-label={label}
        onClick={() => adding.set(key)}
      >
        <Plus size={16} aria-hidden="true" />
        <span>{t("board.add.button")}</span>
      </button>
      {isEmpty ? <p className={styles.prompt}>{t("board.add.prompt", names)}</p> : null}
    </>
  );
});
