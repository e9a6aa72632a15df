import { type Finding, waiverKey } from "@planwand/shared/checks/finding.ts";
import type { ReactNode } from "react";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { FindingRow } from "./finding-row.tsx";
import styles from "./missing.module.css";

/** So many are shown at first; more are asked for. */
const PAGE = 25;

/** Findings one below the other, the first of many. */
export function FindingList({
  findings,
  onGo,
}: {
  readonly findings: readonly Finding[];
  readonly onGo: (path: string) => void;
}): ReactNode {
  const first = useFirstOf(findings, PAGE);
  if (findings.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {first.shown.map((finding) => (
          <FindingRow key={waiverKey(finding.rule, finding.object)} finding={finding} onGo={onGo} />
        ))}
      </ul>
      <ShowNext of={first} className={styles.more} />
    </>
  );
}
