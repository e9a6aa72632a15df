/** What is said while a card moves, and the dialog that asks where it goes. */
export const moving = {
  pick: "Selecteren",
  pickNone: "Selectie opheffen",
  picked_one: "{{count}} geselecteerd",
  picked_other: "{{count}} geselecteerd",
  withPicked: "Met de geselecteerde activiteiten",
  toMove: "Verplaatsen",
  toBin: "Naar prullenbak",
  status: "Status",
  role: "Rol",
  roles: {
    title: "Rol geven",
    who: "Aan wie?",
    nobody: "Dit plan heeft nog geen betrokkenen.",
    confirm: "Toevoegen",
    done_one: "{{name}} toegevoegd bij {{count}} activiteit",
    done_other: "{{name}} toegevoegd bij {{count}} activiteiten",
  },
  drag: {
    droppedMany:
      "{{count}} activiteiten neergezet. Fase {{phase}}, domein {{domain}}, vanaf positie {{position}}.",
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
