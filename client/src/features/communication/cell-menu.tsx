import { COMMUNICATION_KINDS } from "@planwand/shared/plan/schema.ts";
import type { CoverageCell, CoverageRow } from "@planwand/shared/views/coverage.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePhase } from "../../plan/hooks.ts";
import { Menu } from "../../ui/menu.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import { KIND_ICONS } from "./kind-tag.tsx";
import type { FormProps } from "./form-props.ts";

/** What can be done in a cell: open a moment that the party hears, or add one for that party in that phase. */
export function CellMenu({
  row: { party },
  cell: { phase, hears },
  at,
  onOpen,
  onAdd,
  onClose,
}: Pick<FormProps, "onOpen" | "onAdd"> & {
  readonly row: CoverageRow;
  readonly cell: CoverageCell;
  readonly at: HTMLElement;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const inPhase = usePhase(phase)?.name || t("board.unnamedPhase");
  const name = party.name || t("communication.coverage.unnamedParty");
  const moments = hears.map(({ id, kind, date, channel, message }, index) => {
    const day = date === null ? t("communication.noDate") : words.short(date);
    const told = message || channel || t("communication.untitled");
    const label = `${day} · ${t(`communication.kinds.${kind}`)}: ${told}`;
    const isSecond = hears.findIndex((other) => other.message === message && other.date === date) < index;
    // Items of a menu are told apart by their words.
    return {
      label: isSecond ? `${label} (${String(index + 1)})` : label,
      icon: KIND_ICONS[kind],
      run: () => onOpen(id),
    };
  });
  const adding =
    onAdd === null
      ? []
      : COMMUNICATION_KINDS.map((kind) => ({
          label: t("communication.addFor", { kind: t(`communication.kinds.${kind}`), party: name }),
          icon: KIND_ICONS[kind],
          run: () => onAdd({ kind, phase, audience: [party.id] }),
        }));
  return (
    <Menu
      label={t("communication.coverage.menu", { party: name, phase: inPhase })}
      anchor={at}
      items={[...moments, ...adding]}
      onClose={onClose}
    />
  );
}
