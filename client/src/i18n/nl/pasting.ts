/** What is asked about a pasted list before it becomes activities. */
export const pasting = {
  many_one: "{{count}} activiteit toevoegen?",
  many_other: "{{count}} activiteiten toevoegen?",
  more_one: "en nog {{count}}",
  more_other: "en nog {{count}}",
  steps_one: "{{count}} stap",
  steps_other: "{{count}} stappen",
  beside_one: "Ook de regel om de lijst heen: ‘{{line}}’",
  beside_other: "Ook de {{count}} regels om de lijst heen: ‘{{line}}’ …",
  left_one: "Eén kolom gaat zo niet mee: {{names}}.",
  left_other: "{{count}} kolommen gaan zo niet mee: {{names}}.",
  preview: "Alles bekijken",
  confirmLess: "Zo toevoegen",
  confirm: "Toevoegen",
  cancel: "Annuleren",
  doneMany_one: "{{count}} activiteit toegevoegd",
  doneMany_other: "{{count}} activiteiten toegevoegd",
} as const;
