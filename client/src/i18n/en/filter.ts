/** Looking for activities on the wall. */
export const filter = {
  label: "Filter",
  close: "Close filter",
  text: "Search in titles",
  status: "Status",
  circle: "Circle",
  attention: "Attention",
  hasOpenDecision: "Open decision point",
  isLate: "Overdue",
  found: "{{count}} of {{total}} activities",
  none: "Nothing found with {{asked}}. Take a choice away or clear the filter.",
  and: " and ",
  or: " or ",
  hide: "Hide the rest",
  clear: "Clear filter",
} as const;
