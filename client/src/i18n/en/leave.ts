/** Leaving a device. */
export const leave = {
  title: "Sign out on this device",
  text: "You leave all plans on this device. Your name and what is kept of the plans here are removed. You can come back with a share link.",
  unsaved_one: "Note: {{count}} change is not saved yet and will be lost.",
  unsaved_other: "Note: {{count}} changes are not saved yet and will be lost.",
  failed: "That did not work. Signing out needs a connection; try again in a moment.",
  owner: {
    label: "You are the only owner",
    warning_one:
      "As far as is known, this device is the last on which anybody owns this plan. Without an owner’s link nobody can manage it after this, you included. Make a link and keep it somewhere else.",
    warning_other:
      "As far as is known, this device is the last on which anybody owns these {{count}} plans. Without an owner’s link nobody can manage them after this, you included. Make links and keep them somewhere else.",
    spare:
      "An owner’s link was made on {{date}} that nobody used yet. If you still have it, you can come back by it.",
    linkName: "Personal owner’s link",
    make: "Make an owner’s link",
    makeOf: "Make an owner’s link for {{title}}",
    linkOf: "Owner’s link of {{title}}",
    mailSubject: "Owner’s link of ‘{{title}}’",
    mailText:
      "With this link you open the plan ‘{{title}}’ as its owner:\n\n{{link}}\n\nKeep it safe and give it to nobody: whoever has it may do anything with the plan.",
    unknown: "It cannot be told now whether you are the only owner of a plan.",
    withoutLink: "Sign out without a link",
  },
  confirm: "Sign out and remove",
  cancel: "Cancel",
} as const;
