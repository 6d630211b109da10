import type { enRecommend } from "./en-recommend.ts";

export const zhRecommend: typeof enRecommend = {
  title: "推荐",
  about:
    "根据您自己的订单，了解哪些商品适合搭配，以及每位顾客接下来可能想要什么。每条推荐都说明理由，所用数字您都可以核对。",
  empty: {
    heading: "还没有可推荐的内容",
    text: "读取商品并有了首批订单后，您会在这里看到哪些商品适合搭配。相似的商品从第一天起就会展示。请点击“立即训练”开始。",
  },
  preview: {
    title: "从顾客的角度看",
    customer: "某位顾客",
    customerHelp: "电子邮件地址、顾客编号，或该顾客在 Shopify 中的页面地址",
    show: "查看",
    product: "某个商品页面",
    choose: "选择商品",
    off: "推荐已关闭：顾客看不到任何推荐。",
    nothing: "还没有可查看的商品。",
    unknown: (who: string) => `找不到“${who}”。请检查拼写，或从列表中选择。`,
    beside: (name: string) => `${name} 旁边`,
    forMember: (name: string) => `给 ${name}`,
    without: "不展示",
    withoutHelp:
      "这位顾客在对照组中，或在实验中属于不展示的一方，在您的店铺里看不到任何个性化内容。以下是他们本会看到的内容。",
    noneBeside: "这个商品旁边没有可展示的内容：没有可购买的商品与它搭配或相似。",
    noneForMember: "还没有可展示给这位顾客的内容。",
    lists: {
      beside: "适合搭配",
      due: "该再买了",
      again: "再次购买",
      fresh: "从未买过",
      reachable: "积分可换",
    },
  },
  evidence: {
    people: (both: string, of: string, title: string) =>
      `购买过 ${title} 的 ${of} 人中，有 ${both} 人也买了它`,
    orders: (both: string, of: string, title: string) =>
      `含有 ${title} 的 ${of} 笔订单中，有 ${both} 笔也含有它`,
    again: (_count: string, times: string, day: string) => `在 ${times} 天买过，最近一次是 ${day}`,
    due: (days: string, last: string, due: string) =>
      `大约每 ${days} 天一次：最近一次 ${last}，下次约 ${due}`,
    popular: (_count: string, buyers: string, days: string) => `最近 ${days} 天有 ${buyers} 人购买`,
    similar: (title: string, shares: string) =>
      shares === "" ? `与 ${title} 相似` : `与 ${title} 相似：相同的${shares}`,
    shares: {
      type: "类型",
      vendor: "厂商",
      words: "名称用词",
      collection: "产品系列",
      price: "价格区间",
    },
    reachable: (points: string, available: string, reward: string) =>
      `用奖励“${reward}”只需 ${points} 积分，顾客现有 ${available} 积分`,
    newHere: (day: string) => `${day} 起的新品`,
    pinned: "由您置顶",
  },
  rules: {
    title: "您的规则",
    help: "规则优先于模型得出的一切。缺货、未发布的商品和礼品卡绝不会被推荐。",
    saved: "规则已保存。顾客看到的内容正在重新计算。",
    on: "推荐商品",
    onHelp: "关闭后，任何地方都不再推荐。",
    choose: "选择商品",
    pinned: "始终排在最前",
    pinnedHelp: "这些商品按此顺序排在每个商品旁边以及顾客新品列表的最前面。",
    excluded: "绝不推荐",
    excludedHelp: "排除某个商品，或某一类型、标签、产品系列、厂商的全部商品。",
    exclude: "排除",
    boosted: "更多或更少",
    boostedHelp: "让某些商品比自然情况下更多或更少地展示。",
    factor: "程度",
    times: (factor: string) => `${factor} 倍`,
    weigh: "添加",
    what: "对象",
    which: "哪个",
    by: {
      product: "商品",
      tag: "标签",
      collection: "产品系列",
      type: "类型",
      vendor: "厂商",
    },
    namingNothing: (list: string) => `您店铺中没有商品带有这些内容，因此不起作用：${list}。请检查拼写。`,
    subject: (by: string, value: string) => `${by}：${value}`,
    boost: (subject: string, factor: string) => `${subject} × ${factor}`,
    diversity: "同一商品类型最多",
    diversityHelp: "避免一个列表里全是同类商品。没有其他选择时会展示更多。",
    anyNumber: "不限",
    mostOf: (_count: string, shown: string) => `每个列表 ${shown} 个`,
    margin: "利润的权重",
    marginHelp: (known: string, all: string) =>
      `为 0% 时只看顾客想要什么。${all} 个商品中有 ${known} 个已知成本；其余按平均值计算。`,
    noCost: "Shopify 中还没有商品填写成本（商品页面的“每件成本”），因此利润无法计入。",
  },
  figures: {
    title: "在您店里的效果",
    never: "还没有训练过。",
    basis: (orders: string, buyers: string, products: string) =>
      `根据 ${buyers} 位顾客的 ${orders} 笔订单训练，涉及 ${products} 个商品。`,
    notEnough: "数据还不足以学习排序",
    notEnoughHelp: (returning: string, baskets: string) =>
      `需要 ${returning} 位回头客，或 ${baskets} 笔含两个以上商品的订单。在此之前，会展示一起购买的、相似的和畅销的商品，并附上同样的依据。`,
    names: {
      again: "他们再次购买了什么",
      new: "从未买过的商品",
      basket: "购物车里缺了什么",
    },
    noBetter: {
      again: "目前并不优于把同样的商品按销量排序。不同的只是顺序：展示的始终是顾客自己买过的商品。",
      new: "目前并不优于畅销商品。畅销商品预测更准时，会改为展示畅销商品。",
      basket:
        "目前并不优于畅销商品。畅销商品明显更好时，会改为展示畅销商品；单个商品旁仍展示与之搭配的商品。",
    },
    means: {
      again: "留出：每位顾客的最后一次购物。100% 表示再次购买的商品始终排在最前，0% 表示从未进入前十。",
      new: "同上，针对他们从未买过的商品，共展示十个。",
      basket: "留出：最近每笔订单中的一个商品。100% 表示它总在展示的十个商品之中。",
    },
    catalogue: (shown: string, sold: string) => `${sold} 个商品中，目前有 ${shown} 个可以推荐。`,
  },
  outcome: {
    title: "顾客的反应",
    nothing: "最近 90 天您的店铺里没有展示过推荐。请把推荐区块添加到您的模板中。",
    notCounted:
      "区块已在您的模板中，但最近 90 天没有统计到任何数据。展示和点击由应用的像素统计，且仅限允许分析的顾客：请检查像素是否已连接（Shopify 设置 → 客户事件），以及您的 Cookie 横幅是否征求同意。购买无需像素也会统计。",
    shown: "展示",
    clicked: "点击",
    bought: "购买",
    notForMe: "“不适合我”",
    lowered: "因展示后无人问津而降低",
    loweredBy: (title: string, shown: string, bought: string) =>
      `${title}：展示 ${shown} 次，购买 ${bought} 次`,
    help: "为最近 90 天的数字。无人问津会降低商品的排位；在这里被购买绝不会提升它，因为该订单已计入您的订单。",
  },
};
