/** Shortcuts and help. */
export const help = {
  shortcuts: "Sneltoetsen",
  groups: { everywhere: "Overal in het plan", move: "Over het bord", edit: "Werken" },
  space: "Spatie",
  keys: {
    walk: "Naar een andere kaart of cel",
    rowEnds: "Begin of eind van de rij",
    open: "Kaart openen",
    lift: "Kaart oppakken en neerzetten",
    menu: "Menu van de kaart",
    pick: "Kaart selecteren",
    neighbour: "In het paneel: volgende en vorige kaart",
    close: "Sluiten of annuleren",
    addNext: "Toevoegen en door naar de volgende",
  },
  singleKeys: "Sneltoetsen van één letter of teken gebruiken",
} as const;
