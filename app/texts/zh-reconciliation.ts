import type { enReconciliation } from "./en-reconciliation.ts";

export const zhReconciliation: typeof enReconciliation = {
  title: "核对",
  about:
    "店铺的消息可能在途中丢失。我们每小时把已知的内容与店铺中的内容进行核对，并把没有收到的补上，且只补一次。",
  run: "立即核对",
  begun: "核对已开始",
  failedToBegin: "无法开始核对。没有任何丢失；请一分钟后重试。",
  status: {
    never: "尚未核对",
    neverText: "第一次核对会在一分钟内自动开始。您也可以现在开始：它只会读取您的店铺。",
    underWay: "正在与店铺核对",
    progress: (done, all) => `第 ${done} 步，共 ${all} 步`,
    stuck: "您的店铺刚才没有响应。没有任何丢失：核对会自动从中断处继续。",
    good: "一切与店铺一致",
    mended: (_count, shown) => `有 ${shown} 项变更没有收到，现已补上`,
    doubtful: "店铺中有许多内容无法找到",
    when: (ago) => `${ago}核对`,
  },
  figures: {
    orders: "有变更的订单",
    customers: "新顾客",
    members: "查找的会员",
    products: "查询的商品",
    codes: "奖励优惠码",
    missed: "遗漏",
  },
  findings: {
    title: (when) => `${when}核对的结果`,
    window: (from, to) => `店铺中从 ${from} 到 ${to} 的变更。`,
    failures: (_count, shown, last) => `有 ${shown} 次尝试失败并已重试，最近一次的原因：${last}。`,
    none: "最近的核对均无遗漏。",
    noneHere: "此次核对没有遗漏。",
    columns: { what: "事项", member: "会员", points: "积分", state: "状态" },
    resource: { singular: "结果", plural: "结果" },
  },
  kinds: {
    order: (name, isNew) => (isNew === "new" ? `订单 ${name} 此前未知` : `订单 ${name} 有变更`),
    "order-deleted": (name) => `订单 ${name} 已删除`,
    customer: () => "已加入",
    "customer-merged": () => "另一位顾客已合并到此顾客",
    "customer-deleted": () => "店铺中已没有该顾客",
    "orders-not-found": (_name, gone, looked) =>
      `${looked} 笔订单中有 ${gone} 笔在店铺中找不到。没有扣减任何人的积分：请检查本应用是否仍可读取您的订单。`,
    "codes-not-found": (_name, gone, looked) =>
      `${looked} 个奖励优惠码中有 ${gone} 个在店铺中找不到。没有退回积分：请检查本应用是否仍可读取您的折扣。`,
    "code-cancelled": () => "一项奖励的优惠码在店铺中已失效：积分已退回",
    "code-alive": () => "一项已放弃的奖励的优惠码仍然有效：正在停用",
    "benefit-unknown": () => "店铺没有告知一项奖励的结果：正在查询",
    "members-not-found": (_name, gone, looked) =>
      `${looked} 位会员中有 ${gone} 位在店铺中找不到。未做任何更改：请检查本应用是否仍可读取您的顾客。`,
  },
  runs: {
    title: "历次核对",
    causes: { schedule: "每小时", installation: "安装之后", staff: "手动发起" },
    line: (when, cause) => `${when}，${cause}`,
    looked: (_count, shown) => `${shown} 笔有变更的订单`,
    missed: (count, shown) => (count === "0" ? "没有遗漏" : `遗漏 ${shown} 项`),
    stopped: "因卸载而结束",
  },
};
