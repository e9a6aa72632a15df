import { type FocusEvent, type MouseEvent, type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Toaster as Sonner, toast } from "sonner";
import styles from "./toaster.module.css";
import { useCountdown } from "./use-countdown.ts";

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** Takes the place of an earlier message of the same kind that is still there. */
  readonly kind?: string;
  /** It stays until somebody acts on it. */
  readonly stays?: boolean;
  /** Called when the message goes without having been acted on. */
  readonly onGone?: () => void;
}

const UNDO_MS = 8_000;
const PLAIN_MS = 4_000;

let added = 0;
let onMounted: () => void;
const mounted = new Promise<void>((resolve) => {
  onMounted = resolve;
});

/** The list of messages, apart from `toaster.tsx` because it is heavy and needed only after the page is there. */
export function Toasts(): ReactNode {
  const { t } = useTranslation();
  useEffect(() => onMounted(), []);
  return (
    <div className={styles.list} onFocusCapture={comeTo} onBlurCapture={keepFromList}>
      <Sonner
        position="bottom-center"
        containerAriaLabel={t("app.messages")}
        visibleToasts={3}
        mobileOffset={{ bottom: "calc(var(--phone-bar) + 16px)" }}
        style={{ "--width": "min(480px, calc(100vw - 32px))" }}
        toastOptions={{ unstyled: true, classNames: { toast: styles.slot ?? "" } }}
      />
    </div>
  );
}

/** What had the focus before somebody came to a message. */
let before: HTMLElement | null = null;

function comeTo(event: FocusEvent<HTMLElement>): void {
  const { currentTarget, relatedTarget } = event;
  const isFromOutside = relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget);
  if (isFromOutside) before = relatedTarget;
  keepFromList(event);
}

/** The list brings focus back to where it came from whenever it leaves: from the last message Tab would never go on. */
function keepFromList(event: FocusEvent<HTMLElement>): void {
  if (event.target.closest("[data-testid=toast]") === null) event.stopPropagation();
}

/** What is done when focus comes to a message or leaves it, of which the list hears nothing either. */
const kept =
  (then: () => void) =>
  (event: FocusEvent): void => {
    event.stopPropagation();
    then();
  };

/** Adds a message once the list is there: earlier ones would be lost. */
export async function addToast(text: string, action: ToastAction | null): Promise<void> {
  await mounted;
  // The message counts down by itself, because the list would let it go while somebody is on its button.
  added += 1;
  const key = added;
  toast.custom((id) => <Toast key={key} text={text} action={action} onDone={() => toast.dismiss(id)} />, {
    duration: Number.POSITIVE_INFINITY,
    ...(action?.kind === undefined ? {} : { id: action.kind }),
    onDismiss: () => action?.onGone?.(),
  });
}

function durationOf(action: ToastAction | null): number {
  if (action === null) return PLAIN_MS;
  return action.stays === true ? Number.POSITIVE_INFINITY : UNDO_MS;
}

function Toast({
  text,
  action,
  onDone,
}: {
  readonly text: string;
  readonly action: ToastAction | null;
  readonly onDone: () => void;
}): ReactNode {
  const pauses = useCountdown(durationOf(action), onDone);
  function act({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
    // Who acts goes back to where they were: before the action, which may lead them elsewhere.
    if (currentTarget === document.activeElement) before?.focus({ preventScroll: true });
    action?.run();
    onDone();
  }
  return (
    <div
      className={styles.toast}
      data-testid="toast"
      {...pauses}
      onFocus={kept(pauses.onFocus)}
      onBlur={kept(pauses.onBlur)}
    >
      <span>{text}</span>
      {action !== null && (
        <button type="button" className={styles.action} onClick={act}>
          {action.label}
        </button>
      )}
    </div>
  );
}
