import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import type { Step, StepKind, StepOf } from "@planwand/shared/workshop/agenda.ts";

/** What every task of a participant knows: the session, and in whose name this device speaks. */
export interface TaskProps<Kind extends StepKind = StepKind> {
  readonly now: WorkshopNow;
  readonly step: Step & StepOf<Kind>;
  /** A member, or somebody who shares that member's device. */
  readonly person: string;
  /** The same for a command: null for the member. */
  readonly as: string | null;
}
