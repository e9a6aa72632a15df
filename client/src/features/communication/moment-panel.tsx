import type { Communication } from "@planwand/shared/plan/schema.ts";
import { Trash2, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EntryContext } from "../../fields/entry-context.ts";
import { useNamelessPanel } from "../../fields/use-nameless.ts";
import { useOwnFocus } from "../../fields/use-own-focus.ts";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { PutBackButton } from "../../fields/put-back-button.tsx";
import { archive } from "../../plan/archive.ts";
import { useBinned } from "../../plan/bin.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { KindTag } from "./kind-tag.tsx";
import { MomentFields } from "./moment-fields.tsx";
import styles from "./moment-panel.module.css";

/** All of one moment, beside the view; on a phone over it. Whatever is written is in the plan as it is typed. */
export function MomentPanel({
  momentId,
  onClose,
  onOpen,
  onActivity,
}: {
  readonly momentId: string;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
  readonly onActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const moment = useEntries("communications").find(({ id }) => id === momentId) ?? null;
  const binned = useBinned("communications", momentId);
  const panel = useRef<HTMLElement>(null);
  useOwnFocus(panel, momentId);
  useEscape(onClose);
  useNamelessPanel(momentId, onOpen);
  useEffect(() => {
    const message = panel.current?.querySelector<HTMLTextAreaElement>("textarea[data-field=message]");
    // A moment that says nothing yet was just made: its writer goes on writing.
    const first = message?.value === "" ? message : panel.current;
    first?.focus({ preventScroll: true });
  }, [momentId]);
  const value = useMemo(() => ({ entryId: momentId, canWrite }), [momentId, canWrite]);
  return (
    <EntryContext value={value}>
      <aside
        ref={panel}
        className={styles.panel}
        aria-label={t("communication.panel.label")}
        tabIndex={-1}
        data-testid="moment-panel"
      >
        <header className={styles.head}>
          <h3 className={styles.name}>
            {t("communication.panel.label")}
            {moment === null ? null : <KindTag kind={moment.kind} />}
          </h3>
          {moment !== null && canWrite ? <ArchiveButton moment={moment} onDone={onClose} /> : null}
          <IconButton label={t("communication.panel.close")} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </header>
        {moment === null ? (
          <div className={styles.gone}>
            <p>{t(binned === null ? "communication.panel.gone" : "communication.panel.inBin")}</p>
            {binned === null ? null : (
              <PutBackButton
                one={binned}
                title={binned.title || t("communication.untitled")}
                variant="primary"
              />
            )}
            <Button onClick={onClose}>{t("communication.panel.back")}</Button>
          </div>
        ) : (
          <MomentFields key={momentId} moment={moment} onOpen={onOpen} onActivity={onActivity} />
        )}
      </aside>
    </EntryContext>
  );
}

function ArchiveButton({
  moment,
  onDone,
}: {
  readonly moment: Communication;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const tellGone = useTellGone();
  const message = moment.message || t("communication.untitled");
  function onArchive(): void {
    archive(doc, "communications", [moment.id], actor.id);
    onDone();
    tellGone({ gone: [{ root: "communications", id: moment.id }], title: message });
  }
  return (
    <IconButton label={t("communication.panel.archive")} onClick={onArchive}>
      <Trash2 aria-hidden />
    </IconButton>
  );
}

/** Escape closes, unless something in front of the panel took it. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
}
