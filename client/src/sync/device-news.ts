import { isRecord } from "./untrusted.ts";

/** What a page does to what this device keeps, told to the other pages that are open on it. */
export type DeviceNews =
  /** Somebody left: nothing is to be kept of this plan any more, or of any for null. */
  | { readonly kind: "wiped"; readonly planId: string | null }
  /** Somebody threw the unsaved edits of this copy away. */
  | { readonly kind: "discarded"; readonly copy: string };

const CHANNEL = "planwand";

/** Tells the other pages; a browser without a channel tells nobody. */
export function tellDevice(news: DeviceNews): void {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(CHANNEL);
  const tell = channel.postMessage.bind(channel);
  tell(news);
  channel.close();
}

/** Hears what other pages tell. Returns how to stop. */
export function hearDevice(listener: (news: DeviceNews) => void): () => void {
  if (!("BroadcastChannel" in window)) return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }) => {
    if (isNews(data)) listener(data);
  });
  return () => channel.close();
}

function isNews(value: unknown): value is DeviceNews {
  if (!isRecord(value)) return false;
  const { kind, planId, copy } = value;
  return kind === "wiped" ? planId === null || typeof planId === "string" : typeof copy === "string";
}
