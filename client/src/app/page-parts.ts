/** What the page of a plan needs besides its wall; fetched together. */
export { PhaseMoments } from "../features/communication/phase-moments.tsx";
export { PlanTools } from "./plan-tools.tsx";
export { WallBars } from "./wall-bars.tsx";
export { WhyBar } from "../features/activity/why-bar.tsx";
export { PhoneBar } from "./phone-bar.tsx";
