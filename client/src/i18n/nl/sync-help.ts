/** What the badge that tells whether edits are safe explains, and what can be done. */
export const syncHelp = {
  saved: "De server heeft al je wijzigingen veilig bewaard. Anderen zien ze ook.",
  saving: "Je wijzigingen zijn onderweg. Je kunt gewoon doorwerken.",
  connecting: "We maken verbinding met de server.",
  offline:
    "Je wijzigingen blijven op dit apparaat en gaan mee zodra je weer online bent. Je kunt doorwerken.",
  offlineUnkept:
    "Je kunt doorwerken, maar dit apparaat bewaart niets. Houd dit tabblad open tot de verbinding terug is.",
  readOnlyOffline: "Je ziet het plan zoals het was. Zodra je weer online bent, wordt het bijgewerkt.",
  error: "De server neemt deze wijzigingen nu niet aan. Ze staan nog op dit apparaat.",
  errorUnkept:
    "De server neemt deze wijzigingen nu niet aan. Ze staan alleen in dit tabblad: houd het open of download een reservekopie.",
  unkept: {
    off: "Je gebruikt een gedeeld apparaat. Daarom bewaart deze browser er geen kopie van het plan.",
    never: "Deze browser bewaart geen kopie op dit apparaat, bijvoorbeeld omdat dit een privévenster is.",
    lost: "De kopie op dit apparaat is weg, bijvoorbeeld omdat de gegevens van deze site zijn gewist. We zetten de kopie terug zodra dat kan.",
    full: "Dit apparaat heeft geen ruimte meer voor een kopie van het plan. Maak ruimte vrij; daarna zetten we de kopie vanzelf terug.",
  },
  unkeptOnline: "Wat je doet, gaat wel naar de server. Valt de verbinding weg, houd dit tabblad dan open.",
  keepAgain: "Opnieuw proberen",
  retry: "Nu opnieuw verbinden",
  discard: "Mijn niet-opgeslagen wijzigingen weggooien",
  discardConfirm:
    "Weet je het zeker? Download eerst een reservekopie als je de tekst nog nodig hebt. Andere tabbladen van dit plan die niet kunnen opslaan, worden ook herladen.",
  discardYes: "Weggooien en herladen",
  cancel: "Annuleren",
  nowSaved: "Verbinding hersteld. Alles is opgeslagen.",
  refusal: {
    readOnly: "Je mag dit plan lezen, maar niet wijzigen.",
    locked: "Het plan is op slot gezet. Zodra het slot eraf is, wordt er opgeslagen.",
    stepForbids: "Deze stap van de werksessie is hier niet voor. Je wijziging is niet opgeslagen.",
    tooLarge: "Deze wijziging is te groot om in één keer op te slaan.",
    malformed: "De server kon deze wijziging niet lezen.",
    foreignClient: "Deze wijzigingen horen bij iemand anders die dit apparaat gebruikte.",
    tooManyClients: "Dit plan is op dit apparaat te vaak opnieuw geopend. Herlaad de pagina.",
    resync: "De wijzigingen worden opnieuw gestuurd.",
    forged: "De server kon niet vaststellen dat deze wijziging van jou is.",
    staleClient: "Deze pagina is verouderd. Herlaad de pagina; je wijzigingen blijven bewaard.",
    planUnbuildable:
      "Dit plan is te zwaar geworden om na te kijken of deze wijziging mag. De server probeert het over een tijdje opnieuw. Vertel het wie de werksessie leidt.",
    serverReadonly: "De server kan nu niet schrijven. Zodra dat weer kan, wordt alles vanzelf opgeslagen.",
    revoked: "Je toegang tot dit plan is ingetrokken.",
    unknownMessage: "De server begreep een bericht van deze pagina niet. Herlaad de pagina.",
  },
} as const;
