import type { Severity } from "@planwand/shared/checks/rules.ts";
import { CircleDashed, Eye, Lightbulb, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const ICONS: Record<Severity, LucideIcon> = { M: CircleDashed, A: Eye, T: Lightbulb };

/** The sign of a weight; its word always goes with it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactNode {
  const Icon = ICONS[severity];
  return <Icon size={16} aria-hidden />;
}
