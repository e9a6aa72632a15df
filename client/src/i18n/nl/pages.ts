/** The pages that say why a plan is not there. */
export const pages = {
  notFound: {
    title: "Deze pagina bestaat niet",
    text: "Controleer het adres, of begin op de startpagina.",
  },
  planNotFound: {
    title: "Dit plan bestaat niet meer",
    text: "Misschien klopt het adres niet, of heeft de eigenaar het plan verwijderd.",
  },
  deleted: {
    title: "Dit plan is gewist",
    text: "Een eigenaar heeft dit plan gewist. Het staat niet meer op de server, en ook niet meer op dit apparaat.",
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
} as const;
