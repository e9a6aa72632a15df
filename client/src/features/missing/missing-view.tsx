import { countFindings, findingsOf } from "@planwand/shared/checks/groups.ts";
import { SEVERITIES } from "@planwand/shared/checks/rules.ts";
import { PartyPopper } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type PlanState, useChecked } from "../../plan/checked.ts";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { showInScroller } from "../../ui/reach.ts";
import { ViewPage } from "../../ui/view-page.tsx";
import { foldsOf } from "./folds.ts";
import styles from "./missing.module.css";
import { ScoreLine } from "./score-line.tsx";
import { SeveritySection } from "./severity-section.tsx";
import { WaivedList } from "./waived-list.tsx";
import { useWhose } from "./use-whose.ts";
import { WhoseChoice } from "./whose-choice.tsx";

/** What the plan still lacks: by rule, for everybody, a circle or a party, each with the way to where it is mended. */
export function MissingView({ onGo }: { readonly onGo: (path: string) => void }): ReactNode {
  const { t } = useTranslation();
  const state = useChecked();
  return (
    <ViewPage title={t("missing.title")} intro={t("missing.intro")}>
      {state === null ? null : <Findings state={state} onGo={onGo} />}
    </ViewPage>
  );
}

function Findings({
  state: { findings, waived, score },
  onGo,
}: {
  readonly state: PlanState;
  readonly onGo: (path: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const { whose, choose } = useWhose(parties);
  const shown = findingsOf(findings, whose);
  const counts = countFindings(findings, parties);
  const { bySeverity } = countFindings(shown, parties);
  const words =
    shown.length === 0
      ? t(whose.kind === "all" ? "missing.allDone" : "missing.nothingOf")
      : bySeverity.M === 0
        ? t("missing.mustDone")
        : null;
  useSpokenZero(words);
  useReturn();
  return (
    <>
      <ScoreLine score={score.plan} counts={bySeverity} />
      <WhoseChoice whose={whose} counts={counts} onChoose={choose} />
      {words === null ? null : (
        <p className={styles.cheer} data-testid="nothing-needed">
          <PartyPopper size={20} aria-hidden />
          <span>
            <strong>{words}</strong>
            {shown.length === 0 ? null : ` ${t("missing.mustDoneHelp")}`}
          </span>
        </p>
      )}
      {SEVERITIES.map((severity) => (
        <SeveritySection
          key={severity}
          severity={severity}
          findings={shown.filter((finding) => finding.severity === severity)}
          onGo={onGo}
        />
      ))}
      <WaivedList waived={findingsOf(waived, whose)} />
    </>
  );
}

/** Says once that nothing is needed any more, when that comes about while one is looking. */
function useSpokenZero(words: string | null): void {
  const before = useRef(words);
  useEffect(() => {
    if (words !== null && before.current === null) announce(words, "polite");
    before.current = words;
  }, [words]);
}

/** Whoever comes back from mending something is where they were. */
function useReturn(): void {
  const { doc } = usePlanSession();
  useEffect(() => {
    const { last } = foldsOf(doc).getSnapshot();
    if (last === null) return;
    const row = document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(last)}"]`);
    if (row === null) return;
    showInScroller(row);
    row.focus({ preventScroll: true });
  }, [doc]);
}
