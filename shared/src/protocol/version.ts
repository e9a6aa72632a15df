/**
 * The version of the wire between client and server; a client of another version is refused and keeps its edits.
 * 1 (2026-11): plain y-websocket plus barrier (100), journal (101), hello (102) and refusal (103);
 * workshop (104) to who may take part: the joining code, how much is hidden, and what is one's own of that.
 *   Since then a socket may close with 4410, a plan that was erased; who does not know it asks again and hears 410.
 *   A refusal may be plan-unbuildable: what a participant writes cannot be judged; who does not know it keeps the edits as unreadable.
 */
export const PROTOCOL_VERSION = 1;
