/** Leaving a device. */
export const leave = {
  title: "Leave this device",
  text: "You leave all plans on this device. Your name and what is kept of the plans here are removed. You can come back with a share link.",
  unsaved_one: "Mind: {{count}} change is not saved yet and will be lost.",
  unsaved_other: "Mind: {{count}} changes are not saved yet and will be lost.",
  failed: "That did not work. Leaving needs a connection; try again in a moment.",
  confirm: "Leave and remove",
  cancel: "Cancel",
} as const;
