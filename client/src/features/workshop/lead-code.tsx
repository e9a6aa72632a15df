import { CODE_LENGTH } from "@planwand/shared/workshop/code.ts";
import { Copy, IdCard, Presentation } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useReach } from "../../sync/reach.ts";
import { copyText } from "../../ui/copy-text.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { joiningAddress, joiningLink, spaced } from "./joining-link.ts";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { useWorkshopLive } from "./use-workshop.ts";

/** How people come in, and the way to the screen for the room. */
export function LeadCode({ planId }: { readonly planId: string }): ReactNode {
  const { t } = useTranslation();
  const { code } = useWorkshopLive();
  const { origin, others, isOnlyHere } = useReach();
  async function copy(link: string): Promise<void> {
    showToast(t((await copyText(link)) ? "leading.code.copied" : "app.notCopied"));
  }
  return (
    <Section title={t("leading.code.label")}>
      {code === null ? null : (
        <div className={styles.code}>
          <QrCode text={joiningLink(origin, code)} label={t("leading.code.qr")} />
          <div>
            <p className={styles.codeWords} data-testid="joining-code">
              {spaced(code)}
            </p>
            <p className={styles.help}>{t("leading.code.help", { address: joiningAddress(origin) })}</p>
            {code.length > CODE_LENGTH && <p className={styles.help}>{t("leading.code.longer")}</p>}
            <Button size="small" onClick={() => void copy(joiningLink(origin, code))}>
              <Copy aria-hidden />
              {t("leading.code.copy")}
            </Button>
          </div>
        </div>
      )}
      {isOnlyHere && <p className={styles.help}>{t("beamer.localhost")}</p>}
      {others.length === 0 ? null : (
        <p className={styles.help}>
          {t("leading.code.others", { addresses: others.map(joiningAddress).join(", ") })}
        </p>
      )}
      <a
        className={buttonClass({ size: "small" })}
        href={`/plan/${planId}/beamer`}
        target="_blank"
        rel="noreferrer"
      >
        <Presentation aria-hidden />
        {t("leading.code.beamer")}
      </a>
      <a
        className={buttonClass({ size: "small" })}
        href={`/plan/${planId}/cards`}
        target="_blank"
        rel="noreferrer"
      >
        <IdCard aria-hidden />
        {t("leading.cards.open")}
      </a>
    </Section>
  );
}
