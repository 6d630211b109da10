const LUKEWARM =
  /^(?:质量|东西|感觉|整体|总体|效果|味道)?一般吧?[。！ ]*$|一般般吧?|(?:感觉|觉得)?(?:还行|还可以|还凑合|过得去)吧?|凑合(?:着|能|可以)?用?吧?|将就(?:着|能)?用?吧?|马马虎虎吧?|马虎虎|中规中矩|不好(?:也)?不坏|不功不过|无功无过|没(?:有)?(?:什么|啥)(?:特别|亮点|惊喜|出彩)(?:之处|的地方|的)?|普普通通|平平无奇|差强人意|也?就那样吧?|见仁见智|因人而异|有(?:的|些)?人(?:觉得|说|会)?(?:很)?(?:喜欢|爱|好|行)[^，。！？ ]{0,3}，?(?:也)?有(?:的|些)?人(?:觉得|说|会)?(?:不|讨厌)[^，。！？ ]{0,4}/g;

/** What is left of a text that says it is neither good nor bad; null where it does not say so. */
export function withoutLukewarm(text: string): string | null {
  const left = text.replace(LUKEWARM, "，");
  return left === text ? null : left;
}
