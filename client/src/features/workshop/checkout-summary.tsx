import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Checkout, Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./checkout-summary.module.css";

/** How everybody leaves, per circle: the words, or how many fingers on average. */
export function CheckoutSummary({
  session,
  step,
  isLarge = false,
}: {
  readonly session: Session;
  readonly step: Pick<StepOf<"checkout">, "id" | "form">;
  readonly isLarge?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const given = [...session.checkouts.values()].filter((checkout) => checkout.step === step.id);
  return (
    <dl className={styles.summary} data-large={isLarge || undefined} data-testid="checkout-summary">
      {[...CIRCLES, null].map((circle) => {
        const here = given.filter((checkout) => checkout.circle === circle);
        if (here.length === 0) return null;
        return (
          <div key={circle ?? "none"}>
            <dt>{circle === null ? t("leading.people.noCircle") : t(`people.circles.${circle}`)}</dt>
            <dd>
              {step.form === "fingers" ? (
                t("beamer.average", { value: average(here) })
              ) : (
                <span className={styles.words}>
                  {here.map(({ person, word }) => (
                    <span key={person}>{word}</span>
                  ))}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** With one decimal, by the habit of the language of the page. */
function average(given: readonly Checkout[]): string {
  const sum = given.reduce((total, { fingers }) => total + (fingers ?? 0), 0);
  return (sum / given.length).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}
