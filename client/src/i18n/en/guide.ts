/** The guide in seven steps. */
export const guide = {
  title: "Step by step",
  intro: "The seven steps of an activity plan, and how far you are. You may do them in any order.",
  notBegun: "Not begun yet",
  done: "Done",
  progress: "{{done}} of {{of}}",
  goTo: "Go to: {{item}}",
} as const;
