import { Unlink } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { nowMs } from "../../plan/clock.ts";
import { joinPlan } from "../../sync/start-api.ts";
import { rememberPerson, rememberPlan } from "../../sync/device-memory.ts";
import { pastName, readPastName } from "../../sync/past-name.ts";
import { isSharedDevice } from "../../sync/shared-device.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { MessagePage } from "../../ui/message-page.tsx";
import styles from "./join-page.module.css";
import { joinMistake } from "./join-mistake.ts";
import { focusMistake } from "../../ui/first-focus.ts";
import { PersonFields, usePersonForm } from "./person-fields.tsx";
import { CodePage } from "./code-page.tsx";
import { takeInvitation } from "./share-key.ts";

/** Coming in, by a share link or by the code of a work session. */
export function JoinPage(): ReactNode {
  const [invitation, setInvitation] = useState(takeInvitation);
  useEffect(() => {
    const onHash = (): void => setInvitation(takeInvitation());
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);
  switch (invitation.by) {
    case "key":
      return <KeyPage key={invitation.key} shareKey={invitation.key} />;
    case "code":
      return <CodePage key={invitation.code} known={invitation.code} />;
    case "wrongLink":
      return <WrongLink />;
  }
}

/** Coming in by a share link: says who you are, and you are on the wall. */
function KeyPage({ shareKey }: { readonly shareKey: string }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const person = usePersonForm();

  if (isWrong) return <WrongLink />;

  async function join(form: HTMLFormElement): Promise<void> {
    const who = person.check();
    if (who === null) return focusMistake(form);
    setBusy(true);
    setMistake(null);
    const { planId: secret, moment } = readPastName(shareKey);
    const joined = await joinPlan({ key: secret, ...who, sharedDevice: isSharedDevice() });
    setBusy(false);
    if (joined.ok) {
      const { plan, role, actor } = joined.value;
      rememberPerson(who);
      rememberPlan({ planId: plan.id, title: plan.title, role, actor, openedAt: nowMs() });
      const where = moment === null ? plan.id : pastName(plan.id, moment);
      return navigate(`/plan/${where}`, { replace: true });
    }
    const what = joinMistake(joined.failure);
    if (what === "wrongLink") setWrong(true);
    else setMistake(joined.failure.title ?? t(`join.${what}`));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void join(event.currentTarget);
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
