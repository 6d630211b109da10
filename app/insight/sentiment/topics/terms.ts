/** What customers write about, in the order in which lists show it. */
export const TOPICS = [
  "delivery",
  "packaging",
  "quality",
  "size",
  "price",
  "service",
  "returns",
  "description",
  "use",
  "points",
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Words by which a topic is known, divided by blanks; "_" stands for a blank, "*" for any ending. Languages written
 * without blanks find a term anywhere.
 */
export const TERMS: Readonly<Record<string, Readonly<Partial<Record<Topic, string>>>>> = {
  en: {
    delivery: `deliver* ship shipped shipping shipment* courier* postage parcel* dispatch* arriv* tracking in_transit
      waited on_time weeks_late days_late came_late ups fedex dhl usps royal_mail delay* driver drivers postman mailman
      post_office turned_up turn_up showed_up get_here got_here weeks_to days_to took_weeks took_months took_forever
      days_early days_earlier came_early came_quickly next_day overnight never_came on_its_way lost_in_the_post en_route`,
    packaging: `packag* packed packing wrapp* box boxes boxed bubble_wrap envelope unbox* padding padded tissue_paper carton*
      cardboard crushed much_plastic`,
    quality: `quality well_made poorly_made badly_made beautifully_made cheaply_made cheaply broke broken break breaks durab*
      sturd* flims* defect* fault faulty material* fabric* stitch* seam seams fell_apart falls_apart falling_apart came_apart
      coming_apart come_apart came_undone undone stopped_working stops_working quit_working does_not_work doesn't_work
      didn't_work did_not_work not_working won't_work works_well works_great works_perfectly works_like works_fine
      stopped_charging won't_charge won't_turn_on craftsmanship workmanship build wore_out worn_out wears_out lasted lasts
      long_lasting faded fades fading scratch* crack* leak* fresh freshness stale snapped snaps tore torn ripped rips hole
      holes shrank shrunk shrinks pills pilling washed_out taste tastes tasted tasty delicious yummy flavour* flavor* smell
      smells smelled smelt scent* fragran* texture battery screen flicker* overheat* rust rusts rusted rusty peel* chipped
      stain* shatter* smashed wobbl* noisy noise rotten mould* mold* sour solid robust well_built
      (?:feels|looks|feel|look|felt|looked)_(?:so_|very_|really_|a_bit_)?cheap`,
    size: `size* sizing fit fits fitted fitting too_small too_big too_large too_tight too_loose too_short too_long too_narrow
      too_wide runs_small runs_large true_to_size length width sleeve sleeves waist narrow tight baggy tiny oversized smaller
      bigger larger`,
    price: `price* pricing pricey cost costs costly expensive (?<!(?:feels|looks|feel|look|felt|looked)_(?:so_|very_|really_|a_bit_)?)cheap
      cheaper cheapest overpriced affordab* value (?<!my_)money(?!_back) bargain* discount* promo* deal deals worth penny fee
      fees coupon* on_sale charged_me charged_twice overcharg* inexpensive`,
    service: `service staff support customer_care helpful unhelpful rude polite friendly respon[sd]* replied reply replies
      email emails emailed e-mailed phone_call on_the_phone the_phone_line picks_up called chat representative* agent* advice
      advised team assistant* seller* shop_owner courteous attentive nobody_answer* no_one_answer* never_answer* ignored_me
      ignored_my told_me sorted_it sorted_out sorted_everything without_any_questions no_questions_asked`,
    returns: `return* refund* exchange* replac* money_back sent_back send_back sending_it_back sent_it_back send_it_back
      take_it_back took_it_back warranty guarantee* reimburs*`,
    description: `describ* description* picture* pictured photo* as_shown advertis* colour* color* expected looks_like
      looks_nothing_like nothing_like different_from wrong_item wrong_colour wrong_color wrong_product wrong_one wrong_order
      (?:sent|got|received)_(?:me_)?the_wrong
      ordered_(?:\\S+_){1,6}(?:and|but)_(?:i_|they_|we_|was_|were_)*(?:got|received|sent|delivered|given)
      (?:got|received|sent|delivered|came)_(?:\\S+_){0,4}instead not_what_i_ordered what_i_ordered
      (?:got|received|sent)_(?:me_|us_)?(?:the_|an?_)?(?:red|blue|green|black|white|grey|gray|pink|brown|yellow|purple)
      different_(?:one|item|product|model|colour|color)
      misleading website missing not_the_same`,
    use: `easy_to easier_to easily hard_to difficult_to impossible_to instruction* manual setup set_up setting_up install*
      assembl* put_together putting_together intuitive confus* user_friendly simple_to comfort* comfy uncomfort* figure_out
      connect* handy practical convenien* complicated`,
    points: `points reward* loyalty member* voucher* tier tiers redeem* gold_level silver_level gold_status silver_status`,
  },
  zh: {
    delivery: `物流 快递 发货 送货 到货 配送 送达 运费 运输 收到货 派送 邮费 包邮 迟到 顺丰 圆通 中通 申通 韵达 京东快 邮政 包裹 天就到 日达 当天到 次日到
      才到 才收到 还没到 没收到 到得快 送得快 送得很快 丢件 上门`,
    packaging: `包装 箱子 盒子 纸箱 外包装 打包 气泡 泡沫 包得 包的很 压扁 压坏 礼盒 严实`,
    quality: `质量 品质 做工 材质 面料 料子 正品 真品 假货 冒牌 坏了 坏掉 坏的 破了 碎了 断了 破损 瑕疵 耐用 结实 起球 褪色 掉色 缩水 掉毛 线头 开线 开胶
      新鲜 味道 口感 好吃 难吃 太甜 很甜 不甜 太酸 酸甜 水分 腐烂 烂了 烂的 异味 气味 难闻 好闻 香味 性能 屏幕 电池 耗电 充电 杂音 声音 音质 噪音 划痕 死机 很卡 太卡
      卡顿 黑屏 闪退 发热 柔顺 去屑 漏水 变形 生锈 粗糙 精细 布料 手感 厚实 单薄 效果 像素`,
    size: `尺码 尺寸 大小 偏大 偏小 合身 太大 太小 太长 太短 太紧 太松 号码 码数 宽松 大一码 小一码 大一号 小一号 大了 小了 正合适 合脚 挤脚 显瘦 有点小 有点大
      小很多 大很多 起来小 起来大 太肥 太瘦`,
    price: `价格 价钱 便宜 太贵 很贵 有点贵 偏贵 贵了 好贵 不贵 实惠 划算 性价比 优惠 降价 涨价 差价 折扣 打折 超值 不值 物美价廉 物超所值 多少钱 花钱`,
    service: `服务 客服 态度 售后 卖家 店家 商家 店主 老板 店员 热情 回复 不回消息 师傅 没人接 没人理 不理人 打电话 耐心 推脱 推诿 不管`,
    returns: `退货 退款 换货 退换 返修 维修 保修 退了 不给退 没退 要退 想退 不退 想换 换了 调换 七天无理由 赔偿`,
    description: `描述 图片 照片 色差 颜色 实物 不符 相符 不一样 发错 少发 漏发 少了 宣传 说是 其实是 一致 介绍`,
    use: `好用 难用 安装 使用 操作 说明书 方便 舒服 舒适 上手 不会用 连不上 连接 清洗 好洗 组装 易用 简单`,
    points: `积分 会员 奖励 等级 兑换 金卡 银卡 生日优惠 生日礼`,
  },
  de: {
    delivery: `liefer* geliefert versand* verschickt paket* zustell* angekommen sendung* bote kurier verspät* dhl dpd hermes gls`,
    packaging: `verpack* karton* schachtel* umverpackung eingepackt`,
    quality: `qualität* verarbeit* material* stoff kaputt defekt* stabil haltbar* bricht gebrochen gerissen kratzer robust frisch`,
    size: `größe* passt passform zu_klein zu_groß zu_eng zu_weit zu_kurz zu_lang fällt_klein fällt_groß`,
    price: `preis* teuer günstig* billig* wert geld kosten rabatt* gutschein*`,
    service: `service kundenservice kundendienst support berat* freundlich* unfreundlich* antwort* mitarbeiter* hotline`,
    returns: `rücksend* retour* zurückgeschickt zurückschicken erstatt* umtausch* reklam* garantie* ersatz`,
    description: `beschreib* beschrieb* foto* bild farbe* abgebildet falsch*`,
    use: `einfach_zu bedien* anleitung* aufbau* montage* installier* bequem unbequem handhab*`,
    points: `punkte* prämie* treue* mitglied* stufe`,
  },
  fr: {
    delivery: `livr* expédi* colis envoi transporteur retard* délai* arrivé* reçu`,
    packaging: `emballa* emballé* carton* boîte paquet`,
    quality: `qualité* matière* tissu solide* fragile* cassé* défect* défaut* finition* fraîch*`,
    size: `taille* trop_petit* trop_grand* trop_serré* trop_large trop_court* trop_long* coupe`,
    price: `prix cher chère coût* bon_marché argent rapport_qualité promo* réduction* valeur`,
    service: `service accueil sav support réponse* répond* aimable* conseil* équipe vendeur*`,
    returns: `retour* rembours* échang* renvoy* garantie* remplac*`,
    description: `descri* photo* couleur* conforme* image*`,
    use: `facile_à difficile_à notice mode_d'emploi installa* montage confort* inconfort* utilis*`,
    points: `points fidélité récompense* membre*`,
  },
  es: {
    delivery: `entreg* envío* envia* paquete* mensajer* retras* llegó llegado llegar transport*`,
    packaging: `embal* caja* envoltorio empaque* empaquet*`,
    quality: `calidad* material* tela roto* rota* rompió defect* resistente* frágil* acabado* fresc*`,
    size: `talla* tamaño* pequeñ* grande ajust* estrech* corto* largo*`,
    price: `precio* caro* cara* barat* dinero coste* costó descuento* oferta* vale_la_pena`,
    service: `servicio atención soporte amable* respond* respuesta* personal vendedor*`,
    returns: `devol* devuel* reembols* cambio* garantía* reemplaz*`,
    description: `descri* foto* color* imagen*`,
    use: `fácil_de difícil_de instruccion* montaje instal* cómod* incómod*`,
    points: `puntos recompensa* fidelidad socio*`,
  },
  ja: {
    delivery: `配送 発送 配達 届い 届き 到着 送料 遅れ 宅配`,
    packaging: `梱包 包装 箱 袋`,
    quality: `品質 質感 素材 生地 壊れ 不良 縫製 丈夫 作り`,
    size: `サイズ 大きさ 小さい 大きい ぴったり きつい 丈`,
    price: `価格 値段 高い 安い コスパ 割引`,
    service: `対応 接客 サービス サポート 店員 問い合わせ 返信 スタッフ`,
    returns: `返品 交換 返金 保証`,
    description: `説明 写真 色 画像 イメージ`,
    use: `使いやす 使いにく 使い方 説明書 組み立て 快適`,
    points: `ポイント 会員 特典`,
  },
  ar: {
    delivery: `توصيل التوصيل شحن الشحن وصل وصلت تأخير تأخر تأخرت`,
    packaging: `تغليف التغليف علبة صندوق`,
    quality: `جودة الجودة خامة الخامة مكسور تالف`,
    size: `مقاس المقاس حجم الحجم صغير كبير ضيق`,
    price: `سعر السعر غالي رخيص أسعار خصم`,
    service: `خدمة الخدمة تعامل دعم الموظف`,
    returns: `إرجاع ارجاع استرجاع استبدال ضمان`,
    description: `وصف الوصف صورة الصورة لون اللون`,
    use: `سهل صعب تركيب مريح`,
    points: `نقاط النقاط مكافأة مكافآت`,
  },
};
