/**
 * The version of the wire between client and server; a client of another version is refused and keeps its edits.
 * 1 (2026-11): plain y-websocket plus barrier (100), journal (101), hello (102) and refusal (103).
 */
export const PROTOCOL_VERSION = 1;
