/** The bin. */
export const bin = {
  title: "Bin",
  intro: "Nothing in here is gone. Put it back and it is as it was.",
  empty: "The bin is empty.",
  restore: "Put back",
  restoreTitle: "Put back: {{title}}",
  restored: "Put back: {{title}}",
  kind: { activities: "Activity", phases: "Phase", domains: "Domain" },
  unnamed: { activities: "Untitled", phases: "Unnamed phase", domains: "Unnamed domain" },
} as const;
