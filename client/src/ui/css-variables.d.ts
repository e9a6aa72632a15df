import "react";

declare module "react" {
  interface CSSProperties {
    /** Custom properties may be set on any element. */
    readonly [variable: `--${string}`]: string | number | undefined;
  }
}
