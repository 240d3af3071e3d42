export { VoteSheet, type VoteSheetProps } from "./VoteSheet.tsx";
