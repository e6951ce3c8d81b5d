/** Which bytes are hashed, by which digest, and how the digest is printed. */
function charset(id, name, lang, code, cause, words, { common = false, bases = null, same = null } = {}) {
  return { id, family: 'charset', lang, code, cause, words, stages: ['charset'], common, bases,
    apply(m) { m.charset = name; m.sameText = same; return true; } };
}
function digest(id, name, lang, code, cause, words, { common = false, bare = false, only = null, bases = null } = {}) {
  return { id, family: 'digest', lang, code, cause, words, stages: bare ? ['digest', 'key'] : ['digest'], common, bases,
    apply(m) {
      if (only && m.signType !== only) return false;
      m.digest = name;
      if (bare) m.addKey = (text) => text;
      return true;
    } };
}
function print(id, name, lang, code, cause, words, { common = false, bases = null } = {}) {
  return { id, family: 'letters', lang, code, cause, words, stages: ['print'], common, bases, apply(m) { m.print = name; return true; } };
}
const lowByte = /low.?byte|boilerplate|md5\.js|latin|8859/i;
const question = /\?|question|ascii|8859|latin/i;
const asLatin1 = (text) => Buffer.from(text, 'utf8').toString('latin1');

export default [
  charset('boilerplate-md5', 'low-byte', 'node', "require('./md5.js').hex_md5(str) // the official boilerplate", 'the boilerplate\'s md5.js hashes low bytes',
    [[lowByte]], { common: true, bases: ['milktea', 'emoji', 'optional', 'yen', 'sha256', 'traditional', 'accent'] }),
  charset('node-binary', 'low-byte', 'node', "createHash('md5').update(str, 'binary')", 'Node hashes the string as "binary"', [[lowByte]], { bases: ['traditional'] }),
  charset('gbk', 'gbk', 'php', "iconv('UTF-8', 'GBK', $s)", 'the string is hashed as GBK', [[/gbk|gb18030|gb2312/i]], { common: true }),
  charset('java-default-gbk', 'gbk', 'java', 'str.getBytes() // file.encoding=GBK', 'the string is hashed in the machine\'s GBK', [[/gbk|gb18030|gb2312/i]], { bases: ['optional'] }),
  charset('big5', 'big5', 'php', "mb_convert_encoding($s, 'BIG5')", 'the string is hashed as Big5', [[/big.?5/i]], { common: true }),
  charset('shift-jis', 'shift_jis', 'java', 'str.getBytes("SJIS")', 'the string is hashed as Shift JIS', [[/shift.?jis|sjis|cp932/i]], { bases: ['yen'] }),
  charset('utf-16le', 'utf-16le', 'csharp', 'Encoding.Unicode.GetBytes(s)', 'the string is hashed as UTF-16', [[/utf.?16/i]], { common: true }),
  charset('utf-16be', 'utf-16be', 'java', 'getBytes(StandardCharsets.UTF_16BE)', 'the string is hashed as UTF-16, big end first', [[/utf.?16/i]]),
  charset('utf-16-java', 'utf-16be-bom', 'java', 'getBytes("UTF-16")', 'the string is hashed as UTF-16 with a byte order mark', [[/utf.?16/i]]),
  charset('utf-16-python', 'utf-16le-bom', 'python', "s.encode('utf-16')", 'the string is hashed as UTF-16 with a byte order mark', [[/utf.?16/i]]),
  charset('latin-1', 'latin-1-?', 'java', 'getBytes(ISO_8859_1)', 'the string is hashed as Latin-1; what it lacks becomes ?', [[question]],
    { common: true, same: (text) => text.replace(/[^\x00-\xff]/gu, '?') }),
  charset('ascii', 'ascii-?', 'csharp', 'Encoding.ASCII.GetBytes(s)', 'the string is hashed as ASCII; what it lacks becomes ?', [[question]],
    { same: (text) => text.replace(/[^\x00-\x7f]/gu, '?') }),
  charset('bom', 'utf-8-bom', 'csharp', 'new StreamWriter(s, Encoding.UTF8)', 'a byte order mark stands before the string', [[/BOM|byte.order/i]],
    { common: true, same: (text) => `\ufeff${text}` }),
  charset('mojibake', 'mojibake', 'php', 'utf8_encode($s) // it was UTF-8 already', 'UTF-8 was encoded as UTF-8 once more',
    [[/twice|mojibake|double|again|second|latin/i]], { common: true, same: asLatin1 }),
  digest('sha256-no-header', 'sha256', 'python', 'hashlib.sha256(s).hexdigest()  # no X-QF-SIGNTYPE', 'SHA256 without its header',
    [[/sha.?256/i]], { common: true, only: 'MD5' }),
  digest('md5-with-header', 'md5', 'java', 'headers.put("X-QF-SIGNTYPE", "SHA256"); md5(s)', 'MD5, though the header says SHA256', [[/md5/i]],
    { only: 'SHA256', bases: ['sha256'] }),
  digest('sha1', 'sha1', 'php', 'sha1($s . KEY)', 'SHA1 instead of MD5', [[/sha.?1/i]], { common: true }),
  digest('sha512', 'sha512', 'node', "createHash('sha512')", 'SHA512 instead of MD5', [[/sha.?512/i]]),
  digest('hmac-md5', 'hmac-md5', 'java', 'new HmacUtils(HMAC_MD5, key).hmacHex(s)', 'HMAC-MD5 with the key', [[/hmac/i]], { bare: true, common: true }),
  digest('hmac-sha256', 'hmac-sha256', 'node', "createHmac('sha256', key).update(s)", 'HMAC-SHA256 with the key', [[/hmac/i]], { bare: true, common: true }),
  digest('hmac-sha1', 'hmac-sha1', 'php', "hash_hmac('sha1', $s, KEY)", 'HMAC-SHA1 with the key', [[/hmac/i]], { bare: true }),
  digest('hmac-sha256-key-too', 'hmac-sha256', 'python', 'hmac.new(KEY, s + KEY, sha256)', 'HMAC-SHA256, the key appended too', [[/hmac/i]]),
  digest('hmac-md5-key-too', 'hmac-md5', 'csharp', 'new HMACMD5(key).ComputeHash(s + key)', 'HMAC-MD5, the key appended too', [[/hmac/i]]),
  digest('hmac-hex-key', 'hmac-sha256-hex-key', 'go', 'k, _ := hex.DecodeString(key); hmac.New(sha256.New, k)', 'HMAC-SHA256 with the key read as hex digits',
    [[/hmac/i, /hex/]], { bare: true }),
  digest('md5-md5', 'md5-md5-lower', 'php', 'md5(md5($s . KEY))', 'MD5 of the MD5', [[/twice|double|digest of|md5 of|two|again/i]], { common: true, only: 'MD5' }),
  digest('md5-md5-upper', 'md5-md5-upper', 'java', 'md5Upper(md5Upper(s))', 'MD5 of the MD5 in capitals', [[/twice|double|digest of|md5 of|two|again/i]], { only: 'MD5' }),
  digest('md5-md5-raw', 'md5-md5-raw', 'php', 'md5(md5($s, true))', 'MD5 of the bytes of the MD5', [[/twice|double|digest of|md5 of|two|again/i]], { only: 'MD5' }),
  digest('sha256-sha256', 'sha256-sha256', 'node', 'sha256(sha256(s))', 'SHA256 of the SHA256', [[/twice|double|digest of|sha.?256 of|two|again/i]], { only: 'SHA256', bases: ['sha256'] }),
  digest('sha256-md5', 'sha256-md5', 'python', 'sha256(md5(s).hexdigest())', 'SHA256 of the MD5', [[/sha.?256/i, /md5|twice|double/i]], { only: 'SHA256', bases: ['sha256'] }),
  digest('md5-sha1', 'md5-sha1', 'php', 'md5(sha1($s . KEY))', 'MD5 of the SHA1', [[/sha.?1/i]], { only: 'MD5' }),
  print('base64', 'base64', 'csharp', 'Convert.ToBase64String(hash)', 'the digest is printed in base64', [[/base.?64/i]], { common: true }),
  print('base64-of-hex', 'base64-of-hex', 'php', 'base64_encode(md5($s))', 'the hex digits are printed in base64', [[/base.?64/i]]),
  print('dashes', 'dashes', 'csharp', 'BitConverter.ToString(hash)', 'dashes stand between the bytes', [[/dash|hyphen|bitconverter|marks between/i]], { common: true }),
  print('sixteen', 'sixteen', 'csharp', 'md5.Substring(8, 16)', 'the 16-character MD5', [[/16|sixteen|middle/]], { common: true, bases: ['plain', 'milktea', 'agent'] }),
  print('big-integer', 'big-integer', 'java', 'new BigInteger(1, digest).toString(16)', 'the leading zero of the digest is lost', [[/zero/]]),
  print('no-padding', 'no-padding', 'java', 'Integer.toHexString(b & 0xff)', 'each byte lost its leading zero', [[/zero|pad/]]),
  print('signed-bytes', 'signed-bytes', 'java', 'Integer.toHexString(b) // negative bytes become ffffff..', 'bytes printed as signed numbers', [[/signed|ffffff|negative/i]]),
  print('cut-30', 'cut-30', 'php', 'sign VARCHAR(30)', 'the signature is cut after 30 characters', [[/cut|short|trunc|30|first/]]),
];
