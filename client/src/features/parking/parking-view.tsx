import type { ParkingItem } from "@planwand/shared/plan/schema.ts";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { EntryContext } from "../../fields/entry-context.ts";
import { LineField } from "../../fields/line-field.tsx";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { placeParked } from "../../plan/actions.ts";
import { archive } from "../../plan/archive.ts";
import { addTo, moveTo } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDomains, usePhases } from "../../plan/hooks.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { IconButton } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import styles from "./parking.module.css";

/** What came up and has no place in the plan yet; each of it can become an activity. */
export function ParkingView(): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const items = useEntries("parking");
  const [text, setText] = useState("");
  const value = useMemo(() => ({ entryId: "parking-lot", canWrite }), [canWrite]);
  const add = (): void => {
    if (text.trim() === "") return;
    addTo(doc, "parking", { text: text.trim() }, actor.id);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <EntryContext value={value}>
      <ViewPage title={t("parking.title")} intro={t("parking.intro")}>
        {items.length === 0 ? <EmptyView text={t("parking.empty")} /> : null}
        <ul className={styles.list} data-testid="parking">
          {items.map((item, at) => (
            <Item key={item.id} item={item} at={at} total={items.length} />
          ))}
        </ul>
        {canWrite ? (
          <input
            type="text"
            className={styles.add}
            aria-label={t("parking.add")}
            placeholder={t("parking.placeholder")}
            value={text}
            maxLength={300}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => afterPress(add)}
          />
        ) : null}
      </ViewPage>
    </EntryContext>
  );
}

function Item({
  item,
  at,
  total,
}: {
  readonly item: ParkingItem;
  readonly at: number;
  readonly total: number;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const tellGone = useTellGone();
  const { id } = item;
  const text = useMemo(() => lineOf(doc, { root: "parking", id, field: "text" }), [doc, id]);
  const remove = (): void => {
    archive(doc, "parking", [id], actor.id);
    tellGone({ gone: [{ root: "parking", id }], title: item.text || t("bin.unnamed.parking") });
  };
  return (
    <li className={styles.item} data-entry={id}>
      <LineField
        field={`parking-${id}`}
        text={text}
        value={item.text}
        label={t("parking.item", { number: at + 1 })}
        placeholder={t("parking.placeholder")}
      />
      {canWrite ? (
        <span className={styles.tools}>
          <ToCell item={item} />
          <IconButton
            label={t("parking.up", { number: at + 1 })}
            disabled={at === 0}
            onClick={() => moveTo(doc, "parking", id, at - 1)}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            label={t("parking.down", { number: at + 1 })}
            disabled={at === total - 1}
            onClick={() => moveTo(doc, "parking", id, at + 1)}
          >
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton label={t("parking.remove", { number: at + 1 })} onClick={remove}>
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      ) : null}
    </li>
  );
}

/** Makes an activity of it in the cell that is chosen, and takes it off the list. */
function ToCell({ item }: { readonly item: ParkingItem }): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const phases = usePhases();
  const domains = useDomains();
  const id = useId();
  const choose = (choice: string): void => {
    const [phase = "", domain = ""] = choice.split("/");
    if (domain === "") return;
    const takeBack = placeParked(doc, { id: item.id, phase, domain, title: item.text, by: actor.id });
    showToast(t("parking.placed"), { label: t("undo.undo"), run: () => void takeBack() });
  };
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {t("parking.toCell")}
      </label>
      <select
        id={id}
        className={styles.toCell}
        value=""
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t("parking.toCell")}</option>
        {phases.map((phase) => (
          <optgroup key={phase.id} label={phase.name || t("board.unnamedPhase")}>
            {domains.map((domain) => (
              <option key={domain.id} value={`${phase.id}/${domain.id}`}>
                {`${phase.name || t("board.unnamedPhase")} · ${domain.name || t("board.unnamedDomain")}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}
