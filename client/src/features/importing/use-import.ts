import type { ImportChoices, Proposal } from "@planwand/shared/exchange/proposal.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { importEdits } from "../../plan/import.ts";
import { type ImportContent, proposeImport } from "../../sync/import-api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { knownColumns, rememberColumns } from "./known-columns.ts";

/** An import under way: what was chosen, and what it would change. */
export interface Importing {
  readonly proposal: Proposal | null;
  readonly choices: Partial<ImportChoices>;
  readonly isBusy: boolean;
  /** What went wrong, in words; null when nothing did. */
  readonly mistake: string | null;
  /** Takes other content, or starts again for null. */
  readonly take: (content: ImportContent | null) => void;
  readonly choose: (choices: Partial<ImportChoices>) => void;
  /** Leaves a row out, or takes it along after all; at once, since nothing else depends on it. */
  readonly skip: (row: string, isSkipped: boolean) => void;
  /** Carries it out; resolves to whether that was done. */
  readonly finish: () => Promise<boolean>;
}

export function useImport(): Importing {
  const { t } = useTranslation();
  const { doc, actor, connection } = usePlanSession();
  const [content, setContent] = useState<ImportContent | null>(null);
  const [choices, setChoices] = useState<Partial<ImportChoices>>({});
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);

  async function ask(
    source: ImportContent,
    wanted: Partial<ImportChoices>,
    isFinal: boolean,
  ): Promise<Proposal | null> {
    setBusy(true);
    setMistake(null);
    const answer = await proposeImport(connection.planId, source, wanted, isFinal);
    setBusy(false);
    if (answer.ok) {
      setProposal(answer.value);
      return answer.value;
    }
    const { status, title } = answer.failure;
    setMistake(status === "unreachable" ? t("importing.unreachable") : (title ?? t("importing.failed")));
    return null;
  }

  return {
    proposal,
    choices,
    isBusy,
    mistake,
    take(source) {
      const fresh = { columns: knownColumns() };
      setContent(source);
      setChoices(fresh);
      setProposal(null);
      setMistake(null);
      if (source !== null) void ask(source, fresh, false);
    },
    choose(more) {
      const wanted = { ...choices, ...more };
      setChoices(wanted);
      if (more.columns !== undefined) rememberColumns(more.columns);
      if (content !== null) void ask(content, wanted, false);
    },
    skip(row, isSkipped) {
      const others = (choices.skip ?? []).filter((key) => key !== row);
      setChoices({ ...choices, skip: isSkipped ? [...others, row] : others });
      setProposal((before) => before && withSkipped(before, row, isSkipped));
    },
    async finish() {
      const final = content === null ? null : await ask(content, choices, true);
      if (final === null) return false;
      const count = final.rows.filter(
        ({ action, isSkipped }) => !isSkipped && (action === "add" || action === "change"),
      ).length;
      const takeBack = importEdits(doc, final.edits, actor.id);
      showToast(t("importing.done", { count }), {
        label: t("undo.undo"),
        kind: "import",
        run: () => showToast(takeBack() ? t("importing.undone") : t("importing.undoLater")),
      });
      return true;
    },
  };
}

function withSkipped(proposal: Proposal, row: string, isSkipped: boolean): Proposal {
  return { ...proposal, rows: proposal.rows.map((one) => (one.key === row ? { ...one, isSkipped } : one)) };
}
