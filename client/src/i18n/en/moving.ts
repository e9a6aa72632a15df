/** What is said while a card moves, and the dialog that asks where it goes. */
export const moving = {
  drag: {
    lifted: "Picked up: {{title}}. Phase {{phase}}, domain {{domain}}, position {{position}} of {{total}}.",
    moved: "Moved to phase {{phase}}, domain {{domain}}, position {{position}} of {{total}}.",
    dropped: "Dropped: {{title}}. Phase {{phase}}, domain {{domain}}, position {{position}} of {{total}}.",
    cancelled: "Cancelled, back to phase {{phase}}, domain {{domain}}, position {{position}} of {{total}}.",
    cancelledUnplaced: "Cancelled, {{title}} stays not placed.",
    liftedUnplaced: "Picked up: {{title}}. Not placed.",
    gone: "This activity has been moved to the bin in the meantime.",
  },
  move: {
    title: "Move to …",
    phase: "Phase",
    domain: "Domain",
    position: "Position",
    first: "At the top",
    last: "At the bottom",
    after: "After: {{title}}",
    confirm: "Move",
    cancel: "Cancel",
  },
} as const;
