import { ChevronDown } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import { Popover } from "../ui/popover.tsx";
import { VIEW_ICONS, VIEW_NAMES, type ViewName } from "./view-names.ts";
import styles from "./view-menu.module.css";

/** Which view of the plan this is, and the way to the others. */
export function ViewMenu({ view }: { readonly view: ViewName | null }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const now = view ?? "wall";
  const Icon = VIEW_ICONS[now];
  return (
    <Popover
      label={t("app.views.label")}
      trigger={
        <button
          type="button"
          className={styles.button}
          aria-label={t("app.views.now", { view: t(`app.views.${now}`) })}
        >
          <Icon size={17} aria-hidden />
          <span className={styles.name}>{t(`app.views.${now}`)}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      {(close) => (
        <nav aria-label={t("app.views.label")}>
          <ul className={styles.items}>
            {(["wall", ...VIEW_NAMES] as const).map((name) => (
              <ViewItem key={name} name={name} planId={planId} isNow={name === now} onDone={close} />
            ))}
          </ul>
        </nav>
      )}
    </Popover>
  );
}

function ViewItem({
  name,
  planId,
  isNow,
  onDone,
}: {
  readonly name: ViewName | "wall";
  readonly planId: string;
  readonly isNow: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = VIEW_ICONS[name];
  const href = name === "wall" ? `/plan/${planId}` : `/plan/${planId}/${name}`;
  return (
    <li>
      <Link
        href={href}
        className={styles.item ?? ""}
        aria-current={isNow ? "page" : undefined}
        onClick={onDone}
      >
        <Icon size={17} aria-hidden />
        <span>
          <span className={styles.itemName}>{t(`app.views.${name}`)}</span>
          <span className={styles.itemHelp}>{t(`app.views.${name}Help`)}</span>
        </span>
      </Link>
    </li>
  );
}
