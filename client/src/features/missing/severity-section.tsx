import type { Finding } from "@planwand/shared/checks/finding.ts";
import { byRule, type RuleGroup } from "@planwand/shared/checks/groups.ts";
import type { Severity } from "@planwand/shared/checks/rules.ts";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { FindingList } from "./finding-list.tsx";
import { fold, foldsOf } from "./folds.ts";
import styles from "./missing.module.css";
import { SeverityIcon } from "./severity-icon.tsx";

/** A group that must be seen to opens by itself as long as it is this short. */
const OPEN_UP_TO = 5;

/** The findings of one weight, folded by rule. */
export function SeveritySection({
  severity,
  findings,
  onGo,
}: {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly onGo: (path: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  if (findings.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id} data-severity={severity}>
      <div className={styles.sectionHead}>
        <h3 id={id} className={styles.heading}>
          <SeverityIcon severity={severity} />
          {t(`missing.severity.${severity}`)}
        </h3>
        <p className={styles.help}>{t(`missing.severityHelp.${severity}`)}</p>
      </div>
      <ul className={styles.groups}>
        {byRule(findings).map((group) => (
          <Group key={group.rule} group={group} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}

function Group({
  group: { rule, severity, now, far },
  onGo,
}: {
  readonly group: RuleGroup;
  readonly onGo: (path: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const folds = foldsOf(doc);
  const { open } = useSyncExternalStore(folds.subscribe, folds.getSnapshot);
  const name = `${severity} ${rule}`;
  const isOpen = open.get(name) ?? (severity === "M" && now.length > 0 && now.length <= OPEN_UP_TO);
  const id = useId();
  const count = now.length + far.length;
  return (
    <li className={styles.group} data-rule={rule}>
      <button
        type="button"
        className={styles.groupHead}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => fold(doc, name, !isOpen)}
      >
        <ChevronRight size={16} aria-hidden className={styles.chevron} />
        <span className={styles.groupName}>{t(`missing.rules.${rule}`)}</span>
        <span className={styles.groupCount}>
          <span aria-hidden>{count}</span>
          <span className="visually-hidden">{t("missing.count", { count })}</span>
        </span>
      </button>
      {isOpen ? (
        <div id={id} className={styles.groupBody}>
          <FindingList findings={now} onGo={onGo} />
          {far.length === 0 ? null : (
            <>
              <p className={styles.far}>{t("missing.far")}</p>
              <FindingList findings={far} onGo={onGo} />
            </>
          )}
        </div>
      ) : null}
    </li>
  );
}
