import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Popover } from "../../ui/popover.tsx";
import styles from "./add-filter.module.css";
import { ChoiceList } from "./choice-list.tsx";
import type { Kind } from "./use-kinds.ts";

interface AddProps {
  /** The kinds that can still be asked for. */
  readonly kinds: readonly Kind[];
  readonly chosen: (kind: Kind) => readonly string[];
  /** A kind that is asked for at once, with these values; null when they are to be chosen. */
  readonly atOnce: (kind: Kind) => readonly string[] | null;
  readonly onChange: (kind: Kind, values: readonly string[]) => void;
}

/** The button that adds a filter: first of what kind, then which values. */
export function AddFilter(props: AddProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover
      label={t("filter.addLabel")}
      trigger={
        <button type="button" className={styles.add} data-add-filter>
          <Plus size={14} aria-hidden />
          <span aria-hidden>{t("filter.add")}</span>
          <span className="visually-hidden">{t("filter.addLabel")}</span>
        </button>
      }
    >
      {(close) => <Steps {...props} onDone={close} />}
    </Popover>
  );
}

function Steps({ kinds, chosen, atOnce, onChange, onDone }: AddProps & { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  // As they were when the list was opened: a kind that was just chosen stays to choose more of.
  const [offered] = useState(kinds);
  const [picked, pick] = useState<Kind["kind"] | null>(null);
  const kind = offered.find((one) => one.kind === picked) ?? null;
  if (kind !== null) {
    return (
      <div className={styles.step}>
        <button type="button" className={styles.back} autoFocus onClick={() => pick(null)}>
          <ChevronLeft size={16} aria-hidden />
          <span className="visually-hidden">{`${t("filter.back")}: `}</span>
          {kind.label}
        </button>
        <ChoiceList kind={kind} chosen={chosen(kind)} onChange={(values) => onChange(kind, values)} />
      </div>
    );
  }
  return (
    <ul className={styles.kinds}>
      {offered.map((one) => {
        const { icon: Icon } = one;
        return (
          <li key={one.kind}>
            <button
              type="button"
              className={styles.kind}
              data-filter-kind={one.kind}
              onClick={() => {
                const values = atOnce(one);
                if (values === null) return pick(one.kind);
                onChange(one, values);
                onDone();
              }}
            >
              <Icon size={16} aria-hidden />
              <span className={styles.name}>{one.label}</span>
              {atOnce(one) === null ? <ChevronRight size={14} aria-hidden /> : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
