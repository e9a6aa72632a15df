/** Whether edits are safe. Says "saved" only after the server's word. */
export const sync = {
  saved: "All saved",
  savedUnkept: "Saved, but not on this device",
  saving: "Saving …",
  connecting: "Connecting …",
  offline: "No connection",
  offlineCount_one: "No connection: {{count}} change kept on this device",
  offlineCount_other: "No connection: {{count}} changes kept on this device",
  offlineUnkept_one: "No connection: {{count}} change not kept yet",
  offlineUnkept_other: "No connection: {{count}} changes not kept yet",
  error: "Cannot save",
  errorCount_one: "Cannot save: {{count}} change",
  errorCount_other: "Cannot save: {{count}} changes",
  short: { offline: "Offline", error: "Error", unkept: "No copy" },
  details: "What does this mean?",
  download: "Download a rescue copy",
  downloadHelp: "A file with the whole plan as you see it now.",
} as const;
