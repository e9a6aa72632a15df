import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./importing.module.css";
import { forgetMapping, usedMapping } from "./known-mapping.ts";
import type { Proposing } from "./use-proposal.ts";

/** That columns or words are taken as they were for an earlier file, and a way to begin anew. */
export function Remembered({
  proposal,
  proposing: { content, choices, take },
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
}): ReactNode {
  const { t } = useTranslation();
  // What is said of this file itself was not remembered.
  const [used] = useState(() => usedMapping(proposal, choices));
  if (used.length === 0) return null;
  return (
    <p className={styles.note} data-testid="import-remembered">
      {t("importing.remembered.text")}{" "}
      <Button
        variant="ghost"
        onClick={() => {
          forgetMapping(used);
          take(content, { phase: choices.phase ?? null, domain: choices.domain ?? null });
        }}
      >
        {t("importing.remembered.forget")}
      </Button>
    </p>
  );
}
