export { AccountMenu } from "./AccountMenu.tsx";
export { type Actions, useActions } from "./actions.ts";
export { CommandNote, type CommandState, type UseCommand, useCommand } from "./command.tsx";
export { type Household, HouseholdProvider, useApi, useAuthState, useHousehold, useSignedIn } from "./household.tsx";
export { LiveFrame, LiveOfflineBar } from "./LiveFrame.tsx";
export {
  GivenLive,
  LiveProvider,
  useLive,
  useLiveState,
  useMe,
  usePart,
  usePending,
  useSessionClock,
} from "./live.tsx";
export { OpenVote } from "./OpenVote.tsx";
export { useOutbox, useStore, useTablet, useTabletState, useWaiting } from "./tablet.tsx";
