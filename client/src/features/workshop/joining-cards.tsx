import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useMeta } from "../../plan/hooks.ts";
import { useReach } from "../../sync/reach.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import styles from "./joining-cards.module.css";
import { joiningAddress, joiningLink, spaced } from "./joining-link.ts";
import { useWorkshopLive, useWorkshopNow } from "./use-workshop.ts";

/** As many as go on a sheet of A4. */
const CARDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** A sheet of cards to cut and hand out, which say how one takes part in the work session that is going on. */
export function JoiningCards({ planId }: { readonly planId: string }): ReactNode {
  const { t } = useTranslation();
  const now = useWorkshopNow();
  const { code } = useWorkshopLive();
  const { title } = useMeta();
  const { isOnlyHere } = useReach();
  const isGoingOn = now !== null && code !== null;
  return (
    <main className={styles.page} id="wall" data-testid="joining-cards">
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{t("leading.cards.title")}</h1>
          <p className={styles.intro}>{t(isGoingOn ? "leading.cards.intro" : "leading.cards.none")}</p>
          {isOnlyHere && <p className={styles.intro}>{t("beamer.localhost")}</p>}
        </div>
        <div className={styles.tools}>
          <Link className={buttonClass({})} href={`/plan/${planId}`}>
            {t("beamer.wall")}
          </Link>
          {isGoingOn && (
            <Button variant="primary" onClick={() => print()}>
              <Printer aria-hidden />
              {t("actions.print")}
            </Button>
          )}
        </div>
      </header>
      {isGoingOn && (
        <ul className={styles.sheet}>
          {CARDS.map((card) => (
            <Card key={card} code={code} title={title === "" ? t("app.untitledPlan") : title} />
          ))}
        </ul>
      )}
    </main>
  );
}

function Card({ code, title }: { readonly code: string; readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const { origin } = useReach();
  return (
    <li className={styles.card}>
      <QrCode text={joiningLink(origin, code)} label={t("beamer.qr")} />
      <div className={styles.words}>
        <p className={styles.plan}>{title}</p>
        <p className={styles.code}>{spaced(code)}</p>
        <ol className={styles.steps}>
          <li>{t("leading.cards.scan", { address: joiningAddress(origin) })}</li>
          <li>{t("leading.cards.fill")}</li>
          <li>{t("leading.cards.who")}</li>
        </ol>
      </div>
    </li>
  );
}
