/** What is done with a whole plan, each in a window of its own; fetched together. */
export { AccessCard } from "../features/sharing/access-card.tsx";
export { BinDialog } from "../features/bin/bin-dialog.tsx";
export { CopyDialog } from "../features/copying/copy-dialog.tsx";
export { ExportDialog } from "../features/exporting/export-dialog.tsx";
export { GuideDialog } from "../features/guide/guide-dialog.tsx";
export { HelpWindow } from "./help-window.tsx";
export { ImportDialog } from "../features/importing/import-dialog.tsx";
export { LeaveDialog } from "../features/leave/leave-dialog.tsx";
export { OwnNameDialog } from "../features/presence/own-name-dialog.tsx";
export { PlanPalette } from "./plan-palette.tsx";
export { ShareDialog } from "../features/sharing/share-dialog.tsx";
