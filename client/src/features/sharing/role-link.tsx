import type { Role } from "@planwand/shared/access/role.ts";
import { Check, Copy, Link2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "../../ui/copy-text.ts";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import styles from "./sharing.module.css";

type Copying = "no" | "copied" | "failed";

/** One role: what it may do, and a link for it, shown once. */
export function RoleLink({
  role,
  make,
}: {
  readonly role: Role;
  readonly make: (role: Role) => Promise<string | null>;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [link, setLink] = useState<string | null>(null);
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
        <p className={styles.help}>{t(`people.roleHelp.${role}`)}</p>
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
      {link !== null && <ShownLink link={link} label={t("sharing.linkFor", { role: name })} />}
    </li>
  );
}

function ShownLink({ link, label }: { readonly link: string; readonly label: string }): ReactNode {
  const { t } = useTranslation();
  const [copying, setCopying] = useState<Copying>("no");

  async function copy(): Promise<void> {
    const isCopied = await copyText(link);
    setCopying(isCopied ? "copied" : "failed");
    if (isCopied) announce(t("sharing.copied"), "polite");
  }

  return (
    <div className={styles.shown}>
      <div className={styles.shownRow}>
        <input
          className={styles.link}
          readOnly
          value={link}
          aria-label={label}
          data-testid="share-link"
          onFocus={(event) => event.target.select()}
        />
        <Button variant="primary" size="small" autoFocus onClick={() => void copy()}>
          {copying === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copying === "copied" ? t("sharing.copied") : t("sharing.copy")}
        </Button>
      </div>
      <QrCode text={link} label={t("sharing.qrFor", { link: label })} />
      <p className={styles.help} role={copying === "failed" ? "alert" : undefined}>
        {copying === "failed" ? t("sharing.copyFailed") : t("sharing.onceOnly")}
      </p>
    </div>
  );
}
