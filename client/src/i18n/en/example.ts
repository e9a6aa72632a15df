/** The example plan beside one's own. */
export const example = {
  title: "Example plan",
  intro: "Read how somebody else wrote it down, and take over what fits. Dates and statuses stay behind.",
  phase: "Phase of the example",
  what: "What happens?",
  why: "Why is this needed for OKE?",
  result: "Result or product",
  criterion: "Done when",
  take: "Copy to my plan",
  taken: "Taken over: {{title}}, in {{phase}} · {{domain}}",
  noCell: "First add a phase and a domain to the board.",
} as const;
