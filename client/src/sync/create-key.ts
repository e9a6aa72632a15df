import { deviceStorage } from "./shared-device.ts";

const KEY = "planwand:create-key";
/** How the operator's link ends: `https://…/#maken=KEY`. What stands after the # is sent to nobody. */
const IN_ADDRESS = /^#maken=([\w.~+/-]{16,200}=*)$/u;

/** Keeps the operator's key, with which plans are made on servers where not everybody may, and takes it out of the address. */
export function takeCreateKey(): void {
  const key = IN_ADDRESS.exec(location.hash)?.[1];
  if (key === undefined) return;
  history.replaceState(history.state, "", location.pathname);
  try {
    deviceStorage().setItem(KEY, key);
  } catch {
    // A browser that keeps nothing asks for the link again.
  }
}

/** How a request shows the key; nothing when this device has none. */
export function createKeyHeaders(): Readonly<Record<string, string>> {
  try {
    const key = deviceStorage().getItem(KEY);
    return key === null ? {} : { "planwand-create-key": key };
  } catch {
    return {};
  }
}
