import type { ReactNode } from "react";
import styles from "./article.module.css";
import { HelpLink } from "./help-link.tsx";
import type { Block, HandbookPage, Inline, Inlines } from "./handbook-page.ts";

/** What a page of the handbook says below its title. */
export function Article({
  page,
  onGo,
}: {
  readonly page: HandbookPage;
  readonly onGo: (name: string) => void;
}): ReactNode {
  return (
    <article className={styles.article} data-help-page={page.name}>
      <p className={styles.intro}>{inlines(page.intro, onGo)}</p>
      {page.blocks.map((block, at) => (
        <ArticleBlock key={at} block={block} onGo={onGo} />
      ))}
    </article>
  );
}

function ArticleBlock({
  block,
  onGo,
}: {
  readonly block: Block;
  readonly onGo: (name: string) => void;
}): ReactNode {
  switch (block.kind) {
    case "heading":
      return <h3 className={styles.heading}>{block.text}</h3>;
    case "text":
      return <p>{inlines(block.content, onGo)}</p>;
    case "list": {
      const List = block.isNumbered ? "ol" : "ul";
      return (
        <List className={styles.list}>
          {block.items.map((item, at) => (
            <li key={at}>{inlines(item, onGo)}</li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at} scope="col">
                  {inlines(cell, onGo)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{inlines(cell, onGo)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "picture":
      return <img className={styles.picture} src={block.source} alt={block.alt} loading="lazy" />;
  }
}

function inlines(content: Inlines, onGo: (name: string) => void): ReactNode {
  return content.map((one, at) => <span key={at}>{inline(one, onGo)}</span>);
}

function inline(one: Inline, onGo: (name: string) => void): ReactNode {
  switch (one.kind) {
    case "text":
      return one.text;
    case "label":
      return <em className={styles.label}>{one.text}</em>;
    case "strong":
      return <strong>{one.text}</strong>;
    case "code":
      return <code className={styles.code}>{one.text}</code>;
    case "link":
      return (
        <HelpLink name={one.page} onGo={onGo}>
          {one.text}
        </HelpLink>
      );
  }
}
