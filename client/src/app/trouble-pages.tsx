import { CircleAlert, CloudOff, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { MessagePage } from "../ui/message-page.tsx";
import { HomeLink } from "./home-link.tsx";

/** For when nothing more can be fetched: these pages come with the first script. */
export function ServerAway({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  const text = `${t("app.serverAway.text")} ${t("app.serverAway.again")}`;
  return (
    <MessagePage icon={<CloudOff />} title={t("app.serverAway.title")} text={text}>
      <Button variant="primary" onClick={onRetry}>
        {t("app.retry")}
      </Button>
      <HomeLink />
    </MessagePage>
  );
}

export function Broken(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<CircleAlert />} title={t("app.broken.title")} text={t("app.broken.text")}>
      <Button variant="primary" onClick={() => location.reload()}>
        {t("app.reload")}
      </Button>
    </MessagePage>
  );
}

export function Stale(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<RefreshCw />} title={t("app.stale.title")} text={t("app.stale.text")}>
      <Button variant="primary" onClick={() => location.reload()}>
        {t("app.reload")}
      </Button>
    </MessagePage>
  );
}
