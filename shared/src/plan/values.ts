import type { EntryRoot } from "./entry.ts";
import type { RichInput } from "./rich-write.ts";
import type {
  Activity,
  Blackout,
  Communication,
  Decision,
  DecisionOption,
  Domain,
  EmptyCell,
  Goal,
  ITEM_FIELDS,
  Language,
  Link,
  ParkingItem,
  Party,
  Phase,
  Place,
  Step,
  Waiver,
} from "./schema.ts";

export type ItemField = keyof typeof ITEM_FIELDS;

/** First values of an entry: those of the plan value, all optional; rich text also as blocks. */
type Values<Entry extends object> = {
  readonly [Field in Exclude<keyof Entry, "id" | "rich" | "phase" | "order">]?:
    | (Entry extends { readonly rich: object } ? RichValue<Entry, Field> : Entry[Field])
    | undefined;
};
type RichValue<
  Entry extends { readonly rich: object },
  Field extends keyof Entry,
> = Field extends keyof Entry["rich"] ? RichInput : Entry[Field];

interface AtRank {
  readonly rank: string;
}

/** The first values that each kind of entry can be made with. What is left out reads as its default. */
export interface EntryValues extends Record<EntryRoot, object> {
  readonly goals: AtRank & Values<Goal>;
  readonly phases: AtRank & Values<Phase>;
  readonly domains: AtRank & Values<Domain>;
  readonly parties: AtRank & Values<Party>;
  readonly activities: { readonly place: Place } & Omit<Values<Activity>, "domain">;
  readonly decisions: AtRank & Values<Decision>;
  readonly communications: AtRank & Values<Communication> & { readonly phase?: string | null };
  readonly parking: AtRank & Values<ParkingItem>;
  readonly blackouts: AtRank & Values<Blackout>;
  readonly cells: Omit<EmptyCell, "id">;
  readonly waivers: Omit<Waiver, "id">;
}

/** The first values of nested entries; their rank is given by their place in the list. */
export interface ItemValues {
  readonly steps: Omit<Step, "id">;
  readonly links: Omit<Link, "id">;
  readonly options: Omit<DecisionOption, "id">;
}

/** The first values of a plan itself. */
export interface PlanValues {
  readonly title: string;
  readonly language: Language;
  readonly ambition?: RichInput;
}
