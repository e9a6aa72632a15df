/** The words of fields that several features use. */
export const fields = {
  emptyText: "Not filled in yet",
  help: "Help for {{field}}",
  example: "Example: {{example}}",
  showExample: "Example",
  inField: "{{name}} is working here",
  search: "Search",
  none: "Nothing found",
  removeParty: "Remove {{name}} from {{field}}",
  addParty: "Add to {{field}}",
  nobody: "Nobody yet",
  nobodyChosen: "Nobody chosen",
  editor: { bold: "Bold", italic: "Italic", bulletList: "Bullet list", orderedList: "Numbered list" },
} as const;
