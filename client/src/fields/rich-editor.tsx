import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Placeholder } from "@tiptap/extension-placeholder";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { Bold, Italic, List, ListOrdered, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { XmlFragment } from "yjs";
import { usePlanSession } from "../sync/session.tsx";
import { renderCaret } from "./caret.ts";
import { cleanPaste } from "./clean-paste.ts";
import styles from "./rich.module.css";

/** Paragraphs, lists, bold, italic and links; the document's own history of each writer, not the editor's. */
const TEXT_ONLY = StarterKit.configure({
  undoRedo: false,
  blockquote: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  strike: false,
  trailingNode: false,
  underline: false,
  link: {
    openOnClick: false,
    protocols: ["http", "https", "mailto"],
    HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
  },
});

/** The editor of one rich field, with the carets of the others. */
export function RichEditor({
  fragment,
  labelId,
  placeholder,
}: {
  readonly fragment: XmlFragment;
  readonly labelId: string;
  readonly placeholder: string;
}): ReactNode {
  const { actor, connection } = usePlanSession();
  const editor = useEditor(
    {
      extensions: [
        TEXT_ONLY,
        Placeholder.configure({ placeholder }),
        Collaboration.configure({ fragment }),
        CollaborationCaret.configure({
          provider: { awareness: connection.awareness },
          user: { name: actor.name, color: actor.color },
          render: renderCaret,
        }),
      ],
      // The rules are in rich.module.css: the content policy of the pages takes no style elements.
      injectCSS: false,
      editorProps: {
        transformPastedHTML: cleanPaste,
        // Escape is not for the editor, which would select the paragraph: it closes the panel.
        handleDOMEvents: { keydown: (_view, event) => event.key === "Escape" },
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": labelId,
          class: styles.text ?? "",
        },
      },
    },
    [fragment, connection, placeholder],
  );
  return (
    <div className={styles.box} data-editor>
      <EditorContent editor={editor} />
      <Toolbar editor={editor} />
    </div>
  );
}

function Toolbar({ editor }: { editor: Editor }): ReactNode {
  const { t } = useTranslation();
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
    }),
  });
  const tool = (name: keyof typeof active, Icon: LucideIcon, run: () => void): ReactNode => (
    <button
      type="button"
      className={styles.tool}
      aria-label={t(`fields.editor.${name}`)}
      title={t(`fields.editor.${name}`)}
      aria-pressed={active[name]}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
  return (
    <div className={styles.toolbar}>
      {tool("bold", Bold, () => editor.chain().focus().toggleBold().run())}
      {tool("italic", Italic, () => editor.chain().focus().toggleItalic().run())}
      {tool("bulletList", List, () => editor.chain().focus().toggleBulletList().run())}
      {tool("orderedList", ListOrdered, () => editor.chain().focus().toggleOrderedList().run())}
    </div>
  );
}
