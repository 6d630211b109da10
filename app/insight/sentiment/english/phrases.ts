/**
 * What people write of what they bought, and of whom they bought it from, that no list of single words knows: how good
 * or bad it is from -4 to 4, in the words of `wordsOf` (contractions taken apart, "n't" as "not"). Written by hand.
 */
export const PHRASES: readonly (readonly [valence: number, phrases: string])[] = [
  [
    3.2,
    `highly recommend|highly recommended|strongly recommend|definitely recommend|would recommend|recommend it to|
    recommend this to|can not recommend it enough|can not say enough|can not go wrong|can not be beat|can not beat|
    could not be happier|could not be more pleased|could not ask for|could not have asked for|could not be better|
    can not imagine being without|can not live without|do not know how i lived without|will not be disappointed|
    will not regret|not be disappointed|wo not regret|would not hesitate|do not hesitate|not trade it|blown away|
    blew me away|second to none|top notch|top of the line|first rate|first class|five stars|must have|must buy|
    must see|must read|state of the art|worth every penny|worth every cent|worth the money|well worth|worth it|
    worth the price|worth the wait|worth seeing|worth watching|in love with|fell in love|hands down|works like a charm|
    works great|works perfectly|works well|works flawlessly|work great|works beautifully|best i have|the best i|
    exceeded my expectations|exceeds expectations|exceeded expectations|beyond my expectations|thumbs up|two thumbs up|
    buy it again|buy again|buy another|order again|will be back|shop here again|go get it|go buy|pleasantly surprised|
    pleasant surprise|very pleased|so glad|glad i|never been happier|life saver|game changer|a steal|great deal|good deal|
    great value|good value|great price|for the money|never disappoints|does not disappoint|not disappoint|no regrets|
    without a doubt|a joy|a pleasure|a delight|a gem|a blast|a treat|a breeze|a winner|a keeper|a dream|can not get enough|
    can not stop|nothing to complain about|can not fault|lives up to|live up to the hype|true gem|
    can not wait|nothing compares|nothing beats|nothing better|nothing bad to say|can not complain|could not ask|
    could not wish|can not ask for more|hard to beat|hard to fault|difficult to fault|can not find fault|
    never let me down|never let us down|not let me down|could not live without|do not think twice|no second thoughts|no smell|not smell|no marks|no noise|
    would not change a thing|would not change anything|would not be without|not look back|never looked back|
    not put it down|not stop smiling|nothing but praise|nothing but good|sold on|spot on|on point|money well spent|
    going back for more|come back for more|back for more|lives in|lifesaver|knocked it out|ten out of ten|love love|
    not buy this sooner|not buy it sooner|not buy these sooner|not buy one sooner|not bought this sooner|
    not bought it sooner|not find this sooner|not find them sooner|not order sooner|wish i had bought it sooner|
    wish i had found|friendly support|helpful support|great support|excellent support|friendly staff|helpful staff|friendly service|
    great service|excellent service|good service|great customer service|excellent customer service|obsessed|obsessed with|addicted to|hooked on|chef 's kiss|
    luv|luvs|loveee|gr8|excelent|exellent|excellant|awsome|perfact|beautifull|definatly recommend|definately recommend|recomend`,
  ],
  [
    2,
    `no problem|no problems|sorted out|sorted it out|problem solved|crazy about|crazy for|no issues|no issue|no complaints|no trouble|not a problem|not any problems|no flaws|
    no hassle|no worries|no difficulty|without a problem|without any problems|without problems|without a hitch|
    without any issues|without any trouble|hassle free|not a hassle|trouble free|problem free|not had any problems|
    not had a problem|had no problems|had no trouble|had no issues|have no complaints|never had a problem|
    never had any problems|never had any issues|no distortion|no noise|not bad|not bad at all|not so bad|not too bad|
    not flimsy|not heavy|not expensive|not complicated|not hard|not difficult|not at all difficult|easy to|easier to|
    easily|so easy|very easy|simple to|user friendly|intuitive|straightforward|straight forward|self explanatory|
    as described|as advertised|as expected|as promised|as pictured|just as pictured|exactly what i|just what i|
    what i wanted|what i needed|what i was looking for|just right|fits perfectly|fit perfectly|fits well|fits great|
    fits nicely|true to size|fast shipping|quick shipping|fast delivery|quick delivery|prompt delivery|arrived quickly|
    arrived early|arrived on time|came quickly|came on time|on time|ahead of schedule|in perfect condition|
    in great condition|in no time|well made|well built|well designed|well packaged|well packed|well placed|well thought|
    well crafted|well written|well acted|well done|well worth it|good quality|high quality|great quality|quality product|
    holds up|held up|holds up well|long lasting|long battery life|still going strong|going strong|still works|
    works fine|works just fine|does the job|does its job|gets the job done|does what it|serves its purpose|
    serves the purpose|does everything|has everything|all i need|more than enough|feels solid|sturdy|durable|solid|
    lightweight|compact|crisp|crystal clear|sharp|bright|vivid|comfortable|comfy|soft|sleek|stylish|classy|elegant|
    versatile|convenient|handy|reliable|dependable|flawless|flawlessly|seamless|seamlessly|effortless|effortlessly|
    responsive|courteous|knowledgeable|professional|prompt|promptly|helpful|quick and easy|affordable|inexpensive|
    reasonably priced|reasonable|economical|plenty of|a lot of fun|fun to|nice touch|a plus|big plus|a must|tasty|
    delicious|yummy|flavorful|fresh|refreshing|gorgeous|stunning|captivating|riveting|compelling|engrossing|absorbing|
    gripping|touching|moving|heartwarming|heartfelt|hilarious|witty|clever|imaginative|inventive|provocative|
    thought provoking|memorable|unforgettable|mesmerizing|poignant|exhilarating|refreshingly|never boring|never dull|
    never fails|never failed|not only|much better than|better than expected|better than i expected|better than the|
    way better|far better|far superior|all the time|use it every day|use it daily|everyone loves|my favorite|
    looks great|sounds great|feels great|tastes great|looks good|sounds good|feels good|smells great|great sound|
    great picture|kudos|bravo|hats off|impressive|impressed|addictive|stress free|thank you|thanks to|
    what it says on the tin|not once|no fading|no shrinkage|no marks|like new|as good as new|
    good as new|still looks new|still like new|like a glove|like a dream|without fuss|in one piece|never a problem|
    never any trouble|never an issue|ordering again|order more|buying again|bought again|third time|repeat customer|
    loyal customer|using it daily|every single day|arrived safely|arrived early|safe and sound|gud|vgood|comfortble|confortable`,
  ],
  [
    -2,
    `expected more|expected better|expected a lot more|looked nothing like|look nothing like|
    charged me twice|charged twice|off putting|came undone|snapped|stopped working|stops working|quit working|quits working|no longer works|does not work|did not work|not work|
    not working|will not work|would not work|never worked|never works|not turn on|not charge|will not charge|not play|
    would not play|will not play|refuses to|refused to|failed to|fails to|unable to|not able to|can not get it|
    could not get it|can not even|not even|locks up|lock up|locked up|freezes|froze|freezing up|crashes|crashed|skips|
    skipping|scratched|scratches easily|scratch|cracked|cracks|crack|chipped|dented|torn|ripped|tore|rips|
    fell apart|falls apart|falling apart|fell off|came apart|came off|comes off|broke|breaks|broken|breaks down|
    broke down|breakdown|died|dies|dying|dead on arrival|dead|burned out|burnt|overheats|overheating|leaks|leaked|
    leaking|leaky|fades|faded|shrinks|shrank|shrunk|peeling|peels|rusted|rusty|moldy|stale|rotten|expired|smells|
    smelly|stinks|smelled|wobbly|flimsy|fragile|plasticky|cheaply made|poorly made|cheap plastic|poor quality|
    low quality|bad quality|cheap quality|inferior|shoddy|bulky|cumbersome|clunky|awkward|clumsy|heavy|uncomfortable|
    blurry|grainy|fuzzy|dim|muffled|tinny|distorted|distortion|static|noisy|loud noise|hiss|too small|too big|
    too large|too tight|too loose|too short|too long|too thin|too heavy|too much|too many|too slow|too expensive|
    too loud|too quiet|too hard|too bad|too dark|too weak|runs small|runs large|does not fit|did not fit|not fit|
    wrong size|wrong color|wrong item|wrong product|wrong order|wrong one|not as described|not as advertised|
    not as pictured|not as expected|not what i|nothing like|not like the picture|looks nothing like|not the same|
    missing|incomplete|was missing|came late|arrived late|late|delayed|delay|delays|never arrived|never came|
    never received|did not arrive|not arrived|not received|still waiting|have to wait|had to wait|took forever|
    takes forever|took weeks|slow shipping|slow delivery|damaged|arrived damaged|arrived broken|defective|defect|
    defects|faulty|malfunction|malfunctions|glitch|glitches|glitchy|buggy|bug|bugs|flaw|flaws|flawed|drawback|
    drawbacks|downside|downfall|shortcoming|shortcomings|complaint|complaints|issue|issues|gripe|gripes|nuisance|
    annoyance|inconvenient|inconvenience|frustrating|frustration|tedious|confusing|complicated|unintuitive|
    not intuitive|not user friendly|hard to|harder to|difficult to|impossible to|a pain|pain to|pain in the|
    overpriced|over priced|pricey|expensive|costly|ripped off|rip off|hidden fees|unreliable|inconsistent|
    unpredictable|unresponsive|no response|not respond|never responded|never called|no answer|no reply|ignored|
    unhelpful|not helpful|no help|rude|on hold|hung up|
    take it back|took it back|
    had to return|had to send|had to replace|have to replace|want a refund|my money back|no refund|
    repair|repairs|not cool|not good|not great|not worth|
    not happy|not pleased|not satisfied|not impressed|not recommended|not recommend|not buy|not purchase|not last|
    not durable|not reliable|not accurate|not clear|not comfortable|not enough|not hold up|not stay|not support|
    not recognize|not compatible|incompatible|lacks|lacking|lack of|no warranty|no support|no instructions|
    no manual|no way to|no option|only lasted|lasted only|only works|only worked|only plays|after a week|
    after a month|after one day|after a few|after only|within a week|within a month|should have|should be able|
    could have been|would have been|would be nice|wish it|wish i|wish they|i wish|if only|supposed to|used to be|
    beware|be careful|be wary|stay away|steer clear|look elsewhere|keep looking|think twice|forget it|never again|
    not again|shame|let down|letdown|disappointing|disappointed|disappoints|mediocre|so so|meh|bland|
    tasteless|flavorless|greasy|soggy|dull|boring|predictable|formulaic|cliched|contrived|shallow|pointless|
    forgettable|unfunny|unconvincing|uninspired|unoriginal|pretentious|overlong|plodding|sloppy|amateurish|tiresome|
    lifeless|derivative|by the numbers|goes nowhere|fall flat|falls flat|fell flat|long winded|half baked|
    not funny|neither funny|runs out of|drags|drains|drained|a mess|a bore|a chore|
    they promised|promised me|promised us|was promised|were promised|would expect|would have expected|looks used|
    looked used|clearly used|second hand|scratches|ripped|not care less|should not have|
    fell short|falls short|left a lot to be desired|leaves a lot to be desired|lot to be desired|nothing special|
    wish i had|misled|misleading|conned|let me down|let us down|never answered|not answer|nobody answers|no one answers|
    never replied|not reply|no one replied|nobody replied|never got back|come undone|not close|not stay closed|smashed|
    shattered|headache|no longer|still no|still not|still have not|keeps breaking|keeps falling|better options|
    better ones|better elsewhere|old one was better|previous one was better|last one was better|original was better|
    unlike the picture|unlike the photo|hardly any|hardly used|barely works|barely lasted|wanted to love|wanted to like|
    expected so much|hoped for more|hoping for more|not fit for|no use|of no use|past its best|out of date|does nothing|
    did nothing|not do anything|not do a thing|wrong place|wrong address|wrong way|not true to|not impressed|underwhelming|
    much smaller than|way smaller than|far smaller than|smaller than expected|smaller than i|smaller than the|much bigger than|
    way bigger than|much larger than|much thinner than|would like to return|'d like to return|want to return|going to return|
    underwhelmed|not live up|not match|nobody helps|unwilling|gave up|give up on|had enough|not again`,
  ],
  [
    -3.2,
    `waste of money|waste of time|waste your money|waste your time|waste of|wasted my|do not buy|do not waste|
    do not bother|do not recommend|would not recommend|can not recommend|not recommend this|recommend against|
    do not purchase|never buy|never buy again|not buy again|never order|never shop|will never|not worth it|
    not worth the|one star|zero stars|no stars|piece of junk|piece of crap|junk|garbage|trash|rubbish|crap|crappy|
    worthless|useless|scam|fake|counterfeit|knock off|fraud|ripoff|lemon|dud|paperweight|horrible|horrid|terrible|
    awful|atrocious|abysmal|appalling|disgusting|unacceptable|unusable|unwatchable|unbearable|insufferable|
    worst|the worst|worst ever|hated it|hate it|hate this|fed up|sick of|nightmare|a joke|a disaster|a disgrace|
    ridiculous|pathetic|lousy|suck|sucks|sucked|miserable|excruciating|nothing but problems|nothing but trouble|
    nothing but hassle|buyer beware|save your money|money back|avoid|disappointment|big disappointment|
    poor customer service|terrible customer service|bad customer service|horrible customer service|
    thanks for nothing|thank you for nothing|good for nothing|never buying|never ordering|never using|never coming back|
    not coming back|not be back|not be ordering|not be buying|not order again|not come back|at all costs|ashamed|
    daylight robbery|robbery|thieves|liars|cowboys|joke of a|shambles|total waste|what a waste|way to waste|
    the last time i order|the last time i buy|the last time i shop|last time i order|last time i buy|last time i shop|
    my last order|first and last time|regret buying|regret it|
    terible|terrable|horible|dissapointed|disapointed|dissappointed|wrost|rubish|waist of money|usless|worthles`,
  ],
  [
    -1.3,
    `itch|itches|itchy|slip|slips|sag|sags|fade|shrink|leak|stink|squeak|squeaks|squeaky|wobble|wobbles|rattle|rattles|
    peel|crack|fray|frays|frayed|pilling|snag|snags|jam|jams|clog|clogs|rust|lag|lags|laggy|freeze|overheat|stain|stains|
    chafe|chafes|pinch|pinches|tangle|tangles|drip|drips|spill|spills|warp|warped|crumble|crumbles|stiff|sticky|bitter|
    salty|runny|watery|lumpy|creaks|creaky|sheds|shed|shedding|unravel|unravels|unravelling|bobbles|fuss|
    side effects|aftertaste|residue|gimmick|gimmicky|wait times|queue|queues|hidden costs`,
  ],
  // Says neither, though words of praise or complaint stand in it.
  [
    0,
    `would like|'d like|looks like|look like|looked like|feels like|feel like|felt like|smells like|smell like|tastes like|
    sounds like|seems like|just like|more like|something like|anything like|like a|like the|like my|like this|like that|
    as well|as well as|kind of|kinds of|any kind|this kind|what kind|sort of|customer care|gift card|gift cards|gift for|as a gift|birthday gift|christmas gift|a present|present for|for free|please|yes|pay|paid|paypal|to pay|
    number|order number|phone number|tracking number|well as|top up|drop off|dropped off|left with|
    share it|help desk|the sale|in the sale|during the sale|hand wash|by hand|on hand|in hand|dark green|dark blue|
    dark grey|dark gray|dark brown|no comment|any problem|any problems|any issues|if there is a problem|block of|cut to`,
  ],
];
