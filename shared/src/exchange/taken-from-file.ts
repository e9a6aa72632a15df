import type { Language } from "../plan/schema.ts";
import type { FiledEvent } from "./file-journal.ts";

/** Of which file a past was taken, by whom and when (milliseconds since 1970). */
export interface Origin {
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  readonly by: string;
  readonly at: number;
  /** In which the names of the past say where they are from. */
  readonly language: Language;
}

const FROM_FILE: Readonly<Record<Language, string>> = {
  nl: "(overgenomen uit een bestand)",
  en: "(taken from a file)",
};
/** What the server gives its own writes and those of scripts. */
const OF_THE_SERVER = /^(server|script)-/u;

/**
 * The past of a file as the past of a plan of its own: after an event that says so for ever, and with names that say it wherever they
 * are shown or exported, since nobody here saw who wrote the file. None of it is by the server. Nothing for a file without a past.
 */
export function takenFromFile(
  events: readonly FiledEvent[],
  { sha256, by, at, language }: Origin,
): FiledEvent[] {
  if (events.length === 0) return [];
  const body = { sha256, events: events.length };
  const taken = { type: "journal.imported", body, content: null, actor: by, at } as const;
  return [taken, ...events.map((event) => marked(event, language))];
}

function marked(event: FiledEvent, language: Language): FiledEvent {
  const actor = asFiled(event.actor);
  if (event.type !== "member.introduced") return { ...event, actor };
  const { content } = event;
  const body = { member: asFiled(event.body.member) };
  if (content === null) return { ...event, actor, body };
  return { ...event, actor, body, content: { ...content, name: markedName(content.name, language) } };
}

function asFiled(actor: string): string {
  return actor.replace(OF_THE_SERVER, "file-");
}

/** Once is enough, in whichever language, also for a name that goes from file to file. */
function markedName(name: string, language: Language): string {
  return Object.values(FROM_FILE).some((words) => name.endsWith(` ${words}`))
    ? name
    : `${name} ${FROM_FILE[language]}`;
}
