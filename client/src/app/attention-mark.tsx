import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import { buttonClass } from "../ui/button.tsx";
import styles from "./attention-mark.module.css";
import { useNews } from "./use-news.ts";

/** The way to what is new, with a dot when something is. */
export function AttentionMark(): ReactNode {
  const { planId } = usePlanSession().connection;
  const { isNew, label } = useNews();
  return (
    <Link
      href={`/plan/${planId}/attention`}
      className={`${buttonClass({ variant: "ghost" })} ${styles.mark ?? ""}`}
      aria-label={label}
      title={label}
      data-testid="attention-mark"
      data-new={isNew || undefined}
    >
      <Bell aria-hidden />
    </Link>
  );
}
