import type { BarGroup, Grouping } from "@planwand/shared/views/timeline.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DomainIcon } from "../../fields/domain-icon.tsx";
import { useDomain, useParty, usePhase } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import styles from "./bar-row.module.css";

/** How a group of bars is called. */
export function useGroupName(by: Grouping, id: string | null): string {
  const { t } = useTranslation();
  const phase = usePhase(id ?? "");
  const domain = useDomain(id ?? "");
  const party = useParty(id ?? "");
  if (id === null) return t(by === "party" ? "timeline.nobody" : "board.unplaced");
  if (by === "phase") return phase?.name || t("board.unnamedPhase");
  if (by === "domain") return domain?.name || t("board.unnamedDomain");
  return party?.name || t("timeline.unnamedParty");
}

/** The head above the bars of a phase, domain or party. */
export function GroupRow({
  group,
  by,
  top,
  height,
}: {
  readonly group: BarGroup<PlacedCard>;
  readonly by: Grouping;
  readonly top: number;
  readonly height: number;
}): ReactNode {
  const { t } = useTranslation();
  const name = useGroupName(by, group.id);
  const color = useDomain(by === "domain" ? (group.id ?? "") : "")?.color ?? null;
  return (
    <li
      className={styles.group}
      style={{ transform: `translateY(${String(top)}px)`, height }}
      data-group={group.id ?? ""}
    >
      <h3 className={styles.groupName}>
        {color === null ? null : (
          <span className={styles.domain} style={{ "--bar-color": `var(--domain-${String(color)})` }}>
            <DomainIcon color={color} />
          </span>
        )}
        <span className={styles.title}>{name}</span>
        <span className={styles.count} aria-label={t("board.count", { count: group.bars.length })}>
          {group.bars.length}
        </span>
      </h3>
    </li>
  );
}
