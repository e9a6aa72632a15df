/** What the wall needs once its cards are there; fetched together. */
export { AxisTasks } from "./axis-tasks.tsx";
export { EmptyWall } from "./empty-wall.tsx";
export { FirstStep } from "./first-step.tsx";
export { MoveDialog } from "./move-dialog.tsx";
export { Moving } from "./moving.tsx";
export { NameField } from "./name-field.tsx";
export { Others } from "./others.tsx";
export { PhaseTabs } from "./phase-tabs.tsx";
export { PickedBar } from "./picked-bar.tsx";
export { Relations } from "./relations.tsx";
export { RovingFocus } from "./roving-focus.tsx";
export { WallAsks } from "./wall-asks.tsx";
export { WallMenu } from "./wall-menu.tsx";
