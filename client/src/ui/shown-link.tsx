import { Check, Copy, Mail } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "./button.tsx";
import { copyText } from "./copy-text.ts";
import { announce } from "./live-region.tsx";
import { QrCode } from "./qr-code.tsx";
import styles from "./shown-link.module.css";

type Copying = "no" | "copied" | "failed";

/** A link that is shown this once: to copy, to open with a phone and, with `mail`, to send to oneself. */
export function ShownLink({
  link,
  label,
  mail = null,
  onTaken,
}: {
  readonly link: string;
  readonly label: string;
  readonly mail?: { readonly subject: string; readonly text: string } | null;
  /** It was copied or put in a mail. */
  readonly onTaken?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [copying, setCopying] = useState<Copying>("no");

  async function copy(): Promise<void> {
    const isCopied = await copyText(link);
    setCopying(isCopied ? "copied" : "failed");
    if (!isCopied) return;
    announce(t("sharing.copied"), "polite");
    onTaken?.();
  }

  return (
    <div className={styles.shown}>
      <div className={styles.row}>
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
        {mail === null ? null : (
          <a className={buttonClass({ size: "small" })} href={mailTo(mail)} onClick={onTaken}>
            <Mail aria-hidden />
            {t("sharing.mail")}
          </a>
        )}
      </div>
      <QrCode text={link} label={t("sharing.qrFor", { link: label })} />
      <p className={styles.help} role={copying === "failed" ? "alert" : undefined}>
        {copying === "failed" ? t("sharing.copyFailed") : t("sharing.onceOnly")}
      </p>
    </div>
  );
}

function mailTo({ subject, text }: { readonly subject: string; readonly text: string }): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
