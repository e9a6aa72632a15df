/** A party's mark on an activity: seen and agreed. */
export const agreement = {
  title: "Gezien en akkoord",
  none: "Nog niemand heeft aangegeven akkoord te zijn.",
  party: "Namens wie?",
  give: "Gezien en akkoord",
  withdraw: "Intrekken",
  again: "Opnieuw akkoord",
  holds: "is akkoord (vastgelegd door {{name}})",
  lapsed: "was akkoord, maar daarna is gewijzigd: {{fields}}",
  unsaved: "Het lukte niet: er is geen verbinding of nog niet alles is opgeslagen. Probeer het zo weer.",
  terms: {
    what: "wat er gebeurt",
    result: "resultaat",
    criterion: "klaar als",
    start: "begin",
    end: "klaar op",
  },
} as const;
