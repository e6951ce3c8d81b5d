/** The payment time written a second time: another zone, another form, some seconds later. */
import { one } from './writing.mjs';

const parse = (text) => new Date(`${text.replace(' ', 'T')}Z`);
const print = (date) => date.toISOString().slice(0, 19).replace('T', ' ');
const moved = (seconds) => (text) => print(new Date(parse(text).getTime() + seconds * 1000));
const hours = (count) => moved(count * 3600);
const utc8 = (text) => new Date(parse(text).getTime() - 8 * 3600e3);
const zone = /utc|zone|hour/i;
const clock = /second|later|earlier|twice|clock|apart/i;
const form = /form|iso|written|spell|date/i;

const time = (id, lang, code, cause, words, change, options) => one(id, 'time', 'txdtm', lang, code, cause, words, change, options);

export default [
  time('utc', 'node', "sign: new Date().toISOString().slice(0,19).replace('T',' '), send: moment().format()", 'txdtm is signed in UTC, sent in UTC+8', [[zone]], hours(-8), { common: true }),
  time('utc-8-ahead', 'python', 'sign(datetime.now()), post(datetime.utcnow())', 'txdtm is signed in UTC+8, sent in UTC', [[zone]], hours(8), { common: true }),
  time('utc-9', 'java', 'ZoneId.of("Asia/Tokyo") in the signer', 'txdtm is signed in another zone, 9 hours off', [[zone]], hours(-9), { bases: ['yen'] }),
  time('tokyo-hour', 'java', 'Asia/Tokyo and Asia/Hong_Kong', 'txdtm is signed one hour off', [[zone]], hours(1), { bases: ['yen'] }),
  time('bangkok-hour', 'php', "date_default_timezone_set('Asia/Bangkok')", 'txdtm is signed one hour off', [[zone]], hours(-1), { bases: ['optional'] }),
  time('india', 'go', 'time.LoadLocation("Asia/Kolkata")', 'txdtm is signed two and a half hours off', [[zone]], hours(-2.5), { bases: ['further'] }),
  time('plus-1s', 'php', "date('Y-m-d H:i:s') called twice", 'the clock was read twice, one second apart', [[clock]], moved(1), { common: true }),
  time('minus-1s', 'node', 'moment().format() called twice', 'the clock was read twice, one second apart', [[clock]], moved(-1), { common: true, bases: ['milktea', 'emoji', 'agent', 'escaped'] }),
  time('minus-2s', 'java', 'LocalDateTime.now() twice', 'the clock was read twice, two seconds apart', [[clock]], moved(-2)),
  time('minus-4s', 'python', 'datetime.now() twice', 'the clock was read twice, four seconds apart', [[clock]], moved(-4)),
  time('minus-1s-midnight', 'csharp', 'DateTime.Now twice at the turn of the year', 'the clock was read twice, across midnight', [[clock]], moved(1), { bases: ['emoji'] }),
  time('iso-t', 'java', 'LocalDateTime.now().toString()', 'txdtm is signed with a T', [[form]], (text) => text.replace(' ', 'T'), { common: true }),
  time('iso-utc-z', 'node', 'JSON.stringify(date)', 'txdtm is signed in ISO form in UTC', [[form]], (text) => utc8(text).toISOString(), { common: true }),
  time('iso-utc-z-bare', 'go', 't.UTC().Format(time.RFC3339)', 'txdtm is signed in ISO form in UTC', [[form]], (text) => `${utc8(text).toISOString().slice(0, 19)}Z`),
  time('iso-offset', 'php', "date('c')", 'txdtm is signed in ISO form with +08:00', [[form]], (text) => `${text.replace(' ', 'T')}+08:00`),
  time('iso-z-local', 'csharp', 'now.ToString("yyyy-MM-ddTHH:mm:ssZ")', 'txdtm is signed in ISO form with a Z', [[form]], (text) => `${text.replace(' ', 'T')}Z`),
  time('compact', 'java', 'new SimpleDateFormat("yyyyMMddHHmmss")', 'txdtm is signed as digits alone', [[form]], (text) => text.replace(/\D/g, ''), { common: true }),
  time('slashes', 'csharp', 'now.ToString("yyyy/MM/dd HH:mm:ss")', 'txdtm is signed with slashes', [[/slash|form|written|date/i]], (text) => text.replaceAll('-', '/')),
  time('epoch', 'php', 'time()', 'txdtm is signed as seconds since 1970', [[/epoch|1970|unix|timestamp/i]], (text) => String(utc8(text).getTime() / 1000)),
  time('epoch-ms', 'node', 'Date.now()', 'txdtm is signed as milliseconds since 1970', [[/epoch|1970|unix|timestamp/i]], (text) => String(utc8(text).getTime()), { bases: ['plain'] }),
  time('microseconds', 'java', 'Timestamp.valueOf(now).toString()', 'txdtm is signed with .0', [[/\.0|fraction|form|second|written/i]], (text) => `${text}.0`),
  time('no-seconds', 'csharp', 'now.ToString("yyyy-MM-dd HH:mm")', 'txdtm is signed without its seconds', [[/second|form|15:22/i]], (text) => text.slice(0, 16)),
  time('twelve-hours', 'java', '"yyyy-MM-dd hh:mm:ss"', 'txdtm is signed with a 12-hour clock', [[/12|twelve|hh/i]],
    (text) => (Number(text.slice(11, 13)) > 12 ? text.replace(/ \d\d/, (hour) => ` ${String(Number(hour) - 12).padStart(2, '0')}`) : text), { common: true, bases: ['milktea', 'emoji', 'optional', 'sha256', 'further'] }),
];
