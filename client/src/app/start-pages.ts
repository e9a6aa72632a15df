/** The pages on which somebody arrives, and those that say why a plan does not open; fetched together. */
export { HelpPage } from "./help-page.tsx";
export { JoinPage } from "../features/start/join-page.tsx";
export { PlanDeleted } from "./plan-deleted.tsx";
export { NoAccess, PageNotFound, PlanNotFound, Revoked } from "./pages.tsx";
export { SiteHeader } from "./site-header.tsx";
export { Start } from "./start.tsx";
