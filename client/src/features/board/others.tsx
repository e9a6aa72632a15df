import { type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { nowMs } from "../../plan/clock.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { watchOthers } from "../../plan/watch-others.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { createOthersMoves } from "./others-moves.ts";
import { createOthersSpeech } from "./others-speech.ts";
import { useSpeech } from "./speech.ts";

/** What others do on this wall: shown on its way, and told to a screen reader. Draws nothing itself. */
export function Others({ root }: { readonly root: RefObject<HTMLElement | null> }): null {
  const { t } = useTranslation();
  const { doc, connection } = usePlanSession();
  const index = usePlanIndex();
  const { titleOf } = useSpeech();

  useEffect(() => {
    const { current: wall } = root;
    if (wall === null) return undefined;
    const personOf = (client: number | null) =>
      client === null ? null : connection.presence.store.getSnapshot().atClient(client);
    const moves = createOthersMoves(wall, nowMs);
    const speech = createOthersSpeech(
      {
        one({ id, kind, name }) {
          const [phase, domain] = index.activity(id)?.place ?? [];
          return t(`moving.others.${kind}`, {
            name: name ?? t("moving.others.somebody"),
            title: titleOf(id),
            phase: index.list("phases").find((entry) => entry.id === phase)?.name ?? "",
            domain: index.list("domains").find((entry) => entry.id === domain)?.name ?? "",
          });
        },
        many: (count, people) =>
          t("moving.others.many", { count, people: t("moving.others.people", { count: people }) }),
      },
      (text) => announce(text, "polite"),
    );
    const stop = watchOthers(doc, (changes) => {
      for (const { id, kind, by } of changes)
        if (kind === "moved") moves.show(id, personOf(by)?.color ?? "var(--accent)");
      speech.add(changes.map((change) => ({ ...change, name: personOf(change.by)?.name ?? null })));
    });
    return () => {
      stop();
      speech.stop();
    };
  }, [root, doc, connection, index, titleOf, t]);

  return null;
}
