import { may } from "@planwand/shared/access/policy.ts";
import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { Lock, PanelRight, Smartphone } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePhases } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ClosedDialog } from "./closed-dialog.tsx";
import { leadPanel } from "./lead-panel-store.ts";
import notices from "./notices.module.css";
import { Refusals } from "./refusals.tsx";
import styles from "./session-bar.module.css";
import { SpotlightBanner } from "./spotlight-banner.tsx";
import { TimerFace } from "./timer.tsx";
import { useAttend } from "./use-attend.ts";
import { usePersonName } from "./use-names.ts";
import { usePanelIsOpen } from "./use-panel.ts";
import { useTell, useWorkshopNow } from "./use-workshop.ts";
import { stepTitle } from "./step-title.ts";

/** The bar over the wall while a work session goes on: which step, how long still, what to do; after it, where its minutes are. */
export function SessionBar({ planId }: { readonly planId: string }): ReactNode {
  const { t } = useTranslation();
  const now = useWorkshopNow();
  const journal = useJournal();
  const [seen, setSeen] = useState<string | null>(null);
  const [dismissed, dismiss] = useState<string | null>(null);
  useAttend(now);
  const running = now?.session.id ?? null;
  if (running !== null && running !== seen) setSeen(running);
  const last = [...journal.sessions.values()].at(-1);
  const ended =
    running === null && seen !== null && seen !== dismissed ? journal.sessions.get(seen) : undefined;
  return (
    <section className={styles.whole} aria-label={t("workshop.bar")}>
      {now !== null && (
        <>
          <Bar planId={planId} now={now} />
          <LockNotice session={now.session} />
          <SpotlightBanner key={now.session.id} planId={planId} now={now} />
        </>
      )}
      {last !== undefined && <Refusals session={last.id} />}
      {ended !== undefined && (
        <ClosedDialog planId={planId} session={ended} onClose={() => dismiss(ended.id)} />
      )}
    </section>
  );
}

function Bar({ planId, now }: { readonly planId: string; readonly now: WorkshopNow }): ReactNode {
  const { t } = useTranslation();
  const { role } = usePlanSession();
  const { session, step, index, isLead, mayTakeLead } = now;
  const tell = useTell(session.id);
  const personName = usePersonName(session);
  const isOpen = usePanelIsOpen(isLead);
  return (
    <div className={styles.bar} data-testid="session-bar">
      <span className={styles.at}>
        {t("workshop.stepOf", { at: index + 1, count: session.steps.length })}
      </span>
      <strong className={styles.title}>
        {session.state === "paused" ? t("workshop.paused") : stepTitle(t, step)}
      </strong>
      <span className={styles.todo}>{step.question || t(`workshop.todo.${step.kind}`)}</span>
      <TimerFace session={session} />
      <span className={styles.leader}>
        {isLead ? t("workshop.youLead") : t("workshop.leader", { name: personName(session.lead) })}
      </span>
      <span className={styles.buttons}>
        {mayTakeLead && (
          <Button size="small" onClick={() => tell({ type: "lead.take" })}>
            {t("workshop.takeLead")}
          </Button>
        )}
        {may(role, "journal.command") && (
          <Link
            href={`/plan/${planId}/workshop`}
            className={buttonClass({
              size: "small",
              variant: may(role, "session.lead") ? "ghost" : "primary",
            })}
          >
            <Smartphone aria-hidden />
            {t("workshop.toMyScreen")}
          </Link>
        )}
        {may(role, "session.lead") && (
          <Button
            size="small"
            variant={isLead ? "primary" : "secondary"}
            aria-expanded={isOpen}
            onClick={() => leadPanel.set(!isOpen)}
          >
            <PanelRight aria-hidden />
            {t("workshop.openPanel")}
          </Button>
        )}
      </span>
    </div>
  );
}

/** What is locked, for those whom it stops. */
function LockNotice({ session: { lock } }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  if (lock === null) return null;
  const names = lock.kind === "plan" ? [] : phases.filter(({ id }) => lock.phases.includes(id));
  return (
    <div className={notices.notice} data-tone="lock" data-testid="lock-notice" role="status">
      <Lock size={16} aria-hidden />
      <p>
        {lock.kind === "plan"
          ? t("workshop.lock.plan")
          : t("workshop.lock.phases", { phases: names.map(({ name }) => name).join(", ") })}
      </p>
    </div>
  );
}
