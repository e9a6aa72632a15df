import type { Role } from "@planwand/shared/access/role.ts";
import { Link2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ShownLink } from "../../ui/shown-link.tsx";
import styles from "./sharing.module.css";

/** A link that was just made. */
export interface MadeLink {
  readonly address: string;
  /** Empty for none. */
  readonly name: string;
}

/** One role: what it may do, and a link for it, shown once. */
export function RoleLink({
  role,
  make,
}: {
  readonly role: Role;
  readonly make: (role: Role) => Promise<MadeLink | null>;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [link, setLink] = useState<MadeLink | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const name = t(`people.roles.${role}`);

  async function makeLink(): Promise<void> {
    setBusy(true);
    setFailed(false);
    const made = await make(role);
    setBusy(false);
    setLink(made);
    setFailed(made === null);
  }

  return (
    <li className={styles.role} data-testid="share-role" data-role={role}>
      <div className={styles.roleText}>
        <h3 id={id} className={styles.roleName}>
          {name}
        </h3>
        <p className={styles.help}>{t(`sharing.roleHelp.${role}`)}</p>
        {hasFailed && (
          <p className={styles.failed} role="alert">
            {t("sharing.failed")}
          </p>
        )}
      </div>
      {link === null && (
        <Button
          size="small"
          disabled={isBusy}
          aria-label={t("sharing.makeLinkFor", { role: name })}
          onClick={() => void makeLink()}
        >
          <Link2 aria-hidden />
          {isBusy ? t("sharing.making") : t("sharing.makeLink")}
        </Button>
      )}
      {link !== null && (
        <ShownLink link={link.address} label={link.name || t("sharing.linkFor", { role: name })} />
      )}
    </li>
  );
}
