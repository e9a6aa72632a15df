import { GROUPINGS } from "@planwand/shared/views/timeline.ts";
import { CalendarRange, Minus, Plus, Table2 } from "lucide-react";
import { type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import { Switcher } from "../../ui/switcher.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { Chart } from "./chart.tsx";
import { Legend } from "./legend.tsx";
import { TimelinePhone } from "./timeline-phone.tsx";
import { TimelineTable } from "./timeline-table.tsx";
import styles from "./timeline-view.module.css";
import { FORMS, useAddress } from "./use-address.ts";
import { useHiding } from "./use-hiding.ts";
import { useTimeline } from "./use-timeline.ts";
import { useViewport } from "./use-viewport.ts";
import { useZoom } from "./use-zoom.ts";
import { ZOOMS } from "./zoom.ts";

const FORM_ICONS = { chart: CalendarRange, table: Table2 } as const;

/** The plan in time: what happens when, what waits for what, and what is not planned yet. */
export function TimelineView({
  isHiding: isHidingFiltered,
  onShow,
}: {
  /** What a filter does not find is left out instead of dimmed. */
  readonly isHiding: boolean;
  readonly onShow: (view: "activity" | "decisions" | "communication", id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const address = useAddress();
  const { by, form } = address;
  const timeline = useTimeline(by);
  const isHiding = useHiding(isHidingFiltered);
  const isNarrow = useNarrow();
  const isPrinting = usePrinting();
  const today = useToday();
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller, form);
  const label = viewport.width < 1000 ? 210 : viewport.width < 1300 ? 290 : 340;
  const zooming = useZoom(scroller, timeline.range, {
    zoom: address.zoom,
    width: viewport.width,
    label,
    onZoom: (zoom) => address.show({ zoom }),
  });
  const { scale } = zooming;
  const toToday = useCallback(() => {
    const { current: element } = scroller;
    if (element === null) return;
    element.scrollLeft = scale.x(today) - (element.clientWidth - label) / 3;
  }, [scale, label, today]);
  const atFirst = useRef(toToday);
  useLayoutEffect(() => atFirst.current(), []);
  const isEmpty = timeline.unplanned.length === 0 && timeline.groups.every(({ bars }) => bars.length === 0);
  const onOpen = useCallback((id: string) => onShow("activity", id), [onShow]);
  const onDecision = useCallback((id: string) => onShow("decisions", id), [onShow]);
  const onMoment = useCallback((id: string) => onShow("communication", id), [onShow]);
  const shared = { timeline, by, isHiding, onOpen, onDecision, onMoment };
  const isChart = form === "chart" && !isNarrow && !isEmpty;
  return (
    <ViewPage title={t("timeline.title")} intro={t("timeline.intro")} isWide isFull={isChart}>
      <div className={styles.bar}>
        <Switcher
          label={t("timeline.by.label")}
          options={GROUPINGS.map((value) => ({ value, label: t(`timeline.by.${value}`) }))}
          value={by}
          onChange={(value) => address.show({ by: value })}
        />
        {isChart ? (
          <>
            <span className={styles.zoom}>
              <Switcher
                label={t("timeline.zoom.label")}
                options={ZOOMS.map((value) => ({ value, label: t(`timeline.zoom.${value}`) }))}
                value={zooming.zoom}
                onChange={zooming.choose}
              />
              <IconButton label={t("timeline.zoom.out")} onClick={() => zooming.step(-1)}>
                <Minus aria-hidden />
              </IconButton>
              <IconButton label={t("timeline.zoom.in")} onClick={() => zooming.step(1)}>
                <Plus aria-hidden />
              </IconButton>
            </span>
            <Button onClick={toToday}>{t("timeline.toToday")}</Button>
          </>
        ) : null}
        <span className={styles.form}>
          <Switcher
            label={t("timeline.forms.label")}
            options={FORMS.map((value) => ({
              value,
              label: t(`timeline.forms.${value}`),
              icon: FORM_ICONS[value],
            }))}
            value={form}
            onChange={(as) => address.show({ as })}
          />
        </span>
      </div>
      {isEmpty ? (
        <EmptyView text={t(canWrite ? "timeline.empty" : "timeline.emptyRead")} />
      ) : form === "table" ? (
        <TimelineTable {...shared} />
      ) : (
        <div className={styles.screen}>
          {isNarrow ? (
            <TimelinePhone {...shared} today={today} />
          ) : (
            <>
              <Chart {...shared} {...{ today, scroller, viewport, label, zooming }} />
              <Legend canMove={canWrite} />
            </>
          )}
        </div>
      )}
      {isPrinting && form === "chart" && !isEmpty ? <TimelineTable {...shared} hasBars /> : null}
    </ViewPage>
  );
}
