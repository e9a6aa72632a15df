import { readCode } from "@planwand/shared/workshop/code.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { nowMs } from "../../plan/clock.ts";
import { joinPlan } from "../../sync/start-api.ts";
import { rememberPerson, rememberPlan } from "../../sync/device-memory.ts";
import { isSharedDevice } from "../../sync/shared-device.ts";
import { Button } from "../../ui/button.tsx";
import { codeMistake } from "./join-mistake.ts";
import styles from "./join-page.module.css";
import { focusMistake } from "../../ui/first-focus.ts";
import { PersonFields, usePersonForm } from "./person-fields.tsx";

/** Coming into a work session by its code: the code, unless the QR said it, then who you are; and you are in the current step. */
export function CodePage({ known }: { readonly known: string | null }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [code, setCode] = useState(known);
  const [typed, setTyped] = useState(known ?? "");
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const person = usePersonForm();

  function takeCode(event: FormEvent): void {
    event.preventDefault();
    const read = readCode(typed);
    setWrong(read === null);
    setMistake(null);
    setCode(read);
  }

  async function join(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const who = person.check();
    if (who === null || code === null) return focusMistake(event.currentTarget);
    setBusy(true);
    setMistake(null);
    const joined = await joinPlan({ code, ...who, sharedDevice: isSharedDevice() });
    setBusy(false);
    if (joined.ok) {
      const { plan, role, actor } = joined.value;
      rememberPerson(who);
      rememberPlan({ planId: plan.id, title: plan.title, role, actor, openedAt: nowMs() });
      return navigate(`/plan/${plan.id}/workshop`, { replace: true });
    }
    const what = codeMistake(joined.failure);
    setMistake(t(`joining.${what}`));
    if (what === "unknown") setCode(null);
  }

  if (code === null)
    return (
      <main className={styles.page}>
        <form className={styles.form} onSubmit={takeCode} noValidate>
          <div>
            <h1 className={styles.title}>{t("joining.title")}</h1>
            <p className={styles.text}>{t("joining.text")}</p>
          </div>
          {mistake !== null && (
            <p className={styles.mistake} role="alert">
              {mistake}
            </p>
          )}
          <CodeField value={typed} isWrong={isWrong} onChange={setTyped} />
          <Button type="submit" variant="primary" size="large">
            {t("joining.next")}
          </Button>
        </form>
      </main>
    );
  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={(event) => void join(event)} noValidate>
        <div>
          <h1 className={styles.title}>{t("joining.who")}</h1>
          <p className={styles.text}>{t("joining.withCode", { code })}</p>
        </div>
        <PersonFields form={person} />
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t("joining.submitting") : t("joining.submit")}
        </Button>
        <Button variant="ghost" onClick={() => setCode(null)}>
          {t("joining.otherCode")}
        </Button>
        <p className={styles.privacy}>{t("join.privacy")}</p>
      </form>
    </main>
  );
}

function CodeField({
  value,
  isWrong,
  onChange,
}: {
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (typed: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.code}>
      <label htmlFor="joining-code">{t("joining.code")}</label>
      <input
        id="joining-code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={20}
        aria-invalid={isWrong}
        aria-describedby="joining-code-help"
        value={value}
        onChange={(event) => onChange(event.target.value.toUpperCase())}
      />
      <p id="joining-code-help" role={isWrong ? "alert" : undefined} data-wrong={isWrong || undefined}>
        {isWrong ? t("joining.codeWrong") : t("joining.codeHelp")}
      </p>
    </div>
  );
}
