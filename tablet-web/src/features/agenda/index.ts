export { AgendaList, type AgendaListProps, NumberRail } from "./AgendaList.tsx";
