import type { Need } from "@planwand/shared/views/needs.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./attention.module.css";
import type { AttentionWords } from "./use-words.ts";

/** The groups of what is needed, in this order: what only they can do, then what can be done later. */
export const NEED_GROUPS = ["mention", "decide", "advise", "work", "send", "agree"] as const;

/** As many of a group as are shown before one asks for all. */
const SHOWN = 5;

/** What waits for somebody, by what is asked. */
export function NeedsList({
  needs,
  words,
  onOpen,
}: {
  readonly needs: readonly Need[];
  readonly words: AttentionWords;
  readonly onOpen: (need: Need) => void;
}): ReactNode {
  const groups = Map.groupBy(needs, ({ kind }) => kind);
  return NEED_GROUPS.map((kind) => {
    const here = groups.get(kind) ?? [];
    return here.length === 0 ? null : (
      <NeedGroup key={kind} kind={kind} needs={here} words={words} onOpen={onOpen} />
    );
  });
}

function NeedGroup({
  kind,
  needs,
  words,
  onOpen,
}: {
  readonly kind: Need["kind"];
  readonly needs: readonly Need[];
  readonly words: AttentionWords;
  readonly onOpen: (need: Need) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? needs : needs.slice(0, SHOWN);
  return (
    <section className={styles.group} aria-labelledby={`needs-${kind}`} data-needs={kind}>
      <h4 id={`needs-${kind}`} className={styles.groupName}>
        {t(`attention.needs.groups.${kind}`)}
        <span className={styles.count}>{needs.length}</span>
      </h4>
      <ul className={styles.list}>
        {shown.map((need) => (
          <li key={need.kind === "mention" ? need.comment.id : need.id}>
            <button type="button" className={styles.item} onClick={() => onOpen(need)}>
              <span className={styles.title}>{need.title || t("board.untitled")}</span>
              <span className={styles.detail}>{words.need(need)}</span>
              {need.date === null ? null : (
                <span className={styles.date} data-late={need.isLate || undefined}>
                  {need.isLate
                    ? t("attention.needs.late", { date: words.date(need.date) })
                    : words.date(need.date)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {needs.length > SHOWN ? (
        <Button size="small" variant="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t("attention.fewer") : t("attention.all", { count: needs.length })}
        </Button>
      ) : null}
    </section>
  );
}
