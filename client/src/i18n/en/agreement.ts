/** A party's mark on an activity: seen and agreed. */
export const agreement = {
  title: "Seen and agreed",
  none: "Nobody has said that they agree yet.",
  party: "On behalf of whom?",
  give: "Seen and agreed",
  withdraw: "Withdraw",
  again: "Agree again",
  holds: "agrees (recorded by {{name}})",
  lapsed: "agreed, but after that this changed: {{fields}}",
  unsaved: "That did not work: there is no connection or not everything is saved yet. Try again in a moment.",
  terms: {
    what: "what happens",
    result: "result",
    criterion: "done when",
    start: "start",
    end: "finished on",
  },
} as const;
