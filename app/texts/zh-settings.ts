import type { enSettings } from "./en-settings.ts";

export const zhSettings: typeof enSettings = {
  title: "设置",
  saved: "设置已保存",
  overtaken: (name, when) =>
    `${name} 已在${when}保存了其他设置，您的更改未保存。请重新加载页面查看，然后再次更改。`,
  reload: "重新加载",
  faults: {
    points: "请填写 0 或以上的整数；留空表示不限。",
    money: (example) => `请填写金额，例如 ${example}；留空表示不提醒。`,
  },
  shop: {
    title: "您的店铺",
    name: "名称",
    domain: "网址",
    currency: "货币",
    timezone: "时区",
    installed: "应用安装时间",
    help: "这些信息来自 Shopify，请在 Shopify 中更改。",
  },
  access: {
    title: "角色与限额",
    help: "由店主分配角色。没有单独角色的人员使用默认角色。",
    staff: "分配角色",
    defaultRole: "默认角色",
    defaultHelp: "适用于尚未获得角色就打开应用的员工。",
    till: "没有单独角色的员工可在收银台兑换",
    tillHelp: "有角色的人员，除只读外均可兑换。每次兑换都会记入员工日志。",
    each: (role) => `${role}：每次调整的积分上限`,
    day: (role) => `${role}：每天的积分上限`,
    limitHelp: "增加、扣减以及过期后退还的积分同样计入。赠送的奖励按其所需积分计入。留空表示不限。",
  },
  liability: {
    title: "积分负债",
    limit: "超过此金额时提醒",
    help: "当会员持有的积分价值超过此金额时，首页会提醒您。留空表示不提醒。",
  },
  notifications: {
    title: "通知",
    text: "需要您决定的事项会立即显示在首页。应用不会向您或员工发送电子邮件。",
  },
  stores: {
    title: "多家店铺",
    text: "从这里管理其他店铺，或让代理机构管理此店铺。",
    open: "打开店铺",
  },
  apps: {
    title: "其他应用",
    text: "其他应用用来发送评价与活动的密钥。",
    open: "打开密钥",
  },
  privacy: {
    title: "数据与隐私",
    text: "保存了哪些个人信息、保存多久，以及谁同意了什么。",
    open: "打开数据与隐私",
  },
  roles: {
    title: "各角色的权限",
    owner: "全部权限。Shopify 账户所有者始终是店主。",
    manager: "除分配角色、设置限额、为其他应用创建密钥和删除会员以外的全部权限。",
    support: "查看全部内容，在限额内调整积分，逐个协助会员。",
    "read-only": "查看全部内容，不能更改。",
  },
  staff: {
    title: "员工",
    back: "设置",
    about: "打开过此应用的人员都列在这里。谁可以打开应用由 Shopify 的“设置 > 用户”决定。",
    since: "首次打开",
    roleOf: (name) => `${name} 的角色`,
    byDefault: (role) => `默认（${role}）`,
    accountOwner: "账户所有者",
    you: "您",
    givenBy: (name, when) => `由 ${name} 于 ${when} 分配`,
    givenAtInstallation: "安装后首个打开应用的人员",
    noName: "Shopify 尚未提供姓名",
    given: (name, role) => `${name} 现在的角色：${role}`,
    refused: {
      "account-owner": "Shopify 账户所有者在这里始终是店主。",
      yourself: "您不能更改自己的角色，可由其他店主更改。",
      unknown: "找不到此人员，请重新加载页面。",
    },
  },
};
