import { COMPLAINT_MARK, PRAISE_MARK } from "../idiom-marks.ts";

/** A word that may stand within an idiom: none that denies, and none that begins another clause. */
const ANY = String.raw`(?:(?!(?:not|no|never|as|because|since|but|and|for|until|if|when|is|was|are|does|has|to|yet|still|hardly) )[^\s.,;:!?()"]+ )`;
const BETTER =
  "(?:better|nicer|finer|kinder|softer|tastier|comfier|sturdier|cheaper|greater|superior|happier|more [a-z]+)";
const BOUGHT =
  "(?:buy|buying|bought|order|ordering|ordered|get|getting|got|gotten|purchase|purchasing|purchased|find|finding|found|discover|discovering|discovered|try|trying|tried|start|starting|started|switch|switching|switched|join|joining|joined|use|using|used|(?:do|doing|done|have|having|had)(?= (?:this|these|it|one|them|that|two) )|know about|known about|come across|hear of|heard of|heard about|stock up|stocking up)";
const SOONER =
  "(?:sooner|earlier|(?:years|ages|months|long|weeks) ago|a long time ago|before(?! [a-z])|two|three|another(?: one)?|more(?! [a-z])|more of (?:them|these|it))";
const HASTE = `(?:(?:(?:on |by )?the )?(?:very )?(?:same|next) (?:day|morning|evening|afternoon)|straight away|straightaway|right away|immediately|promptly|instantly|quickly|swiftly|at once|speedily|(?:with)?in (?:the |an? |one |two |a few |a couple of |just |# |minutes|no )+(?:hours?|minutes?|day|time)?|no (?:questions asked|fuss|quibbles?|hassle)|without (?:any |a )?(?:questions?|hassle|fuss|quibbles?|delay)|free of charge|for free|at no (?:extra )?(?:cost|charge)|in full)`;
const TIME = `(?: (?:with)?in (?:just |only |less than |under )*(?:an? |one |two |three |# |few |couple |of |no |the )*(?:minutes?|hours?|days?|weeks?|months?|nights?|uses?|time)| ${HASTE})?`;
const TROUBLE =
  "(?:problems?|issues?|troubles?|(?:back|knee|neck|foot|joint|heel|hip)?(?:pains?|aches?|ache)|headaches?|migraines?|eczema|acne|rash(?:es)?|itch(?:ing|iness)?|smells?|odou?rs?|stink|stains?|leaks?|leaking|mou?ld|noise|squeak(?:ing)?|snoring|insomnia|allerg(?:y|ies)|dandruff|damage|faults?|mistakes?|errors?|mix up|mixup|complaints?|blemish(?:es)?|wrinkles|dryness|dry skin|redness|swelling|cough|cramps?|heartburn|anxiety|blisters?|mess|limescale|rust|grease|infection|inflammation|blockage|frizz|tangles|fleas|ants|weeds|damp)";
const SOLVED =
  "(?:solve[sd]|fix(?:ed|es)|cure[sd]|clear(?:ed|s)(?: up)?|relieve[sd]|ease[sd]|soothe[sd]|resolve[sd]|sort(?:ed|s)(?: out)?|rectified|corrected|g[eo]ts? rid of|remove[sd]|eliminate[sd]|took care of|takes care of|put an end to|dealt with|help(?:ed|s)(?: with)?)";
const MENDED = `(?:solved|fixed|resolved|sorted(?: out)?|rectified|corrected|cured|cleared up|dealt with|taken care of|gone|disappeared|vanished)`;
const MADE_GOOD = `(?:replaced|refunded|exchanged|swapped|repaired|fixed|sorted|resolved|rectified|solved)`;
const WRONG =
  "(?:late|wrong|broken|damaged|missing|delayed|faulty|lost|incomplete|smashed|cancelled|leaking|crushed)";
const KIND =
  "(?:red|blue|green|black|white|gr[ea]y|pink|brown|yellow|purple|orange|beige|navy|small|medium|large|xl|size #)";
