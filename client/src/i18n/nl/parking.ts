/** What has no place in the plan yet. */
export const parking = {
  title: "Parkeerplaats",
  intro: "Wat nu niet past en niet mag verdwijnen. Maak er later een activiteit van.",
  empty: "De parkeerplaats is leeg.",
  add: "Iets parkeren",
  placeholder: "Wat wil je bewaren? Enter voegt toe",
  item: "Geparkeerd {{number}}",
  up: "Omhoog: {{number}}",
  down: "Omlaag: {{number}}",
  remove: "Naar prullenbak: {{number}}",
  toCell: "Maak er een activiteit van in …",
  placed: "Het is nu een activiteit op het bord.",
} as const;
