import { useTranslation } from "react-i18next";
import { usePlanSession } from "../sync/session.tsx";
import { showToast } from "../ui/toaster.tsx";

/** Copies the address of something in the plan, without what else is on screen; says whether that worked. */
export function useCopyLink(): (kind: "activity" | "decisions", id: string) => void {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  return (kind, id) => {
    navigator.clipboard.writeText(`${location.origin}/plan/${planId}/${kind}/${id}`).then(
      () => showToast(t(`fields.linkCopied.${kind}`)),
      () => showToast(t("fields.linkNotCopied")),
    );
  };
}
