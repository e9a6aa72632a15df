import { FileQuestion, KeyRound, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MessagePage } from "../ui/message-page.tsx";
import { HomeLink } from "./home-link.tsx";

export function PageNotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<FileQuestion />} title={t("pages.notFound.title")} text={t("pages.notFound.text")}>
      <HomeLink />
    </MessagePage>
  );
}

export function PlanNotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<FileQuestion />}
      title={t("pages.planNotFound.title")}
      text={t("pages.planNotFound.text")}
    >
      <HomeLink />
    </MessagePage>
  );
}

/** `rescue`: what can be done about edits that were never saved, if there are any. */
export function NoAccess({ rescue = null }: { readonly rescue?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const text =
    rescue === null ? t("pages.noAccess.text") : `${t("pages.noAccess.text")} ${t("pages.revoked.unsaved")}`;
  return (
    <MessagePage icon={<Lock />} title={t("pages.noAccess.title")} text={text}>
      {rescue}
      <HomeLink />
    </MessagePage>
  );
}

/** `rescue`: what can be done about edits that were never saved, if there are any. */
export function Revoked({ rescue }: { readonly rescue: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const text =
    rescue === null ? t("pages.revoked.text") : `${t("pages.revoked.text")} ${t("pages.revoked.unsaved")}`;
  return (
    <MessagePage icon={<KeyRound />} title={t("pages.revoked.title")} text={text}>
      {rescue}
      <HomeLink />
    </MessagePage>
  );
}
