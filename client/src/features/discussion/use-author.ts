import type { Journal } from "@planwand/shared/journal/journal.ts";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";

/** Who said something, in words. */
export interface Author {
  readonly name: string;
  readonly circle: string | null;
  readonly isMe: boolean;
}

/** Tells who somebody is: by the journal, or by being oneself; who was made anonymous is nobody in particular. */
export function useAuthor(journal: Journal): (id: string) => Author {
  const { t } = useTranslation();
  const { actor } = usePlanSession();
  return (id) => {
    const member = journal.members.get(id);
    const isMe = id === actor.id;
    const name = member?.name ?? (isMe ? actor.name : null);
    const circle = member?.circle ?? (isMe ? actor.circle : null);
    return {
      name: name === null || name === "" ? t("discussion.somebody") : name,
      circle: circle === null ? null : t(`people.circles.${circle}`),
      isMe,
    };
  };
}
