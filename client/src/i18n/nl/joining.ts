/** Coming into a work session with its code. */
export const joining = {
  title: "Doe mee",
  text: "Vul de code in die op het grote scherm staat.",
  code: "Code",
  codeHelp: "De letters en cijfers op het scherm, zes of meer",
  codeWrong:
    "Een code heeft zes tekens, soms meer. Kijk nog eens op het scherm: een O, 0, I, 1 of L zit er niet in.",
  next: "Verder",
  who: "Wie ben je?",
  submit: "Meedoen",
  submitting: "Bezig …",
  otherCode: "Andere code",
  withCode: "Je doet mee met code {{code}}",
  unknown: "Deze code klopt niet, of de sessie is al voorbij. Kijk nog eens op het grote scherm.",
  throttled: "Er is te vaak geprobeerd. Wacht een minuut en probeer het opnieuw.",
  unreachable: "De server is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.",
  failed: "Meedoen lukte niet. Probeer het opnieuw.",
  haveCode: "Heb je een code van een werksessie?",
  openCode: "Meedoen met een code",
} as const;
