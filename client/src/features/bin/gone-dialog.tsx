import { Check } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { ShowEntry } from "../../fields/way-to.ts";
import { binKey, binOf, restoreFrom } from "../../plan/bin.ts";
import { useNames } from "../../plan/names.ts";
import { useGoneNow } from "../../plan/now.tsx";
import { planIndexOf } from "../../plan/plan-index.ts";
import { usePutBackAccess } from "../../plan/put-back-access.ts";
import type { PlanConnection } from "../../sync/plan-connection.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { BinList, type Listed } from "./bin-list.tsx";
import styles from "./bin.module.css";
import { kindOf } from "./kinds.ts";
import { usePuttingBack } from "./use-putting-back.tsx";
import { useBackWords, useStory } from "./use-story.ts";
import { useWhere } from "./use-where.ts";

/** What of the plan of then is not in the plan of now, each to be put back in that as it stood then. */
export function GoneDialog({
  now,
  onClose,
  onShow,
}: {
  readonly now: PlanConnection;
  readonly onClose: () => void;
  /** Shows an entry in the plan of now. */
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const { doc: past, actor } = usePlanSession();
  const { rows, isBack, wayBack, action } = usePuttingBack(
    useGoneNow(now),
    (one) => restoreFrom(now.doc, past, one, actor.id),
    onShow,
  );
  const store = binOf(now.doc);
  const bin = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const stamps = new Map(bin.map((one) => [binKey(one), one.archived]));
  const storyOf = useStory(useNames([...stamps.values()].map(({ by }) => by)));
  const backWords = useBackWords(planIndexOf(now.doc));
  const where = useWhere(past);
  const access = usePutBackAccess(now);
  const state = useSyncExternalStore(now.status.subscribe, () => now.status.getSnapshot().state);
  const general = state === "offline" ? "away" : access(null);
  const byKey = new Map(rows.map((one) => [binKey(one), one]));

  const listed = rows.map((one): Listed => {
    const stamp = stamps.get(binKey(one));
    const gone = stamp === undefined ? t("bin.gone.forGood") : storyOf(stamp);
    const story = isBack(one) ? backWords(one) : gone;
    return {
      key: binKey(one),
      kind: kindOf(one),
      title: one.title,
      where: where(one),
      story,
      isBack: isBack(one),
      onShow: wayBack(one),
    };
  });

  return (
    <Dialog
      title={t("bin.gone.title")}
      description={t("bin.gone.intro")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      {general === "yes" ? null : (
        <p className={styles.note} role="status">
          {t(general === "away" ? "bin.gone.away" : `bin.${general}`)}
        </p>
      )}
      {listed.length === 0 ? (
        <div className={styles.empty}>
          <Check size={28} aria-hidden />
          <p>{t("bin.gone.empty")}</p>
        </div>
      ) : (
        <BinList
          items={listed}
          action={(key) => {
            const one = byKey.get(key);
            return one === undefined ? null : action(one, general === "yes" ? access(one) : "reading");
          }}
        />
      )}
    </Dialog>
  );
}
