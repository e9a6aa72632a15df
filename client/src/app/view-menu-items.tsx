import {
  Archive,
  Bell,
  Bookmark,
  BookOpen,
  ChartGantt,
  ChartNoAxesCombined,
  Gavel,
  History,
  LayoutGrid,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  SquareParking,
  PackageCheck,
  Sheet,
  Target,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import { SavedViews } from "../features/saved-views/saved-views.tsx";
import { isViewOf, VIEW_GROUPS, type ViewGroup, type ViewName, viewOf } from "./view-names.ts";
import { queryBetween } from "./filter-steps.ts";
import styles from "./view-menu-items.module.css";

/** The sign of each; its word always goes with it. */
export const VIEW_ICONS: Record<ViewName | "wall", LucideIcon> = {
  wall: LayoutGrid,
  goals: Target,
  decisions: Gavel,
  people: Users,
  communication: Megaphone,
  discussion: MessagesSquare,
  parking: SquareParking,
  progress: ChartNoAxesCombined,
  timeline: ChartGantt,
  table: Sheet,
  products: PackageCheck,
  attention: Bell,
  versions: Bookmark,
  missing: ListChecks,
  history: History,
  keeping: Archive,
  example: BookOpen,
};

/** The ways to the views of the plan, by what they are for, each with what it shows. */
export function ViewMenuItems({
  now,
  planId,
  onDone,
}: {
  readonly now: ViewName | "wall";
  readonly planId: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { isPast } = usePlanSession();
  const groups = (Object.keys(VIEW_GROUPS) as ViewGroup[]).filter((group) =>
    VIEW_GROUPS[group].some((name) => isViewOf(name, isPast)),
  );
  const items = (names: readonly (ViewName | "wall")[]): ReactNode =>
    names.map((name) => {
      if (!isViewOf(name, isPast)) return null;
      const Icon = VIEW_ICONS[name];
      return (
        <li key={name}>
          <Link
            href={`/plan/${planId}${name === "wall" ? "" : `/${name}`}${queryBetween(viewOf(now), viewOf(name), location.search)}`}
            className={styles.item ?? ""}
            aria-current={name === now ? "page" : undefined}
            onClick={onDone}
          >
            <Icon size={17} aria-hidden />
            <span>
              <span className={styles.itemName}>{t(`app.views.${name}`)}</span>
              <span className={styles.itemHelp}>{t(`views.${name}`)}</span>
            </span>
          </Link>
        </li>
      );
    });
  return (
    <nav aria-label={t("app.views.label")} className={styles.groups}>
      <ul className={styles.items}>{items(["wall"])}</ul>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`views-${group}`}>
          <p id={`views-${group}`} className={styles.group}>
            {t(`views.groups.${group}`)}
          </p>
          <ul className={styles.items}>{items(VIEW_GROUPS[group])}</ul>
        </section>
      ))}
      {!isPast && (
        <div className={styles.saved}>
          <SavedViews onDone={onDone} />
        </div>
      )}
    </nav>
  );
}
