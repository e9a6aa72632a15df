import type { ActivityStatus } from "@planwand/shared/plan/schema.ts";
import {
  Ban,
  CalendarCheck2,
  CircleCheckBig,
  CircleDashed,
  CirclePlay,
  CircleX,
  type LucideIcon,
} from "lucide-react";

/** The sign of each status; its word always goes with it. */
export const STATUS_ICONS: Record<ActivityStatus, LucideIcon> = {
  idea: CircleDashed,
  planned: CalendarCheck2,
  active: CirclePlay,
  blocked: Ban,
  done: CircleCheckBig,
  dropped: CircleX,
};
