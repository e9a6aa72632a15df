import { mayInvite } from "@planwand/shared/access/policy.ts";
import type { Role } from "@planwand/shared/access/role.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { PeopleList } from "./people-list.tsx";
import { KeyList } from "./key-list.tsx";
import { RoleLink } from "./role-link.tsx";
import styles from "./sharing.module.css";
import { useKeys } from "./use-keys.ts";

/** What people are most often invited as comes first. */
const INVITED_AS = [
  "editor",
  "participant",
  "viewer",
  "facilitator",
  "owner",
] as const satisfies readonly Role[];

/** How long a link may be good for, in days. */
const DAYS = ["always", "1", "7", "30"] as const;
type Days = (typeof DAYS)[number];
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Invites people: a link for each role that one may hand out, and the links that were made before. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { role } = usePlanSession();
  const offered = INVITED_AS.filter((wanted) => mayInvite(role, wanted));
  const notAllowed = t("sharing.notAllowed", { role: t(`people.roles.${role}`).toLocaleLowerCase() });
  return (
    <Dialog
      title={t("sharing.title")}
      description={offered.length === 0 ? notAllowed : t("sharing.intro")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      {offered.length > 0 && <Links offered={offered} />}
    </Dialog>
  );
}

function Links({ offered }: { readonly offered: readonly Role[] }): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { workshop } = usePlanSession().connection;
  const [days, setDays] = useState<Days>("always");
  const make = (role: Role): Promise<string | null> =>
    keys.make(role, days === "always" ? null : workshop.serverTimeMs() + Number(days) * DAY_MS);
  return (
    <>
      <SelectField
        label={t("sharing.valid.label")}
        value={days}
        options={DAYS.map((value) => ({ value, label: t(`sharing.valid.${value}`) }))}
        onChange={(value) => setDays(DAYS.find((each) => each === value) ?? "always")}
      />
      <ul className={styles.roles}>
        {offered.map((role) => (
          <RoleLink key={role} role={role} make={make} />
        ))}
      </ul>
      <KeyList keys={keys} />
      <PeopleList />
    </>
  );
}
