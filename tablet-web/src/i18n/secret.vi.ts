import type { BoothState } from "../core/secret/course.ts";

type Kind = BoothState["kind"];
type Step = "CAST" | "CLOSING" | "TALLIED" | "CHECK" | "FINAL" | "VOID";

/** Where the delegate's own device is in the poll, in a sentence or two. */
const own: Record<Kind, string> = {
  opening: "Máy đang xem nội dung lượt bỏ phiếu.",
  foreign:
    "Nội dung bỏ phiếu gửi tới máy này khác với nhật ký của kỳ họp, nên máy không nhận phiếu. Hãy báo ngay Ban kiểm phiếu.",
  denied:
    "Nhật ký mà máy này chứng kiến không có đúng nội dung bỏ phiếu hoặc lượt nhận phiếu của máy, nên máy không bỏ phiếu. Hãy báo ngay Ban kiểm phiếu.",
  unpaired:
    "Đây không phải máy đã ghép để nhận phiếu của Ông/Bà. Hãy mở kỳ họp trên máy đã ghép. Nếu không có máy đó, báo thư ký ngay.",
  elsewhere:
    "Phiếu của Ông/Bà đã được nhận trên một máy khác, hoặc dữ liệu của máy này đã bị xóa. Hãy dùng máy đó. Nếu không còn, báo Ban kiểm phiếu trước khi mở hòm phiếu.",
  none: "Ông/Bà chưa nhận phiếu trước khi hòm phiếu mở, nên máy này không bỏ phiếu được. Hãy báo Ban kiểm phiếu.",
  taking: "Máy đang nhận phiếu cho Ông/Bà.",
  holding: "Máy đã nhận phiếu và giữ an toàn. Khi Ban kiểm phiếu mở hòm, phiếu tự hiện ra để Ông/Bà chọn.",
  choosing: "Hòm phiếu đã mở. Mời Ông/Bà bỏ phiếu.",
  sending: "Máy đang gửi phiếu. Máy chờ vài giây ngẫu nhiên để không ai biết ai bỏ trước, ai bỏ sau.",
  recorded: "Hòm phiếu đã xác nhận nhận được phiếu của Ông/Bà.",
  conflict:
    "Hòm phiếu đã có một phiếu khác mang dấu của máy này, nên phiếu vừa rồi không được nhận. Hãy báo ngay Ban kiểm phiếu.",
  refused: "Hòm phiếu không nhận phiếu của máy này. Hãy báo ngay Ban kiểm phiếu.",
  unanswered:
    "Hòm phiếu đã đóng trước khi máy nhận được xác nhận. Khi bảng phiếu mở, máy tự tìm và cho biết phiếu có được tính hay không.",
  missed: "Hòm phiếu đã đóng và không có phiếu nào được bỏ từ máy này. Phiếu của Ông/Bà là phiếu phát ra không thu về.",
  checked: "Máy đã đối chiếu phiếu của Ông/Bà với bảng phiếu.",
  over: "Trên máy này không còn dữ liệu nào của phiếu.",
};

