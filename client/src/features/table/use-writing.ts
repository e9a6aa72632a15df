import type { TableColumn } from "@planwand/shared/views/table.ts";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { showToast } from "../../ui/toaster.tsx";
import { EDITORS } from "./columns.ts";
import type { InlineColumn } from "./inline-editor.tsx";
import type { Line } from "./use-table.ts";
import type { WindowAt } from "./window-editor.tsx";

interface InlineAt {
  readonly id: string;
  readonly column: InlineColumn;
}

/** What is being written in the table: in a cell, or in a window at one. */
export interface Writing {
  readonly inline: InlineAt | null;
  readonly window: WindowAt | null;
  /** The order in which the lines stood when writing in a cell began; null while nobody does. */
  readonly held: readonly string[] | null;
  /** Where writing ended, until the grid put focus there. */
  readonly ended: (InlineAt & { readonly where: "stay" | "next" }) | null;
  begin(card: CardSnapshot, column: TableColumn, anchor: HTMLElement, lines: readonly Line[]): void;
  end(where: "stay" | "next" | "left"): void;
  forgetEnd(): void;
  closeWindow(): void;
  /** Whether an event comes from the field that is written in. */
  isIn(target: EventTarget): boolean;
}

/** Progress can be written where it does not follow from the status. */
function isFixed({ status }: CardSnapshot, column: TableColumn): boolean {
  return column === "progress" && (status === "idea" || status === "planned" || status === "done");
}

/** Keeps what is being written. */
export function useWriting(): Writing {
  const { t } = useTranslation();
  const [inline, setInline] = useState<InlineAt | null>(null);
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const [window, setWindow] = useState<WindowAt | null>(null);
  const [ended, setEnded] = useState<Writing["ended"]>(null);
  const end = useCallback(
    (where: "stay" | "next" | "left") => {
      setInline(null);
      setHeld(null);
      if (where !== "left" && inline !== null) setEnded({ ...inline, where });
    },
    [inline],
  );
  return useMemo(
    () => ({
      inline,
      window,
      held,
      ended,
      begin(card, column, anchor, lines) {
        const editor = EDITORS[column];
        if (isFixed(card, column)) showToast(t("table.fixed"));
        else if (editor === "menu" || editor === "choices") setWindow({ id: card.id, column, anchor });
        else if (column === "title" || column === "start" || column === "end" || column === "progress") {
          setHeld(lines.map(({ key }) => key));
          setInline({ id: card.id, column });
        }
      },
      end,
      forgetEnd: () => setEnded(null),
      closeWindow: () => setWindow(null),
      isIn: (target) => target instanceof HTMLInputElement && target.type !== "checkbox",
    }),
    [t, inline, window, held, ended, end],
  );
}
