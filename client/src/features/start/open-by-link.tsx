import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { pathOfLink } from "./share-link.ts";
import styles from "./start-page.module.css";

/** For who has a link but not in something that can be clicked. */
export function OpenByLink(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [link, setLink] = useState("");
  const [isWrong, setWrong] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const path = pathOfLink(link);
    if (path === null) setWrong(true);
    else navigate(path);
  }

  return (
    <form className={styles.linkForm} onSubmit={submit} noValidate aria-labelledby="open-by-link">
      <h2 id="open-by-link" className={styles.smallHeading}>
        {t("start.openByLink")}
      </h2>
      <TextField
        label={t("start.link")}
        type="url"
        inputMode="url"
        autoComplete="off"
        placeholder={t("start.linkPlaceholder")}
        error={isWrong ? t("start.linkWrong") : undefined}
        value={link}
        onChange={(event) => {
          setLink(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit">{t("start.open")}</Button>
      <p className={styles.haveCode}>
        {t("joining.haveCode")} <Link href="/join">{t("joining.openCode")}</Link>
      </p>
    </form>
  );
}
