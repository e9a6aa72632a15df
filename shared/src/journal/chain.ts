import { speakerOf } from "./erasing.ts";
import type { EventDraft } from "./events.ts";

/** SHA-256 of a text in UTF-8, as hex. Passed in: pure code has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** An event as it is kept: its parts as the very texts that were hashed. */
export interface ChainedEvent {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  /** The client's own id of the command that caused it; null for an event that only came along. */
  readonly command: string | null;
  readonly type: string;
  /** JSON. */
  readonly body: string;
  /** JSON, or null when there is none or it was erased; then `salt` is null too. */
  readonly content: string | null;
  readonly salt: string | null;
  /** Digest of salt and content; null for an event that never had any. It stays when they are erased. */
  readonly digest: string | null;
  readonly prev: string;
  readonly hash: string;
}

/** What comes before the first event. */
export const CHAIN_START = "";

/** The last event of a chain: its number and hash. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** As many digits of a hash are printed: 128 bits, since one other past would have to be found, not any two alike. */
const PRINTED_DIGITS = 32;
const PRINTED = /^([1-9]\d{0,14})-([\da-f]{32})$/u;

/** A head as documents print it, `128-9f3ac2…`; empty for a chain without events. */
export function printedHead({ seq, hash }: ChainHead): string {
  return seq === 0 ? "" : `${String(seq)}-${hash.slice(0, PRINTED_DIGITS)}`;
}

/** Tells whether a chain goes through a head that was printed; null for what is none. */
export function printedHeadTest(printed: string): ((events: readonly ChainedEvent[]) => boolean) | null {
  const [, seq, digits = ""] = PRINTED.exec(printed) ?? [];
  return seq === undefined ? null : (events) => events[Number(seq) - 1]?.hash.startsWith(digits) ?? false;
}

/**
 * Links an event to the chain behind `head`: each hash covers the one before it, so that none can be changed, moved, put in or
 * taken out unseen. The content goes in by a salted digest, so that it can be erased and the rest still be proved.
 */
export function link(
  head: ChainHead,
  event: EventDraft & { readonly at: number; readonly actor: string; readonly command: string | null },
  salt: string,
  sha256: Sha256,
): ChainedEvent {
  const content = event.content === null ? null : JSON.stringify(event.content);
  const unhashed = {
    seq: head.seq + 1,
    at: event.at,
    actor: event.actor,
    command: event.command,
    type: event.type,
    body: JSON.stringify(event.body),
    content,
    salt: content === null ? null : salt,
    digest: content === null ? null : digestOf(salt, content, sha256),
    prev: head.hash,
  };
  return { ...unhashed, hash: hashOf(unhashed, sha256) };
}

/** What is wrong with an event of a chain. */
export type ChainFault = "number" | "previous" | "hash" | "content" | "erased" | "end";

/**
 * Checks a whole chain, first event first, against the `head` that was kept apart from it. Returns each fault with the number of
 * the place where it was found; none for a chain that is as it was written.
 */
export function verifyChain(
  events: readonly ChainedEvent[],
  head: ChainHead,
  sha256: Sha256,
): { readonly seq: number; readonly fault: ChainFault }[] {
  const faults: { seq: number; fault: ChainFault }[] = [];
  const erasable = erasedLater(events);
  const silenced = silencedOf(events);
  let prev = CHAIN_START;
  events.forEach((event, index) => {
    const seq = index + 1;
    if (event.seq !== seq) faults.push({ seq, fault: "number" });
    if (event.prev !== prev) faults.push({ seq, fault: "previous" });
    if (event.hash !== hashOf(event, sha256)) faults.push({ seq, fault: "hash" });
    if (!isContentSound(event, sha256)) faults.push({ seq, fault: "content" });
    const mayBeGone =
      erasable.has(subjectOf(event) ?? "") ||
      (silenced.get(speakerOf({ ...event, body: bodyOf(event) })) ?? 0) > seq;
    if (event.digest !== null && event.content === null && !mayBeGone) faults.push({ seq, fault: "erased" });
    prev = event.hash;
  });
  if (head.seq !== events.length || head.hash !== prev) faults.push({ seq: head.seq, fault: "end" });
  return faults;
}

function hashOf(event: Omit<ChainedEvent, "hash" | "content" | "salt">, sha256: Sha256): string {
  const { prev, seq, at, actor, command, type, body, digest } = event;
  return sha256(JSON.stringify([prev, seq, at, actor, command, type, body, digest]));
}

function digestOf(salt: string, content: string, sha256: Sha256): string {
  return sha256(`${salt}\n${content}`);
}

function isContentSound({ content, salt, digest }: ChainedEvent, sha256: Sha256): boolean {
  if (content === null || salt === null) return content === null && salt === null;
  return digest === digestOf(salt, content, sha256);
}

/** The comments and members whose words the chain itself says may be gone. */
function erasedLater(events: readonly ChainedEvent[]): Set<string> {
  const erasing = events.filter(({ type }) => ERASING.has(type));
  return new Set(erasing.map(subjectOf).filter((subject) => subject !== null));
}

const ERASING: ReadonlySet<string> = new Set(["comment.withdrawn", "comment.redacted", "member.anonymised"]);

/** The members of whom the chain itself says that all they said may be gone, with the number of the event that says so. */
function silencedOf(events: readonly ChainedEvent[]): Map<string, number> {
  const silenced = new Map<string, number>();
  for (const event of events) {
    if (event.type !== "member.anonymised") continue;
    const { member, words } = bodyOf(event);
    if (words === true && typeof member === "string") silenced.set(member, event.seq);
  }
  return silenced;
}

/** The comment or member that an event is about; null when it says none that can be read. */
function subjectOf(event: ChainedEvent): string | null {
  const { comment, member, proxy } = bodyOf(event);
  const subject = comment ?? member ?? (event.type === "proxy.added" ? proxy : undefined);
  return typeof subject === "string" ? subject : null;
}

/** What an event's body says; nothing when it cannot be read. */
function bodyOf({ body }: ChainedEvent): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
