import { openSession } from "@planwand/shared/workshop/session.ts";
import { may } from "@planwand/shared/access/policy.ts";
import { Hand, LayoutGrid } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { AddCard } from "./add-card.tsx";
import { AsPerson } from "./as-person.tsx";
import { ClosedSession } from "./closed-session.tsx";
import styles from "./participant.module.css";
import tasks from "./task.module.css";
import { FaceState } from "./face-state.tsx";
import { FaceSpotlight } from "./face-spotlight.tsx";
import { LateTexts } from "./late-texts.tsx";
import { Refusals } from "./refusals.tsx";
import { StepTask } from "./step-task.tsx";
import { TimerFace } from "./timer.tsx";
import { useAttend } from "./use-attend.ts";
import { usePersonName } from "./use-names.ts";
import { useTell, useUnderWay, useWorkshopNow } from "./use-workshop.ts";
import { useKeyboardRoom } from "./use-keyboard-room.ts";
import { stepTitle } from "./step-title.ts";

/** What somebody who takes part sees on a phone: the step that everybody is in, and the one thing to do in it. */
export function ParticipantFace({ planId }: { readonly planId: string }): ReactNode {
  const { t } = useTranslation();
  const now = useWorkshopNow();
  const journal = useJournal();
  const { actor } = usePlanSession();
  const last = [...journal.sessions.values()].at(-1);
  useAttend(now);
  if (now !== null) return <Running planId={planId} now={now} key={now.session.id} />;
  if (last !== undefined && openSession(journal.sessions) === null)
    return (
      <main className={styles.page} id="wall" tabIndex={-1}>
        <Refusals session={last.id} />
        <ClosedSession planId={planId} session={last} />
        <div className={styles.column}>
          <LateTexts session={last} now={null} person={actor.id} />
        </div>
      </main>
    );
  return (
    <main className={styles.page} id="wall" tabIndex={-1}>
      <div className={styles.quiet}>
        <h1>{t("takingPart.none.title")}</h1>
        <p>{t("takingPart.none.text")}</p>
        <Link href={`/plan/${planId}`} className={buttonClass({ size: "large" })}>
          {t("takingPart.none.wall")}
        </Link>
      </div>
    </main>
  );
}

function Running({
  planId,
  now,
}: {
  readonly planId: string;
  readonly now: NonNullable<ReturnType<typeof useWorkshopNow>>;
}): ReactNode {
  const { t } = useTranslation();
  const { actor, role } = usePlanSession();
  const { session, step, index } = now;
  const [chosen, setPerson] = useState<string>(actor.id);
  const proxy = session.proxies.get(chosen);
  const person = proxy !== undefined && proxy.removedAt === null ? chosen : actor.id;
  const as = person === actor.id ? null : person;
  const takesPart = may(role, "journal.command");
  const personName = usePersonName(session);
  const { spotlight } = session;
  const [stoppedAt, stopAt] = useState<number | null>(null);
  const isLooking =
    spotlight !== null &&
    spotlight.target.kind !== "member" &&
    spotlight.by !== actor.id &&
    (spotlight.held || spotlight.at !== stoppedAt);
  useKeyboardRoom();
  return (
    <div className={styles.page} data-testid="participant" data-step-kind={step.kind}>
      <header className={styles.head}>
        <span className={styles.where}>
          {t("workshop.stepOf", { at: index + 1, count: session.steps.length })}
        </span>
        <TimerFace session={session} />
      </header>
      <main className={styles.main} id="wall" tabIndex={-1}>
        <Refusals session={session.id} />
        <FaceState />
        <div className={styles.column}>
          {session.state === "paused" ? (
            <div className={styles.quiet}>
              <h1>{t("takingPart.paused.title")}</h1>
              <p>{t("takingPart.paused.text")}</p>
            </div>
          ) : isLooking ? (
            <FaceSpotlight
              spotlight={spotlight}
              leader={personName(spotlight.by)}
              onStop={() => {
                stopAt(spotlight.at);
                announce(t("workshop.spotlight.stopped", { name: personName(spotlight.by) }), "polite");
              }}
            />
          ) : (
            <>
              <div className={styles.ask}>
                <h1>{stepTitle(t, step)}</h1>
                <p>{step.question || t(`workshop.todo.${step.kind}`)}</p>
              </div>
              <StepTask key={`${step.id}:${person}`} now={now} step={step} person={person} as={as} />
              {role === "participant" && now.allowed.has("card") && <AddCard />}
            </>
          )}
          {takesPart && <LateTexts session={session} now={now} person={person} />}
          {takesPart ? null : <p className={tasks.note}>{t("takingPart.viewer")}</p>}
        </div>
      </main>
      <footer className={styles.foot}>
        {takesPart && <HandButton now={now} person={person} as={as} />}
        {takesPart && <AsPerson session={session} person={person} onChoose={setPerson} />}
        <Link href={`/plan/${planId}`} className={`${buttonClass({ variant: "ghost" })} ${styles.wall}`}>
          <LayoutGrid aria-hidden />
          {t("takingPart.wall")}
        </Link>
      </footer>
    </div>
  );
}

function HandButton({
  now: { session },
  person,
  as,
}: {
  readonly now: NonNullable<ReturnType<typeof useWorkshopNow>>;
  readonly person: string;
  readonly as: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const last = useUnderWay(session.id).findLast(
    (command) =>
      (command.type === "hand.raise" && (command.as ?? null) === as) ||
      (command.type === "hand.lower" && (command.person ?? null) === as),
  );
  const isUp = last === undefined ? session.hands.has(person) : last.type === "hand.raise";
  return (
    <Button
      className={styles.hand ?? ""}
      aria-pressed={isUp}
      onClick={() => tell(isUp ? { type: "hand.lower", person: as } : { type: "hand.raise", as })}
    >
      <Hand aria-hidden />
      {isUp ? t("takingPart.hand.lower") : t("takingPart.hand.raise")}
    </Button>
  );
}
