/** The frame around every page: names, header, pages for what went wrong. */
export const app = {
  name: "Planwand",
  tagline: "Samen van ambitie naar uitvoering",
  home: "Naar de startpagina",
  skipToContent: "Direct naar de inhoud",
  language: "Taal",
  theme: { label: "Weergave", system: "Zoals dit apparaat", light: "Licht", dark: "Donker" },
  close: "Sluiten",
  reload: "Herladen",
  update: { text: "Er is een nieuwe versie van Planwand. Je werk blijft bewaard.", action: "Vernieuwen" },
  retry: "Opnieuw proberen",
  density: { label: "Kaarten", compact: "Compact", normal: "Normaal", roomy: "Ruim" },
  share: "Delen",
  print: "Afdrukken",
  menu: "Meer",
  loadingPlan: "Het plan wordt geopend",
  planTitle: "Titel van het plan",
  untitledPlan: "Plan zonder titel",
  activityPanel: "Activiteit",
  serverAway: {
    title: "De server is niet bereikbaar",
    text: "Dit plan staat nog niet op dit apparaat, dus we kunnen het nu niet tonen. Controleer je verbinding.",
    again: "Zodra er verbinding is, gaat het plan vanzelf open.",
  },
  stale: {
    title: "Er is een nieuwe versie van Planwand",
    text: "Herlaad de pagina om verder te gaan. Wat je hebt geschreven blijft op dit apparaat en gaat daarna mee.",
  },
  broken: {
    title: "Er ging iets mis op deze pagina",
    text: "Wat je schreef blijft op dit apparaat staan. Herlaad de pagina om verder te gaan.",
  },
} as const;
