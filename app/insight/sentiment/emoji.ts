/** Emoji and emoticons by what they say of a purchase, from -3 to 3. Those that say neither, or both, are not listed. */
const LISTS: readonly (readonly [valence: number, marks: string])[] = [
  [3, "😍 🥰 😻 🤩 ❤ 💖 💕 💗 💓 💘 💝 💞 💯 🏆 🥇 🎉 🎊 🙌 🫶 ❤️‍🔥 😇 🥳 <3"],
  [
    2,
    "😀 😃 😄 😁 😆 😊 ☺ 🙂 😺 😸 😋 😎 🤗 😘 😚 😌 🤤 👍 👌 👏 🙏 💪 🤝 🫡 ✅ ✔ 🌟 ✨ 🔥 💚 💙 💜 🧡 💛 🤍 🖤 🤎 🩷 🌹 💐 🌈 ♥ :) :-) =) ^_^ ^^ :D :-D ;) ;-) XD xD",
  ],
  [
    -2,
    "😞 😔 😟 🙁 ☹ 😕 😣 😖 😫 😩 😢 😥 😓 😰 😨 😧 😦 🥺 😒 🙄 😑 😐 🫤 😬 😤 😪 👎 💔 ❌ ✖ 🚫 ⛔ ⚠ 😿 🙀 🤦 🤨 🥴 🫠 :( :-( =( :/ :-/ ;( :'( T_T >_<",
  ],
  [-3, "😠 😡 🤬 😭 🤮 🤢 💩 🖕 😾 😱 🤡 👿 🗑 🚮 ☠ 💀"],
];
const VALENCES = new Map(
  LISTS.flatMap(([valence, marks]) => marks.split(" ").map((mark) => [mark, valence] as const)),
);
/** Emoji anywhere, the variant selector and skin tones aside; emoticons only where a word could stand. */
const MARK =
  /(?:❤️‍🔥|\p{Extended_Pictographic})|(?<=^|\s|[\p{L}.!?,])(?::'\(|[:;=]-?[)(/D]|[xX]D|<3|\^_?\^|T_T|>_<)(?=$|\s|[.!?,])/gu;
/** As many hearts as one likes say no more than a few. */
const MOST = 6;

/** What the emoji of a text say together, from -6 to 6; 0 where they say nothing. */
export function emotionOf(text: string): number {
  let sum = 0;
  for (const [mark] of text.matchAll(MARK)) sum += VALENCES.get(mark) ?? 0;
  return Math.max(-MOST, Math.min(MOST, sum));
}
