/** Stappen terug en weer vooruit. */
export const undo = {
  undo: "Ongedaan maken",
  redo: "Opnieuw",
  done: { undo: "Ongedaan gemaakt", redo: "Opnieuw gedaan" },
  show: "Bekijk",
  changed: "Niet teruggezet: iemand heeft dit intussen gewijzigd.",
  changedBy: "Niet teruggezet: {{name}} heeft dit intussen gewijzigd.",
  nothing: { undo: "Er is niets om ongedaan te maken.", redo: "Er is niets om opnieuw te doen." },
} as const;
