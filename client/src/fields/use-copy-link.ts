import { useTranslation } from "react-i18next";
import { usePlanSession } from "../sync/session.tsx";
import { copyText } from "../ui/copy-text.ts";
import { showToast } from "../ui/toaster.tsx";

/** Copies the address of something in the plan, without what else is on screen; says whether that worked. */
export function useCopyLink(): (kind: "activity" | "decisions", id: string) => void {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  return (kind, id) => {
    const tell = (isCopied: boolean): void =>
      showToast(t(isCopied ? `fields.linkCopied.${kind}` : "fields.linkNotCopied"));
    void copyText(`${location.origin}/plan/${planId}/${kind}/${id}`).then(tell);
  };
}
