import type { ReactNode } from "react";

/** A link to a page of the handbook: opened here it goes by `onGo`, in a window of its own it has an address. */
export function HelpLink({
  name,
  isCurrent = false,
  className,
  onGo,
  children,
}: {
  readonly name: string;
  readonly isCurrent?: boolean;
  readonly className?: string | undefined;
  readonly onGo: (name: string) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <a
      href={`/help/${name}`}
      className={className}
      aria-current={isCurrent ? "page" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onGo(name);
      }}
    >
      {children}
    </a>
  );
}
