/** What a page tells a waiting service worker when its new version is wanted. */
export const ACTIVATE = "activate";
