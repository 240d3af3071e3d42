import { AccountMenu, LiveFrame, LiveProvider, usePart } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader } from "../../ui/index.ts";

/** First view of this role: which session, and who is present. */
export default function Chair({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="control">
      <LiveFrame>
        {view => (
          <>
            <AppHeader title={view.title} subtitle={view.bodyName}>
              <AccountMenu />
            </AppHeader>
            <main>
              <Present />
            </main>
          </>
        )}
      </LiveFrame>
    </LiveProvider>
  );
}

function Present() {
  const t = useText(common);
  const attendance = usePart("attendance");
  return (
    <ul>
      {attendance?.sittings.map(sitting => (
        <li key={sitting.sittingId}>{t.quorum.present(sitting.present, attendance.total)}</li>
      ))}
    </ul>
  );
}
