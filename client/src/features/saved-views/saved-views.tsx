import { may } from "@planwand/shared/access/policy.ts";
import { VIEW_NAME_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { Bookmark } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { saveView, useSavedViews, viewAddress } from "../../plan/saved-views.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Popover } from "../../ui/popover.tsx";
import { SavedViewRow } from "./saved-view-row.tsx";
import styles from "./saved-views.module.css";

/** The button that opens the saved views and saves the one on screen. */
export function SavedViewsButton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover
      label={t("savedViews.title")}
      trigger={
        <Button size="small">
          <Bookmark aria-hidden />
          {t("savedViews.button")}
        </Button>
      }
    >
      {(close) => <SavedViews onDone={close} />}
    </Popover>
  );
}

/** The saved views, to open, rename and remove, and saving what is on screen now. */
export function SavedViews({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const views = useSavedViews();
  const [, navigate] = useLocation();
  return (
    <section className={styles.views} aria-label={t("savedViews.title")} data-testid="saved-views">
      <p className={styles.heading}>{t("savedViews.title")}</p>
      {views.length === 0 ? <p className={styles.none}>{t("savedViews.none")}</p> : null}
      <ul className={styles.list}>
        {views.map((view) => (
          <SavedViewRow
            key={view.id}
            view={view}
            onOpen={() => {
              onDone();
              navigate(`/plan/${connection.planId}${view.address}`);
            }}
          />
        ))}
      </ul>
      <SaveForm />
    </section>
  );
}

function SaveForm(): ReactNode {
  const { t } = useTranslation();
  const { connection, role } = usePlanSession();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const id = useId();
  const isNamed = name.trim() !== "";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const address = viewAddress(location.pathname, location.search);
        if (!isNamed || address === null) return;
        saveView(connection, { name: name.trim(), address, isShared });
        announce(t("savedViews.saved", { name: name.trim() }), "polite");
        setName("");
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {t("savedViews.save")}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.name}
          placeholder={t("savedViews.name")}
          value={name}
          maxLength={VIEW_NAME_MAX_LENGTH}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="small" variant="primary" disabled={!isNamed}>
          {t("savedViews.keep")}
        </Button>
      </div>
      {may(role, "plan.write") ? (
        <label className={styles.share}>
          <input
            type="checkbox"
            checked={isShared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          {t("savedViews.share")}
        </label>
      ) : (
        <p className={styles.none}>{t("savedViews.onlyHere")}</p>
      )}
    </form>
  );
}
