import { createContext, use } from "react";

interface Panel {
  readonly activityId: string;
  readonly canWrite: boolean;
}

/** The activity that this panel shows, and whether it may be changed. */
export const PanelContext = createContext<Panel | null>(null);

/** The panel around this component. @throws Error outside one. */
export function usePanel(): Panel {
  const panel = use(PanelContext);
  if (panel === null) throw new Error("a panel is only there inside ActivityPanel");
  return panel;
}
