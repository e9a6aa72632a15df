import { presentByCircle, type WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { openSession } from "@planwand/shared/workshop/session.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useJournal } from "../../plan/journal.ts";
import { isSingleKey } from "../../ui/single-keys.ts";
import { BeamerStep } from "./beamer-step.tsx";
import styles from "./beamer.module.css";
import { JoiningCorner, JoiningLarge } from "./joining.tsx";
import { SoundButton } from "./lead-timer.tsx";
import { SpotlightContent } from "./spotlight-content.tsx";
import { TimerFace } from "./timer.tsx";
import { useTargetName } from "./use-target-name.ts";
import { useWorkshopLive, useWorkshopNow } from "./use-workshop.ts";
import { stepTitle } from "./step-title.ts";

/** The screen for the whole room, to be read from ten metres: the step, the time, what it is about, and how to take part. */
export function BeamerFace({ planId }: { readonly planId: string }): ReactNode {
  const { t } = useTranslation();
  const now = useWorkshopNow();
  const journal = useJournal();
  const { code } = useWorkshopLive();
  const [isShowing, setShowing] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isClosing = event.key === "Escape";
      if (!isClosing && !(isSingleKey(event) && event.key.toLowerCase() === "q")) return;
      event.preventDefault();
      setShowing((before) => !isClosing && !before);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  if (now === null) {
    const isOver = journal.sessions.size > 0 && openSession(journal.sessions) === null;
    return (
      <main className={styles.page} id="wall" data-testid="beamer">
        <div className={styles.middle}>
          <h1 className={styles.joinTitle}>{isOver ? t("beamer.closed") : t("beamer.waiting")}</h1>
          {isOver && <p className={styles.facts}>{t("beamer.closedText")}</p>}
          <Link className={styles.toWall} href={`/plan/${planId}`}>
            {t("beamer.wall")}
          </Link>
        </div>
      </main>
    );
  }
  return (
    <div className={styles.page} data-testid="beamer" data-step-kind={now.step.kind}>
      <header className={styles.head}>
        <div>
          <p className={styles.at}>
            {t("workshop.stepOf", { at: now.index + 1, count: now.session.steps.length })}
          </p>
          <h1 className={styles.title}>
            {now.session.state === "paused" ? t("workshop.paused") : stepTitle(t, now.step)}
          </h1>
        </div>
        <TimerFace session={now.session} size="huge" />
      </header>
      <main className={styles.main} id="wall" tabIndex={-1}>
        {isShowing && code !== null ? <JoiningLarge code={code} /> : <Middle now={now} code={code} />}
      </main>
      <footer className={styles.foot}>
        <Facts now={now} />
        <span className={styles.sound}>
          <SoundButton />
        </span>
        {code === null ? null : (
          <JoiningCorner code={code} isShowing={isShowing} onToggle={() => setShowing(!isShowing)} />
        )}
      </footer>
    </div>
  );
}

/** While people come in, how they do; after that what the step is about. */
function Middle({ now, code }: { readonly now: WorkshopNow; readonly code: string | null }): ReactNode {
  const targetName = useTargetName();
  const { spotlight } = now.session;
  if (spotlight === null || spotlight.target.kind === "member")
    return (
      <>
        {now.step.question === "" || now.session.focus !== null ? null : (
          <p className={styles.question}>{now.step.question}</p>
        )}
        {now.index === 0 && now.step.kind === "info" && code !== null ? (
          <JoiningLarge code={code} isBelow />
        ) : (
          <BeamerStep now={now} />
        )}
      </>
    );
  return (
    <>
      <p className={styles.question}>{targetName(spotlight.target)}</p>
      <SpotlightContent target={spotlight.target} isLarge />
    </>
  );
}

function Facts({ now: { session } }: { readonly now: WorkshopNow }): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const present = presentByCircle(journal, session).reduce((sum, { people }) => sum + people.length, 0);
  return (
    <p className={styles.facts}>
      {t("beamer.present", { count: present })}
      {session.hands.size > 0 ? ` · ${t("beamer.hands", { count: session.hands.size })}` : null}
    </p>
  );
}
