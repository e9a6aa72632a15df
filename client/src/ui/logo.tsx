import type { ReactNode } from "react";

/** The product's mark: a small wall of cards. */
export function Logo({ size = 26 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <rect x="6" y="7" width="8" height="5" rx="1.5" />
        <rect x="6" y="14" width="8" height="5" rx="1.5" opacity=".55" />
        <rect x="17" y="7" width="9" height="5" rx="1.5" opacity=".55" />
        <rect x="17" y="14" width="9" height="11" rx="1.5" />
        <rect x="6" y="21" width="8" height="4" rx="1.5" opacity=".8" />
      </g>
    </svg>
  );
}
