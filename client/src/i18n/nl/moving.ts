/** What is said while a card moves, and the dialog that asks where it goes. */
export const moving = {
  drag: {
    lifted: "Opgepakt: {{title}}. Fase {{phase}}, domein {{domain}}, positie {{position}} van {{total}}.",
    moved: "Verplaatst naar fase {{phase}}, domein {{domain}}, positie {{position}} van {{total}}.",
    dropped: "Neergezet: {{title}}. Fase {{phase}}, domein {{domain}}, positie {{position}} van {{total}}.",
    cancelled:
      "Geannuleerd, terug naar fase {{phase}}, domein {{domain}}, positie {{position}} van {{total}}.",
    cancelledUnplaced: "Geannuleerd, {{title}} blijft niet ingedeeld.",
    liftedUnplaced: "Opgepakt: {{title}}. Niet ingedeeld.",
    gone: "Deze activiteit is intussen naar de prullenbak verplaatst.",
  },
  move: {
    title: "Verplaatsen naar …",
    phase: "Fase",
    domain: "Domein",
    position: "Positie",
    first: "Bovenaan",
    last: "Onderaan",
    after: "Na: {{title}}",
    confirm: "Verplaatsen",
    cancel: "Annuleren",
  },
} as const;
