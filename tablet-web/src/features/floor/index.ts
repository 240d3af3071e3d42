export { QueueList } from "./QueueList.tsx";
export { SpeakerCard } from "./SpeakerCard.tsx";
