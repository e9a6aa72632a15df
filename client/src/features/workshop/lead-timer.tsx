import type { Session } from "@planwand/shared/workshop/session.ts";
import { Bell, BellOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { setSound, wantsSound } from "./chime.ts";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { TimerFace } from "./timer.tsx";
import { useTell } from "./use-workshop.ts";

const MINUTE_MS = 60_000;
const MINUTES_MAX = 240;

/** The time of the room: started, held, lengthened, stopped. */
export function LeadTimer({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const [minutes, setMinutes] = useState(5);
  const { timer } = session;
  return (
    <Section title={t("leading.timer.label")} note={<SoundButton />}>
      {timer === null ? (
        <div className={styles.row}>
          <label className={styles.small}>
            <span className="visually-hidden">{t("leading.timer.minutes")}</span>
            <input
              type="number"
              min={1}
              max={MINUTES_MAX}
              value={minutes}
              onChange={({ target }) =>
                setMinutes(Math.min(MINUTES_MAX, Math.max(1, Math.round(Number(target.value)) || 1)))
              }
            />
            {t("workshop.step.minutesShort")}
          </label>
          <Button size="small" onClick={() => tell({ type: "timer.start", ms: minutes * MINUTE_MS })}>
            {t("leading.timer.start")}
          </Button>
        </div>
      ) : (
        <div className={styles.clock}>
          <TimerFace session={session} size="large" />
          {/* On a line of their own, so that no button comes under a pointer that pressed another. */}
          <div className={styles.row}>
            <Button size="small" onClick={() => tell({ type: "timer.add", ms: MINUTE_MS })}>
              {t("leading.timer.add")}
            </Button>
            <Button
              size="small"
              onClick={() => tell({ type: timer.state === "paused" ? "timer.resume" : "timer.pause" })}
            >
              {timer.state === "paused" ? t("leading.timer.resume") : t("leading.timer.pause")}
            </Button>
            <Button size="small" variant="ghost" onClick={() => tell({ type: "timer.stop" })}>
              {t("leading.timer.stop")}
            </Button>
          </div>
        </div>
      )}
    </Section>
  );
}

/** Whether the end of the time is heard on this device. */
export function SoundButton(): ReactNode {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(wantsSound);
  return (
    <IconButton
      size="small"
      label={isOn ? t("workshop.timer.soundOn") : t("workshop.timer.soundOff")}
      aria-pressed={isOn}
      onClick={() => {
        setSound(!isOn);
        setOn(!isOn);
      }}
    >
      {isOn ? <Bell aria-hidden /> : <BellOff aria-hidden />}
    </IconButton>
  );
}
