import type { enAccess } from "./en-access.ts";

export const zhAccess: typeof enAccess = {
  title: "其他应用的密钥",
  back: "设置",
  about:
    "其他应用（例如评价应用）可以凭密钥把评价和会员的活动告诉 Perennial。评价进入顾客留言；活动按您的计划规则获得积分，每项只计一次。",
  make: "创建密钥",
  name: "应用",
  nameHelp: "您在这里对它的称呼。应用发送的编号按此名称记录：同一应用的新密钥请用同一名称。",
  mayTitle: "允许发送",
  may: { reviews: "评价", activities: "活动" },
  mayHelp: {
    reviews: "与情绪和话题一起显示在顾客留言中。",
    activities: "计划中有相应规则时获得积分。",
  },
  makeIt: "创建密钥",
  faults: { name: "请填写应用名称，最多 60 个字符。", may: "请至少选择一项。" },
  tooMany: "已有 20 个密钥。请撤销一个不用的密钥。",
  madeBefore: "该密钥刚刚已创建，无法再次显示。请撤销它并创建新的密钥。",
  madeTitle: (name) => `${name} 的密钥`,
  madeText: "请立即复制并交给该应用。密钥不会保存在这里，之后无法再次显示。",
  key: "密钥",
  ending: (ending) => `末尾为 ${ending}`,
  made: (date, name) => `${date}由 ${name} 创建`,
  used: (ago) => `上次使用：${ago}`,
  unused: "尚未使用",
  withdrawn: (date) => `已于${date}撤销`,
  withdraw: "撤销",
  withdrawTitle: (name) => `撤销 ${name} 的密钥？`,
  withdrawText: "撤销后该应用无法再发送任何内容，已发送的内容保留。此操作无法恢复，但可以创建新密钥。",
  withdrawnNow: "密钥已撤销",
  none: {
    heading: "还没有其他应用接入",
    text: "创建密钥并连同手册中的地址交给应用。此后它的评价会与顾客的其他留言一起等待回复。",
  },
};
