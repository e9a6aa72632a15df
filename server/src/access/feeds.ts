import { randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { FeedRow, FeedStore } from "../storage/port.ts";
import { hashSecret, newSecret } from "./secret.ts";

/** Makes an address for calendar programs; its secret is told this once, and opens nothing but the calendar. */
export async function createFeed(
  store: FeedStore,
  clock: Clock,
  planId: string,
): Promise<{ readonly feed: FeedRow; readonly secret: string }> {
  const secret = newSecret();
  const id = idFrom(randomBytes);
  const feed = { id, planId, hash: hashSecret(secret), createdAt: clock(), revokedAt: null };
  await store.add(feed);
  return { feed, secret };
}

/** The plan that this secret lets a calendar program follow; `key-ended` once it was withdrawn. */
export async function followedBy(
  store: FeedStore,
  secret: string,
): Promise<Result<string, "unknown-key" | "key-ended">> {
  const feed = await store.byHash(hashSecret(secret));
  if (feed === null) return refuse("unknown-key");
  return feed.revokedAt === null ? ok(feed.planId) : refuse("key-ended");
}
