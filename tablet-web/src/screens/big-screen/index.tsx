import { AutoScreen } from "./AutoScreen.tsx";
import { BigScreen } from "./BigScreen.tsx";

/** The hall's wall: of a given session, or of whichever runs. */
export default function BigScreenPage({ session }: { session?: string }) {
  return session === undefined ? <AutoScreen /> : <BigScreen session={session} />;
}
