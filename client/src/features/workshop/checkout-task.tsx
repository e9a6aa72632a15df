import { CHECKOUT_WORD_MAX_LENGTH } from "@planwand/shared/workshop/limits.ts";
import { checkoutKey } from "@planwand/shared/workshop/session.ts";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./task.module.css";
import type { TaskProps } from "./task.ts";
import { useUnsentField } from "./use-unsent-field.ts";
import { useTell, useUnderWay } from "./use-workshop.ts";

const FINGERS = [1, 2, 3, 4, 5] as const;

/** How somebody leaves: one word, or one to five fingers. It can be changed as long as the step goes on. */
export function CheckoutTask({
  now: { session, allowed },
  step,
  person,
  as,
}: TaskProps<"checkout">): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const given = session.checkouts.get(checkoutKey(step.id, person));
  const last = useUnderWay(session.id).findLast(
    (command) => command.type === "checkout.give" && (command.as ?? null) === as,
  );
  const sent = last?.type === "checkout.give" ? last : given;
  const {
    text: word,
    write: setWord,
    sent: keepShown,
  } = useUnsentField(session.id, { step: step.id, person, field: "word" }, given?.word ?? "");
  const isDone = sent !== undefined;
  if (!allowed.has("checkout")) return null;
  function send(event: FormEvent): void {
    event.preventDefault();
    if (word.trim() !== "") {
      tell({ type: "checkout.give", step: step.id, word: word.trim(), as });
      keepShown(word);
    }
  }
  return (
    <div className={styles.task}>
      {step.form === "fingers" ? (
        <fieldset className={styles.fingers}>
          <legend className={styles.label}>{t("takingPart.checkout.fingers")}</legend>
          <div>
            {FINGERS.map((fingers) => (
              <button
                key={fingers}
                type="button"
                aria-pressed={sent?.fingers === fingers}
                aria-label={t("takingPart.checkout.count", { count: fingers })}
                onClick={() => tell({ type: "checkout.give", step: step.id, fingers, as })}
              >
                {fingers}
              </button>
            ))}
          </div>
          <p className={styles.ends}>
            <span>{t("takingPart.checkout.low")}</span>
            <span>{t("takingPart.checkout.high")}</span>
          </p>
        </fieldset>
      ) : (
        <form className={styles.task} onSubmit={send}>
          <label className={styles.labelled}>
            <span>{t("takingPart.checkout.word")}</span>
            <input
              className={styles.field}
              maxLength={CHECKOUT_WORD_MAX_LENGTH}
              autoComplete="off"
              enterKeyHint="send"
              value={word}
              onChange={(event) => setWord(event.target.value)}
            />
          </label>
          <Button type="submit" variant="primary" size="large" className={styles.wide ?? ""}>
            {t("takingPart.checkout.send")}
          </Button>
        </form>
      )}
      <p className={styles.thanks} role="status">
        {isDone ? t("takingPart.checkout.thanks") : ""}
      </p>
    </div>
  );
}
