import { mayInvite } from "@planwand/shared/access/policy.ts";
import { LINK_NAME_MAX_LENGTH } from "@planwand/shared/access/limits.ts";
import type { Role } from "@planwand/shared/access/role.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { setAccessDue } from "../../plan/access-due.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PeopleList } from "./people-list.tsx";
import { KeepAccess } from "./keep-access.tsx";
import { KeyList } from "./key-list.tsx";
import { type MadeLink, RoleLink } from "./role-link.tsx";
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
  const { connection, role } = usePlanSession();
  const { workshop, planId } = connection;
  const [days, setDays] = useState<Days>("always");
  const [name, setName] = useState("");

  async function make(role: Role): Promise<MadeLink | null> {
    const expiresAt = days === "always" ? null : workshop.serverTimeMs() + Number(days) * DAY_MS;
    const named = name.trim();
    const address = await keys.make({ role, expiresAt, name: named });
    if (address === null) return null;
    setName("");
    return { address, name: named };
  }

  return (
    <>
      <div className={styles.wishes}>
        <TextField
          label={t("sharing.newName")}
          placeholder={t("sharing.newNamePlaceholder")}
          maxLength={LINK_NAME_MAX_LENGTH}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t("sharing.valid.label")}
          value={days}
          options={DAYS.map((value) => ({ value, label: t(`sharing.valid.${value}`) }))}
          onChange={(value) => setDays(DAYS.find((each) => each === value) ?? "always")}
        />
      </div>
      <ul className={styles.roles}>
        {offered.map((role) => (
          <RoleLink key={role} role={role} make={make} />
        ))}
      </ul>
      {role === "owner" && (
        <details className={styles.made}>
          <summary className={styles.roleName}>{t("sharing.access.title")}</summary>
          <KeepAccess onTaken={() => setAccessDue(planId, false)} />
        </details>
      )}
      <KeyList keys={keys} />
      <PeopleList />
    </>
  );
}
