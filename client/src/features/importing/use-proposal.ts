import type { ImportChoices, Proposal, ProposedRow } from "@planwand/shared/exchange/proposal.ts";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiFailure, ApiResult } from "../../sync/api.ts";
import type { ImportContent } from "../../sync/import-api.ts";
import { knownMapping, knownTables, rememberMapping } from "./known-mapping.ts";

/** What a file or a pasted table would bring, and what is said about that before it is taken over. */
export interface Proposing {
  readonly content: ImportContent | null;
  readonly proposal: Proposal | null;
  readonly choices: Partial<ImportChoices>;
  readonly isBusy: boolean;
  /** What went wrong, in words; null when nothing did. */
  readonly mistake: string | null;
  /** Takes other content, with what is known of it, or starts again for null. */
  readonly take: (content: ImportContent | null, known?: Partial<ImportChoices>) => void;
  readonly choose: (choices: Partial<ImportChoices>) => void;
  /** Leaves a row out, or takes it along after all; at once, since nothing else depends on it. */
  readonly skip: (row: Pick<ProposedRow, "key" | "isBeside">, isSkipped: boolean) => void;
  /** The same for several rows. */
  readonly skipAll: (rows: readonly Pick<ProposedRow, "key" | "isBeside">[], isSkipped: boolean) => void;
  /** Does something with what was chosen; resolves to what came of it, or null when it failed. */
  readonly carryOut: <Value>(work: Work<Value>) => Promise<Value | null>;
}

type Work<Value> = (content: ImportContent, choices: Partial<ImportChoices>) => Promise<ApiResult<Value>>;

/** `propose` asks what would come of it; nothing is written. */
export function useProposal(propose: Work<Proposal>): Proposing {
  const { t } = useTranslation();
  const [content, setContent] = useState<ImportContent | null>(null);
  const [choices, setChoices] = useState<Partial<ImportChoices>>({});
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);

  const asked = useRef(0);

  /** What was asked last is what is shown: an earlier answer that comes after it is of choices that hold no more. */
  async function run<Value>(asking: Promise<ApiResult<Value>>): Promise<Value | null> {
    const turn = ++asked.current;
    setBusy(true);
    setMistake(null);
    const answer = await asking;
    if (turn !== asked.current) return null;
    setBusy(false);
    if (answer.ok) return answer.value;
    setMistake(sentenceOf(answer.failure));
    return null;
  }
  const sentenceOf = ({ status, title }: ApiFailure): string =>
    status === "unreachable" ? t("importing.unreachable") : (title ?? t("importing.failed"));

  async function ask(source: ImportContent, wanted: Partial<ImportChoices>): Promise<Proposal | null> {
    const read = await run(propose(source, wanted));
    if (read !== null) setProposal(read);
    return read;
  }

  /** Asks once more when a table is like one of which something was said before: which it is shows only when it was read. */
  async function askAnew(source: ImportContent, said: Partial<ImportChoices>): Promise<void> {
    const fresh = { ...knownMapping(), ...said };
    setChoices(fresh);
    const read = await ask(source, fresh);
    const known = read === null ? null : knownTables(read);
    if (known === null) return;
    setChoices({ ...fresh, ...known });
    await ask(source, { ...fresh, ...known });
  }

  function skipAll(rows: readonly Pick<ProposedRow, "key" | "isBeside">[], isSkipped: boolean): void {
    // What stands beside a list is left out unless it is said to be taken; all else the other way round.
    const named = { take: new Set(choices.take), skip: new Set(choices.skip) };
    for (const { key, isBeside } of rows) {
      const list = named[isBeside ? "take" : "skip"];
      if (isSkipped === isBeside) list.delete(key);
      else list.add(key);
    }
    setChoices({ ...choices, take: [...named.take], skip: [...named.skip] });
    setProposal((before) => before && withSkipped(before, new Set(rows.map(({ key }) => key)), isSkipped));
  }

  return {
    content,
    proposal,
    choices,
    isBusy,
    mistake,
    take(source, said = {}) {
      asked.current++;
      setBusy(false);
      setContent(source);
      setChoices({});
      setProposal(null);
      setMistake(null);
      if (source !== null) void askAnew(source, said);
    },
    choose(more) {
      const wanted = { ...choices, ...more };
      setChoices(wanted);
      rememberMapping(more, proposal?.tables ?? []);
      if (content !== null) void ask(content, wanted);
    },
    skip: (row, isSkipped) => skipAll([row], isSkipped),
    skipAll,
    carryOut: async (work) => (content === null ? null : run(work(content, choices))),
  };
}

function withSkipped(proposal: Proposal, rows: ReadonlySet<string>, isSkipped: boolean): Proposal {
  return {
    ...proposal,
    rows: proposal.rows.map((one) => (rows.has(one.key) ? { ...one, isSkipped } : one)),
  };
}
