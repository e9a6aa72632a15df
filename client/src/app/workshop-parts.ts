/** Everything of a work session; fetched together, once there is one or somebody starts one. */
export { BeamerFace } from "../features/workshop/beamer-face.tsx";
export { JoiningCards } from "../features/workshop/joining-cards.tsx";
export { LeadAside } from "../features/workshop/lead-aside.tsx";
export { ParticipantFace } from "../features/workshop/participant-face.tsx";
export { SessionBar } from "../features/workshop/session-bar.tsx";
export { StartDialog } from "../features/workshop/start-dialog.tsx";
