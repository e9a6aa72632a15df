import { LayoutGrid, UsersRound, WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { takeCreateKey } from "../../sync/create-key.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleDialog } from "./example-dialog.tsx";
import { NewPlanForm } from "./new-plan-form.tsx";
import { OpenByLink } from "./open-by-link.tsx";
import { RecentPlans } from "./recent-plans.tsx";
import styles from "./start-page.module.css";
import { WallPreview } from "./wall-preview.tsx";

/** What this is, and the ways into a plan; `renderFromFile` draws the window for a plan from a file, called as was typed already. */
export function StartPage({
  onCopy,
  renderFromFile,
}: {
  /** Goes to a plan to copy it. */
  readonly onCopy: (planId: string) => void;
  readonly renderFromFile: (typedTitle: string, close: () => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [isExampleOpen, openExample] = useState(false);
  const [isFileOpen, openFile] = useState(false);
  const [title, setTitle] = useState("");
  useEffect(takeCreateKey, []);
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
        <RecentPlans onCopy={onCopy} />
        <NewPlanForm title={title} onTitle={setTitle} />
        <Button onClick={() => openFile(true)}>{t("start.fromFile")}</Button>
        <OpenByLink />
      </div>
      {isFileOpen && renderFromFile(title, () => openFile(false))}
      {isExampleOpen && <ExampleDialog onClose={() => openExample(false)} />}
    </main>
  );
}