const NTH = "(?:second|third|fourth|fifth|sixth|umpteenth|# (?:nd|rd|th))";

/** In the words of `wordsOf` with blanks between. */
const PRAISES = [
  // "Can't recommend this shop highly enough."
  `(?:can|could) (?:not|never) (?:be )?(?:really |honestly |possibly )?(?:recommend(?:ed)?|praised?|thank|speak|rate|love|express)(?: ${ANY}{0,6}| )(?:enough|too highly)`,
  // "You won't find a better one", "hard to beat".
  `(?:will|would|can|could|do|did) not (?:be able to )?(?:(?:find|buy|ask for|wish for|hope for|want) (?:an? |any |anything |anyone |anywhere |much |many |far |something )*|(?:get|do) (?:an? |any |much )?(?=[a-z]+ (?:than|for|at|one)))${BETTER}`,
  `(?:hard|difficult|impossible|tough|struggle|struggling|pressed|pushed) to (?:fault|beat(?! the)|top|better|match|find (?:an? |any |anything |much |something )*(?:fault|faults|flaws?|wrong|bad|to (?:dislike|complain about)|${BETTER}))`,
  `(?:do|does|did|can|could) not (?:get|come) (?:any |much )?better than (?:this|that|these|it)`,
  `(?:can|could) not (?:really |honestly |possibly )?(?:fault|find (?:an? |any )?(?:single )?(?:faults?|flaws?|anything (?:wrong|bad)))`,
  `yet to find (?:an? |any )?(?:single )?(?:faults?|flaws?|anything (?:wrong|bad))`,
  `(?:nothing|nobody|no one|none|no other ${ANY}{1,2})(?: ?else| ?even| ?ever| ?really| ?quite)* ?(?:comes? close|compares?|can compete|competes)`,
  `never (?:once )?looked back`,
  // "My only regret is not buying two."
  `(?:(?:my|our|the) )?(?:only|sole|biggest|one) (?:regrets?|complaints?|gripe|criticism|mistake|downside|problem|issue) ${ANY}{0,2}(?:is|was|'s|being) (?:that )?(?:(?:i|we) (?:did|had|have|could) not |not |(?:i|we) (?:had )?(?:waited|only|took) |waiting |taking |only )(?:having )?(?:${BOUGHT}|long|so long|too long)(?! (?:an? |any |my |the )*(?:refund|reply|answer|response|money|help|work|what))(?: ${ANY}{0,4}${SOONER})?`,
  `(?:(?:my|our|the) )?(?:only|sole|biggest|one) (?:regret|complaint|mistake) ${ANY}{0,2}(?:is|was) (?:that )?(?:i |we )?(?:waiting|waited) (?:so |too |this )?long`,
  `(?:(?:i|we) )?(?:(?:only|just|really|do|honestly|so) ){0,2}(?:wish(?:ed|ing)?|if only|should have|should 've) (?:that )?(?:i |we )?(?:only )?(?:had |have |'d |'ve |could have )?${BOUGHT} ${ANY}{0,4}${SOONER}`,
  `why (?:did |have |had )?(?:i|we) (?:did |have |had |ever )?(?:not )?(?:wait(?:ed)? (?:so|this) long|${BOUGHT} ${ANY}{0,3}${SOONER})`,
  // "Would be lost without it."
  `(?:be|am|'m|are|'re|feel|felt) ${ANY}?lost without`,
  `(?:know|imagine|think) (?:what|how) (?:i|we) (?:would|'d|ever|could)* ?(?:do|did|have done|lived|managed|coped|survived)(?: before it)?(?: ${ANY}{0,2}| )without`,
  `(?:can|could|would) not (?:be|do|live|manage|cope|function|imagine ${ANY}{1,4}?)(?: day | life | home )? ?without`,
  `(?:zero|not (?:a|one)(?: single)?|never (?:had )?(?:an?|any|one)(?: single)?) (?:complaints?|issues?|problems?|faults?|regrets?)`,
];
/** Trouble that is over; none, where it was only promised or asked for. */
const SOLUTIONS = [
  `${SOLVED} (?:${ANY}{0,3})${TROUBLE}${TIME}`,
  `${TROUBLE} (?:(?:was|were|is|are|has|have|had|been|got|gets|all|now|completely|finally|soon|quickly|immediately|instantly|promptly|totally) ){1,4}${MENDED}${TIME}`,
  `(?:sent|shipped|posted|offered|gave|dispatched|provided|issued|got|received|had) (?:${ANY}{0,3})(?:replacements?|refund|new one|another one|new pair|money back|exchange)(?: ${ANY}{0,2}| )(?:, )?${HASTE}`,
  `(?:${ANY}{0,1})${MADE_GOOD} (?:(?:out|it|them|this|that|everything|me|mine|us|one|all|my money|my order|the item) ){0,2}(?:, )?${HASTE}(?: ,? ?${HASTE})?`,
  `(?:replacements?|refund|money back|exchange) (?:(?:was|were|came|arrived|sent|issued|given|processed|made|received|went|through) ){1,3}${HASTE}`,
];
const COMPLAINTS = [
  `${WRONG} (?:${ANY}{0,2})again(?: ,)?(?: (?:for |and |now |this is )*(?:the )?${NTH} time(?: (?:this|in an?|running|already) ?[a-z]*)?)?`,
  `${WRONG} (?:${ANY}{0,2})(?:, )?(?:for |and |now |this is )*(?:the )?${NTH} time(?: (?:this|in an?|running|already) ?[a-z]*)?`,
  `(?:yet another|another) (?:delay|broken|wrong|damaged|faulty|excuse|mistake|late|defective)(?: [a-z]+)?`,
  `(?:will|can|could|'ll|would) (?:easily |definitely |surely |probably |always )?(?:find|get|buy) (?:${ANY}{0,3})${BETTER} (?:${ANY}{0,3})(?:elsewhere|anywhere else|somewhere else|for less|for half)(?: the [a-z]+)?`,
  `ordered (?:${ANY}{0,3})${KIND} (?:${ANY}{0,2})(?:, )?(?:and |but )?(?:i |they |we |was |were )*(?:got|received|sent|delivered) (?:${ANY}{0,2})${KIND}(?: one)?`,
  `(?:again|once more) (?:${ANY}{0,1})${WRONG}`,
];

