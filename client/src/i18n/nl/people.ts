/** People, their circles and roles, and who is here. */
export const people = {
  circles: {
    examenorganisatie: "Examenorganisatie",
    ict: "ICT",
    informatiemanagement: "Informatiemanagement",
    onderwijs: "Onderwijs",
    bestuur: "Bestuur",
  },
  circleInitials: {
    examenorganisatie: "EX",
    ict: "ICT",
    informatiemanagement: "IM",
    onderwijs: "OND",
    bestuur: "BES",
  },
  roles: {
    owner: "Eigenaar",
    facilitator: "Begeleider",
    editor: "Bewerker",
    participant: "Deelnemer",
    viewer: "Meelezer",
  },
  presence: {
    readOnly: "Je leest mee",
    readOnlyHelp: "Als {{role}} kun je dit plan lezen, maar niet wijzigen.",
    commenting: "Je reageert mee",
    commentingHelp: "Als {{role}} kun je dit plan lezen en erop reageren, maar niet wijzigen.",
  },
} as const;
