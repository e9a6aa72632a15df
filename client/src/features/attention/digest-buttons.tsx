import type { Need } from "@planwand/shared/views/needs.ts";
import type { CardNews, Said } from "@planwand/shared/views/news.ts";
import { Copy, Mail } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { type Digest, digestText, mailAddress } from "./digest-text.ts";
import { NEED_GROUPS } from "./needs-list.tsx";
import type { AttentionWords } from "./use-words.ts";
import { useWhomName } from "./whom-select.tsx";

/** So many lines of a part never fit in a mail address. */
const MAIL_LINES = 60;

/** The digest of what is on screen, to copy or to send with one's own mail program: the product sends nothing itself. */
export function DigestButtons({
  whom,
  needs,
  news,
  said,
  words,
}: {
  readonly whom: readonly string[];
  readonly needs: readonly Need[];
  readonly news: readonly CardNews[];
  readonly said: readonly Said[];
  readonly words: AttentionWords;
}): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  const { planId } = usePlanSession().connection;
  const name = useWhomName()(whom);
  const untitled = t("board.untitled");
  const asked = whom.length === 1 ? `?as=${encodeURIComponent(whom[0] ?? "")}` : "";
  const needLine = (need: Need): string => {
    const line = `${need.title || untitled} (${words.need(need)})`;
    if (need.date === null) return line;
    const date = words.date(need.date);
    return `${line}: ${need.isLate ? t("attention.needs.late", { date }) : date}`;
  };
  const newsLine = (one: CardNews | Said): string =>
    "kind" in one
      ? `${words.said(one)} (${words.names(one.by)})`
      : `${one.title || untitled}: ${words.changes(one)} (${words.names(one.actors)})`;
  /** The digest with so many lines of each part at most: making thousands into words takes a while. */
  const digestOf = (most: number): Digest => {
    const part = <Item,>(heading: string, items: readonly Item[], line: (item: Item) => string) => ({
      heading,
      lines: items.slice(0, most).map(line),
      beyond: Math.max(0, items.length - most),
    });
    return {
      title: t("attention.digest.title", { plan: title || t("app.untitledPlan"), name }),
      parts: [
        ...NEED_GROUPS.map((kind) =>
          part(
            t(`attention.needs.groups.${kind}`),
            needs.filter((need) => need.kind === kind),
            needLine,
          ),
        ),
        part(t("attention.news"), [...said, ...news], newsLine),
      ],
      link: `${location.origin}/plan/${planId}/attention${asked}`,
    };
  };
  async function copy(): Promise<void> {
    const isCopied = await copyText(digestText(digestOf(Number.POSITIVE_INFINITY)));
    showToast(t(isCopied ? "attention.digest.copied" : "attention.digest.notCopied"));
  }
  return (
    <>
      <Button onClick={() => void copy()}>
        <Copy aria-hidden />
        {t("attention.digest.copy")}
      </Button>
      <a
        className={buttonClass({})}
        href={mailAddress(digestOf(MAIL_LINES), (count) => t("attention.digest.more", { count }))}
        data-testid="mail-digest"
      >
        <Mail aria-hidden />
        {t("attention.digest.mail")}
      </a>
    </>
  );
}
