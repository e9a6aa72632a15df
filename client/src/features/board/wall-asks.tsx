import { type RefObject, useEffect } from "react";
import { cellKey } from "../../plan/cells.ts";
import { wallAskOf, type WallAsk } from "../../plan/wall-asks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useWall } from "./wall-context.ts";

/** Does what the wall is asked from elsewhere; draws nothing itself. */
export function WallAsks({ root }: { readonly root: RefObject<HTMLElement | null> }): null {
  const { doc } = usePlanSession();
  const { adding, folds, canWrite } = useWall();
  useEffect(() => {
    const asked = wallAskOf(doc);
    const unfold = (id: string | null): void => {
      if (id !== null && folds.folded.getSnapshot().has(id)) folds.toggle(id);
    };
    const take = (): void => {
      const ask = asked.getSnapshot();
      if (ask === null) return;
      asked.set(null);
      unfold(ask.phase);
      unfold(ask.domain);
      if (ask.what === "add" && canWrite) adding.set(cellKey(ask.phase, ask.domain));
      // What was unfolded or opened is there after the next drawing.
      requestAnimationFrame(() => show(root.current, ask));
    };
    take();
    return asked.subscribe(take);
  }, [doc, root, adding, folds, canWrite]);
  return null;
}

function show(wall: HTMLElement | null, ask: WallAsk): void {
  const quoted = (id: string | null): string => `"${CSS.escape(id ?? "")}"`;
  const selector =
    ask.phase !== null && ask.domain !== null
      ? `[data-cell][data-phase=${quoted(ask.phase)}][data-domain=${quoted(ask.domain)}]`
      : ask.phase === null
        ? `[data-domain-header=${quoted(ask.domain)}]`
        : `[data-phase-header=${quoted(ask.phase)}]`;
  const place = wall?.querySelector<HTMLElement>(selector);
  place?.scrollIntoView({ block: "nearest", inline: "start" });
  if (ask.what === "show") place?.querySelector<HTMLElement>("[data-stop]")?.focus();
}
