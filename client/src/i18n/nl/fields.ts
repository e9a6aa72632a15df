/** The words of fields that several features use. */
export const fields = {
  emptyText: "Nog niet ingevuld",
  help: "Uitleg bij {{field}}",
  example: "Voorbeeld: {{example}}",
  showExample: "Voorbeeld",
  inField: "{{name}} is hier bezig",
  search: "Zoeken",
  none: "Niets gevonden",
  removeParty: "{{name}} weghalen bij {{field}}",
  addParty: "Toevoegen bij {{field}}",
  nobody: "Nog niemand",
  nobodyChosen: "Niemand gekozen",
  editor: { bold: "Vet", italic: "Cursief", bulletList: "Opsomming", orderedList: "Genummerde lijst" },
} as const;
