import type { RewardTexts } from "./reward-texts.ts";

export const es: RewardTexts = {
  benefit: {
    amount: (value) => (value === null ? "Un descuento en tu pedido" : `${value} de descuento en tu pedido`),
    percent: (value) => (value === null ? "Un descuento en tu pedido" : `${value} de descuento en tu pedido`),
    "free-shipping": () => "Envío gratis",
    "free-product": () => "Un producto gratis",
    "gift-with-purchase": () => "Un regalo con tu pedido",
    "store-credit": (value) => (value === null ? "Crédito en la tienda" : `${value} de crédito en la tienda`),
    "gift-card": (value) => (value === null ? "Una tarjeta regalo" : `Una tarjeta regalo de ${value}`),
    exclusive: () => "Acceso exclusivo",
    donation: () => "Una donación",
    custom: () => "Una recompensa de la tienda",
  },
  from: (benefit, minimum) => `${benefit}, desde ${minimum}`,
  state: {
    ready: (code, until) =>
      until === null
        ? `Introduce ${code} al pagar.`
        : `Introduce ${code} al pagar. Se puede usar una vez, hasta el ${until}.`,
    making: "Tus puntos están reservados y tu recompensa se está preparando. Aparecerá aquí en un momento.",
    waiting: "Tus puntos están reservados. La tienda se pondrá en contacto contigo sobre tu recompensa.",
    granted: "Ya la tienes.",
    grantedCard: (code) => `Tu tarjeta regalo está lista. Su código es ${code}. Guárdalo para ti.`,
    used: "Usada.",
    returned: "Devuelta: los puntos vuelven a ser tuyos.",
    notMade: "La tienda no ha podido preparar esta recompensa. Has recuperado tus puntos.",
  },
  why: {
    short: (missing) => `Para esto te faltan ${missing}.`,
    blocked: "Ahora mismo no puedes usar tus puntos. Escribe a la tienda.",
    notNow: "Esta recompensa no está disponible ahora.",
    notThisTier: "Esta recompensa está reservada para otro nivel.",
    unknownReward: "Esa recompensa no existe.",
    wrongUnits: "Elige cuánto quieres de esta recompensa.",
    beyondValue: "Esta recompensa no llega a tanto.",
    memberLimit: "Ya has tenido esta recompensa tantas veces como se puede.",
    noneLeft: "No queda ninguna de estas recompensas.",
    paused: "El programa está en pausa: por ahora no se puede canjear nada. Tus puntos siguen siendo tuyos.",
    guest: "Inicia sesión para usar tus puntos.",
    nobody: "Aquí no tienes puntos.",
  },
  cancelled: "Has devuelto la recompensa: los puntos vuelven a ser tuyos.",
  tooLate: "Esta recompensa ya se usó o está en camino. No se puede devolver.",
  unknownRedemption: "Aquí no hay nada que devolver.",
  keyReused: "Esta petición ya se envió para otra recompensa. Vuelve a cargar la página.",
  unreadable: "No se entiende esta petición. Vuelve a cargar la página.",
  forbidden: "La página llevaba demasiado tiempo abierta. Vuelve a cargarla e inténtalo otra vez.",
  tooMany: (seconds) => `Demasiadas peticiones seguidas. Inténtalo de nuevo en ${seconds} segundos.`,
  page: {
    confirmTitle: "Usar tus puntos",
    confirm: (benefit, points) => `${benefit} por ${points}.`,
    redeem: "Usar puntos",
    listTitle: "Tus recompensas",
    none: "Todavía no has usado puntos.",
    cancel: "Devolverla",
  },
};
