/** What can be done with a plan as a whole: in the palette, the menu and the page of shortcuts. */
export const actions = {
  find: "Zoeken en doen",
  undo: "Ongedaan maken",
  redo: "Opnieuw doen",
  filter: "Filter",
  lens: "Kring-lens",
  news: "Wat is er nieuw",
  share: "Delen",
  guide: "Stap voor stap",
  bin: "Prullenbak",
  export: "Exporteren …",
  print: "Afdrukken",
  compact: "Kaarten compact",
  normal: "Kaarten normaal",
  roomy: "Kaarten ruim",
  shortcuts: "Sneltoetsen",
  leave: "Dit apparaat verlaten",
} as const;
