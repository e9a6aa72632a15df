/** A line of a text that holds a list, with the lines that stand under it. */
export interface ListedLine {
  readonly title: string;
  readonly below: readonly string[];
  /** It stands around the list, as a greeting or a heading does. */
  readonly isBeside: boolean;
  /** Whether the box before it is ticked; null when there is none. */
  readonly isTicked: boolean | null;
}
