import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCount, usePhases } from "../../plan/hooks.ts";
import type { Phase } from "@planwand/shared/plan/schema.ts";
import styles from "./phase-tabs.module.css";

/** On a narrow screen: the phases side by side above the wall, which shows one of them at a time. */
export function PhaseTabs({ matrix }: { readonly matrix: RefObject<HTMLElement | null> }): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    const { current: scroller } = matrix;
    if (scroller === null) return undefined;
    const read = (): void => setShown(phaseInView(scroller));
    read();
    scroller.addEventListener("scroll", read, { passive: true });
    return () => scroller.removeEventListener("scroll", read);
  }, [matrix, phases]);
  if (phases.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={t("board.phases")}>
      {phases.map((phase) => (
        <PhaseTab
          key={phase.id}
          phase={phase}
          isShown={phase.id === shown}
          onPress={() => matrix.current && scrollToPhase(matrix.current, phase.id)}
        />
      ))}
    </nav>
  );
}

function PhaseTab({
  phase,
  isShown,
  onPress,
}: {
  readonly phase: Phase;
  readonly isShown: boolean;
  readonly onPress: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const count = useCount("phase", phase.id);
  const [tab, setTab] = useState<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (isShown) tab?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [isShown, tab]);
  return (
    <button ref={setTab} type="button" className={styles.tab} aria-current={isShown} onClick={onPress}>
      {phase.name === "" ? t("board.unnamedPhase") : phase.name}
      <span className={styles.count}>
        <span aria-hidden="true">{count}</span>
        <span className="visually-hidden">{t("board.count", { count })}</span>
      </span>
    </button>
  );
}

/** The phase whose column is nearest to the left edge of what is on screen. */
function phaseInView(scroller: HTMLElement): string | null {
  const left = scroller.getBoundingClientRect().left;
  const heads = [...scroller.querySelectorAll<HTMLElement>("[data-phase-header]")];
  const away = (head: HTMLElement): number => Math.abs(head.getBoundingClientRect().left - left);
  const nearest = heads.toSorted((a, b) => away(a) - away(b))[0];
  return nearest?.dataset["phaseHeader"] ?? null;
}

function scrollToPhase(scroller: HTMLElement, id: string): void {
  const head = scroller.querySelector(`[data-phase-header="${CSS.escape(id)}"]`);
  if (head === null) return;
  scroller.scrollBy({ left: head.getBoundingClientRect().left - scroller.getBoundingClientRect().left });
}
