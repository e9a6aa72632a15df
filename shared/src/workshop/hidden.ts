import type { Circle } from "../access/role.ts";
import type { Scope } from "./agenda.ts";

/** An idea of a private round, before it is revealed. Only the server and its author know it. */
export interface HiddenIdea {
  readonly kind: "idea";
  readonly session: string;
  readonly step: string;
  readonly id: string;
  readonly scope: Scope;
  readonly text: string;
  /** Who wrote it: a member, or a proxy of that member. */
  readonly member: string;
  readonly person: string;
  /** Milliseconds since 1970, the server's clock. */
  readonly at: number;
}

/** The dots of one person for one item of a blind round, before the totals are revealed; its id is `voteKey`. */
export interface HiddenVote {
  readonly kind: "vote";
  readonly session: string;
  readonly step: string;
  readonly id: string;
  readonly item: string;
  readonly dots: number;
  readonly member: string;
  readonly person: string;
  /** Of the person, for totals of each circle. */
  readonly circle: Circle | null;
  readonly at: number;
}

export type Hidden = HiddenIdea | HiddenVote;

/** What changes in what is hidden, in the same transaction as the events of the command. */
export type HiddenChange =
  | { readonly change: "put"; readonly entry: Hidden }
  | {
      readonly change: "remove";
      readonly session: string;
      readonly kind: Hidden["kind"];
      readonly id: string;
    };
