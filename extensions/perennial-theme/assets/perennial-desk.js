/* global document, fetch, FormData, crypto, location, CSS */
// What points are used with, loaded when somebody does. One request for a deed: its answer bears all that changes.

/** One key for a wish until it is answered, however often it has to be sent: points are never taken twice for it. */
const keys = new WeakMap();
const ANSWERED = ["held", "refused", "key-reused"];

const ASKED = { redeem: "ask", cancel: "askBack" };

export async function act(desk, form) {
  const deed = form.dataset.perennial;
  if (form.hasAttribute("aria-busy")) return;
  if (deed in ASKED && !(await isMeant(desk, form, desk.dataset[ASKED[deed]]))) return;
  form.setAttribute("aria-busy", "true");
  tell(desk, form, desk.dataset.working);
  const answer = await send(desk, form, deed).catch(() => ({ text: desk.dataset.offline }));
  form.removeAttribute("aria-busy");
  tell(desk, form, answer.text);
  if (ANSWERED.includes(answer.outcome)) keys.delete(form);
  if (!answer.done) return;
  if (deed === "join") return location.reload();
  if (deed === "refuse") return leaveOut(form);
  if (deed === "birthday") form.querySelector(".perennial-fields").hidden = true;
  if (answer.member) show(answer);
  keepFocus(form);
}

/** Asks once more where the button was. Escape, or no, puts it back. */
function isMeant(desk, form, question) {
  const points = Number(form.dataset.points) * Number(form.elements.units?.value ?? 1);
  const place = document.createElement("div");
  place.className = "perennial-ask";
  place.innerHTML = `<p tabindex="-1"></p><p class="perennial-ask-row"><button type="button" class="perennial-action button"></button><button type="button" class="perennial-quiet"></button></p>`;
  const [text] = place.children;
  const [yes, no] = place.querySelectorAll("button");
  text.textContent = question.replace("[points]", inPoints(desk, points));
  yes.textContent = desk.dataset.yes;
  no.textContent = desk.dataset.no;
  form.hidden = true;
  form.after(place);
  text.focus();
  return new Promise((resolve) => {
    const end = (meant) => {
      place.remove();
      form.hidden = false;
      form.querySelector('[type="submit"]').focus();
      resolve(meant);
    };
    yes.addEventListener("click", () => end(true));
    no.addEventListener("click", () => end(false));
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      end(false);
    });
  });
}

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** Throws where nothing was answered in the app's own words: the shop or the app is out of reach. */
async function send(desk, form, deed) {
  const { locale: _locale, ...fields } = Object.fromEntries(new FormData(form));
  if (deed === "redeem") {
    if (!keys.has(form)) keys.set(form, newKey());
    fields.key = keys.get(form);
  }
  if (deed === "birthday") for (const name of ["day", "month"]) fields[name] = Number(fields[name]);
  const post = (token) =>
    ask(desk, deed, { method: "POST", body: JSON.stringify({ ...fields, ...(token && { token }) }) });
  let answer = await post(desk.token);
  if (answer.outcome === "forbidden") answer = await post((await ask(desk, "member")).token);
  desk.token = answer.token ?? desk.token;
  if (typeof answer.text !== "string") throw new Error("no answer");
  return answer;
}

async function ask({ dataset }, path, init) {
  const response = await fetch(`${dataset.proxy}/${path}?locale=${dataset.locale}`, {
    ...init,
    headers: { Accept: "application/json", "Content-Type": "application/json" },
  });
  return { ...(await response.json()), done: response.ok };
}

/** Beneath the button for who sees it, and in the page's live region for who does not. */
function tell(desk, form, text) {
  let line = form.nextElementSibling;
  if (!line?.matches(".perennial-told")) {
    line = document.createElement("p");
    line.className = "perennial-told";
    form.after(line);
  }
  line.textContent = text;
  desk.say(text);
}

