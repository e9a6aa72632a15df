import type { Session, SpotlightTarget } from "@planwand/shared/workshop/session.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { Blocks } from "../../fields/static-rich.tsx";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useActivity } from "../../plan/hooks.ts";
import styles from "./spotlight-content.module.css";
import { CircleAdvice } from "./circle-advice.tsx";
import { StagePages } from "./stage-pages.tsx";

/** Beside what circles advise. */
const OPTION_SIZES = [
  { size: 3, columns: 1 },
  { size: 2.4, columns: 1 },
  { size: 2.2, columns: 1 },
];
const FIELDS = ["what", "why", "result", "criterion"] as const;

/** What everybody is asked to look at, to be read: the cards of a cell or phase, one card, or one decision point. */
export function SpotlightContent({
  target,
  session = null,
  isLarge = false,
}: {
  readonly target: SpotlightTarget;
  /** With a session also what the circles advise. */
  readonly session?: Session | null;
  readonly isLarge?: boolean;
}): ReactNode {
  switch (target.kind) {
    case "phase":
    case "cell":
      return (
        <Cards
          phase={target.phase}
          domain={target.kind === "cell" ? target.domain : null}
          isLarge={isLarge}
        />
      );
    case "activity":
      return <Card id={target.id} isLarge={isLarge} />;
    case "decision":
      return <Decision id={target.id} session={session} isLarge={isLarge} />;
    case "member":
      return null;
  }
}

function Cards({
  phase,
  domain,
  isLarge,
}: {
  readonly phase: string;
  readonly domain: string | null;
  readonly isLarge: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const here = useActivities().filter(
    ({ place }) => place[0] === phase && (domain === null || place[1] === domain),
  );
  if (isLarge)
    return (
      <StagePages items={here.map(({ id, title }) => ({ key: id, content: title || t("board.untitled") }))} />
    );
  return (
    <ul className={styles.cards}>
      {here.map(({ id, title }) => (
        <li key={id}>{title || t("board.untitled")}</li>
      ))}
    </ul>
  );
}

function Card({ id, isLarge }: { readonly id: string; readonly isLarge: boolean }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const activity = useActivity(id);
  if (activity === null) return null;
  const written = FIELDS.flatMap((field) => {
    if (activity[field] === "") return [];
    const blocks = activity.rich[field];
    const text = blocks === undefined ? <p>{activity[field]}</p> : <Blocks blocks={blocks} />;
    return [{ field, label: PROMPTS.activity[field].label[language], text }];
  });
  return (
    <article className={styles.focus} data-large={isLarge || undefined} data-testid="look-card">
      <h2>{activity.title || t("board.untitled")}</h2>
      {isLarge ? (
        <StagePages
          items={written.map(({ field, label, text }) => ({
            key: field,
            content: (
              <>
                <strong className={styles.label}>{label}</strong>
                <div className={styles.written}>{text}</div>
              </>
            ),
          }))}
          isPlain
        />
      ) : (
        <dl>
          {written.map(({ field, label, text }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

function Decision({
  id,
  session,
  isLarge,
}: {
  readonly id: string;
  readonly session: Session | null;
  readonly isLarge: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const decision = useEntries("decisions").find((one) => one.id === id);
  if (decision === undefined) return null;
  return (
    <article className={styles.focus} data-large={isLarge || undefined} data-testid="look-decision">
      <h2>{decision.question || t("decisions.untitled")}</h2>
      {decision.status === "decided" && (
        <p className={styles.decided}>{t("takingPart.decide.decided", { outcome: decision.outcome })}</p>
      )}
      <div className={styles.parts}>
        {decision.options.length > 0 &&
          (isLarge ? (
            <StagePages
              items={decision.options.map(({ id: option, title }) => ({ key: option, content: title }))}
              sizes={OPTION_SIZES}
            />
          ) : (
            <ul className={styles.options}>
              {decision.options.map(({ id: option, title }) => (
                <li key={option}>{title}</li>
              ))}
            </ul>
          ))}
        {session === null ? null : <CircleAdvice session={session} decision={id} isLarge={isLarge} />}
      </div>
    </article>
  );
}
