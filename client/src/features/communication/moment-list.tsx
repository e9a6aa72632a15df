import type { Communication } from "@planwand/shared/plan/schema.ts";
import { byMonth, byPhase, type MomentGroup } from "@planwand/shared/views/communication.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { usePhases } from "../../plan/hooks.ts";
import { AddButton } from "./add-button.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import type { FormProps } from "./form-props.ts";
import styles from "./moment-list.module.css";
import { MomentRow } from "./moment-row.tsx";
import type { Order } from "./use-address.ts";

/** All moments under their phase or their month. */
export function MomentList({
  order,
  openId,
  onOpen,
  onAdd,
}: FormProps & { readonly order: Order }): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const phases = usePhases();
  const moments = useEntries("communications");
  const nameOf = ({ key }: MomentGroup): string => {
    if (key === null) return t(order === "phase" ? "communication.noPhase" : "communication.noDate");
    if (order === "month") return words.month(key);
    return phases.find(({ id }) => id === key)?.name || t("board.unnamedPhase");
  };
  const groups = order === "phase" ? byPhase(phases, moments) : byMonth(moments);
  return (
    <div className={styles.groups}>
      {groups.map((group) => {
        const name = nameOf(group);
        const { key } = group;
        return (
          <section key={key ?? ""} className={styles.group} aria-label={name}>
            <header className={styles.groupHead}>
              <h3 className={styles.groupName}>{name}</h3>
              <span className={styles.count}>
                {t("communication.count", { count: group.moments.length })}
              </span>
              {order === "phase" && key !== null && onAdd !== null ? (
                <AddButton
                  label={t("communication.addInPhase", { phase: name })}
                  onAdd={(kind) => onAdd({ kind, phase: key })}
                />
              ) : null}
            </header>
            <Rows moments={group.moments} openId={openId} onOpen={onOpen} />
          </section>
        );
      })}
    </div>
  );
}

function Rows({
  moments,
  openId,
  onOpen,
}: {
  readonly moments: readonly Communication[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  if (moments.length === 0) return <p className={styles.none}>{t("communication.emptyPhase")}</p>;
  return (
    <ul className={styles.rows}>
      {moments.map((moment) => (
        <MomentRow key={moment.id} moment={moment} isOpen={moment.id === openId} onOpen={onOpen} />
      ))}
    </ul>
  );
}
