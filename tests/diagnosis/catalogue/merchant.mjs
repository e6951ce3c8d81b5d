/** A merchant's server, stage by stage: what it sends, what it signs, how it writes, joins, hashes and prints. */
import { execFileSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';

const ICONV = { gbk: 'GBK', big5: 'BIG5', shift_jis: 'SHIFT_JIS' };
const converted = new Map();

/** Text in a character set that Node cannot write, by the system's iconv; null where the text has no such bytes. */
function iconv(charset, text) {
  const key = `${charset}\0${text}`;
  if (!converted.has(key)) {
    let bytes = null;
    try {
      bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', ICONV[charset]], { input: Buffer.from(text), stdio: ['pipe', 'pipe', 'ignore'] });
    } catch { /* not in this character set */ }
    converted.set(key, bytes);
  }
  return converted.get(key);
}

const unmapped = (text, highest) => Buffer.from([...text].map((c) => (c.codePointAt(0) > highest ? '?' : c)).join(''), 'latin1');

export const CHARSETS = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8-bom': (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'low-byte': (text) => Buffer.from(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at) & 0xff)),
  'latin-1-?': (text) => unmapped(text, 0xff),
  'ascii-?': (text) => unmapped(text, 0x7f),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'utf-16be-bom': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'utf-16le-bom': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  mojibake: (text) => Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8'),
  gbk: (text) => iconv('gbk', text),
  big5: (text) => iconv('big5', text),
  shift_jis: (text) => iconv('shift_jis', text),
};

const plain = (name) => (bytes) => createHash(name).update(bytes).digest();
const hmac = (name) => (bytes, key) => createHmac(name, key).update(bytes).digest();
const hex = (bytes) => bytes.toString('hex');
const again = (name, first, write) => (bytes) => createHash(name).update(write(createHash(first).update(bytes).digest())).digest();

export const DIGESTS = {
  md5: plain('md5'), sha256: plain('sha256'), sha1: plain('sha1'), sha512: plain('sha512'),
  'hmac-md5': hmac('md5'), 'hmac-sha1': hmac('sha1'), 'hmac-sha256': hmac('sha256'),
  'hmac-sha256-hex-key': (bytes, key) => createHmac('sha256', Buffer.from(key, 'hex')).update(bytes).digest(),
  'md5-md5-lower': again('md5', 'md5', hex),
  'md5-md5-upper': again('md5', 'md5', (bytes) => hex(bytes).toUpperCase()),
  'md5-md5-raw': again('md5', 'md5', (bytes) => bytes),
  'sha256-sha256': again('sha256', 'sha256', hex),
  'sha256-md5': again('sha256', 'md5', hex),
  'md5-sha1': again('md5', 'sha1', hex),
};

const signed = (bytes) => [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));

export const PRINTS = {
  hex,
  base64: (bytes) => bytes.toString('base64'),
  'base64-of-hex': (bytes) => Buffer.from(hex(bytes)).toString('base64'),
  dashes: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('-'),
  'sixteen': (bytes) => hex(bytes).slice(8, 24),
  'big-integer': (bytes) => BigInt(`0x${hex(bytes)}`).toString(16),
  'no-padding': (bytes) => [...bytes].map((byte) => byte.toString(16)).join(''),
  'signed-bytes': (bytes) => signed(bytes).map((byte) => (byte >>> 0).toString(16).padStart(2, '0')).join(''),
  'cut-30': (bytes) => hex(bytes).slice(0, 30),
};

const byName = (one, other) => (one[0] < other[0] ? -1 : Number(one[0] > other[0]));
const raw = (value) => value;

/** The correct integration of a base request; a mistake changes one stage of it. */
export function merchant(base) {
  return {
    base, appCode: base.appCode, key: base.key, signType: base.signType, otherKeys: {}, unsent: {}, body: null,
    sent: base.pairs.map((pair) => [...pair]), signed: base.pairs.map((pair) => [...pair]),
    order: (pairs) => [...pairs].sort(byName), writeName: raw, writeValue: raw,
    join: (pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'), frame: raw,
    addKey: (text, key) => text + key, finish: raw, sameText: null,
    charset: 'utf-8', digest: base.signType === 'SHA256' ? 'sha256' : 'md5', print: 'hex', upper: true,
  };
}

/** The text the merchant hashes and the signature that goes into the header; null where a stage cannot do this text. */
export function sign(m) {
  const pairs = m.order(m.signed).map(([name, value]) => [m.writeName(name), m.writeValue(value, name)]);
  const text = m.finish(m.addKey(m.frame(m.join(pairs)), m.key));
  const bytes = CHARSETS[m.charset](text);
  if (bytes === null) return null;
  const printed = PRINTS[m.print](DIGESTS[m.digest](bytes, m.key));
  return { text, signature: m.print.startsWith('base64') ? printed : printed[m.upper ? 'toUpperCase' : 'toLowerCase']() };
}

/** What a server reads from a form body, by the URL standard. */
export function received(body) {
  const text = body.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`);
  return [...new URLSearchParams(text)];
}

export const valueOf = (pairs, name) => pairs.find(([known]) => known === name)?.[1];

/** The pairs with one value replaced. */
export function replaced(pairs, name, change) {
  return pairs.map(([known, value]) => [known, known === name ? change(value) : value]);
}
