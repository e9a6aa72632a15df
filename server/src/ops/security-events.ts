import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Logger } from "pino";

/**
 * Everything about security that stands in the log, and all that is said of it: ids and codes of this program, never a name, a word, a
 * secret or an address. `from` tells two networks apart for as long as the process runs, and tells nothing else of them.
 */
export const SECURITY_EVENTS = {
  joined: { level: "info", tells: ["plan", "actor", "key", "from"], help: "somebody came in" },
  "session-ended": { level: "info", tells: ["session"], help: "somebody left a device" },
  "key-made": { level: "info", tells: ["plan", "actor", "key", "role"], help: "a link was made" },
  "key-withdrawn": { level: "info", tells: ["plan", "actor", "key"], help: "a link was withdrawn" },
  "feed-made": { level: "info", tells: ["plan", "actor", "feed"], help: "a calendar address was made" },
  "feed-withdrawn": {
    level: "info",
    tells: ["plan", "actor", "feed"],
    help: "a calendar address was withdrawn",
  },
  "person-erased": { level: "info", tells: ["plan", "actor", "member"], help: "somebody was made anonymous" },
  "plan-erased": { level: "info", tells: ["plan", "actor"], help: "a plan was erased" },
  "access-refused": {
    level: "warn",
    tells: ["plan", "reason", "from"],
    help: "a call or socket without a session or key that opens the plan",
  },
  "role-refused": {
    level: "warn",
    tells: ["plan", "actor", "capability"],
    help: "a call that the role of the caller does not allow",
  },
  "key-refused": { level: "warn", tells: ["reason", "from"], help: "a link that is unknown or ended" },
  "code-wrong": { level: "warn", tells: ["from"], help: "a wrong code of a workshop" },
  "code-renewed": {
    level: "warn",
    tells: ["plan", "session"],
    help: "a workshop got a new code, after too many wrong ones",
  },
  "origin-refused": { level: "warn", tells: ["from"], help: "a page of another website" },
  "host-refused": { level: "warn", tells: ["from"], help: "a name by which this server is not known" },
  "operator-refused": {
    level: "warn",
    tells: ["from"],
    help: "numbers for the operator, asked for by somebody else",
  },
  "creating-refused": { level: "warn", tells: ["from"], help: "somebody who may not make plans here" },
  "body-refused": { level: "warn", tells: ["route", "from"], help: "a body of a wrong size or shape" },
  "limit-reached": { level: "warn", tells: ["limit"], lines: 1, help: "a limit of quantity" },
  "socket-sent-away": {
    level: "warn",
    tells: ["plan", "actor", "reason"],
    help: "a socket that was closed for what came over it",
  },
  "proxy-untrusted": {
    level: "warn",
    tells: ["from"],
    help: "X-Forwarded-For from an address that TRUSTED_PROXIES does not name; it is passed over",
  },
} as const satisfies Readonly<Record<string, SecurityEventKind>>;

interface SecurityEventKind {
  readonly level: "info" | "warn";
  readonly tells: readonly string[];
  /** Lines of this kind, of one limit, in a minute. */
  readonly lines?: number;
  readonly help: string;
}

export type SecurityEventName = keyof typeof SECURITY_EVENTS;
const SECURITY_EVENT_NAMES = Object.keys(SECURITY_EVENTS) as SecurityEventName[];
type Told<Name extends SecurityEventName> = Readonly<
  Record<(typeof SECURITY_EVENTS)[Name]["tells"][number], string>
>;

/** Lines of one kind within `WINDOW_MS` unless its row says another number; whoever attacks does not fill the disk with what is said of it. */
const LINES_MAX = 60;
const WINDOW_MS = 60_000;
const FROM_LENGTH = 8;

interface Window {
  sinceMs: number;
  lines: number;
  unsaid: number;
}

/** Writes what happens to security into the log, and counts it. Rules OPS9 and OPS12. */
export class SecurityLog {
  readonly #log: Logger;
  readonly #clock: Clock;
  readonly #salt = randomBytes(16);
  readonly #windows = new Map<string, Window>();
  readonly #counts = new Map<SecurityEventName, number>();

  constructor(log: Logger, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  /** Says that it happened; `from` is given as the network of the caller. Beyond sixty a minute of a kind only how many there were. */
  note<Name extends SecurityEventName>(name: Name, told: Told<Name>): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    const { level, help, lines = LINES_MAX }: SecurityEventKind = SECURITY_EVENTS[name];
    const said: Readonly<Record<string, string>> = told;
    const window = this.#windowOf(name, said["limit"] ?? "");
    if (window.lines >= lines) {
      window.unsaid++;
      return;
    }
    window.lines++;
    const from = said["from"] === undefined ? {} : { from: this.#pseudonym(said["from"]) };
    this.#log[level]({ security: name, ...said, ...from }, help);
  }

  /** How often each happened since the start. */
  counts(): readonly { readonly name: SecurityEventName; readonly help: string; readonly count: number }[] {
    return SECURITY_EVENT_NAMES.map((name) => ({
      name,
      help: SECURITY_EVENTS[name].help,
      count: this.#counts.get(name) ?? 0,
    }));
  }

  #windowOf(name: SecurityEventName, limit: string): Window {
    const nowMs = this.#clock();
    const key = `${name} ${limit}`;
    const known = this.#windows.get(key);
    if (known !== undefined && Math.abs(nowMs - known.sinceMs) < WINDOW_MS) return known;
    if (known !== undefined && known.unsaid > 0)
      this.#log.warn({ security: name, limit, unsaid: known.unsaid }, "as many more of these were left out");
    const window = { sinceMs: nowMs, lines: 0, unsaid: 0 };
    this.#windows.set(key, window);
    return window;
  }

  #pseudonym(network: string): string {
    return createHmac("sha256", this.#salt).update(network).digest("hex").slice(0, FROM_LENGTH);
  }
}
