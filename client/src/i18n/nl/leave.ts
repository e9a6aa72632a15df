/** Leaving a device. */
export const leave = {
  title: "Uitloggen op dit apparaat",
  text: "Je verlaat op dit apparaat alle plannen. Je naam en wat hier van de plannen bewaard is, worden gewist. Terugkomen kan met een deellink.",
  unsaved_one: "Let op: {{count}} wijziging is nog niet opgeslagen en gaat verloren.",
  unsaved_other: "Let op: {{count}} wijzigingen zijn nog niet opgeslagen en gaan verloren.",
  failed: "Dat lukte niet. Uitloggen kan alleen met verbinding; probeer het zo opnieuw.",
  owner: {
    label: "Je bent de enige eigenaar",
    warning_one:
      "Voor zover bekend ben je alleen op dit apparaat nog eigenaar van dit plan. Zonder eigenaarslink kan daarna niemand het meer beheren, ook jij niet. Maak een link en bewaar die ergens anders.",
    warning_other:
      "Voor zover bekend ben je alleen op dit apparaat nog eigenaar van deze {{count}} plannen. Zonder eigenaarslink kan daarna niemand ze meer beheren, ook jij niet. Maak links en bewaar die ergens anders.",
    spare:
      "Er is op {{date}} een eigenaarslink gemaakt die nog niet is gebruikt. Heb je die nog, dan kun je daarmee terug.",
    linkName: "Persoonlijke eigenaarslink",
    make: "Eigenaarslink maken",
    makeOf: "Eigenaarslink maken voor {{title}}",
    linkOf: "Eigenaarslink van {{title}}",
    mailSubject: "Eigenaarslink van ‘{{title}}’",
    mailText:
      "Met deze link open je het plan ‘{{title}}’ als eigenaar:\n\n{{link}}\n\nBewaar deze link goed en geef hem aan niemand: wie hem heeft, mag alles met het plan.",
    unknown: "Nu is niet na te gaan of je ergens de enige eigenaar van een plan bent.",
    withoutLink: "Uitloggen zonder link",
  },
  confirm: "Uitloggen en wissen",
  cancel: "Annuleren",
} as const;
