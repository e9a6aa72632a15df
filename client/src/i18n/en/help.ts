/** Shortcuts and help. */
export const help = {
  shortcuts: "Shortcuts",
  groups: { everywhere: "Everywhere in the plan", move: "Around the board", edit: "Working" },
  space: "Space",
  keys: {
    walk: "To another card or cell",
    rowEnds: "Start or end of the row",
    open: "Open the card",
    lift: "Pick up a card and put it down",
    menu: "Menu of the card",
    pick: "Select a card",
    neighbour: "In the panel: next and previous card",
    close: "Close or cancel",
    addNext: "Add and go on to the next",
  },
  singleKeys: "Use shortcuts of one letter or sign",
} as const;
