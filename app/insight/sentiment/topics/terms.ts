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
      waited on_time weeks_late days_late came_late ups fedex dhl usps royal_mail delay*`,
    packaging: `packag* packed packing wrapp* box boxes bubble_wrap envelope unbox*`,
    quality: `quality well_made poorly_made broke broken breaks durab* sturd* flims* defect* fault* material* fabric
      stitch* fell_apart falls_apart stopped_working does_not_work doesn't_work craftsmanship workmanship build wore_out
      faded scratch* crack* leak* fresh stale`,
    size: `size* sizing fit fits fitted too_small too_big too_large too_tight too_loose too_short too_long runs_small
      runs_large true_to_size length width`,
    price: `price* pric* cost* expensive cheap* overpriced affordab* value money bargain* discount* deal deals worth
      fee fees coupon* sale`,
    service: `service staff support customer_care helpful unhelpful rude polite friendly respon* replied reply email
      emailed phone_call called chat representative* agent* advice team`,
    returns: `return* refund* exchange* replacement* money_back sent_back send_back warranty guarantee*`,
    description: `describ* description* picture* photo* advertis* colour* color* expected looks_like different_from wrong_item
      wrong_colour wrong_color misleading website`,
    use: `easy_to hard_to difficult_to instruction* manual setup set_up install* assembl* intuitive confus* user_friendly
      simple_to comfort* uncomfort*`,
    points: `points reward* loyalty member* voucher* tier tiers`,
  },
  zh: {
    delivery: `物流 快递 发货 送货 到货 配送 送达 运费 运输 收到货 派送 邮费 包邮 迟到`,
    packaging: `包装 箱子 盒子 纸箱 外包装 打包 气泡`,
    quality: `质量 品质 做工 材质 面料 料子 正品 假货 坏了 破了 破损 瑕疵 耐用 结实 起球 褪色 掉色 新鲜 味道 口感 性能 屏幕 电池`,
    size: `尺码 尺寸 大小 偏大 偏小 合身 太大 太小 太长 太短 号码 码数 太紧 宽松`,
    price: `价格 价钱 便宜 太贵 很贵 实惠 划算 性价比 优惠 降价 折扣 超值 不值`,
    service: `服务 客服 态度 售后 卖家 店家 商家 老板 热情 回复 师傅`,
    returns: `退货 退款 换货 退换 返修 维修 保修 退了`,
    description: `描述 图片 色差 颜色 实物 不符 相符 不一样 发错 少发 宣传`,
    use: `好用 难用 安装 使用 操作 说明书 方便 舒服 舒适`,
    points: `积分 会员 奖励 等级 兑换`,
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
