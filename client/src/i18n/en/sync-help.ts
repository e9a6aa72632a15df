/** What the badge that tells whether edits are safe explains, and what can be done. */
export const syncHelp = {
  saved: "The server keeps all your changes safely. Others see them too.",
  saving: "Your changes are on their way. You can simply go on.",
  connecting: "We are connecting to the server.",
  offline: "Your changes stay on this device and are sent when you are back online. You can go on working.",
  offlineUnkept:
    "You can go on working, but this device keeps nothing. Leave this tab open until the connection is back.",
  readOnlyOffline: "You see the plan as it was. It is brought up to date when you are back online.",
  error: "The server does not accept these changes now. They are still on this device.",
  errorUnkept:
    "The server does not accept these changes now. They are in this tab only: leave it open or download a rescue copy.",
  unkept: {
    off: "You are using a shared device. That is why this browser keeps no copy of the plan on it.",
    never: "This browser keeps no copy on this device, for instance because this is a private window.",
    lost: "The copy on this device is gone, for instance because the data of this site was cleared. We put it back as soon as we can.",
    full: "This device has no room left for a copy of the plan. Free up some space; we then put the copy back by ourselves.",
  },
  unkeptOnline: "What you do does go to the server. If the connection is lost, leave this tab open.",
  keepAgain: "Try again",
  retry: "Reconnect now",
  discard: "Throw away my unsaved changes",
  discardConfirm:
    "Are you sure? Download a rescue copy first if you still need the text. Other tabs of this plan that cannot save are reloaded too.",
  discardYes: "Throw away and reload",
  cancel: "Cancel",
  nowSaved: "Connection restored. Everything is saved.",
  refusal: {
    readOnly: "You may read this plan, but not change it.",
    locked: "The plan is locked. Saving goes on as soon as it is unlocked.",
    stepForbids: "This step of the workshop is not for this. Your change was not saved.",
    tooLarge: "This change is too large to save in one go.",
    malformed: "The server could not read this change.",
    foreignClient: "These changes belong to somebody else who used this device.",
    tooManyClients: "This plan was reopened too often on this device. Reload the page.",
    resync: "The changes are being sent again.",
    forged: "The server could not establish that this change is yours.",
    staleClient: "This page is out of date. Reload the page; your changes are kept.",
    planUnbuildable:
      "This plan has become too heavy to check whether this change is allowed. The server tries again after a while. Tell whoever leads the workshop.",
    serverReadonly: "The server cannot write at the moment. Everything is saved by itself as soon as it can.",
    revoked: "Your access to this plan was withdrawn.",
    unknownMessage: "The server did not understand a message from this page. Reload the page.",
  },
} as const;
