import type { EventType, SessionEvent } from "../core/events.ts";
import { clockTime, exactTime, localDate } from "../core/format.ts";
import type { Choice, Microphones } from "../core/schemas.ts";
import { vi as common } from "./common.vi.ts";

/** What ids are called; an id that nobody knows any more is named by its sort. */
export interface JournalNames {
  person(id: string): string;
  item(id: string): string;
  paper(id: string): string;
  vote(id: string): string;
  poll(id: string): string;
  sitting(id: string): string;
  point(id: string): string;
}
export type DataOf<T extends EventType> = Extract<SessionEvent, { type: T }>["data"];
/** One sentence per event type: a type without one does not compile. */
export type Sentences = { [T in EventType]: (data: DataOf<T>, names: JournalNames) => string };

const because = (reason: string | undefined) => (reason ? `. Lý do: ${reason}` : "");

const sources = { MICROPHONE: "micro", CAMERA: "camera", SCREEN: "chia sẻ màn hình" };
const held = (hold: boolean) => (hold ? " và giữ tắt" : "");
const microphoneWords = {
  FREE: "mọi người tự bật micro",
  FLOOR: "chỉ người được mời phát biểu bật micro",
  CALLED: "chỉ những người được mời bật micro",
};
const roomSettings = (lobby: boolean, microphones: Microphones) =>
  `${lobby ? "có" : "không có"} phòng chờ, ${microphoneWords[microphones]}`;

const entryEnd = {
  TAKEN_BACK: "đã rút lại",
  OWN_BALLOT: "đại biểu đã tự biểu quyết",
  VOTE_CLOSED: "biểu quyết kết thúc trước khi được xác nhận",
};
/** Nothing of a choice before its vote is counted. */
const chosen = (choice: Choice | undefined) => (choice ? `: ${common.choice[choice].toLowerCase()}` : "");

const grades = { GREEN: "đạt", AMBER: "đạt có điều kiện", RED: "chưa đạt" };

const phases = {
  PREPARING: "Tạo khóa",
  ISSUE: "Phát phiếu",
  CAST: "Bỏ phiếu",
  CLOSING: "Đóng hòm phiếu",
  TALLIED: "Mở hòm, kiểm phiếu",
  CHECK: "Đại biểu đối chiếu phiếu",
  FINAL: "Kết thúc, hủy khóa",
  VOID: "Hủy phiếu và khóa",
};

const layouts = {
  STAGE: () => "một hình lớn",
  STAGE_PAPER: () => "hình và tài liệu",
  DIALOGUE: () => "hai người đối thoại",
  GRID: () => "dạng lưới",
  ROTATION: (seconds: number) => `lần lượt từng người, mỗi người ${seconds} giây`,
};
const shown = ({ kind, persons, seconds = 0 }: DataOf<"stage.aired">["layout"], n: JournalNames) =>
  [layouts[kind](seconds), persons.map(n.person).join(", ")].filter(Boolean).join(" – ");

