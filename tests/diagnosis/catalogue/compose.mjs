/** Mistakes applied to a request: alone, in pairs, and with the other mistakes that lead to the same bytes. */
import { createHash } from 'node:crypto';
import { merchant, sign } from './merchant.mjs';
import charsetsAndDigests from './mistakes/digests.mjs';
import documents from './mistakes/documents.mjs';
import keys from './mistakes/keys.mjs';
import order from './mistakes/order.mjs';
import participation from './mistakes/participation.mjs';
import separators from './mistakes/separators.mjs';
import times from './mistakes/times.mjs';
import writing from './mistakes/writing.mjs';

export const MISTAKES = [participation, order, separators, writing, times, documents, keys, charsetsAndDigests].flat();
const LOWER = new Set(['node', 'shell', 'go']);

/** Decides which requests and pairs are chosen; another seed on the command line chooses others. */
export const rank = (text) => createHash('sha256').update(text + (process.argv[3] ?? '')).digest('hex');

/** The request with another order number, for mistakes that only some digests show. */
export function varied(base, number) {
  if (number === 0) return base;
  const pairs = base.pairs.map(([name, value]) => [name, name === 'out_trade_no' ? `${value}${number}` : value]);
  return { ...base, id: `${base.id}-${number}`, pairs };
}

function rightSignature(m) {
  const honest = merchant({ ...m.base, pairs: m.sent });
  return sign(honest).signature.toLowerCase();
}

/** What a merchant with these mistakes sends; null where one does not apply to the request. */
export function applied(base, mistakes) {
  const m = merchant(base);
  m.upper = !LOWER.has(mistakes[0]?.lang);
  for (const mistake of [...mistakes].sort((one, other) => Number(one.family === 'body') - Number(other.family === 'body'))) {
    if (!mistake.apply(m)) return null;
  }
  const outcome = sign(m);
  if (outcome === null || outcome.signature.toLowerCase() === rightSignature(m)) return null;
  const same = m.sameText ? [m.sameText(outcome.text)] : [];
  const bytes = JSON.stringify([m.sent, m.base.key, m.signType, outcome.signature.toLowerCase(), m.body?.toString('hex') ?? '']);
  return { ...outcome, m, bytes, texts: [...new Set([outcome.text, ...same])] };
}

/** Values encoded in the string and encoded once more in the body: the one hides the other. */
const hide = (one, other) => one.family === 'url' && other.family === 'body';

export function compatible(one, other) {
  return !hide(one, other) && !hide(other, one) && one.id !== other.id && !one.stages.some((stage) => other.stages.includes(stage));
}

const tables = new Map();

/** bytes -> the sets of mistakes that lead to them, singles first, over every mistake and pair of mistakes. */
export function explanations(base) {
  if (!tables.has(base.id)) {
    const table = { single: new Map(), double: new Map() };
    const add = (kind, mistakes) => {
      const outcome = applied(base, mistakes);
      if (outcome) table[kind].set(outcome.bytes, [...(table[kind].get(outcome.bytes) ?? []), { mistakes, texts: outcome.texts }]);
    };
    MISTAKES.forEach((one) => add('single', [one]));
    MISTAKES.forEach((one, at) => MISTAKES.slice(at + 1).filter((other) => compatible(one, other)).forEach((other) => add('double', [one, other])));
    tables.set(base.id, table);
  }
  return tables.get(base.id);
}
