import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { voteStandings } from "@planwand/shared/views/workshop.ts";
import type { StepOf } from "@planwand/shared/workshop/agenda.ts";
import { Eye } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { LeadFocus } from "./lead-focus.tsx";
import { LeadIdeas } from "./lead-ideas.tsx";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { Standings } from "./standings.tsx";
import { useTell, useWorkshopLive } from "./use-workshop.ts";

/** What the lead has to do in this step. */
export function LeadStep({ now, planId }: { readonly now: WorkshopNow; readonly planId: string }): ReactNode {
  const { session, step } = now;
  switch (step.kind) {
    case "ideas":
      return <LeadIdeas now={now} round={step.id} />;
    case "reveal":
      return <LeadIdeas now={now} round={step.of} />;
    case "vote":
      return <LeadVote now={now} step={step} />;
    case "write":
      return <LeadFocus key={step.id} now={now} planId={planId} kind="activity" scope={step.scope} />;
    case "decide":
      return <LeadFocus key={step.id} now={now} planId={planId} kind="decision" scope={null} />;
    case "checkout":
      return <CheckoutSummary session={session} step={step} />;
    case "info":
    case "free":
    case "roles":
      return null;
  }
}

function LeadVote({
  now: { session },
  step,
}: {
  readonly now: WorkshopNow;
  readonly step: StepOf<"vote">;
}): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const tell = useTell(session.id);
  const { counts } = useWorkshopLive();
  const hidden = counts.find((count) => count.step === step.id);
  const standings = voteStandings(journal, session, step.id);
  const isOver = session.results.has(step.id);
  return (
    <Section title={t("leading.vote.result")}>
      {standings === null ? (
        <p data-testid="hidden-votes">
          {t("leading.vote.given", { count: hidden?.dots ?? 0 })}{" "}
          {t("leading.vote.voters", { count: hidden?.voters ?? 0 })}
        </p>
      ) : (
        <Standings session={session} step={step} standings={standings} />
      )}
      {step.blind && !isOver && (
        <>
          <p className={styles.help}>{t("leading.vote.hidden")}</p>
          <Button variant="primary" onClick={() => tell({ type: "votes.reveal", step: step.id })}>
            <Eye aria-hidden />
            {t("leading.vote.reveal")}
          </Button>
        </>
      )}
    </Section>
  );
}
