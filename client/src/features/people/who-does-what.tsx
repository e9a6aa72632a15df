import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ACTIVITY_STATUSES, ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { workOf } from "@planwand/shared/views/roles.ts";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyView } from "../../ui/view-page.tsx";
import { CircleFilter, FilterSelect, RoleFilter, useAskedOne } from "./filters.tsx";
import { MissingCircles } from "./missing-circles.tsx";
import { PartyWork } from "./party-work.tsx";
import styles from "./people.module.css";
import type { ShowEntry } from "./show-entry.ts";

/** Each party with what it does, when, with which result and how far it is; to be printed. */
export function WhoDoesWhat({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const activities = useActivities();
  const circle = useAskedOne("circle", CIRCLES);
  const slot = useAskedOne("role", ROLE_SLOTS);
  const status = useAskedOne("status", ACTIVITY_STATUSES);
  const shown = workOf(activities, parties, { circle, slot, status });
  const asked = [
    circle === null ? null : `${t("filter.kinds.circle")}: ${t(`people.circles.${circle}`)}`,
    slot === null ? null : `${t("parties.role")}: ${t(`activity.roles.${slot}`)}`,
    status === null ? null : `${t("filter.kinds.status")}: ${t(`board.status.${status}`)}`,
  ].filter((words) => words !== null);
  const busy = new Set(shown.map(({ party }) => party.id));
  const idle = asked.length > 0 ? [] : parties.filter(({ id }) => !busy.has(id));
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t("parties.narrow")}>
        <CircleFilter />
        <RoleFilter />
        <FilterSelect
          name="status"
          label={t("filter.kinds.status")}
          options={ACTIVITY_STATUSES.map((value) => ({ value, label: t(`board.status.${value}`) }))}
        />
        <Button className={styles.print ?? ""} onClick={() => print()}>
          <Printer aria-hidden />
          {t("parties.print")}
        </Button>
      </div>
      {asked.length === 0 ? null : <p className={styles.asked}>{asked.join(" · ")}</p>}
      <MissingCircles />
      {shown.length === 0 ? (
        <EmptyView text={asked.length === 0 ? t("parties.nobodyYet") : t("parties.nobody")} />
      ) : null}
      {shown.map(({ party, work }) => (
        <PartyWork key={party.id} party={party} work={work} onShow={onShow} />
      ))}
      {idle.length === 0 || shown.length === 0 ? null : (
        <p className={styles.hint}>{t("parties.idle", { names: idle.map(({ name }) => name).join(", ") })}</p>
      )}
    </>
  );
}
