/** Ways to look at a plan that are kept under a name. */
export const savedViews = {
  title: "Bewaarde weergaven",
  button: "Weergaven",
  none: "Nog geen. Zet het plan zoals je het wilt zien en bewaar dat hier.",
  own: "alleen hier",
  shared: "met het plan",
  save: "Bewaar wat je nu ziet",
  name: "Naam van de weergave",
  keep: "Bewaren",
  share: "Delen met iedereen in dit plan",
  onlyHere: "Deze blijft op dit apparaat. Wie het plan bewerkt, kan weergaven met iedereen delen.",
  saved: "Weergave {{name}} bewaard.",
  rename: "Hernoemen: {{name}}",
  remove: "Weghalen: {{name}}",
  removed: "Weergave {{name}} weggehaald.",
} as const;
