/** Steps back and forth. */
export const undo = {
  undo: "Undo",
  redo: "Redo",
  done: { undo: "Undone", redo: "Redone" },
  show: "Show",
  changed: "Left as it is: somebody has changed this meanwhile.",
  changedBy: "Left as it is: {{name}} has changed this meanwhile.",
  nothing: { undo: "There is nothing to undo.", redo: "There is nothing to redo." },
} as const;
