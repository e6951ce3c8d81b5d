/**
 * Writes mistakes.json: `node make.mjs` (Node 20 or later; GBK, Big5 and Shift JIS by the system's iconv).
 * `node make.mjs FILE SEED` writes another choice of requests and pairs, to try the doctor on what it was never adjusted to.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BASES } from './bases.mjs';
import { merchant, sign } from './merchant.mjs';
import { applied, compatible, explanations, MISTAKES, rank, varied } from './compose.mjs';

const DOUBLES = 260;
const TRIPLES = 40;
const requests = new Map();

/** A request under its id, once for all entries that use it. */
function request(base) {
  requests.set(base.id, { params: Object.fromEntries(base.pairs), client_key: base.key, app_code: base.appCode, sign_type: base.signType });
  return base.id;
}

const written = (word) => (word instanceof RegExp ? word.source : word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** The word sets of several mistakes at once: one set of each, all of which must be said. */
function product(mistakes) {
  return mistakes.reduce((sets, { words }) => sets.flatMap((set) => words.map((more) => [...set, ...more.map(written)])), [[]]);
}

function accepted(base, kind, outcome, mistakes) {
  const same = kind === 'triple' ? [] : explanations(base)[kind].get(outcome.bytes) ?? [];
  const all = [{ mistakes, texts: outcome.texts }, ...same];
  const unique = (list) => [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
  return { accept: unique(all.flatMap((one) => product(one.mistakes))), signing_strings: unique(all.flatMap(({ texts }) => texts)) };
}

function entry(kind, base, mistakes, outcome) {
  const { m, text, signature } = outcome;
  const params = Object.fromEntries(m.sent);
  return {
    id: `${mistakes.map(({ id }) => id).join('+')}@${base.id}`, kind, family: mistakes.map(({ family }) => family).join('+'),
    cause: mistakes.map(({ cause }) => cause).join('; and '), code: mistakes.map(({ code }) => code),
    ...accepted(base, kind, outcome, mistakes),
    ...(mistakes.some(({ mayBeEmpty }) => mayBeEmpty) && { may_be_empty: true }),
    request: request(base),
    ...(JSON.stringify(m.sent) !== JSON.stringify(base.pairs) && { params }),
    ...(m.base.key !== base.key && { client_key: m.base.key }),
    ...(m.signType !== base.signType && { sign_type: m.signType }),
    ...(Object.keys(m.otherKeys).length && { other_keys: m.otherKeys }),
    ...(Object.keys(m.unsent).length && { unsent: m.unsent }),
    ...(m.body && { body: m.body.toString('base64') }),
    wrong_signing_string: text, signature, hashed: [m.charset, m.digest, m.print, ...(m.digest.startsWith('hmac') ? [m.key] : [])],
  };
}

function candidates(mistakes) {
  const wanted = mistakes.flatMap(({ bases }) => bases ?? []);
  const allowed = BASES.filter(({ id }) => mistakes.every(({ bases }) => !bases || bases.includes(id)));
  const fitting = allowed.length ? allowed : BASES.filter(({ id }) => wanted.includes(id));
  return fitting.sort((one, other) => rank(`${mistakes[0].id}${one.id}`).localeCompare(rank(`${mistakes[0].id}${other.id}`)));
}

function singles() {
  return MISTAKES.filter(({ hidden }) => !hidden).flatMap((mistake) => {
    const found = candidates([mistake]).map((base) => [base, applied(base, [mistake])]).filter(([, outcome]) => outcome);
    for (let number = 1; found.length === 0 && number < 40; number += 1) {
      const base = varied(BASES[0], number);
      const outcome = applied(base, [mistake]);
      if (outcome) found.push([base, outcome]);
    }
    if (found.length === 0) throw new Error(`${mistake.id} shows on no request`);
    return found.slice(0, mistake.common ? 2 : 1).map(([base, outcome]) => entry('single', base, [mistake], outcome));
  });
}

/** A set of mistakes on the first request where every one of them shows, and nothing smaller gives the same bytes. */
function together(kind, mistakes) {
  for (const base of candidates(mistakes)) {
    const outcome = applied(base, mistakes);
    const lesser = mistakes.map((_, left) => applied(base, mistakes.filter((__, at) => at !== left)));
    const alone = explanations(base);
    const smaller = outcome && (alone.single.has(outcome.bytes) || (kind === 'triple' && alone.double.has(outcome.bytes)));
    if (outcome && !smaller && lesser.every((one) => one && one.bytes !== outcome.bytes)) return entry(kind, base, mistakes, outcome);
  }
  return null;
}

function pairs() {
  const common = MISTAKES.filter((mistake) => mistake.common);
  const all = common.flatMap((one, at) => common.slice(at + 1).map((other) => [one, other]));
  const fitting = all.filter(([one, other]) => one.family !== other.family && compatible(one, other));
  return fitting.sort((a, b) => rank(a.map(({ id }) => id).join()).localeCompare(rank(b.map(({ id }) => id).join())));
}

/** Every pair of families once, then pairs of mistakes from one language, until there are enough. */
function doubles(ordered) {
  const families = new Set();
  const first = ordered.filter((pair) => {
    const name = pair.map(({ family }) => family).sort().join();
    return !families.has(name) && families.add(name);
  });
  const sameLanguage = ordered.filter(([one, other]) => one.lang === other.lang);
  const chosen = new Map();
  for (const pair of [...first, ...sameLanguage, ...ordered]) {
    const made = chosen.size < DOUBLES ? together('double', pair) : null;
    if (made) chosen.set(made.id, made);
  }
  return [...chosen.values()];
}

function triples(ordered) {
  const made = [];
  for (const [at, [one, two]] of ordered.entries()) {
    const three = ordered[(at * 7 + 3) % ordered.length][0];
    const apart = new Set([one.family, two.family, three.family]).size === 3 && compatible(one, three) && compatible(two, three);
    const found = apart && made.length < TRIPLES ? together('triple', [one, two, three]) : null;
    if (found) made.push(found);
  }
  return made;
}

function wellSigned() {
  return Array.from({ length: 50 }, (_, at) => {
    const base = varied(BASES[at % BASES.length], Math.floor(at / BASES.length));
    const m = { ...merchant(base), upper: at % 2 === 0 };
    return { id: `well-${at}`, kind: 'well', family: 'well signed', request: request(base), signature: sign(m).signature };
  });
}

function random() {
  return Array.from({ length: 200 }, (_, at) => {
    const base = BASES[at % BASES.length];
    const digits = rank(`nobody signed this ${at}`).slice(0, base.signType === 'SHA256' || at % 9 === 0 ? 64 : 32);
    return { id: `random-${at}`, kind: 'random', family: 'random', request: request(base), signature: at % 2 ? digits : digits.toUpperCase() };
  });
}

/** Causes that no search can see: an unknown key, a value that changed after signing to something unknowable. */
function invisible() {
  const changes = { out_trade_no: (v) => `${rank(v).slice(0, 12)}`, txamt: (v) => String(Number(v) * 3 + 1711), sub_openid: () => 'oS80_5dxekECAOlVBeQFk00000aa', txdtm: () => '2025-02-14 17:31:47' };
  return Object.entries(changes).flatMap(([name, change]) => BASES.slice(0, 5).map((base) => {
    const m = merchant(base);
    m.signed = m.signed.map(([known, value]) => [known, known === name ? change(value) : value]);
    if (name === 'txdtm') m.key = rank(base.id).slice(0, 32);
    return { id: `invisible-${name}@${base.id}`, kind: 'invisible', family: 'invisible', request: request(base), signature: sign(m).signature };
  }));
}

const ordered = pairs();
const entries = [...singles(), ...doubles(ordered), ...triples(ordered), ...wellSigned(), ...random(), ...invisible()];
const line = (value) => `  ${JSON.stringify(value)}`;
const table = [...requests].map(([id, value]) => `  ${JSON.stringify(id)}: ${JSON.stringify(value)}`);
const file = process.argv[2] ? resolve(process.argv[2]) : new URL('mistakes.json', import.meta.url);
writeFileSync(file, `{\n "requests": {\n${table.join(',\n')}\n },\n "entries": [\n${entries.map(line).join(',\n')}\n ]\n}\n`);
const count = {};
for (const { kind } of entries) count[kind] = (count[kind] ?? 0) + 1;
console.log(count);
