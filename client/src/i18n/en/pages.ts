/** The pages that say why a plan is not there. */
export const pages = {
  notFound: {
    title: "This page does not exist",
    text: "Check the address, or begin at the start page.",
  },
  planNotFound: {
    title: "This plan no longer exists",
    text: "The address may be wrong, or the owner deleted the plan.",
  },
  deleted: {
    title: "This plan was erased",
    text: "An owner erased this plan. It is no longer on the server, nor on this device.",
  },
  noAccess: {
    title: "You do not have access to this plan yet",
    text: "Open the plan with the share link you were given. No link? Ask the person who runs the plan.",
  },
  revoked: {
    title: "Your access was withdrawn",
    text: "The link that brought you in is no longer valid. Ask the person who runs the plan for a new one.",
    unsaved: "What you wrote last was not saved, but is still on this device.",
  },
} as const;
