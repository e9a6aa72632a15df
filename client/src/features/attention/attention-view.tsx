import type { Need } from "@planwand/shared/views/needs.ts";
import type { Said } from "@planwand/shared/views/news.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { loadHistory } from "../../plan/news.ts";
import { chooseMine, mineOf } from "../../plan/mine.ts";
import { markSeen } from "../../plan/visits.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { ViewPage } from "../../ui/view-page.tsx";
import styles from "./attention.module.css";
import { DigestButtons } from "./digest-buttons.tsx";
import { NeedsList } from "./needs-list.tsx";
import { NewsList } from "./news-list.tsx";
import { SINCE, useAttention } from "./use-attention.ts";
import { useAttentionWords } from "./use-words.ts";
import { WhomSelect } from "./whom-select.tsx";

const NOBODY: ReadonlyMap<string, string> = new Map();

/** What waits for somebody and what is new since they were last here; for whom and since when is in the address. */
export function AttentionView({
  onShow,
}: {
  readonly onShow: (
    where: "activity" | "decisions" | "communication" | "discussion",
    id: string | null,
  ) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, actor } = usePlanSession();
  const { planId } = connection;
  const [params, setParams] = useSearchParams();
  const mine = mineOf(planId, actor).join(" ");
  const asked = params.get("as");
  const whom = useMemo(() => (asked ?? mine).split(" ").filter((one) => one !== ""), [asked, mine]);
  const isSelf = asked === null || mine === asked;
  const since = SINCE.find((one) => one === params.get("since")) ?? "visit";
  const { needs, news, said, loaded, from } = useAttention(whom, isSelf, since);
  const words = useAttentionWords(loaded.kind === "there" ? loaded.people : NOBODY);
  const put = (name: string, value: string | null): void =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const open = (need: Need): void => {
    if (need.kind === "decide" || need.kind === "advise") onShow("decisions", need.id);
    else if (need.kind === "send") onShow("communication", need.id);
    else if (need.kind === "mention") openAbout(need.comment.anchor);
    else onShow("activity", need.id);
  };
  const openAbout = ({ kind, id }: { readonly kind: string; readonly id: string }): void => {
    if (kind === "activity") onShow("activity", id);
    else if (kind === "decision") onShow("decisions", id);
    else onShow("discussion", kind === "plan" ? null : `${kind}:${id}`);
  };
  const openSaid = (one: Said): void =>
    one.kind === "comments" ? openAbout(one.anchor) : onShow("decisions", one.decision);
  const seeAll = (): void => {
    markSeen(planId, connection.workshop.serverTimeMs());
    announce(t("attention.seen"), "polite");
  };
  const isNothingNew = news.length === 0 && said.length === 0;
  return (
    <ViewPage
      title={t("attention.title")}
      intro={t("attention.intro")}
      tools={<DigestButtons whom={whom} needs={needs} news={news} said={said} words={words} />}
    >
      <div className={styles.columns}>
        <section className={styles.part} aria-labelledby="attention-needs">
          <div className={styles.head}>
            <h3 id="attention-needs" className={styles.heading}>
              {t("attention.needs.title")}
            </h3>
            <WhomSelect
              value={whom}
              onChange={(value) => put("as", value)}
              onRemember={
                isSelf
                  ? null
                  : () => {
                      chooseMine(planId, whom);
                      put("as", null);
                    }
              }
            />
          </div>
          {needs.length === 0 ? <p className={styles.empty}>{t("attention.needs.none")}</p> : null}
          <NeedsList needs={needs} words={words} onOpen={open} />
        </section>
        <section className={styles.part} aria-labelledby="attention-news">
          <div className={styles.head}>
            <h3 id="attention-news" className={styles.heading}>
              {t("attention.news")}
            </h3>
            <select
              className={styles.select}
              aria-label={t("attention.since.label")}
              value={since}
              onChange={({ currentTarget: { value } }) => put("since", value === "visit" ? null : value)}
            >
              {SINCE.map((one) => (
                <option key={one} value={one}>
                  {one === "visit" && Number.isFinite(from) && since === "visit"
                    ? t("attention.since.visitAt", { moment: words.moment(from) })
                    : t(`attention.since.${one}`)}
                </option>
              ))}
            </select>
            <Button size="small" variant="ghost" onClick={() => void loadHistory(planId)}>
              {t("history.refresh")}
            </Button>
            {isNothingNew || since !== "visit" ? null : (
              <Button size="small" onClick={seeAll}>
                {t("attention.seeAll")}
              </Button>
            )}
          </div>
          {loaded.kind === "loading" ? <p role="status">{t("history.loading")}</p> : null}
          {loaded.kind === "away" ? <p className={styles.empty}>{t("attention.away")}</p> : null}
          {isNothingNew && loaded.kind === "there" ? (
            <p className={styles.empty}>{t("attention.nothing")}</p>
          ) : null}
          <NewsList
            news={news}
            said={said}
            words={words}
            onOpen={(id) => onShow("activity", id)}
            onSaid={openSaid}
          />
        </section>
      </div>
    </ViewPage>
  );
}
