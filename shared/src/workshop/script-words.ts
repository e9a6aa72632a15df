/** The ready-made agendas. */
export const SCRIPTS = ["start", "decide", "progress"] as const;
export type ScriptName = (typeof SCRIPTS)[number];

export type ScriptLanguage = "nl" | "en";

interface ScriptWords {
  readonly title: string;
  readonly goal: string;
  /** By key of the step. */
  readonly steps: { readonly [key: string]: { readonly title: string; readonly question: string } };
}

/** What the ready-made agendas say. */
export const SCRIPT_WORDS: Record<ScriptLanguage, Record<ScriptName, ScriptWords>> = {
  nl: {
    start: {
      title: "OKE-startsessie (2 uur)",
      goal: "We maken samen het eerste plan: wat gaan we doen, in welke fase, en wie doet het.",
      steps: {
        welcome: { title: "Welkom", question: "Wat willen we vandaag bereiken?" },
        ideas: { title: "Ideeën bedenken", question: "Wat moet er gebeuren? Schrijf op wat je bedenkt." },
        reveal: { title: "Ideeën bekijken", question: "Wat valt op? Wat hoort bij elkaar?" },
        vote: { title: "Stemmen", question: "Wat is het belangrijkst?" },
        write: { title: "Uitwerken", question: "Wat doen we precies, en wanneer is het klaar?" },
        decide: { title: "Beslispunten", question: "Wat adviseert jouw kring?" },
        roles: { title: "Wie doet wat", question: "Welke activiteit neem jij op je?" },
        checkout: { title: "Afsluiten", question: "Hoe ga je weg, in één woord?" },
      },
    },
    decide: {
      title: "Besluitronde (45 minuten)",
      goal: "We nemen de besluiten die nu nodig zijn.",
      steps: {
        welcome: { title: "Welkom", question: "Welke besluiten nemen we vandaag?" },
        decide: { title: "Beslispunten", question: "Wat adviseert jouw kring?" },
        roles: { title: "Wie doet wat", question: "Wie voert uit wat we besloten?" },
        checkout: { title: "Afsluiten", question: "Hoeveel vertrouwen heb je erin, van 1 tot 5?" },
      },
    },
    progress: {
      title: "Voortgang (30 minuten)",
      goal: "We bekijken hoe het gaat en wat er nodig is.",
      steps: {
        welcome: { title: "Welkom", question: "Waar staan we?" },
        progress: { title: "Voortgang", question: "Wat is klaar, wat loopt en wat wacht?" },
        obstacles: { title: "Wat zit in de weg", question: "Wat houdt je tegen? Je naam komt er niet bij." },
        reveal: { title: "Samen bekijken", question: "Wat lossen we op, en wie begint?" },
        roles: { title: "Wie doet wat", question: "Welke activiteit neem jij op je?" },
        checkout: { title: "Afsluiten", question: "Hoeveel vertrouwen heb je erin, van 1 tot 5?" },
      },
    },
  },
  en: {
    start: {
      title: "OKE kick-off (2 hours)",
      goal: "Together we make the first plan: what we will do, in which phase, and who does it.",
      steps: {
        welcome: { title: "Welcome", question: "What do we want to achieve today?" },
        ideas: { title: "Think of ideas", question: "What has to be done? Write down what you think of." },
        reveal: { title: "Look at the ideas", question: "What stands out? What belongs together?" },
        vote: { title: "Vote", question: "What matters most?" },
        write: { title: "Make it concrete", question: "What exactly do we do, and when is it done?" },
        decide: { title: "Decision points", question: "What does your circle advise?" },
        roles: { title: "Who does what", question: "Which activity do you take on?" },
        checkout: { title: "Closing", question: "How do you leave, in one word?" },
      },
    },
    decide: {
      title: "Decision round (45 minutes)",
      goal: "We take the decisions that are needed now.",
      steps: {
        welcome: { title: "Welcome", question: "Which decisions do we take today?" },
        decide: { title: "Decision points", question: "What does your circle advise?" },
        roles: { title: "Who does what", question: "Who carries out what we decided?" },
        checkout: { title: "Closing", question: "How confident are you, from 1 to 5?" },
      },
    },
    progress: {
      title: "Progress (30 minutes)",
      goal: "We look at how it goes and what is needed.",
      steps: {
        welcome: { title: "Welcome", question: "Where do we stand?" },
        progress: { title: "Progress", question: "What is done, what is under way and what waits?" },
        obstacles: { title: "What is in the way", question: "What holds you back? Your name is not shown." },
        reveal: { title: "Look together", question: "What do we solve, and who begins?" },
        roles: { title: "Who does what", question: "Which activity do you take on?" },
        checkout: { title: "Closing", question: "How confident are you, from 1 to 5?" },
      },
    },
  },
};
