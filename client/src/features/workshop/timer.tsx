import { secondsLeft } from "@planwand/shared/views/workshop.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { chime, wantsSound } from "./chime.ts";
import styles from "./timer.module.css";

/** Whole seconds that the timer has by the clock of the server, counted down to zero; null without a timer. */
export function useSecondsLeft(session: Pick<Session, "timer">): number | null {
  const { workshop } = usePlanSession().connection;
  const [, tick] = useState(0);
  const { timer } = session;
  const isRunning = timer?.state === "running";
  const now = workshop.serverTimeMs();
  const left = secondsLeft(session, now);
  useEffect(() => {
    if (!isRunning || timer.endsAt <= workshop.serverTimeMs()) return;
    // A little after the second turns, so that every screen shows the same one.
    const untilNextMs = (timer.endsAt - workshop.serverTimeMs()) % 1_000;
    const wait = setTimeout(() => tick((count) => count + 1), (untilNextMs <= 0 ? 1_000 : untilNextMs) + 5);
    return () => clearTimeout(wait);
  });
  return left === null ? null : Math.max(0, left);
}

/** Minutes and seconds, as on a kitchen timer. */
export function clockWords(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`
    : `${String(minutes)}:${two(seconds % 60)}`;
}

/** The shared timer. It is read out once, when it is over; it stops nobody. */
export function TimerFace({
  session,
  size = "small",
}: {
  readonly session: Pick<Session, "timer">;
  readonly size?: "small" | "large" | "huge";
}): ReactNode {
  const { t } = useTranslation();
  const left = useSecondsLeft(session);
  const { timer } = session;
  useTellWhenOver(left, timer?.state === "running" ? timer.endsAt : null);
  if (left === null || timer === null) return null;
  const time = clockWords(left);
  const isOver = left === 0;
  const said = isOver
    ? t("workshop.timer.over")
    : t(timer.state === "paused" ? "workshop.timer.paused" : "workshop.timer.left", { time });
  return (
    <span
      className={styles.timer}
      role="timer"
      aria-label={said}
      data-testid="timer"
      data-size={size}
      data-over={isOver || undefined}
      data-paused={timer.state === "paused" || undefined}
      data-soon={(left <= 60 && !isOver) || undefined}
    >
      <span className={styles.bar} data-ink aria-hidden>
        <span style={{ width: `${String(Math.min(100, (left / (timer.lengthMs / 1_000)) * 100))}%` }} />
      </span>
      <span aria-hidden>{isOver && size !== "huge" ? t("workshop.timer.over") : time}</span>
    </span>
  );
}

/** The end that was told last: a page can show the same timer twice. */
let toldEnd: number | null = null;

/** Only who saw it run hears it end; whoever reloads afterwards does not. */
function useTellWhenOver(left: number | null, endsAt: number | null): void {
  const { t } = useTranslation();
  const before = useRef<number | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (left !== 0 || was === null || was === 0 || endsAt === toldEnd) return;
    toldEnd = endsAt;
    announce(t("workshop.timer.over"), "polite");
    if (wantsSound()) chime();
  }, [left, endsAt, t]);
}