const sentences: Sentences = {
  "session.prepared": d => `Lập kỳ họp “${d.title}” với ${d.members.length} đại biểu`,
  "session.renamed": d => `Đổi tên kỳ họp thành “${d.title}”`,
  "session.rules-taken": d => `Áp dụng quy tắc biểu quyết phiên bản ${d.rules.version}: ${d.rules.citation}`,
  "session.published": () => "Công bố kỳ họp cho đại biểu",
  "session.ended": () => "Kết thúc kỳ họp",
  "sitting.planned": d => `Lập phiên họp “${d.title}”, ${clockTime(d.startsAt)} ngày ${localDate(d.date)}`,
  "sitting.changed": d => `Sửa phiên họp “${d.title}”, ${clockTime(d.startsAt)} ngày ${localDate(d.date)}`,
  "sitting.dropped": (d, n) => `Bỏ phiên họp “${n.sitting(d.sittingId)}”`,
  "sitting.ended": (d, n) => `Kết thúc phiên họp “${n.sitting(d.sittingId)}”`,
  "sitting.opened": (d, n) =>
    `Khai mạc phiên họp “${n.sitting(d.sittingId)}”: có mặt ${d.present}, cần ${d.needed}${because(d.overrideReason)}`,
  "attendance.acknowledged": (d, n) => `${n.person(d.personId)} đã mở giấy mời và tài liệu`,
  "attendance.answered": (d, n) =>
    `${n.person(d.personId)} trả lời phiên “${n.sitting(d.sittingId)}”: ${common.answer[d.answer]}${because(d.reason)}`,
  "attendance.roll-call-opened": (d, n) => `Mở điểm danh phiên “${n.sitting(d.sittingId)}”`,
  "attendance.code-renewed": (d, n) => `Đổi mã điểm danh phiên “${n.sitting(d.sittingId)}”`,
  "attendance.checked-in": (d, n) =>
    `${n.person(d.personId)} báo có mặt${d.method === "QR" ? " bằng mã QR" : " bằng nút bấm"}`,
  "attendance.marked": (d, n) =>
    `Ghi ${n.person(d.personId)}: ${common.presence[d.presence].toLowerCase()}${because(d.reason)}`,
  "attendance.substitute-sent": (d, n) =>
    `${d.substitute.name} dự thay ${d.substitute.insteadOfName} tại phiên “${n.sitting(d.sittingId)}”`,
  "attendance.substitute-recalled": (d, n) =>
    `Không còn người dự thay ${n.person(d.personId)} tại phiên “${n.sitting(d.sittingId)}”`,
  "attendance.approved": (d, n) =>
    `Chốt điểm danh phiên “${n.sitting(d.sittingId)}”: xác nhận thêm ${d.present.length} đại biểu có mặt`,
  "agenda.item-added": d => `Thêm nội dung “${d.title}”${d.hidden ? " (đang ẩn)" : ""}`,
  "agenda.item-edited": d => `Sửa nội dung “${d.title}”${d.hidden ? " (đang ẩn)" : ""}`,
  "agenda.item-moved": (d, n) =>
    `Chuyển “${n.item(d.itemId)}” đến vị trí ${d.index + 1}${d.parentId ? ` trong “${n.item(d.parentId)}”` : ""}`,
  "agenda.item-removed": (d, n) => `Xóa nội dung “${n.item(d.itemId)}”`,
  "agenda.item-opened": (d, n) => `Chuyển sang nội dung “${n.item(d.itemId)}”`,
  "agenda.item-closed": (d, n) => `Kết thúc nội dung “${n.item(d.itemId)}”`,
  "agenda.paper-attached": (d, n) =>
    `Thêm tài liệu “${d.title}”${d.number ? ` số ${d.number}` : ""} (${d.pages} trang) vào “${n.item(d.itemId)}”`,
  "agenda.paper-moved": (d, n) => `Chuyển tài liệu “${n.paper(d.paperId)}” sang “${n.item(d.itemId)}”`,
  "agenda.paper-renamed": d => `Sửa tài liệu “${d.title}”${d.number ? ` số ${d.number}` : ""}`,
  "agenda.paper-detached": (d, n) => `Gỡ tài liệu “${n.paper(d.paperId)}”`,
  "agenda.paper-replaced": (d, n) =>
    `Thay tài liệu “${n.paper(d.paperId)}” bằng phiên bản ${d.version} (${d.pages} trang)`,
  "agenda.paper-restricted": (d, n) => `Quy định người được xem tài liệu “${n.paper(d.paperId)}”`,
  "agenda.paper-recalled": (d, n) => `Thu hồi tài liệu “${n.paper(d.paperId)}”. Lý do: ${d.reason}`,
  "agenda.paper-restored": (d, n) => `Phát hành lại tài liệu “${n.paper(d.paperId)}”`,
  "agenda.windows-turned": (d, n) =>
    [
      ...d.opened.map(id => `Đến giờ xem tài liệu “${n.paper(id)}”`),
      ...d.closed.map(id => `Hết giờ xem tài liệu “${n.paper(id)}”`),
    ].join(". "),
  "floor.hand-raised": (d, n) => `${n.person(d.personId)} đăng ký phát biểu`,
  "floor.hand-lowered": (d, n) => `${n.person(d.personId)} rời danh sách đăng ký phát biểu`,
  "floor.speech-ended": (d, n) => `${n.person(d.personId)} kết thúc phát biểu`,
  "floor.queue-moved": (d, n) => `Chuyển ${n.person(d.personId)} đến thứ tự ${d.index + 1} trong danh sách phát biểu`,
  "floor.granted": (d, n) => `Mời ${n.person(d.personId)} phát biểu đến ${exactTime(d.until)}`,
  "floor.speech-extended": (d, n) => `Thêm giờ cho ${n.person(d.personId)} đến ${exactTime(d.until)}`,
  "voting.prepared": (d, n) => `Chuẩn bị biểu quyết “${d.title}” cho nội dung “${n.item(d.itemId)}”`,
  "voting.dropped": (d, n) => `Bỏ biểu quyết “${n.vote(d.voteId)}”`,
  "voting.withdrawn": (d, n) => `Rút, không biểu quyết “${n.vote(d.voteId)}”${because(d.reason)}`,
  "voting.entered": (d, n) =>
    `${d.clerkName} ghi hộ phiếu của ${n.person(d.personId)}${chosen(d.choice)}, “${n.vote(d.voteId)}”; chờ người thứ hai xác nhận${because(d.reason)}`,
  "voting.countersigned": (d, n) =>
    `${d.countersignerName} xác nhận phiếu ${d.clerkName} ghi hộ ${n.person(d.personId)}${chosen(d.choice)}, “${n.vote(d.voteId)}”${because(d.reason)}`,
  "voting.entry-ended": (d, n) =>
    `Phiếu ghi hộ của ${n.person(d.personId)} không được tính, “${n.vote(d.voteId)}”: ${entryEnd[d.why]}`,
  "voting.opened": (d, n) =>
    `Mở biểu quyết “${n.vote(d.voteId)}” cho ${d.eligible.length} ${d.units ? "đơn vị" : "đại biểu"}${because(d.overrideReason)}`,
  "voting.ballot-cast": (d, n) => `${n.person(d.personId)} biểu quyết “${n.vote(d.voteId)}”${chosen(d.choice)}`,
  "voting.closed": (d, n) =>
    `Đóng biểu quyết “${n.vote(d.voteId)}”: tán thành ${d.forCount}, không tán thành ${d.againstCount}, không biểu quyết ${d.abstainCount}, không gửi phiếu ${d.notVoted}; ${common.result[d.outcome].toLowerCase()}`,
  "voting.declared": (d, n) => `Công bố kết quả biểu quyết “${n.vote(d.voteId)}”`,
  "voting.held": (d, n) => `Tạm dừng biểu quyết “${n.vote(d.voteId)}”${because(d.reason)}`,
  "voting.resumed": (d, n) => `Tiếp tục biểu quyết “${n.vote(d.voteId)}”`,
  "voting.voided": (d, n) => `Hủy kết quả biểu quyết “${n.vote(d.voteId)}”${because(d.reason)}`,
  "ballot.prepared": (d, n) => `Chuẩn bị bỏ phiếu kín “${d.sheet.title}” cho nội dung “${n.item(d.itemId)}”`,
  "ballot.sheet-edited": d => `Sửa phiếu “${d.sheet.title}”`,
  "ballot.dropped": (d, n) => `Bỏ lượt bỏ phiếu “${n.poll(d.pollId)}”`,
  "ballot.tellers-named": (d, n) =>
    `Lập Ban kiểm phiếu “${n.poll(d.pollId)}”: ${d.tellers.people.map(n.person).join(", ")}; trưởng ban ${n.person(d.tellers.head)}`,
  "ballot.issue-opened": (d, n) =>
    `Bắt đầu phát phiếu “${n.poll(d.pollId)}” cho ${d.eligible.length} đại biểu có mặt${because(d.overrideReason)}`,
  "ballot.issued": (d, n) =>
    `Phát ${d.handed.issued} phiếu “${n.poll(d.pollId)}”, đổi ${d.handed.spoiled} phiếu hỏng; bắt đầu bỏ phiếu`,
  "ballot.box-closed": (d, n) => `Đóng hòm phiếu “${n.poll(d.pollId)}”, bắt đầu kiểm phiếu`,
  "ballot.count-keyed": (d, n) =>
    `${n.person(d.personId)} nhập kết quả kiểm phiếu “${n.poll(d.pollId)}”, lần ${d.round}`,
  "ballot.mismatched": (d, n) => `Hai bản kiểm phiếu “${n.poll(d.pollId)}” lệch nhau ở ${d.places.length} ô; nhập lại`,
  "ballot.counted": (d, n) =>
    `Hai bản kiểm phiếu “${n.poll(d.pollId)}” khớp nhau (${d.keyedBy.map(n.person).join(", ")}): thu về ${d.count.collected}, hợp lệ ${d.count.valid}, không hợp lệ ${d.count.invalid}`,
  "ballot.declared": (d, n) => `Công bố kết quả bỏ phiếu “${n.poll(d.pollId)}”`,
  "ballot.voided": (d, n) => `Hủy lượt bỏ phiếu “${n.poll(d.pollId)}”${because(d.reason)}`,
  "ballot.defined": (d, n) =>
    `Cố định nội dung bỏ phiếu kín điện tử “${n.poll(d.pollId)}”, mã ${d.hash.slice(0, 12)}…, ${d.electorate.length} đại biểu được nhận phiếu`,
  "ballot.taken": (d, n) => `${n.person(d.personId)} nhận phiếu kín điện tử “${n.poll(d.pollId)}”`,
  "ballot.stored": (d, n) => `Máy của ${n.person(d.personId)} đã giữ chắc phiếu “${n.poll(d.pollId)}”`,
  "ballot.approved": (d, n) =>
    `${n.person(d.personId)} duyệt bước “${phases[d.to]}” của “${n.poll(d.pollId)}”, đã phát ${d.issued} phiếu`,
  "ballot.moved": (d, n) => `Hòm phiếu kín điện tử “${n.poll(d.pollId)}”: ${phases[d.phase].toLowerCase()}`,
  "ballot.tallied": (d, n) =>
    `Mở hòm phiếu kín điện tử “${n.poll(d.pollId)}” (${d.approvedBy.map(n.person).join(", ")} duyệt): ${d.count.collected} phiếu, hợp lệ ${d.count.valid}, không hợp lệ ${d.count.invalid}; gốc ${d.root}`,
  "ballot.troubled": (d, n) =>
    d.trouble
      ? `Hòm phiếu kín điện tử “${n.poll(d.pollId)}” gặp trở ngại (${d.trouble})`
      : `Hòm phiếu kín điện tử “${n.poll(d.pollId)}” hoạt động lại`,
  "screen.shown": (d, n) =>
    `Ghim màn hình lớn: ${scenes[d.scene].toLowerCase()}${d.voteId ? ` “${n.vote(d.voteId)}”` : ""}${d.pollId ? ` “${n.poll(d.pollId)}”` : ""}`,
  "screen.automatic": () => "Cho màn hình lớn tự chuyển cảnh",
  "room.opened": d => `Mở phòng họp trực tuyến (${roomSettings(d.lobby, d.microphones)})`,
  "room.changed": d => `Đổi cách vào phòng họp trực tuyến (${roomSettings(d.lobby, d.microphones)})`,
  "room.closed": () => "Đóng phòng họp trực tuyến",
  "room.locked": () => "Khóa phòng họp trực tuyến",
  "room.unlocked": () => "Mở khóa phòng họp trực tuyến",
  "room.broadcast-started": () => "Bắt đầu phát trực tiếp phòng họp cho người xem",
  "room.broadcast-stopped": () => "Dừng phát trực tiếp phòng họp",
  "room.joined": d => `${d.name} vào phòng họp trực tuyến${d.as === "KIOSK" ? " (điểm cầu)" : ""}`,
  "room.knocked": d => `${d.name} xin vào phòng họp trực tuyến${d.as === "KIOSK" ? " (điểm cầu)" : ""}`,
  "room.left": (d, n) => `${n.person(d.personId)} ${d.lost ? "mất kết nối với" : "rời"} phòng họp trực tuyến`,
  "room.turned-away": (d, n) => `Không cho ${n.person(d.personId)} vào phòng họp trực tuyến`,
  "room.removed": (d, n) => `Mời ${n.person(d.personId)} ra khỏi phòng họp trực tuyến`,
  "room.muted": (d, n) => `Tắt ${sources[d.source]} của ${n.person(d.personId)}${held(d.hold)}`,
  "room.all-muted": d => `Tắt ${sources[d.source]} của ${d.persons.length} người${held(d.hold)}`,
  "room.unmuted": (d, n) => `Cho bật lại ${sources[d.source]} của ${n.person(d.personId)}`,
  "room.staged": (d, n) =>
    d.personId ? `Đưa ${n.person(d.personId)} lên khung hình chính` : "Cho khung hình chính tự chuyển theo người nói",
  "room.said": d => `${d.name} nhắn: “${d.text}”`,
  "room.unsaid": () => "Gỡ một tin nhắn",
  "stage.previewed": (d, n) => `Chuẩn bị bố cục hình: ${shown(d.layout, n)}`,
  "stage.aired": (d, n) => `Cho lên hình bố cục: ${shown(d.layout, n)}`,
  "stage.freed": () => "Thôi bố cục chung, mỗi người tự chọn cách xem",
  "stage.called": (d, n) => `Mời thêm ${n.person(d.personId)} nói`,
  "stage.dismissed": (d, n) => `Thôi mời ${n.person(d.personId)} nói`,
  "stage.struck": () => "Kết thúc phần lên hình của phòng họp",
  "recording.started": () => "Bắt đầu ghi hình phòng họp trực tuyến",
  "recording.paused": () => "Tạm dừng ghi hình",
  "recording.resumed": () => "Tiếp tục ghi hình",
  "recording.stopped": () => "Kết thúc ghi hình",
  "follow.started": (d, n) => `${d.name} trình chiếu “${n.paper(d.paperId)}” từ trang ${d.page}`,
  "follow.turned": d => `Chuyển trình chiếu sang trang ${d.page}`,
  "follow.stopped": () => "Dừng trình chiếu tài liệu",
  "point.invited": d =>
    d.points.length === 1
      ? `Mời điểm cầu ${d.points[0]?.name}`
      : `Mời ${d.points.length} điểm cầu: ${d.points.map(one => one.name).join(", ")}`,
  "point.withdrawn": (d, n) => `Rút giấy mời điểm cầu ${n.point(d.pointId)}`,
  "point.assigned": (d, n) =>
    `Điểm cầu ${n.point(d.pointId)}: ${d.technician.name} phụ trách kỹ thuật, dự kiến ${d.expected} người dự`,
  "point.refused": (d, n) => `Điểm cầu ${n.point(d.pointId)} không tham gia. Lý do: ${d.reason}`,
  "point.tested": (d, n) =>
    `Điểm cầu ${n.point(d.pointId)} chạy thử: ${grades[d.grade]} (lên ${d.result.upKbps} kbit/s, xuống ${d.result.downKbps} kbit/s, trễ ${d.result.roundTripMs} ms)`,
  "point.accepted": (d, n) => `${d.name} kết luận điểm cầu ${n.point(d.pointId)}: ${grades[d.grade]}. ${d.note}`,
  "point.noted": (d, n) => `${d.name} ghi chú điểm cầu ${n.point(d.pointId)}: ${d.text}`,
  "point.reported": (d, n) =>
    `Điểm cầu ${n.point(d.pointId)} báo có mặt ${d.present} người${d.late ? " (muộn)" : ""}${d.leaders.length > 0 ? `; lãnh đạo: ${d.leaders.join(", ")}` : ""}`,
  "point.lines-measured": d => `Ghi chất lượng đường truyền của ${d.lines.length} điểm cầu`,
  "point.test-required": d =>
    d.on ? "Yêu cầu điểm cầu chạy thử đạt mới được vào phòng họp" : "Không bắt buộc điểm cầu chạy thử",
  "point.host-set": d =>
    d.external ? `Hội nghị truyền hình do ${d.external.host} tổ chức` : "Tổ chức hội nghị truyền hình tại đây",
  "checkpoint.signed": d => `Ký mốc kiểm chứng cho ${d.checkpoint.size} mục đầu của nhật ký`,
};

