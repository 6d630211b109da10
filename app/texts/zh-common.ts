import type { enCommon } from "./en-common.ts";

export const zhCommon: typeof enCommon = {
  nav: {
    home: "首页",
    members: "会员",
    programme: "积分计划",
    rewards: "奖励",
    analytics: "分析",
    insight: "洞察",
    operations: "运行状况",
    stores: "店铺",
    settings: "设置",
  },
  points: (_count, shown) => `${shown} 积分`,
  common: {
    cancel: "取消",
    none: "无",
    newer: "较新",
    older: "较早",
    next: "下一页",
    previous: "上一页",
    loading: "正在加载",
    customer: (id) => `顾客 ${id}`,
    erasedCustomer: "已删除的顾客",
    staff: (id) => `员工 ${id}`,
  },
  errors: {
    notFound: {
      title: "未找到",
      member: "您的店铺中没有此编号的会员。可能已被删除，或网址有误。",
      delivery: "没有此编号的消息。应要求删除某人的资料时，相关消息也会一并删除。",
      programme: "此店铺还没有积分计划。请关闭应用后重新打开：启动时会自动创建。",
      feedback: "这个网址没有留言。可能已被删除，或者留言者要求删除其数据。",
      draft: "此网址没有草稿。它可能已发布或已放弃。",
      version: "没有此编号的版本。",
      page: "此网址没有页面。",
      back: "返回首页",
    },
    noShop: {
      title: "应用尚未在此店铺设置完成",
      text: "安装应用时无法读取您店铺的信息。请关闭应用后重新打开。如果仍然显示此消息，请卸载后重新安装：不会丢失任何内容。",
    },
    failed: {
      title: "无法显示此页面",
      text: "我们这边出了问题。您的积分和设置没有变化。请一分钟后重试。",
      retry: "重试",
    },
    outside: {
      open: {
        title: "请在 Shopify 后台打开 Perennial",
        text: "在这里无法得知您管理的是哪家店铺。",
        help: "请在店铺后台进入“应用”，选择 Perennial。",
      },
      nowhere: {
        title: "此地址没有页面",
        text: "页面可能已移动，或地址输入有误。",
        help: "请在店铺后台打开 Perennial：进入“应用”，选择 Perennial。",
      },
      failed: {
        title: "无法显示此页面",
        text: "我们这边出了问题，没有更改任何内容。",
        help: "请稍后再试。请在店铺后台打开 Perennial：进入“应用”，选择 Perennial。",
      },
    },
    offline: "暂时无法连接应用。您输入的内容仍在，已提交的内容会自动重新发送。",
  },
};
