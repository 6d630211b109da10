import type { enChecklist } from "./en-checklist.ts";

export const zhChecklist: typeof enChecklist = {
  title: "设置您的积分计划",
  progress: (done, of) => `已完成 ${done} / ${of}`,
  all: "全部设置完成。凡是购买的顾客都能获得积分。",
  states: { done: "已完成", open: "待办", unknown: "未知" },
  unknown: "您的店铺刚才没有响应。请一分钟后再打开此页面。",
  steps: {
    programme: {
      title: "选择顾客如何获得积分",
      text: "自安装应用以来，一个简单的计划已在计算积分。请选择您自己的计划并发布。",
      action: "选择计划",
    },
    blocks: {
      title: "在模板中显示积分",
      text: "在模板页面添加积分区块，例如积分面板：顾客可以在那里看到自己的积分。",
      action: "添加区块",
    },
    embed: {
      title: "开启积分悬浮按钮",
      text: "每个页面上的小按钮，点击即可打开顾客的积分。它是模板的应用嵌入。",
      action: "开启",
    },
    order: {
      title: "确认第一笔订单",
      text: "下一笔测试订单，或等待顾客下单：这表明店铺的消息可以送达。",
      action: "查看会员",
    },
    reward: {
      title: "有可兑换的奖励",
      text: "一旦有会员的积分足够兑换最便宜的奖励，就可以在您的店铺兑换。",
      action: "查看奖励",
    },
  },
  pastOrders: {
    title: "为过去的订单补发积分",
    optional: "可选",
    text: "安装应用之前的订单不会获得积分，除非您同意。您会先看到成本。",
    action: "查看过去的订单",
  },
};
