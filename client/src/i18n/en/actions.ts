/** What can be done with a plan as a whole: in the palette, the menu and the page of shortcuts. */
export const actions = {
  find: "Find and do",
  undo: "Undo",
  redo: "Redo",
  filter: "Filter",
  lens: "Circle lens",
  news: "What is new",
  share: "Share",
  guide: "Step by step",
  bin: "Bin",
  export: "Export …",
  print: "Print",
  compact: "Cards compact",
  normal: "Cards normal",
  roomy: "Cards roomy",
  shortcuts: "Shortcuts",
  leave: "Leave this device",
} as const;
