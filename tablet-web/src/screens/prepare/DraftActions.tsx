import { useRef, useState } from "react";
import { unwrap } from "../../core/api.ts";
import type { DraftView } from "../../core/schemas.ts";
import { EditDraft } from "../../features/drafts/EditDraft.tsx";
import { acceptedFiles } from "../../features/papers/kind.ts";
import { useDraftMove, useDraftWork } from "../../hall/drafts.ts";
import { useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { Button, ConfirmDialog, Menu } from "../../ui/index.ts";

/** What a preparer may do with a draft where it stands. */
export function DraftActions({
  draft,
  one,
  onFile,
}: {
  draft: DraftView;
  /** Whether no others are ready to be submitted with it. */
  one: boolean;
  onFile: (file: File) => void;
}) {
  const t = useText(preparation);
  const move = useDraftMove();
  const { run, busy } = useDraftWork();
  if (draft.state === "SUBMITTED") {
    return (
      <Button
        icon="undo"
        aria-label={`${t.takeBack}: ${draft.title}`}
        busy={busy !== undefined}
        onClick={() => void run("move", () => move(draft, "TAKE_BACK"), t.takenBack)}
      >
        {t.takeBack}
      </Button>
    );
  }
  return draft.state === "DRAFT" || draft.state === "REJECTED" ? (
    <InWork draft={draft} one={one} onFile={onFile} />
  ) : null;
}

function InWork({ draft, one, onFile }: { draft: DraftView; one: boolean; onFile: (file: File) => void }) {
  const t = useText(preparation);
  const api = useApi();
  const move = useDraftMove();
  const { run, busy } = useDraftWork();
  const input = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<"edit" | "drop">();
  const params = { path: { sessionId: draft.sessionId, draftId: draft.draftId } };
  const close = () => setDialog(undefined);
  const drop = () =>
    run(
      "drop",
      () =>
        unwrap(
          api.DELETE("/api/sessions/{sessionId}/drafts/{draftId}", {
            params: { ...params, query: { revision: draft.revision } },
          }),
        ),
      t.dropped,
    );
  return (
    <>
      <Button
        tone={one ? "primary" : "quiet"}
        icon="send"
        aria-label={`${t.submit}: ${draft.title}`}
        busy={busy === "move"}
        disabled={draft.issuer === undefined}
        title={draft.issuer === undefined ? t.issuerNeeded : undefined}
        onClick={() => void run("move", () => move(draft, "SUBMIT"), t.submitted)}
      >
        {t.submit}
      </Button>
      <Menu
        label={t.more(draft.title)}
        entries={[
          { id: "edit", label: t.edit, icon: "edit", onSelect: () => setDialog("edit") },
          { id: "replace", label: t.replace, icon: "upload", onSelect: () => input.current?.click() },
          { id: "drop", label: t.drop, icon: "trash", danger: true, onSelect: () => setDialog("drop") },
        ]}
      />
      <input
        ref={input}
        type="file"
        accept={acceptedFiles}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={event => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      {dialog === "edit" && (
        <EditDraft
          draft={draft}
          busy={busy === "edit"}
          onClose={close}
          onSave={facts =>
            void run(
              "edit",
              () =>
                unwrap(
                  api.PATCH("/api/sessions/{sessionId}/drafts/{draftId}", {
                    params,
                    body: { revision: draft.revision, ...facts },
                  }),
                ),
              t.saved,
            ).then(done => done && close())
          }
        />
      )}
      {dialog === "drop" && (
        <ConfirmDialog
          title={t.dropTitle}
          action={t.drop}
          busy={busy === "drop"}
          onClose={close}
          onConfirm={() => void drop().then(done => done && close())}
        >
          <p>{t.dropText(draft.title)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
