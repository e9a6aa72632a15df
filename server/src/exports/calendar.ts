import { addDays, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { type Context, contextOf } from "@planwand/shared/report/context.ts";
import { type MakeFile, utf8 } from "./format.ts";

/** Days that matter, for the calendar that people keep already: iCalendar (RFC 5545), whole days, no reminders. */
export const makeCalendar: MakeFile = ({ source, options }) => utf8(calendarOf(contextOf(source, options)));

interface Day {
  readonly id: string;
  readonly date: LocalDate;
  readonly category: string;
  readonly summary: string;
  readonly description: string;
}

/** Moments of communication, days by which a decision is needed, and days on which an activity ends. */
function daysOf({ selected, words, numberOf, partyName, partyNames, standing }: Context): Day[] {
  const lines = (facts: readonly (readonly [label: string, value: string])[]): string =>
    facts
      .filter(([, value]) => value.trim() !== "")
      .map(([label, value]) => `${label}: ${value}`)
      .join("\n");
  const moments = selected.communications.flatMap(({ id, date, kind, message, channel, audience, sender }) =>
    date === null
      ? []
      : {
          id,
          date,
          category: words.calendar.moment,
          summary: `${words.kinds[kind]}: ${message.trim() || words.untitled}`,
          description: lines([
            [words.moment.audience, partyNames(audience)],
            [words.moment.channel, channel],
            [words.moment.sender, partyName(sender)],
          ]),
        },
  );
  const decisions = selected.decisions.flatMap((decision) => {
    const { id, neededBy, question, decider, advisers, activity } = decision;
    if (neededBy === null || ["decided", "unsealed"].includes(standing(decision))) return [];
    return {
      id,
      date: neededBy,
      category: words.calendar.decision,
      summary: `${words.calendar.decision}: ${question.trim() || words.untitled}`,
      description: lines([
        [words.decision.decides, partyName(decider)],
        [words.decision.advises, partyNames(advisers)],
        [words.decision.activity, numberOf(activity)],
      ]),
    };
  });
  const ends = selected.activities.flatMap(({ id, end, status, title, result, roles }) =>
    end === null || status === "dropped"
      ? []
      : {
          id,
          date: end,
          category: words.calendar.end,
          summary: `${words.calendar.end}: ${title.trim() || words.untitled}`,
          description: lines([
            [words.activity.product, result],
            [words.roles.executor, partyNames(roles.executor)],
            [words.decision.status, words.status[status]],
          ]),
        },
  );
  return [...moments, ...decisions, ...ends];
}

function calendarOf(context: Context): string {
  const { plan, words, version } = context;
  const stamp = `${basic(version.day)}T000000Z`;
  const events = daysOf(context).flatMap(({ id, date, category, summary, description }) => [
    "BEGIN:VEVENT",
    `UID:${id}@planwand`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(date)}`,
    ...(date < "9999-12-31" ? [`DTEND;VALUE=DATE:${basic(addDays(date, 1))}`] : []),
    `SUMMARY:${text(summary)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${text(description)}`]),
    `CATEGORIES:${text(category)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Planwand//Planwand 1//NL",
    "CALSCALE:GREGORIAN",
    `NAME:${text(plan.title.trim() || words.untitledPlan)}`,
    `X-WR-CALNAME:${text(plan.title.trim() || words.untitledPlan)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...(version.journalHead === "" ? [] : [`X-PLANWAND-JOURNAL:${version.journalHead}`]),
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function basic(date: LocalDate): string {
  return date.replaceAll("-", "");
}

/** A text value (RFC 5545, 3.3.11): nothing of it ends its line or its value. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/[\\;,]/gu, "\\$&")
    .replaceAll("\n", "\\n");
}

const LINE_BYTES = 74;

/** Lines of at most 75 bytes (RFC 5545, 3.1), never cut inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}
