import type { enModels } from "./en-models.ts";

export const zhModels: typeof enModels = {
  title: "模型",
  about:
    "每个模型预测什么、从哪些数据学习，以及在您店铺最近几个月会有多准。数据不会离开您的店铺，也不使用其他店铺的数据。",
  never: "尚未训练。",
  notEnough: "数据不足",
  noFigures: "可留作检验的数据太少，无法说明有多准。",
  trained: (ago, version) => `${ago}，第 ${version} 版`,
  counts: (_, orders, buyers) => `${buyers} 位顾客的 ${orders} 笔订单`,
  span: (counts, from, to) => `${counts}，${from} 至 ${to}`,
  needed: (count, what) => `${count} ${what}`,
  takes: (needed) => `需要 ${needed}。`,
  things: {
    buyers: "位购买过的顾客",
    days: "天的订单",
    returning: "位再次购买的顾客",
    baskets: "笔含多件商品的订单",
    members: "位购买过的会员",
  },
  kinds: {
    buyers: {
      title: "复购、消费与流失",
      predicts: "针对每位会员：在预测期内不购买的概率、下单次数、消费金额以及下次下单时间。",
      counted: "会员的每笔订单，包括之后退货的和不计积分的；已取消的除外。",
      by: "一个购买模型（三个之中最能预见您店铺过往的那个）、用于消费金额的 Gamma-Gamma 模型（伽马-伽马），以及用于流失的回归",
    },
    recommend: {
      title: "推荐",
      predicts: "顾客会再次购买什么、什么对他们是新的、购物篮里什么适合搭配。",
      counted: "最近三年中至少保留了一个商品的订单，包括访客的订单；礼品卡和已取消的订单除外。",
      by: "顾客自己的习惯、基于共同购买的 EASE 方法，以及从顾客最近访问中学到的排序",
    },
    clusters: {
      title: "顾客群",
      predicts: "不预测未来：找出购买方式相似的顾客，并描述每个群体。",
      counted: "计积分的订单；同一顾客同一天的多笔算作一笔。",
      by: "按最近购买时间、频率、规律和金额聚类",
    },
  },
  facts: { trained: "训练时间", basis: "数据", counted: "计入的订单", learnedBy: "方法", model: "购买模型" },
  figuresTitle: "它会有多准",
  heldBack: (from, to, customers) =>
    `训练时不使用 ${from} 至 ${to} 的数据，再让它预测这段时间，涉及 ${customers} 位顾客。“不用模型”是最简单的答案所能达到的水平。`,
  heldBackOther: "用您店铺过往中预留的数据检验。“不用模型”是最简单的答案所能达到的水平。",
  figures: {
    "leaving-top": "流失：风险最高者（准确率）",
    "leaving-auc": "流失：风险排序（AUC 值）",
    "leaving-brier": "流失：风险大小（Brier 评分）",
    "leaving-slope": "流失：风险跨度（校准斜率）",
    "orders-error": "订单：平均误差",
    "value-error": "消费：平均误差",
    "value-captured": "消费：前十分之一所占比例",
    "orders-within": "订单：落在范围内",
    "value-within": "消费：落在范围内",
    "next-order": "下次下单：落在范围内",
    again: "下次访问（NDCG@10 指标）",
    new: "新商品（NDCG@10 指标）",
    basket: "隐藏商品（前十命中率）",
    "clusters.stability": "两半顾客的一致性（兰德指数）",
    "clusters.apart": "区分程度（轮廓系数）",
  },
  said: {
    "leaving-top": (value, base) =>
      `在它认为风险最高的每 100 位活跃顾客中，有 ${value} 位确实没有再来。随机挑选则会是 ${base} 位。`,
    "leaving-auc": (value, base) =>
      `拿一位流失的和一位留下的顾客来看，100 次中它能分清 ${value} 次。只看距上次下单的天数：${base} 次；抛硬币：50 次。`,
    "leaving-brier": (value) => `与给所有人相同的风险相比，它给出的风险离实际情况近了 ${value}。`,
    "leaving-brier-none": "与给所有人相同的风险相比，它给出的风险并没有更接近实际情况。",
    "leaving-slope": "高风险与低风险之间的差距恰如其分。",
    "leaving-slope-sure": "它过于自信：高风险请看低一些，低风险请看高一些。",
    "leaving-slope-careful": "它过于谨慎：高风险其实更高，低风险其实更低。",
    "orders-error": (value, base) => `每位顾客的订单数平均偏差 ${value}。对所有人作相同预测：${base}。`,
    "value-error": (value, base) => `每位顾客的消费平均偏差 ${value}。对所有人作相同预测：${base}。`,
    "value-captured": (value, base) =>
      `它最看好的十分之一顾客贡献了全部消费的 ${value}。以往消费最多的十分之一：${base}。`,
    "orders-within": (value) =>
      `每 100 位顾客中，有 ${value} 位的下单次数落在它给出的“至少”与“至多”之间。应当不少于 80 位。`,
    "value-within": (value) =>
      `每 100 位顾客中，有 ${value} 位的消费落在它给出的“至少”与“至多”之间。应当不少于 80 位。`,
    "next-order": (value) => `每 100 次下次下单中，有 ${value} 次落在它给出的日期之间。应当约为 80 次。`,
    again: (value, base) =>
      `对于顾客下次访问时再次购买的商品，它的列表达到完美列表的 ${value}。同样的商品按销量排序：${base}。`,
    new: (value, base) => `对于顾客没买过的商品，它的列表达到完美列表的 ${value}。畅销榜：${base}。`,
    basket: (value, base) =>
      `在 100 个各藏起一件商品的购物篮中，它猜十次能找到其中 ${value} 个。畅销榜：${base} 个。`,
    "clusters.stability": (value) => `把顾客分成两半分别来看，得出的分组有 ${value} 一致。`,
    "clusters.apart": (value, base) => `各组之间的区分程度为 ${value}，最高为 1。随机混合的顾客：${base}。`,
  },
  experts: "技术细节",
  technical: (name, value) => `${name}：${value}`,
  likely: (low, high) => `可能为 ${low} 至 ${high}`,
  without: (base) => `不用模型为 ${base}`,
  restsOn: (rows) => `样本数 ${rows}`,
  groups: {
    title: "对所有人都一样准吗？",
    about: "每个群体：预计流失的比例，以及实际流失的比例。",
    judged:
      "只有在群体不少于 50 人、与其他所有人的偏差相差至少三个百分点，且该偏差的区间不包含零时，才算“预测偏低”或“预测偏高”。所有群体的区间在 100 次中有 95 次同时成立，因此群体多并不意味着误报多。只有该区间在正负十个百分点之内，才算“一样”。",
    alike: "没有哪个群体的风险误差与其他人的差别超出偶然。",
    otherwise: (groups) => `误差与其他人明显不同：${groups}。按风险对待这些群体时请谨慎。`,
    open: (groups) => `顾客太少，无法判断对以下群体是否同样准确：${groups}。`,
    told: (told, left, _, shown) => `预计流失 ${told}，实际流失 ${left}，共 ${shown} 位顾客`,
    technical: (off, low, high, own, others) =>
      `与其他所有人相比偏差 ${off}（介于 ${low} 与 ${high} 之间）；Brier 评分 ${own}，其他人 ${others}`,
    language: (name) => `语言：${name}`,
    channel: (name) => `首次购买渠道：${name}`,
    newer: "半年内首次购买",
    older: "更早首次购买",
    verdicts: { alike: "一样", better: "预测偏低", worse: "预测偏高", few: "人数太少", open: "无法判断" },
  },
  changes: {
    title: (version) => `与上次训练（第 ${version} 版）相比的变化`,
    orders: (more) => `训练所用订单：${more}`,
    model: (was, is) => `购买模型：${was} → ${is}`,
    figure: (name, was, is) => `${name}：${was} → ${is}`,
    nothing: "没有明显变化。",
  },
};
