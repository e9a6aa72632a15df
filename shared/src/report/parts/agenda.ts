import type { Party } from "../../plan/schema.ts";
import { agendaOf, inRegisterOrder } from "../../views/decisions.ts";
import type { Section } from "../blocks.ts";
import type { Context } from "../context.ts";
import { longDate } from "../dates.ts";
import { heading } from "../table.ts";
import { momentTable } from "./communication.ts";
import { decisionTable } from "./decisions.ts";

/** What the document is called: whose agenda or decisions, and of which day. */
export function agendaTitle({ plan, words, options }: Context): string {
  const name = plan.parties.find(({ id }) => id === options.party)?.name;
  if (options.document === "decisions")
    return name === undefined ? words.documents.decisions : words.decisionList.of(name);
  if (name === undefined) return words.agenda.noBody;
  return options.on === undefined
    ? words.agenda.of(name)
    : words.agenda.ofOn(name, longDate(options.on, words));
}

/** The annex for a meeting: what the body decides, advises on and hears. Without a body, one after the other. */
export function agendaSections(context: Context): Section[] {
  const { plan, options } = context;
  const bodies =
    options.party === undefined
      ? plan.parties.filter(({ kind }) => kind === "body")
      : plan.parties.filter(({ id }) => id === options.party);
  return bodies.map((body) => agendaSection(body, context));
}

function agendaSection(body: Party, context: Context): Section {
  const { words, plan, standing } = context;
  const { toDecide, toAdvise, moments } = agendaOf(body.id, plan, standing);
  const decided = inRegisterOrder(plan.decisions, standing).decided.filter(
    ({ decider }) => decider === body.id,
  );
  const { agenda, decisionList } = words;
  return {
    id: `agenda-${body.id}`,
    title: words.agenda.of(body.name.trim() || words.untitled),
    orientation: "landscape",
    blocks: [
      heading(2, agenda.toDecide),
      decisionTable(agenda.toDecide, toDecide, context),
      heading(2, agenda.toAdvise),
      decisionTable(agenda.toAdvise, toAdvise, context),
      heading(2, agenda.moments),
      momentTable(agenda.moments, moments, context),
      ...(decided.length === 0
        ? []
        : [heading(2, decisionList.decided), decisionTable(decisionList.decided, decided, context)]),
    ],
  };
}
