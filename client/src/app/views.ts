/** The views of a plan besides its wall; fetched together. */
export { DecisionsPage } from "./decisions-page.tsx";
export { AttentionView } from "../features/attention/attention-view.tsx";
export { CommunicationView } from "../features/communication/communication-view.tsx";
export { DiscussionView } from "../features/discussion/discussion-view.tsx";
export { ExampleView } from "../features/example/example-view.tsx";
export { GoalsView } from "../features/goals/goals-view.tsx";
export { HistoryView } from "../features/history/history-view.tsx";
export { KeepingView } from "../features/keeping/keeping-view.tsx";
export { MissingPage } from "./missing-page.tsx";
export { ParkingView } from "../features/parking/parking-view.tsx";
export { PeopleView } from "../features/people/people-view.tsx";
export { ProductsView } from "../features/products/products-view.tsx";
export { ProgressView } from "../features/progress/progress-view.tsx";
export { TablePage } from "./table-page.tsx";
export { TimelineView } from "../features/timeline/timeline-view.tsx";
export { VersionsView } from "../features/versions/versions-view.tsx";
