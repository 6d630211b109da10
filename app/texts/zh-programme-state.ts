import type { enProgrammeState } from "./en-programme-state.ts";

const codes = (count: string, shown: string) => (count === "0" ? "" : `已发出的 ${shown} 项奖励仍然有效。`);

export const zhProgrammeState: typeof enProgrammeState = {
  badge: { running: "运行中", paused: "已暂停", archived: "已归档" },
  sentence: {
    running: "订单可获得积分，会员可以兑换。",
    paused: (since) => `自 ${since} 起暂停：订单不获得积分，也无法兑换。会员保留已有的一切，积分不会过期。`,
    archived: (since) => `自 ${since} 起归档：店铺不再显示任何相关内容。会员及其积分账本均保留，可以导出。`,
  },
  scheduled: (start) => `计划于 ${start} 开始的版本保留其日期，并同样保持停止，直到您恢复计划。`,
  pause: {
    action: "暂停",
    title: "要暂停计划吗？",
    text: (count, shown) =>
      `从现在起，订单不获得积分，也无法兑换。会员保留已有的一切，待生效的积分仍会变为可用，积分不会过期，等级不会降低。${codes(count, shown)}店铺会说明计划已暂停。您可以随时恢复。`,
    confirm: "立即暂停",
    done: "计划已暂停",
  },
  resume: {
    action: "恢复",
    title: "要恢复计划吗？",
    text: (since) =>
      `从现在起，订单重新获得积分，奖励可以再次兑换。自 ${since} 以来的订单仍然没有积分。每个到期日都会按暂停的时长顺延，等级将在午夜重新计算。`,
    confirm: "立即恢复",
    done: "计划已重新运行",
  },
  archive: {
    action: "归档",
    title: "要归档计划吗？",
    text: (count, shown) =>
      `计划到此结束：订单不获得积分，无法兑换，特权和积分将从店铺消失。${codes(count, shown)}会员、他们的积分和整个账本均保留，可以导出。您可以通过恢复计划或还原某个版本将其重新启用。`,
    confirm: "立即归档",
    done: "计划已归档",
  },
  ends: {
    paused: "计划目前**已暂停**，发布此版本会恢复计划：从其开始之时起，订单可获得积分，奖励可以兑换。",
    archived: "计划目前**已归档**，发布此版本会重新启用计划：从其开始之时起，订单可获得积分，奖励可以兑换。",
  },
  unchanged: "已经是这个状态。",
  overtaken: "期间有人保存了更新的计划版本，因此未作任何更改。请查看当前内容后再试一次。",
  noProgramme: "目前还没有生效的计划，因此没有可暂停的内容。",
  failed: "暂时无法访问您的计划。未作任何更改，请稍后再试。",
};
