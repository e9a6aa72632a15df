import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import { isWithin } from "@planwand/shared/workshop/agenda.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./lead.module.css";
import { usePlaces } from "./use-places.ts";
import type { CellScope } from "./use-put-on-wall.ts";

/** Asks in which cell an idea becomes a card, where its own place is larger than one. */
export function ToWallDialog({
  scope,
  onChoose,
  onClose,
}: {
  readonly scope: Scope;
  /** False when the cell is not there any more. */
  readonly onChoose: (cell: CellScope) => boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const cells = usePlaces().flatMap((place) =>
    place.scope.kind === "cell" ? [{ ...place, scope: place.scope }] : [],
  );
  const within = cells.filter((place) => isWithin(place.scope, scope));
  const offered = within.length === 0 ? cells : within;
  const [chosen, choose] = useState(offered[0]?.value ?? "");
  const [isGone, setGone] = useState(false);
  return (
    <Dialog title={t("leading.ideas.toWall")} closeLabel={t("app.close")} onClose={onClose}>
      <form
        className={styles.answers}
        onSubmit={(event) => {
          event.preventDefault();
          const cell = offered.find(({ value }) => value === chosen)?.scope;
          if (cell !== undefined && onChoose(cell)) onClose();
          else setGone(true);
        }}
      >
        <SelectField
          label={t("leading.ideas.toWallTitle")}
          value={chosen}
          options={offered}
          onChange={choose}
        />
        {isGone && <p role="alert">{t("leading.ideas.gone")}</p>}
        <Button type="submit" variant="primary" size="large">
          {t("leading.ideas.toWall")}
        </Button>
      </form>
    </Dialog>
  );
}
