const SENTENCE = /[^。！？]+[。！？]?/g;
const ASKS =
  /吗|请问|什么时候|多久|多少|几(?:点|天|号|个|瓶|包|块|斤|片|支)|怎么(?!样|这么|那么|会|说|办|还|就|都|能|可以|回事)|如何|哪(?!怕)|能不能|可不可以|是不是|有没有|是否|什么(?:材质|颜色|码|尺|牌|型号|意思|区别|快递|味道)|在不在/;
const REQUESTS = /^(?:请|麻烦|帮忙|我要(?:换|退|改|开)|我想(?:换|退|改))/;
/** Asked in anger, or of nobody. */
const COMPLAINS =
  /为什么|凭什么|难道|这也|也能叫|怎么(?:会|这么|那么|还|就|能)|还有(?:谁|人)管|吗的|干吗|不是吗|好吗。?$|有没有搞错|算什么/;

/** The share of a text's characters that stand in questions for something one wants to know, and in requests; 0 to 1. */
export function chineseAsksOf(text: string): number {
  let [asking, all] = [0, 0];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    all += sentence.length;
    if (COMPLAINS.test(sentence)) continue;
    if (sentence.endsWith("？") || ASKS.test(sentence) || REQUESTS.test(sentence)) asking += sentence.length;
  }
  return all === 0 ? 0 : asking / all;
}
