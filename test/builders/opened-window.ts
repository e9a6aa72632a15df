import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Page } from "playwright-core";
import type { CreatedPlan } from "./server.ts";

/** Where windows are opened from: a page that is signed in as the owner of an example. */
export interface OpenedFrom {
  readonly page: Page;
  readonly url: string;
  readonly plan: CreatedPlan;
  readonly value: Plan;
  readonly isPhone: boolean;
}

export interface OpenedWindow {
  readonly name: string;
  readonly open: () => Promise<void>;
  /** The next one opens from it: it stays open. */
  readonly isGoing?: boolean;
}
