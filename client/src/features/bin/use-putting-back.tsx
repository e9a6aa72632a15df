import { RotateCcw, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ShowEntry, wayTo } from "../../fields/way-to.ts";
import type { BinnedAt } from "../../plan/archive.ts";
import { binKey } from "../../plan/bin.ts";
import type { PutBackAccess } from "../../plan/put-back-access.ts";
import type { TakeBack } from "../../plan/undo.ts";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./bin.module.css";
import { kindOf } from "./kinds.ts";

/** What can be put back, and what people call it. */
type Titled = BinnedAt & { readonly title: string };

/** Things that are gone, and those of them that were put back since this was opened: they keep their row, to take that back. */
export interface PuttingBack<One> {
  readonly rows: readonly One[];
  readonly isBack: (one: One) => boolean;
  /** The way to what is back; null for what is not, and for what is seen on the wall. */
  readonly wayBack: (one: One) => (() => void) | null;
  readonly action: (one: One, access: PutBackAccess) => ReactNode;
}

/** Puts things back from a list; `putBack` does it, and `onShow` shows where one stands then. */
export function usePuttingBack<One extends Titled>(
  gone: readonly One[],
  putBack: (one: One) => TakeBack,
  onShow: ShowEntry,
): PuttingBack<One> {
  const { t } = useTranslation();
  const [back, setBack] = useState<ReadonlyMap<string, { readonly one: One; readonly takeBack: TakeBack }>>(
    new Map(),
  );
  const isGone = new Set(gone.map(binKey));
  const returned = [...back.values()].flatMap(({ one }) => (isGone.has(binKey(one)) ? [] : [one]));
  const isBack = (one: One): boolean => !isGone.has(binKey(one));

  function press(one: One, title: string): void {
    const known = isBack(one) ? back.get(binKey(one)) : undefined;
    if (known === undefined) {
      const takeBack = putBack(one);
      setBack(new Map([...back, [binKey(one), { one, takeBack }]]));
      announce(t("bin.restored", { title }), "polite");
    } else {
      const { kind } = known.takeBack();
      announce(t(kind === "changed-meanwhile" ? "undo.changed" : "undo.done.undo"), "polite");
    }
  }

  function wayBack(one: One): (() => void) | null {
    const way = "item" in one ? wayTo(one.item.root, one.item.id) : wayTo(one.root, one.id);
    return isBack(one) && way !== null ? () => onShow(...way) : null;
  }

  function action(one: One, access: PutBackAccess): ReactNode {
    const title = one.title || t(`bin.unnamed.${kindOf(one)}`);
    const is = isBack(one);
    if (access === "locked") return <span className={styles.detail}>{t("bin.lockedHere")}</span>;
    if (access !== "yes") return null;
    // The same button before and after, so that focus stays on it.
    return (
      <Button
        size="small"
        aria-label={t(is ? "bin.undoTitle" : "bin.restoreTitle", { title })}
        onClick={() => press(one, title)}
      >
        {is ? <Undo2 aria-hidden /> : <RotateCcw aria-hidden />}
        {t(is ? "undo.undo" : "bin.restore")}
      </Button>
    );
  }

  return { rows: [...gone, ...returned], isBack, wayBack, action };
}
