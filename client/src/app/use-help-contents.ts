import { useTranslation } from "react-i18next";
import type { ContentsGroup } from "../features/help/handbook.tsx";
import { HELP_CONTENTS } from "./help-contents.ts";

/** The contents of the handbook with its headings. */
export function useHelpContents(): readonly ContentsGroup[] {
  const { t } = useTranslation();
  const { begin, plan, steer, account, more } = HELP_CONTENTS;
  return [
    { title: t("help.contents.begin"), names: begin },
    { title: t("views.groups.plan"), names: plan },
    { title: t("views.groups.steer"), names: steer },
    { title: t("views.groups.account"), names: account },
    { title: t("help.contents.more"), names: more },
  ];
}
