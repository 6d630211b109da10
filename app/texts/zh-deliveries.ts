import type { enDeliveries } from "./en-deliveries.ts";

export const zhDeliveries: typeof enDeliveries = {
  title: "店铺消息",
  about: "您的店铺会把每笔订单、退款和每位顾客告知本应用。每条消息都会保留到处理完毕为止。",
  tabs: {
    all: "全部",
    waiting: (count) => `等待中（${count}）`,
    dead: (count) => `无法处理（${count}）`,
  },
  resource: { singular: "消息", plural: "消息" },
  columns: {
    topic: "主题",
    received: "收到时间",
    state: "状态",
    attempts: "尝试次数",
    repeats: "重复收到",
    reason: "原因",
  },
  states: { waiting: "等待中", done: "已处理", dead: "无法处理" },
  repeats: (count) => (count === 0 ? "" : `${count} 次`),
  empty: {
    all: { heading: "还没有消息", text: "店铺中一有动静就会收到消息：订单、新顾客或退款。" },
    waiting: { heading: "没有等待的消息", text: "店铺的所有消息都已处理。" },
    dead: { heading: "没有无法处理的消息", text: "店铺发来的所有消息都已理解并处理。" },
  },
  retryAll: (_count, shown) => `重试 ${shown} 条无法处理的消息`,
  retryAllTitle: "要重试所有无法处理的消息吗？",
  retryAllText: "每条消息都会按发来的内容重新读取并重新排队。无论重试多少次，积分只记一次。",
  retry: "重试",
  retryTitle: "要重试这条消息吗？",
  retryText: "它会按发来的内容重新读取并重新排队。无论重试多少次，积分只记一次。",
  retried: (waiting) => (waiting === 1 ? "已重新排队" : `${waiting} 条消息已重新排队`),
  stillDead: (count) =>
    count === 1
      ? "仍然无法理解这条消息。更新应用可能有帮助；发来的内容会保留。"
      : `其中 ${count} 条仍然无法理解。更新应用可能有帮助；发来的内容会保留。`,
  gone: "没有可重试的消息：在此期间都已处理。",
  page: {
    back: "店铺消息",
    deadBanner: "这条消息无法处理",
    waitingBanner: (when) => `上次尝试失败。下次尝试：${when}。`,
    facts: "信息",
    webhookId: "消息编号",
    eventId: "事件编号",
    triggered: "店铺发送时间",
    received: "收到时间",
    done: "处理时间",
    attempts: "尝试次数",
    repeats: "重复收到",
    never: "从未",
    body: "发来的内容",
    noBody: "只有无法理解的消息才会保留其内容。",
  },
};
