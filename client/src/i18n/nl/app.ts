/** The frame around every page: names, header, pages for what went wrong. */
export const app = {
  name: "Planwand",
  tagline: "Samen van ambitie naar uitvoering",
  home: "Naar de startpagina",
  skipToContent: "Direct naar de inhoud",
  language: "Taal",
  theme: { label: "Weergave", system: "Zoals dit apparaat", light: "Licht", dark: "Donker" },
  close: "Sluiten",
  retry: "Opnieuw proberen",
  density: { label: "Kaarten", compact: "Compact", normal: "Normaal", roomy: "Ruim" },
  share: "Delen",
  print: "Afdrukken",
  menu: "Meer",
  loadingPlan: "Het plan wordt geopend",
  planTitle: "Titel van het plan",
  untitledPlan: "Plan zonder titel",
  activityPanel: "Activiteit",
  notFound: {
    title: "Deze pagina bestaat niet",
    text: "Controleer het adres, of begin op de startpagina.",
  },
  planNotFound: {
    title: "Dit plan bestaat niet meer",
    text: "Misschien klopt het adres niet, of heeft de eigenaar het plan verwijderd.",
  },
  noAccess: {
    title: "Je hebt nog geen toegang tot dit plan",
    text: "Open het plan met de deellink die je hebt gekregen. Heb je die niet? Vraag er een aan wie het plan beheert.",
  },
  revoked: {
    title: "Je toegang is ingetrokken",
    text: "De link waarmee je binnenkwam geldt niet meer. Vraag de beheerder van het plan om een nieuwe.",
    unsaved: "Wat je als laatste schreef is niet opgeslagen, maar staat nog op dit apparaat.",
  },
  serverAway: {
    title: "De server is niet bereikbaar",
    text: "Dit plan staat nog niet op dit apparaat, dus we kunnen het nu niet tonen. Controleer je verbinding.",
    again: "Zodra er verbinding is, gaat het plan vanzelf open.",
  },
  stale: {
    title: "Er is een nieuwe versie van Planwand",
    text: "Herlaad de pagina om verder te gaan. Wat je hebt geschreven blijft op dit apparaat en gaat daarna mee.",
    reload: "Herladen",
  },
  broken: {
    title: "Er ging iets mis op deze pagina",
    text: "Wat je schreef blijft op dit apparaat staan. Herlaad de pagina om verder te gaan.",
  },
} as const;
