/** The bin. */
export const bin = {
  title: "Prullenbak",
  intro: "Wat hier ligt is niet weg. Zet het terug en het is weer zoals het was.",
  empty: "De prullenbak is leeg.",
  restore: "Terugzetten",
  restoreTitle: "Terugzetten: {{title}}",
  restored: "Teruggezet: {{title}}",
  kind: { activities: "Activiteit", phases: "Fase", domains: "Domein" },
  unnamed: { activities: "Zonder titel", phases: "Fase zonder naam", domains: "Domein zonder naam" },
} as const;
