/** What is asked about a pasted list before it becomes activities. */
export const pasting = {
  many_one: "Add {{count}} activity?",
  many_other: "Add {{count}} activities?",
  more_one: "and {{count}} more",
  more_other: "and {{count}} more",
  steps_one: "{{count}} step",
  steps_other: "{{count}} steps",
  beside_one: "The line around the list too: ‘{{line}}’",
  beside_other: "The {{count}} lines around the list too: ‘{{line}}’ …",
  left_one: "One column is left out this way: {{names}}.",
  left_other: "{{count}} columns are left out this way: {{names}}.",
  preview: "Look at all of it",
  confirmLess: "Add like this",
  confirm: "Add",
  cancel: "Cancel",
  doneMany_one: "{{count}} activity added",
  doneMany_other: "{{count}} activities added",
} as const;
