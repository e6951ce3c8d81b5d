/** In which order the parameters stand, and the names they carry when signed. */
import { valueOf } from '../merchant.mjs';

const by = (key, direction = 1) => (pairs) => [...pairs].sort((one, other) => {
  const [first, second] = [key(one), key(other)];
  return direction * (first < second ? -1 : Number(first > second));
});
const icu = new Intl.Collator('en');
const SAMPLE_ORDER = ['txamt', 'txcurrcd', 'pay_type', 'out_trade_no', 'txdtm', 'sub_openid'];
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

function order(id, lang, code, cause, words, sort, { common = false, bases = null } = {}) {
  return { id, family: 'order', lang, code, cause, words: [[/sort|order/, ...words]], stages: ['order'], common, bases,
    apply(m) { m.order = sort; return true; } };
}

function naming(id, lang, code, cause, words, rename, { common = false, bases = null } = {}) {
  return { id, family: 'names', lang, code, cause, words: [words], stages: ['names'], common, bases,
    apply(m) {
      const renamed = m.signed.map(([name, value]) => [rename(name), value]);
      if (JSON.stringify(renamed) === JSON.stringify(m.signed)) return false;
      m.signed = renamed;
      return true;
    } };
}

const sortsAfterwards = (mistake, rename) => ({ ...mistake, apply(m) {
  m.writeName = rename;
  return m.signed.some(([name]) => rename(name) !== name);
} });

export default [
  order('unsorted', 'node', "Object.keys(p).map((k) => `${k}=${p[k]}`).join('&')", 'the parameters are not sorted',
    [/not sorted|unsorted|as given|as sent|order in which|given order|as it stands|as they/], (pairs) => pairs, { common: true }),
  order('descending', 'php', 'krsort($p);', 'the names are sorted from Z to A', [/descend|backward|revers|z to a|z-a/i],
    by(([name]) => name, -1), { common: true }),
  order('reversed', 'python', 'list(reversed(params.items()))', 'the parameters stand in reverse order',
    [/revers|backward/], (pairs) => [...pairs].reverse()),
  order('case-insensitive', 'java', 'new TreeMap<>(String.CASE_INSENSITIVE_ORDER)', 'the names are sorted without regard to case',
    [/case|upper|lower/], by(([name]) => name.toLowerCase()), { common: true, bases: ['further'] }),
  order('case-insensitive-upper', 'csharp', 'new SortedDictionary<string,string>(StringComparer.OrdinalIgnoreCase)',
    'the names are sorted without regard to case, in capitals', [/case|upper|lower/], by(([name]) => name.toUpperCase()), { bases: ['further'] }),
  order('locale', 'node', 'Object.keys(p).sort((a, b) => a.localeCompare(b))', 'the names are sorted by the rules of a language',
    [/locale|language|case|collat|dictionary/], (pairs) => [...pairs].sort((one, other) => icu.compare(one[0], other[0])), { bases: ['further'] }),
  order('by-value', 'php', 'asort($p);', 'sorted by value instead of name', [/value/], by(([, value]) => value), { common: true }),
  order('by-value-descending', 'php', 'arsort($p);', 'sorted by value, from high to low', [/value/], by(([, value]) => value, -1)),
  order('by-pair', 'python', '"&".join(sorted(f"{k}={v}" for k, v in p.items()))', 'the finished name=value pairs are sorted',
    [/pair|name=value/], by(([name, value]) => `${name}=${value}`), { bases: ['further'] }),
  order('by-length', 'node', '_.sortBy(keys, k => k.length)', 'sorted by the length of the name', [/length|short/],
    (pairs) => [...pairs].sort((one, other) => one[0].length - other[0].length)),
  order('documented', 'java', 'String.format("txamt=%s&txcurrcd=%s&pay_type=%s…")', 'in the order of the documentation, not of the names',
    [/document|table|sample|order/], (pairs) => {
      const rest = pairs.filter(([name]) => !SAMPLE_ORDER.includes(name));
      return [...SAMPLE_ORDER.flatMap((name) => pairs.filter(([known]) => known === name)), ...rest];
    }, { bases: ['emoji', 'yen', 'traditional'] }),
  naming('openid', 'node', 'sign({ ...p, openid }); // sent as sub_openid', 'signed as openid, sent as sub_openid', ['openid', /name|sub_openid/],
    (name) => (name === 'sub_openid' ? 'openid' : name), { common: true }),
  naming('camel-case', 'java', 'BeanUtils.describe(request) // outTradeNo, subOpenid', 'the names are signed in camelCase',
    [/camel|outTradeNo|spell|subOpenid/], camel),
  sortsAfterwards({ ...naming('upper-names', 'csharp', 'name.ToUpper() + "=" + value', 'the names are signed in capitals',
    [/name/, /upper|capital|case/], camel), stages: ['writeName'] }, (name) => name.toUpperCase()),
  sortsAfterwards({ ...naming('lower-names', 'php', 'strtolower($k) . "=" . $v', 'the names are signed in small letters',
    [/name/, /lower|small|case/], camel, { bases: ['further'] }), stages: ['writeName'] }, (name) => name.toLowerCase()),
  {
    id: 'values-only', family: 'separators', lang: 'php', common: false, bases: null, stages: ['join'],
    code: 'ksort($p); implode("&", $p)', cause: 'only the values are signed, not the names',
    words: [[/only|without|names?/, /value/]],
    apply(m) { m.join = (pairs) => pairs.map(([, value]) => value).join('&'); return valueOf(m.sent, 'txamt') !== undefined; },
  },
];
