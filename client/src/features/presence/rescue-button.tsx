import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { momentInName, nowMs } from "../../plan/clock.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";

/** Saves the plan as this page has it to a file, with the edits that the server would not take. */
export function RescueButton(): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  async function download(): Promise<void> {
    const { rescueFile } = await import("../../sync/rescue.ts");
    const at = nowMs();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(rescueFile(connection.doc, connection.planId, at));
    link.download = `planwand-reservekopie-${momentInName(at)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
  return (
    <Button variant="secondary" title={t("sync.downloadHelp")} onClick={() => void download()}>
      <Download aria-hidden />
      {t("sync.download")}
    </Button>
  );
}
