import { LiveProvider } from "../../hall/index.ts";
import { Chair } from "./Chair.tsx";

export default function ChairScreen({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="control">
      <Chair />
    </LiveProvider>
  );
}
