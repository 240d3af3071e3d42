/** Texts of the way into the online room, on everyone's screen. */
export const vi = {
  enter: "Vào phòng họp trực tuyến",
  short: "Phòng họp trực tuyến",
  people: (n: number) => `${n} người trong phòng`,
};

export type RoomDoorText = typeof vi;
