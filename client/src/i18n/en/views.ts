/** What each view of a plan is for. */
export const views = {
  groups: { plan: "The plan", steer: "Steering", account: "Accounting" },
  wall: "Phases and domains with all activities",
  goals: "Where we want to go and what changes",
  decisions: "Which choices are needed and who decides",
  people: "Those involved, their roles and what is expected of them",
  communication: "When who hears something, and from whom",
  discussion: "All comments together",
  parking: "What does not fit now and must not get lost",
  progress: "Where we stand and what asks for attention",
  timeline: "What happens when and what waits for what",
  table: "All activities in rows, to sort and change",
  products: "What the plan delivers, and whether it is ready",
  attention: "What is new and what is expected of you",
  versions: "What was kept and adopted, and what changed since",
  history: "What happened, by whom and when",
  example: "A full plan to look at and take from",
} as const;
