import type { enRedemptions } from "./en-redemptions.ts";

export const zhRedemptions: typeof enRedemptions = {
  title: "奖励",
  none: "还没有兑换记录。",
  states: {
    making: "生成中",
    ready: "优惠码已备好",
    waiting: "待交付",
    granted: "已发放",
    used: "已使用",
    returned: "已退回",
    "not-made": "未能生成",
  },
  line: (points, date) => `${points}，${date}`,
  code: (code) => `优惠码 ${code}`,
  codeUntil: (code, date) => `优惠码 ${code}，有效至 ${date}`,
  storeSaid: (reason) => `店铺返回：${reason}`,
  cancel: {
    button: "退回积分",
    title: "要退回积分吗？",
    text: (points) => `${points} 将重新可用，优惠码随之失效。`,
    done: "积分已退回",
  },
  granted: {
    button: "已交付",
    title: "奖励已经交付了吗？",
    text: (points) => `${points} 将被正式扣除。`,
    done: "奖励已交付",
  },
  tooLate:
    "该奖励在此期间已被使用或发放，或正在处理中。" +
    "只要有订单使用了它的优惠码，就只能通过取消该订单来退回。未做任何更改。",
};