/** The card goes, the last one with its heading; what was said stays in the page's live region. */
function leaveOut(form) {
  const card = form.closest("li");
  const list = card.parentElement;
  const next = card.nextElementSibling ?? card.previousElementSibling ?? card.closest("section");
  card.remove();
  if (list.childElementCount === 0) {
    list.previousElementSibling.remove();
    list.remove();
  }
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

function keepFocus(form) {
  if (form.isConnected && !form.hidden) return;
  const place = form.closest("li, section") ?? document.querySelector(".perennial-figure");
  const kept = place?.isConnected ? place : document.querySelector('[data-perennial="figure"]');
  if (!kept) return;
  kept.tabIndex = -1;
  kept.focus({ preventScroll: true });
}

/** Everything on the page that tells of this member's points. */
function show({ member, redemption, timezone }) {
  const desks = [...document.querySelectorAll("perennial-rewards")].filter(({ dataset }) => dataset.module);
  const [desk] = desks;
  for (const one of desks) one.zone = timezone;
  const balance = Number(member.balance);
  for (const badge of all(document, "balance")) badge.textContent = inPoints(desk, member.balance);
  for (const figure of all(document, "figure")) {
    figure.querySelector(".perennial-figure-number").textContent = grouped(desk, member.balance);
    figure.querySelector(".perennial-figure-unit").textContent = unit(desk, member.balance);
  }
  for (const held of all(document, "held")) held.hidden = Number(member.held) === 0;
  for (const held of all(document, "held-points")) held.textContent = inPoints(desk, member.held);
  for (const card of document.querySelectorAll(".perennial-reward")) showReach(desk, card, balance);
  // What is offered is drawn already, with its end.
  const offered = document.querySelector("perennial-offer")?.dataset.code;
  const open = member.redemptions.filter(({ code }) => code === null || code !== offered);
  for (const one of desks) {
    for (const part of all(one, "redemptions")) showRedemptions(one, part, open, redemption);
    for (const pattern of all(one, "entry")) showEntry(one, pattern, member.history[0]);
  }
}

function showReach(desk, card, balance) {
  const forms = [...card.querySelectorAll("form[data-points]")];
  if (forms.length === 0) return;
  const least = Math.min(...forms.map(({ dataset }) => Number(dataset.points)));
  for (const form of forms) {
    const points = Number(form.dataset.points);
    form.hidden = points > balance;
    const { units } = form.elements;
    if (!units) continue;
    units.max = Math.max(1, Math.min(Math.floor(balance / points), Number(form.dataset.most)));
    units.value = Math.min(units.value, units.max);
  }
  const [missing] = all(card, "missing");
  missing.hidden = least <= balance;
  Object.assign(missing.querySelector("progress"), { max: least, value: balance });
  const line = missing.querySelector("[data-text]");
  line.textContent = line.dataset.text.replace("[points]", inPoints(desk, Math.max(0, least - balance)));
}

function showRedemptions(desk, part, redemptions, made) {
  const list = part.querySelector("ul");
  const there = new Map([...list.children].map((line) => [line.dataset.redemption, line]));
  for (const [id, line] of there) if (!redemptions.some((redemption) => redemption.id === id)) line.remove();
  for (const redemption of [...redemptions].reverse()) {
    const line = newRedemption(desk, part, redemption, made);
    const old = there.get(redemption.id);
    if (!old) list.prepend(line);
    else if (!old.querySelector("code") && redemption.code) old.replaceWith(line);
  }
  part.hidden = list.children.length === 0;
}

function newRedemption(desk, part, { id, reward, state, code, endsAt }, made) {
  const line = part.querySelector("template").content.firstElementChild.cloneNode(true);
  const card = cardOf(reward);
  line.dataset.redemption = id;
  line.querySelector(".perennial-name").textContent =
    made?.id === id ? made.title : (card?.querySelector(".perennial-name").textContent ?? "");
  const media = card?.querySelector(".perennial-media");
  if (media) line.querySelector(".perennial-media").replaceWith(media.cloneNode(true));
  const shown =
    state !== "ready" ? state : code === null ? "secret" : endsAt === null ? "ready" : "ready_until";
  for (const sentence of line.querySelectorAll("[data-state]")) {
    if (sentence.dataset.state !== shown) sentence.remove();
    else if (endsAt) sentence.textContent = sentence.textContent.replace("[date]", day(desk, endsAt));
  }
  const place = line.querySelector(".perennial-code-line");
  if (code === null) place.remove();
  else {
    place.querySelector("code").textContent = code;
    const link = place.querySelector("a");
    link.setAttribute("href", link.getAttribute("href").replace(/%5Bcode%5D/i, encodeURIComponent(code)));
  }
  const form = line.querySelector("form");
  if (form && state === "granted") form.remove();
  else if (form) form.elements.redemption.value = id;
  return line;
}

function showEntry(desk, pattern, entry) {
  const name = pattern.content.querySelector(".perennial-name").dataset[entry?.kind ?? ""];
  if (name === undefined) return;
  const line = pattern.content.firstElementChild.cloneNode(true);
  line.querySelector("time").dateTime = entry.at;
  line.querySelector("time").textContent = day(desk, entry.at);
  line.querySelector(".perennial-name").textContent = name;
  const reward = cardOf(entry.note ?? "")?.querySelector(".perennial-name").textContent;
  line.querySelector("bdi").textContent = reward ?? entry.note ?? "";
  const sign = Number(entry.points) < 0 ? "−" : "+";
  line.querySelector(".perennial-amount").textContent =
    sign + grouped(desk, String(entry.points).replace("-", ""));
  pattern.previousElementSibling.prepend(line);
}

function cardOf(reward) {
  return document.querySelector(`.perennial-reward[data-reward="${CSS.escape(reward)}"]`);
}

function all(place, name) {
  return place.querySelectorAll(`[data-perennial="${name}"]`);
}

/** As the page's other dates are written: the months by name, and in the shop's zone. */
export function day({ dataset, zone: timeZone }, instant) {
  const format = { year: "numeric", month: "short", day: "numeric", timeZone };
  return new Intl.DateTimeFormat(dataset.locale, format).format(new Date(instant));
}

/** Spanish groups from five digits on. */
export function grouped({ dataset }, number) {
  const isShort = dataset.locale.startsWith("es") && Number(number) < 10_000;
  return String(number).replace(/\B(?=(\d{3})+$)/g, isShort ? "" : dataset.group);
}

/** The words of the sample that has the same plural form. */
function wordsFor(desk, number) {
  const rules = new Intl.PluralRules(desk.dataset.locale);
  const samples = desk.dataset.points.split("|").map((sample) => sample.split("="));
  const wanted = rules.select(Number(number));
  const [, words] = samples.find(([sample]) => rules.select(Number(sample)) === wanted) ?? samples.at(-1);
  return words;
}

function inPoints(desk, number) {
  return wordsFor(desk, number).replace("[n]", grouped(desk, number));
}

function unit(desk, number) {
  return wordsFor(desk, number).replace("[n]", "").trim();
}
