import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EntryContext } from "../../fields/entry-context.ts";
import { RichField } from "../../fields/rich-field.tsx";
import { usePlaceName } from "./use-places.ts";
import { useActivity } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import styles from "./task.module.css";
import { ReactionBar } from "./reaction-bar.tsx";
import type { TaskProps } from "./task.ts";

const FIELDS = ["what", "why", "result", "criterion"] as const;

/** The card in focus; everybody's screen follows it, and where the step lets them they write in it together. */
export function WriteTask({ now, person, as }: TaskProps<"write">): ReactNode {
  const { t } = useTranslation();
  const { focus } = now.session;
  const activity = useActivity(focus?.kind === "activity" ? focus.id : "");
  if (activity === null) return <p className={styles.look}>{t("takingPart.write.waiting")}</p>;
  return (
    <>
      <FocusCard activity={activity} canWrite={now.allowed.has("edit-focus")} />
      {now.allowed.has("react") && (
        <ReactionBar session={now.session} activity={activity.id} person={person} as={as} />
      )}
    </>
  );
}

function FocusCard({
  activity,
  canWrite,
}: {
  readonly activity: CardSnapshot;
  readonly canWrite: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const { id, title, place } = activity;
  const entry = useMemo(() => ({ entryId: id, canWrite }), [id, canWrite]);
  const [phase, domain] = place;
  return (
    <EntryContext value={entry}>
      <article className={styles.focus} data-testid="focus-card">
        <p className={styles.place}>{nameOf({ kind: "cell", phase, domain })}</p>
        <h2>{title || t("board.untitled")}</h2>
        <p className={styles.note}>
          {t(canWrite ? "takingPart.write.together" : "takingPart.write.reading")}
        </p>
        {FIELDS.map((field) => (
          <RichField
            key={`${id}:${field}`}
            at={{ root: "activities", id, field }}
            text={activity[field]}
            blocks={activity.rich[field]}
            prompt={PROMPTS.activity[field]}
          />
        ))}
      </article>
    </EntryContext>
  );
}
