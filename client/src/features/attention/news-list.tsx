import type { CardNews, Said } from "@planwand/shared/views/news.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./attention.module.css";
import type { AttentionWords } from "./use-words.ts";

/** As many activities as are told before one asks for all. */
const SHOWN = 12;

/** What others said, decided and changed, one line for each thing. */
export function NewsList({
  news,
  said,
  words,
  onOpen,
  onSaid,
}: {
  readonly news: readonly CardNews[];
  readonly said: readonly Said[];
  readonly words: AttentionWords;
  readonly onOpen: (activity: string) => void;
  readonly onSaid: (said: Said) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? news : news.slice(0, SHOWN);
  const when = (one: { readonly at: number }): ReactNode => (
    <time className={styles.date} dateTime={new Date(one.at).toISOString()}>
      {words.moment(one.at)}
    </time>
  );
  return (
    <ul className={styles.list} data-testid="news">
      {said.map((one) => (
        <li
          key={`${one.kind} ${one.kind === "comments" ? `${one.anchor.kind}:${one.anchor.id}` : one.decision}`}
        >
          <button type="button" className={styles.item} data-news={one.kind} onClick={() => onSaid(one)}>
            <span className={styles.title}>{words.said(one)}</span>
            <span className={styles.detail}>{t("attention.by", { names: words.names(one.by) })}</span>
            {when(one)}
          </button>
        </li>
      ))}
      {shown.map((one) => (
        <li key={one.activity}>
          <button
            type="button"
            className={styles.item}
            data-news="activity"
            onClick={() => onOpen(one.activity)}
          >
            <span className={styles.title}>{one.title || t("board.untitled")}</span>
            <span className={styles.detail}>
              {`${words.changes(one)} · ${t("attention.by", { names: words.names(one.actors) })}`}
            </span>
            {when(one)}
          </button>
        </li>
      ))}
      {news.length > SHOWN ? (
        <li>
          <Button size="small" variant="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t("attention.fewer") : t("attention.all", { count: news.length })}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
