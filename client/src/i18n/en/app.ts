/** The frame around every page: names, header, pages for what went wrong. */
export const app = {
  name: "Planwand",
  tagline: "Together from ambition to practice",
  home: "To the start page",
  skipToContent: "Skip to content",
  language: "Language",
  theme: { label: "Appearance", system: "Same as this device", light: "Light", dark: "Dark" },
  close: "Close",
  reload: "Reload",
  update: { text: "There is a new version of Planwand. Your work is kept.", action: "Refresh" },
  retry: "Try again",
  density: { label: "Cards", compact: "Compact", normal: "Normal", roomy: "Roomy" },
  share: "Share",
  print: "Print",
  menu: "More",
  loadingPlan: "Opening the plan",
  planTitle: "Title of the plan",
  untitledPlan: "Untitled plan",
  activityPanel: "Activity",
  serverAway: {
    title: "The server cannot be reached",
    text: "This plan is not on this device yet, so we cannot show it now. Check your connection.",
    again: "The plan opens by itself as soon as there is a connection.",
  },
  stale: {
    title: "There is a new version of Planwand",
    text: "Reload the page to go on. What you wrote stays on this device and is sent afterwards.",
  },
  broken: {
    title: "Something went wrong on this page",
    text: "What you wrote is still on this device. Reload the page to go on.",
  },
} as const;
