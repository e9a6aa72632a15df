/** The guide in seven steps. */
export const guide = {
  title: "Stap voor stap",
  intro:
    "De zeven stappen van een activiteitenplan, en hoe ver jullie zijn. Je mag ze in elke volgorde doen.",
  notBegun: "Nog niet begonnen",
  done: "Klaar",
  progress: "{{done}} van {{of}}",
  goTo: "Ga naar: {{item}}",
} as const;
