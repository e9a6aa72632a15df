/** Ways to look at a plan that are kept under a name. */
export const savedViews = {
  title: "Saved views",
  button: "Views",
  none: "None yet. Set the plan as you want to see it and save that here.",
  own: "only here",
  shared: "with the plan",
  save: "Save what you see now",
  name: "Name of the view",
  keep: "Save",
  share: "Share with everybody in this plan",
  onlyHere: "It stays on this device. Who edits the plan can share views with everybody.",
  saved: "View {{name}} saved.",
  rename: "Rename: {{name}}",
  remove: "Remove: {{name}}",
  removed: "View {{name}} removed.",
} as const;
