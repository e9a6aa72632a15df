import type { IdeaCluster } from "@planwand/shared/views/workshop.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { Ellipsis, Merge, Split, SquarePlus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import styles from "./lead.module.css";
import { MergeDialog } from "./merge-dialog.tsx";
import { ToWallDialog } from "./to-wall-dialog.tsx";
import { useMergeDrag } from "./use-merge-drag.ts";
import { usePersonName } from "./use-names.ts";
import { usePutOnWall } from "./use-put-on-wall.ts";
import { usePlaceName } from "./use-places.ts";
import { useTell } from "./use-workshop.ts";

/** One idea that was shown, with those merged into it: dragged onto another or by its menu merged, taken apart, made a card. */
export function LeadIdea({
  session,
  cluster: { idea, merged },
  clusters,
}: {
  readonly session: Session;
  readonly cluster: IdeaCluster;
  readonly clusters: readonly IdeaCluster[];
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const personName = usePersonName(session);
  const placeName = usePlaceName();
  const putOnWall = usePutOnWall(session.id);
  const [menuAt, setMenu] = useState<HTMLElement | null>(null);
  const [asking, ask] = useState<"merge" | "place" | null>(null);
  const element = useRef<HTMLLIElement>(null);
  const isOver = useMergeDrag(element, idea.id, (from) =>
    tell({ type: "idea.merge", idea: from, into: idea.id }),
  );
  const items = [
    ...(idea.became === null
      ? [
          {
            label: t("leading.ideas.toWall"),
            icon: SquarePlus,
            run: () => {
              const { scope } = idea;
              if (scope.kind !== "cell" || !putOnWall(idea, scope)) ask("place");
            },
          },
        ]
      : []),
    ...(clusters.length > 1
      ? [{ label: t("leading.ideas.mergeWith"), icon: Merge, run: () => ask("merge") }]
      : []),
    ...merged.map((one) => ({
      label: `${t("leading.ideas.unmerge")}: ${one.text}`,
      icon: Split,
      run: () => tell({ type: "idea.unmerge", idea: one.id }),
    })),
  ];
  return (
    <li
      ref={element}
      className={styles.idea}
      data-testid="lead-idea"
      data-over={isOver || undefined}
      draggable
    >
      <div className={styles.grow}>
        <p>{idea.text}</p>
        {merged.length > 0 && (
          <ul className={styles.merged} aria-label={t("takingPart.reveal.alsoSaid")}>
            {merged.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        )}
        <p className={styles.help}>
          {[
            placeName(idea.scope),
            ...(idea.person === null ? [] : [personName(idea.person)]),
            ...(idea.became === null ? [] : [t("leading.ideas.onWall")]),
          ].join(" · ")}
        </p>
      </div>
      {items.length > 0 && (
        <IconButton
          label={t("leading.ideas.menu", { idea: idea.text })}
          aria-haspopup="menu"
          onClick={(event) => setMenu(event.currentTarget)}
        >
          <Ellipsis aria-hidden />
        </IconButton>
      )}
      {menuAt !== null && (
        <Menu
          anchor={menuAt}
          label={t("leading.ideas.menu", { idea: idea.text })}
          items={items}
          onClose={() => setMenu(null)}
        />
      )}
      {asking === "merge" && (
        <MergeDialog
          others={clusters.map((one) => one.idea).filter((one) => one.id !== idea.id)}
          onChoose={(into) => tell({ type: "idea.merge", idea: idea.id, into })}
          onClose={() => ask(null)}
        />
      )}
      {asking === "place" && (
        <ToWallDialog
          scope={idea.scope}
          onChoose={(cell) => putOnWall(idea, cell)}
          onClose={() => ask(null)}
        />
      )}
    </li>
  );
}
