import type { RewardTexts } from "./reward-texts.ts";

export const fr: RewardTexts = {
  benefit: {
    amount: (value) =>
      value === null ? "Une remise sur votre commande" : `${value} de remise sur votre commande`,
    percent: (value) =>
      value === null ? "Une remise sur votre commande" : `${value} de remise sur votre commande`,
    "free-shipping": () => "Livraison offerte",
    "free-product": () => "Un produit offert",
    "gift-with-purchase": () => "Un cadeau avec votre commande",
    "store-credit": (value) => (value === null ? "Un avoir" : `${value} d’avoir`),
    "gift-card": (value) => (value === null ? "Une carte cadeau" : `Une carte cadeau de ${value}`),
    exclusive: () => "Un accès exclusif",
    donation: () => "Un don",
    custom: () => "Une récompense de la boutique",
  },
  from: (benefit, minimum) => `${benefit}, dès ${minimum}`,
  state: {
    ready: (code, until) =>
      until === null
        ? `Saisissez ${code} au paiement.`
        : `Saisissez ${code} au paiement. Ce code vaut une fois, jusqu’au ${until}.`,
    making: "Vos points sont réservés et votre récompense se prépare. Elle paraîtra ici dans un instant.",
    waiting: "Vos points sont réservés. La boutique vous contactera au sujet de votre récompense.",
    granted: "Elle est à vous.",
    grantedCard: (code) => `Votre carte cadeau est prête. Son code est ${code}. Gardez-le pour vous.`,
    used: "Utilisée.",
    returned: "Rendue : les points sont de nouveau à vous.",
    notMade: "La boutique n’a pas pu créer cette récompense. Vos points vous sont rendus.",
  },
  why: {
    short: (missing) => `Il vous manque ${missing}.`,
    blocked: "Vous ne pouvez pas utiliser vos points en ce moment. Écrivez à la boutique.",
    notNow: "Cette récompense n’est pas disponible en ce moment.",
    notThisTier: "Cette récompense est réservée à un autre niveau.",
    unknownReward: "Cette récompense n’existe pas.",
    wrongUnits: "Choisissez combien vous voulez de cette récompense.",
    beyondValue: "Cette récompense ne va pas jusque-là.",
    memberLimit: "Vous avez eu cette récompense autant de fois que possible.",
    noneLeft: "Cette récompense est épuisée.",
    paused:
      "Le programme est en pause : rien ne peut être échangé pour le moment. Vos points restent à vous.",
    guest: "Connectez-vous pour utiliser vos points.",
    nobody: "Vous n’avez pas de points ici.",
  },
  cancelled: "Votre récompense est rendue : les points sont de nouveau à vous.",
  tooLate: "Cette récompense est utilisée ou déjà en route. Elle ne peut plus être rendue.",
  unknownRedemption: "Il n’y a rien à rendre ici.",
  keyReused: "Cette demande a déjà été envoyée pour une autre récompense. Rechargez la page.",
  unreadable: "Cette demande est incompréhensible. Rechargez la page.",
  forbidden: "Cette page est restée ouverte trop longtemps. Rechargez-la, puis réessayez.",
  tooMany: (seconds) => `C’était beaucoup à la fois. Réessayez dans ${seconds} secondes.`,
  page: {
    confirmTitle: "Utiliser vos points",
    confirm: (benefit, points) => `${benefit} pour ${points}.`,
    redeem: "Utiliser les points",
    listTitle: "Vos récompenses",
    none: "Vous n’avez pas encore utilisé de points.",
    cancel: "Rendre",
  },
};
