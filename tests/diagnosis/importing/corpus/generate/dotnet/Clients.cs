// Prints of .NET programs (run by Mono): Clients.exe NAME
using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Web;
using System.Web.Script.Serialization;

class Order
{
    public string url, body, signature, app_code;
    public Dictionary<string, string> headers, @params;
}

static class Clients
{
    static void Main(string[] names)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var text = File.ReadAllText(Environment.GetEnvironmentVariable("ORDERS"));
        foreach (var order in new JavaScriptSerializer().Deserialize<Order[]>(text))
            typeof(Clients).GetMethod(names[0]).Invoke(null, new object[] { order });
    }

    static HttpRequestMessage Request(Order order)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, order.url) { Content = new FormUrlEncodedContent(order.@params) };
        foreach (var header in order.headers) request.Headers.Add(header.Key, header.Value);
        return request;
    }

    public static void MessageToString(Order order)
    {
        var request = Request(order);
        Console.WriteLine("Request:");
        Console.WriteLine(request.ToString());
        Console.WriteLine(request.Content.ReadAsStringAsync().Result);
        var reply = new HttpClient().SendAsync(request).Result;
        Console.WriteLine("Response:");
        Console.WriteLine(reply.ToString());
        Console.WriteLine(reply.Content.ReadAsStringAsync().Result);
    }

    public static void Dictionary(Order order)
    {
        foreach (var pair in order.@params) Console.WriteLine(pair);
        Console.WriteLine("X-QF-SIGN: {0}", order.signature);
    }

    public static void Joined(Order order)
    {
        Console.WriteLine("{0:yyyy-MM-dd HH:mm:ss.fff} [INF] QFPay {1} {{{2}}} sign={3}", DateTime.Now, order.url,
            string.Join(", ", order.@params.Select(pair => pair.Key + "=" + pair.Value)), order.signature);
    }

    public static void Json(Order order)
    {
        Console.WriteLine("{0:o} info: PayService[0] Headers {1} Form {2}", DateTime.Now,
            new JavaScriptSerializer().Serialize(order.headers), new JavaScriptSerializer().Serialize(order.@params));
    }

    public static void Query(Order order)
    {
        NameValueCollection query = HttpUtility.ParseQueryString("");
        foreach (var pair in order.@params) query[pair.Key] = pair.Value;
        Console.WriteLine("QFPay post={0}&sign={1}", query, order.signature);
    }

    public static void WebHeaders(Order order)
    {
        var headers = new WebHeaderCollection();
        foreach (var header in order.headers) headers.Add(header.Key, header.Value);
        Console.WriteLine("URL: {0}\nHeaders:\n{1}Body:\n{2}", order.url, headers, order.body);
    }
}
