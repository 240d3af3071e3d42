import type { Measured, TestLimits } from "../core/schemas.ts";

const rate = (kbps: number) => `${kbps.toLocaleString("vi-VN")} kbit/s`;
const share = (permille: number) => `${(permille / 10).toLocaleString("vi-VN")} %`;

export const vi = {
  title: "Chạy thử điểm cầu",
  heading: (name: string) => `Điểm cầu ${name}`,
  back: "Điểm cầu của đơn vị",
  noneTitle: "Không có điểm cầu",
  noneText: "Ông/Bà không phụ trách điểm cầu nào của hội nghị này.",
  steps: "Chạy thử điểm cầu",
  step: { camera: "Hình", microphone: "Micro", loudspeaker: "Loa", line: "Đường truyền" },
  device: { camera: "Chọn camera", microphone: "Chọn micro", loudspeaker: "Chọn loa" },
  mark: { open: "chưa thử", good: "được", bad: "không được" },
  audible: "Nghe rõ",
  silent: "Không nghe thấy",
  loudspeakerFirst: "Bấm nghe thử loa, rồi cho biết có nghe rõ không.",
  lineFirst: "Còn phải kiểm tra đường truyền.",
  notHeard: "Chưa nghe thấy tiếng từ micro: hãy nói thử trước khi gửi.",
  send: "Gửi kết quả chạy thử",
  state: "Tình trạng điểm cầu",
  untested: "Điểm cầu chưa chạy thử",
  untestedText: "Thử hình, micro, loa và đường truyền rồi gửi kết quả về điểm cầu trung tâm.",
  outlook: {
    full: "Điểm cầu sẵn sàng",
    limited: "Dự được, có hạn chế",
    none: "Chưa dự được",
  },
  grade: { GREEN: "Đạt", AMBER: "Đạt có điều kiện", RED: "Chưa đạt" },
  tested: (time: string, count: number) => `Chạy thử lúc ${time}, lần thứ ${count}.`,
  accepted: (by: string, note: string) => `${by} kết luận: ${note}`,
  advice: {
    camera: () => "Không có hình: các điểm cầu khác chỉ thấy tên. Cắm lại camera hoặc chọn camera khác.",
    microphone: (r: Measured): string =>
      r.microphone === "DENIED"
        ? "Trình duyệt chưa cho dùng micro: bấm biểu tượng cạnh địa chỉ trang, chọn Cho phép, rồi thử lại."
        : "Không nghe thấy micro: kiểm tra nút tắt tiếng, dây cắm, hoặc chọn micro khác rồi nói thử.",
    loudspeaker: () => "Không nghe thấy loa: tăng âm lượng, kiểm tra dây cắm, hoặc chọn loa khác.",
    unreachable: () => "Không tới được máy chủ hình ảnh: nhờ bộ phận mạng mở cổng UDP, hoặc đổi sang mạng khác.",
    up: (r: Measured, l: TestLimits) =>
      `Đường lên ${rate(r.upKbps)}, cần từ ${rate(l.greenKbps)}: dùng dây mạng thay Wi-Fi, ngắt máy khác đang tải dữ liệu.`,
    down: (r: Measured, l: TestLimits) =>
      `Đường xuống ${rate(r.downKbps)}, cần từ ${rate(l.greenKbps)}: dùng dây mạng thay Wi-Fi, ngắt máy khác đang tải dữ liệu.`,
    roundTrip: (r: Measured, l: TestLimits) =>
      `Độ trễ ${r.roundTripMs} ms, cần không quá ${l.greenRoundTripMs} ms: tránh mạng 3G/4G và VPN nếu có đường khác.`,
    loss: (r: Measured, l: TestLimits) =>
      `Mất gói ${share(r.lossPermille)}, cần không quá ${share(l.greenLossPermille)}: lại gần điểm phát Wi-Fi hoặc dùng dây mạng.`,
  },
  notYet: "Hội nghị này yêu cầu chạy thử đạt mới được vào phòng. Thử lại, hoặc gọi cán bộ kỹ thuật điểm cầu trung tâm.",
  reported: (present: number, expected: number, time: string) =>
    `Đã điểm danh ${present}/${expected} người lúc ${time}.`,
  notReported: (expected: number) => `Chưa điểm danh; dự kiến ${expected} người.`,
  enter: "Vào phòng họp",
  report: "Điểm danh",
  reportAgain: "Điểm danh lại",
  elsewhere: (host: string) => `Truyền hình do ${host} tổ chức.`,
};

export type TrialText = typeof vi;
