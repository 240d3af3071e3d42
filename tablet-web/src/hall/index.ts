export { AccountMenu } from "./AccountMenu.tsx";
export { type Actions, useActions } from "./actions.ts";
export { BoothsProvider } from "./booths.tsx";
export { CommandNote, type CommandState, type UseCommand, useCommand } from "./command.tsx";
export { type Follow, useFollow } from "./follow/useFollow.ts";
export { type Household, HouseholdProvider, useApi, useAuthState, useHousehold, useSignedIn } from "./household.tsx";
export { useKeptSessions } from "./kept-sessions.ts";
export { LiveFrame, LiveOfflineBar } from "./LiveFrame.tsx";
export {
  GivenLive,
  LiveProvider,
  useKeptAt,
  useLive,
  useLiveState,
  useMe,
  usePart,
  usePending,
  useSessionClock,
} from "./live.tsx";
export { NotesProvider, useNotesDelivery, useNotesDoor, useOpenNotes } from "./notes.tsx";
export { OpenVote } from "./OpenVote.tsx";
export { OpeningsProvider, useOpened, useOpenings, useOpeningsDelivery } from "./openings.tsx";
export { useOpinionDelivery } from "./opinions/deliver.ts";
export { metered, PackProvider, switchPack, usePack, usePaperFetch } from "./pack.tsx";
export { useAgenda, withOwn } from "./papers.ts";
export { usePost, usePostman, useWaitingAnswer } from "./post.tsx";
export { useOutbox, useStore, useTablet, useTabletState, useWaiting } from "./tablet.tsx";
export { fetchSigning } from "./useSigning.ts";
