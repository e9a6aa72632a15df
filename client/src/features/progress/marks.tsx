import type { RollUp } from "@planwand/shared/views/progress.ts";
import { AlarmClock, Ban } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./marks.module.css";
import { usePartWords } from "./use-part-words.ts";

const ICONS = { late: AlarmClock, blocked: Ban } as const;

/** How many are late and blocked, each with a sign and in words; nothing when none is. */
export function Marks({ part }: { readonly part: RollUp }): ReactNode {
  const marks = usePartWords().marks(part);
  if (marks.length === 0) return null;
  return (
    <span className={styles.marks}>
      {marks.map(({ kind, words }) => {
        const Icon = ICONS[kind];
        return (
          <span key={kind} className={styles.mark} data-kind={kind}>
            <Icon size={14} aria-hidden="true" />
            {words}
          </span>
        );
      })}
    </span>
  );
}
