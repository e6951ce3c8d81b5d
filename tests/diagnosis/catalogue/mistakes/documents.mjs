/** extend_info written a second time, and JSON signed where a form belongs. */
import { createHash } from 'node:crypto';
import { rawurlencode, one } from './writing.mjs';
import { received, valueOf } from '../merchant.mjs';

const ascii = (text) => text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const upperEscapes = (text) => text.replace(/\\u[0-9a-f]{4}/g, (escape) => `\\u${escape.slice(2).toUpperCase()}`);
const compact = (value) => JSON.stringify(value);
export const spaced = (value) => `{${Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`).join(', ')}}`;
const turned = (text) => Object.fromEntries(Object.entries(JSON.parse(text)).reverse());
const info = (id, lang, code, cause, words, change, options) =>
  one(id, 'extend_info', 'extend_info', lang, code, cause, [words], change, options);
const wrote = /spac|escape|written|json|member|order|\\u|again|second|differ/i;

const extend = [
  info('extend-chinese', 'node', 'JSON.stringify(extend) in the signer', 'extend_info is signed in Chinese, sent as \\u escapes', [wrote], (text) => compact(JSON.parse(text)), { common: true, bases: ['escaped'] }),
  info('extend-escaped', 'python', 'json.dumps(extend) in the signer', 'extend_info is signed as \\u escapes with spaces, sent in Chinese', [wrote], (text) => ascii(spaced(JSON.parse(text))), { common: true, bases: ['optional', 'escaped'] }),
  info('extend-spaced', 'python', 'json.dumps(extend, ensure_ascii=False)', 'extend_info is signed with spaces after : and ,', [wrote], (text) => spaced(JSON.parse(text)), { bases: ['escaped'] }),
  info('extend-compact', 'php', 'json_encode($extend, JSON_UNESCAPED_UNICODE)', 'extend_info is signed without spaces', [wrote], (text) => compact(JSON.parse(text)), { common: true, bases: ['optional'] }),
  info('extend-compact-ascii', 'php', 'json_encode($extend)', 'extend_info is signed without spaces and as \\u escapes', [wrote], (text) => ascii(compact(JSON.parse(text))), { bases: ['optional'] }),
  info('extend-upper-escapes', 'csharp', 'JavaScriptEncoder.Default // \\u674E', 'extend_info is signed with \\u escapes in capitals', [wrote], upperEscapes, { common: true, bases: ['escaped'] }),
  info('extend-turned', 'java', 'new HashMap<>() // another member order', 'the members of extend_info are signed in another order', [/order|member/i], (text) => (text.includes('\\u') ? ascii : String)(compact(turned(text))), { common: true, bases: ['escaped'] }),
  info('extend-turned-spaced', 'python', 'json.dumps(extend, sort_keys=…)', 'the members of extend_info are signed in another order', [/order|member/i], (text) => spaced(turned(text)), { bases: ['optional'] }),
  info('extend-indented', 'node', 'JSON.stringify(extend, null, 2)', 'extend_info is signed with line breaks', [/indent|line|spac|pretty|written|json/i], (text) => JSON.stringify(JSON.parse(text), null, 2), { bases: ['optional'] }),
  info('extend-twice', 'node', 'JSON.stringify(JSON.stringify(extend))', 'extend_info is signed as JSON in JSON', [/twice|string|quot|json/i], (text) => JSON.stringify(text)),
  info('extend-double-backslash', 'java', 'copied from the documentation: \\\\u674e', 'extend_info is signed with two backslashes', [/backslash|escape|\\\\/i], (text) => text.replaceAll('\\', '\\\\'), { bases: ['escaped'] }),
  info('extend-object', 'node', '`extend_info=${extend}`', 'extend_info is signed as [object Object]', [/\[object Object\]/], () => '[object Object]', { common: true }),
  info('extend-array', 'php', '"extend_info=$extend"', 'extend_info is signed as the word Array', [/Array/], () => 'Array'),
  info('extend-repr', 'python', 'f"extend_info={extend}"', 'extend_info is signed as Python prints a dictionary', [/python|dict|single|quot|repr/i],
    (text) => `{${Object.entries(JSON.parse(text)).map(([k, v]) => `'${k}': '${v}'`).join(', ')}}`),
  info('extend-map', 'java', '"extend_info=" + map', 'extend_info is signed as Java prints a map', [/java|map|=/i],
    (text) => `{${Object.entries(JSON.parse(text)).map(([k, v]) => `${k}=${v}`).join(', ')}}`),
];

/** The request's JSON text is signed where the sorted pairs belong. */
function document(id, lang, code, cause, write, { common = false, sorted = false, bases = null, key = true } = {}) {
  return { id, family: 'json', lang, code, cause, words: [key ? [/json/i] : [/json/i, /key/i]], common, bases,
    stages: ['order', 'join', 'write', 'writeName', 'frame', 'json', ...(key ? [] : ['key'])],
    apply(m) {
      if (!sorted) m.order = (pairs) => pairs;
      m.join = (pairs) => write(Object.fromEntries(pairs));
      if (!key) m.addKey = (text) => text;
      return true;
    } };
}
const phpJson = (value) => ascii(compact(value)).replaceAll('/', '\\/');
const numbers = (value) => compact({ ...value, txamt: Number(value.txamt) });
const documents = [
  document('json', 'node', 'md5(JSON.stringify(params) + key)', 'the JSON text is signed, as for a notification', compact, { common: true }),
  document('json-sorted', 'java', 'JSON.toJSONString(new TreeMap<>(p)) + key', 'the sorted JSON text is signed', compact, { sorted: true, common: true }),
  document('json-python', 'python', 'json.dumps(params) + KEY', 'the JSON text, as Python writes it, is signed', (value) => ascii(spaced(value)), { common: true }),
  document('json-python-sorted', 'python', 'json.dumps(params, sort_keys=True)', 'the sorted JSON text, as Python writes it, is signed', (value) => ascii(spaced(value)), { sorted: true }),
  document('json-python-chinese', 'python', 'json.dumps(p, ensure_ascii=False)', 'the JSON text is signed', spaced, { bases: ['milktea'] }),
  document('json-php', 'php', 'md5(json_encode($p) . KEY)', 'the JSON text, as PHP writes it, is signed', phpJson, { bases: ['agent', 'optional'], common: true }),
  document('json-compact-ascii', 'python', 'json.dumps(p, separators=(",", ":"))', 'the JSON text without spaces is signed', (value) => ascii(compact(value)), { bases: ['milktea', 'emoji'] }),
  document('json-no-key', 'node', 'md5(JSON.stringify(params))', 'the JSON text is signed, without the key', compact, { key: false }),
  document('json-number', 'node', 'JSON.stringify({ txamt: 1999, … }) + key', 'the JSON text is signed, txamt as a number', numbers, { bases: ['plain', 'milktea'] }),
];

/** The raw body is known and decodes to something else than was signed. */
function body(id, lang, code, cause, words, write, { common = false, bases = null } = {}) {
  // In the order given, a value that un-encoded separators broke apart reads as if it were whole: no entry mixes the two.
  return { id, family: 'body', lang, code, cause, words, stages: ['body', 'order'], common, bases,
    apply(m) {
      m.body = write(m.sent);
      if (m.body === null) return false;
      const before = JSON.stringify(m.sent);
      m.sent = received(m.body);
      return JSON.stringify(m.sent) !== before;
    } };
}
const formed = (pairs, encode) => Buffer.from(pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&'));
const notEncoded = /not (url-?|percent-?)?encoded|un-?encoded|url|encod|raw|decod/i;
const bodies = [
  body('body-raw', 'php', 'curl_setopt($c, CURLOPT_POSTFIELDS, "goods_name=$name&…")', 'the body is not URL-encoded', [[notEncoded]], (pairs) => formed(pairs, String), { common: true, bases: ['awkward', 'agent', 'optional'] }),
  body('body-plus', 'node', 'body.replace(/%2B/g, "+")', 'a + of a value travels un-encoded and arrives as a space', [[/\+|plus|encod/]], (pairs) => formed(pairs, (v) => encodeURIComponent(v).replaceAll('%2B', '+')), { bases: ['awkward'] }),
  body('body-uri', 'node', 'encodeURI(query)', 'the body is escaped by encodeURI: & and + stay as they are', [[notEncoded]], (pairs) => formed(pairs, encodeURI), { bases: ['agent', 'awkward'] }),
  body('body-percent', 'shell', 'curl -d "goods_name=50%25 off…"', 'a % of a value travels un-encoded', [[/%|percent|encod/]], (pairs) => formed(pairs, (v) => encodeURIComponent(v).replaceAll('%25', '%')), { bases: ['awkward'] }),
  body('body-twice', 'java', 'form.add("goods_name", URLEncoder.encode(name)) // the client encodes again', 'the body is URL-encoded twice', [[/twice|double|two|again/i]], (pairs) => formed(pairs, (v) => rawurlencode(rawurlencode(v))), { common: true, bases: ['milktea', 'plain', 'agent', 'traditional'] }),
  body('body-goods-twice', 'php', "'goods_name' => urlencode($name) + http_build_query", 'goods_name is URL-encoded twice in the body', [[/twice|double|again/i]],
    (pairs) => Buffer.from(pairs.map(([n, v]) => `${n}=${rawurlencode(n === 'goods_name' ? rawurlencode(v) : v)}`).join('&')), { bases: ['yen', 'sha256', 'emoji'] }),
  body('body-notify-split', 'go', '"&notify_url=" + notify', 'the & of notify_url ends the value', [[/&|notify_url/, /encod|split|cut/]],
    (pairs) => Buffer.from(pairs.map(([n, v]) => `${n}=${n === 'notify_url' ? v : rawurlencode(v)}`).join('&')), { bases: ['agent', 'optional'] }),
  {
    ...body('body-signed', 'python', 'md5(request.body + KEY)', 'the raw body is signed, as for a notification', [[/body|url|encod/i]], () => null, { common: true, bases: ['milktea', 'plain', 'agent'] }),
    stages: ['order', 'join', 'write', 'frame', 'body'],
    apply(m) {
      m.body = formed(m.sent, (value) => rawurlencode(value).replaceAll('%20', '+'));
      m.order = (pairs) => pairs;
      m.join = () => m.body.toString();
      return true;
    },
  },
  {
    ...body('body-json-signed', 'node', 'axios.post(url, params) // JSON; sign(JSON.stringify(params) + key)', 'a JSON body is sent and signed', [[/json|raw body/i]], () => null, { bases: ['plain', 'agent', 'emoji'] }),
    stages: ['order', 'join', 'write', 'frame', 'body'],
    apply(m) {
      m.body = Buffer.from(compact(Object.fromEntries(m.sent)));
      m.order = (pairs) => pairs;
      m.join = () => m.body.toString();
      return true;
    },
  },
];

/** Never an entry of its own: an un-encoded body, signed as it is, cannot be told from unsorted pairs in an un-encoded body. */
const rawBodySigned = {
  ...body('body-raw-signed', 'php', '', 'the un-encoded body is signed', [[/body/]], () => null),
  stages: ['order', 'join', 'write', 'frame', 'body'], hidden: true,
  apply(m) {
    m.body = formed(m.sent, String);
    m.sent = received(m.body);
    m.order = (pairs) => pairs;
    m.join = () => m.body.toString();
    return true;
  },
};

/** The signature's own digest cannot be part of its string, but of the sent parameters. */
const signSent = {
  id: 'sign-sent', family: 'participation', lang: 'php', common: false, bases: ['plain', 'agent'], stages: ['pair:sign'], mayBeEmpty: true,
  code: "$p['sign'] = $sign; post($p)", cause: 'sign is sent as a parameter, not signed', words: [['sign']],
  apply(m) {
    m.sent = [...m.sent, ['sign', createHash('md5').update(JSON.stringify(m.sent)).digest('hex')]];
    return valueOf(m.signed, 'sign') === undefined;
  },
};

export default [...extend, ...documents, ...bodies, rawBodySigned, signSent];
