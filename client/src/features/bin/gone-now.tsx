import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntryRoot } from "@planwand/shared/plan/entry.ts";
import { RotateCcw, Trash2 } from "lucide-react";
import { useTellBack } from "../../fields/use-bin-words.ts";
import type { ShowEntry } from "../../fields/way-to.ts";
import { restoreFrom } from "../../plan/bin.ts";
import { useGoneNow, useNow } from "../../plan/now.tsx";
import { usePutBackAccess } from "../../plan/put-back-access.ts";
import type { PlanConnection } from "../../sync/plan-connection.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./bin.module.css";
import { GoneDialog } from "./gone-dialog.tsx";
import { kindOf } from "./kinds.ts";

/** In a plan of the past: how much of it is not there any more, and the way to put that back. */
export function GoneNowButton({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const now = useNow();
  return now === null ? null : <Counted now={now} onShow={onShow} />;
}

function Counted({ now, onShow }: { readonly now: PlanConnection; readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { length: count } = useGoneNow(now);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {count === 0 ? null : (
        <Button size="small" onClick={() => setOpen(true)}>
          {t("bin.gone.button", { count })}
        </Button>
      )}
      {isOpen ? <GoneDialog now={now} onClose={() => setOpen(false)} onShow={onShow} /> : null}
    </>
  );
}

/** In the panel of an entry of the past: that it is not there any more, and the way to put it back as it stood then. */
export function GoneNowNote({ root, id }: { readonly root: EntryRoot; readonly id: string }): ReactNode {
  const now = useNow();
  return now === null ? null : <Note now={now} root={root} id={id} />;
}

function Note({
  now,
  root,
  id,
}: {
  readonly now: PlanConnection;
  readonly root: EntryRoot;
  readonly id: string;
}): ReactNode {
  const { t } = useTranslation();
  const { doc: past, actor } = usePlanSession();
  const one = useGoneNow(now).find((gone) => gone.root === root && gone.id === id);
  const access = usePutBackAccess(now);
  const tellBack = useTellBack();
  if (one === undefined) return null;
  const title = one.title || t(`bin.unnamed.${kindOf(one)}`);
  return (
    <div className={styles.here} role="status">
      <Trash2 size={18} aria-hidden />
      <p>{t("bin.gone.here")}</p>
      {access(one) === "yes" ? (
        <Button
          size="small"
          variant="primary"
          aria-label={t("bin.restoreTitle", { title })}
          onClick={() => tellBack(title, restoreFrom(now.doc, past, one, actor.id))}
        >
          <RotateCcw aria-hidden />
          {t("bin.restore")}
        </Button>
      ) : null}
    </div>
  );
}
