import type { RichBlock } from "@planwand/shared/plan/schema.ts";
import type { Content, ContentBlock, Run as TextRun } from "@planwand/shared/report/blocks.ts";
import type { ReactNode } from "react";
import styles from "./rich.module.css";

/** Rich text for reading: `blocks` when there is formatting, else the lines of `text`. */
export function StaticRich({
  text,
  blocks,
  labelId,
}: {
  readonly text: string;
  readonly blocks: readonly RichBlock[] | undefined;
  readonly labelId: string;
}): ReactNode {
  const shown: readonly RichBlock[] =
    blocks ?? text.split("\n").map((line) => ({ type: "paragraph", runs: [{ text: line }] }));
  return (
    <div className={styles.text} role="group" aria-labelledby={labelId}>
      <Blocks blocks={shown} />
    </div>
  );
}

/** The blocks of a rich text, for reading. */
export function Blocks({ blocks }: { blocks: Content }): ReactNode {
  return blocks.map((block, at) => <Block key={at} block={block} />);
}

function Block({ block }: { block: ContentBlock }): ReactNode {
  if (block.type === "paragraph")
    return (
      <p>
        {block.runs.map((run, at) => (
          <Run key={at} run={run} />
        ))}
      </p>
    );
  const items = block.items.map((blocks, at) => (
    <li key={at}>
      <Blocks blocks={blocks} />
    </li>
  ));
  return block.type === "bulletList" ? <ul>{items}</ul> : <ol>{items}</ol>;
}

function Run({ run }: { run: TextRun }): ReactNode {
  let node: ReactNode = run.text;
  if (run.bold) node = <strong>{node}</strong>;
  if (run.italic) node = <em>{node}</em>;
  if (run.struck) node = <del>{node}</del>;
  if (run.link === undefined) return node;
  return (
    <a href={run.link} target="_blank" rel="noopener noreferrer nofollow">
      {node}
    </a>
  );
}
