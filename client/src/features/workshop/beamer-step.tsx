import { ideaClusters, voteStandings, type WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { scopeKey, type StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import styles from "./beamer.module.css";
import { LargeCheckoutSummary } from "./checkout-summary.tsx";
import { lacking } from "./lacking.ts";
import { SpotlightContent } from "./spotlight-content.tsx";
import { StagePages } from "./stage-pages.tsx";
import { LargeStandings } from "./standings.tsx";
import { useBallot } from "./use-ballot.ts";
import { usePlaceName } from "./use-places.ts";
import { useWorkshopLive } from "./use-workshop.ts";

/** Of more than this a long one is shortened. */
const FEW = 6;
/** In half of the stage. */
const HALF_SIZES = [
  { size: 3, columns: 1 },
  { size: 2.4, columns: 1 },
  { size: 2.2, columns: 2 },
];

/** What a step is about, for the whole room. */
export function BeamerStep({ now: { session, step } }: { readonly now: WorkshopNow }): ReactNode {
  switch (step.kind) {
    case "ideas":
      return <Sent session={session} step={step} />;
    case "reveal":
      return <Shown session={session} round={step.of} />;
    case "vote":
      return <Vote session={session} step={step} />;
    case "write":
    case "decide":
      return session.focus === null ? null : (
        <SpotlightContent target={session.focus} isLarge session={session} />
      );
    case "roles":
      return <Roles session={session} />;
    case "checkout":
      return <LargeCheckoutSummary session={session} step={step} />;
    case "info":
      return <p className={styles.goal}>{session.goal}</p>;
    case "free":
      return null;
  }
}

function Sent({ session, step }: { readonly session: Session; readonly step: StepOf<"ideas"> }): ReactNode {
  const { t } = useTranslation();
  const { counts } = useWorkshopLive();
  const nameOf = usePlaceName();
  const ideas = counts.find((count) => count.step === step.id)?.ideas ?? {};
  const total = Object.values(ideas).reduce((sum, one) => sum + one, 0);
  const shown = [...session.ideas.values()].some((idea) => idea.step === step.id);
  return (
    <>
      <p className={styles.number} data-testid="beamer-sent">
        {total === 0 ? t("beamer.notSent") : t("beamer.ideas", { count: total })}
      </p>
      {step.scopes.length > 1 && (
        <ul className={styles.counts}>
          {step.scopes.map((scope) => (
            <li key={scopeKey(scope)}>
              <span>{nameOf(scope)}</span>
              <strong>{ideas[scopeKey(scope)] ?? 0}</strong>
            </li>
          ))}
        </ul>
      )}
      {shown && <Shown session={session} round={step.id} />}
    </>
  );
}

function Shown({ session, round }: { readonly session: Session; readonly round: string }): ReactNode {
  const nameOf = usePlaceName();
  const clusters = ideaClusters(session, round);
  const hasPlaces = new Set(clusters.map(({ idea }) => scopeKey(idea.scope))).size > 1;
  // The last shown come first: they are what is talked about.
  const items = clusters.toReversed().map(({ idea, merged }) => ({
    key: idea.id,
    content: (
      <>
        <p className={styles.idea} data-many={clusters.length > FEW || undefined}>
          {idea.text}
        </p>
        {merged.map((one) => (
          <p key={one.id} className={styles.also}>
            {one.text}
          </p>
        ))}
        {hasPlaces && <span className={styles.place}>{nameOf(idea.scope)}</span>}
      </>
    ),
  }));
  return <StagePages items={items} testId="beamer-ideas" />;
}

function Vote({ session, step }: { readonly session: Session; readonly step: StepOf<"vote"> }): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const { counts } = useWorkshopLive();
  const ballot = useBallot(session, step.id);
  const standings = voteStandings(journal, session, step.id);
  if (standings !== null) {
    const chosen = standings.filter(({ dots }) => dots > 0);
    return <LargeStandings session={session} step={step} standings={chosen} />;
  }
  const voters = counts.find((count) => count.step === step.id)?.voters ?? 0;
  return (
    <>
      <p className={styles.number} data-testid="beamer-voters">
        {t("beamer.voters", { count: voters })}
      </p>
      <StagePages
        items={(ballot ?? []).map(({ id, title }) => ({
          key: id,
          content: (
            <p className={styles.idea} data-many={(ballot?.length ?? 0) > FEW || undefined}>
              {title}
            </p>
          ),
        }))}
      />
    </>
  );
}

function Roles({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const activities = useActivities();
  const parties = useParties();
  const open = lacking(activities);
  const title = (id: string): string => activities.find((one) => one.id === id)?.title ?? "";
  const party = (id: string): string => parties.find((one) => one.id === id)?.name ?? "";
  return (
    <>
      <p className={styles.number}>{t("beamer.lacking", { count: open.length })}</p>
      <div className={styles.halves}>
        {open.length > 0 && (
          <StagePages
            items={open.map(({ id, title: name }) => ({
              key: id,
              content: <p className={styles.idea}>{name || t("board.untitled")}</p>,
            }))}
            sizes={HALF_SIZES}
          />
        )}
        {session.claims.length > 0 && (
          <StagePages
            items={session.claims.toReversed().map((claim) => ({
              key: `${claim.activity}:${claim.slot}:${claim.party}`,
              content: (
                <>
                  <p className={styles.idea}>{title(claim.activity)}</p>
                  <span className={styles.place}>
                    {t(`takingPart.roles.claimed.${claim.slot}`, { party: party(claim.party) })}
                  </span>
                </>
              ),
            }))}
            sizes={HALF_SIZES}
            label={t("beamer.claimed")}
          />
        )}
      </div>
    </>
  );
}
