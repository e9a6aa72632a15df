import { useSyncExternalStore } from "react";
import { leadPanel } from "./lead-panel-store.ts";

const wide = matchMedia("(min-width: 1100px)");

/** Whether the panel of who leads stands beside the wall: as chosen, else for the lead where there is room. */
export function usePanelIsOpen(isLead: boolean): boolean {
  const chosen = useSyncExternalStore(leadPanel.subscribe, leadPanel.getSnapshot);
  return chosen ?? (isLead && wide.matches);
}
