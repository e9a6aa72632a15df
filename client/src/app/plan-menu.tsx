import { Ellipsis } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { part } from "../ui/part.ts";
import type { ViewName } from "./view-names.ts";

const PlanMenuItems = part(async () => (await import("./header-parts.ts")).PlanMenuItems);

/** The button behind which is what one seldom needs. */
export function PlanMenu({
  view,
  trigger,
}: {
  readonly view: ViewName | null;
  /** The button, when it is not the one of the header. */
  readonly trigger?: ReactElement;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover
      label={t("app.menu")}
      trigger={
        trigger ?? (
          <IconButton label={t("app.menu")}>
            <Ellipsis aria-hidden />
          </IconButton>
        )
      }
    >
      {(close) => <PlanMenuItems view={view} onDone={close} />}
    </Popover>
  );
}
