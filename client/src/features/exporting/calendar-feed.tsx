import { may } from "@planwand/shared/access/policy.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { createFeed, type Feed, fetchFeeds, revokeFeed } from "../../sync/feeds.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./exporting.module.css";

/** What a calendar file holds, and an address by which a calendar program keeps following the plan. */
export function CalendarFeed({ isOfNow }: { readonly isOfNow: boolean }): ReactNode {
  const { t } = useTranslation();
  const { role } = usePlanSession();
  return (
    <>
      <p className={styles.help}>{t("exporting.calendarHelp")}</p>
      {isOfNow && may(role, "people.invite") && <Feeds />}
    </>
  );
}

function Feeds(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const [address, setAddress] = useState<string | null>(null);
  const [feeds, setFeeds] = useState<readonly Feed[]>([]);
  const [hasFailed, setFailed] = useState(false);
  async function reload(): Promise<void> {
    const fetched = await fetchFeeds(planId);
    if (fetched.ok) setFeeds(fetched.value.filter(({ isWithdrawn }) => !isWithdrawn));
  }
  useEffect(() => {
    void fetchFeeds(planId).then((fetched) => {
      if (fetched.ok) setFeeds(fetched.value.filter(({ isWithdrawn }) => !isWithdrawn));
    });
  }, [planId]);

  async function make(): Promise<void> {
    const made = await createFeed(planId);
    setFailed(!made.ok);
    if (made.ok) setAddress(new URL(made.value.path, location.href).href);
    await reload();
  }
  async function withdraw(id: string): Promise<void> {
    const withdrawn = await revokeFeed(planId, id);
    setFailed(!withdrawn.ok);
    await reload();
  }

  return (
    <section className={styles.preview}>
      <h3 className={styles.previewTitle}>{t("exporting.feed.title")}</h3>
      <p className={styles.help}>{t("exporting.feed.help")}</p>
      {address === null ? (
        <div>
          <Button onClick={() => void make()}>{t("exporting.feed.make")}</Button>
        </div>
      ) : (
        <TextField
          label={t("exporting.feed.address")}
          help={t("exporting.feed.once")}
          value={address}
          readOnly
          data-testid="feed-address"
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {hasFailed && (
        <p className={styles.failed} role="alert">
          {t("exporting.failed")}
        </p>
      )}
      <FeedList feeds={feeds} onWithdraw={(id) => void withdraw(id)} />
    </section>
  );
}

function FeedList({
  feeds,
  onWithdraw,
}: {
  readonly feeds: readonly Feed[];
  readonly onWithdraw: (id: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const date = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <ul className={styles.feeds}>
      {feeds.map(({ id, createdAt }) => (
        <li key={id}>
          {t("exporting.feed.madeOn", { date: date.format(createdAt) })}
          <Button
            size="small"
            aria-label={t("exporting.feed.withdrawOf", { date: date.format(createdAt) })}
            onClick={() => onWithdraw(id)}
          >
            {t("exporting.feed.withdraw")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
