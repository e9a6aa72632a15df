import { RotateCcw } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type BinnedAt, restore } from "../plan/archive.ts";
import { usePutBackAccess } from "../plan/put-back-access.ts";
import { usePlanSession } from "../sync/session.tsx";
import { Button } from "../ui/button.tsx";
import { focusOn } from "../ui/focus.ts";
import { useTellBack } from "./use-bin-words.ts";

/** Takes something out of the bin from where it is shown; says why not while a lock forbids it, and is not there for who only reads. */
export function PutBackButton({
  one,
  title,
  variant = "secondary",
}: {
  readonly one: BinnedAt;
  readonly title: string;
  readonly variant?: "primary" | "secondary";
}): ReactNode {
  const { t } = useTranslation();
  const { connection, doc, actor } = usePlanSession();
  const access = usePutBackAccess(connection)(one);
  const tellBack = useTellBack();
  if (access === "locked") return <span>{t("bin.locked")}</span>;
  if (access !== "yes") return null;

  function onClick({ currentTarget }: MouseEvent<HTMLElement>): void {
    const panel = currentTarget.closest("aside");
    tellBack(title, restore(doc, [one], actor.id));
    if (panel !== null) focusOn(panel, { preventScroll: true });
  }

  return (
    <Button size="small" variant={variant} aria-label={t("bin.restoreTitle", { title })} onClick={onClick}>
      <RotateCcw aria-hidden />
      {t("bin.restore")}
    </Button>
  );
}
