import { countRows, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ColumnMapping } from "./column-mapping.tsx";
import styles from "./importing.module.css";
import { LeftBehind } from "./left-behind.tsx";
import { MissingPlaces } from "./missing-places.tsx";
import { NewPlanSize } from "./new-plan-size.tsx";
import { Remembered } from "./remembered.tsx";
import { RowPreview } from "./row-preview.tsx";
import { type KnownNames, UnknownNames } from "./unknown-names.tsx";
import { UnknownDays } from "./unknown-days.tsx";
import { UnknownWords } from "./unknown-words.tsx";
import type { Proposing } from "./use-proposal.ts";

/** What a file brings, what stays behind, what is asked, and row by row; `known` are the names of the plan, null for a plan of its own. */
export function ProposalPreview({
  proposal,
  proposing,
  known,
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
  readonly known: KnownNames | null;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {known === null ? (
        <NewPlanSize proposal={proposal} />
      ) : (
        <p className={styles.summary} role="status" data-testid="import-summary">
          {t("importing.summary", { ...countRows(proposal) })}
        </p>
      )}
      <Remembered proposal={proposal} proposing={proposing} />
      <LeftBehind proposal={proposal} proposing={proposing} />
      <ColumnMapping proposal={proposal} proposing={proposing} />
      <MissingPlaces proposal={proposal} proposing={proposing} known={known} />
      <UnknownWords proposal={proposal} proposing={proposing} />
      <UnknownDays proposal={proposal} proposing={proposing} />
      <UnknownNames proposal={proposal} proposing={proposing} known={known} />
      <RowPreview proposal={proposal} proposing={proposing} isWhole={known === null} />
    </>
  );
}
