import type { Block, Section } from "../blocks.ts";
import { plain } from "../content.ts";
import type { Context } from "../context.ts";
import { heading, text } from "../table.ts";
import { waiverLine } from "./plan-parts.ts";

/** What is still missing, the heaviest first, and which checks were declared not to apply. */
export function gapsSection(context: Context): Section {
  const { plan, words } = context;
  const waivers = plan.waivers.map((waiver): Block => ({
    type: "text",
    content: waiverLine(
      context,
      waiver.check,
      waiver.subject,
      waiver.reason.trim() || words.activity.noReason,
    ),
    tone: "plain",
    subject: { kind: "waiver", id: waiver.id },
  }));
  return {
    id: "gaps",
    title: words.sections.gaps,
    orientation: "portrait",
    blocks: [
      text(plain(words.gaps.none), "note"),
      ...(waivers.length === 0 ? [] : [heading(2, words.gaps.waived), ...waivers]),
    ],
  };
}
