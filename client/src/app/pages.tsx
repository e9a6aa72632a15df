import { CircleAlert, CloudOff, FileQuestion, KeyRound, Lock, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Button, buttonClass } from "../ui/button.tsx";
import { MessagePage } from "../ui/message-page.tsx";

function HomeLink(): ReactNode {
  const { t } = useTranslation();
  return (
    <Link href="/" className={buttonClass({ variant: "secondary" })}>
      {t("app.home")}
    </Link>
  );
}

export function PageNotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<FileQuestion />} title={t("app.notFound.title")} text={t("app.notFound.text")}>
      <HomeLink />
    </MessagePage>
  );
}

export function PlanNotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<FileQuestion />}
      title={t("app.planNotFound.title")}
      text={t("app.planNotFound.text")}
    >
      <HomeLink />
    </MessagePage>
  );
}

/** `rescue`: what can be done about edits that were never saved, if there are any. */
export function NoAccess({ rescue = null }: { readonly rescue?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const text =
    rescue === null ? t("app.noAccess.text") : `${t("app.noAccess.text")} ${t("app.revoked.unsaved")}`;
  return (
    <MessagePage icon={<Lock />} title={t("app.noAccess.title")} text={text}>
      {rescue}
      <HomeLink />
    </MessagePage>
  );
}

/** `rescue`: what can be done about edits that were never saved, if there are any. */
export function Revoked({ rescue }: { readonly rescue: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const text =
    rescue === null ? t("app.revoked.text") : `${t("app.revoked.text")} ${t("app.revoked.unsaved")}`;
  return (
    <MessagePage icon={<KeyRound />} title={t("app.revoked.title")} text={text}>
      {rescue}
      <HomeLink />
    </MessagePage>
  );
}

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

export function Stale(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<RefreshCw />} title={t("app.stale.title")} text={t("app.stale.text")}>
      <Button variant="primary" onClick={() => location.reload()}>
        {t("app.stale.reload")}
      </Button>
    </MessagePage>
  );
}

export function Broken(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<CircleAlert />} title={t("app.broken.title")} text={t("app.broken.text")}>
      <Button variant="primary" onClick={() => location.reload()}>
        {t("app.stale.reload")}
      </Button>
    </MessagePage>
  );
}
