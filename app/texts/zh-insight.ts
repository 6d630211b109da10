import type { enInsight } from "./en-insight.ts";

export const zhInsight: typeof enInsight = {
  title: "洞察",
  back: "洞察",
  about: "您店铺自己的订单预示着什么。每个数字都附有依据；数据不足以下结论时，会如实说明。",
  parts: {
    predictions: {
      title: "预测",
      about: "谁可能再次购买、会花多少钱、谁即将流失，以及原因。",
      some: (_, shown) => `${shown} 条预测`,
    },
    models: {
      title: "模型",
      about: "每个模型预测什么、依据什么，以及在您最近几个月的表现如何。",
      some: (_, shown) => `${shown} 个模型`,
    },
    recommendations: {
      title: "推荐",
      about: "哪些商品适合一起买、每位顾客接下来可能想要什么，并附依据。",
      some: (_, shown) => `已为 ${shown} 件商品生成推荐`,
    },
    segments: {
      title: "顾客分群",
      about: "按购买行为划分的顾客群和您自定义的顾客群，始终保持最新。",
      some: (_, shown) => `${shown} 个分群`,
    },
    feedback: {
      title: "顾客留言",
      about: "顾客写了什么，按话题和情绪归类。",
      some: (_, shown) => `${shown} 条留言`,
    },
    experiments: {
      title: "实验",
      about: "与对照组相比，一项改动究竟带来了什么。",
      some: (_, shown) => `${shown} 个实验`,
    },
    offers: {
      title: "个性化优惠",
      about: "在您的预算内为每位顾客提供合适的优惠，理由公开透明。",
      some: (_, shown) => `${shown} 项优惠`,
    },
  },
  states: {
    learned: (_, shown, ago) => `${ago}根据 ${shown} 笔订单训练。`,
    notEnough: (needed, have) => `数据还不够：需要 ${needed} 位买家，您的店铺目前有 ${have} 位。`,
    tooYoung: (needed, have) => `数据还不够：需要 ${needed} 天的订单，您的店铺目前有 ${have} 天。`,
    nothing: "暂无内容。",
  },
  training: {
    title: "训练",
    help: "所有模型每晚都会根据您店铺的订单重新训练。只需一两分钟，不会影响其他操作。",
    begin: "立即训练",
    begun: "训练已开始",
    waiting: "等待开始",
    learning: (what) => `正在训练：${what}`,
    steps: (done, steps) => `已完成 ${done}/${steps}`,
    askedBy: (name, ago) => `由${name}发起，${ago}`,
    byNight: (ago) => `自动开始，${ago}`,
    never: "还没有训练过。店铺有订单后，每晚会自动训练。",
    done: (ago) => `上次训练：${ago}。`,
    failed: (what, ago) => `部分内容未能训练（${ago}）：${what}。仍使用上一版本，今晚会再试一次。`,
    stepNames: {
      buyers: "谁会复购、谁会流失",
      recommend: "哪些商品适合一起买",
      clusters: "顾客群",
    },
  },
};
