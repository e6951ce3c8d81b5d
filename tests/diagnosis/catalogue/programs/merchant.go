// Mistakes of merchants' Go programs: reads a request on standard input, prints what each program signs.
package main

import (
	"bufio"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/fnv"
	"html"
	"html/template"
	"math/big"
	"net/url"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

type params map[string]string
type pair struct{ Name, Value string }

var names []string
var p = params{}
var key string
var newHash func() hash.Hash

func joined(p params, key string) string {
	out := []string{}
	for name, value := range p {
		out = append(out, name+"="+value)
	}
	sort.Slice(out, func(a, b int) bool { return strings.SplitN(out[a], "=", 2)[0] < strings.SplitN(out[b], "=", 2)[0] })
	return strings.Join(out, "&") + key
}
func sum(text string) []byte { h := newHash(); h.Write([]byte(text)); return h.Sum(nil) }
func line(title, family, words, text, signature string) {
	fmt.Println(strings.Join([]string{"go " + title, family, words, signature, base64.StdEncoding.EncodeToString([]byte(text))}, "\t"))
}
func out(title, family, words, text string) { line(title, family, words, text, fmt.Sprintf("%X", sum(text))) }
func value(title, family, words, name string, to string) {
	if _, ok := p[name]; ok {
		q := params{}
		for n, v := range p {
			q[n] = v
		}
		q[name] = to
		out(title, family, words, joined(q, key))
	}
}
func each(title, words string, change func(string) string) {
	q := params{}
	for n, v := range p {
		q[n] = change(v)
	}
	out(title, "writing", words, joined(q, key))
}

func main() {
	meta := params{}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		two := strings.SplitN(in.Text(), "\t", 2)
		if two[0][0] == '@' {
			meta[two[0]] = two[1]
		} else {
			p[two[0]] = two[1]
			names = append(names, two[0])
		}
	}
	key, newHash = meta["@key"], md5.New
	if meta["@digest"] == "sha256" {
		newHash = sha256.New
	}
	zone := time.FixedZone("CST", 8*3600)
	t, _ := time.ParseInLocation("2006-01-02 15:04:05", p["txdtm"], zone)
	for _, layout := range []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, "2006-01-02 03:04:05", "2006-01-02 15:04:05.000", "2006-1-2 15:4:5", "06-01-02 15:04:05", "2006/01/02 15:04:05", "20060102150405", "2006-01-02T15:04:05", "2006-02-01 15:04:05", "2006-01-02 15:04:05 -0700 MST", "Jan 2, 2006 at 3:04pm (MST)", "02/01/2006 15:04", "2006-01-02 15:01:05", "2006-Jan-02 15:04:05", "2006-01-02 15:04:05 PM", "2006-002 15:04:05", "YYYY-MM-DD HH:mm:ss"} {
		value("Format "+layout, "dates", "txdtm was|pattern", "txdtm", t.Format(layout))
		if strings.Contains(layout, "MST") || strings.Contains(layout, "Z07") || layout == time.ANSIC {
			value("UTC "+layout, "dates", "txdtm was", "txdtm", t.UTC().Format(layout))
		}
	}
	value("txdtm String", "dates", "txdtm was", "txdtm", t.String())
	value("txdtm UTC String", "dates", "txdtm was", "txdtm", t.UTC().String())
	value("txdtm Unix", "dates", "seconds since 1970", "txdtm", strconv.FormatInt(t.Unix(), 10))
	value("txdtm UnixMilli", "dates", "milliseconds", "txdtm", strconv.FormatInt(t.UnixMilli(), 10))
	value("txdtm UnixNano", "dates", "nanoseconds", "txdtm", strconv.FormatInt(t.UnixNano(), 10))
	value("txdtm zero", "dates", "txdtm was|0001", "txdtm", time.Time{}.Format("2006-01-02 15:04:05"))
	value("txdtm later", "dates", "300 s|clock", "txdtm", t.Add(300*time.Second).Format("2006-01-02 15:04:05"))

	amount, _ := strconv.ParseInt(p["txamt"], 10, 64)
	number, err := strconv.ParseInt(p["out_trade_no"], 10, 64)
	value("%d of a string", "prints", "%!d|format", "txamt", fmt.Sprintf("%d", p["txamt"]))
	value("%s of an int", "prints", "%!s|format", "txamt", fmt.Sprintf("%s", amount))
	value("%v of nil", "nothing", "nil", "udid", fmt.Sprintf("%v", nil))
	value("%s of nil", "nothing", "nil", "udid", fmt.Sprintf("%s", nil))
	value("%v of a list", "prints", `\[|list`, "goods_name", fmt.Sprint([]string{p["goods_name"]}))
	value("%v of bytes", "prints", "bytes", "goods_name", fmt.Sprint([]byte(p["goods_name"])))
	value("%q", "prints", "quot", "goods_name", fmt.Sprintf("%q", p["goods_name"]))
	value("%x", "prints", "hex", "out_trade_no", fmt.Sprintf("%x", p["out_trade_no"]))
	value("%v of struct", "prints", `\{|struct`, "out_trade_no", fmt.Sprintf("%v", struct{ No string }{p["out_trade_no"]}))
	value("%+v of struct", "prints", `\{|struct`, "out_trade_no", fmt.Sprintf("%+v", pair{"a", p["out_trade_no"]}))
	value("rune", "prints", "character|rune", "txamt", string(rune(amount%1000+200)))
	value("%v of float", "numbers", `e\+|number`, "txamt", fmt.Sprint(float64(amount)*1000000))
	value("%g", "numbers", `e\+|number`, "txamt", fmt.Sprintf("%g", float64(amount)))
	value("%f", "numbers", `decimals`, "txamt", fmt.Sprintf("%f", float64(amount)))
	value("%.2f", "numbers", `major`, "txamt", fmt.Sprintf("%.2f", float64(amount)/100))
	value("%x of int", "numbers", "hex|base", "txamt", fmt.Sprintf("%x", amount))
	value("%b of int", "numbers", "binary|base", "txamt", fmt.Sprintf("%b", amount))
	value("big.Rat", "numbers", "rational|/|fraction", "txamt", big.NewRat(amount, 100).String())
	value("FormatFloat e", "numbers", `e\+`, "txamt", strconv.FormatFloat(float64(amount), 'e', -1, 64))
	value("true", "nothing", "%!s|bool|format", "sandbox", fmt.Sprintf("%s", true))
	value("true %t", "nothing", "false", "sandbox", strconv.FormatBool(false))
	if err == nil {
		value("interface number", "numbers", `e\+|number`, "out_trade_no", fmt.Sprint(float64(number)))
	}
	sorted := append([]string{}, names...)
	sort.Strings(sorted)
	pieces, pairs, values := []string{}, []pair{}, []string{}
	for _, n := range sorted {
		pieces = append(pieces, n+"="+p[n])
		pairs = append(pairs, pair{n, p[n]})
		values = append(values, p[n])
	}
	out("%v of map", "prints", "Go map|map", fmt.Sprint(map[string]string(p))+key)
	out("%#v of map", "prints", "Go map|map", fmt.Sprintf("%#v", map[string]string(p))+key)
	out("%v of pieces", "prints", `\[|list`, fmt.Sprint(pieces)+key)
	out("%v of pairs", "prints", `\{|struct|pair`, fmt.Sprint(pairs)+key)
	out("%+v of pairs", "prints", `\{|struct|pair`, fmt.Sprintf("%+v", pairs)+key)
	out("%v of values", "prints", `\[|list|values`, fmt.Sprint(values)+key)
	out("%q of pieces", "prints", `\[|list|quot`, fmt.Sprintf("%q", pieces)+key)
	encoded := url.Values{}
	lists := map[string][]string{}
	for n, v := range p {
		encoded.Set(n, v)
		lists[n] = []string{v}
	}
	out("url.Values", "prints", `\[|list`, fmt.Sprint(lists)+key)
	listed := []string{}
	for _, n := range sorted {
		listed = append(listed, fmt.Sprintf("%s=%s", n, lists[n]))
	}
	out("values as lists", "prints", `\[|list`, strings.Join(listed, "&")+key)
	out("Encode", "writing", "URL-encoded", encoded.Encode()+key)
	data, _ := json.Marshal(p)
	out("Marshal", "join", "JSON", string(data)+key)
	data, _ = json.MarshalIndent(p, "", "\t")
	out("MarshalIndent", "join", "JSON", string(data)+key)
	order := append([]string{}, names...)
	for i := range order {
		j := (i*5 + 3) % len(order)
		order[i], order[j] = order[j], order[i]
	}
	random := []string{}
	for _, n := range order {
		random = append(random, n+"="+p[n])
	}
	out("map order", "order", "order", strings.Join(random, "&")+key)
	each("QueryEscape", "URL-encoded", url.QueryEscape)
	each("PathEscape", "URL-encoded", url.PathEscape)
	each("URL String", "URL-encoded", func(v string) string { return (&url.URL{Path: "/" + v}).EscapedPath()[1:] })
	each("EscapeString", "HTML", html.EscapeString)
	each("HTMLEscapeString", "HTML", template.HTMLEscapeString)
	each("JSEscapeString", `\\x|\\u|escape`, template.JSEscapeString)
	each("Marshal of value", "quot|JSON", func(v string) string { b, _ := json.Marshal(v); return string(b) })
	each("Marshal without quotes", "u0026|u003c|JSON", func(v string) string { b, _ := json.Marshal(v); return string(b[1 : len(b)-1]) })
	each("QuoteToASCII", `quot|\\u`, strconv.QuoteToASCII)
	each("Title", "capital", strings.Title)
	each("ToLower", "lower case", strings.ToLower)
	each("Fields", "space|blank", func(v string) string { return strings.Join(strings.Fields(v), "") })
	text := joined(p, key)
	raw := sum(text)
	ints := []string{}
	for _, b := range raw {
		ints = append(ints, strconv.Itoa(int(b)))
	}
	h := newHash()
	h.Write([]byte(joined(p, "")))
	line("Sum prepends the key", "digest", "Sum|prepend|in front of the digest", joined(p, ""), hex.EncodeToString(h.Sum([]byte(key))))
	line("Sum prepends all", "digest", "Sum|prepend|nothing|not hashed", "", hex.EncodeToString(newHash().Sum([]byte(text))))
	for _, one := range [][3]string{{"%v", "bytes", fmt.Sprint(raw)}, {"%d", "bytes", strings.Join(ints, "")}, {"base64 Raw", "base64", base64.RawStdEncoding.EncodeToString(raw)}, {"base64 URL", "base64", base64.URLEncoding.EncodeToString(raw)}, {"base32", "base32", base32.StdEncoding.EncodeToString(raw)}, {"% x", "marks|separated", fmt.Sprintf("% x", raw)}, {"%q", "bytes|quot", fmt.Sprintf("%q", raw)}, {"%x of hex", "hex", fmt.Sprintf("%x", hex.EncodeToString(raw))}, {"big", "decimal", new(big.Int).SetBytes(raw).String()}, {"Text(62)", "base 62|base", new(big.Int).SetBytes(raw).Text(36)}, {"%#x", "around|0x", fmt.Sprintf("%#x", raw)}, {"[:12]", "first 24|cut|part", hex.EncodeToString(raw[:12])}} {
		line("digest "+one[0], "form", one[1], text, one[2])
	}
	sha1sum := sha1.Sum([]byte(text))
	sha512sum := sha512.Sum512_256([]byte(text))
	sha384sum := sha512.Sum384([]byte(text))
	f := fnv.New32a()
	f.Write([]byte(text))
	line("sha1", "digest", "SHA.?1", text, hex.EncodeToString(sha1sum[:]))
	line("sha512/256", "digest", "SHA.?512.256", text, hex.EncodeToString(sha512sum[:]))
	line("sha384 base64", "digest", "SHA.?384", text, base64.StdEncoding.EncodeToString(sha384sum[:]))
	line("crc32 %d", "digest", "crc", text, fmt.Sprint(crc32.ChecksumIEEE([]byte(text))))
	line("adler32 %x", "digest", "adler", text, fmt.Sprintf("%08x", adler32.Checksum([]byte(text))))
	line("fnv", "rare digest", "fnv", text, fmt.Sprint(f.Sum32()))
	mac := hmac.New(sha256.New, []byte(joined(p, "")))
	mac.Write([]byte(key))
	line("hmac swapped", "digest", "swapped|message", key, hex.EncodeToString(mac.Sum(nil)))
	if b, err := hex.DecodeString(key); err == nil {
		line("key decoded", "key", "hex", joined(p, "")+string(b), hex.EncodeToString(sum(joined(p, "")+string(b))))
		mac := hmac.New(md5.New, b)
		mac.Write([]byte(joined(p, "")))
		line("hmac hex key", "digest", "HMAC-MD5", joined(p, ""), hex.EncodeToString(mac.Sum(nil)))
	}
	for _, one := range [][3]string{{"%q", "quot", fmt.Sprintf("%q", key)}, {"%v of bytes", "bytes", fmt.Sprint([]byte(key))}, {"%v of list", `\[`, fmt.Sprint([]string{key})}, {"%d", "%!d|format", fmt.Sprintf("%d", key)}, {"%x", "hex", fmt.Sprintf("%x", key)}, {"QueryEscape", "URL-encoded", url.QueryEscape(key)}, {"EscapeString", "HTML", html.EscapeString(key)}, {"ToLower", "lower case", strings.ToLower(key)}, {"tab", "tab", key[:15] + "\t" + key[15:]}, {"CRLF", "CR|line break", key[:18] + "\r\n" + key[18:]}, {"BOM inside", "byte order mark|BOM", key[:10] + "\ufeff" + key[10:]}, {"env", "label|KEY=", "CLIENT_KEY=" + key}, {"export", "semicolon|;", key + ";"}, {"backslash", "backslash", key + "\\n"}, {"dropped", "missing|lost", key[:22] + key[23:]}} {
		out("key "+one[0], "key", one[1], joined(p, one[2]))
	}
}
