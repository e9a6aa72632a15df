import { Link2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { createKey } from "../sync/sharing-api.ts";
import { useReach } from "../sync/reach.ts";
import { Button } from "../ui/button.tsx";
import { ShownLink } from "../ui/shown-link.tsx";
import styles from "./owner-link.module.css";

/** Makes a link by which somebody comes back to a plan as its owner, to be kept elsewhere; `onTaken` when it was. */
export function OwnerLink({
  planId,
  title,
  onTaken,
}: {
  readonly planId: string;
  readonly title: string;
  readonly onTaken: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { origin } = useReach();
  const [link, setLink] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    const made = await createKey(planId, { role: "owner", name: t("leave.owner.linkName") });
    setBusy(false);
    setFailed(!made.ok);
    if (made.ok) setLink(`${origin}/join#${made.value.secret}`);
  }

  if (link !== null)
    return (
      <ShownLink
        link={link}
        label={t("leave.owner.linkOf", { title })}
        mail={{
          subject: t("leave.owner.mailSubject", { title }),
          text: t("leave.owner.mailText", { title, link }),
        }}
        onTaken={onTaken}
      />
    );
  return (
    <>
      <Button
        size="small"
        className={styles.make ?? ""}
        disabled={isBusy}
        aria-label={t("leave.owner.makeOf", { title })}
        onClick={() => void make()}
      >
        <Link2 aria-hidden />
        {t(isBusy ? "sharing.making" : "leave.owner.make")}
      </Button>
      {hasFailed ? (
        <p className={styles.failed} role="alert">
          {t("sharing.failed")}
        </p>
      ) : null}
    </>
  );
}
