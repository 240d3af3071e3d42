/** Texts of the chair's desk. */
export const vi = {
  sessions: "Danh sách kỳ họp",
  status: {
    label: "Tình hình phiên họp",
    running: "Đã họp",
    planned: (when: string) => `Khai mạc ${when}`,
    none: "Không còn phiên họp nào",
    quorumBar: (present: number, checked: number, total: number) =>
      `Có mặt ${present}, chờ chốt ${checked}, tổng số ${total} đại biểu`,
    checkedIn: (n: number) => `${n} chờ chốt`,
  },
  item: {
    current: (number: string) => `Nội dung ${number}`,
    none: "Chưa có nội dung nào được mở",
    noneNow: "Không có nội dung nào đang mở",
    noneText: "Mở nội dung ở khung bên khi sẵn sàng.",
    endedText: "Mọi nội dung của kỳ họp đã khép lại.",
    beforeText: "Chương trình bắt đầu khi phiên họp khai mạc.",
    presenter: (name: string) => `Trình bày: ${name}`,
    running: "Thời gian của nội dung",
    planned: (minutes: number) => `dự kiến ${minutes} phút`,
    choose: "Chương trình",
    drawer: "Chọn nội dung",
    open: (number: string) => `Mở nội dung ${number}`,
    pick: "Chọn một nội dung để mở",
    isCurrent: "Nội dung này đang được bàn",
    voteOpen: "Đang biểu quyết, chưa chuyển nội dung được",
  },
  floor: {
    title: "Phát biểu",
    queue: (n: number) => `Đăng ký phát biểu (${n})`,
    empty: "Chưa có ai đăng ký phát biểu",
    grant: "Mời",
    grantTo: (name: string) => `Mời ${name} phát biểu`,
    more: (name: string) => `Thao tác với ${name}`,
    toTop: "Đưa lên đầu",
    toEnd: "Chuyển xuống cuối",
    remove: "Xóa khỏi danh sách",
    other: "Mời người khác",
    otherTitle: "Mời đại biểu phát biểu",
    search: "Tìm theo tên, tổ hoặc chức vụ",
    nobody: "Không có đại biểu có mặt nào phù hợp",
    found: (n: number) => `${n} đại biểu có mặt`,
  },
  vote: {
    title: "Đang biểu quyết",
    elapsed: "Đã mở",
    cast: (cast: number, eligible: number) => `${cast}/${eligible} đại biểu đã gửi phiếu`,
    everyone: "Tất cả đã gửi phiếu",
    missing: (n: number) => `Còn ${n} đại biểu chưa gửi phiếu`,
    secret: "Số phiếu theo từng phương án chỉ hiện sau khi đóng biểu quyết.",
    result: "Kết quả, chưa công bố",
    resultHint: "Chỉ chủ tọa và thư ký thấy kết quả này cho đến khi công bố.",
    declared: (time: string) => `Đã công bố lúc ${time}`,
    own: "Phiếu của tôi",
  },
  checkIn: {
    title: "Điểm danh của tôi",
    button: "Tôi có mặt",
    recorded: "Đã ghi nhận có mặt, chờ thư ký chốt danh sách",
  },
  step: {
    heading: "Bước tiếp theo",
    others: "Thao tác khác",
    offline: "Cần có mạng để thực hiện",
    wait: {
      publication: "Chờ thư ký công bố kỳ họp",
      sitting: "Chờ thư ký xếp lịch phiên họp",
      approval: "Chờ thư ký chốt điểm danh",
      vote: "Chờ thư ký chuẩn bị biểu quyết",
    },
    waitText: {
      publication: "Kỳ họp còn là bản nháp, đại biểu chưa nhìn thấy.",
      sitting: "Kỳ họp chưa có phiên họp nào.",
      vote: "Nội dung này thông qua nghị quyết nhưng chưa có biểu quyết nào được chuẩn bị.",
    },
    approvalText: (checked: number, total: number) => `${checked}/${total} đại biểu đã báo có mặt.`,
    rollCall: "Mở điểm danh",
    rollCallText: (sitting: string, when: string) =>
      `${sitting}, ${when}. Đại biểu báo có mặt bằng nút bấm hoặc mã QR trên màn hình lớn.`,
    openSitting: "Khai mạc phiên họp",
    openSittingText: (sitting: string, present: number, total: number) =>
      `${sitting}: có mặt ${present}/${total} đại biểu, đủ điều kiện tiến hành.`,
    overrideSitting: "Khai mạc khi chưa đủ điều kiện",
    overrideSittingText: (present: number, needed: number) =>
      `Mới có ${present} đại biểu có mặt, cần ${needed}. Chờ thêm đại biểu, hoặc khai mạc và ghi rõ lý do.`,
    firstItem: (number: string) => `Mở nội dung ${number}`,
    nextItem: (number: string) => `Sang nội dung ${number}`,
    grant: (name: string) => `Mời ${name}`,
    grantText: (title: string, waiting: number) =>
      waiting > 1 ? `${title}. Còn ${waiting - 1} đại biểu chờ phát biểu.` : `${title}.`,
    skip: (name: string) => `Để ${name} sau`,
    endSpeech: "Kết thúc phát biểu",
    endSpeechText: (name: string) => `${name} đang phát biểu.`,
    extend: "Thêm 1 phút",
    openVote: "Mở biểu quyết",
    overrideVote: "Mở biểu quyết khi chưa đủ điều kiện",
    overrideVoteText: (present: number, needed: number) =>
      `Chỉ còn ${present} đại biểu có mặt, cần ${needed}. Chờ đại biểu trở lại, hoặc mở và ghi rõ lý do.`,
    closeVote: "Đóng biểu quyết",
    declare: "Công bố kết quả",
    declareText: "Kết quả hiện trên màn hình lớn và máy của mọi đại biểu.",
    voidVote: "Hủy lượt biểu quyết",
    endSitting: "Kết thúc phiên họp",
    endSittingText: "Mọi nội dung của phiên họp đã xong.",
    endSession: "Kết thúc kỳ họp",
    endSessionText: "Tất cả phiên họp đã kết thúc.",
    finished: "Kỳ họp đã kết thúc",
    finishedText: "Biên bản do thư ký lập từ nhật ký kỳ họp.",
  },
  confirm: {
    openSitting: "Khai mạc phiên họp?",
    openSittingText: (present: number, total: number) =>
      `Thời điểm khai mạc và số đại biểu có mặt (${present}/${total}) được ghi vào nhật ký và biên bản. Việc này không hoàn tác được.`,
    overrideSitting: "Khai mạc khi chưa đủ điều kiện?",
    overrideSittingText: (present: number, needed: number, total: number) =>
      `Hiện ghi nhận ${present}/${total} đại biểu có mặt, quy chế yêu cầu ${needed}. Chủ tọa chịu trách nhiệm về việc khai mạc; lý do được ghi vào nhật ký và biên bản, không sửa được.`,
    notApproved: "Thư ký chưa chốt điểm danh.",
    openVote: "Mở biểu quyết?",
    openVoteText: (present: number) =>
      `${present} đại biểu đang có mặt được biểu quyết. Danh sách này chốt ngay khi mở, người đến sau không biểu quyết lượt này.`,
    openVoteRule: (rule: string, needed: number, base: number) =>
      `Thông qua khi ${rule} tán thành: ít nhất ${needed}/${base}.`,
    overrideVote: "Mở biểu quyết khi chưa đủ điều kiện?",
    overrideVoteText: (present: number, needed: number) =>
      `Chỉ có ${present} đại biểu có mặt, quy chế yêu cầu ${needed}. Kết quả có thể bị khiếu nại; lý do được ghi vào nhật ký, biên bản và hiện cùng kết quả.`,
    closeVote: "Đóng biểu quyết?",
    closeVoteText: (cast: number, eligible: number) =>
      `Đã có ${cast}/${eligible} phiếu. Còn ${eligible - cast} đại biểu chưa gửi sẽ được tính là không gửi phiếu. Đóng rồi thì không mở lại được.`,
    voidVote: "Hủy lượt biểu quyết?",
    voidVoteText:
      "Mọi phiếu của lượt này mất hiệu lực và không khôi phục được. Muốn biểu quyết lại, thư ký phải chuẩn bị lượt mới. Lý do được ghi vào biên bản.",
    endSitting: "Kết thúc phiên họp?",
    endSittingText:
      "Phát biểu đang diễn ra dừng lại, danh sách đăng ký bị xóa, nội dung hiện tại đóng. Phiên họp không mở lại được.",
    endSittingLeft: (n: number) => `Còn ${n} nội dung của phiên họp chưa được mở.`,
    endSession: "Kết thúc kỳ họp?",
    endSessionText:
      "Sau khi kết thúc, không ai thay đổi được chương trình, điểm danh hay biểu quyết của kỳ họp. Việc này không hoàn tác được.",
    reason: "Lý do",
    reasonHint: "Từ 3 đến 500 ký tự",
    reasonShort: "Ghi rõ lý do, ít nhất 3 ký tự.",
  },
};

export type ChairText = typeof vi;
