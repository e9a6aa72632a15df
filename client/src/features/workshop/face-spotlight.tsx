import type { Spotlight } from "@planwand/shared/workshop/session.ts";
import { Eye } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./participant.module.css";
import tasks from "./task.module.css";
import { SpotlightContent } from "./spotlight-content.tsx";
import { useTargetName } from "./use-target-name.ts";

/** On the screen of who takes part: what the lead asks everybody to look at, in the place of the task. */
export function FaceSpotlight({
  spotlight,
  leader,
  onStop,
}: {
  readonly spotlight: Spotlight;
  readonly leader: string;
  readonly onStop: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const targetName = useTargetName();
  return (
    <section className={tasks.mine} data-testid="face-spotlight">
      <p className={styles.following} role="status">
        <Eye size={18} aria-hidden />
        <span>{t("workshop.spotlight.following", { name: leader })}</span>
        {spotlight.held ? null : (
          <Button size="small" onClick={onStop}>
            {t("workshop.spotlight.stop")}
          </Button>
        )}
      </p>
      <h2>{targetName(spotlight.target)}</h2>
      <SpotlightContent target={spotlight.target} />
    </section>
  );
}
