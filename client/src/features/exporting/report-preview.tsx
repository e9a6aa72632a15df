import type { Block, Content, Row } from "@planwand/shared/report/blocks.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import type { ReportOptions } from "@planwand/shared/report/options.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Blocks } from "../../fields/static-rich.tsx";
import styles from "./preview.module.css";
import type { Source } from "./use-source.ts";

/** Rows of a table that are shown; the file has them all. */
const MAX_ROWS = 12;

/** The document as it will be, from the same report; without a server when it is of now. */
export function ReportPreview({
  source,
  options,
}: {
  readonly source: Source;
  readonly options: ReportOptions;
}): ReactNode {
  const { t } = useTranslation();
  if (source === "loading")
    return (
      <p className={styles.note} role="status">
        {t("exporting.moment.loading")}
      </p>
    );
  if (source === "away") return <p className={styles.note}>{t("exporting.moment.away")}</p>;
  return <Paper source={source} options={options} />;
}

function Paper({
  source,
  options,
}: {
  readonly source: ReportSource;
  readonly options: ReportOptions;
}): ReactNode {
  const asked = useDeferredValue(JSON.stringify(options));
  const report = useMemo(() => composeReport(source, JSON.parse(asked) as ReportOptions), [source, asked]);
  return (
    <article className={styles.paper} lang={report.language}>
      <p className={styles.kind}>{report.subtitle}</p>
      <p className={styles.title}>{report.title}</p>
      {report.sections.map((section) => (
        <section key={section.id}>
          <h3 className={styles.section}>{section.title}</h3>
          {section.blocks.map((block, at) => (
            <PreviewBlock key={at} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function PreviewBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.type) {
    case "heading":
      return <h4 className={styles.heading}>{block.text}</h4>;
    case "text":
      return (
        <div className={styles.text} data-tone={block.tone}>
          <Blocks blocks={block.content} />
        </div>
      );
    case "table":
      return <PreviewTable block={block} />;
  }
}

function PreviewTable({
  block: { caption, columns, rows },
}: {
  readonly block: Extract<Block, { readonly type: "table" }>;
}): ReactNode {
  const { t } = useTranslation();
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const more = rows.length - MAX_ROWS;
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, weight }, at) => (
              <th key={at} scope="col" style={{ width: `${(weight / total) * 100}%` }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map((row, at) => (
            <PreviewRow key={at} row={row} columns={columns.length} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles.more}>{t("exporting.previewMore", { count: more })}</p>}
    </>
  );
}

function PreviewRow({ row, columns }: { readonly row: Row; readonly columns: number }): ReactNode {
  if (row.kind === "band")
    return (
      <tr>
        <td className={styles.band} colSpan={columns}>
          {row.text}
        </td>
      </tr>
    );
  return (
    <tr>
      {row.cells.map((content: Content, at) => (
        <td key={at}>
          <Blocks blocks={content} />
        </td>
      ))}
    </tr>
  );
}
