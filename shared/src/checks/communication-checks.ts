import { COMMUNICATION_KINDS } from "../plan/schema.ts";
import { coverageOf } from "../views/coverage.ts";
import type { CheckContext } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** K18, K19 and K20: moments that a phase lacks, that are over without a word, and who hears nothing. */
export function checkCommunication(context: CheckContext): Draft[] {
  return [...lackingKinds(context), ...passed(context), ...unheard(context)];
}

function lackingKinds({ plan }: CheckContext): Draft[] {
  const there = new Set(plan.communications.map(({ phase, kind }) => `${phase} ${kind}`));
  return plan.phases.flatMap((phase) =>
    COMMUNICATION_KINDS.filter((kind) => !there.has(`${phase.id} ${kind}`)).map((kind) => ({
      rule: "K18" as const,
      subject: { kind: "phase" as const, id: phase.id, field: "moments" },
      object: `${phase.id}/${kind}`,
      words: { phase: phase.name, kind },
      date: phase.start,
    })),
  );
}

function passed({ plan, today }: CheckContext): Draft[] {
  return plan.communications.flatMap(({ id, date, done, message, channel, sender }) => {
    if (done || date === null || date >= today) return [];
    return [
      {
        rule: "K19" as const,
        subject: { kind: "communication" as const, id, field: "done" },
        words: { title: message || channel, date },
        date,
        parties: sender === null ? [] : [sender],
      },
    ];
  });
}

function unheard({ plan, live }: CheckContext): Draft[] {
  const rows = coverageOf({
    phases: plan.phases,
    parties: plan.parties,
    moments: plan.communications,
    activities: live,
  });
  return plan.phases.flatMap((phase, at) => {
    const out = rows.filter(({ cells }) => cells[at]?.isLeftOut === true).map(({ party }) => party);
    if (out.length === 0) return [];
    return [
      {
        rule: "K20" as const,
        subject: { kind: "phase" as const, id: phase.id, field: "coverage" },
        words: { phase: phase.name, parties: out.map(({ name }) => name) },
        date: phase.start,
        parties: out.map(({ id }) => id),
      },
    ];
  });
}
