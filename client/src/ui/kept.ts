/** From now on this page leaves nothing on the device: somebody left it. */
export function keepNothing(): void {
  storageOf = () => {
    throw new Error("this device was left");
  };
}

let storageOf = (): Storage => localStorage;

/** Keeps choices elsewhere from now on; `choose` may throw when the browser keeps nothing. */
export function keepIn(choose: () => Storage): void {
  storageOf = choose;
}

/** What was chosen on this device under `key`; null when nothing was, or when the browser keeps nothing. */
export function kept(key: string): string | null {
  try {
    return storageOf().getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device, or forgets it. Without storage it lasts as long as the page. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) storageOf().removeItem(key);
    else storageOf().setItem(key, value);
  } catch {
    // The choice is made all the same.
  }
}
