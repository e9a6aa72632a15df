import { LayoutGrid, UsersRound, WifiOff } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { part } from "../../ui/part.ts";
import { ExampleDialog } from "./example-dialog.tsx";
import { NewPlanForm } from "./new-plan-form.tsx";
import { OpenByLink } from "./open-by-link.tsx";
import { RecentPlans } from "./recent-plans.tsx";
import styles from "./start-page.module.css";
import { WallPreview } from "./wall-preview.tsx";

const FromFileDialog = part(async () => (await import("./from-file-dialog.tsx")).FromFileDialog);

/** What this is, and the ways into a plan. */
export function StartPage(): ReactNode {
  const { t } = useTranslation();
  const [isExampleOpen, openExample] = useState(false);
  const [isFileOpen, openFile] = useState(false);
  return (
    <main className={styles.page}>
      <section className={styles.intro}>
        <h1 className={styles.headline}>{t("start.headline")}</h1>
        <p className={styles.lead}>{t("start.lead")}</p>
        <ul className={styles.points}>
          <li>
            <UsersRound aria-hidden /> {t("start.points.together")}
          </li>
          <li>
            <LayoutGrid aria-hidden /> {t("start.points.matrix")}
          </li>
          <li>
            <WifiOff aria-hidden /> {t("start.points.offline")}
          </li>
        </ul>
        <Button size="large" onClick={() => openExample(true)}>
          {t("start.tryExample")}
        </Button>
        <WallPreview />
      </section>
      <div className={styles.ways}>
        <RecentPlans />
        <NewPlanForm />
        <Button onClick={() => openFile(true)}>{t("start.fromFile")}</Button>
        <OpenByLink />
      </div>
      {isFileOpen && (
        <Suspense fallback={null}>
          <FromFileDialog onClose={() => openFile(false)} />
        </Suspense>
      )}
      {isExampleOpen && <ExampleDialog onClose={() => openExample(false)} />}
    </main>
  );
}
