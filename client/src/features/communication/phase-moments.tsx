import type { Communication, Phase } from "@planwand/shared/plan/schema.ts";
import { inTurn, stateOf } from "@planwand/shared/views/communication.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDayWords } from "../../fields/day-words.ts";
import { KIND_ICONS } from "./kind-tag.tsx";
import styles from "./phase-moments.module.css";

/** How many moments a wide line shows; a narrow one shows the first. The others are counted. */
const SHOWN = 2;

/** The moments of a phase on one slim line: what comes next first. Nothing for a phase without moments. */
export function PhaseMoments({ phase }: { readonly phase: Pick<Phase, "id"> }): ReactNode {
  const moments = inTurn(useEntries("communications"), phase.id, useToday());
  if (moments.length === 0) return null;
  return (
    <span className={styles.frame} data-testid="phase-moments" data-phase={phase.id}>
      <span className={styles.line}>
        {moments.slice(0, SHOWN).map((moment) => (
          <MomentSign key={moment.id} moment={moment} />
        ))}
        <More count={moments.length - 1} room="narrow" />
        <More count={moments.length - SHOWN} room="wide" />
      </span>
    </span>
  );
}

function MomentSign({ moment }: { readonly moment: Communication }): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const Icon = KIND_ICONS[moment.kind];
  const state = stateOf(moment, useToday());
  const kind = t(`communication.kinds.${moment.kind}`);
  const date = moment.date === null ? t("communication.noDate") : words.short(moment.date);
  const note =
    state === "late" || state === "done" ? ` (${t(`communication.${state}`).toLocaleLowerCase()})` : "";
  return (
    <span
      className={styles.moment}
      data-state={state}
      title={`${date} · ${kind}${note}: ${moment.message || t("communication.untitled")}`}
    >
      <Icon size={13} aria-hidden="true" />
      <span className={styles.words}>{`${date} ${kind}`}</span>
      {note === "" ? null : <span className="visually-hidden">{note}</span>}
    </span>
  );
}

/** How many more there are, on a line with this much room. */
function More({ count, room }: { readonly count: number; readonly room: "narrow" | "wide" }): ReactNode {
  const { t } = useTranslation();
  if (count < 1) return null;
  return (
    <span className={styles.more} data-room={room}>
      <span aria-hidden="true">{t("communication.line.more", { count })}</span>
      <span className="visually-hidden">{t("communication.line.moreWords", { count })}</span>
    </span>
  );
}
