// Mistakes of merchants' Java programs: reads a request on standard input, prints what each program signs.
import java.io.*;
import java.math.*;
import java.net.*;
import java.nio.charset.*;
import java.security.*;
import java.text.*;
import java.time.*;
import java.time.format.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class Merchant {
    static Map<String, String> P = new LinkedHashMap<>();
    static String KEY, ALG;
    record Pair(String name, String value) {}

    static byte[] digest(byte[] data) throws Exception { return MessageDigest.getInstance(ALG).digest(data); }
    static String hex(byte[] raw) { StringBuilder b = new StringBuilder(); for (byte one : raw) b.append(String.format("%02X", one)); return b.toString(); }
    static String join(Map<String, String> p, String key) { return new TreeMap<>(p).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&")) + key; }
    static void line(String title, String family, String words, String text, String signature) {
        System.out.println(String.join("\t", "java " + title, family, words, signature, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }
    static void out(String title, String family, String words, String text) { try { line(title, family, words, text, hex(digest(text.getBytes(StandardCharsets.UTF_8)))); } catch (Exception e) { throw new RuntimeException(e); } }
    static void bytes(String title, String family, String words, String text, byte[] data) throws Exception { line(title, family, words, text, hex(digest(data))); }
    static void value(String title, String family, String words, String name, Function<String, Object> change) {
        if (!P.containsKey(name)) return;
        try { Map<String, String> p = new LinkedHashMap<>(P); p.put(name, String.valueOf(change.apply(P.get(name)))); out(title, family, words, join(p, KEY)); } catch (NumberFormatException e) { }
    }
    static void each(String title, String words, Function<String, String> change) {
        Map<String, String> p = new LinkedHashMap<>(); P.forEach((n, v) -> p.put(n, change.apply(v))); out(title, "writing", words, join(p, KEY));
    }
    static void time(String title, String words, Object text) { value("txdtm " + title, "dates", words, "txdtm", v -> text); }

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai")); Locale.setDefault(Locale.US);
        Map<String, String> meta = new HashMap<>();
        for (String row : new String(System.in.readAllBytes(), "UTF-8").split("\n")) { String[] two = row.split("\t", 2); (two[0].startsWith("@") ? meta : P).put(two[0], two[1]); }
        KEY = meta.get("@key"); ALG = meta.get("@digest").equals("md5") ? "MD5" : "SHA-256";
        String was = "txdtm was";
        LocalDateTime t = LocalDateTime.parse(P.get("txdtm").replace(' ', 'T'));
        ZonedDateTime z = t.atZone(ZoneId.of("Asia/Shanghai"));
        Date d = Date.from(z.toInstant());
        time("LocalDateTime", was, t); time("ZonedDateTime", was, z); time("OffsetDateTime", was, z.toOffsetDateTime()); time("Instant", was, z.toInstant()); time("Date", was, d); time("Timestamp", was, new java.sql.Timestamp(d.getTime())); time("getTime", "milliseconds", d.getTime());
        time("epoch second", "seconds since 1970", z.toEpochSecond()); time("toGMTString", was, d.toGMTString()); time("toLocaleString", was, d.toLocaleString()); time("LocalDate", was, t.toLocalDate()); time("epoch day", was, t.toLocalDate().toEpochDay());
        for (String pattern : List.of("YYYY-MM-dd HH:mm:ss", "yyyy-MM-DD HH:mm:ss", "yyyy-mm-dd HH:mm:ss", "yyyy-MM-dd hh:mm:ss", "yyyy-MM-dd HH:MM:ss", "yyyy-MM-dd HH:mm:SS", "yyyy-MM-dd KK:mm:ss", "yyyy-MM-dd kk:mm:ss", "yy-MM-dd HH:mm:ss", "yyyy-M-d H:m:s", "yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd HH:mm:ss.SSS", "yyyy-MM-dd HH:mm:ss z", "yyyy/MM/dd HH:mm:ss", "EEE MMM dd HH:mm:ss yyyy", "yyyy-MMM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss a", "dd-MM-yyyy HH:mm:ss", "yyyyMMddHHmmssSSS", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "YYYY-MM-DD HH:mm:ss", "yyyy-MM-dd  HH:mm:ss"))
            time(pattern, was, new SimpleDateFormat(pattern).format(d));
        Calendar c = Calendar.getInstance(); c.setTime(d);
        time("Calendar month", "month", String.format("%04d-%02d-%02d %02d:%02d:%02d", c.get(Calendar.YEAR), c.get(Calendar.MONTH), c.get(Calendar.DATE), c.get(Calendar.HOUR_OF_DAY), c.get(Calendar.MINUTE), c.get(Calendar.SECOND)));
        time("Calendar hour", was, String.format("%04d-%02d-%02d %02d:%02d:%02d", c.get(Calendar.YEAR), c.get(Calendar.MONTH) + 1, c.get(Calendar.DATE), c.get(Calendar.HOUR), c.get(Calendar.MINUTE), c.get(Calendar.SECOND)));
        for (FormatStyle style : List.of(FormatStyle.SHORT, FormatStyle.MEDIUM)) { time("localized " + style, was, t.format(DateTimeFormatter.ofLocalizedDateTime(style))); time("localized zh " + style, was, t.format(DateTimeFormatter.ofLocalizedDateTime(style).withLocale(Locale.CHINA))); }
        time("RFC 1123", was, z.format(DateTimeFormatter.RFC_1123_DATE_TIME)); time("ISO_WEEK", was, t.format(DateTimeFormatter.ISO_WEEK_DATE)); time("ISO_ORDINAL", was, t.format(DateTimeFormatter.ISO_ORDINAL_DATE)); time("BASIC", was, t.format(DateTimeFormatter.BASIC_ISO_DATE));
        time("Optional", "Optional|prints|was", Optional.of(P.get("txdtm")));

        value("double", "numbers", "decimals", "txamt", v -> Double.valueOf(v)); value("double major", "numbers", "major", "txamt", v -> Double.valueOf(v) / 100); value("BigDecimal scaled", "numbers", "E\\+|written", "txamt", v -> new BigDecimal(v).setScale(-2, RoundingMode.HALF_UP));
        value("BigDecimal stripped", "numbers", "E\\+|written", "txamt", v -> new BigDecimal(v).stripTrailingZeros()); value("float times", "numbers", "float|number|decimals", "txamt", v -> Float.parseFloat(v) / 100 * 100f); value("float print", "numbers", "major|float|number", "txamt", v -> (double) (Float.parseFloat(v) / 100));
        value("NumberFormat", "numbers", ",|thousand", "txamt", v -> NumberFormat.getInstance().format(Long.parseLong(v))); value("currency", "numbers", "\\$|currency|major", "txamt", v -> NumberFormat.getCurrencyInstance().format(Double.parseDouble(v) / 100)); value("format e", "numbers", "e\\+", "txamt", v -> String.format("%e", Double.parseDouble(v)));
        value("octal", "numbers", "octal|base", "txamt", v -> Long.toOctalString(Long.parseLong(v))); value("hex", "numbers", "hex|base", "txamt", v -> Long.toHexString(Long.parseLong(v))); value("double number", "numbers", "number", "out_trade_no", v -> Double.valueOf(v)); value("zero padded", "numbers", "written|zeros", "txamt", v -> String.format("%012d", Long.parseLong(v)));
        value("null", "nothing", "null", "udid", v -> (Object) null); value("Boolean", "nothing", "false", "sandbox", v -> Boolean.parseBoolean("1")); value("Optional.empty", "nothing", "Optional", "udid", v -> Optional.empty()); value("empty list", "nothing", "\\[\\]", "udid", v -> List.of());
        value("Optional", "prints", "Optional", "out_trade_no", v -> Optional.of(v)); value("list of one", "prints", "\\[|list", "goods_name", v -> List.of(v)); value("Arrays.toString", "prints", "bytes|\\[", "out_trade_no", v -> Arrays.toString(v.getBytes())); value("bytes of name", "prints", "bytes", "goods_name", v -> Arrays.toString(v.getBytes(StandardCharsets.UTF_8)));
        value("chars", "prints", "\\[|list|characters", "out_trade_no", v -> v.chars().mapToObj(x -> (char) x).collect(Collectors.toList())); value("Map.entry", "prints", "extend_info", "extend_info", v -> Map.entry("user_creid", "440524188001010014"));
        Map<String, String> s = new TreeMap<>(P);
        out("Map", "prints", "Java Map|Map", s + KEY); out("entrySet", "prints", "\\[|list|Map", s.entrySet() + KEY); out("List of pieces", "prints", "\\[|list", s.entrySet().stream().map(Object::toString).collect(Collectors.toList()) + KEY); out("record", "prints", "Pair|record|print", s.entrySet().stream().map(e -> new Pair(e.getKey(), e.getValue()).toString()).collect(Collectors.joining("&")) + KEY);
        out("values", "prints", "\\[|list|values", s.values() + KEY); out("keySet", "join", "names", String.join("&", s.keySet()) + KEY); out("Lombok", "prints", "Payment|print|class", "Payment(" + s.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")) + ")" + KEY);
        out("record of all", "prints", "Payment|print|record", "Payment[" + s.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")) + "]" + KEY); out("StringJoiner", "join", "brac", "[" + join(P, "") + "]" + KEY); out("append null", "join", "null", join(P, "") + null);
        Map<String, String> h = new HashMap<>(P); out("HashMap", "order", "HashMap", h.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + KEY);
        Map<String, String> copy = new HashMap<>(64); copy.putAll(P); out("HashMap of 64", "order", "HashMap", copy.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + KEY);
        Map<String, String> big = new HashMap<>(P); big.put("a1", ""); big.put("b1", ""); big.put("c1", ""); big.put("d1", ""); big.put("e1", ""); big.put("f1", ""); big.put("g1", ""); big.values().removeIf(String::isEmpty); if (!P.containsValue("")) out("HashMap grown", "order", "HashMap", big.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + KEY);
        Hashtable<String, String> table = new Hashtable<>(P); out("Hashtable", "order", "Hashtable|hash", table.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + KEY);
        out("HashSet of pieces", "order", "hash|Hash", P.entrySet().stream().map(Object::toString).collect(Collectors.toCollection(HashSet::new)).stream().collect(Collectors.joining("&")) + KEY);
        out("Properties", "order", "hash|Hash|order", ((Supplier<String>) () -> { Properties p = new Properties(); p.putAll(P); return p.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + KEY; }).get());
        out("Collator", "order", "language|locale", P.keySet().stream().sorted(Collator.getInstance(Locale.US)).map(n -> n + "=" + P.get(n)).collect(Collectors.joining("&")) + KEY);
        each("URLEncoder", "URL-encoded", v -> { try { return URLEncoder.encode(v, "UTF-8"); } catch (Exception e) { throw new RuntimeException(e); } }); each("URLEncoder GBK", "GBK", v -> { try { return URLEncoder.encode(v, "GBK"); } catch (Exception e) { throw new RuntimeException(e); } });
        each("URI", "URL-encoded", v -> { try { return new URI(null, null, "/" + v, null).getRawPath().substring(1); } catch (Exception e) { return v; } }); each("Gson", "u0026|JSON|escape", v -> v.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("=", "\\u003d").replace("'", "\\u0027"));
        each("escapeJava", "\\\\u|escape", v -> { StringBuilder b = new StringBuilder(); for (char x : v.toCharArray()) b.append(x == '"' ? "\\\"" : x < 128 ? "" + x : String.format("\\u%04X", (int) x)); return b.toString(); });
        each("ISO-8859-1 read", "mojibake|Latin-1", v -> new String(v.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)); each("GBK read", "GBK|mojibake", v -> new String(v.getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"))); each("GBK as UTF-8", "GBK|mojibake", v -> new String(v.getBytes(Charset.forName("GBK")), StandardCharsets.UTF_8)); each("to ASCII", "question|\\?", v -> new String(v.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        each("strip accents", "accents", v -> Normalizer.normalize(v, Normalizer.Form.NFD).replaceAll("\\p{M}", "")); each("replaceAll \\W", "letters and digits|other than|stripped", v -> v.replaceAll("\\W", "")); each("toUpperCase", "upper case", v -> v.toUpperCase()); each("spaces out", "space|blank", v -> v.replaceAll("\\s", ""));
        for (String set : List.of("GBK", "GB2312", "Big5", "EUC-JP", "TIS-620", "UTF-16", "UTF-16LE", "ISO-2022-KR", "x-windows-949", "IBM037", "windows-1252", "US-ASCII", "UTF-32")) bytes("getBytes " + set, "charset", set.replace("GB2312", "GBK|GB2312").replace("x-windows-949", "EUC-KR|949").replace("US-ASCII", "“\\?”|ASCII").replace("windows", "Windows").replace("-", "[- ]?"), join(P, KEY), join(P, KEY).getBytes(set));
        ByteArrayOutputStream b = new ByteArrayOutputStream(); new DataOutputStream(b).writeUTF(join(P, KEY)); bytes("writeUTF", "digest", "length", join(P, KEY), b.toByteArray());
        b = new ByteArrayOutputStream(); DataOutputStream o = new DataOutputStream(b); o.writeUTF(join(P, "")); o.writeUTF(KEY); bytes("writeUTF twice", "digest", "length", join(P, KEY), b.toByteArray());
        b = new ByteArrayOutputStream(); new DataOutputStream(b).writeChars(join(P, KEY)); bytes("writeChars", "charset", "UTF-16", join(P, KEY), b.toByteArray()); b = new ByteArrayOutputStream(); new DataOutputStream(b).writeBytes(join(P, KEY)); bytes("writeBytes", "charset", "low byte", join(P, KEY), b.toByteArray());
        byte[] raw = digest(join(P, KEY).getBytes(StandardCharsets.UTF_8)); String text = join(P, KEY);
        line("BigInteger signed", "form", "negative|BigInteger|signed", text, new BigInteger(raw).toString(16)); line("BigInteger decimal", "form", "decimal", text, new BigInteger(raw).toString()); line("BigInteger 1", "form", "zeros", text, new BigInteger(1, raw).toString(16)); line("Arrays", "form", "bytes", text, Arrays.toString(raw));
        line("toHexString", "form", "negative|ffffff|signed", text, IntStream.range(0, raw.length).mapToObj(i -> Integer.toHexString(raw[i])).collect(Collectors.joining())); line("nameUUIDFromBytes", "form", "UUID", text, UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString()); line("MIME", "form", "base64", text, Base64.getMimeEncoder().encodeToString(raw)); line("base64 without padding", "form", "base64", text, Base64.getEncoder().withoutPadding().encodeToString(raw));
        line("String.valueOf", "form", "bytes|characters", text, new String(raw, StandardCharsets.ISO_8859_1).chars().mapToObj(x -> String.valueOf(x)).collect(Collectors.joining(","))); line("hashCode", "digest", "hashCode", text, String.valueOf(text.hashCode())); line("hashCode hex", "digest", "hashCode", text, Integer.toHexString(text.hashCode()));
        for (String alg : List.of("MD2", "SHA-1", "SHA-224", "SHA-384", "SHA-512", "SHA-512/256", "SHA3-256", "SHA3-384")) line("digest " + alg, alg.equals("MD2") ? "rare digest" : "digest", alg.replace("-", ".?").replace("/", "."), text, hex(MessageDigest.getInstance(alg).digest(text.getBytes("UTF-8"))));
        MessageDigest m = MessageDigest.getInstance(ALG); m.update(KEY.getBytes()); out("update key first", "digest", "front", KEY + join(P, ""));
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA512"); mac.init(new javax.crypto.spec.SecretKeySpec(KEY.getBytes(), "HmacSHA512")); line("HmacSHA512", "digest", "HMAC-SHA512", join(P, ""), hex(mac.doFinal(join(P, "").getBytes("UTF-8"))));
        String k = KEY; String[][] keys = {{"key char[] list", "\\[|list", Arrays.toString(new String[] {k})}, {"key Optional", "Optional", Optional.of(k).toString()}, {"key upper", "upper case", k.toUpperCase()}, {"key replaceAll", "\\$|swallowed|“\\$", k.replaceAll("[$&@<>+/]", "")}, {"key hyphen", "dash|marks|group", k.replaceAll("(.{8})(?=.)", "$1-")}, {"key double", "number", k.matches("\\d+") ? String.valueOf(Double.parseDouble(k)) : k}, {"key tab inside", "tab", k.substring(0, 20) + "\t" + k.substring(20)}, {"key twice", "twice", k + k}, {"key lookalike", "alike", k.replace('0', 'O')}, {"key cut 31", "last character", k.substring(0, 31)}, {"key capital O", "character 4|alike", k.substring(0, 3) + "x" + k.substring(4)}, {"key extra x", "character", k.substring(0, 9) + "x" + k.substring(9)}};
        for (String[] one : keys) out(one[0], "key", one[1], join(P, one[2]));
    }
}
