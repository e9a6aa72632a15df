/** Whether edits are safe. Says "opgeslagen" only after the server's word. */
export const sync = {
  saved: "Alles opgeslagen",
  savedUnkept: "Opgeslagen, maar niet op dit apparaat",
  saving: "Opslaan …",
  connecting: "Verbinden …",
  offline: "Geen verbinding",
  offlineCount_one: "Geen verbinding: {{count}} wijziging bewaard op dit apparaat",
  offlineCount_other: "Geen verbinding: {{count}} wijzigingen bewaard op dit apparaat",
  offlineUnkept_one: "Geen verbinding: {{count}} wijziging nog niet bewaard",
  offlineUnkept_other: "Geen verbinding: {{count}} wijzigingen nog niet bewaard",
  error: "Kan niet opslaan",
  errorCount_one: "Kan niet opslaan: {{count}} wijziging",
  errorCount_other: "Kan niet opslaan: {{count}} wijzigingen",
  short: { offline: "Offline", error: "Fout", unkept: "Geen kopie" },
  details: "Wat betekent dit?",
  download: "Reservekopie downloaden",
  downloadHelp: "Een bestand met het hele plan zoals jij het nu ziet.",
} as const;
