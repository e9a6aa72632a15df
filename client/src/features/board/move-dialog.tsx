import { type FormEvent, type ReactNode, use, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDomains, usePhases, usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { dropIndex } from "./drop-target.ts";
import styles from "./move-dialog.module.css";
import { spotOf } from "./keyboard-drag.ts";
import { putCards } from "./put-cards.ts";
import { useSpeech } from "./speech.ts";
import { WallContext } from "./wall-context.ts";

/** The end of a cell; no card has this id. */
const END = "";

/** Moving without dragging: phase, domain and the place among the cards there. */
export function MoveDialog({
  ids,
  onClose,
}: {
  /** The cards to move, at least one; they end up one below the other. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const wall = use(WallContext);
  const [id = ""] = ids;
  const index = usePlanIndex();
  const speech = useSpeech();
  const phases = usePhases();
  const domains = useDomains();
  const now = spotOf(index, id);
  const [phase, setPhase] = useState(now?.phase ?? phases[0]?.id ?? "");
  const [domain, setDomain] = useState(now?.domain ?? domains[0]?.id ?? "");
  const others = index.cell(phase, domain).filter((other) => !ids.includes(other));
  const [before, setBefore] = useState((now === null || ids.length > 1 ? null : others[now.index]) ?? END);
  const positions = others.map((other, at) => ({
    value: other,
    label:
      at === 0
        ? t("moving.move.first")
        : t("moving.move.after", { title: speech.titleOf(others[at - 1] ?? "") }),
  }));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const spot = {
      phase,
      domain,
      index: dropIndex(before === END ? null : before, index.cell(phase, domain), id),
    };
    putCards({ doc }, index, wall, ids, spot);
    speech.dropped(ids, spot);
    onClose();
  };
  return (
    <Dialog
      title={t("moving.move.title")}
      description={ids.length === 1 ? speech.titleOf(id) : t("moving.picked", { count: ids.length })}
      closeLabel={t("moving.move.cancel")}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <SelectField
          label={t("moving.move.phase")}
          value={phase}
          options={phases.map((entry) => ({ value: entry.id, label: entry.name || t("board.unnamedPhase") }))}
          onChange={(value) => {
            setPhase(value);
            setBefore(END);
          }}
        />
        <SelectField
          label={t("moving.move.domain")}
          value={domain}
          options={domains.map((entry) => ({
            value: entry.id,
            label: entry.name || t("board.unnamedDomain"),
          }))}
          onChange={(value) => {
            setDomain(value);
            setBefore(END);
          }}
        />
        <SelectField
          label={t("moving.move.position")}
          value={before}
          options={[...positions, { value: END, label: t("moving.move.last") }]}
          onChange={setBefore}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>{t("moving.move.cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("moving.move.confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
