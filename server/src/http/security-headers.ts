import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i;

/** What a page may ask of a browser or device beyond showing itself, none of which Planwand needs. */
const POWERS = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "camera",
  "displayCapture",
  "encryptedMedia",
  "geolocation",
  "gyroscope",
  "hid",
  "idleDetection",
  "localFonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickeyCredentialsGet",
  "serial",
  "usb",
  "xrSpatialTracking",
] as const;
const NO_POWERS = Object.fromEntries(POWERS.map((power) => [power, []]));

/** The headers that keep a page to this server: no script, frame, font or connection of anyone else. */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      // Older Safari does not count WebSockets of the same host as 'self'.
      connectSrc: ["'self'", (c) => sockets(c.req.header("host"))],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "no-referrer",
    xFrameOptions: "DENY",
    strictTransportSecurity: "max-age=31536000; includeSubDomains",
    permissionsPolicy: NO_POWERS,
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
  });
}

function sockets(host: string | undefined): string {
  return host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : "";
}
