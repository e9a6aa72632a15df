/** What stands around the wall once it is there; fetched together. */
export { Avatars } from "../features/presence/avatars.tsx";
export { HeaderTools } from "./header-tools.tsx";
export { PlanMenuItems } from "./plan-menu-items.tsx";
export { TitleInput } from "./title-input.tsx";
export { ViewMenuItems } from "./view-menu-items.tsx";
