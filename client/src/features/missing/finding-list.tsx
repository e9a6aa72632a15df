import { type Finding, waiverKey } from "@planwand/shared/checks/finding.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
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
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  if (findings.length === 0) return null;
  const more = findings.length - limit;
  return (
    <>
      <ul className={styles.list}>
        {findings.slice(0, limit).map((finding) => (
          <FindingRow key={waiverKey(finding.rule, finding.object)} finding={finding} onGo={onGo} />
        ))}
      </ul>
      {more > 0 ? (
        <Button
          variant="ghost"
          size="small"
          className={styles.more ?? ""}
          onClick={() => setLimit(limit + 4 * PAGE)}
        >
          {t("missing.more", { count: Math.min(more, 4 * PAGE) })}
        </Button>
      ) : null}
    </>
  );
}
