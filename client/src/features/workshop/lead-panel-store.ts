import { createStore } from "../../sync/store.ts";

/** Whether the panel of who leads stands beside the wall on this page; null until somebody chose. */
export const leadPanel = createStore<boolean | null>(null);
