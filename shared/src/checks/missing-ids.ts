import type { Finding } from "./finding.ts";
import type { Severity } from "./rules.ts";

/**
 * The activities that lack something of these weights, by id: for a filter *ontbreekt* and for counts. `findings` are those of
 * `checkPlan`, so what was waived is not among them. What can wait counts only when `withFar`.
 */
export function missingIds(
  findings: readonly Finding[],
  { severities, withFar }: { readonly severities: readonly Severity[]; readonly withFar: boolean },
): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ subject, severity, isFar }) =>
      subject.kind === "activity" && severities.includes(severity) && (withFar || !isFar) ? [subject.id] : [],
    ),
  );
}

/** What is found about one entry, ranked. */
export function findingsAbout(
  findings: readonly Finding[],
  kind: Finding["subject"]["kind"],
  id: string,
): readonly Finding[] {
  return findings.filter(({ subject }) => subject.kind === kind && subject.id === id);
}
