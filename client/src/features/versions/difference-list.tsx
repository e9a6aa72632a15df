import type { Cell, Differences, ToldChange, ToldEntry } from "@planwand/shared/diff/differences.ts";
import type { Seal } from "@planwand/shared/journal/journal.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFieldWords } from "../../fields/change-words.ts";
import { MarkedText } from "../../fields/marked-text.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import { useJournal } from "../../plan/journal.ts";
import styles from "./versions.module.css";

/** All that became different, by what it is, in the order in which people ask for it. */
export function DifferenceList({
  differences,
  isBetweenPlans = false,
}: {
  readonly differences: Differences;
  /** It is another plan, not an earlier moment, to which this one is compared: nothing came or went. */
  readonly isBetweenPlans?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { plan, added, dropped, moved, changed, taken, reopened, names, isEmpty } = differences;
  const entry = (one: ToldEntry): ReactNode => (
    <Entry key={`${one.kind} ${one.id}`} entry={one} names={names} />
  );
  return (
    <>
      {isEmpty ? <p>{t(isBetweenPlans ? "versions.same" : "changes.empty")}</p> : null}
      <Section title={t("changes.sections.taken", { count: taken.length })} isThere={taken.length > 0}>
        {taken.map((seal) => (
          <Sealed key={seal.seq} seal={seal} />
        ))}
      </Section>
      <Section
        title={t("changes.sections.reopened", { count: reopened.length })}
        isThere={reopened.length > 0}
      >
        {reopened.map(({ seq, question, reopened: how }) => (
          <li key={seq} className={styles.change}>
            <p className={styles.subject}>{question}</p>
            <p className={styles.line}>{t("changes.reopenedLine", { reason: how?.reason ?? "" })}</p>
          </li>
        ))}
      </Section>
      <Section
        title={t(isBetweenPlans ? "versions.onlyHere" : "changes.sections.added", { count: added.length })}
        isThere={added.length > 0}
      >
        {added.map(entry)}
      </Section>
      <Section
        title={t(isBetweenPlans ? "versions.onlyThere" : "changes.sections.dropped", {
          count: dropped.length,
        })}
        isThere={dropped.length > 0}
      >
        {dropped.map(entry)}
      </Section>
      <Section
        title={t(isBetweenPlans ? "versions.elsewhere" : "changes.sections.moved", { count: moved.length })}
        isThere={moved.length > 0}
      >
        {moved.map((one) => (
          <li key={one.id} className={styles.change}>
            <Subject entry={one} />
            <p>
              {t(isBetweenPlans ? "versions.places" : "changes.movedLine", {
                from: cell(one.from, names, t("changes.nowhere")),
                to: cell(one.to, names, t("changes.nowhere")),
              })}
            </p>
            <Reasons changes={one.changes} />
          </li>
        ))}
      </Section>
      <Section title={t("changes.sections.plan")} isThere={plan.length > 0}>
        <li className={styles.change}>
          <Changes kind="meta" changes={plan} names={names} />
        </li>
      </Section>
      <Section
        title={t(isBetweenPlans ? "versions.otherwise" : "changes.sections.changed", {
          count: changed.length,
        })}
        isThere={changed.length > 0}
      >
        {changed.map(entry)}
      </Section>
      <Progress differences={differences} isBetweenPlans={isBetweenPlans} />
    </>
  );
}

function Section({
  title,
  isThere,
  children,
}: {
  readonly title: string;
  readonly isThere: boolean;
  readonly children: ReactNode;
}): ReactNode {
  if (!isThere) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.changes}>{children}</ul>
    </section>
  );
}

function Progress({
  differences: { progress },
  isBetweenPlans,
}: {
  readonly differences: Differences;
  readonly isBetweenPlans: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { done, all, mean } = progress;
  const isSame = done.from === done.to && all.from === all.to && mean.from === mean.to;
  if (isBetweenPlans)
    return (
      <section className={styles.section} aria-label={t("changes.sections.progress")}>
        <h3 className={styles.heading}>{t("changes.sections.progress")}</h3>
        <p>{t("versions.progressThere", { done: done.from, all: all.from, mean: mean.from })}</p>
        <p>{t("versions.progressHere", { done: done.to, all: all.to, mean: mean.to })}</p>
      </section>
    );
  const numbers = { from: done.from, fromAll: all.from, to: done.to, toAll: all.to };
  return (
    <section className={styles.section} aria-label={t("changes.sections.progress")}>
      <h3 className={styles.heading}>{t("changes.sections.progress")}</h3>
      {isSame ? (
        <p>{t("changes.progressSame", { ...numbers, mean: mean.to })}</p>
      ) : (
        <p>
          {t("changes.progressDone", numbers)} {t("changes.progressMean", mean)}
        </p>
      )}
    </section>
  );
}

function Sealed({ seal }: { readonly seal: Seal }): ReactNode {
  const { t } = useTranslation();
  const { day } = useDayWords();
  const { question, outcome, rationale, deciderName, decidedOn } = seal;
  const on = day(decidedOn);
  return (
    <li className={styles.change}>
      <p className={styles.subject}>{question}</p>
      <p>{t("changes.takenLine", { outcome, rationale, decider: deciderName, day: on })}</p>
    </li>
  );
}

type Names = ReadonlyMap<string, string>;

function Entry({ entry, names }: { readonly entry: ToldEntry; readonly names: Names }): ReactNode {
  return (
    <li className={styles.change} data-testid="difference">
      <Subject entry={entry} />
      <Changes kind={entry.kind} changes={entry.changes} names={names} />
    </li>
  );
}

function Subject({ entry: { kind, title } }: { readonly entry: ToldEntry }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={styles.subject}>
      <span className={styles.kind}>{t(`changes.kinds.${kind}`)}</span>{" "}
      {title === "" ? t("changes.untitled") : title}
    </p>
  );
}

function Changes({
  kind,
  changes,
  names,
}: {
  readonly kind: ToldEntry["kind"] | "meta";
  readonly changes: readonly ToldChange[];
  readonly names: Names;
}): ReactNode {
  const words = useFieldWords(names);
  return changes.map((change) => {
    const told = words(kind, change);
    return (
      <div key={change.field} className={styles.told}>
        {told.kind === "sentence" ? (
          <p>{told.text}</p>
        ) : (
          <>
            <p className={styles.field}>{told.field}</p>
            <MarkedText from={told.from} to={told.to} />
          </>
        )}
        <Reasons changes={[change]} />
      </div>
    );
  });
}

function Reasons({ changes }: { readonly changes: readonly ToldChange[] }): ReactNode {
  const { t } = useTranslation();
  const { members } = useJournal();
  return changes
    .flatMap(({ reasons }) => reasons)
    .map(({ seq, reason, by }) => (
      <p key={seq} className={styles.line}>
        {t("changes.reason", { reason, name: members.get(by)?.name ?? t("changes.somebody") })}
      </p>
    ));
}

function cell({ phase, domain }: Cell, names: Names, nowhere: string): string {
  if (phase === null || domain === null) return nowhere;
  return `${names.get(phase) ?? ""} · ${names.get(domain) ?? ""}`;
}
