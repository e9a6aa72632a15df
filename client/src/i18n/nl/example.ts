/** The example plan beside one's own. */
export const example = {
  title: "Voorbeeldplan",
  intro: "Lees hoe een ander het opschreef, en neem over wat past. Data en statussen gaan niet mee.",
  phase: "Fase van het voorbeeld",
  what: "Wat gebeurt er?",
  why: "Waarom is dit nodig voor OKE?",
  result: "Resultaat of product",
  criterion: "Klaar als",
  take: "Kopieer naar mijn plan",
  taken: "Overgenomen: {{title}}, in {{phase}} · {{domain}}",
  noCell: "Voeg eerst een fase en een domein toe aan het bord.",
} as const;
