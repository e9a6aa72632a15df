import { REACTIONS, reactionKey, type Reaction, type Session } from "@planwand/shared/workshop/session.ts";
import { CircleHelp, Heart, type LucideIcon, ThumbsUp, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./task.module.css";
import { useTell, useUnderWay } from "./use-workshop.ts";

const ICONS: Record<Reaction, LucideIcon> = {
  agree: ThumbsUp,
  heart: Heart,
  question: CircleHelp,
  doubt: TriangleAlert,
};

/** Signs without words on a card, with how many gave each. */
export function ReactionBar({
  session,
  activity,
  person,
  as,
}: {
  readonly session: Session;
  readonly activity: string;
  readonly person: string;
  readonly as: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const underWay = useUnderWay(session.id);
  return (
    <div className={styles.reactions} role="group" aria-label={t("takingPart.react.label")}>
      {REACTIONS.map((reaction) => {
        const Icon = ICONS[reaction];
        const isKept = session.reactions.has(reactionKey(activity, person, reaction));
        const last = underWay.findLast(
          (command) =>
            command.type === "reaction.set" &&
            command.activity === activity &&
            command.reaction === reaction &&
            (command.as ?? null) === as,
        );
        const isOn = last?.type === "reaction.set" ? last.on : isKept;
        const kept = [...session.reactions.values()].filter(
          (one) => one.activity === activity && one.reaction === reaction,
        ).length;
        const count = kept + Number(isOn) - Number(isKept);
        return (
          <button
            key={reaction}
            type="button"
            className={styles.reaction}
            aria-pressed={isOn}
            onClick={() => tell({ type: "reaction.set", activity, reaction, on: !isOn, as })}
          >
            <Icon size={18} aria-hidden />
            <span>{t(`takingPart.react.names.${reaction}`)}</span>
            {count > 0 && <span className={styles.count}>{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
