import { may } from "@planwand/shared/access/policy.ts";
import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { LeadAttention } from "./lead-attention.tsx";
import { LeadCode } from "./lead-code.tsx";
import { LeadGo } from "./lead-go.tsx";
import { LeadPeople } from "./lead-people.tsx";
import { leadPanel } from "./lead-panel-store.ts";
import { LeadStep } from "./lead-step.tsx";
import { LeadSteps } from "./lead-steps.tsx";
import { LeadTimer } from "./lead-timer.tsx";
import styles from "./lead.module.css";
import { usePersonName } from "./use-names.ts";
import { usePanelIsOpen } from "./use-panel.ts";
import { useTell, useWorkshopNow } from "./use-workshop.ts";

/** What leads a work session, beside the wall: only for who may lead. */
export function LeadAside({
  planId,
  openId,
}: {
  readonly planId: string;
  /** The activity that is open on the wall. */
  readonly openId: string | null;
}): ReactNode {
  const { role } = usePlanSession();
  const now = useWorkshopNow();
  const isOpen = usePanelIsOpen(now?.isLead ?? false);
  if (now === null || !isOpen || !may(role, "session.lead")) return null;
  return <Panel planId={planId} openId={openId} now={now} />;
}

function Panel({
  planId,
  openId,
  now,
}: {
  readonly planId: string;
  readonly openId: string | null;
  readonly now: WorkshopNow;
}): ReactNode {
  const { t } = useTranslation();
  const { session, isLead } = now;
  const tell = useTell(session.id);
  const name = usePersonName(session)(session.lead);
  return (
    <aside className={styles.panel} aria-label={t("workshop.leadPanel")} data-testid="lead-panel">
      <header className={styles.head}>
        <h2>{t("workshop.leadPanel")}</h2>
        <IconButton label={t("leading.close")} onClick={() => leadPanel.set(false)}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className={styles.body} tabIndex={-1}>
        {isLead ? (
          <>
            <LeadGo now={now} />
            <LeadTimer session={session} />
            <LeadStep now={now} planId={planId} />
            <LeadPeople session={session} />
            <LeadAttention session={session} openId={openId} />
            <LeadCode planId={planId} />
            <LeadSteps now={now} />
          </>
        ) : (
          <>
            <p>{t("leading.notLead", { name })}</p>
            <Button variant="primary" onClick={() => tell({ type: "lead.take" })}>
              {t("workshop.takeLead")}
            </Button>
            <LeadCode planId={planId} />
            <LeadPeople session={session} />
          </>
        )}
      </div>
    </aside>
  );
}
