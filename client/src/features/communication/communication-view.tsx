import { phaseOn } from "@planwand/shared/views/communication.ts";
import { CalendarDays, Grid3x3, List } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../../fields/use-focus-back.ts";
import { today } from "../../plan/clock.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { AddButton } from "./add-button.tsx";
import { Calendar } from "./calendar.tsx";
import styles from "./communication-view.module.css";
import { Coverage } from "./coverage.tsx";
import { MomentList } from "./moment-list.tsx";
import { MomentPanel } from "./moment-panel.tsx";
import { Switcher } from "../../ui/switcher.tsx";
import { type Form, FORMS, ORDERS, useAddress } from "./use-address.ts";
import { useAddMoment } from "./use-add-moment.ts";

const FORM_ICONS = { list: List, calendar: CalendarDays, coverage: Grid3x3 } as const satisfies Record<
  Form,
  unknown
>;

/** When who hears what, as a list, a calendar or a grid of who hears nothing; a moment is written in a panel beside it. */
export function CommunicationView({
  entryId,
  onShow,
}: {
  /** The moment that is open. */
  readonly entryId: string | null;
  /** Goes to another view of the plan. */
  readonly onShow: (view: "activity" | "decisions", id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const phases = usePhases();
  const isEmpty = useEntries("communications").length === 0;
  const address = useAddress(entryId);
  const add = useAddMoment(address.open);
  const { form, order } = address;
  useFocusBack(entryId, momentOf, "[data-add-moment]");
  useInSight(entryId, form);
  const shared = { openId: entryId, onOpen: address.open, onAdd: canWrite ? add : null };
  return (
    <div className={styles.frame}>
      <ViewPage
        title={t("communication.title")}
        intro={t("communication.intro")}
        isWide={form !== "list"}
        tools={
          canWrite ? (
            <AddButton isMain onAdd={(kind) => add({ kind, phase: phaseOn(phases, today()) })} />
          ) : undefined
        }
      >
        <div className={styles.bar}>
          <Switcher
            label={t("communication.forms.label")}
            options={FORMS.map((value) => ({
              value,
              label: t(`communication.forms.${value}`),
              icon: FORM_ICONS[value],
            }))}
            value={form}
            onChange={(as) => address.show({ as })}
          />
          {form === "list" && !isEmpty ? (
            <Switcher
              label={t("communication.by.label")}
              options={ORDERS.map((value) => ({ value, label: t(`communication.by.${value}`) }))}
              value={order}
              onChange={(by) => address.show({ by })}
            />
          ) : null}
        </div>
        {form === "calendar" ? (
          <Calendar
            {...shared}
            month={address.month}
            onMonth={(month) => address.show({ month })}
            onDecision={(id) => onShow("decisions", id)}
          />
        ) : form === "coverage" ? (
          <Coverage {...shared} />
        ) : isEmpty ? (
          <EmptyView text={t(canWrite ? "communication.empty" : "communication.emptyRead")} />
        ) : (
          <MomentList {...shared} order={order} />
        )}
      </ViewPage>
      {entryId === null ? null : (
        <MomentPanel
          momentId={entryId}
          onClose={address.close}
          onOpen={address.open}
          onActivity={(id) => onShow("activity", id)}
        />
      )}
    </div>
  );
}

/** The open moment is brought into sight where it stands, if it does. */
function useInSight(entryId: string | null, form: Form): void {
  useEffect(() => {
    if (entryId === null) return;
    const moment = document.querySelector(`[data-open-moment="${CSS.escape(entryId)}"]`);
    moment?.closest("li, [role=gridcell]")?.scrollIntoView({ block: "nearest" });
  }, [entryId, form]);
}

const momentOf = (id: string): string => `[data-open-moment="${id}"]`;
