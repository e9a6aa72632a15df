import { Unlink } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { joinPlan } from "../../sync/api.ts";
import { rememberPerson, rememberPlan } from "../../sync/device-memory.ts";
import { pastName, readPastName } from "../../sync/past-name.ts";
import { isSharedDevice } from "../../sync/shared-device.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { MessagePage } from "../../ui/message-page.tsx";
import styles from "./join-page.module.css";
import { joinMistake } from "./join-mistake.ts";
import { PersonFields, usePersonForm } from "./person-fields.tsx";
import { takeShareKey } from "./share-key.ts";

/** Coming in by a share link: says who you are, and you are on the wall. */
export function JoinPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [key, setKey] = useState<string | null>(takeShareKey);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const person = usePersonForm();
  useEffect(() => {
    const onHash = (): void => setKey(takeShareKey());
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);

  if (key === null) return <WrongLink />;

  async function join(shareKey: string): Promise<void> {
    const who = person.check();
    if (who === null) return;
    setBusy(true);
    setMistake(null);
    const { planId: secret, moment } = readPastName(shareKey);
    const joined = await joinPlan({ key: secret, ...who, sharedDevice: isSharedDevice() });
    setBusy(false);
    if (joined.ok) {
      const { plan, role, actor } = joined.value;
      rememberPerson(who);
      rememberPlan({ planId: plan.id, title: plan.title, role, actor, openedAt: Date.now() });
      const where = moment === null ? plan.id : pastName(plan.id, moment);
      return navigate(`/plan/${where}`, { replace: true });
    }
    const what = joinMistake(joined.failure);
    if (what === "wrongLink") setKey(null);
    else setMistake(joined.failure.title ?? t(`join.${what}`));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (key !== null) void join(key);
  }

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div>
          <h1 className={styles.title}>{t("join.title")}</h1>
          <p className={styles.text}>{t("join.text")}</p>
        </div>
        <PersonFields form={person} />
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t("join.submitting") : t("join.submit")}
        </Button>
        <p className={styles.privacy}>{t("join.privacy")}</p>
      </form>
    </main>
  );
}

function WrongLink(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<Unlink />} title={t("join.wrong.title")} text={t("join.wrong.text")}>
      <Link href="/" className={buttonClass({ variant: "secondary" })}>
        {t("app.home")}
      </Link>
    </MessagePage>
  );
}
