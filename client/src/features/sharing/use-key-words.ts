import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";

/** What is said of a link: what it is called, and in one line what it gives, who made it and until when it is good. */
export function useKeyWords(key: KeyResponse): { readonly name: string; readonly facts: string } {
  const { t } = useTranslation();
  const { moment } = useNearDates();
  const at = (ms: number): string => moment(ms, { month: "short" });
  const { origin, role, maker, createdAt, expiresAt, revokedAt, maxUses } = key;
  const isFirstOwner = origin === "plan" && role === "owner";
  const made =
    origin !== "person" || maker === null
      ? t("sharing.madeOn", { date: at(createdAt) })
      : t("sharing.madeByOn", { name: maker.name || t("sharing.anonymous"), date: at(createdAt) });
  const facts = [
    t(`people.roles.${role}`),
    made,
    ...(revokedAt === null ? [] : [t("sharing.revokedOn", { date: at(revokedAt) })]),
    ...(expiresAt === null || revokedAt !== null ? [] : [t("sharing.expires", { date: at(expiresAt) })]),
    ...(maxUses === null ? [] : [t("sharing.atMost", { count: maxUses })]),
  ];
  return {
    name: key.name || t(isFirstOwner ? "sharing.unnamed.firstOwner" : `sharing.unnamed.${origin}`),
    facts: facts.join(" · "),
  };
}
