import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import type { Snapshot, Version } from "@planwand/shared/journal/journal.ts";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../i18n/setup.ts";
import { useJournal } from "../plan/journal.ts";

/** How snapshots are called, and what else is said of them. */
export interface SnapshotWords {
  title(snapshot: Snapshot): string;
  /** With the moment, to choose from. */
  choice(snapshot: Snapshot): string;
  byLine(snapshot: Snapshot): string;
  adoptedLine(version: Version): string;
}

export function useSnapshotWords(): SnapshotWords {
  const { t, i18n } = useTranslation();
  const { members } = useJournal();
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const moment = dateFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const day = dateFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const title = ({ name, occasion }: Snapshot): string => {
    if (name !== "" || occasion === "named") return name;
    return t(`versions.occasions.${occasion}`);
  };
  return {
    title,
    choice(snapshot) {
      const { adopted, at } = snapshot;
      const version = adopted === null ? "" : ` · ${t("versions.versionTag", { version: adopted.version })}`;
      return `${title(snapshot)}${version} (${moment.format(at)})`;
    },
    byLine({ at, by }) {
      const known = members.get(by)?.name ?? t("discussion.somebody");
      const name = by === SERVER_ACTOR ? t("versions.automaton") : known;
      return t("versions.byLine", { when: moment.format(at), name });
    },
    adoptedLine({ partyName, adoptedOn }) {
      const on = day.format(new Date(`${adoptedOn}T00:00:00Z`));
      return t("versions.adoptedLine", { party: partyName, day: on });
    },
  };
}
