import { tellWalk, type Walked } from "@planwand/shared/diff/tell-walk.ts";
import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { tellingIn } from "../../fields/change-words.ts";
import { languageOf } from "../../i18n/setup.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { walkBack } from "../../plan/walk-back.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { showToast } from "../../ui/toaster.tsx";

/** Walks back over what this tab did, or forth again. */
export type Walk = (way: "undo" | "redo") => void;

/** Undoes or redoes what this tab did last, and says what became of what; `wayTo` shows it, and is null for what is shown nowhere. */
export function useWalkBack(wayTo: (walked: Walked) => (() => void) | null): Walk {
  const { t, i18n } = useTranslation();
  const { doc, actor, connection } = usePlanSession();
  const index = usePlanIndex();
  return useCallback(
    (way) => {
      const { outcome, walked, count } = walkBack(doc, way, actor.id);
      if (outcome.kind === "changed-meanwhile") {
        const { changedBy } = outcome;
        const person =
          changedBy === null ? null : connection.presence.store.getSnapshot().atClient(changedBy);
        return showToast(person === null ? t("undo.changed") : t("undo.changedBy", { name: person.name }));
      }
      const [first] = walked;
      if (first === undefined) return showToast(t(`undo.${outcome.kind}.${way}`));
      const { words, day } = tellingIn(languageOf(i18n.language));
      // A status is called as it is on the card.
      const statuses = ACTIVITY_STATUSES.map((status) => [status, t(`board.status.${status}`)] as const);
      const choices = { ...words.choices, ...Object.fromEntries(statuses) };
      const telling = { words: { ...words, choices }, day, names: namesIn(index) };
      const run = wayTo(first);
      const text = tellWalk(telling, way, walked, count);
      // Who walks on sees what came of the last step alone.
      if (run === null) showToast(text);
      else showToast(text, { label: t("undo.show"), run, kind: "walked" });
    },
    [t, i18n, doc, actor, connection, index, wayTo],
  );
}

/** What people call what fields lead to. */
function namesIn(index: PlanIndex): ReadonlyMap<string, string> {
  return new Map([
    ...[...index.list("phases"), ...index.list("domains"), ...index.list("parties")].map(
      ({ id, name }) => [id, name] as const,
    ),
    ...[...index.list("goals"), ...index.activities()].map(({ id, title }) => [id, title] as const),
  ]);
}
