import { checkPlan } from "../../checks/check-plan.ts";
import { cellId, type Finding } from "../../checks/finding.ts";
import { byRule } from "../../checks/groups.ts";
import { type Rule, SEVERITIES } from "../../checks/rules.ts";
import type { Block, Section } from "../blocks.ts";
import { bullets, labelled, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { heading, text } from "../table.ts";

/** What is still missing, the heaviest first, by check with the numbers or names of what it is about; and what was waived. */
export function gapsSection(context: Context): Section {
  const { plan, words, journal, today, selected } = context;
  const shown = new Set(
    [...selected.activities, ...selected.decisions, ...selected.communications].map(({ id }) => id),
  );
  const isShown = ({ subject }: Finding): boolean => selected.isWhole || shown.has(subject.id);
  const findings = checkPlan(plan, journal, today).findings.filter(isShown);
  const names = namesIn(context);
  const groups = SEVERITIES.flatMap((severity) => {
    const rules = byRule(findings.filter((one) => one.severity === severity));
    const lines = rules.map(({ rule, now, far }) => {
      const about = new Set(
        [...now, ...far].map(({ subject }) => names.get(subject.id) ?? context.numberOf(subject.id)),
      );
      const list = [...about].filter((name) => name !== "").join(", ");
      return list === "" ? plain(words.rules[rule]) : labelled(words.rules[rule], plain(list));
    });
    return lines.length === 0 ? [] : [heading(2, words.gaps.severity[severity]), text(bullets(lines))];
  });
  const waivers = plan.waivers.map((waiver): Block => ({
    type: "text",
    content: labelled(
      words.rules[waiver.check as Rule] ?? waiver.check,
      plain(
        [
          names.get(waiver.subject) ?? context.numberOf(waiver.subject),
          waiver.reason.trim() || words.activity.noReason,
        ]
          .filter((part) => part !== "")
          .join(": "),
      ),
    ),
    tone: "plain",
    subject: { kind: "waiver", id: waiver.id },
  }));
  return {
    id: "gaps",
    title: words.sections.gaps,
    orientation: "portrait",
    blocks: [
      ...(groups.length === 0 ? [text(plain(words.gaps.none), "note")] : groups),
      ...(waivers.length === 0 ? [] : [heading(2, words.gaps.waived), ...waivers]),
    ],
  };
}

/** What has no number goes by its name; a cell by those of its phase and domain. */
function namesIn({ plan, words }: Context): ReadonlyMap<string, string> {
  const named = [...plan.phases, ...plan.domains, ...plan.parties].map(
    ({ id, name }) => [id, name.trim() || words.untitled] as const,
  );
  const goals = plan.goals.map(({ id, title }) => [id, title.trim() || words.untitled] as const);
  const cells = plan.phases.flatMap((phase) =>
    plan.domains.map((domain) => [cellId(phase.id, domain.id), `${phase.name} × ${domain.name}`] as const),
  );
  return new Map([...named, ...goals, ...cells]);
}
