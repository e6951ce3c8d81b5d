// Mistakes of merchants' Node programs: reads a request on standard input, prints what each program signs.
import crypto from 'node:crypto';
import fs from 'node:fs';
import util from 'node:util';

const rows = fs.readFileSync(0, 'utf8').trimEnd().split('\n').map((line) => { const at = line.indexOf('\t'); return [line.slice(0, at), line.slice(at + 1)]; });
const meta = Object.fromEntries(rows.filter(([name]) => name[0] === '@'));
const P = Object.fromEntries(rows.filter(([name]) => name[0] !== '@'));
const KEY = meta['@key'];
const digest = (data, name = meta['@digest']) => crypto.createHash(name).update(data).digest();
const join = (params, key = KEY) => Object.keys(params).sort().map((name) => `${name}=${params[name]}`).join('&') + key;
const line = (title, family, words, text, signature) => console.log([`node ${title}`, family, words, signature, Buffer.from(text).toString('base64')].join('\t'));
const out = (title, family, words, text) => line(title, family, words, text, digest(text).toString('hex').toUpperCase());
const value = (title, family, words, name, change) => { if (name in P) out(title, family, words, join({ ...P, [name]: change(P[name]) })); };
const each = (title, family, words, change) => out(title, family, words, join(Object.fromEntries(Object.entries(P).map(([name, one]) => [name, change(one)]))));
const T = new Date(`${P.txdtm.replace(' ', 'T')}+08:00`);
const local = (locale, options = {}) => T.toLocaleString(locale, { timeZone: 'Asia/Shanghai', ...options });
process.env.TZ = 'Asia/Shanghai';

for (const [title, text, words = 'txdtm was'] of [
  ['toString', T.toString()], ['toISOString', T.toISOString()], ['toUTCString', T.toUTCString()], ['toDateString', T.toDateString()], ['toTimeString', T.toTimeString()],
  ['en-US', local('en-US')], ['zh-CN', local('zh-CN')], ['zh-HK', local('zh-HK')], ['zh-TW', local('zh-TW')], ['en-GB', local('en-GB')], ['en-HK', local('en-HK')], ['ja', local('ja-JP')], ['de', local('de-DE')], ['sv', local('sv-SE')],
  ['zh-CN 12 hours', local('zh-CN', { hour12: true })], ['date only en-US', T.toLocaleDateString('en-US', { timeZone: 'Asia/Shanghai' })], ['getTime', String(T.getTime()), 'milliseconds'], ['seconds', String(Math.floor(T.getTime() / 1000)), 'seconds since 1970'],
  ['seconds float', String(T.getTime() / 1000), 'seconds since 1970'], ['getMonth', `${T.getFullYear()}-${String(T.getMonth()).padStart(2, '0')}-${String(T.getDate()).padStart(2, '0')} ${P.txdtm.slice(11)}`, 'month'],
  ['getDay', `${T.getFullYear()}-${T.getMonth() + 1}-${T.getDay()} ${P.txdtm.slice(11)}`], ['unpadded', `${T.getFullYear()}-${T.getMonth() + 1}-${T.getDate()} ${T.getHours()}:${T.getMinutes()}:${T.getSeconds()}`], ['inspect', util.inspect(T)], ['JSON', JSON.stringify(T)], ['getYear', `${T.getYear()}${P.txdtm.slice(4)}`],
  ['Invalid', 'Invalid Date', 'Invalid Date'], ['NaN', 'NaN', 'NaN'], ['dashes', T.toISOString().replace(/[-:]|\.\d+/g, '')], ['compact', P.txdtm.replace(/\D/g, '')], ['zone', `${P.txdtm} GMT+0800`], ['long', local('en-US', { dateStyle: 'long', timeStyle: 'medium' })], ['full zh', local('zh-CN', { dateStyle: 'full', timeStyle: 'medium' })],
]) value(`txdtm ${title}`, 'dates', words, 'txdtm', () => text);

