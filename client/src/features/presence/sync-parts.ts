/** What explains the badge that tells whether edits are safe; fetched once the wall is there. */
export { SyncDetails } from "./sync-details.tsx";
export { SyncNews } from "./sync-news.tsx";
