import type { Finding } from "@planwand/shared/checks/finding.ts";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { unwaive, waive } from "../../plan/edit-waiver.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./missing.module.css";

/** Asks why a finding does not apply. Nothing is kept without a reason: the others should understand it. */
export function WaiveForm({
  finding,
  onClose,
}: {
  readonly finding: Finding;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const [reason, setReason] = useState("");
  const id = useId();
  const field = useRef<HTMLInputElement | null>(null);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const words = reason.trim();
    if (words === "") {
      field.current?.focus();
      return;
    }
    focusNeighbour(field.current);
    const waiver = waive(doc, finding, words, actor.id);
    showToast(t("missing.waivedDone"), {
      label: t("board.undo"),
      run: () => unwaive(doc, [waiver], actor.id),
    });
  };
  return (
    <form className={styles.form} onSubmit={keep}>
      <label htmlFor={id} className={styles.formLabel}>
        {t("missing.reason")}
      </label>
      <input
        id={id}
        // Somebody just pressed the button that this comes below.
        ref={(element) => {
          if (element !== null && field.current === null) element.focus();
          field.current = element;
        }}
        type="text"
        className={styles.reason}
        value={reason}
        placeholder={t("missing.reasonHelp")}
        maxLength={300}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onClose();
        }}
      />
      <div className={styles.formButtons}>
        <Button type="submit" variant="primary" size="small">
          {t("missing.keep")}
        </Button>
        <Button variant="ghost" size="small" onClick={onClose}>
          {t("missing.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** The finding goes; whoever works by keyboard goes on at the one after it, or the one before. */
function focusNeighbour(field: HTMLElement | null): void {
  const own = field?.closest("li")?.querySelector("[data-finding]") ?? null;
  const all = [...document.querySelectorAll<HTMLElement>("[data-finding]")];
  const at = all.findIndex((one) => one === own);
  (all[at + 1] ?? all[at - 1])?.focus();
}
