/** How a workshop refuses: a stable code, its HTTP status, and a sentence for people. */
export const WORKSHOP_PROBLEMS = {
  "step-forbids": {
    status: 403,
    nl: "Dat kan niet in deze stap van de werksessie. Kijk op het scherm wat er nu gevraagd wordt.",
    en: "This step of the workshop is not for that. Look at the screen for what is asked now.",
  },
  "not-lead": {
    status: 403,
    nl: "Iemand anders leidt de werksessie. Neem eerst de leiding over.",
    en: "Somebody else leads the workshop. Take the lead first.",
  },
  "unknown-code": {
    status: 404,
    nl: "Deze code klopt niet. Kijk op het grote scherm welke tekens er staan.",
    en: "This code is not right. Look at the big screen for the code.",
  },
  "plan-locked": {
    status: 409,
    nl: "Dit deel van het plan is op slot. Wacht tot het slot eraf is.",
    en: "This part of the plan is locked. Wait until it is unlocked.",
  },
  "session-running": {
    status: 409,
    nl: "Er loopt al een werksessie. Sluit die eerst af.",
    en: "A workshop is going on already. Close it first.",
  },
  "session-closed": {
    status: 409,
    nl: "Deze werksessie is afgesloten.",
    en: "This workshop is closed.",
  },
  "bad-agenda": {
    status: 409,
    nl: "Deze agenda kan niet. Een stap die al begon blijft, en ideeën worden gevraagd voor ze getoond worden.",
    en: "This agenda cannot be used. A step that began stays, and ideas are asked for before they are shown.",
  },
  "over-budget": {
    status: 409,
    nl: "Je stippen zijn op, of er liggen er hier al genoeg. Haal eerst een stip weg.",
    en: "Your dots are used up, or there are enough here already. Take a dot back first.",
  },
  "already-revealed": {
    status: 409,
    nl: "Dit is al getoond en kan niet meer veranderen.",
    en: "This was shown already and cannot change any more.",
  },
  "hidden-left": {
    status: 409,
    nl: "Er zijn nog ideeën of stemmen die niet getoond zijn. Kies of je ze toont of weggooit.",
    en: "There are ideas or votes that were not shown. Choose whether to show them or throw them away.",
  },
  "limit-reached": {
    status: 409,
    nl: "Meer passen er niet. Haal eerst iets weg.",
    en: "No more will fit. Remove something first.",
  },
  "too-many-codes": {
    status: 429,
    nl: "Er is te vaak een verkeerde code ingevuld. Wacht een minuut en probeer het dan opnieuw.",
    en: "A wrong code was filled in too often. Wait a minute and then try again.",
  },
} as const satisfies Record<string, { status: number; nl: string; en: string }>;
