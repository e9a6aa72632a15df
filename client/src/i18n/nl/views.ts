/** What each view of a plan is for. */
export const views = {
  groups: { plan: "Het plan", steer: "Sturen", account: "Verantwoorden" },
  wall: "Fasen en domeinen met alle activiteiten",
  goals: "Waar we heen willen en wat er verandert",
  decisions: "Welke keuzes nodig zijn en wie beslist",
  people: "Betrokkenen, hun rollen en wat van hen wordt verwacht",
  communication: "Wanneer wie iets hoort, en van wie",
  discussion: "Alle opmerkingen bij elkaar",
  parking: "Wat nu niet past en niet mag verdwijnen",
  progress: "Waar we staan en wat aandacht vraagt",
  timeline: "Wat wanneer gebeurt en wat op elkaar wacht",
  table: "Alle activiteiten in rijen, om te sorteren en te wijzigen",
  products: "Wat het plan oplevert en of het klaar is",
  attention: "Wat er nieuw is en wat van jou wordt verwacht",
  versions: "Wat bewaard en vastgesteld is, en wat er sindsdien veranderde",
  history: "Wat er is gebeurd, door wie en wanneer",
  example: "Een volledig plan om van af te kijken",
} as const;
