/** Which parameters take part: signed but not sent, sent but not signed, empties, and names that never belong. */
import { valueOf } from '../merchant.mjs';

const OFFICIAL_MANDATORY = ['txamt', 'txcurrcd', 'pay_type', 'out_trade_no', 'txdtm', 'sub_openid'];

/** A parameter added to the request after the signature was made. */
function sentOnly(names, lang, code, { common = false, bases = null } = {}) {
  return {
    id: `sent-only-${names.join('-')}`, family: 'participation', lang, code, common, bases,
    cause: `${names.join(' and ')} added to the request after it was signed`,
    words: [[...names, /sent|left out|not signed|not part|missing|without|unsigned/]],
    stages: names.map((name) => `pair:${name}`),
    apply(m) {
      if (!names.every((name) => valueOf(m.signed, name) !== undefined)) return false;
      m.signed = m.signed.filter(([name]) => !names.includes(name));
      return true;
    },
  };
}

/** A parameter signed but never put into the body; `unsent` where the engineer knows its value from elsewhere. */
function signedOnly(id, name, value, lang, code, { common = false, known = null, also = [] } = {}) {
  return {
    id, family: 'participation', lang, code, common,
    cause: `${name}${typeof value === 'string' ? `=${value}` : ' with the app_code'} signed but not sent`,
    words: [[name, /not sent|signed|never sent|not in the request|extra|added/], ...also],
    stages: [`pair:${name}`],
    apply(m) {
      if (valueOf(m.sent, name) !== undefined || valueOf(m.signed, name) !== undefined) return false;
      m.signed = [...m.signed, [name, typeof value === 'function' ? value(m) : value]];
      if (known) m.unsent = { ...m.unsent, ...known };
      return true;
    },
  };
}

const dropEmpty = (id, lang, code, isEmpty, words, common) => ({
  id, family: 'participation', lang, code, common, bases: ['blank'],
  cause: 'empty parameters are sent but left out of the signature', words, stages: ['pair:goods_name', 'pair:limit_pay', 'pair:udid'],
  apply(m) {
    const kept = m.signed.filter(([, value]) => !isEmpty(value));
    if (kept.length === m.signed.length) return false;
    m.signed = kept;
    return true;
  },
});

export default [
  sentOnly(['mchid'], 'php', "$fields['mchid'] = MCHID; // after sign()", { common: true }),
  sentOnly(['notify_url'], 'java', 'form.add("notify_url", callback); // the map was signed before', { common: true }),
  sentOnly(['goods_name'], 'node', 'body.append("goods_name", cart.title)', { common: true }),
  sentOnly(['udid'], 'csharp', 'content.Add("udid", terminal);', { common: true }),
  sentOnly(['extend_info'], 'php', "unset($p['extend_info']); // objects cannot be signed", { common: true }),
  sentOnly(['limit_pay'], 'python', 'form["limit_pay"] = "no_credit"'),
  sentOnly(['expired_time'], 'node', 'axios.post(url, qs.stringify({ ...signed, expired_time: 30 }))', { common: true }),
  sentOnly(['goods_info'], 'go', 'values.Set("goods_info", table)'),
  sentOnly(['goodsTag'], 'java', '@JsonIgnore String goodsTag;'),
  sentOnly(['txcurrcd'], 'php', "$body = $signed + ['txcurrcd' => 'HKD'];"),
  sentOnly(['udid', 'notify_url'], 'java', 'request.addCommonFields() // udid and notify_url, by a filter behind the signer'),
  sentOnly(['goods_name', 'expired_time'], 'node', 'Object.assign(form, { goods_name, expired_time })'),
  sentOnly(['mchid', 'udid'], 'php', '$merchant + $signedFields'),
  sentOnly(['attach', 'attach2'], 'csharp', 'if (!name.StartsWith("attach")) signed.Add(name, value);'),
  signedOnly('signed-only-mchid', 'mchid', 'ZaMVg12z5jd5Gm', 'python', 'sign({**form, "mchid": MCHID}); post(form)',
    { common: true, known: { mchid: 'ZaMVg12z5jd5Gm' } }),
  signedOnly('signed-only-udid', 'udid', 'POS-0042', 'java', 'signMap.put("udid", udid); // the form builder drops it',
    { known: { udid: 'POS-0042', mchid: 'ZaMVg12z5jd5Gm' } }),
  signedOnly('signed-only-notify', 'notify_url', 'https://m.example/cb', 'php', '$sign = sign($form + ["notify_url" => $cb]);',
    { common: true, known: { notify_url: 'https://m.example/cb' } }),
  signedOnly('signed-only-empty-goods', 'goods_name', '', 'php', "'goods_name' => '' // http client drops empty fields", { common: true }),
  signedOnly('signed-only-empty-mchid', 'mchid', '', 'python', 'mchid = os.environ.get("MCHID", "")  # requests: None if empty', { common: true }),
  signedOnly('signed-only-empty-extend', 'extend_info', '', 'java', 'map.put("extend_info", "");'),
  signedOnly('signed-only-empty-notify', 'notify_url', '', 'csharp', 'sorted["notify_url"] = "";'),
  signedOnly('signed-only-empty-limit-pay', 'limit_pay', '', 'node', "limit_pay: credit ? '' : 'no_credit'"),
  signedOnly('signed-only-app-code', 'app_code', (m) => m.appCode, 'python', 'params["app_code"] = APP_CODE  # then only the header',
    { common: true }),
  signedOnly('signed-only-appcode', 'appcode', (m) => m.appCode, 'php', "$p['appcode'] = APPCODE; ksort($p);"),
  signedOnly('signed-only-app-header', 'X-QF-APPCODE', (m) => m.appCode, 'java', 'map.putAll(headers); sign(map)'),
  signedOnly('signed-only-sign-type', 'sign_type', (m) => m.signType, 'java', 'map.put("sign_type", "MD5");', { common: true }),
  signedOnly('signed-only-sign', 'sign', '', 'csharp', 'public string sign { get; set; } = ""; // bean signed whole', { common: true }),
  signedOnly('signed-only-txzone', 'txzone', '+0800', 'php', "'txzone' => '+0800'", { common: true }),
  dropEmpty('empties-not-signed', 'php', 'array_filter($p, fn($v) => $v !== "")', (value) => value === '',
    [['goods_name', 'limit_pay', /empty|sent/], [/empt/]], true),
  dropEmpty('falsy-not-signed', 'php', 'array_filter($p) // "0" is false too', (value) => value === '' || value === '0',
    [['udid', /empty|sent|left out|falsy/], [/falsy|empty.*0|zero/]], false),
  {
    id: 'empty-mchid-kept', family: 'participation', lang: 'node', common: false, bases: ['blank'],
    code: 'const { limit_pay, ...signed } = params', cause: 'the empty limit_pay is sent but not signed',
    words: [['limit_pay', /sent|empty|signed/]], stages: ['pair:limit_pay'],
    apply(m) { m.signed = m.signed.filter(([name]) => name !== 'limit_pay'); return true; },
  },
  {
    id: 'mandatory-only', family: 'participation', lang: 'java', common: false, bases: ['further', 'agent'],
    code: 'for (String name : MANDATORY) sb.append(name)…', cause: 'only the mandatory parameters are signed',
    words: [[/mandatory|required|only|not signed|left out|sent/]], stages: ['pair:goods_name', 'pair:udid', 'pair:notify_url', 'pair:mchid'],
    apply(m) { m.signed = m.signed.filter(([name]) => OFFICIAL_MANDATORY.includes(name)); return true; },
  },
];
