import type { InvitationResponse } from "@planwand/shared/protocol/http.ts";
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
import { joinMistake, type WrongKey, wrongKey } from "./join-mistake.ts";
import { focusMistake } from "../../ui/first-focus.ts";
import { PersonFields, usePersonForm } from "./person-fields.tsx";
import { CodePage } from "./code-page.tsx";
import { takeInvitation } from "./share-key.ts";
import { useInvitation } from "./use-invitation.ts";

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
      return <WrongLink why="cut" />;
  }
}

/** Coming in by a share link: says what it leads to and who you are, and you are on the wall. */
function KeyPage({ shareKey }: { readonly shareKey: string }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { planId: secret, moment } = readPastName(shareKey);
  const [wrong, setWrong] = useState<WrongKey | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const person = usePersonForm();
  const looked = useInvitation(secret);

  if (looked === "looking")
    return (
      <main className={styles.page} aria-busy="true">
        <p role="status">{t("join.looking")}</p>
      </main>
    );
  const why = wrong ?? looked.wrong;
  if (why !== null) return <WrongLink why={why} />;

  async function join(form: HTMLFormElement): Promise<void> {
    const who = person.check();
    if (who === null) return focusMistake(form);
    setBusy(true);
    setMistake(null);
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
    if (what === "wrongLink") setWrong(wrongKey(joined.failure) ?? "unknown");
    else setMistake(joined.failure.title ?? t(`join.${what}`));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void join(event.currentTarget);
  }

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Welcome invitation={looked.invitation} />
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

/** Which plan it is, who invites and what one may do; as long as that is not known, that one can take part. */
function Welcome({ invitation }: { readonly invitation: InvitationResponse | null }): ReactNode {
  const { t } = useTranslation();
  if (invitation === null)
    return (
      <div>
        <h1 className={styles.title}>{t("join.title")}</h1>
        <p className={styles.text}>{t("join.text")}</p>
      </div>
    );
  const { title, role, inviter, name } = invitation;
  const as = t(`people.roles.${role}`).toLocaleLowerCase();
  const by =
    inviter !== null
      ? t("join.invitedBy", { name: inviter, role: as })
      : name !== ""
        ? t("join.invitedWith", { name, role: as })
        : t("join.invited", { role: as });
  return (
    <div className={styles.welcome} data-testid="invitation">
      <h1 className={styles.title}>{t("join.titleOf", { title: title || t("app.untitledPlan") })}</h1>
      <p className={styles.text}>
        {by} {t(`join.may.${role}`)}
      </p>
    </div>
  );
}

function WrongLink({ why }: { readonly why: WrongKey | "cut" }): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<Unlink />} title={t("join.wrong.title")} text={t(`join.wrong.${why}`)}>
      <Link href="/" className={buttonClass({ variant: "secondary" })}>
        {t("app.home")}
      </Link>
    </MessagePage>
  );
}
