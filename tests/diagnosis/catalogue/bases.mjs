/** The correct requests that merchants get wrong: pairs in the order in which their code writes them. */
import { createHash } from 'node:crypto';

const secret = (phrase) => createHash('md5').update(`qfpay catalogue ${phrase}`).digest('hex').toUpperCase();

export const OTHER_KEYS = { 'Live testing, same shop': secret('other key one'), 'Old key of 2024': secret('other key two') };

const OPENID = 'oS80_5dxekECAOlVBeQFk34q123s';
const NOTIFY = 'https://shop.example/qf/notify?shop=12&lang=zh';
const PERSON = { user_creid: '440524188001010014', user_truename: '李雷' };
export const ESCAPED = '{"user_creid":"440524188001010014","user_truename":"\\u674e\\u96f7"}';

function base(id, pairs, { signType = 'MD5', key = secret(`key of ${id}`) } = {}) {
  return { id, pairs, signType, key, appCode: secret(`app code of ${id}`) };
}

export const BASES = [
  base('plain', [['txamt', '1999'], ['txcurrcd', 'HKD'], ['pay_type', '800213'],
    ['out_trade_no', 'SO20261123000412'], ['txdtm', '2026-11-23 11:40:02'], ['sub_openid', OPENID]]),
  base('milktea', [['txamt', '115'], ['txcurrcd', 'SGD'], ['pay_type', '800213'], ['out_trade_no', '1732333202731'],
    ['txdtm', '2026-11-23 19:05:41'], ['goods_name', '珍珠奶茶'], ['sub_openid', OPENID], ['expired_time', '30']]),
  base('emoji', [['out_trade_no', 'wx-7731-00012'], ['txamt', '3000'], ['txcurrcd', 'HKD'], ['txdtm', '2026-12-31 23:59:59'],
    ['pay_type', '800213'], ['goods_name', '奶茶🧋 x2'], ['sub_openid', OPENID]]),
  base('escaped', [['txamt', '6600'], ['txcurrcd', 'CNY'], ['pay_type', '800213'], ['out_trade_no', 'CN66001123'],
    ['txdtm', '2026-03-01 00:10:00'], ['sub_openid', OPENID], ['extend_info', ESCAPED], ['limit_pay', 'no_credit']]),
  base('optional', [['txamt', '880'], ['txcurrcd', 'THB'], ['pay_type', '800213'], ['out_trade_no', 'TH-2026_000077'],
    ['txdtm', '2026-11-23 15:22:10'], ['sub_openid', OPENID], ['goods_name', '李雷的訂單'], ['goods_info', 'table 7'],
    ['udid', 'POS-A7'], ['notify_url', NOTIFY], ['expired_time', '15'],
    ['extend_info', JSON.stringify(PERSON).replaceAll('":', '": ').replaceAll(',"', ', "')]]),
  base('agent', [['mchid', 'eqqmYMn0Zj9pncw5ZDxjgMqbV'], ['txamt', '2900'], ['txcurrcd', 'HKD'], ['pay_type', '800213'],
    ['out_trade_no', 'A1B2C3D4'], ['txdtm', '2026-11-23 09:30:00'], ['goods_name', 'Tea & Cake "large" <hot>'],
    ['sub_openid', OPENID], ['notify_url', NOTIFY], ['udid', 'qt01']]),
  base('yen', [['pay_type', '800213'], ['txcurrcd', 'JPY'], ['txamt', '15000'], ['out_trade_no', 'JP_20261123*7'],
    ['txdtm', '2026-11-23 12:40:02'], ['goods_name', '抹茶ラテ'], ['sub_openid', OPENID], ['udid', 'reg3']]),
  base('sha256', [['txamt', '300'], ['txcurrcd', 'HKD'], ['pay_type', '800213'], ['out_trade_no', 'S256-0001'],
    ['txdtm', '2026-11-23 18:00:30'], ['goods_name', '檸檬茶'], ['sub_openid', OPENID], ['expired_time', '120']],
  { signType: 'SHA256' }),
  base('further', [['txamt', '455'], ['txcurrcd', 'USD'], ['pay_type', '800213'], ['out_trade_no', 'US455'],
    ['txdtm', '2026-11-23 22:15:09'], ['sub_openid', OPENID], ['goods_name', 'Tall latte'], ['goodsTag', 'autumn'],
    ['attach', 'row 4'], ['attach2', 'seat 9'], ['Shop', 'Central']]),
  base('traditional', [['txcurrcd', 'HKD'], ['txamt', '2600'], ['out_trade_no', 'HK2600A'], ['pay_type', '800213'],
    ['txdtm', '2026-11-23 13:01:59'], ['sub_openid', OPENID], ['goods_name', '凍檸茶'], ['udid', '旺角店']]),
  base('accent', [['txamt', '435'], ['txcurrcd', 'EUR'], ['pay_type', '800213'], ['out_trade_no', 'EU-435'],
    ['txdtm', '2026-11-23 08:08:08'], ['goods_name', 'Café crème'], ['sub_openid', OPENID]]),
  base('awkward', [['txamt', '29'], ['txcurrcd', 'AUD'], ['pay_type', '800213'], ['out_trade_no', 'AU29'],
    ['txdtm', '2026-11-23 14:14:14'], ['goods_name', "50%25 off A+B=C&D's"], ['goods_info', 'hot+iced/large'],
    ['sub_openid', OPENID], ['udid', '$HOME `x` \\n']]),
  base('padded', [['txamt', '1200'], ['txcurrcd', 'MYR'], ['pay_type', '800213'], ['out_trade_no', 'MY1200'],
    ['txdtm', '2026-11-23 16:45:00'], ['goods_name', 'Milk tea '], ['goods_info', 'ＡＢＣ１２'], ['sub_openid', OPENID]]),
  base('blank', [['mchid', 'nDB64h9qJ1An'], ['txamt', '700'], ['txcurrcd', 'HKD'], ['pay_type', '800213'],
    ['out_trade_no', 'BL700'], ['txdtm', '2026-11-23 10:20:30'], ['goods_name', ''], ['udid', '0'],
    ['sub_openid', OPENID], ['limit_pay', '']]),
];
