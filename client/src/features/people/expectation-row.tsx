import type { Expectation } from "@planwand/shared/views/expectations.ts";
import { Gavel, type LucideIcon, Megaphone, SquareKanban } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivity } from "../../plan/hooks.ts";
import { useShortDays } from "../../fields/short-days.ts";
import styles from "./expectations.module.css";
import { useRoleWords } from "./role-words.ts";
import type { ShowEntry } from "./show-entry.ts";

const ICONS: Record<Expectation["kind"], LucideIcon> = {
  activity: SquareKanban,
  decision: Gavel,
  communication: Megaphone,
};
const VIEW_OF = { activity: "activity", decision: "decisions", communication: "communication" } as const;

/** One thing that is expected of a party: what it is, in which role, by when; it leads to where it belongs. */
export function ExpectationRow({
  expected,
  partyId,
  onShow,
}: {
  readonly expected: Expectation;
  readonly partyId: string;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const period = useShortDays();
  const roleWords = useRoleWords();
  const card = useActivity(expected.id);
  const { kind, id, title, date, isLate, isOver } = expected;
  const Icon = ICONS[kind];
  const start = kind === "activity" ? expected.start : null;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-kind={kind}
        data-over={isOver || undefined}
        onClick={() => onShow(VIEW_OF[kind], id)}
      >
        <Icon size={17} aria-hidden="true" />
        <span className={styles.what}>
          <strong className={styles.title}>{title || t("board.untitled")}</strong>
          <span className={styles.facts}>
            <span>{t(`parties.kind.${kind}`)}</span>
            <span className={styles.role}>
              {kind === "activity"
                ? roleWords(expected.slots, partyId, card?.names ?? {})
                : t(`parties.expectedAs.${expected.as}`)}
            </span>
            {kind === "activity" && card !== null ? <span>{t(`board.status.${card.status}`)}</span> : null}
          </span>
        </span>
        <span className={styles.when}>
          {(start === null ? period(date, null) : period(start, date)) || t("parties.noDate")}
          {isLate ? <span className={styles.late}>{t("parties.late")}</span> : null}
        </span>
      </button>
    </li>
  );
}
