import { LiveFrame, LiveProvider } from "../../../hall/index.ts";
import { DevicesProvider } from "../../../hall/room/call.tsx";
import { Trial } from "./Trial.tsx";

/** The own point of a conference, for who looks after it. */
export default function OwnTrial({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="guest">
      <LiveFrame>
        {view => (
          <DevicesProvider>
            <Trial session={view} />
          </DevicesProvider>
        )}
      </LiveFrame>
    </LiveProvider>
  );
}
