import { createContext, use } from "react";

interface OpenEntry {
  readonly entryId: string;
  readonly canWrite: boolean;
}

/** The entry whose fields are shown, an activity or a decision point, and whether it may be changed. */
export const EntryContext = createContext<OpenEntry | null>(null);

/** The entry around this component. @throws Error outside one. */
export function useEntry(): OpenEntry {
  const entry = use(EntryContext);
  if (entry === null) throw new Error("a field is only there inside an open entry");
  return entry;
}
