/** Shortcuts and help. */
export const help = {
  shortcuts: "Shortcuts",
  groups: { move: "Around the wall", edit: "Working", help: "Help" },
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
    undo: "Undo",
    redo: "Redo",
    addNext: "Add and go on to the next",
    shortcuts: "This list",
  },
  singleKeys: "Use shortcuts of one letter or sign",
} as const;
