import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { Eye } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Button } from "../../ui/button.tsx";
import notices from "./notices.module.css";
import { useBreaking } from "./use-breaking.ts";
import { useLook } from "./use-look.ts";
import { usePersonName } from "./use-names.ts";
import { useTargetName } from "./use-target-name.ts";

/** Follows where the lead asks everybody to look, says so, and lets go when somebody looks around themselves, unless it is held. */
export function SpotlightBanner({
  planId,
  now: { session },
}: {
  readonly planId: string;
  readonly now: WorkshopNow;
}): ReactNode {
  const { t } = useTranslation();
  const { actor } = usePlanSession();
  const personName = usePersonName(session);
  const targetName = useTargetName();
  const { spotlight } = session;
  const [stoppedAt, stopAt] = useState<number | null>(null);
  const isOurs = spotlight?.by === actor.id;
  const isStopped = spotlight !== null && spotlight.at === stoppedAt;
  const isFollowing = spotlight !== null && !isOurs && (!isStopped || spotlight.held);
  const name = spotlight === null ? "" : personName(spotlight.by);
  const lookAgain = useLook(planId, isFollowing ? spotlight.target : null);
  useBreaking(isFollowing, () => {
    if (spotlight === null) return;
    if (spotlight.held) return lookAgain();
    stopAt(spotlight.at);
    announce(t("workshop.spotlight.stopped", { name }), "polite");
  });
  if (spotlight === null || isOurs) return null;
  return (
    <div className={notices.notice} data-follow-banner data-testid="follow-banner" role="status">
      <Eye size={16} aria-hidden />
      <p>
        {isFollowing ? (
          <>
            <strong>{t("workshop.spotlight.following", { name })}</strong> · {targetName(spotlight.target)}
          </>
        ) : (
          t("workshop.spotlight.stopped", { name })
        )}
      </p>
      {spotlight.held ? (
        <span>{t("workshop.spotlight.held")}</span>
      ) : isFollowing ? (
        <Button
          size="small"
          onClick={() => {
            stopAt(spotlight.at);
            announce(t("workshop.spotlight.stopped", { name }), "polite");
          }}
        >
          {t("workshop.spotlight.stop")}
        </Button>
      ) : (
        <Button size="small" onClick={() => stopAt(null)}>
          {t("workshop.spotlight.again")}
        </Button>
      )}
    </div>
  );
}
