/** People, their circles and roles, and who is here. */
export const people = {
  circles: {
    examenorganisatie: "Exam organisation",
    ict: "ICT",
    informatiemanagement: "Information management",
    onderwijs: "Education",
    bestuur: "Board",
  },
  circleInitials: {
    examenorganisatie: "EX",
    ict: "ICT",
    informatiemanagement: "IM",
    onderwijs: "EDU",
    bestuur: "MAN",
  },
  roles: {
    owner: "Owner",
    facilitator: "Facilitator",
    editor: "Editor",
    participant: "Participant",
    viewer: "Reader",
  },
  presence: {
    readOnly: "You are reading",
    readOnlyHelp: "As {{role}} you can read this plan, but not change it.",
    commenting: "You can comment",
    commentingHelp: "As {{role}} you can read this plan and comment on it, but not change it.",
  },
} as const;
