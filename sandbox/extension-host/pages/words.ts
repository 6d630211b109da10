import type { Locale } from "../../storefront/languages.ts";

export interface Words {
  orders: string;
  profile: string;
  shop: string;
  language: string;
  name: string;
  email: string;
  total: string;
  date: string;
  noOrders: string;
  backToOrders: string;
  confirmed: string;
  signIn: string;
}

const en: Words = {
  orders: "Orders",
  profile: "Profile",
  shop: "Shop",
  language: "Language",
  name: "Name",
  email: "E-mail",
  total: "Total",
  date: "Date",
  noOrders: "You have no orders yet.",
  backToOrders: "All orders",
  confirmed: "Confirmed",
  signIn: "Sign in",
};

/** The host's own few words. What the extensions say is theirs. */
export const WORDS: Record<Locale, Words> = {
  en,
  de: {
    orders: "Bestellungen",
    profile: "Profil",
    shop: "Laden",
    language: "Sprache",
    name: "Name",
    email: "E-Mail",
    total: "Summe",
    date: "Datum",
    noOrders: "Sie haben noch keine Bestellungen.",
    backToOrders: "Alle Bestellungen",
    confirmed: "Bestätigt",
    signIn: "Anmelden",
  },
  fr: {
    orders: "Commandes",
    profile: "Profil",
    shop: "Boutique",
    language: "Langue",
    name: "Nom",
    email: "E-mail",
    total: "Total",
    date: "Date",
    noOrders: "Vous n’avez pas encore de commande.",
    backToOrders: "Toutes les commandes",
    confirmed: "Confirmée",
    signIn: "Se connecter",
  },
  es: {
    orders: "Pedidos",
    profile: "Perfil",
    shop: "Tienda",
    language: "Idioma",
    name: "Nombre",
    email: "Correo electrónico",
    total: "Total",
    date: "Fecha",
    noOrders: "Aún no tienes pedidos.",
    backToOrders: "Todos los pedidos",
    confirmed: "Confirmado",
    signIn: "Iniciar sesión",
  },
  ja: {
    orders: "注文",
    profile: "プロフィール",
    shop: "ショップ",
    language: "言語",
    name: "お名前",
    email: "メール",
    total: "合計",
    date: "日付",
    noOrders: "まだ注文はありません。",
    backToOrders: "すべての注文",
    confirmed: "確定済み",
    signIn: "ログイン",
  },
  "zh-CN": {
    orders: "订单",
    profile: "个人资料",
    shop: "商店",
    language: "语言",
    name: "姓名",
    email: "邮箱",
    total: "总计",
    date: "日期",
    noOrders: "您还没有订单。",
    backToOrders: "全部订单",
    confirmed: "已确认",
    signIn: "登录",
  },
  "zh-TW": {
    orders: "訂單",
    profile: "個人資料",
    shop: "商店",
    language: "語言",
    name: "姓名",
    email: "電子郵件",
    total: "總計",
    date: "日期",
    noOrders: "您還沒有訂單。",
    backToOrders: "所有訂單",
    confirmed: "已確認",
    signIn: "登入",
  },
  ar: {
    orders: "الطلبات",
    profile: "الملف الشخصي",
    shop: "المتجر",
    language: "اللغة",
    name: "الاسم",
    email: "البريد الإلكتروني",
    total: "المجموع",
    date: "التاريخ",
    noOrders: "ليس لديك طلبات بعد.",
    backToOrders: "جميع الطلبات",
    confirmed: "مؤكد",
    signIn: "تسجيل الدخول",
  },
};
