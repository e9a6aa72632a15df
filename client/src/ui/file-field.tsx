import { FileUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import styles from "./file-field.module.css";

/** A place to choose a file, or to drop one on. The browser's own control speaks the browser's language; this one speaks the page's. */
export function FileField({
  label,
  help,
  accept,
  disabled = false,
  onChoose,
}: {
  readonly label: string;
  readonly help?: string | undefined;
  /** Endings, as in the attribute of that name. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onChoose: (file: File) => void;
}): ReactNode {
  const [name, setName] = useState<string | null>(null);
  return (
    <label className={styles.area}>
      <input
        className={styles.input}
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file === undefined) return;
          setName(file.name);
          onChoose(file);
        }}
      />
      <FileUp size={20} aria-hidden />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {name !== null && <span className={styles.name}>{name}</span>}
        {help !== undefined && <span className={styles.help}>{help}</span>}
      </span>
    </label>
  );
}
