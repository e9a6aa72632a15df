/** Looking for activities on the wall. */
export const filter = {
  label: "Filter",
  close: "Filter sluiten",
  text: "Zoek in titels",
  status: "Status",
  circle: "Kring",
  attention: "Aandacht",
  hasOpenDecision: "Open beslispunt",
  isLate: "Over tijd",
  found: "{{count}} van {{total}} activiteiten",
  none: "Niets gevonden met {{asked}}. Haal een keuze weg of wis het filter.",
  and: " en ",
  or: " of ",
  hide: "Verberg de rest",
  clear: "Wis filter",
} as const;
