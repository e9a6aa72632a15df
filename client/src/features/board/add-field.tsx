import { withoutListSign } from "@planwand/shared/exchange/list-sign.ts";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";
import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { useTranslation } from "react-i18next";
import { addActivitiesTo, addActivityTo } from "../../plan/actions.ts";
import { cellKey } from "../../plan/cells.ts";
import { newId } from "../../plan/clock.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { announce } from "../../ui/live-region.tsx";
import { part } from "../../ui/part.ts";
import styles from "./cell.module.css";
import { type PastedActivity, type PastedContent, TITLE_MAX_LENGTH } from "./pasted-activity.ts";
import { showWhole, useWall } from "./wall-context.ts";

const PastedQuestion = part(async () => (await import("./card-parts.ts")).PastedQuestion);

/** What was typed and not yet added, by cell: leaving the field, even with Escape, loses nothing. */
const drafts = new Map<string, string>();

/** Whether something stands on more than one line. */
function hasManyLines(text: string): boolean {
  return text.split(/[\r\n]/).filter((line) => line.trim() !== "").length > 1;
}

/** As much of each line as a title may have, for lines that came many at a time. */
function fitting(text: string): string {
  return text
    .split("\n")
    .map((line) => cut(line, TITLE_MAX_LENGTH))
    .join("\n");
}

/**
 * The field of a cell: Enter adds and keeps it open, Shift+Enter begins another line, Escape closes it. Many lines, typed or pasted,
 * are asked about.
 */
export function AddField({
  phase,
  domain,
  label,
  close,
}: {
  readonly phase: string;
  readonly domain: string;
  readonly label: string;
  readonly close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const wall = useWall();
  const { adding } = wall;
  const field = useRef<HTMLTextAreaElement>(null);
  const [pasted, setPasted] = useState<PastedContent | null>(null);
  const key = cellKey(phase, domain);
  const empty = (input: HTMLTextAreaElement): void => {
    drafts.delete(key);
    input.value = "";
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const text = event.clipboardData.getData("text/plain");
    if (hasManyLines(text)) {
      event.preventDefault();
      return setPasted({ text, html: event.clipboardData.getData("text/html") });
    }
    const bare = withoutListSign(text);
    if (bare === text.trim()) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    event.currentTarget.setRangeText(bare, selectionStart, selectionEnd, "end");
    event.currentTarget.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const leavePasted = (): void => {
    setPasted(null);
    field.current?.focus();
  };
  const addPasted = (activities: readonly PastedActivity[]): void => {
    showWhole(wall, key);
    const withIds = activities.map(({ steps = [], ...values }) => ({
      ...values,
      steps: steps.map((title) => ({ id: newId(), title, done: false })),
    }));
    addActivitiesTo(doc, { phase, domain, activities: withIds, by: actor.id });
    announce(t("pasting.doneMany", { count: activities.length }), "polite");
    if (field.current !== null && hasManyLines(field.current.value)) empty(field.current);
    leavePasted();
  };
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    const title = event.currentTarget.value.trim();
    if (title === "") return;
    if (hasManyLines(title)) return setPasted({ text: title });
    addActivityTo(doc, { phase, domain, title, by: actor.id });
    showWhole(wall, key);
    empty(event.currentTarget);
    event.currentTarget.scrollIntoView({ block: "nearest" });
    announce(t("board.add.done", { title }), "polite");
  };
  return (
    <div
      className={styles.adding}
      role="presentation"
      onKeyDown={(event) => {
        // Keys in here are not for the wall.
        event.stopPropagation();
        if (event.key === "Escape") (pasted === null ? close : leavePasted)();
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        if ((drafts.get(key) ?? "").trim() === "") drafts.delete(key);
        afterPress(() => {
          if (adding.getSnapshot() === key) adding.set(null);
        });
      }}
    >
      <textarea
        ref={field}
        rows={1}
        className={styles.field}
        aria-label={label}
        placeholder={t("board.add.placeholder")}
        data-line-length={TITLE_MAX_LENGTH}
        defaultValue={drafts.get(key) ?? ""}
        onChange={({ currentTarget }) => {
          const fits = fitting(currentTarget.value);
          if (fits !== currentTarget.value) currentTarget.value = fits;
          drafts.set(key, fits);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {pasted === null ? (
        <p className={styles.hint}>{t("board.add.hint")}</p>
      ) : (
        <Suspense fallback={null}>
          <PastedQuestion
            pasted={pasted}
            onConfirm={addPasted}
            onPreview={() => {
              close();
              wall.preview({ ...pasted, phase, domain });
            }}
            onCancel={leavePasted}
          />
        </Suspense>
      )}
    </div>
  );
}