const scenes = {
  IDLE: "Màn hình chờ",
  AGENDA: "Chương trình",
  ROLL_CALL: "Điểm danh",
  ITEM: "Nội dung hiện tại",
  SPEAKER: "Người phát biểu",
  VOTE: "Đang biểu quyết",
  RESULT: "Kết quả biểu quyết",
  POLL: "Bỏ phiếu kín",
};

/** Texts of the session's journal. */
export const vi = {
  title: "Nhật ký kỳ họp",
  intro: "Mọi việc đã ghi nhận, theo đúng thứ tự, không sửa và không xóa được. Biên bản được lập từ nhật ký này.",
  filter: "Lọc theo",
  parts: {
    all: "Tất cả",
    session: "Kỳ họp, phiên họp",
    attendance: "Điểm danh",
    agenda: "Chương trình",
    floor: "Phát biểu",
    voting: "Biểu quyết",
    ballot: "Bỏ phiếu kín",
    follow: "Trình chiếu tài liệu",
    screen: "Màn hình lớn",
    room: "Phòng họp trực tuyến",
    stage: "Lên hình",
    point: "Điểm cầu",
    checkpoint: "Mốc kiểm chứng",
  },
  find: "Tìm trong nhật ký",
  columns: { seq: "Số", at: "Thời điểm", by: "Người thực hiện", what: "Việc" },
  older: "Xem cũ hơn",
  export: "Xuất nhật ký (.zip)",
  exportName: (session: string) => `nhat-ky-${session}.zip`,
  exportText: "Tệp xuất ra tự kiểm chứng được mà không cần máy chủ.",
  signed: (size: number) => `${size} mục đầu đã được ký; máy của đại biểu giữ các mốc này.`,
  unsigned: "Chưa có mốc kiểm chứng.",
  refresh: "Cập nhật",
  count: (shown: number, last: number) => `${shown} trong ${last} mục`,
  emptyTitle: "Không có mục nào",
  emptyText: "Mỗi việc được ghi nhận trong kỳ họp sẽ thêm một mục ở đây.",
  emptyFilter: "Không có mục nào khớp với điều kiện lọc.",
  unreadable: (type: string) => `Mục thuộc loại ${type}, phiên bản ứng dụng này chưa đọc được`,
  system: "Hệ thống",
  unknown: {
    person: "một đại biểu",
    item: "nội dung đã xóa",
    paper: "tài liệu đã gỡ",
    vote: "lượt biểu quyết đã bỏ",
    poll: "lượt bỏ phiếu đã bỏ",
    point: "điểm cầu đã rút",
    sitting: "phiên họp đã bỏ",
  },
  scenes,
  sentences,
};

export type JournalText = typeof vi;
