import type { Need } from "@planwand/shared/views/needs.ts";
import type { CardNews, Said } from "@planwand/shared/views/news.ts";
import { Copy, Mail } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { type Digest, digestText, mailAddress } from "./digest-text.ts";
import { NEED_GROUPS } from "./needs-list.tsx";
import type { AttentionWords } from "./use-words.ts";
import { useWhomName } from "./whom-select.tsx";

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
  const digest: Digest = {
    title: t("attention.digest.title", { plan: title || t("app.untitledPlan"), name }),
    parts: [
      ...NEED_GROUPS.map((kind) => ({
        heading: t(`attention.needs.groups.${kind}`),
        lines: needs
          .filter((need) => need.kind === kind)
          .map((need) => {
            const line = `${need.title || untitled} (${words.need(need)})`;
            if (need.date === null) return line;
            const date = words.date(need.date);
            return `${line}: ${need.isLate ? t("attention.needs.late", { date }) : date}`;
          }),
      })),
      {
        heading: t("attention.news"),
        lines: [
          ...said.map((one) => `${words.said(one)} (${words.names(one.by)})`),
          ...news.map(
            (one) => `${one.title || untitled}: ${words.changes(one)} (${words.names(one.actors)})`,
          ),
        ],
      },
    ],
    link: `${location.origin}/plan/${planId}/attention${asked}`,
  };
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(digestText(digest));
      showToast(t("attention.digest.copied"));
    } catch {
      showToast(t("attention.digest.notCopied"));
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>
        <Copy aria-hidden />
        {t("attention.digest.copy")}
      </Button>
      <a
        className={buttonClass({})}
        href={mailAddress(digest, (count) => t("attention.digest.more", { count }))}
        data-testid="mail-digest"
      >
        <Mail aria-hidden />
        {t("attention.digest.mail")}
      </a>
    </>
  );
}
