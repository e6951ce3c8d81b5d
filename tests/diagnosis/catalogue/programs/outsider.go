// Mistakes of merchants' Go programs: reads a request on standard input, prints what each program signs.
package main

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/ascii85"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"html"
	"html/template"
	"math/big"
	"math/rand"
	"net/url"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
)

type Str = map[string]string
type Payment struct{ Amount, Currency string }

var P = Str{}
var N []string
var KEY, APP, ALG string

func digest() hash.Hash {
	if ALG == "md5" { return md5.New() }
	return sha256.New()
}
func raw(b []byte) []byte { h := digest(); h.Write(b); return h.Sum(nil) }
func line(t, f, w, x string, s any) {
	fmt.Println(strings.Join([]string{"go " + t, f, w, strings.NewReplacer("\n", "", "\t", "", "\r", "").Replace(fmt.Sprint(s)), base64.StdEncoding.EncodeToString([]byte(x))}, "\t"))
}
func out(t, f, w, x string) { line(t, f, w, x, fmt.Sprintf("%X", raw([]byte(x)))) }
func sorted(p Str) (n []string) { for k := range p { n = append(n, k) }; sort.Strings(n); return }
func pieces(n []string, f string) (l []string) { for _, k := range n { l = append(l, fmt.Sprintf(f, k, P[k])) }; return }
func join(p Str, key string) string { l := []string{}; for _, k := range sorted(p) { l = append(l, k+"="+p[k]) }; return strings.Join(l, "&") + key }
func key(t, w, k string) { if k != KEY { out("key "+t, "key", w, join(P, k)) } }
func value(t, f, w, n string, v any) {
	if _, ok := P[n]; !ok { return }
	p := Str{}
	for k, x := range P { p[k] = x }
	p[n] = fmt.Sprint(v)
	out(t+" "+n, f, w, join(p, KEY))
}
func each(t, w string, c func(string) string) { p := Str{}; for k, v := range P { p[k] = c(v) }; out(t, "writing", w, join(p, KEY)) }
func order(t, w string, n []string) { out(t, "order", w, strings.Join(pieces(n, "%s=%s"), "&")+KEY) }

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		two := strings.SplitN(in.Text(), "\t", 2)
		switch two[0] { case "@key": KEY = two[1]; case "@app": APP = two[1]; case "@digest": ALG = two[1]; default: P[two[0]] = two[1]; N = append(N, two[0]) }
	}
	s := sorted(P)
	key("%q", "quot", fmt.Sprintf("%q", KEY)); key("%v bytes", "bytes|\\[", fmt.Sprint([]byte(KEY))); key("%s of slice", "\\[|list", fmt.Sprint([]string{KEY})); key("%+v", "\\{|print", fmt.Sprintf("%+v", struct{ ClientKey string }{KEY})); key("%d", "%!d", fmt.Sprintf("%d", KEY)); key("missing", "MISSING|%!", fmt.Sprintf("%s")); key("nil", "nil", fmt.Sprint(nil)); key("%x", "hex", fmt.Sprintf("%x", KEY)); key("Sprintf key", "%", fmt.Sprintf(KEY)); key("QueryEscape", "encoded", url.QueryEscape(KEY)); key("html", "HTML|&amp;", html.EscapeString(KEY)); key("template", "HTML|&#", template.HTMLEscapeString(KEY)); key("template js", "u0026|u003C|escape|x26", template.JSEscapeString(KEY)); key("TrimRight", "cut|last|=|zero|trim", strings.TrimRight(KEY, "=0")); key("ReadString", "line", KEY+"\r\n"); key("CRLF", "line", KEY+"\r"); key("os.Expand", "\\$", os.Expand(KEY, func(string) string { return "" })); key("ToTitle", "upper", strings.ToTitle(KEY)); key("tabs", "tab", "\t"+KEY); key("TrimLeft set", "cut|first|without|trim", strings.TrimLeft(KEY, "0123456789"))
	if b, e := hex.DecodeString(KEY); e == nil { line("key hex bytes", "key", "hex|bytes", join(P, ""), fmt.Sprintf("%X", raw(append([]byte(join(P, "")), b...)))) }
	if b, e := base64.StdEncoding.DecodeString(KEY); e == nil { line("key base64 bytes", "key", "base64", join(P, ""), fmt.Sprintf("%X", raw(append([]byte(join(P, "")), b...)))) }
	if u, e := url.QueryUnescape(KEY); e == nil { key("QueryUnescape", "decoded|blank|\\+", u) }
	a, _ := strconv.ParseFloat(P["txamt"], 64); i, _ := strconv.Atoi(P["txamt"]); v := P["txamt"]
	for t, x := range map[string]any{"%d": fmt.Sprintf("%d", v), "%s of int": fmt.Sprintf("%s", i), "%f": fmt.Sprintf("%f", a), "%e": fmt.Sprintf("%e", a), "%t": fmt.Sprintf("%t", v), "%q": fmt.Sprintf("%q", v), "%x": fmt.Sprintf("%x", i), "%#x": fmt.Sprintf("%#x", i), "%o": fmt.Sprintf("%#o", i), "%b": fmt.Sprintf("%b", i), "%U": fmt.Sprintf("%U", i), "%c": fmt.Sprintf("%c", 48+i%60), "%08d": fmt.Sprintf("%09d", i), "%+d": fmt.Sprintf("%+d", i), "%8.2f": fmt.Sprintf("%10.2f", a), "missing": fmt.Sprintf("%s"), "extra": fmt.Sprintf("%s", v) + fmt.Sprintf("%%!(EXTRA int=%d)", i), "%y": fmt.Sprintf("%y", i), "*int": fmt.Sprint(&Payment{v, P["txcurrcd"]}), "%+v": fmt.Sprintf("%+v", Payment{v, P["txcurrcd"]}), "%#v": fmt.Sprintf("%#v", Payment{v, P["txcurrcd"]}), "%#v string": fmt.Sprintf("%#v", v), "big.Rat": big.NewRat(int64(i), 100), "big.Rat whole": big.NewRat(int64(i), 1), "big.Float": big.NewFloat(a), "rune": string(rune(i)), "interface slice": []any{i}, "duration": time.Duration(i), "FormatFloat": strconv.FormatFloat(a, 'E', -1, 64), "FormatFloat p": strconv.FormatFloat(a, 'b', -1, 64)} { value(t, "prints", "%!|decimals|e\\+|number|quot|hex|base|U\\+|zero|sign|blank|MISSING|EXTRA|Payment|\\{|/|rational|rune|character|\\[|list|µs|ns|duration|print|E\\+|float|octal|binary|verb", "txamt", x) }
	g := P["goods_name"]
	for t, x := range map[string]any{"%q": fmt.Sprintf("%q", g), "%+q": fmt.Sprintf("%+q", g), "%x": fmt.Sprintf("%x", g), "% x": fmt.Sprintf("% x", g), "%v runes": []rune(g), "%v bytes": []byte(g), "%d": fmt.Sprintf("%d", g), "[]string": []string{g}, "[]string two": []string{g, g}, "map": Str{"name": g}, "%#v": fmt.Sprintf("%#v", []string{g}), "%U": fmt.Sprintf("%U", []rune(g)), "nil": nil, "%!s(<nil>)": fmt.Sprintf("%s", nil), "error": fmt.Errorf("goods %w", os.ErrNotExist), "%T": fmt.Sprintf("%T", g), "url.Values": url.Values{"goods_name": {g}}} { value(t, "prints", "quot|hex|\\[|list|bytes|map|nil|%!|type|string|codes|numbers|error|print|twice|U\\+", "goods_name", x) }
	value("bool 1", "prints", "1", "sandbox", 1); value("ParseBool T", "prints", "T\\b", "sandbox", "T"); value("%d bool", "prints", "%!", "sandbox", fmt.Sprintf("%d", true))
	if x, ok := P["extend_info"]; ok { m := map[string]any{}; json.Unmarshal([]byte(x), &m); value("map", "prints", "map\\[|print", "extend_info", m); value("%#v", "prints", "map\\[|print", "extend_info", fmt.Sprintf("%#v", m)); j, _ := json.MarshalIndent(m, "", "\t"); value("indent", "prints", "JSON|line|indent", "extend_info", string(j)); value("[]byte", "prints", "bytes|\\[", "extend_info", []byte(x)); value("RawMessage", "prints", "bytes|\\[", "extend_info", json.RawMessage(x)); j, _ = json.Marshal(x); value("twice", "prints", "JSON|twice|quot", "extend_info", string(j)); j, _ = json.Marshal([]byte(x)); value("bytes JSON", "prints", "base64", "extend_info", string(j)) }
	out("map", "prints", "map\\[|print", fmt.Sprint(P)+KEY); out("map %q", "prints", "map\\[|print|quot", fmt.Sprintf("%q", P)+KEY); out("map %#v", "prints", "map\\[|print", fmt.Sprintf("%#v", P)+KEY); out("slice", "prints", "\\[|list", fmt.Sprint(pieces(s, "%s=%s"))+KEY); out("slice %q", "prints", "\\[|list|quot", fmt.Sprintf("%q", pieces(s, "%s=%s"))+KEY); vals := url.Values{}; for k, x := range P { vals.Set(k, x) }; out("Values", "prints", "map\\[|print|\\[", fmt.Sprint(vals)+KEY); out("Encode", "prints", "encoded", vals.Encode()+KEY); out("%v=%v slices", "prints", "\\[|list", func() string { l := []string{}; for _, k := range s { l = append(l, fmt.Sprintf("%v=%v", k, vals[k])) }; return strings.Join(l, "&") }()+KEY); out("Sprintln", "prints", "line", fmt.Sprintln(join(P, KEY))); out("Sprint pair", "prints", "blank|space", fmt.Sprintln(join(P, ""), KEY)); out("%d each", "prints", "%!d", strings.Join(pieces(s, "%s=%d"), "&")+KEY); out("%q each", "prints", "quot", strings.Join(pieces(s, "%s=%q"), "&")+KEY); out("swapped", "prints", "value", func() string { l := []string{}; for _, k := range s { l = append(l, P[k]+"="+k) }; return strings.Join(l, "&") }()+KEY); j, _ := json.Marshal(P); out("JSON", "prints", "JSON", string(j)+KEY)
	sh, _ := time.LoadLocation("Asia/Shanghai"); t, _ := time.ParseInLocation("2006-01-02 15:04:05", P["txdtm"], sh)
	for n, x := range map[string]any{"String": t, "UTC": t.UTC(), "Local nanos": t.Add(123456789), "GoString": t.GoString(), "Unix": t.Unix(), "UnixMilli": t.UnixMilli(), "UnixNano": t.UnixNano(), "UnixMicro": t.UnixMicro(), "Kitchen": t.Format(time.Kitchen), "later": t.Add(75 * time.Second).Format("2006-01-02 15:04:05"), "hour": t.Add(-time.Hour).Format("2006-01-02 15:04:05"), "Truncate": t.Truncate(time.Hour).Format("2006-01-02 15:04:05"), "monotonic": t.String() + " m=+0.000012345", "YearDay": t.YearDay(), "Date": fmt.Sprint(t.Date()), "AddDate": t.AddDate(0, 0, -1).Format("2006-01-02 15:04:05"), "Month": fmt.Sprintf("%d-%s-%d %s", t.Year(), t.Month(), t.Day(), t.Format("15:04:05")), "zero": time.Time{}} { value("time "+n, "dates", "txdtm was|time|date|1970|clock|later|month", "txdtm", x) }
	for _, f := range []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Stamp, time.StampMilli, "2006-01-02 03:04:05", "2006-02-01 15:04:05", "2006-01-02 15:05:04", "2006-01-02T15:04:05", "2006-01-02 15:04:05.000", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-1-2 15:4:5", "20060102150405", "2006/01/02 15:04:05", "2006-01-02 15:04", "02 Jan 06 15:04", "01/02/2006 03:04:05 PM", "2006年01月02日 15:04:05", "2006-01-02 15:04:05 MST", "2006-002 15:04:05", "06-01-02 15:04:05", "2006-01-02", "2005-01-02 15:04:05", "2006-01-02 16:04:05", "YYYY-MM-DD HH:mm:ss", "%Y-%m-%d %H:%M:%S", "yyyy-MM-dd HH:mm:ss", "2006-01-02 15:04:06", "2006-01-02 3:04:05PM", "Jan 2, 2006 at 3:04pm (MST)"} { value("Format "+f, "dates", "txdtm was|time|date|pattern|format", "txdtm", t.Format(f)) }
	x := join(P, KEY); b := []byte(x); r := raw(b); h := hex.EncodeToString(r)
	F := func(t, w string, s any) { line(t, "digests", w, x, s) }
	line("Sum prepends", "digests", "Sum|nothing|empty|in front", x, fmt.Sprintf("%x", digest().Sum(b))); line("Sum prepends text", "digests", "Sum|nothing|empty|in front", x, string(digest().Sum(b))); hh := digest(); hh.Write(b); line("Sum key", "digests", "Sum|in front", x, fmt.Sprintf("%x", hh.Sum([]byte(KEY)))); hh = digest(); hh.Write([]byte(join(P, ""))); line("Write then Sum key", "digests", "Sum|in front|without the key|key", join(P, ""), fmt.Sprintf("%x", hh.Sum([]byte(KEY))))
	F("%v", "bytes|\\[", r); F("%d", "bytes", fmt.Sprintf("%d", r)); F("% x", "blank|separated|marks", fmt.Sprintf("% x", r)); F("%#x", "0x", fmt.Sprintf("%#x", r)); F("% #x", "0x", fmt.Sprintf("% #x", r)); F("%#v", "byte|0x", fmt.Sprintf("%#v", r)); F("%q", "quot|\\\\x", fmt.Sprintf("%q", r)); F("%b", "binary|bits|bytes", fmt.Sprintf("%b", r)); F("%o", "octal", fmt.Sprintf("%o", r)); F("%x of hex", "hex|twice", fmt.Sprintf("%x", h)); F("%c", "characters|bytes|raw", fmt.Sprintf("%c", r)); F("%U", "U\\+|bytes", fmt.Sprintf("%U", r)); F("big.Int", "decimal|number", new(big.Int).SetBytes(r)); F("uint32", "number|first|decimal", binary.BigEndian.Uint32(r)); F("uint64", "number|first|decimal", binary.LittleEndian.Uint64(r)); F("RawURL", "base64", base64.RawURLEncoding.EncodeToString(r)); F("RawStd hex", "base64", base64.RawStdEncoding.EncodeToString([]byte(h))); F("base32", "base32|base 32", base32.StdEncoding.EncodeToString(r)); F("base32 hex", "base32|base 32", base32.HexEncoding.EncodeToString(r)); ab := make([]byte, 200); F("ascii85", "85", string(ab[:ascii85.Encode(ab, r)])); F("crc32 Castagnoli", "CRC", crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli))); F("crc32 hex", "CRC", fmt.Sprintf("%X", crc32.ChecksumIEEE(b))); F("crc64", "CRC.?64", fmt.Sprintf("%x", crc64.Checksum(b, crc64.MakeTable(crc64.ISO)))); F("adler", "Adler", adler32.Checksum(b)); ff := fnv.New64a(); ff.Write(b); F("fnv", "FNV", fmt.Sprintf("%x", ff.Sum64())); F("sha512/256", "SHA.?512", fmt.Sprintf("%x", sha512.Sum512_256(b))); F("sha384 b64", "SHA.?384", func() string { q := sha512.Sum384(b); return base64.StdEncoding.EncodeToString(q[:]) }()); F("sha1 upper", "SHA.?1", fmt.Sprintf("%X", sha1.Sum(b))); F("half", "first|half|cut", h[:len(h)/2]); F("JSON bytes", "base64|quot", func() string { q, _ := json.Marshal(r); return string(q) }()); F("Dump", "dump|hex", hex.Dump(r))
	m := hmac.New(digest, []byte(join(P, ""))); m.Write([]byte(KEY)); line("hmac swapped", "digests", "HMAC", KEY, hex.EncodeToString(m.Sum(nil))); m = hmac.New(sha1.New, []byte(KEY)); m.Write([]byte(join(P, ""))); line("hmac sha1 b64", "digests", "HMAC", join(P, ""), base64.StdEncoding.EncodeToString(m.Sum(nil))); m = hmac.New(digest, []byte(KEY)); line("hmac Sum text", "digests", "HMAC|Sum|in front", join(P, ""), hex.EncodeToString(m.Sum([]byte(join(P, ""))))); m = hmac.New(digest, []byte(KEY)); m.Write(b); line("hmac key twice", "digests", "HMAC", x, hex.EncodeToString(m.Sum(nil)))
	for t, q := range map[string][]byte{"uvarint": append(binary.AppendUvarint(nil, uint64(len(b))), b...), "uint16 le": append(binary.LittleEndian.AppendUint16(nil, uint16(len(b))), b...), "uint64 be": append(binary.BigEndian.AppendUint64(nil, uint64(len(b))), b...)} { line("length "+t, "digests", "length", x, fmt.Sprintf("%X", raw(q))) }
	u16 := new(bytes.Buffer); binary.Write(u16, binary.LittleEndian, utf16.Encode([]rune(x))); line("utf16", "digests", "UTF-16", x, fmt.Sprintf("%X", raw(u16.Bytes()))); rb := new(bytes.Buffer); binary.Write(rb, binary.BigEndian, []rune(x)); line("runes", "digests", "UTF-32", x, fmt.Sprintf("%X", raw(rb.Bytes())))
	each("QueryEscape", "encoded", url.QueryEscape); each("PathEscape", "path|encoded", url.PathEscape); each("URL String", "path|encoded", func(v string) string { return (&url.URL{Path: v}).EscapedPath() }); each("EscapeString", "HTML|&#", html.EscapeString); each("HTMLEscape", "HTML|&#", template.HTMLEscapeString); each("JSEscape", "u003C|JavaScript|escape|x", template.JSEscapeString); each("JSON", "u003c|u0026|JSON|escape", func(v string) string { j, _ := json.Marshal(v); return string(j[1 : len(j)-1]) }); each("QuoteToASCII", "u|escape", func(v string) string { q := strconv.QuoteToASCII(v); return q[1 : len(q)-1] }); each("Quote", "escape|backslash|quot", func(v string) string { q := strconv.Quote(v); return q[1 : len(q)-1] }); each("xml", "XML|&#|entit", func(v string) string { w := new(bytes.Buffer); xml.EscapeText(w, []byte(v)); return w.String() }); each("QuoteMeta", "backslash|escape|regular", regexp.QuoteMeta); each("Title", "capital|title|letter", strings.Title); each("ToUpper", "upper", strings.ToUpper); each("ToLower", "lower", strings.ToLower); each("Fields", "blank|space", func(v string) string { return strings.Join(strings.Fields(v), "") }); each("IsLetter", "letters", func(v string) string { return strings.Map(func(r rune) rune { if unicode.IsLetter(r) || unicode.IsDigit(r) { return r }; return -1 }, v) }); each("no symbols", "symbol|emoji|sign", func(v string) string { return strings.Map(func(r rune) rune { if unicode.IsSymbol(r) { return -1 }; return r }, v) }); each("cut bytes", "cut|�|U\\+FFFD", func(v string) string { if len(v) > 16 { return strings.ToValidUTF8(v[:16], "\uFFFD") }; return v }); each("reverse", "revers", func(v string) string { r := []rune(v); for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 { r[i], r[j] = r[j], r[i] }; return string(r) }); each("latin1", "Latin|mojibake", func(v string) string { r := []rune{}; for _, c := range []byte(v) { r = append(r, rune(c)) }; return string(r) }); each("low byte", "low byte|Latin|character", func(v string) string { r := []rune{}; for _, c := range v { r = append(r, c&255) }; return string(r) })
	rand.Seed(9); q := append([]string{}, N...); rand.Shuffle(len(q), func(i, j int) { q[i], q[j] = q[j], q[i] }); order("map order", "order", q); rand.Shuffle(len(q), func(i, j int) { q[i], q[j] = q[j], q[i] }); order("map order again", "order", q); sort.Sort(sort.Reverse(sort.StringSlice(q))); order("Reverse", "revers|descending", q); q = append([]string{}, N...); sort.Slice(q, func(i, j int) bool { return len(q[i]) < len(q[j]) }); order("by length", "length", q); q = append([]string{}, N...); sort.SliceStable(q, func(i, j int) bool { return P[q[i]] < P[q[j]] }); order("by value", "value", q); q = append([]string{}, s...); q[0], q[len(q)-1] = q[len(q)-1], q[0]; order("ends swapped", "order|swapped", q); lost := []string{}; for _, k := range P { lost = append(lost, k) }; sort.Strings(lost); out("values sorted", "order", "values", strings.Join(lost, "&")+KEY); w := []string{}; for i, k := range lost { w = append(w, s[i]+"="+k) }; out("names and values sorted apart", "order", "values|apart|sorted", strings.Join(w, "&")+KEY); p := pieces(s, "%s=%s"); p = append(p, KEY); sort.Strings(p); out("key sorted in", "order", "key|sorted", strings.Join(p, "&")); out("key sorted in bare", "order", "key|sorted", strings.Join(p, ""))
}
