import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { GUIDE_ITEMS, type GuideItem, guideProgress, isGuided } from "@planwand/shared/views/guide.ts";
import { ArrowRight, Circle, CircleCheckBig } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { useToday } from "../../plan/today.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useDomains, usePhases } from "../../plan/hooks.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./guide.module.css";

/** Where each item is worked on. */
const PLACES = {
  "1": "goals",
  "2": "goals",
  "3": "wall",
  "4": "people",
  "5": "decisions",
  "6": "communication",
  "7": "wall",
} as const satisfies Record<GuideItem, string>;

/** The seven steps of making an activiteitenplan, with how far each is; it leads there and never stands in the way. */
export function GuideDialog({
  onShow,
  onClose,
}: {
  readonly onShow: (view: (typeof PLACES)[GuideItem]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const progress = guideProgress(
    {
      domains: useDomains(),
      phases: usePhases(),
      activities: useActivities(),
      decisions: useEntries("decisions"),
      communications: useEntries("communications"),
    },
    useToday(),
  );
  return (
    <Dialog
      title={t("guide.title")}
      description={t("guide.intro")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <ol className={styles.items} data-testid="guide">
        {GUIDE_ITEMS.map((item) => {
          const { done, of, ideas } = progress[item];
          const isDone = isGuided(progress[item]);
          const Icon = isDone ? CircleCheckBig : Circle;
          const prompt = PROMPTS.guide[item];
          return (
            <li key={item} className={styles.item} data-done={isDone}>
              <Icon size={18} aria-hidden="true" />
              <span className={styles.words}>
                <strong>{`${item}. ${prompt.label[language]}`}</strong>
                <span className={styles.help}>{prompt.help[language]}</span>
                <span className={styles.progress}>
                  {of === 0
                    ? t("guide.notBegun")
                    : isDone
                      ? t("guide.done")
                      : t("guide.progress", { done, of })}
                  {of > 0 && ideas > 0 ? ` ${t("missing.ideas", { count: ideas })}` : null}
                </span>
              </span>
              <Button
                variant="ghost"
                size="small"
                aria-label={t("guide.goTo", { item: prompt.label[language] })}
                onClick={() => onShow(PLACES[item])}
              >
                <ArrowRight aria-hidden />
              </Button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
