/** Why a file is not taken in; each has its own sentence among the problems of HTTP. */
export const FILE_REFUSALS = [
  "file-too-large",
  "file-unreadable",
  "file-unsafe",
  "file-old-excel",
  "file-pdf",
  "file-document",
  "file-other-sheet",
  "file-web-page",
  "file-mail",
  "file-picture",
  "file-packed",
  "file-unknown",
  "file-too-new",
  "file-too-many-rows",
  "file-too-heavy",
  "file-empty",
] as const;
export type FileRefusalCode = (typeof FILE_REFUSALS)[number];

/** Thrown while a file is read; caught at the border of the process that reads it. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  readonly code: FileRefusalCode;

  /** `reason` is for logs and developers, without anything from the file. */
  constructor(code: FileRefusalCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
