/** Texts of the journal's witness. */
export const vi = {
  title: "Chứng kiến nhật ký kỳ họp",
  intro:
    "Máy này giữ lại các mốc kiểm chứng mà máy chủ đã ký trong lúc họp. Nếu sau đó có ai sửa, thêm hoặc bớt một dòng của nhật ký, kể cả người quản trị, máy này sẽ phát hiện.",
  none: "Chưa có mốc nào. Mốc đầu tiên được ký khi có lượt biểu quyết hoặc sau 50 mục nhật ký.",
  sound: "Nhật ký khớp với mọi mốc mà máy này đã giữ.",
  size: "Số mục",
  root: "Mã gốc",
  key: "Khóa của máy chủ",
  at: "Kiểm lúc",
  copy: "Sao chép mốc",
  copied: "Đã sao chép mốc kiểm chứng.",
  compare: "So với mốc ghi trong biên bản, hoặc dán vào trang kiểm chứng đi kèm nhật ký đã xuất.",
  alarm: "Nhật ký kỳ họp không khớp với mốc mà máy này đã giữ.",
  details: "Chi tiết",
  brokenText: "Hãy báo thư ký và chủ tọa, và lưu bằng chứng: trong đó có hai mốc do máy chủ ký, không thể cùng đúng.",
  evidence: "Lưu bằng chứng",
  evidenceName: (session: string) => `bang-chung-${session}.json`,
  why: {
    changed: "Một dòng trong phần đã chứng kiến đã bị thay đổi.",
    shorter: "Phần cuối của nhật ký đã chứng kiến không còn nữa.",
    "other-key": "Mốc mới được ký bằng một khóa khác.",
    signature: "Chữ ký của mốc mới không đúng.",
  },
};
