import { useTranslation } from "react-i18next";
import type { PresencePerson } from "../../sync/presence.ts";

/** Somebody's name and circle, in one line. */
export function usePersonWords({ name, circle, isSelf }: PresencePerson): string {
  const { t } = useTranslation();
  const where = circle === null ? t("who.here.noCircle") : t(`people.circles.${circle}`);
  return t(isSelf ? "who.here.self" : "who.here.person", { name, circle: where });
}
