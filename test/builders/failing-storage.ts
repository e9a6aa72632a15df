import { type Storage, StorageUnavailable } from "@planwand/server/storage/port.ts";

/**
 * How a call fails: `before` it writes anything; `after` all of it is on disk; `late`, so that it comes to the disk with the next probe
 * only; or it hangs until `released`, is written, and `written` is called before its report is lost. Null: not at all.
 */
export type Fault =
  | "before"
  | "after"
  | "late"
  | { readonly released: Promise<void>; readonly written?: () => void }
  | null;

/** The calls that write; reading never fails here. */
const WRITES = {
  plans: ["create", "setTitle", "close", "erase"],
  log: ["append", "saveCheckpoint"],
  events: ["append"],
  feeds: ["add", "revoke"],
  access: [
    "addKey",
    "renameKey",
    "noteKeyUse",
    "revokeKey",
    "noteUse",
    "deleteSession",
    "join",
    "introduce",
    "saveActor",
  ],
} as const satisfies { readonly [Name in keyof Storage]?: readonly (keyof Storage[Name])[] };

type Writes = typeof WRITES;
export type WriteName = { [Name in keyof Writes]: `${Name}.${Writes[Name][number]}` }[keyof Writes] | "probe";

/** Real storage of which calls fail as `fault` says, asked at each call. */
export function failingStorage(storage: Storage, fault: (call: WriteName) => Fault): Storage {
  const late: (() => Promise<unknown>)[] = [];
  const failing = async (name: WriteName, call: () => Promise<unknown>): Promise<unknown> => {
    const how = fault(name);
    if (how === null) return call();
    if (how === "before") throw new StorageUnavailable(`${name}: nothing was written`);
    if (how === "late") late.push(call);
    else {
      if (how !== "after") await how.released;
      await call();
      if (how !== "after") how.written?.();
    }
    throw new StorageUnavailable(`${name}: the report was lost`);
  };
  const wrapped = <Name extends keyof Writes>(name: Name): Storage[Name] =>
    new Proxy(storage[name], {
      get(store, call) {
        const value: unknown = Reflect.get(store, call);
        if (typeof value !== "function") return value;
        const bound = value.bind(store) as (...given: unknown[]) => Promise<unknown>;
        const isWrite = WRITES[name].some((known) => known === call);
        if (!isWrite) return bound;
        return (...given: unknown[]) =>
          failing(`${name}.${String(call)}` as WriteName, () => bound(...given));
      },
    });
  return {
    ...storage,
    plans: wrapped("plans"),
    log: wrapped("log"),
    events: wrapped("events"),
    feeds: wrapped("feeds"),
    access: wrapped("access"),
    async probe() {
      await failing("probe", () => storage.probe());
      for (const call of late.splice(0)) await call();
    },
  };
}

/** Faults that a test sets: each for the next calls of a name, in order; and an outage in which no call writes anything. */
export class Faults {
  readonly #next = new Map<WriteName, Fault[]>();
  isOut = false;

  readonly of = (call: WriteName): Fault => {
    const planned = this.#next.get(call)?.shift();
    return planned ?? (this.isOut ? "before" : null);
  };

  next(call: WriteName, ...faults: Fault[]): void {
    this.#next.set(call, [...(this.#next.get(call) ?? []), ...faults]);
  }
}
