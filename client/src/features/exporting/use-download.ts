import { useEffect, useRef, useState } from "react";
import type { ApiFailure } from "../../sync/api.ts";
import { fetchFile, saveFile } from "../../sync/download.ts";

/** How far a download is. */
export type DownloadState =
  | { readonly is: "idle" | "making" }
  | { readonly is: "done"; readonly name: string }
  | { readonly is: "failed"; readonly failure: ApiFailure };

/** One download at a time; closing the window ends it. */
export function useDownload() {
  const [state, setState] = useState<DownloadState>({ is: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(address: string): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ is: "making" });
    try {
      const fetched = await fetchFile(address, controller.signal);
      if (!fetched.ok) return setState({ is: "failed", failure: fetched.failure });
      saveFile(fetched.value);
      setState({ is: "done", name: fetched.value.name });
    } catch {
      setState({ is: "idle" });
    }
  }

  return { state, start, stop: () => running.current?.abort(), forget: () => setState({ is: "idle" }) };
}
