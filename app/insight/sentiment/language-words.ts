/** Small words by which languages in Latin letters are told apart; those of several languages count for each. */
const WORDS: Readonly<Record<string, string>> = {
  en: `the and is are was were be been it its it's i i'm i've my me you your we our they their he she his her this that
    these those of to in on at for with from by as or but not no so if than then too very just have has had do does did
    don't doesn't didn't can can't could will would should what when which who how all any only one out up more most
    good great love bad nice best well like really there here after before about because get got buy bought product
    price quality works work easy much never ever also an a`,
  de: `der die das und ist sind war waren ein eine einen einem einer nicht kein keine ich mir mich mein meine wir uns sie
    er es ihr sein seine zu zum zur mit von vom für auf im in den dem des bei aus nach auch aber oder wenn dass daß wie
    was sehr gut gute guter schlecht schön nur noch schon mehr hat habe haben hatte wird wurde werden kann als am an so
    um über alles immer leider ware lieferung bestellt schnell gerne wieder zufrieden produkt qualität preis
    super toll klasse perfekt einwandfrei empfehlenswert empfehlung enttäuscht kaputt schlechte schlechter begeistert danke bitte
    wann wo wie wird's gibt ist's ganz viel weniger bin leider passt teuer günstig angekommen paket rückgabe bestellung`,
  fr: `le la les un une des et est sont était été être je j'ai il elle nous vous ils ne pas plus très trop bien bon bonne
    mal mais ou où que qui quoi pour par avec sans sur dans de du au aux ce cet cette ces mon ma mes son sa ses tout
    tous c'est n'est qu'il d'un d'une l'article produit qualité prix livraison reçu commande rapide parfait déçu déçue
    merci jamais aussi même comme si fait très content contente satisfait
    excellente décevant mauvais mauvaise superbe génial nul recommande conforme cher chère colis petit grande acheté
    jolie beau belle parfaite rapidement quand comment aussi livré taille couleur`,
  es: `el la los las un una unos unas y es son era fue ser estar está están yo me mi mis tu su sus nos no ni muy más pero
    o que qué quien como cuando donde para por con sin sobre en de del al lo le les se este esta esto esa ese eso todo
    todos nada bien bueno buena mal malo mala producto calidad precio envío pedido llegó rápido gracias nunca también ya
    hay he ha han tiene encanta recomiendo
    excelente perfecto perfecta pésimo pésima contento contenta satisfecho feliz bonito bonita caro barato talla color
    cuándo dónde cómo llega llegar compra compré volveré roto rota`,
  it: `il lo la gli le un una uno e è sono era essere ho ha hanno mi mio mia ci si non più molto ma o che chi come quando
    dove per con senza su nel nella di del della dei delle da dal al alla questo questa tutto tutti bene buono buona
    male prodotto qualità prezzo spedizione arrivato veloce grazie mai anche già ottimo ottima perfetto consigliato
    perfetta eccellente pessimo pessima deluso delusa soddisfatto soddisfatta consiglio bello bella brutto rotto taglia colore
    quando arriva piaciuto piace niente acquisto comprato contenta contento`,
  pt: `o a os as um uma e é são era ser estar está eu me meu minha seu sua nós não muito mais mas ou que quem como quando
    onde para por com sem sobre em no na nos nas de do da dos das ao este esta isto isso tudo bem bom boa mau má produto
    qualidade preço entrega chegou rápido obrigado obrigada nunca também já recomendo ótimo ótima
    excelente perfeito perfeita péssimo péssima gostei adorei amei veio chegar comprei tamanho cor quando satisfeito satisfeita
    lindo linda adoro barato caro`,
  nl: `de het een en is zijn was waren ik mij mijn wij ons jij je u uw hij zij niet geen maar of als dat dit die deze wat
    hoe waar voor met zonder van op in aan bij uit naar ook nog al meer zeer heel erg goed goede slecht mooi snel
    bestelling levering product kwaliteit prijs heb heeft had wordt kan kon maar tevreden leuk
    prima top aanrader geleverd besteld teleurgesteld mooie snelle fijn fijne kapot duur goedkoop maat kleur wanneer waar
    bedankt`,
  sv: `och är var inte ett en det den de som på för med av till från jag mig min vi han hon men eller när hur mycket bra
    dålig snabb leverans kvalitet pris har hade kan också att om mycket nöjd
    dåligt fin fint snabbt leverantör rekommenderar tack bästa inga jättebra storlek färg när kommer`,
  da: `og er var ikke et en det den de som på for med af til fra jeg mig min vi han hun men eller når hvor meget god godt
    dårlig hurtig levering kvalitet pris har havde kan også at om tilfreds
    dårligt flot hurtigt anbefaler tak bedste størrelse farve hvornår kommer produktet`,
  pl: `i jest są był była było nie to ten ta te w na z do od dla za po przez jak co się że ale lub czy bardzo dobry dobra
    dobrze zły szybko jakość cena polecam mam mnie już tak tylko
    polecam produkt świetny świetna szybka wysyłka zadowolony zadowolona towar zgodny opisem kiedy gdzie rozmiar dziękuję
    słaba słaby zła beznadziejny`,
  tr: `ve bir bu şu o da de ile için çok daha ama gibi değil var yok ben benim biz ürün kalite fiyat hızlı kargo güzel kötü
    iyi teşekkürler geldi aldım tavsiye ederim
    güzeldi ürünü kaliteli kötüydü berbat memnun kaldım beğendim harika mükemmel hızlıydı geç`,
  id: `dan yang di ke dari ini itu dengan untuk tidak bukan ada saya kami anda sudah belum sangat bagus baik barang cepat
    harga kualitas terima kasih pengiriman
    mantap banget sesuai puas kecewa jelek tidak pesanan kapan ukuran warna produk`,
  vi: `và là của có không được cho với này rất tốt đẹp hàng giao nhanh chất lượng sản phẩm mình
    đúng như mô tả hài lòng thất vọng khi nào màu giá tôi đã mua`,
  no: `og er var ikke et en det den de som på for med av til fra jeg meg min vi han hun men eller når hvor veldig god godt
    dårlig rask levering kvalitet pris har hadde kan også at om fornøyd produktet anbefales takk bra`,
  fi: `ja on ei oli se tämä hyvä hyvin erittäin huono mutta kun että olen minun kanssa tuote tuotteen laatu hinta nopea
    toimitus toimii suosittelen kiitos tilaus todella oikein ole en`,
  cs: `a je se na že to ne není bylo velmi dobrý dobrá dobré kvalita cena rychlé dodání výrobek zboží doporučuji děkuji
    spokojen spokojená ale jsem jako pro tak špatná`,
  ro: `și este nu sunt foarte bun bună produs calitate preț livrare rapid recomand mulțumit mulțumită dar cu pentru la din
    am fost ca mai`,
  hu: `és a az egy nem van volt nagyon jó rossz termék minőség ár gyors szállítás ajánlom köszönöm elégedett de hogy is meg`,
  tl: `ang ng sa na ko mo po maganda ganda salamat mabilis sobrang hindi ako naman lang pero yung kayo`,
  ms: `dan yang di ke ini itu dengan untuk tidak ada saya sudah sangat bagus barang cepat harga kualiti terima kasih`,
  // What is written in Latin letters among Chinese ones.
  zh: `yyds xswl zqsg`,
};

export const LANGUAGE_WORDS: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS))
    for (const word of new Set(words.split(/\s+/))) found.set(word, [...(found.get(word) ?? []), language]);
  return found;
}
