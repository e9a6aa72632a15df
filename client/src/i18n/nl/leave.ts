/** Leaving a device. */
export const leave = {
  title: "Dit apparaat verlaten",
  text: "Je verlaat op dit apparaat alle plannen. Je naam en wat hier van de plannen bewaard is, worden gewist. Terugkomen kan met een deellink.",
  unsaved_one: "Let op: {{count}} wijziging is nog niet opgeslagen en gaat verloren.",
  unsaved_other: "Let op: {{count}} wijzigingen zijn nog niet opgeslagen en gaan verloren.",
  failed: "Dat lukte niet. Verlaten kan alleen met verbinding; probeer het zo opnieuw.",
  confirm: "Verlaten en wissen",
  cancel: "Annuleren",
} as const;
