/** The wall from one circle's side. */
export const lens = {
  label: "Circle lens",
  close: "Circle lens off",
  activities_one: "{{count}} activity",
  activities_other: "{{count}} activities",
  decisions_one: "{{count}} decision to take",
  decisions_other: "{{count}} decisions to take",
  consulted_one: "consulted {{count}} time",
  consulted_other: "consulted {{count}} times",
  spoken: "Circle lens {{name}}: {{summary}}.",
} as const;
