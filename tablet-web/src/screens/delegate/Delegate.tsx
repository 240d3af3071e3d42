import { AccountMenu, LiveFrame, LiveProvider } from "../../hall/index.ts";
import { AppHeader } from "../../ui/index.ts";

export default function Delegate({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="delegate">
      <LiveFrame>
        {view => (
          <AppHeader title={view.title} subtitle={view.bodyName}>
            <AccountMenu />
          </AppHeader>
        )}
      </LiveFrame>
    </LiveProvider>
  );
}
