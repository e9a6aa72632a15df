import { tellDevice } from "./device-news.ts";

const KEY = "planwand:shared-device";

/** Whether somebody said, in this tab, that others use this computer too: then nothing is kept on it. */
export function isSharedDevice(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Says whether others use this computer too, for as long as this tab is open. */
export function setSharedDevice(isShared: boolean): void {
  try {
    if (isShared) sessionStorage.setItem(KEY, "");
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing leaves nothing behind either.
  }
}

/** Where this device remembers things: on a shared one only in this tab. @throws when the browser keeps nothing */
export function deviceStorage(): Storage {
  return isSharedDevice() ? sessionStorage : localStorage;
}

/** Removes everything of ours from this device: plans, names and choices. Edits that were not sent are gone after this. */
export async function wipeDevice(): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith("planwand:")) storage.removeItem(key);
  }
  tellDevice({ kind: "wiped", planId: null });
  await deleteDatabases("");
}

/** Removes everything of one plan from this device. */
export async function wipePlan(planId: string): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage))
      if (key.startsWith("planwand:") && key.split(":").includes(planId)) storage.removeItem(key);
  }
  tellDevice({ kind: "wiped", planId });
  await deleteDatabases(`:${planId}:`);
}

async function deleteDatabases(named: string): Promise<void> {
  const databases = await indexedDB.databases();
  for (const { name } of databases)
    if (name?.startsWith("planwand") === true && name.includes(named)) indexedDB.deleteDatabase(name);
}