const [PRAISE, SOLUTION, COMPLAINT] = [PRAISES, SOLUTIONS, COMPLAINTS].map(
  // A mark of exclamation after it would be taken for joy.
  (patterns) => new RegExp(`(?<=^| )(?:${patterns.join("|")})(?: !+$)?(?= |$)`, "g"),
) as [RegExp, RegExp, RegExp];
const UNSETTLED =
  /(?:^| )(?:not|never|no|nobody|none|nothing|neither|to|can|could|would|should|will|must|may|might|'d|'ll|please|if|unless|until|before|said|say|says|claims?|claimed|promised|hoped?|hoping|want|wanted|asked|asking|demand|wish|waiting|failed|barely|hardly|half|partly) (?:[^\s.,;:!?()"]+ ){0,3}$/;

/** The words of a text with one mark for each idiom in it. */
export function markIdioms(words: readonly string[]): readonly string[] {
  const text = words.join(" ");
  const praised = replaceSettled(text.replace(PRAISE, PRAISE_MARK), SOLUTION, PRAISE_MARK);
  const marked = replaceSettled(praised, COMPLAINT, COMPLAINT_MARK);
  return marked === text ? words : marked.split(" ");
}

const LOOK_BACK = 60;

function replaceSettled(text: string, pattern: RegExp, mark: string): string {
  return text.replace(pattern, (found: string, place: number) =>
    UNSETTLED.test(text.slice(Math.max(0, place - LOOK_BACK), place)) ? found : mark,
  );
}
