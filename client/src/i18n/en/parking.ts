/** What has no place in the plan yet. */
export const parking = {
  title: "Parking lot",
  intro: "What does not fit now and must not get lost. Make it an activity later.",
  empty: "The parking lot is empty.",
  add: "Park something",
  placeholder: "What do you want to keep? Enter adds it",
  item: "Parked {{number}}",
  up: "Up: {{number}}",
  down: "Down: {{number}}",
  remove: "To the bin: {{number}}",
  toCell: "Make it an activity in …",
  placed: "It is now an activity on the board.",
} as const;
