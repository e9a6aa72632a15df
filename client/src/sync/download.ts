import { readFailure, type ApiResult } from "./api.ts";

export interface DownloadedFile {
  readonly name: string;
  readonly file: Blob;
}

/**
 * Fetches a file that the server makes; that may take minutes, so only `signal` ends it.
 * @throws DOMException when `signal` was aborted
 */
export async function fetchFile(path: string, signal: AbortSignal): Promise<ApiResult<DownloadedFile>> {
  try {
    const headers = { "accept-language": document.documentElement.lang };
    const response = await fetch(path, { headers, signal });
    if (!response.ok) {
      const body: unknown = await response.json().catch(() => null);
      return { ok: false, failure: readFailure(response.status, body) };
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "plan";
    return { ok: true, value: { name, file: await response.blob() } };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return { ok: false, failure: { status: "unreachable", code: null, title: null } };
  }
}

/** Hands a file over to the browser, which puts it where downloads go. */
export function saveFile({ name, file }: DownloadedFile): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
