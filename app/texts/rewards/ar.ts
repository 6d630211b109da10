import type { RewardTexts } from "./reward-texts.ts";

/** Codes and amounts run from left to right also here: they stand between the marks that isolate them. */
const apart = (text: string): string => `\u2068${text}\u2069`;

export const ar: RewardTexts = {
  benefit: {
    amount: (value) => (value === null ? "خصم من طلبك" : `خصم ${apart(value)} من طلبك`),
    percent: (value) => (value === null ? "خصم من طلبك" : `خصم ${apart(value)} من طلبك`),
    "free-shipping": () => "شحن مجاني",
    "free-product": () => "منتج مجاني",
    "gift-with-purchase": () => "هدية مع طلبك",
    "store-credit": (value) => (value === null ? "رصيد في المتجر" : `رصيد في المتجر بقيمة ${apart(value)}`),
    "gift-card": (value) => (value === null ? "بطاقة هدايا" : `بطاقة هدايا بقيمة ${apart(value)}`),
    exclusive: () => "وصول حصري",
    donation: () => "تبرّع",
    custom: () => "مكافأة من المتجر",
  },
  from: (benefit, minimum) => `${benefit}، ابتداءً من ${apart(minimum)}`,
  state: {
    ready: (code, until) =>
      until === null
        ? `أدخل ${apart(code)} عند الدفع.`
        : `أدخل ${apart(code)} عند الدفع. يمكن استخدامه مرة واحدة حتى ${until}.`,
    making: "نقاطك محجوزة ومكافأتك قيد الإعداد. ستظهر هنا بعد لحظة.",
    waiting: "نقاطك محجوزة. سيتواصل معك المتجر بشأن مكافأتك.",
    granted: "حصلت عليها.",
    grantedCard: (code) => `بطاقة الهدايا جاهزة. رمزها ${apart(code)}. احتفظ به لنفسك.`,
    used: "استُخدمت.",
    returned: "أُعيدت: عادت النقاط إليك.",
    notMade: "لم يتمكن المتجر من توفير هذه المكافأة. عادت نقاطك إليك.",
  },
  why: {
    short: (missing) => `ينقصك ${missing} لهذا.`,
    blocked: "لا يمكنك استخدام نقاطك الآن. يرجى مراسلة المتجر.",
    notNow: "هذه المكافأة غير متاحة الآن.",
    notThisTier: "هذه المكافأة مخصصة لمستوى آخر.",
    unknownReward: "لا توجد مكافأة كهذه.",
    wrongUnits: "اختر مقدار ما تريده من هذه المكافأة.",
    beyondValue: "لا تصل هذه المكافأة إلى هذا القدر.",
    memberLimit: "حصلت على هذه المكافأة بعدد المرات المسموح به.",
    noneLeft: "نفدت هذه المكافأة.",
    paused: "البرنامج متوقف مؤقتًا، فلا يمكن استبدال شيء الآن. تبقى نقاطك لك.",
    guest: "سجّل الدخول لاستخدام نقاطك.",
    nobody: "ليست لديك نقاط هنا.",
  },
  cancelled: "أُعيدت مكافأتك: عادت النقاط إليك.",
  tooLate: "استُخدمت هذه المكافأة أو هي في الطريق إليك. لا يمكن إعادتها.",
  unknownRedemption: "لا يوجد هنا ما يمكن إعادته.",
  keyReused: "أُرسل هذا الطلب من قبل لمكافأة أخرى. أعد تحميل الصفحة.",
  unreadable: "تعذّر فهم هذا الطلب. أعد تحميل الصفحة.",
  forbidden: "بقيت هذه الصفحة مفتوحة مدة طويلة. أعد تحميلها ثم حاول مرة أخرى.",
  tooMany: (seconds) => `محاولات كثيرة في وقت قصير. حاول مرة أخرى بعد ${seconds} ثانية.`,
  page: {
    confirmTitle: "استخدام نقاطك",
    confirm: (benefit, cost) => `${benefit} مقابل ${cost}.`,
    redeem: "استخدم النقاط",
    listTitle: "مكافآتك",
    none: "لم تستخدم أي نقاط بعد.",
    cancel: "إعادتها",
  },
};