/** Texts of the secret electronic ballot: delegates, tellers, desks and the big screen. */
export const vi = {
  form: "Hình thức bỏ phiếu",
  paper: "Trên giấy",
  electronic: "Trên máy tính bảng",
  electronicHint:
    "Mỗi đại biểu bỏ phiếu trên máy đã ghép của mình. Hai thành viên Ban kiểm phiếu cùng duyệt từng bước. Bất cứ lúc nào cũng có thể chuyển sang phiếu giấy.",
  kind: "Bỏ phiếu kín trên máy tính bảng",
  phase: {
    PREPARING: "Đang tạo khóa",
    ISSUE: "Đang phát phiếu",
    CAST: "Đang bỏ phiếu",
    CLOSING: "Đã đóng hòm phiếu",
    TALLIED: "Đã kiểm phiếu",
    CHECK: "Đối chiếu bảng phiếu",
    FINAL: "Đã kết thúc",
    VOID: "Đã hủy",
  },
  makingKeys: "Đang tạo khóa…",
  preparing: "Hòm phiếu đang tạo khóa cho riêng lượt này. Máy của đại biểu sẽ tự nhận phiếu.",
  own,
  title: {
    choosing: "Phiếu của Ông/Bà",
    sending: "Đang gửi phiếu",
    recorded: "Đã bỏ phiếu",
    unanswered: "Chưa có xác nhận",
    trouble: "Cần Ban kiểm phiếu",
  },
  notPresent: "Ông/Bà không có trong danh sách có mặt khi bắt đầu phát phiếu, nên không nhận phiếu ở lượt này.",
  fingerprint: "Số hiệu của lượt bỏ phiếu",
  compare: "So với màn hình lớn. Nếu khác nhau, báo ngay Ban kiểm phiếu.",
  proof: (definition: number, taken: number) =>
    `Máy đã tự kiểm trong nhật ký kỳ họp: nội dung bỏ phiếu ở mục số ${definition}, lượt nhận phiếu của Ông/Bà ở mục số ${taken}.`,
  openBallot: "Mở phiếu",
  toPapers: "Về tài liệu",
  away: (times: number) =>
    `Chưa gửi được (lần ${times}). Phiếu nằm an toàn trên máy và máy tự gửi lại; đừng tắt máy. Nếu đến khi đóng hòm vẫn chưa gửi được thì phiếu không được tính.`,
  retry: "Thử lại",
  code: (code: string) => `Mã kiểm của Ông/Bà: ${code}`,
  codeKeep: "Hãy nhớ mã này để tìm phiếu của mình trên bảng phiếu. Máy không hiện lại lựa chọn.",
  receipt: "Hòm phiếu đã ký giấy biên nhận; máy giữ đến khi đối chiếu xong.",
  sheet: {
    elect: (seats: number, lines: number) => `Đánh dấu tối đa ${seats} trong ${lines} người.`,
    each: "Mỗi dòng chọn một ô. Dòng để trống là không chọn.",
    one: "Chọn một ô.",
    chosen: (n: number, seats: number) => `Đã chọn ${n}/${seats}`,
    clear: "Bỏ chọn",
    clearOf: (name: string) => `Bỏ chọn ở dòng ${name}`,
    codeLabel: "Mã kiểm: bốn chữ số do Ông/Bà tự nghĩ ra",
    codeHint: "Mã in trên phiếu của Ông/Bà trong bảng phiếu. Đừng dùng ngày sinh hay số mà người khác đoán được.",
    codeNeed: "Hãy ghi bốn chữ số.",
    review: "Xem lại rồi bỏ phiếu",
    over: (n: number, seats: number) => `Đã chọn ${n} người, chỉ được bầu ${seats}. Bỏ như vậy là phiếu không hợp lệ.`,
    blank: "Phiếu chưa đánh dấu ai. Phiếu trống là phiếu hợp lệ, không bầu cho ai.",
    blankInvalid: "Phiếu chưa đánh dấu. Phiếu trống là phiếu không hợp lệ.",
  },
  confirm: {
    title: "Bỏ phiếu này?",
    marked: "Chọn",
    unmarked: "Không chọn",
    none: "Không có",
    invalid: "Phiếu này không hợp lệ.",
    final: "Sau khi bỏ, không sửa được nữa. Máy che lựa chọn cho đến khi bảng phiếu được công khai.",
    send: "Bỏ phiếu",
    edit: "Sửa lại",
  },
  check: {
    found: (code: string) => `Phiếu mã ${code} có trên bảng phiếu, đúng như Ông/Bà đã bỏ.`,
    altered: (code: string) => `Phiếu mã ${code} trên bảng phiếu khác với phiếu Ông/Bà đã bỏ.`,
    missing: (code: string) => `Phiếu mã ${code} không có trên bảng phiếu.`,
    missingUnsure:
      "Máy chưa từng nhận được xác nhận của hòm phiếu: có thể phiếu không tới kịp. Hãy báo Ban kiểm phiếu trước khi kết thúc đối chiếu.",
    unsound: "Bảng phiếu không đúng chữ ký của hòm phiếu, nên không dùng được.",
    report: "Hãy báo ngay Ban kiểm phiếu. Máy giữ bằng chứng để chứng minh.",
    show: "Xem phiếu của tôi",
    hide: "Che lại",
    wiped: "Máy đã xóa phiếu. Không còn gì trên máy này cho biết Ông/Bà đã chọn thế nào.",
    later: "Khi Ban kiểm phiếu kết thúc đối chiếu, máy tự xóa phiếu.",
    evidence: "Lưu bằng chứng",
    evidenceText: "Tệp bằng chứng cho người xem biết Ông/Bà đã chọn thế nào. Chỉ đưa cho người có quyền giải quyết.",
    evidenceName: "bang-chung-phieu.txt",
    forget: "Xóa phiếu khỏi máy",
    forgetText: "Sau khi xóa, không thể chứng minh phiếu đã bị sửa hay bỏ sót.",
  },
  limits: {
    open: "Phiếu kín điện tử bảo vệ điều gì?",
    title: "Phiếu kín điện tử bảo vệ điều gì, không bảo vệ điều gì",
    does: "Bảo vệ",
    doesNot: "Không bảo vệ",
    good: [
      "Máy chủ biết ai đã nhận phiếu nhưng không biết phiếu nào của ai: phiếu được đóng dấu khi còn che kín.",
      "Hòm phiếu đọc được phiếu nhưng không biết ai gửi; trạm chuyển phiếu biết máy gửi nhưng không đọc được phiếu.",
      "Không ai sửa được phiếu đã bỏ mà không bị phát hiện. Sau khi kiểm phiếu, máy của Ông/Bà tự tìm phiếu của mình trên bảng phiếu.",
      "Mỗi bước phải có hai thành viên Ban kiểm phiếu cùng duyệt; riêng máy chủ không mở được hòm.",
      "Ai cũng có thể kiểm phiếu lại. Kết thúc, hòm phiếu hủy khóa và máy xóa phiếu.",
    ],
    bad: [
      "Người quản trị máy chủ và người quản trị hòm phiếu cùng thông đồng, hoặc ứng dụng trên máy bị sửa, thì có thể biết ai chọn gì.",
      "Người ngồi cạnh nhìn vào màn hình, hay chính đại biểu cho người khác xem: hệ thống không ngăn được.",
      "Khi mọi người chọn như nhau, hoặc rất ít người bỏ phiếu, kết quả tự nói lên từng người.",
      "Mạng bị cắt hay quá tải: phiếu có thể không tới được. Khi đó Ban kiểm phiếu chuyển sang phiếu giấy.",
      "Máy hỏng sau khi nhận phiếu: trước khi mở hòm thì phát lại cho cả hội trường; sau đó là phiếu phát ra không thu về.",
    ],
  },
  committee: {
    role: "Ông/Bà ở trong Ban kiểm phiếu",
    open: "Việc của Ban kiểm phiếu",
    present: "Có mặt",
    taken: "Đã nhận phiếu",
    stored: "Máy đã giữ",
    cast: "Đã bỏ phiếu",
    castHint: "Chỉ là con số, cập nhật mỗi 5 giây. Không nơi nào ghi ai đã bỏ phiếu.",
    missing: (n: number) => `Chưa nhận phiếu (${n})`,
    takers: (n: number) => `Đã nhận phiếu (${n})`,
    all: "Mọi đại biểu có mặt đã nhận phiếu.",
    twoPersons: "Mỗi bước cần hai thành viên Ban kiểm phiếu cùng duyệt trên máy của mình.",
    approvedBy: (names: string) => `Đã duyệt: ${names}. Cần thêm một thành viên.`,
    youApproved: "Ông/Bà đã duyệt bước này. Đang chờ một thành viên khác.",
    following: "Hai thành viên đã duyệt. Hòm phiếu đang thực hiện…",
    unpaired: "Máy này không phải máy đã ghép của Ông/Bà nên không duyệt được. Hãy dùng máy đã ghép.",
    unreachable: "Chưa liên lạc được với hòm phiếu.",
    trouble: (words: string) => `Hòm phiếu chưa thực hiện được: ${words} Máy chủ đang thử lại.`,
    approve: {
      CAST: "Duyệt mở hòm phiếu",
      CLOSING: "Duyệt đóng hòm phiếu",
      TALLIED: "Duyệt kiểm phiếu",
      CHECK: "Duyệt công khai bảng phiếu",
      FINAL: "Duyệt kết thúc và hủy khóa",
      VOID: "Duyệt hủy lượt bỏ phiếu",
    } satisfies Record<Step, string>,
    what: {
      CAST: (issued: number) =>
        `Đã phát ${issued} phiếu. Từ lúc này không ai nhận thêm phiếu: khóa phát phiếu bị hủy. Đại biểu bắt đầu bỏ phiếu.`,
      CLOSING: (issued: number) =>
        `Đã phát ${issued} phiếu. Hòm không nhận phiếu mới nữa; phiếu chưa tới là phiếu phát ra không thu về.`,
      TALLIED: (issued: number) => `Hòm phiếu được mở và kiểm. Số phiếu thu về không được quá ${issued} phiếu phát ra.`,
      CHECK: (issued: number) =>
        `Kết quả và bảng phiếu hiện với mọi người. Máy của ${issued} đại biểu tự tìm phiếu của mình.`,
      FINAL: (issued: number) =>
        `Kết thúc đối chiếu ${issued} phiếu. Khóa và dữ liệu của hòm phiếu bị hủy vĩnh viễn; sau đó chủ tọa công bố.`,
      VOID: (issued: number) =>
        `Hủy cả ${issued} phiếu đã phát. Khóa và phiếu trong hòm bị hủy vĩnh viễn; lượt này không có kết quả.`,
    } satisfies Record<Step, (issued: number) => string>,
    notAll: (n: number) => `Còn ${n} đại biểu chưa nhận phiếu; họ sẽ không bỏ phiếu được.`,
    voidBox: "Lượt bỏ phiếu đã hủy. Còn cần hai thành viên duyệt để hòm phiếu hủy khóa và phiếu trong hòm.",
    giveUp: "Hủy lượt bỏ phiếu điện tử",
    done: "Không còn việc gì của Ban kiểm phiếu ở lượt này.",
    preparing: "Hòm phiếu đang tạo khóa. Chưa có việc gì phải duyệt.",
    declare: "Hòm phiếu đã hủy khóa. Chờ chủ tọa công bố kết quả.",
  },
  troubles: {
    "issuer:no-box": "không liên lạc được với hòm phiếu.",
    "issuer:box-refused": "hòm phiếu từ chối bước này.",
    "issuer:not-paired": "có đại biểu chưa ghép máy.",
    other: "có lỗi.",
  },
  desk: {
    issueText: (present: number) =>
      `Danh sách ${present} đại biểu có mặt và quy tắc tính kết quả được giữ cố định từ lúc này. Máy của đại biểu tự nhận phiếu; Ban kiểm phiếu duyệt các bước tiếp theo.`,
    ready: (n: number, all: number) => `Máy đã ghép của đại biểu có mặt: ${n}/${all}`,
    unready: (names: string) => `Chưa ghép máy: ${names}.`,
    unreadyHint: "Hãy ghép máy cho những người này, hoặc bỏ phiếu trên giấy.",
    tooFew: (least: number) => `Cần ít nhất ${least} đại biểu có mặt để bỏ phiếu kín trên máy.`,
    waitsFor: {
      PREPARING: "Hòm phiếu đang tạo khóa cho lượt này.",
      ISSUE: "Máy của đại biểu đang nhận phiếu. Ban kiểm phiếu duyệt mở hòm khi đủ.",
      CAST: "Đại biểu đang bỏ phiếu. Ban kiểm phiếu duyệt đóng hòm khi mọi người đã bỏ.",
      CLOSING: "Hòm đã đóng. Ban kiểm phiếu duyệt kiểm phiếu.",
      TALLIED: "Đã có kết quả, chưa công khai. Ban kiểm phiếu duyệt công khai bảng phiếu.",
      CHECK: "Đại biểu đang đối chiếu phiếu của mình. Ban kiểm phiếu duyệt kết thúc.",
      FINAL: "Hòm phiếu đã hủy khóa. Có thể công bố kết quả.",
      VOID: "Hòm phiếu đã hủy khóa và phiếu.",
    },
    toPaper: "Chuyển sang phiếu giấy",
    toPaperText:
      "Lượt điện tử bị hủy ngay, không ai bỏ phiếu được nữa. Một lượt trên giấy với cùng nội dung và cùng Ban kiểm phiếu được chuẩn bị sẵn.",
    toPaperReason: "Lý do chuyển",
    preparePaper: "Chuẩn bị lượt trên giấy",
    board: "Tải bảng phiếu và chương trình kiểm (ZIP)",
    boardName: "bang-phieu.zip",
    root: "Dấu của bảng phiếu",
    boxNotOver: "Hòm phiếu chưa hủy khóa: Ban kiểm phiếu còn phải duyệt hủy.",
  },
  wall: {
    kicker: (n: string) => `Nội dung ${n} · Bỏ phiếu kín trên máy tính bảng`,
    compare: "Số trên máy của đại biểu phải giống số này",
    taken: "máy đã nhận phiếu",
    cast: "phiếu đã vào hòm",
    closed: "Đã đóng hòm phiếu. Ban kiểm phiếu đang làm việc.",
    check: "Máy của đại biểu đang đối chiếu phiếu với bảng phiếu.",
    root: (root: string) => `Dấu của bảng phiếu: ${root}`,
  },
};

export type SecretText = typeof vi;
