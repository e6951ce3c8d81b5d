"""A Java program that signs and sends this very request, without any library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.snippets.signing_code.literals import java_literal
from qfpay_gui.snippets.signing_code.sample import Sample, commented, sample

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_NOW = 'ZonedDateTime.now(ZoneOffset.ofHours(8)).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"))'
_IMPORTS = """\
import static java.nio.charset.StandardCharsets.UTF_8;
import java.math.BigInteger;
import java.net.*;
import java.net.http.*;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.*;
import java.util.stream.*;

public class QFPaySign {
    public static void main(String[] args) throws Exception {
"""
_REST = """\

        String clientKey = System.getenv().getOrDefault("QFPAY_CLIENT_KEY", "");
        if (clientKey.isEmpty()) throw new IllegalStateException("Set QFPAY_CLIENT_KEY to the client key.");
        // name=value with raw values, sorted by name, joined by &; the key follows without a separator.
        // By bytes (Z before a): String.compareTo compares UTF-16 units.
        String[][] byName = params.clone();
        Arrays.sort(byName, (a, b) -> Arrays.compareUnsigned(a[0].getBytes(UTF_8), b[0].getBytes(UTF_8)));
        String joined = Stream.of(byName).map(pair -> pair[0] + "=" + pair[1]).collect(Collectors.joining("&"));
        byte[] digest = MessageDigest.getInstance("@DIGEST@").digest((joined + clientKey).getBytes(UTF_8));
        String signature = String.format(Locale.ROOT, "%0@DIGITS@X", new BigInteger(1, digest));
        System.out.println("signature: " + signature);
        System.out.println("expected:  " + expected);
        if (!expected.isEmpty() && !expected.equals(signature)) {
            System.err.println("The signatures differ: another key, or a changed value. Nothing was sent.");
            System.exit(1);
        }
        if ("1".equals(System.getenv("QFPAY_DRY_RUN"))) return;

        String body = Stream.of(params) // only the body is URL-encoded
            .map(pair -> URLEncoder.encode(pair[0], UTF_8) + "=" + URLEncoder.encode(pair[1], UTF_8))
            .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-QF-APPCODE", appCode).header("X-QF-SIGN", signature)@SIGN_TYPE@
            .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        System.out.println(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
"""


def sign_java(prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
    """The program, for Java's single-file launcher; extend_info stays masked unless ``reveal_personal``."""
    shown = sample(prepared, reveal_personal=reveal_personal)
    heading = shown.heading("QFPAY_CLIENT_KEY=... java QFPaySign.java", "Java 11 or newer")
    return commented(heading, "//") + _IMPORTS + _values(shown) + _rest(shown)


def _rest(shown: Sample) -> str:
    digest, digits = ("MD5", "32") if shown.sign_type == "MD5" else ("SHA-256", "64")
    sign_type = f'.header("X-QF-SIGNTYPE", "{shown.sign_type}")' if shown.sign_type != "MD5" else ""
    rest = _REST.replace("@DIGEST@", digest).replace("@DIGITS@", digits)
    return rest.replace("@SIGN_TYPE@", f"\n            {sign_type}" if sign_type else "")


def _values(shown: Sample) -> str:
    lines = [
        f'String url = System.getenv().getOrDefault("QFPAY_URL", {java_literal(shown.url)});',
        f"String appCode = {java_literal(shown.app_code)};",
        f'String expected = "{shown.expected}"; // for exactly these values; make it "" once you change one',
        "String[][] params = {",
        *(_parameter(shown, name, value) for name, value in shown.pairs),
        "};",
    ]
    return "".join(f"        {line}\n" for line in lines)


def _parameter(shown: Sample, name: str, value: str) -> str:
    remark = shown.remark(name, _NOW)
    return f"    {{{java_literal(name)}, {java_literal(value)}}}," + (f" // {remark}" if remark else "")
