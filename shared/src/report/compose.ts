import type { Fact, Section } from "./blocks.ts";
import { plain } from "./content.ts";
import { type Context, contextOf } from "./context.ts";
import { longDate } from "./dates.ts";
import type { ReportOptions } from "./options.ts";
import { activitiesSection, droppedSection, productsSection } from "./parts/activities.ts";
import { agendaSections, agendaTitle } from "./parts/agenda.ts";
import { accountabilitySections } from "./parts/accountability.ts";
import { changesSection } from "./parts/changes.ts";
import { communicationSection } from "./parts/communication.ts";
import { decisionsSection } from "./parts/decisions.ts";
import { ambitionSection, impactSection, parkingSection, phasesSection } from "./parts/plan-parts.ts";
import { gapsSection } from "./parts/gaps.ts";
import { minutesSections } from "./parts/minutes.ts";
import { progressSection } from "./parts/progress.ts";
import { rolesSection } from "./parts/roles.ts";
import type { Report, ReportSource } from "./report.ts";

/** Makes the report: which sections, for which document, in which order (A6). Pure: same source and options, same report. */
export function composeReport(source: ReportSource, options: ReportOptions): Report {
  const context = contextOf(source, options);
  const { plan, words, language, version } = context;
  const title = plan.title.trim() || words.untitledPlan;
  const state = `${words.state[version.state]}${version.label === null ? "" : ` ${version.label}`}`;
  return {
    language,
    title,
    subtitle: subtitleOf(context),
    facts: coverFacts(context),
    footer: [title, state, longDate(version.day, words)].join(" · "),
    version,
    sections: sectionsOf(context),
  };
}

function sectionsOf(context: Context): readonly Section[] {
  switch (context.options.document) {
    case "plan":
      return planSections(context);
    case "accountability":
      return accountabilitySections(context);
    case "decisions":
      return [decisionsSection(context)];
    case "agenda":
      return agendaSections(context);
    case "products":
      return [productsSection(context)];
    case "minutes":
      return minutesSections(context);
  }
}

function planSections(context: Context): Section[] {
  const { plan, selected, since } = context;
  const hasDropped = selected.activities.some(({ status }) => status === "dropped");
  return [
    ambitionSection(context),
    impactSection(context),
    phasesSection(context),
    activitiesSection(context),
    rolesSection(context),
    decisionsSection(context),
    communicationSection(context),
    progressSection(context),
    ...(since === null ? [] : [changesSection(context, since)]),
    gapsSection(context),
    ...(hasDropped ? [droppedSection(context)] : []),
    ...(plan.parking.length === 0 ? [] : [parkingSection(context)]),
  ];
}

function subtitleOf(context: Context): string {
  const { words, options } = context;
  return options.document === "agenda" || options.document === "decisions"
    ? agendaTitle(context)
    : words.documents[options.document];
}

function coverFacts(context: Context): Fact[] {
  const { words, version, plan, options, selected } = context;
  const { label, adoptedBy, adoptedOn } = version;
  const adopted =
    adoptedBy === null || adoptedOn === null
      ? words.cover.adopted
      : words.cover.adoptedBy(adoptedBy, longDate(adoptedOn, words));
  const chosen = [
    ["phase", plan.phases.find(({ id }) => id === options.phase)?.name],
    ["domain", plan.domains.find(({ id }) => id === options.domain)?.name],
    ["party", plan.parties.find(({ id }) => id === options.party)?.name],
    ["goal", plan.goals.find(({ id }) => id === options.goal)?.title],
  ] as const;
  const selection = chosen.flatMap(([kind, name]) =>
    name === undefined ? [] : `${words.only[kind]} ${name}`,
  );
  const facts: [string, string][] = [
    [words.cover.version, label ?? words.cover.now],
    [words.cover.status, version.state === "adopted" ? adopted : words.cover.concept],
    [words.cover.day, longDate(version.day, words)],
    [words.cover.selection, selection.join(", ")],
    [
      words.cover.size,
      words.cover.sizes(
        selected.activities.length,
        selected.decisions.length,
        selected.communications.length,
      ),
    ],
    [words.cover.hash, version.contentHash],
    [words.cover.journal, version.journalHead],
  ];
  return facts.filter(([, value]) => value !== "").map(([term, value]) => ({ term, value: plain(value) }));
}
