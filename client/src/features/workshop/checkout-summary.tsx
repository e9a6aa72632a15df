import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Checkout, Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./checkout-summary.module.css";
import { StagePages } from "./stage-pages.tsx";

/** How everybody leaves, per circle: the words, or how many fingers on average. */
export function CheckoutSummary({ session, step }: Summary): ReactNode {
  const said = useSaid({ session, step });
  return (
    <dl className={styles.summary} data-testid="checkout-summary">
      {said.map(({ name, answer }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same for the whole room. */
export function LargeCheckoutSummary(summary: Summary): ReactNode {
  const items = useSaid(summary).map(({ name, answer }) => ({
    key: name,
    content: (
      <div className={styles.large}>
        <strong>{name}</strong>
        {answer}
      </div>
    ),
  }));
  return <StagePages items={items} testId="checkout-summary" />;
}

interface Summary {
  readonly session: Session;
  readonly step: Pick<StepOf<"checkout">, "id" | "form">;
}

/** What was said in each circle in which somebody said something. */
function useSaid({
  session,
  step,
}: Summary): readonly { readonly name: string; readonly answer: ReactNode }[] {
  const { t } = useTranslation();
  const given = [...session.checkouts.values()].filter((checkout) => checkout.step === step.id);
  return [...CIRCLES, null].flatMap((circle) => {
    const here = given.filter((checkout) => checkout.circle === circle);
    if (here.length === 0) return [];
    const name = circle === null ? t("leading.people.noCircle") : t(`people.circles.${circle}`);
    const answer =
      step.form === "fingers" ? (
        t("beamer.average", { value: average(here) })
      ) : (
        <span className={styles.words}>
          {here.map(({ person, word }) => (
            <span key={person}>{word}</span>
          ))}
        </span>
      );
    return [{ name, answer }];
  });
}

/** With one decimal, by the habit of the language of the page. */
function average(given: readonly Checkout[]): string {
  const sum = given.reduce((total, { fingers }) => total + (fingers ?? 0), 0);
  return (sum / given.length).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}
