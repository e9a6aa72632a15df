import { personOf } from "@planwand/shared/views/workshop.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";

/** What the people of this session are called: members, and those who share their device. */
export function usePersonName(session: Pick<Session, "proxies">): (person: string) => string {
  const { t } = useTranslation();
  const journal = useJournal();
  return (person) => personOf(journal, session, person).name ?? t("workshop.somebody");
}
