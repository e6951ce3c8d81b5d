/** What stands between names, values and parameters, and around the whole. */
function separator(id, lang, code, cause, words, joinOrFrame, { common = false, frame = false, bases = null } = {}) {
  return { id, family: 'separators', lang, code, cause, words, stages: [frame ? 'frame' : 'join'], common, bases,
    apply(m) { m[frame ? 'frame' : 'join'] = joinOrFrame; return true; } };
}
const joined = (equals, between) => (pairs) => pairs.map(([name, value]) => `${name}${equals}${value}`).join(between);
const nothing = /without|no separator|nothing|missing|no &|not separated|none/;

export default [
  separator('no-ampersand', 'java', 'sb.append(k).append("=").append(v);', 'no & between the parameters', [[/&|separat|between/, nothing]],
    joined('=', ''), { common: true }),
  separator('nothing-between', 'php', '$s .= $k . $v;', 'neither = nor & in the string', [[/=|&|separat/, nothing]], joined('', ''), { common: true }),
  separator('no-equals', 'csharp', 'string.Join("&", p.Select(x => x.Key + x.Value))', 'no = between name and value', [[/=/, nothing]], joined('', '&')),
  separator('comma', 'node', 'pairs.toString()', 'a comma instead of &', [[/comma|","|‘,’|“,”|,/]], joined('=', ','), { common: true }),
  separator('comma-space', 'java', 'treeMap.toString().substring(1, len - 1)', 'a comma and a space instead of &', [[/comma|, /]], joined('=', ', ')),
  separator('map-print', 'java', 'treeMap.toString()', 'the printed map {a=b, c=d} is signed', [[/brace|\{|map|bracket|curly/]],
    (pairs) => `{${joined('=', ', ')(pairs)}}`),
  separator('semicolon', 'csharp', 'string.Join(";", pairs)', 'a semicolon instead of &', [[/semicolon|;/]], joined('=', ';')),
  separator('pipe', 'php', "implode('|', $pairs)", 'a bar instead of &', [[/\||bar|pipe/]], joined('=', '|')),
  separator('newline', 'python', '"\\n".join(pairs)', 'a line break instead of &', [[/line|\\n|newline/]], joined('=', '\n'), { common: true }),
  separator('space', 'shell', 'echo ${pairs[*]}', 'a space instead of &', [[/space|" "|“ ”/]], joined('=', ' ')),
  separator('html-ampersand', 'php', "http_build_query($p, '', '&amp;') // arg_separator.output of php.ini", '&amp; instead of &',
    [[/&amp;|html/i]], joined('=', '&amp;'), { common: true }),
  separator('spaced-ampersand', 'python', '" & ".join(pairs)', 'spaces around &', [[/space| & /]], joined('=', ' & ')),
  separator('colon', 'node', 'k + ":" + v', 'a colon instead of =', [[/colon|:/]], joined(':', '&')),
  separator('quoted', 'java', 'key + "=\\"" + value + "\\""', 'values stand in quotation marks', [[/quot/]],
    (pairs) => pairs.map(([name, value]) => `${name}="${value}"`).join('&'), { common: true, bases: ['plain', 'milktea'] }),
  separator('single-quoted', 'python', 'f"{k}={v!r}"', 'values stand in single quotation marks', [[/quot|repr|apostroph/]],
    (pairs) => pairs.map(([name, value]) => `${name}='${value}'`).join('&'), { bases: ['plain', 'milktea'] }),
  separator('trailing-ampersand', 'java', 'for (…) sb.append(k + "=" + v + "&"); // never trimmed', 'an & is left before the key',
    [[/&/, /end|before|trail|left|key|last/]], (text) => `${text}&`, { common: true, frame: true }),
  separator('leading-ampersand', 'shell', 's="$s&$k=$v"', 'the string begins with &', [[/&/, /begin|lead|start|front|before/]], (text) => `&${text}`,
    { frame: true }),
  separator('question-mark', 'node', "url.format({ query }) // '?a=b'", 'the string begins with ?', [[/\?|question/]], (text) => `?${text}`, { frame: true }),
  separator('path', 'go', 'path + "?" + q.Encode()', 'the path stands in front of the parameters', [[/path|url|\/trade/]],
    (text) => `/trade/v1/payment?${text}`, { frame: true }),
];
