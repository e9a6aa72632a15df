import { Building2, MonitorSmartphone, ScrollText, Shapes, Workflow } from "lucide-react";
import type { ReactNode } from "react";

/** The signs of the four domains of BOP-SI, in the order of their colours; a domain of one's own has a general one. */
const ICONS = [Workflow, Building2, ScrollText, MonitorSmartphone] as const;

/** A sign for a domain, so that its colour is never the only thing to know it by. */
export function DomainIcon({ color }: { readonly color: number }): ReactNode {
  const Icon = ICONS[color] ?? Shapes;
  return <Icon size={16} aria-hidden="true" />;
}
