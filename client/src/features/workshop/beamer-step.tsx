import { ideaClusters, voteStandings, type WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { scopeKey, type StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import styles from "./beamer.module.css";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { lacking } from "./lacking.ts";
import { SpotlightContent } from "./spotlight-content.tsx";
import { Standings } from "./standings.tsx";
import { useBallot } from "./use-ballot.ts";
import { usePlaceName } from "./use-places.ts";
import { useWorkshopLive } from "./use-workshop.ts";

/** How many ideas fit on a screen that is read from far. */
const IDEAS_MAX = 24;
const STANDINGS_MAX = 6;
const LACKING_MAX = 8;

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
      return <CheckoutSummary session={session} step={step} isLarge />;
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
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const clusters = ideaClusters(session, round);
  // The last shown come first: they are what is talked about.
  const shown = clusters.toReversed().slice(0, IDEAS_MAX);
  const hasPlaces = new Set(clusters.map(({ idea }) => scopeKey(idea.scope))).size > 1;
  return (
    <>
      <ul className={styles.ideas} data-many={clusters.length > 6 || undefined} data-testid="beamer-ideas">
        {shown.map(({ idea, merged }) => (
          <li key={idea.id}>
            <p>{idea.text}</p>
            {merged.map((one) => (
              <p key={one.id} className={styles.also}>
                {one.text}
              </p>
            ))}
            {hasPlaces && <span className={styles.place}>{nameOf(idea.scope)}</span>}
          </li>
        ))}
      </ul>
      {clusters.length > shown.length && (
        <p className={styles.facts}>{t("beamer.more", { count: clusters.length - shown.length })}</p>
      )}
    </>
  );
}

function Vote({ session, step }: { readonly session: Session; readonly step: StepOf<"vote"> }): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const { counts } = useWorkshopLive();
  const ballot = useBallot(session, step.id);
  const standings = voteStandings(journal, session, step.id);
  if (standings !== null) {
    const chosen = standings.filter(({ dots }) => dots > 0);
    return <Standings session={session} step={step} standings={chosen} most={STANDINGS_MAX} isLarge />;
  }
  const voters = counts.find((count) => count.step === step.id)?.voters ?? 0;
  return (
    <>
      <p className={styles.number} data-testid="beamer-voters">
        {t("beamer.voters", { count: voters })}
      </p>
      <ul className={styles.ideas} data-many={(ballot?.length ?? 0) > 6 || undefined}>
        {(ballot ?? []).slice(0, IDEAS_MAX).map(({ id, title }) => (
          <li key={id}>
            <p>{title}</p>
          </li>
        ))}
      </ul>
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
      {open.length > 0 && (
        <ul className={styles.ideas} data-many>
          {open.slice(0, LACKING_MAX).map(({ id, title: name }) => (
            <li key={id}>
              <p>{name || t("board.untitled")}</p>
            </li>
          ))}
        </ul>
      )}
      {session.claims.length > 0 && <p className={styles.facts}>{t("beamer.claimed")}</p>}
      <ul className={styles.ideas} data-many>
        {session.claims
          .toReversed()
          .slice(0, IDEAS_MAX)
          .map((claim) => (
            <li key={`${claim.activity}:${claim.slot}:${claim.party}`}>
              <p>{title(claim.activity)}</p>
              <span className={styles.place}>
                {t(`takingPart.roles.claimed.${claim.slot}`, { party: party(claim.party) })}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
