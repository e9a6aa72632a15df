/** The wall from one circle's side. */
export const lens = {
  label: "Bekijk als kring",
  close: "Niet meer als kring bekijken",
  activities_one: "{{count}} activiteit",
  activities_other: "{{count}} activiteiten",
  decisions_one: "{{count}} besluit te nemen",
  decisions_other: "{{count}} besluiten te nemen",
  consulted_one: "{{count}} keer geraadpleegd",
  consulted_other: "{{count}} keer geraadpleegd",
  spoken: "Bekeken als kring {{name}}: {{summary}}.",
} as const;