value('true as 1', 'nothing', '“1”| 1\\b', 'sandbox', () => String(Number(true)));
value('undefined', 'nothing', 'undefined', 'udid', () => String(undefined));
value('[object Object]', 'nothing', 'object Object', 'attach', () => String({}));
value('empty quotes', 'nothing', '""|quot', 'udid', () => JSON.stringify(''));
value('NaN', 'nothing', 'NaN', 'txamt', () => String(Number('a')));
value('function', 'nothing', 'function|getter|\\(\\)', 'txamt', () => String(() => P.txamt));
value('fixed', 'numbers', 'decimals', 'txamt', (one) => Number(one).toFixed(2));
value('locale number', 'numbers', ',|thousand', 'txamt', (one) => Number(one).toLocaleString('en-US'));
value('locale number de', 'numbers', '\\.|thousand', 'txamt', (one) => Number(one).toLocaleString('de-DE'));
value('currency', 'numbers', 'HK|currency|major', 'txamt', (one) => (Number(one) / 100).toLocaleString('en-US', { style: 'currency', currency: 'HKD' }));
value('currency yuan', 'numbers', '¥|currency|major', 'txamt', (one) => `¥${(Number(one) / 100).toFixed(2)}`);
value('exponential', 'numbers', 'e\\+', 'txamt', (one) => Number(one).toExponential());
value('BigInt print', 'numbers', '\\dn|BigInt', 'txamt', (one) => util.inspect(BigInt(one)));
value('hex number', 'numbers', 'hexadecimal|base|0x', 'txamt', (one) => Number(one).toString(16));
value('float error', 'numbers', 'floating', 'txamt', (one) => String(Number(one) / 100 * 100 * 1.1 / 1.1));
value('order number as number', 'numbers', 'number', 'out_trade_no', (one) => String(Number(one)));
value('order number parseInt', 'numbers', 'number', 'out_trade_no', (one) => String(parseInt(one, 10)));
value('a tenth', 'hands', 'unit|ten|10', 'txamt', (one) => String(Number(one) / 10));
value('number of now', 'hands', 'again|second|apart|clock', 'out_trade_no', (one) => String(Number(one) + 13));
value('array of one', 'prints', '\\[|list', 'goods_name', (one) => JSON.stringify([one]));
value('inspect', 'prints', 'quot|print', 'goods_name', (one) => util.inspect(one));
value('inspect of array', 'prints', '\\[|list', 'out_trade_no', (one) => util.inspect([one]));
value('Buffer inspect', 'prints', 'Buffer|bytes', 'goods_name', (one) => util.inspect(Buffer.from(one)));
value('Uint8Array', 'prints', 'bytes', 'goods_name', (one) => String(new Uint8Array(Buffer.from(one))));
value('Buffer JSON', 'prints', 'bytes|Buffer', 'out_trade_no', (one) => JSON.stringify(Buffer.from(one)));
value('Promise', 'prints', 'Promise', 'sub_openid', () => String(Promise.resolve()));
value('Symbol', 'prints', 'Symbol', 'sub_openid', (one) => String(Symbol(one)));
if (P.extend_info) {
  const person = JSON.parse(P.extend_info);
  value('inspect of object', 'prints', 'extend_info', 'extend_info', () => util.inspect(person));
  value('entries', 'prints', 'extend_info', 'extend_info', () => String(Object.entries(person)));
  value('querystring in value', 'prints', 'extend_info', 'extend_info', () => new URLSearchParams(person).toString());
  value('JSON twice', 'prints', 'twice|quot', 'extend_info', (one) => JSON.stringify(one));
  value('JSON indented', 'prints', 'spacing|indent', 'extend_info', () => JSON.stringify(person, null, 2));
  const rest = Object.fromEntries(Object.entries(P).filter(([name]) => name !== 'extend_info'));
  out('dotted form', 'prints', 'extend_info\\.|nested|dot', join({ ...rest, ...Object.fromEntries(Object.entries(person).map(([n, v]) => [`extend_info.${n}`, v])) }));
}
const sorted = Object.entries(P).sort(([a], [b]) => (a < b ? -1 : 1));
out('entries joined', 'prints', ',|pair|list', sorted.join('&') + KEY);
out('entries as text', 'prints', ',|pair|list', String(sorted) + KEY);
out('entries JSON', 'prints', '\\[|pair|list|JSON', JSON.stringify(sorted) + KEY);
out('inspect of params', 'prints', 'print|inspect|object', util.inspect(Object.fromEntries(sorted), { breakLength: Infinity }) + KEY);
out('inspect on lines', 'prints', 'print|inspect|object', util.inspect(Object.fromEntries(sorted)) + KEY);
out('Map', 'prints', 'object Map|Map', `${new Map(sorted)}${KEY}`);
out('brackets', 'join', 'name|\\[|bracket', sorted.map(([n, v]) => `${n}[]=${v}`).join('&') + KEY);
out('prefixed', 'join', 'name|\\[|bracket', sorted.map(([n, v]) => `params[${n}]=${v}`).join('&') + KEY);
out('quoted values', 'join', 'quot', sorted.map(([n, v]) => `${n}="${v}"`).join('&') + KEY);
out('semicolon last', 'join', '“;”|;', `${sorted.map(([n, v]) => `${n}=${v};`).join('')}${KEY}`);
out('question mark before the key', 'join', '\\?', `${join(P, '')}?key=${KEY}`);
out('secret', 'join', 'secret', `${join(P, '')}&secret=${KEY}`);
out('key both ends', 'join', 'both ends', KEY + join(P));
out('JSON and key', 'join', 'JSON', JSON.stringify({ ...Object.fromEntries(sorted), key: KEY }));
out('method and path', 'join', 'path', `POST&/trade/v1/payment&${join(P)}`);
out('full URL', 'join', 'path|URL|address', `https://test-openapi-hk.qfapi.com/trade/v1/payment?${join(P)}`);
out('timestamp added', 'join', 'key', `${join(P, '')}&appkey=${KEY}`);
out('lodash camel', 'writing', 'spelling|camel', join(Object.fromEntries(Object.entries(P).map(([n, v]) => [n.replace(/_(\w)/g, (_, c) => c.toUpperCase()), v]))));
out('upper names', 'writing', 'upper case|capital', Object.keys(P).sort().map((n) => `${n.toUpperCase()}=${P[n]}`).join('&') + KEY);
out('capitalised names', 'writing', 'capital', Object.keys(P).sort().map((n) => `${n[0].toUpperCase() + n.slice(1)}=${P[n]}`).join('&') + KEY);
each('URLSearchParams', 'writing', 'URL-encoded', (one) => new URLSearchParams({ a: one }).toString().slice(2));
each('axios', 'writing', 'URL-encoded', (one) => encodeURIComponent(one).replace(/%3A/gi, ':').replace(/%24/g, '$').replace(/%2C/gi, ',').replace(/%20/g, '+'));
each('escape', 'writing', 'escape|%u', escape);
each('handlebars', 'writing', 'HTML', (one) => one.replace(/[&<>"'`=]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' })[c]));
each('mustache', 'writing', 'HTML', (one) => one.replace(/[&<>"'/`=]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '/': '&#x2F;', '`': '&#x60;', '=': '&#x3D;' })[c]));
each('serialize-javascript', 'writing', 'u003|JSON', (one) => JSON.stringify(one).slice(1, -1).replace(/[<>/]/g, (c) => `\\u00${c.charCodeAt(0).toString(16).toUpperCase()}`));
each('unicode braces', 'writing', '\\\\u|escape', (one) => [...one].map((c) => (c.codePointAt(0) < 128 ? c : `\\u{${c.codePointAt(0).toString(16)}}`)).join(''));
each('normalize NFKC', 'writing', 'NFKC', (one) => one.normalize('NFKC'));
each('latin1 buffer', 'writing', 'low byte|Latin-1|mojibake', (one) => Buffer.from(one, 'latin1').toString('latin1'));
each('trim inside', 'writing', 'space|blank', (one) => one.replace(/\s+/g, ' '));
each('no-break spaces', 'writing', 'no-break', (one) => one.replace(/ /g, '\u00a0'));
each('slashes', 'writing', '“/”|slash|path', (one) => one.replace(/\//g, '\\/'));
out('binary', 'charset', 'low byte', join(P).replace(/[^\0-\xff]/g, (c) => String.fromCharCode(c.charCodeAt(0) & 255)) === join(P) ? join(P) : join(P));
line('update binary', 'charset', 'low byte', join(P), digest(Buffer.from(join(P), 'binary')).toString('hex'));
line('ascii', 'charset', 'low byte|7|ascii', join(P), digest(Buffer.from(join(P), 'utf16le')).toString('hex'));
for (const name of ['sha3-256', 'sha3-512', 'blake2b512', 'blake2s256', 'ripemd160', 'sha512-256', 'sm3', 'sha384', 'md5-sha1', 'shake128', 'shake256'])
  line(name, 'digest', name.replace('-', '.?').replace(/(512|256|160|384|128)/, '.?$1'), join(P), digest(join(P), name).toString('hex'));
const raw = digest(join(P));
for (const [title, words, signature] of [
  ['base64url', 'base64', raw.toString('base64url')], ['latin1', 'bytes', encodeURIComponent(raw.toString('latin1'))], ['JSON', 'bytes|Buffer', JSON.stringify(raw)], ['inspect', 'bytes|Buffer', util.inspect(raw)], ['comma', 'bytes', [...raw].join(',')],
  ['unpadded hex', 'zero', [...raw].map((b) => b.toString(16)).join('')], ['BigInt', 'decimal', BigInt(`0x${raw.toString('hex')}`).toString()], ['base 36', 'base 36|base', BigInt(`0x${raw.toString('hex')}`).toString(36)], ['cut 31', 'last character', raw.toString('hex').slice(0, 31)], ['cut 10', 'first 10|cut|part', raw.toString('hex').slice(0, 10)],
  ['twice', 'twice', raw.toString('hex').repeat(2)], ['prefix', 'around|label|md5', `md5=${raw.toString('hex')}`], ['spaces', 'marks|separated', raw.toString('hex').match(/../g).join(' ')], ['base64 twice', 'base64', Buffer.from(raw.toString('base64')).toString('base64')], ['quotes', 'around|quot', JSON.stringify(raw.toString('hex'))], ['hex of base64', 'hex|base64', Buffer.from(raw.toString('base64')).toString('hex')],
  ['UTF-16 hex', 'UTF-16', Buffer.from(raw.toString('hex'), 'utf16le').toString('hex')], ['percent', 'bytes|percent|URL', [...raw].map((b) => `%${b.toString(16).padStart(2, '0').toUpperCase()}`).join('')], ['middle', 'middle', raw.toString('hex').slice(8, 24)],
]) line(`digest ${title}`, 'form', words, join(P), signature);
line('hmac base64', 'digest', 'HMAC-SHA256', join(P, ''), crypto.createHmac('sha256', KEY).update(join(P, '')).digest('base64'));
line('hmac empty key', 'digest', 'HMAC', join(P), crypto.createHmac('md5', '').update(join(P)).digest('hex'));
line('hmac key with name', 'digest', 'HMAC', join(P, `&key=${KEY}`), crypto.createHmac('sha256', KEY).update(join(P, `&key=${KEY}`)).digest('hex').toUpperCase());
for (const [title, words, key] of [
  ['key, zero width', 'zero-width', `${KEY.slice(0, 7)}\u200b${KEY.slice(7)}`], ['key, no-break', 'no-break', `${KEY.slice(0, 16)}\u00a0${KEY.slice(16)}`], ['key, tab', 'tab', `${KEY}\t`], ['key, comma', '“,”|comma', `${KEY},`], ['key, semicolon', '“;”|semicolon', `${KEY};`], ['key, label', 'client_key', `client_key: ${KEY}`],
  ['key, colon', 'key:', `key:${KEY}`], ['key, Chinese label', '密钥', `密钥：${KEY}`], ['key, percent', 'URL-encoded', encodeURIComponent(KEY)], ['key, plus', 'plus|“\\+”', KEY.replace(/\+/g, ' ')], ['key, JSON', 'quot', JSON.stringify(KEY)], ['key, cut at &', '“&”|only the first|cut', KEY.split('&')[0]], ['key, cut at #', '“@”|only the first|cut', KEY.split('@')[0]], ['key, number', 'number', String(Number(KEY))],
  ['key, dollar', '“\\$|swallowed|\\$', KEY.replace(/\$\w*/, '')], ['key, at', '“@|swallowed|@', KEY.replace(/@\w*/, '')], ['key, groups', 'blank|space|group', KEY.match(/.{1,4}/g).join(' ')], ['key, asterisks', '\\*|mask', `${KEY.slice(0, 4)}${'*'.repeat(KEY.length - 8)}${KEY.slice(-4)}`], ['key, brackets', '<>', `<${KEY}>`], ['key, reversed', 'revers', [...KEY].reverse().join('')],
]) out(title, 'key', words, join(P, key));
