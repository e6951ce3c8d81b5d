/** How the client key is joined, and which key it is. */
import { createHash } from 'node:crypto';
import { OTHER_KEYS } from '../bases.mjs';

function joining(id, lang, code, cause, words, addKey, { common = false } = {}) {
  return { id, family: 'key', lang, code, cause, words, stages: ['key'], common, bases: null, apply(m) { m.addKey = addKey; return true; } };
}
function changed(id, lang, code, cause, words, change, { common = false, bases = null } = {}) {
  return { id, family: 'key', lang, code, cause, words, stages: ['keyvalue'], common, bases, apply(m) { m.key = change(m.key, m); return true; } };
}
const around = (before, after = '') => (text, key) => `${text}${before}${key}${after}`;
const inFront = /front|before|begin|start|ahead|first/;
const [[liveName, liveKey], [oldName, oldKey]] = Object.entries(OTHER_KEYS);
const otherKey = (id, name, key, cause, common) => ({
  ...changed(id, 'php', 'CLIENT_KEY // of another environment', cause, [[name]], () => key, { common }),
  apply(m) { m.key = key; m.otherKeys = { ...OTHER_KEYS }; return true; },
});

export default [
  joining('amp-key-equals', 'java', 'sb.append("&key=").append(key) // WeChat\'s own rule', '&key= before the key', [[/&key=/]], around('&key='), { common: true }),
  joining('key-equals', 'php', "$s . 'key=' . KEY", 'key= before the key', [[/key=/]], around('key='), { common: true }),
  joining('amp-key', 'node', 'str + "&" + clientKey', 'an & before the key', [[/&/, /key/]], around('&'), { common: true }),
  joining('amp-client-key', 'python', 'f"{s}&client_key={KEY}"', '&client_key= before the key', [[/client_key=|client_key/]], around('&client_key=')),
  joining('amp-secret', 'csharp', 's + "&secret=" + key', '&secret= before the key', [[/secret/]], around('&secret=')),
  joining('amp-appkey', 'java', 's + "&app_key=" + key', '&app_key= before the key', [[/app_key/]], around('&app_key=')),
  joining('key-in-front', 'python', 'md5(KEY + s)', 'the key stands in front', [[/key/, inFront]], (text, key) => key + text, { common: true }),
  joining('key-amp-front', 'php', 'KEY . "&" . $s', 'the key and & stand in front', [[/key/, inFront]], (text, key) => `${key}&${text}`),
  joining('key-equals-front', 'node', '`key=${key}&${s}`', 'key= and the key stand in front', [[/key/, inFront]], (text, key) => `key=${key}&${text}`),
  joining('key-both-sides', 'java', 'md5(secret + s + secret)', 'the key stands on both sides', [[/key/, /both|twice|front|around/]],
    (text, key) => key + text + key),
  joining('key-missing', 'node', 'CryptoJS.MD5(str, client_key) // the second argument is ignored', 'the key is not in the string',
    [[/key/, /missing|without|not (added|appended|part|in|joined)|no key|left out|never|absent/]], (text) => text, { common: true }),
  joining('key-missing-end-amp', 'go', 's + "&key="', '&key= with an empty key (variable not set)', [[/key/, /empty|missing|without|unset|no /]], (text) => `${text}&key=`),
  joining('key-on-new-line', 'shell', 'printf "%s\\n%s" "$s" "$KEY"', 'a line break stands before the key', [[/line|\\n|newline/, /key/]], around('\n')),
  joining('space-key', 'python', '" ".join([s, KEY])', 'a space stands before the key', [[/space/, /key/]], around(' ')),
  joining('key-comma', 'csharp', 's + "," + key', 'a comma stands before the key', [[/comma|,/, /key/]], around(',')),
  joining('key-newline-end', 'shell', 'echo "$s$KEY" | md5sum', 'a line break stands after the key', [[/line|\\n|newline|echo/]], around('', '\n'), { common: true }),
  joining('key-crlf-end', 'csharp', 'File.ReadAllText("key.txt")', 'a carriage return and line break stand after the key',
    [[/line|\\r|carriage|crlf/i]], around('', '\r\n')),
  joining('key-space-end', 'php', '"$s$key " // key copied with a space', 'a space stands after the key', [[/space/]], around('', ' '), { common: true }),
  joining('key-space-front', 'node', 'process.env.KEY // " 3F…" in .env', 'a space before the key, part of the copied key', [[/space/]], around(' ')),
  joining('key-tab-end', 'java', 'properties.getProperty("key") // tab at the end', 'a tab stands after the key', [[/tab|white|\\t/]], around('', '\t')),
  joining('key-zero-width-end', 'node', 'const KEY = "…\\u200b" // copied from a chat', 'an invisible character stands after the key',
    [[/zero.width|invisible|hidden|200b/i]], around('', '\u200b')),
  joining('key-bom', 'csharp', 'key file saved with a BOM', 'a byte order mark stands before the key', [[/BOM|byte.order|hidden|invisible|feff/i]], around('\ufeff')),
  joining('key-quoted', 'python', 'json.dumps(KEY)', 'the key stands in quotation marks', [[/quot|""/, /key/]], (text, key) => `${text}"${key}"`),
  joining('key-sorted', 'python', 'params["key"] = KEY; sorted(params.items())', 'the key is signed as a parameter key', [[/param|among|sorted/, /key/]],
    () => '', { common: true }),
  joining('client-key-sorted', 'php', "$p['client_key'] = KEY; ksort($p);", 'the key is signed as a parameter client_key', [[/client_key|param/, /key/]],
    () => '', {}),
  changed('key-lower', 'java', 'key.toLowerCase()', 'the key is written in small letters', [[/key/, /lower|small|case/]], (key) => key.toLowerCase(), { common: true }),
  changed('app-code-as-key', 'node', 'sign(params, APP_CODE)', 'the app_code stands in place of the key', [[/app.?code/]], (_, m) => m.appCode, { common: true }),
  changed('app-code-and-key', 'php', '$s . APP_CODE . KEY', 'the app_code stands before the key', [[/app.?code/]], (key, m) => m.appCode + key),
  changed('key-md5', 'java', 'md5(s + md5(key))', 'the MD5 of the key stands in place of the key', [[/md5|digest|hash/, /key/]],
    (key) => createHash('md5').update(key).digest('hex')),
  changed('key-base64', 'csharp', 'Convert.ToBase64String(keyBytes)', 'the key is written in base64', [[/base.?64/, /key/]],
    (key) => Buffer.from(key).toString('base64')),
  changed('key-cut-last', 'python', 'KEY = "…"  # last character not copied', 'the last character of the key is missing',
    [[/key/, /last|cut|short|missing|trunc/]], (key) => key.slice(0, -1), { common: true }),
  changed('key-cut-first', 'php', "define('KEY', '…') // first character not copied", 'the first character of the key is missing',
    [[/key/, /first|cut|short|missing|trunc/]], (key) => key.slice(1)),
  changed('key-twice', 'node', 'pasted twice', 'the key stands twice', [[/key/, /twice|double|two/]], (key) => key + key),
  changed('key-trimmed', 'java', 'key.trim()', 'the merchant trims the key, the profile holds it with a space', [[/key/, /trim|space|white/]],
    (key, m) => { m.base = { ...m.base, key: `${key} ` }; return key; }),
  otherKey('live-key', liveName, liveKey, 'the key of another environment was used', true),
  otherKey('old-key', oldName, oldKey, 'an old key was used', false),
].map((mistake) => (mistake.id.endsWith('key-sorted') ? { ...mistake, apply: (m) => {
  m.signed = [...m.signed, [mistake.id === 'key-sorted' ? 'key' : 'client_key', m.key]];
  m.addKey = (text) => text;
  return true;
} } : mistake));
