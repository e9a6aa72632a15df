import { type Storage, StorageUnavailable } from "./port.ts";

/** The calls of each store that leave the same when they are made again (S41). Appending to a log or a journal is none. */
const REPEATABLE = {
  plans: ["create", "setTitle", "close", "erase"],
  log: ["saveCheckpoint"],
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

/**
 * Storage that makes a repeatable call once more when it was reported as failed, since it may be on disk all the same. `onUnknown` is
 * told of each of which the outcome stays unknown. Rule S42 of SPEC.md.
 */
export function repeating(storage: Storage, onUnknown: (store: keyof typeof REPEATABLE) => void): Storage {
  const wrapped = <Name extends keyof typeof REPEATABLE>(name: Name): Storage[Name] =>
    new Proxy(storage[name], {
      get(store, call) {
        const value: unknown = Reflect.get(store, call);
        if (typeof value !== "function") return value;
        const bound = value.bind(store) as (...given: unknown[]) => Promise<unknown>;
        if (!REPEATABLE[name].some((known) => known === call)) return bound;
        return (...given: unknown[]) => twice(() => bound(...given), name);
      },
    });

  async function twice(call: () => Promise<unknown>, name: keyof typeof REPEATABLE): Promise<unknown> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
    }
    try {
      await storage.probe();
      return await call();
    } catch (error) {
      onUnknown(name);
      throw error;
    }
  }

  return {
    ...storage,
    plans: wrapped("plans"),
    log: wrapped("log"),
    feeds: wrapped("feeds"),
    access: wrapped("access"),
  };
}
