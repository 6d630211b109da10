import type { enPrivacy } from "./en-privacy.ts";

export const zhPrivacy: typeof enPrivacy = {
  title: "数据与隐私",
  back: "设置",
  about: "应用保存了顾客和员工的哪些信息、保存多久，以及如何获取或删除。",
  saved: "已保存",
  requests: {
    title: "个人数据请求",
    help: "当顾客在您的店铺询问保存了他们的哪些信息时，数据会汇总到这里。请在法律规定的期限内把文件交给顾客。",
    none: "尚无人提出请求。请求从 Shopify 的顾客页面发起。",
    asked: (date) => `${date}提出。`,
    goes: (date) => `文件将于${date}删除。`,
    download: "下载文件",
    failed: "文件未能下载，请稍后再试。",
  },
  consents: {
    title: "同意情况",
    help: "会员按用途给出的同意。从未表态的会员视为未同意。商品推荐会一直展示，直到会员表示不要。",
    none: "尚无会员表态。会员会在自己的页面上被询问。",
    purpose: (purpose) =>
      purpose === "messages" ? "关于积分计划的消息" : purpose === "recommendations" ? "商品推荐" : purpose,
    given: "已同意",
    refused: "已拒绝",
    latest: "最近的表态",
    yes: "同意",
    no: "拒绝",
  },
  erasures: {
    title: "删除记录",
    help: "当 Shopify 通知删除某位顾客时，其姓名、邮箱和编号会在所有地方删除。积分以随机编号保留在账本中。",
    none: "尚未删除过任何人。",
    all: (_count, shown) => `已删除 ${shown} 人。`,
  },
  retention: {
    title: "数据保留期限",
    help: "超过期限的数据会在一天内自动删除，且无法恢复。",
    days: (shown) => `${shown} 天`,
    always: "应用安装期间一直保留",
    fields: {
      requests: { label: "为提出请求的顾客准备的文件", help: "每份文件包含一个人的全部信息。" },
      feedback: { label: "顾客留言", help: "留言者的数据被删除时，留言也会一并删除。" },
      deadLetters: { label: "无法识别的消息内容", help: "没有内容就无法重试。" },
      activity: { label: "员工操作记录", help: "其中包含员工姓名。" },
    },
  },
  kept: {
    title: "保存的个人信息",
    help: "全部存放在应用自己的数据库中。卸载应用 48 小时后，Shopify 会要求删除，我们会照办。",
    columns: { what: "内容", why: "用途", until: "保留至" },
    rows: [
      { what: "顾客的姓名、邮箱和语言", why: "便于您查找会员，并以会员的语言沟通", until: "删除时" },
      {
        what: "顾客的留言、其情绪和话题，以及员工的备注",
        why: "以便及时回复",
        until: "删除时，或上述期限届满时",
      },
      {
        what: "顾客在下单时写的备注（仅在“顾客留言”中开启后）",
        why: "以便回复不满的顾客",
        until: "删除时，或上述期限届满时",
      },
      {
        what: "其他应用凭您的密钥发送的评价与活动",
        why: "以便回复评价，并按您的规则为活动发放积分",
        until: "删除时，或上述期限届满时",
      },
      {
        what: "顾客编号、积分、等级和账本的每条记录",
        why: "积分计划本身",
        until: "编号保留至删除，去除编号的记录长期保留",
      },
      {
        what: "订单：商品行、金额和优惠码，不含姓名和地址",
        why: "用于计算积分，退款后重新计算",
        until: "删除时",
      },
      { what: "会员填写的生日", why: "生日积分", until: "删除时" },
      { what: "同意情况", why: "证明会员同意了什么", until: "删除时" },
      { what: "优惠码及发放对象", why: "确保代码有效且不会重复发放", until: "删除时" },
      {
        what: "其他积分应用的文件",
        why: "迁入数据",
        until: "导入或上传后 30 天；历史记录保留至删除",
      },
      { what: "为提出请求的顾客准备的文件", why: "转交给顾客", until: "按本页设置，最迟至删除时" },
      { what: "无法识别的店铺消息", why: "以便重试", until: "按本页设置，最迟至删除时" },
      {
        what: "员工的姓名、编号和操作",
        why: "角色与记录",
        until: "记录按本页设置，姓名在应用安装期间保留",
      },
      {
        what: "已删除顾客和订单的加密校验值",
        why: "以便识别并忽略迟到的消息",
        until: "应用安装期间",
      },
    ],
  },
};
