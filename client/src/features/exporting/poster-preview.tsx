import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../../plan/hooks.ts";
import { fetchFile } from "../../sync/download.ts";
import styles from "./preview.module.css";

/** The poster as the server draws it. */
export function PosterPreview({ address }: { readonly address: string }): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  /** What was drawn, without a source when that failed; null while it is drawn. */
  const [drawing, setDrawing] = useState<{ readonly source: string | null } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    setDrawing(null);
    const draw = async (): Promise<void> => {
      const fetched = await fetchFile(address, controller.signal);
      if (!fetched.ok) return setDrawing({ source: null });
      const svg = await fetched.value.file.text();
      if (!controller.signal.aborted) setDrawing({ source: `data:image/svg+xml,${encodeURIComponent(svg)}` });
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
  if (drawing.source === null) return <p className={styles.note}>{t("exporting.noDrawing")}</p>;
  return <img className={styles.poster} src={drawing.source} alt={t("exporting.posterOf", { title })} />;
}
