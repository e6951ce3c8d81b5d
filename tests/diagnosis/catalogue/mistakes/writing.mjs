/** How every value (or one named value) is written in the string. */
import { replaced, valueOf } from '../merchant.mjs';

const hex = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
const lowerHex = (text) => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
export const rawurlencode = (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, hex);
export const phpUrlencode = (text) => rawurlencode(text).replaceAll('~', '%7E').replaceAll('%20', '+');
const pythonQuote = (text) => rawurlencode(text).replaceAll('%2F', '/');
const javaUrlEncoder = (text) => phpUrlencode(text).replaceAll('%2A', '*');
const csharpUrlEncode = (text) => lowerHex(encodeURIComponent(text).replace(/[~']/g, hex)).replaceAll('%20', '+');
const htmlspecialchars = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lodashEscape = (text) => htmlspecialchars(text).replaceAll("'", '&#39;');
const asciiJson = (text) => JSON.stringify(text).replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const inner = (quoted) => quoted.slice(1, -1);
const addslashes = (text) => text.replace(/[\\'"]/g, '\\$&');
const fullToHalf = (text) => text.normalize('NFKC');
const url = /url|percent|%/i;

/** JSON leaves out what a language prints as `undefined`: the two never meet in one string. */
const stagesOf = (id) => (id.startsWith('json') ? ['write', 'json'] : ['write']);

function all(id, family, lang, code, cause, words, write, { common = false, bases = null } = {}) {
  return { id, family, lang, code, cause, words, stages: stagesOf(id), common, bases, apply(m) { m.writeValue = write; return true; } };
}
function whole(id, family, lang, code, cause, words, finish, { common = false, bases = null, stage = 'finish' } = {}) {
  return { id, family, lang, code, cause, words, stages: [stage], common, bases, apply(m) { m[stage] = finish; return true; } };
}
/** One parameter is written differently when signed. */
export function one(id, family, name, lang, code, cause, words, change, { common = false, bases = null } = {}) {
  return { id, family, lang, code, cause, words: words.map((set) => [name, ...set]), stages: [`pair:${name}`], common, bases,
    apply(m) {
      const before = valueOf(m.signed, name);
      if (before === undefined || change(before, m) === before) return false;
      m.signed = replaced(m.signed, name, (value) => change(value, m));
      return true;
    } };
}
/** One parameter differs in what is sent; the correct value was signed. */
function sentDifferently(id, family, name, lang, code, cause, words, change, { common = false, bases = null } = {}) {
  const either = [...words, ...words.map((set) => [name, ...set])];
  return { ...one(id, family, name, lang, code, cause, words, change, { common, bases }), words: either,
    apply(m) {
      const before = valueOf(m.sent, name);
      if (before === undefined || change(before) === before) return false;
      m.sent = replaced(m.sent, name, change);
      return true;
    } };
}
/** An optional parameter that nobody sends is signed with a language's word for "nothing". */
function nothing(names, word, lang, code, common = false) {
  return { id: `${word.replace(/\W/g, '')}-${names.join('-')}`, family: 'nothing', lang, code, common, bases: null,
    cause: `${names.join(' and ')} signed as ${word}, not sent`, words: [[...names, new RegExp(word.replace(/[<>[\]]/g, '.'))]],
    stages: [...names.map((name) => `pair:${name}`), 'json'],
    apply(m) {
      if (names.some((name) => valueOf(m.signed, name) !== undefined)) return false;
      m.signed = [...m.signed, ...names.map((name) => [name, word])];
      return true;
    } };
}

/** Never an entry of its own: the same change to every value, which a change to one value cannot be told from. */
const twin = (mistake) => ({ ...mistake, hidden: true });

export default [
  all('encode-uri-component', 'url', 'node', '`${k}=${encodeURIComponent(p[k])}`', 'values are URL-encoded before signing', [[url]], encodeURIComponent, { common: true }),
  all('php-urlencode', 'url', 'php', '$k . "=" . urlencode($v)', 'values are URL-encoded before signing, space as +', [[url]], phpUrlencode, { common: true }),
  all('php-rawurlencode', 'url', 'php', 'rawurlencode($v)', 'values are URL-encoded before signing, space as %20', [[url]], rawurlencode, { bases: ['agent', 'awkward'] }),
  all('python-quote', 'url', 'python', 'quote(v)', 'values are URL-encoded before signing, / left alone', [[url]], pythonQuote, { bases: ['agent', 'awkward'] }),
  all('python-urlencode', 'url', 'python', 'urlencode(sorted(p.items()))', 'the form body is signed: URL-encoded, space as +', [[url]],
    (text) => phpUrlencode(text).replaceAll('%7E', '~'), { bases: ['optional', 'further'] }),
  all('java-urlencoder', 'url', 'java', 'URLEncoder.encode(v, "UTF-8")', 'values are URL-encoded before signing, by Java\'s rule', [[url]], javaUrlEncoder,
    { common: true, bases: ['yen', 'awkward'] }),
  all('csharp-urlencode', 'url', 'csharp', 'HttpUtility.UrlEncode(v)', 'values are URL-encoded in small letters (%3a) before signing', [[url]], csharpUrlEncode, { common: true }),
  all('csharp-escape', 'url', 'csharp', 'Uri.EscapeDataString(v)', 'values are URL-encoded before signing, space as %20', [[url]], rawurlencode, { bases: ['yen', 'further'] }),
  all('encode-uri', 'url', 'node', 'encodeURI(p[k])', 'values are escaped by encodeURI (: and / left alone) before signing', [[url]], encodeURI, { bases: ['milktea', 'agent'] }),
  all('js-escape', 'url', 'node', 'escape(p[k])', 'values are escaped as %u4E2D before signing', [[/escape|%u|url/i]], escape, { bases: ['milktea'] }),
  all('encoded-twice', 'url', 'node', 'qs.stringify(_.mapValues(p, encodeURIComponent))', 'values are URL-encoded twice before signing',
    [[url, /twice|double|two|again/]], (text) => encodeURIComponent(encodeURIComponent(text))),
  all('decoded', 'url', 'java', 'URLDecoder.decode(v, "UTF-8")', 'values are URL-decoded before signing', [[/decod/]],
    (text) => { try { return decodeURIComponent(text.replaceAll('+', ' ')); } catch { return text; } }, { bases: ['awkward'] }),
  whole('whole-encoded', 'url', 'php', 'md5(urlencode($s . KEY))', 'the whole string is URL-encoded before hashing', [[url, /whole|string|entire/]], phpUrlencode, { common: true }),
  whole('whole-encoded-before-key', 'url', 'node', 'encodeURIComponent(s) + key', 'the whole string is URL-encoded before the key is added', [[url, /whole|string|entire/]],
    encodeURIComponent, { stage: 'frame' }),
  one('encoded-notify-url', 'url', 'notify_url', 'node', 'notify_url: encodeURIComponent(url)', 'notify_url alone is URL-encoded before signing', [[url]], encodeURIComponent, { common: true }),
  one('encoded-txdtm', 'url', 'txdtm', 'php', "'txdtm' => urlencode(date('Y-m-d H:i:s'))", 'txdtm alone is URL-encoded before signing', [[url]], phpUrlencode, { common: true }),
  one('encoded-goods-name', 'url', 'goods_name', 'java', 'URLEncoder.encode(goodsName)', 'goods_name alone is URL-encoded before signing', [[url]], javaUrlEncoder, { common: true, bases: ['milktea', 'traditional', 'agent'] }),
  one('encoded-extend-info', 'url', 'extend_info', 'node', 'extend_info: encodeURIComponent(JSON.stringify(e))', 'extend_info alone is URL-encoded before signing', [[url]], encodeURIComponent),

  all('html', 'html', 'php', 'htmlspecialchars($v)', 'HTML entities stand in the string', [[/html|entit|&amp;|&quot;/i]], htmlspecialchars, { common: true, bases: ['agent', 'optional'] }),
  all('html-lodash', 'html', 'node', '_.escape(v)', 'HTML entities stand in the string', [[/html|entit|&amp;|&#39;/i]], lodashEscape, { bases: ['awkward'] }),
  one('html-extend-info', 'html', 'extend_info', 'php', 'extend_info read back from the form: &quot;', 'quotation marks of extend_info stand as &quot;', [[/html|entit|quot/i]], htmlspecialchars),
  one('html-notify-url', 'html', 'notify_url', 'csharp', '@Html.Encode(notifyUrl)', '& of notify_url stands as &amp;', [[/html|entit|amp/i]], htmlspecialchars, { common: true }),

  all('json-values', 'json-escapes', 'node', '`${k}=${JSON.stringify(p[k])}`', 'each value is written as JSON, in quotation marks', [[/json|quot/i]], (text) => JSON.stringify(text), { common: true, bases: ['milktea', 'awkward', 'escaped'] }),
  all('json-ascii', 'json-escapes', 'python', 'json.dumps(v)', 'each value is written as JSON with \\u escapes', [[/json|\\u|unicode|escape/i]], asciiJson, { bases: ['milktea', 'emoji'] }),
  all('unicode-escapes', 'json-escapes', 'php', 'trim(json_encode($v), \'"\')', 'non-ASCII characters are written as \\u escapes', [[/\\u|unicode|escape/i]], (text) => inner(asciiJson(text)), { bases: ['milktea', 'traditional'] }),
  one('goods-name-escapes', 'json-escapes', 'goods_name', 'python', "goods_name.encode('unicode_escape')", 'goods_name is signed as \\u escapes', [[/\\u|unicode|escape/i]], (text) => inner(asciiJson(text)), { common: true, bases: ['traditional', 'sha256', 'yen'] }),
  one('escaped-slashes', 'json-escapes', 'notify_url', 'php', "json_encode($url) // https:\\/\\/", 'the slashes of notify_url are escaped', [[/slash|\\\/|json/i]], (text) => text.replaceAll('/', '\\/'), { common: true }),
  all('addslashes', 'json-escapes', 'php', 'addslashes($v) // magic quotes', 'backslashes stand before quotation marks', [[/backslash|slash|quot|escape/i]], addslashes, { common: true, bases: ['escaped', 'optional', 'awkward'] }),
  one('stripslashes', 'json-escapes', 'extend_info', 'php', "stripslashes($p['extend_info'])", 'the backslashes of extend_info are lost', [[/backslash|slash/]], (text) => text.replaceAll('\\', ''), { bases: ['escaped'] }),
  twin(all('all-unescaped', 'json-escapes', 'node', '', 'escapes decoded', [[/decoded|\\u|unicode/]],
    (text) => text.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16))))),
  twin(all('all-stripslashes', 'json-escapes', 'php', '', 'no backslashes', [[/backslash|slash/]], (text) => text.replaceAll('\\', ''))),
  twin(all('all-backslashes', 'json-escapes', 'java', '', 'two backslashes', [[/backslash|\\\\/]], (text) => text.replaceAll('\\', '\\\\'))),

  nothing(['goods_name'], 'undefined', 'node', '`goods_name=${p.goods_name}` // JSON drops it from the body', true),
  nothing(['mchid'], 'undefined', 'node', '`mchid=${config.mchid}`', true),
  nothing(['mchid'], 'null', 'java', 'sb.append("mchid=").append(mchid)', true),
  nothing(['extend_info'], 'null', 'java', 'map.put("extend_info", null)'),
  nothing(['udid'], 'None', 'python', 'f"udid={udid}"  # requests leaves None out', true),
  nothing(['notify_url'], 'None', 'python', 'f"notify_url={notify_url}"'),
  nothing(['goods_name', 'mchid'], 'undefined', 'node', 'keys.map((k) => `${k}=${p[k]}`)'),
  nothing(['goods_name', 'notify_url'], 'null', 'java', 'String.valueOf(field.get(bean))'),
  nothing(['udid'], '<nil>', 'go', 'fmt.Sprintf("udid=%v", p["udid"])'),
  nothing(['expired_time'], 'NaN', 'node', '`expired_time=${parseInt(opt)}`'),
  nothing(['limit_pay'], 'false', 'node', "limit_pay: credit && 'no_credit'"),
  nothing(['sign'], 'undefined', 'node', '`sign=${p.sign}`'),

  one('double-java', 'numbers', 'txamt', 'java', 'String.valueOf(amount * 100.0)', 'txamt is signed with .0', [[/\.0|decimal|float|number/i]], (text) => `${text}.0`, { common: true }),
  one('to-fixed', 'numbers', 'txamt', 'node', '(amount * 100).toFixed(2)', 'txamt is signed with two decimals', [[/\.00|decimal|float|number/i]], (text) => `${text}.00`, { common: true }),
  one('major-units', 'numbers', 'txamt', 'php', 'number_format($amount, 2)', 'txamt is signed in major units', [[/major|unit|100|cent|dollar|decimal/i]], (text) => (Number(text) / 100).toFixed(2), { common: true }),
  one('major-units-short', 'numbers', 'txamt', 'python', 'str(amount)', 'txamt is signed in major units', [[/major|unit|100|cent|dollar|decimal/i]], (text) => String(Number(text) / 100), { bases: ['optional', 'padded', 'yen'] }),
  one('float-product', 'numbers', 'txamt', 'node', 'txamt: amount * 100 // 114.99999999999999; sent with Math.round', 'txamt is signed as a floating point product', [[/float|decimal|\.\d{6}|\* ?100/i]],
    (text) => String((Number(text) / 100) * 100), { common: true, bases: ['plain', 'milktea', 'accent', 'awkward'] }),
  sentDifferently('float-truncated', 'numbers', 'txamt', 'node', 'sign(amount * 100); send(parseInt(amount * 100))', 'txamt is signed as a floating point product and sent cut', [[/float|decimal|\.\d{6}|\* ?100/i]],
    (text) => text, {}),
  one('thousands', 'numbers', 'txamt', 'php', 'number_format($txamt)', 'txamt is signed with a thousands separator', [[/thousand|comma|,|separator/i]], (text) => text.replace(/\B(?=(\d{3})+$)/g, ','), { bases: ['plain', 'yen'] }),
  one('leading-zeros', 'numbers', 'txamt', 'java', 'String.format("%012d", txamt)', 'txamt is signed with leading zeros', [[/zero|pad|0{6}/i]], (text) => text.padStart(12, '0')),

  all('trimmed', 'space', 'java', 'value.trim()', 'values are trimmed before signing', [[/trim|space|white/i]], (text) => text.trim(), { common: true, bases: ['padded'] }),
  one('newline-openid', 'space', 'sub_openid', 'python', 'line = file.readline()', 'a line break stands after sub_openid', [[/line|\\n|newline|white/i]], (text) => `${text}\n`, { common: true }),
  one('space-goods', 'space', 'goods_name', 'php', '$row["title"] . " "', 'a space stands after goods_name', [[/space|white/i]], (text) => `${text} `, { bases: ['milktea', 'yen'] }),
  one('space-front-order', 'space', 'out_trade_no', 'csharp', '" " + orderNo', 'a space stands before out_trade_no', [[/space|white/i]], (text) => ` ${text}`),
  one('zero-width', 'space', 'goods_name', 'node', 'title copied from a chat', 'an invisible character stands after goods_name', [[/zero.width|invisible|hidden|200b/i]], (text) => `${text}\u200b`),
  whole('newline-end', 'space', 'python', 's.append("\\n")', 'a line break stands before the key', [[/line|\\n|newline/]], (text) => `${text}\n`, { stage: 'frame' }),
  all('no-spaces', 'space', 'php', "str_replace(' ', '', $v)", 'spaces are removed before signing', [[/space|white/i]], (text) => text.replaceAll(' ', ''), { common: true, bases: ['plain', 'further'] }),

  all('nfd', 'unicode', 'java', 'Normalizer.normalize(v, NFD)', 'the accents are signed decomposed', [[/nfd|decompos|normal/i]], (text) => text.normalize('NFD'), { common: true, bases: ['accent'] }),
  twin(all('nfc', 'unicode', 'node', '', 'composed', [[/nfc|compos|normal/i]], (text) => text.normalize('NFC'))),
  sentDifferently('sent-nfd', 'unicode', 'goods_name', 'node', 'file name of macOS as goods_name', 'goods_name is sent decomposed, signed composed', [[/nfc|compos|normal/i]], (text) => text.normalize('NFD'), { bases: ['accent'] }),
  all('nfkc', 'unicode', 'python', "unicodedata.normalize('NFKC', v)", 'full-width characters are signed as ordinary ones', [[/nfkc|full.?width|half.?width|normal/i]], fullToHalf, { bases: ['padded'] }),
  sentDifferently('half-width-sent', 'unicode', 'goods_info', 'php', "mb_convert_kana($v, 'a')", 'full-width characters are signed, ordinary ones sent', [[/full.?width|half.?width|normal/i]],
    (text) => text.normalize('NFKC'), { bases: ['padded'] }),
  all('no-emoji', 'unicode', 'php', "preg_replace('/[\\x{10000}-\\x{10FFFF}]/u', '', $v)", 'emoji are removed before signing', [[/emoji|outside|remov/i]], (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, ''), { bases: ['emoji'] }),
  all('values-lower', 'letters', 'java', 'v.toLowerCase()', 'values are signed in small letters', [[/lower|small|case/i]], (text) => text.toLowerCase()),
  all('values-upper', 'letters', 'csharp', 'v.ToUpper()', 'values are signed in capitals', [[/upper|capital|case/i]], (text) => text.toUpperCase()),
  whole('string-lower', 'letters', 'csharp', 'Md5(s.ToLower())', 'the whole string is hashed in small letters', [[/lower|small|case/i]], (text) => text.toLowerCase(), { common: true }),
  whole('string-upper', 'letters', 'java', 'md5(s.toUpperCase())', 'the whole string is hashed in capitals', [[/upper|capital|case/i]], (text) => text.toUpperCase()),
  one('currency-lower', 'letters', 'txcurrcd', 'node', "txcurrcd: 'hkd'", 'txcurrcd is signed in small letters', [[/lower|small|case/i]], (text) => text.toLowerCase()),
].map((mistake) => (mistake.id === 'float-truncated' ? { ...mistake, bases: ['plain', 'awkward'], apply(m) {
  const exact = (Number(valueOf(m.sent, 'txamt')) / 100) * 100;
  if (Number.isInteger(exact)) return false;
  m.signed = replaced(m.signed, 'txamt', () => String(exact));
  m.sent = replaced(m.sent, 'txamt', () => String(Math.trunc(exact)));
  return true;
} } : mistake));
