import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../../plan/hooks.ts";
import { fetchFile } from "../../sync/download.ts";
import styles from "./preview.module.css";

/** The poster as the server draws it. */
export function PosterPreview({ address }: { readonly address: string }): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  const [drawing, setDrawing] = useState<string | "failed" | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    setDrawing(null);
    const draw = async (): Promise<void> => {
      const fetched = await fetchFile(address, controller.signal);
      if (!fetched.ok) return setDrawing("failed");
      const svg = await fetched.value.file.text();
      if (!controller.signal.aborted) setDrawing(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    };
    draw().catch(() => undefined);
    return () => controller.abort();
  }, [address]);
  if (drawing === null)
    return (
      <p className={styles.note} role="status">
        {t("exporting.drawing")}
      </p>
    );
  if (drawing === "failed") return <p className={styles.note}>{t("exporting.noDrawing")}</p>;
  return <img className={styles.poster} src={drawing} alt={t("exporting.posterOf", { title })} />;
}
