import com.google.gson.Gson;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicNameValuePair;
import org.apache.http.util.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP clients of Java with their own logs, and Java's own prints: java Clients.java NAME. */
public class Clients {
    static class Order {
        String url, body, signature, app_code;
        LinkedHashMap<String, String> headers, params;
    }

    static final Logger LOG = LoggerFactory.getLogger("com.shop.pay.QfPayClient");

    public static void main(String[] names) throws Exception {
        for (Order order : new Gson().fromJson(Files.readString(Path.of(System.getenv("ORDERS"))), Order[].class)) {
            Clients.class.getDeclaredMethod(names[0], Order.class).invoke(null, order);
        }
    }

    /** What HttpLoggingInterceptor does at level BODY, in the few lines that people write themselves. */
    static void okHttpInterceptor(Order order) throws Exception {
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(chain -> {
            Request request = chain.request();
            Buffer buffer = new Buffer();
            request.body().writeTo(buffer);
            LOG.debug("--> {} {}\n{}{}", request.method(), request.url(), request.headers(), buffer.readUtf8());
            Response response = chain.proceed(request);
            LOG.debug("<-- {} {}", response.code(), response.peekBody(9999).string());
            return response;
        }).build();
        client.newCall(okHttpRequest(order)).execute().close();
    }

    static void okHttpToString(Order order) {
        Request request = okHttpRequest(order);
        FormBody form = (FormBody) request.body();
        LOG.info("request {} headers {}", request, request.headers().toMultimap());
        for (int i = 0; i < form.size(); i++) LOG.info("form {} -> {}", form.name(i), form.value(i));
    }

    static Request okHttpRequest(Order order) {
        FormBody.Builder form = new FormBody.Builder();
        order.params.forEach(form::add);
        Request.Builder request = new Request.Builder().url(order.url).post(form.build());
        order.headers.forEach(request::header);
        return request.build();
    }

    /** Apache HttpClient; its wire and header logs are switched on in the logger's settings. */
    static void apache(Order order) throws Exception {
        HttpPost post = new HttpPost(order.url);
        order.headers.forEach(post::setHeader);
        List<NameValuePair> form = new ArrayList<>();
        order.params.forEach((name, value) -> form.add(new BasicNameValuePair(name, value)));
        post.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        EntityUtils.consume(HttpClients.createDefault().execute(post).getEntity());
    }

    static void apachePairs(Order order) {
        List<NameValuePair> form = new ArrayList<>();
        order.params.forEach((name, value) -> form.add(new BasicNameValuePair(name, value)));
        LOG.info("url: {}, pairs: {}, sign: {}", order.url, form, order.signature);
    }

    /** java.net.http with -Djdk.httpclient.HttpClient.log. */
    static void javaNetHttp(Order order) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(order.url)).header("Content-Type", "application/x-www-form-urlencoded");
        order.headers.forEach(request::header);
        LOG.debug("body {}", order.body);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        client.send(request.POST(HttpRequest.BodyPublishers.ofString(order.body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** HttpURLConnection with java.util.logging at FINEST. */
    static void urlConnection(Order order) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(order.url).openConnection();
        order.headers.forEach(connection::setRequestProperty);
        connection.setDoOutput(true);
        LOG.info("POST {} properties {}", order.url, connection.getRequestProperties());
        LOG.info("out {}", order.body);
        connection.getOutputStream().write(order.body.getBytes(StandardCharsets.UTF_8));
        LOG.info("in {}", new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    static void mapToString(Order order) {
        LOG.info("QFPay request: url={}, headers={}, params={}", order.url, order.headers, order.params);
    }

    static void springEntity(Order order) throws Exception {
        org.springframework.http.HttpHeaders headers = new org.springframework.http.HttpHeaders();
        order.headers.forEach(headers::add);
        org.springframework.util.MultiValueMap<String, String> form = new org.springframework.util.LinkedMultiValueMap<>();
        order.params.forEach(form::add);
        LOG.info("POST {} {}", order.url, new org.springframework.http.HttpEntity<>(form, headers));
        org.springframework.web.client.RestTemplate template = new org.springframework.web.client.RestTemplate();
        template.setMessageConverters(List.of(new org.springframework.http.converter.FormHttpMessageConverter(), new org.springframework.http.converter.StringHttpMessageConverter()));
        LOG.info("reply {}", template.postForObject(order.url, new org.springframework.http.HttpEntity<>(form, headers), String.class));
    }

    static void jackson(Order order) throws Exception {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("url", order.url);
        request.put("headers", order.headers);
        request.put("params", order.params);
        LOG.info("request: {}", new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(request));
    }

    static void gsonPretty(Order order) {
        LOG.info("request headers = {}\nrequest params = {}", order.headers, new com.google.gson.GsonBuilder().setPrettyPrinting().create().toJson(order.params));
    }

    record PaymentRequest(String txamt, String txcurrcd, String pay_type, String out_trade_no, String txdtm, String sub_openid, String goods_name) { }

    static void record(Order order) {
        Map<String, String> p = order.params;
        LOG.info("{} sign={}", new PaymentRequest(p.get("txamt"), p.get("txcurrcd"), p.get("pay_type"), p.get("out_trade_no"), p.get("txdtm"), p.get("sub_openid"), p.get("goods_name")), order.signature);
    }

    static void arguments(Order order) {
        LOG.info("sign={} body={}", order.signature, order.body);
    }
}
