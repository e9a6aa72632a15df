import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShowEntry } from "../../fields/way-to.ts";
import { restore } from "../../plan/archive.ts";
import { binKey, useBin } from "../../plan/bin.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { useNames } from "../../plan/names.ts";
import { usePutBackAccess } from "../../plan/put-back-access.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { BinList, type Listed } from "./bin-list.tsx";
import styles from "./bin.module.css";
import { kindOf } from "./kinds.ts";
import { usePuttingBack } from "./use-putting-back.tsx";
import { useBackWords, useStory } from "./use-story.ts";
import { useWhere } from "./use-where.ts";

/** The bin: nothing that was put away is gone, and each of it comes back as it was. */
export function BinDialog({
  onClose,
  onShow,
}: {
  readonly onClose: () => void;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, doc, actor } = usePlanSession();
  const days = useJournal().retention?.days ?? null;
  const access = usePutBackAccess(connection);
  const backWords = useBackWords(usePlanIndex());
  const { rows, isBack, wayBack, action } = usePuttingBack(
    useBin(),
    (one) => restore(doc, [one], actor.id),
    (...way) => {
      onClose();
      onShow(...way);
    },
  );
  const sorted = rows.toSorted((a, b) => b.archived.at - a.archived.at);
  const byKey = new Map(sorted.map((one) => [binKey(one), one]));
  const storyOf = useStory(useNames(rows.map(({ archived }) => archived.by)));
  const where = useWhere(doc);

  const listed = sorted.map((one): Listed => ({
    key: binKey(one),
    kind: kindOf(one),
    title: one.title,
    where: where(one),
    story: isBack(one) ? backWords(one) : storyOf(one.archived),
    isBack: isBack(one),
    onShow: wayBack(one),
  }));

  function actionOf(key: string): ReactNode {
    const one = byKey.get(key);
    if (one === undefined) return null;
    // What is said once above the list is not said again at each row.
    return action(one, general === "yes" ? access(one) : "reading");
  }

  const general = access(null);
  const intro = days === null || days === 0 ? t("bin.intro") : t("bin.introDays", { count: days });
  return (
    <Dialog title={t("bin.title")} description={intro} closeLabel={t("app.close")} onClose={onClose}>
      {general === "yes" ? null : (
        <p className={styles.note} role="status">
          {t(`bin.${general}`)}
        </p>
      )}
      {listed.length === 0 ? (
        <div className={styles.empty}>
          <Trash2 size={28} aria-hidden />
          <p>{t(general === "past" ? "bin.emptyPast" : "bin.empty")}</p>
        </div>
      ) : (
        <BinList items={listed} action={actionOf} />
      )}
    </Dialog>
  );
}
