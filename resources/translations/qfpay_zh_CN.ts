<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerView</name>
    <message>
        <source>Snippet</source>
        <translation>代码片段</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>原始响应</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Pages of the reply</source>
        <translation>响应的各页</translation>
    </message>
</context>
<context>
    <name>BrokenPage</name>
    <message>
        <source>This program failed while sending</source>
        <translation>本程序在发送时出错</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what to report</source>
        <translation>复制要反馈的内容</translation>
    </message>
    <message>
        <source>Nothing you typed is lost. Whether the request was sent is not known.</source>
        <translation>您输入的内容没有丢失。请求是否已发送则不清楚。</translation>
    </message>
    <message>
        <source>Then report this, please: it is a fault of this program, not of your request.</source>
        <translation>之后请反馈此问题：这是本程序的错误，不是请求的错误。</translation>
    </message>
    <message>
        <source>Copied: what to report</source>
        <translation>已复制：要反馈的内容</translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>{name} is larger than 2 MB. Cut out the request and paste that.</source>
        <translation>{name} 超过 2 MB。请截取其中的请求再粘贴。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name}: read as UTF-16.</source>
        <translation>{name}：按 UTF-16 读取。</translation>
    </message>
    <message>
        <source>{name}: no UTF-8, so it was read as GBK. Check the Chinese characters.</source>
        <translation>{name}：不是 UTF-8，已按 GBK 读取。请核对中文字符。</translation>
    </message>
    <message>
        <source>{name}: neither UTF-8 nor GBK nor UTF-16; unreadable bytes are shown as U+FFFD.</source>
        <translation>{name}：既非 UTF-8，也非 GBK 或 UTF-16；无法读取的字节显示为 U+FFFD。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Masked in the proof, so not the real value.</source>
        <translation>证明中已遮盖，并非真实值。</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl 命令</translation>
    </message>
    <message>
        <source>curl command (Windows)</source>
        <translation>curl 命令（Windows）</translation>
    </message>
    <message>
        <source>PowerShell command</source>
        <translation>PowerShell 命令</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP 请求</translation>
    </message>
    <message>
        <source>HAR file</source>
        <translation>HAR 文件</translation>
    </message>
    <message>
        <source>Postman</source>
        <translation>Postman 导出</translation>
    </message>
    <message>
        <source>Form body</source>
        <translation>表单正文</translation>
    </message>
    <message>
        <source>Query string</source>
        <translation>查询字符串</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON 文本</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML 文本</translation>
    </message>
    <message>
        <source>Multipart body</source>
        <translation>Multipart 正文</translation>
    </message>
    <message>
        <source>name=value lines</source>
        <translation>name=value 各行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>签名字符串</translation>
    </message>
    <message>
        <source>Python print</source>
        <translation>Python 输出</translation>
    </message>
    <message>
        <source>Java print</source>
        <translation>Java 输出</translation>
    </message>
    <message>
        <source>Node.js print</source>
        <translation>Node.js 输出</translation>
    </message>
    <message>
        <source>PHP print</source>
        <translation>PHP 输出</translation>
    </message>
    <message>
        <source>Ruby print</source>
        <translation>Ruby 输出</translation>
    </message>
    <message>
        <source>Go print</source>
        <translation>Go 输出</translation>
    </message>
    <message>
        <source>Proof of this program</source>
        <translation>本程序的证明</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{place}. {what}</source>
        <translation>{place}. {what}</translation>
    </message>
    <message>
        <source>request without an order number</source>
        <translation>没有订单号的请求</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Merchant</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>The history keeps no key and masks personal data: masked values compare as masked.</source>
        <translation>历史记录不保存密钥，并遮盖个人数据：被遮盖的值按遮盖后的内容比较。</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Send as the merchant</source>
        <translation>照商户方式发送</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Proof …</source>
        <translation>证明…</translation>
    </message>
    <message>
        <source>Paste another request</source>
        <translation>粘贴另一个请求</translation>
    </message>
    <message>
        <source>Close the case; the draft stays</source>
        <translation>关闭个案；草稿保留</translation>
    </message>
    <message>
        <source>Send our request with a mistake made on purpose, to see what is answered</source>
        <translation>以故意的错误发送我方请求，看返回什么</translation>
    </message>
    <message>
        <source>The merchant&apos;s request and ours side by side</source>
        <translation>并排显示商户的请求与我方的请求</translation>
    </message>
    <message>
        <source>A document to send back, without the key</source>
        <translation>可发回的文档，不含密钥</translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message>
        <source>Copy the cause and the fix</source>
        <translation>复制原因和解决方法</translation>
    </message>
    <message>
        <source>Copied: the cause and the fix</source>
        <translation>已复制：原因和解决方法</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>Nothing was sent: the request is prepared for {url}, but this client only sends to {base_url}.</source>
        <translation>未发送：请求是为 {url} 准备的，而此客户端只发往 {base_url}。</translation>
    </message>
    <message>
        <source>Nothing was sent: the URL holds a space or a character outside ASCII. Correct the base URL and prepare anew.</source>
        <translation>未发送：URL 含空格或非 ASCII 字符。请更正接口地址后重新准备。</translation>
    </message>
    <message>
        <source>Nothing was sent: {name} cannot be the name of a header. Use letters, digits and hyphens.</source>
        <translation>未发送：{name} 不能用作请求头名称。请用字母、数字和连字符。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} occurs twice. Leave one of them.</source>
        <translation>未发送：请求头 {name} 出现了两次。请保留一个。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} holds a line break, which would end it early. Remove the line break.</source>
        <translation>未发送：请求头 {name} 含换行，会使其提前结束。请删除换行。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} holds a character that HTTP cannot carry in a header ({code}). Type the value again, without full-width or invisible characters.</source>
        <translation>未发送：请求头 {name} 含 HTTP 头无法承载的字符（{code}）。请重新输入，不要用全角或不可见字符。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} contradicts the body. Leave it out; the length is added on sending.</source>
        <translation>未发送：请求头 {name} 与正文矛盾。请略去；长度会在发送时加上。</translation>
    </message>
    <message>
        <source>Nothing was sent: the certificate authorities in {path} cannot be read ({reason}). Choose a PEM file, or leave the setting empty.</source>
        <translation>未发送：无法读取 {path} 中的 CA 证书（{reason}）。请选择 PEM 文件，或将此设置留空。</translation>
    </message>
    <message>
        <source>Nothing was sent: on the way this URL would become {url}. Write the base URL without detours or escapes.</source>
        <translation>未发送：此 URL 途中会变成 {url}。接口地址请勿含迂回路径或转义。</translation>
    </message>
    <message>
        <source>Nothing was sent: the URL cannot be read ({reason}). Correct the base URL.</source>
        <translation>未发送：无法识别 URL（{reason}）。请更正接口地址。</translation>
    </message>
    <message>
        <source>Nothing was sent: the proxy that this machine names cannot be used ({proxy}). Write it like http://proxy.example:3128; only http and https proxies are known here.</source>
        <translation>未发送：本机指定的代理无法使用（{proxy}）。请写成 http://proxy.example:3128；只支持 http 和 https 代理。</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Differences only</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>For the signature</source>
        <translation>对签名的影响</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>{count} of {all} lines differ</source>
        <translation>{all} 行中有 {count} 行不同</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>explains it</source>
        <translation>可解释</translation>
    </message>
    <message>
        <source>changes it</source>
        <translation>有影响</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Copied: the comparison, without key and personal data</source>
        <translation>已复制：比较结果，不含密钥和个人数据</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signing string without the key</source>
        <translation>签名字符串，不含密钥</translation>
    </message>
    <message>
        <source>Sorted parameters, one a line</source>
        <translation>排序后的参数，每行一个</translation>
    </message>
    <message>
        <source>Form body</source>
        <translation>表单正文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>The request as a curl command</source>
        <translation>请求（curl 命令）</translation>
    </message>
    <message>
        <source>Signing string with the key (secret!)</source>
        <translation>签名字符串，含密钥（机密！）</translation>
    </message>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已复制：{what}，{count} 个字符</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>{count} entries are selected.</source>
        <translation>已选 {count} 项记录。</translation>
    </message>
    <message>
        <source>Select an entry to see what became of it.</source>
        <translation>选择一项记录，查看其结果。</translation>
    </message>
    <message>
        <source>Compare lays them side by side.</source>
        <translation>“比较”可将两者并排显示。</translation>
    </message>
    <message>
        <source>Pin, copy or delete them all; two can be compared.</source>
        <translation>可全部固定、复制或删除；其中两项可作比较。</translation>
    </message>
    <message>
        <source>Enter reopens it as a draft, F2 writes a note. Two selected entries can be compared.</source>
        <translation>Enter 重新打开为草稿，F2 写备注。选择两项即可比较。</translation>
    </message>
    <message>
        <source>Make the selected entry a draft again (Enter)</source>
        <translation>将所选记录重新作为草稿（Enter）</translation>
    </message>
    <message>
        <source>Lay the two selected entries side by side</source>
        <translation>并排显示所选的两项记录</translation>
    </message>
    <message>
        <source>(empty reply)</source>
        <translation>（响应为空）</translation>
    </message>
    <message>
        <source>Findings: {count}</source>
        <translation>问题：{count}</translation>
    </message>
</context>
<context>
    <name>DigestLine</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the signature</source>
        <translation>复制签名</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>{name} was signed as {value}, with decimals, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（带小数），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: an amount times 100 in floating point, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（金额以浮点数乘以 100），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, in major units, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（以“元”为单位），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, a hundred times what was sent</source>
        <translation>{name} 签名时为 {value}，是所发送值的一百倍</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent as {sent}: rounded in one of the two only</source>
        <translation>{name} 签名时为 {value}，发送的却是 {sent}：只有一处作了取整</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, the same number written otherwise</source>
        <translation>{name} 签名时为 {value}：数值相同，写法不同</translation>
    </message>
    <message>
        <source>Send the body as application/x-www-form-urlencoded in UTF-8, each name and value encoded once.</source>
        <translation>正文请以 UTF-8 的 application/x-www-form-urlencoded 发送，每个名称和值只编码一次。</translation>
    </message>
    <message>
        <source>the body decodes to something else than the parameters given: {names}</source>
        <translation>正文解码后与给出的参数不同：{names}</translation>
    </message>
    <message>
        <source>the body was not URL-encoded: a server decodes it to other values than were signed</source>
        <translation>正文没有 URL 编码：服务器解码所得与签名的值不同</translation>
    </message>
    <message>
        <source>a “+” in the body was not URL-encoded: a server reads it as a space</source>
        <translation>正文中的“+”没有 URL 编码：服务器会读成空格</translation>
    </message>
    <message>
        <source>a “%” in the body was not URL-encoded: a server decodes what follows it</source>
        <translation>正文中的“%”没有 URL 编码：服务器会解码其后的字符</translation>
    </message>
    <message>
        <source>an “&amp;” in a value of the body was not URL-encoded: a server splits the value there</source>
        <translation>正文某个值中的“&amp;”没有 URL 编码：服务器会在此处拆开该值</translation>
    </message>
    <message>
        <source>the body was URL-encoded twice: a server decodes it once only</source>
        <translation>正文 URL 编码了两次：服务器只解码一次</translation>
    </message>
    <message>
        <source>the body separates its parameters by “&amp;amp;” in place of “&amp;”</source>
        <translation>正文用“&amp;amp;”而非“&amp;”分隔参数</translation>
    </message>
    <message>
        <source>the body begins or ends with characters that do not belong to it (line break, BOM or “?”)</source>
        <translation>正文开头或结尾有多余字符（换行、BOM 或“?”）</translation>
    </message>
    <message>
        <source>the body was URL-encoded in {charset}, but signed as UTF-8</source>
        <translation>正文按 {charset} 作 URL 编码，签名却按 UTF-8</translation>
    </message>
    <message>
        <source>the body is JSON, not a URL-encoded form</source>
        <translation>正文是 JSON，不是 URL 编码的表单</translation>
    </message>
    <message>
        <source>the body is multipart/form-data, not a URL-encoded form</source>
        <translation>正文是 multipart/form-data，不是 URL 编码的表单</translation>
    </message>
    <message>
        <source>the value of {name} was put into the body without URL-encoding: a server decodes it</source>
        <translation>{name} 的值未经 URL 编码就写入正文：服务器会将其解码</translation>
    </message>
    <message>
        <source>an “&amp;” in the value of {name} was not URL-encoded: a server splits the value there</source>
        <translation>{name} 的值中的“&amp;”没有 URL 编码：服务器会在此处拆开该值</translation>
    </message>
    <message>
        <source>Sign the sorted name=value pairs of a request. Only notifications are signed as raw bodies.</source>
        <translation>请求应签名排序后的 name=value；只有通知才签名原始正文。</translation>
    </message>
    <message>
        <source>the raw body was signed, as the rule for notifications has it</source>
        <translation>签名了原始正文，那是通知的规则</translation>
    </message>
    <message>
        <source>Hash the UTF-8 bytes of the signing string, without a byte order mark.</source>
        <translation>请对签名字符串的 UTF-8 字节（不带字节顺序标记）计算哈希。</translation>
    </message>
    <message>
        <source>Replace the sample&apos;s md5.js by a library that hashes UTF-8 bytes.</source>
        <translation>请将示例中的 md5.js 换成对 UTF-8 字节计算哈希的库。</translation>
    </message>
    <message>
        <source>the signing string was hashed in {charset}, not in UTF-8</source>
        <translation>签名字符串按 {charset} 计算哈希，而非 UTF-8</translation>
    </message>
    <message>
        <source>characters that are not ASCII became “?” before hashing</source>
        <translation>非 ASCII 字符在计算哈希前变成了“?”</translation>
    </message>
    <message>
        <source>the text was misread before hashing (mojibake): {how}</source>
        <translation>文本在计算哈希前被误读（乱码）：{how}</translation>
    </message>
    <message>
        <source>only the low byte of each UTF-16 unit was hashed, as the official sample&apos;s md5.js does</source>
        <translation>只对每个 UTF-16 单元的低位字节计算哈希，与官方示例的 md5.js 相同</translation>
    </message>
    <message>
        <source>only the low byte of each character was hashed</source>
        <translation>只对每个字符的低位字节计算哈希</translation>
    </message>
    <message>
        <source>emoji became “?” before hashing</source>
        <translation>表情符号在计算哈希前变成了“?”</translation>
    </message>
    <message>
        <source>characters that are not ASCII were left out</source>
        <translation>遗漏了非 ASCII 字符</translation>
    </message>
    <message>
        <source>emoji were left out before hashing</source>
        <translation>表情符号在计算哈希前被遗漏</translation>
    </message>
    <message>
        <source>characters that are not ASCII became HTML references (&amp;#33590;) before hashing</source>
        <translation>非 ASCII 字符在计算哈希前变成了 HTML 引用（&amp;#33590;）</translation>
    </message>
    <message>
        <source>UTF-8 was read as Latin-1 and encoded again</source>
        <translation>UTF-8 被读成 Latin-1 再编码</translation>
    </message>
    <message>
        <source>UTF-8 was read as Windows-1252 and encoded again</source>
        <translation>UTF-8 被读成 Windows-1252 再编码</translation>
    </message>
    <message>
        <source>UTF-8 was read as GBK and encoded again</source>
        <translation>UTF-8 被读成 GBK 再编码</translation>
    </message>
    <message>
        <source>UTF-8 was read as ASCII, each byte became U+FFFD</source>
        <translation>UTF-8 被读成 ASCII，每个字节变成 U+FFFD</translation>
    </message>
    <message>
        <source>GBK was read as UTF-8, which gave U+FFFD</source>
        <translation>GBK 被读成 UTF-8，产生 U+FFFD</translation>
    </message>
    <message>
        <source>GBK was read as Latin-1 and encoded as UTF-8</source>
        <translation>GBK 被读成 Latin-1，再按 UTF-8 编码</translation>
    </message>
    <message>
        <source>The signature is right: it is the official one of these parameters and this key.</source>
        <translation>签名正确：就是这些参数和此密钥的官方签名。</translation>
    </message>
    <message>
        <source>The signature is reproduced by one deviation: {cause}.</source>
        <translation>只需一处偏差即可重现此签名——{cause}。</translation>
    </message>
    <message>
        <source>The signature is reproduced by {count} deviations together. First: {cause}.</source>
        <translation>{count} 处偏差合在一起可重现此签名。第一处：{cause}。</translation>
    </message>
    <message>
        <source>Besides: {cause}.</source>
        <translation>此外：{cause}。</translation>
    </message>
    <message>
        <source>{count} explanations fit equally well; the signature cannot tell which is true.</source>
        <translation>有 {count} 种解释同样吻合；仅凭签名无法判断哪种属实。</translation>
    </message>
    <message>
        <source>Nothing needs to be changed about the signature.</source>
        <translation>签名无需更改。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Hash the signing string once with MD5, or with SHA256 and the header X-QF-SIGNTYPE: SHA256.</source>
        <translation>请对签名字符串只计算一次哈希：用 MD5，或用 SHA256 并带请求头 X-QF-SIGNTYPE: SHA256。</translation>
    </message>
    <message>
        <source>Send the header X-QF-SIGNTYPE: SHA256, or sign with MD5.</source>
        <translation>请发送请求头 X-QF-SIGNTYPE: SHA256，或改用 MD5 签名。</translation>
    </message>
    <message>
        <source>Sign with SHA256, or leave the header X-QF-SIGNTYPE out.</source>
        <translation>请用 SHA256 签名，或略去请求头 X-QF-SIGNTYPE。</translation>
    </message>
    <message>
        <source>the string was hashed with SHA256, but the request does not say so (X-QF-SIGNTYPE)</source>
        <translation>字符串按 SHA256 计算哈希，请求却没有声明（X-QF-SIGNTYPE）</translation>
    </message>
    <message>
        <source>the string was hashed with MD5, though X-QF-SIGNTYPE says SHA256</source>
        <translation>字符串按 MD5 计算哈希，X-QF-SIGNTYPE 却写 SHA256</translation>
    </message>
    <message>
        <source>the string was hashed with {digest} in place of {sign_type}</source>
        <translation>字符串按 {digest} 而非 {sign_type} 计算哈希</translation>
    </message>
    <message>
        <source>a digest was hashed again: {digest}</source>
        <translation>对摘要再次计算了哈希：{digest}</translation>
    </message>
    <message>
        <source>only a part of the digest was used: {digest}</source>
        <translation>只用了摘要的一部分：{digest}</translation>
    </message>
    <message>
        <source>{digest} was used with the key as its secret; the rule is a plain digest, the key appended</source>
        <translation>使用了以 client_key 为密钥的 {digest}；规则是末尾接密钥后取普通摘要</translation>
    </message>
    <message>
        <source>{digest} was used, and the key appended to the text as well; the rule is a plain digest</source>
        <translation>使用了 {digest}，又把密钥接在文本末尾；规则是普通摘要</translation>
    </message>
    <message>
        <source>the digest of the parameters was hashed again together with the key: {digest}</source>
        <translation>参数的摘要与密钥一起再次计算了哈希：{digest}</translation>
    </message>
    <message>
        <source>Write every parameter as name=value, join them with one “&amp;”, and add nothing else.</source>
        <translation>请将每个参数写成 name=value，以一个“&amp;”连接，不加其他内容。</translation>
    </message>
    <message>
        <source>the parameters were joined with “{joiner}” in place of “&amp;”</source>
        <translation>参数以“{joiner}”而非“&amp;”连接</translation>
    </message>
    <message>
        <source>names and values were joined with “{equals}” in place of “=”</source>
        <translation>名称和值以“{equals}”而非“=”连接</translation>
    </message>
    <message>
        <source>the parameters were joined without a separator: the “&amp;” is missing</source>
        <translation>参数连接时没有分隔符：缺少“&amp;”</translation>
    </message>
    <message>
        <source>the “=” between name and value is missing</source>
        <translation>名称和值之间缺少“=”</translation>
    </message>
    <message>
        <source>names and values were joined without any separators: neither “=” nor “&amp;”</source>
        <translation>名称和值连接时没有任何分隔符：既无“=”也无“&amp;”</translation>
    </message>
    <message>
        <source>only the values were joined, without the names</source>
        <translation>只连接了值，没有名称</translation>
    </message>
    <message>
        <source>only the values were joined with “&amp;”, without the names</source>
        <translation>只用“&amp;”连接了值，没有名称</translation>
    </message>
    <message>
        <source>only the values were joined with commas, without the names</source>
        <translation>只用逗号连接了值，没有名称</translation>
    </message>
    <message>
        <source>only the values were joined with bars, without the names</source>
        <translation>只用竖线连接了值，没有名称</translation>
    </message>
    <message>
        <source>only “=” and the values were joined, without the names</source>
        <translation>只连接了“=”和值，没有名称</translation>
    </message>
    <message>
        <source>only the names were joined, without the values</source>
        <translation>只连接了名称，没有值</translation>
    </message>
    <message>
        <source>an “&amp;” stands before the first parameter</source>
        <translation>第一个参数前有“&amp;”</translation>
    </message>
    <message>
        <source>a “?” stands before the first parameter</source>
        <translation>第一个参数前有“?”</translation>
    </message>
    <message>
        <source>the path of the URL and “?” stand before the first parameter</source>
        <translation>第一个参数前有 URL 路径和“?”</translation>
    </message>
    <message>
        <source>the path of the URL stands before the first parameter</source>
        <translation>第一个参数前有 URL 路径</translation>
    </message>
    <message>
        <source>the path of the URL and “&amp;” stand before the first parameter</source>
        <translation>第一个参数前有 URL 路径和“&amp;”</translation>
    </message>
    <message>
        <source>the method and the path of the URL stand before the first parameter</source>
        <translation>第一个参数前有请求方法和 URL 路径</translation>
    </message>
    <message>
        <source>an “&amp;” was left after the last parameter</source>
        <translation>最后一个参数后留有“&amp;”</translation>
    </message>
    <message>
        <source>braces stand around the parameters</source>
        <translation>参数外有花括号</translation>
    </message>
    <message>
        <source>double quotes stand around the parameters</source>
        <translation>参数外有双引号</translation>
    </message>
    <message>
        <source>single quotes stand around the parameters</source>
        <translation>参数外有单引号</translation>
    </message>
    <message>
        <source>a space stands before the first parameter</source>
        <translation>第一个参数前有空格</translation>
    </message>
    <message>
        <source>a line feed stands before the first parameter</source>
        <translation>第一个参数前有换行符</translation>
    </message>
    <message>
        <source>the parameters were joined with “,”, and one more stands after the last</source>
        <translation>参数以“,”连接，末尾还多一个</translation>
    </message>
    <message>
        <source>the parameters were joined with line feeds, and one more stands after the last</source>
        <translation>参数以换行符连接，末尾还多一个</translation>
    </message>
    <message>
        <source>names and values were joined as members of JSON, without the braces</source>
        <translation>名称和值按 JSON 成员连接，没有花括号</translation>
    </message>
    <message>
        <source>names and values were quoted and joined with “:”, as in JSON</source>
        <translation>名称和值加引号并以“:”连接，与 JSON 相同</translation>
    </message>
    <message>
        <source>the names were written in double quotes</source>
        <translation>名称写在双引号内</translation>
    </message>
    <message>
        <source>the names were written in lower case, though names are case-sensitive</source>
        <translation>名称写成了小写，而名称区分大小写</translation>
    </message>
    <message>
        <source>the names were written in upper case, though names are case-sensitive</source>
        <translation>名称写成了大写，而名称区分大小写</translation>
    </message>
    <message>
        <source>the names were URL-encoded before signing</source>
        <translation>名称在签名前作了 URL 编码</translation>
    </message>
    <message>
        <source>the parameters were signed as {form}, not as name=value pairs</source>
        <translation>参数按{form}签名，而非 name=value</translation>
    </message>
    <message>
        <source>compact JSON text (the rule for notifications)</source>
        <translation>紧凑的 JSON 文本（通知的规则）</translation>
    </message>
    <message>
        <source>JSON text with spaces, as Python&apos;s json.dumps writes it</source>
        <translation>带空格的 JSON 文本，与 Python 的 json.dumps 相同</translation>
    </message>
    <message>
        <source>compact JSON text with \uXXXX escapes</source>
        <translation>带 \uXXXX 转义的紧凑 JSON 文本</translation>
    </message>
    <message>
        <source>JSON text with spaces and \uXXXX escapes</source>
        <translation>带空格和 \uXXXX 转义的 JSON 文本</translation>
    </message>
    <message>
        <source>JSON text as PHP&apos;s json_encode writes it</source>
        <translation>PHP json_encode 写出的 JSON 文本</translation>
    </message>
    <message>
        <source>JSON text with the amount as a number</source>
        <translation>金额为数字的 JSON 文本</translation>
    </message>
    <message>
        <source>spaced JSON with the amount as a number</source>
        <translation>金额为数字、带空格的 JSON</translation>
    </message>
    <message>
        <source>JSON text indented by two spaces</source>
        <translation>缩进两个空格的 JSON 文本</translation>
    </message>
    <message>
        <source>JSON text indented by four spaces</source>
        <translation>缩进四个空格的 JSON 文本</translation>
    </message>
    <message>
        <source>the print of a Python dictionary</source>
        <translation>Python 字典的输出</translation>
    </message>
    <message>
        <source>the print of a Java Map</source>
        <translation>Java Map 的输出</translation>
    </message>
    <message>
        <source>the text “[object Object]”</source>
        <translation>文字“[object Object]”</translation>
    </message>
    <message>
        <source>Write the JSON of {name} once into a variable; sign that text and send that very text.</source>
        <translation>请将 {name} 的 JSON 只写入变量一次；签名该文本，并原样发送。</translation>
    </message>
    <message>
        <source>{name} was written as JSON a second time for signing, with other {differences}</source>
        <translation>签名时将 {name} 另行写成 JSON，不同之处：{differences}</translation>
    </message>
    <message>
        <source>{name} was signed as {form}, but sent as JSON</source>
        <translation>{name} 按{form}签名，却以 JSON 发送</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>escapes (\uXXXX against the characters themselves)</source>
        <translation>转义（\uXXXX 与字符本身）</translation>
    </message>
    <message>
        <source>escapes (“\/” for “/”)</source>
        <translation>转义（“\/”与“/”）</translation>
    </message>
    <message>
        <source>order of members</source>
        <translation>成员顺序</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}和{second}</translation>
    </message>
    <message>
        <source>the text “Array” that PHP prints for an array</source>
        <translation>PHP 输出数组时的文字“Array”</translation>
    </message>
    <message>
        <source>a JSON string in quotes, escaped twice</source>
        <translation>带引号、转义两次的 JSON 字符串</translation>
    </message>
    <message>
        <source>the print of a Go map</source>
        <translation>Go map 的输出</translation>
    </message>
    <message>
        <source>text with single quotes in place of double ones</source>
        <translation>用单引号代替双引号的文本</translation>
    </message>
    <message>
        <source>Append the client_key directly to the last value: no “&amp;”, no “key=”, nothing after it.</source>
        <translation>请将 client_key 直接接在最后一个值之后：不加“&amp;”，不加“key=”，其后也不加任何内容。</translation>
    </message>
    <message>
        <source>Use the client_key exactly as QFPay gave it, of the same environment as the app code.</source>
        <translation>请完全按 QFPay 所给的使用 client_key，并与应用代码属于同一环境。</translation>
    </message>
    <message>
        <source>the key was joined with “&amp;key=”, WeChat&apos;s own rule</source>
        <translation>密钥以“&amp;key=”连接，那是微信自己的规则</translation>
    </message>
    <message>
        <source>an “&amp;” stands between the last parameter and the key</source>
        <translation>最后一个参数与密钥之间有“&amp;”</translation>
    </message>
    <message>
        <source>the key was joined with “key=”</source>
        <translation>密钥以“key=”连接</translation>
    </message>
    <message>
        <source>the key was joined with “&amp;client_key=”</source>
        <translation>密钥以“&amp;client_key=”连接</translation>
    </message>
    <message>
        <source>the key was joined with “{lead}”</source>
        <translation>密钥以“{lead}”连接</translation>
    </message>
    <message>
        <source>the key is missing: only the parameters were hashed</source>
        <translation>缺少密钥：只对参数计算了哈希</translation>
    </message>
    <message>
        <source>the text ends with “&amp;key=”, and the key itself is missing</source>
        <translation>文本以“&amp;key=”结尾，却缺少密钥本身</translation>
    </message>
    <message>
        <source>the text ends with “&amp;”, and the key is missing</source>
        <translation>文本以“&amp;”结尾，缺少密钥</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters</source>
        <translation>密钥在参数前面</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters, joined with “&amp;”</source>
        <translation>密钥在参数前面，以“&amp;”连接</translation>
    </message>
    <message>
        <source>the key stands at both ends of the parameters</source>
        <translation>参数前后都有密钥</translation>
    </message>
    <message>
        <source>the key stands at both ends of the parameters, joined with “&amp;”</source>
        <translation>参数前后都有密钥，以“&amp;”连接</translation>
    </message>
    <message>
        <source>the key was appended twice</source>
        <translation>密钥接了两次</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters as “{name}=”</source>
        <translation>密钥以“{name}=”写在参数前面</translation>
    </message>
    <message>
        <source>a line feed follows the key</source>
        <translation>密钥后有换行符</translation>
    </message>
    <message>
        <source>a space follows the key</source>
        <translation>密钥后有空格</translation>
    </message>
    <message>
        <source>a line break (CR LF) follows the key</source>
        <translation>密钥后有换行（CR LF）</translation>
    </message>
    <message>
        <source>a tab follows the key</source>
        <translation>密钥后有制表符</translation>
    </message>
    <message>
        <source>a carriage return follows the key</source>
        <translation>密钥后有回车符</translation>
    </message>
    <message>
        <source>an “&amp;” follows the key</source>
        <translation>密钥后有“&amp;”</translation>
    </message>
    <message>
        <source>a NUL character follows the key</source>
        <translation>密钥后有 NUL 字符</translation>
    </message>
    <message>
        <source>a zero-width space follows the key</source>
        <translation>密钥后有零宽空格</translation>
    </message>
    <message>
        <source>a no-break space follows the key</source>
        <translation>密钥后有不换行空格</translation>
    </message>
    <message>
        <source>a byte order mark follows the key</source>
        <translation>密钥后有字节顺序标记</translation>
    </message>
    <message>
        <source>a byte order mark stands before the key</source>
        <translation>密钥前有字节顺序标记</translation>
    </message>
    <message>
        <source>a zero-width space stands before the key</source>
        <translation>密钥前有零宽空格</translation>
    </message>
    <message>
        <source>a tab stands before the key</source>
        <translation>密钥前有制表符</translation>
    </message>
    <message>
        <source>the key was put among the parameters as {name}, and sorted with them</source>
        <translation>密钥以 {name} 放入参数中，并一起排序</translation>
    </message>
    <message>
        <source>the key was put among the parameters as {name}, and appended as well</source>
        <translation>密钥以 {name} 放入参数中，末尾又接了一次</translation>
    </message>
    <message>
        <source>Sort the parameters by name in plain ASCII order, case-sensitive, just before you join them.</source>
        <translation>请在连接前按名称的 ASCII 顺序排列参数，区分大小写。</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order given</source>
        <translation>参数没有排序：按给出的顺序签名</translation>
    </message>
    <message>
        <source>the names were sorted ignoring case, though capitals come before small letters</source>
        <translation>名称排序时忽略了大小写，而大写应在小写之前</translation>
    </message>
    <message>
        <source>the names were sorted ignoring case (as capitals), though capitals come before small letters</source>
        <translation>名称排序时忽略了大小写（按大写），而大写应在小写之前</translation>
    </message>
    <message>
        <source>the names were sorted in descending order</source>
        <translation>名称按降序排列</translation>
    </message>
    <message>
        <source>the names were sorted in descending order, ignoring case</source>
        <translation>名称按降序排列，并忽略大小写</translation>
    </message>
    <message>
        <source>the parameters were sorted by value, not by name</source>
        <translation>参数按值而非名称排序</translation>
    </message>
    <message>
        <source>the parameters were sorted by value in descending order, not by name</source>
        <translation>参数按值的降序而非名称排序</translation>
    </message>
    <message>
        <source>the finished “name=value” texts were sorted, which differs where one name begins another</source>
        <translation>对拼好的“name=value”文本排序；名称互为开头时结果不同</translation>
    </message>
    <message>
        <source>the finished “name=value” texts were sorted in descending order</source>
        <translation>对拼好的“name=value”文本按降序排列</translation>
    </message>
    <message>
        <source>the parameters were signed in reversed order</source>
        <translation>参数按相反顺序签名</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of the documentation&apos;s table</source>
        <translation>参数没有排序：按文档表格的顺序签名</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of a Java HashMap</source>
        <translation>参数没有排序：按 Java HashMap 的顺序签名</translation>
    </message>
    <message>
        <source>the parameters were not sorted, and a JavaScript object put names that are numbers first</source>
        <translation>参数没有排序，JavaScript 对象又把数字名称排在最前</translation>
    </message>
    <message>
        <source>a JavaScript object put names that are numbers first, whatever order they were sorted in</source>
        <translation>无论如何排序，JavaScript 对象都把数字名称排在最前</translation>
    </message>
    <message>
        <source>the names were sorted by the rules of a language (localeCompare), not in ASCII order</source>
        <translation>名称按语言规则（localeCompare）而非 ASCII 顺序排列</translation>
    </message>
    <message>
        <source>the names were sorted with their numbers by size, not in ASCII order</source>
        <translation>名称中的数字按大小而非 ASCII 顺序排列</translation>
    </message>
    <message>
        <source>the names were sorted ignoring the underscores</source>
        <translation>名称排序时忽略了下划线</translation>
    </message>
    <message>
        <source>the names were sorted with letters before the underscore, though “_” comes before small ones</source>
        <translation>名称排序时字母在下划线之前，而“_”应在小写字母之前</translation>
    </message>
    <message>
        <source>the parameters were sorted by the length of their names</source>
        <translation>参数按名称长度排序</translation>
    </message>
    <message>
        <source>the parameters were sorted by the length of their names, then by name</source>
        <translation>参数按名称长度、再按名称排序</translation>
    </message>
    <message>
        <source>the parameters were sorted by the length of their names, longest first</source>
        <translation>参数按名称长度排序，最长者在前</translation>
    </message>
    <message>
        <source>the parameters were sorted by the first letter of their names only</source>
        <translation>参数只按名称首字母排序</translation>
    </message>
    <message>
        <source>{name} was appended after the parameters had been sorted</source>
        <translation>{name} 是在参数排序之后才接上的</translation>
    </message>
    <message>
        <source>the parameters were sorted, but {name} stands in front of all</source>
        <translation>参数已排序，但 {name} 放在最前</translation>
    </message>
    <message>
        <source>all parameters were sorted but {name}, which stands in the wrong place</source>
        <translation>参数均已排序，唯 {name} 位置不对</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order {names}</source>
        <translation>参数没有排序：按 {names} 的顺序签名</translation>
    </message>
    <message>
        <source>the key of “{name}” was used in place of this merchant&apos;s</source>
        <translation>使用了“{name}”的密钥，而非此商户的</translation>
    </message>
    <message>
        <source>the app code was used in place of the key</source>
        <translation>用应用代码代替了密钥</translation>
    </message>
    <message>
        <source>the app code was appended together with the key</source>
        <translation>应用代码与密钥一起接在末尾</translation>
    </message>
    <message>
        <source>the value of {name} was used in place of the key</source>
        <translation>用 {name} 的值代替了密钥</translation>
    </message>
    <message>
        <source>the key was trimmed</source>
        <translation>密钥去除了首尾空白</translation>
    </message>
    <message>
        <source>invisible characters were taken out of the key</source>
        <translation>密钥去除了不可见字符</translation>
    </message>
    <message>
        <source>the key was written in lower case</source>
        <translation>密钥写成了小写</translation>
    </message>
    <message>
        <source>the key was written in upper case</source>
        <translation>密钥写成了大写</translation>
    </message>
    <message>
        <source>capitals and small letters of the key were swapped</source>
        <translation>密钥的大小写互换了</translation>
    </message>
    <message>
        <source>a space stands before the key</source>
        <translation>密钥前有空格</translation>
    </message>
    <message>
        <source>the last character of the key is missing</source>
        <translation>缺少密钥的最后一个字符</translation>
    </message>
    <message>
        <source>only the first {count} characters of the key were used</source>
        <translation>只用了密钥的前 {count} 个字符</translation>
    </message>
    <message>
        <source>only the last {count} characters of the key were used</source>
        <translation>只用了密钥的后 {count} 个字符</translation>
    </message>
    <message>
        <source>the key was written twice</source>
        <translation>密钥写了两次</translation>
    </message>
    <message>
        <source>the first character of the key is missing</source>
        <translation>缺少密钥的第一个字符</translation>
    </message>
    <message>
        <source>the key was used with {marks} around it</source>
        <translation>密钥外带有 {marks}</translation>
    </message>
    <message>
        <source>the MD5 of the key was used in place of the key</source>
        <translation>用密钥的 MD5 代替了密钥</translation>
    </message>
    <message>
        <source>the upper-case MD5 of the key was used in place of the key</source>
        <translation>用密钥的大写 MD5 代替了密钥</translation>
    </message>
    <message>
        <source>the SHA256 of the key was used in place of the key</source>
        <translation>用密钥的 SHA256 代替了密钥</translation>
    </message>
    <message>
        <source>the key was encoded in base64</source>
        <translation>密钥作了 base64 编码</translation>
    </message>
    <message>
        <source>the key was written in hex</source>
        <translation>密钥写成了十六进制</translation>
    </message>
    <message>
        <source>the key was written in upper-case hex</source>
        <translation>密钥写成了大写十六进制</translation>
    </message>
    <message>
        <source>the key was URL-encoded</source>
        <translation>密钥作了 URL 编码</translation>
    </message>
    <message>
        <source>the key was reversed</source>
        <translation>密钥被颠倒</translation>
    </message>
    <message>
        <source>the key was decoded from base64</source>
        <translation>密钥作了 base64 解码</translation>
    </message>
    <message>
        <source>the key was decoded from hex</source>
        <translation>密钥作了十六进制解码</translation>
    </message>
    <message>
        <source>characters that look alike were mixed up in the key</source>
        <translation>密钥中混淆了形似的字符</translation>
    </message>
    <message>
        <source>the key was mistyped at character {place}</source>
        <translation>密钥的第 {place} 个字符输错</translation>
    </message>
    <message>
        <source>the text “{text}” was used in place of the key</source>
        <translation>用文字“{text}”代替了密钥</translation>
    </message>
    <message>
        <source>Sign exactly the parameters that the body carries, and send exactly those that you sign.</source>
        <translation>签名的参数须与正文所带的完全一致，不多不少。</translation>
    </message>
    <message>
        <source>Leave an empty parameter out of both the signing string and the body.</source>
        <translation>空的参数请在签名字符串和正文中都略去。</translation>
    </message>
    <message>
        <source>Leave what travels in headers out of the signing string: only parameters are signed.</source>
        <translation>通过请求头传送的内容不要写入签名字符串：只签名参数。</translation>
    </message>
    <message>
        <source>{name} was sent but not signed</source>
        <translation>{name} 已发送，但未签名</translation>
    </message>
    <message>
        <source>{name} is empty: it was sent but not signed</source>
        <translation>{name} 为空：已发送，但未签名</translation>
    </message>
    <message>
        <source>{name} was signed but not sent</source>
        <translation>{name} 已签名，但未发送</translation>
    </message>
    <message>
        <source>the app code was signed as {name}, though it travels in a header</source>
        <translation>应用代码以 {name} 参与了签名，而它通过请求头传送</translation>
    </message>
    <message>
        <source>the sign type was signed as {name}, though it travels in a header</source>
        <translation>签名类型以 {name} 参与了签名，而它通过请求头传送</translation>
    </message>
    <message>
        <source>the signature itself was signed as “{name}={value}”, though it travels in a header</source>
        <translation>签名本身以“{name}={value}”参与了签名，而它通过请求头传送</translation>
    </message>
    <message>
        <source>{name} was signed empty, but not sent</source>
        <translation>{name} 以空值签名，但未发送</translation>
    </message>
    <message>
        <source>{name} was signed as the text “{value}”, but not sent</source>
        <translation>{name} 以文字“{value}”签名，但未发送</translation>
    </message>
    <message>
        <source>{name} was signed with its usual value, but not sent</source>
        <translation>{name} 以常用值签名，但未发送</translation>
    </message>
    <message>
        <source>{name} was signed without its value</source>
        <translation>{name} 签名时没有值</translation>
    </message>
    <message>
        <source>{name} was sent as the text “{value}”, but signed empty</source>
        <translation>{name} 以文字“{value}”发送，签名时却为空</translation>
    </message>
    <message>
        <source>{name} was signed as the text “{value}”</source>
        <translation>{name} 以文字“{value}”签名</translation>
    </message>
    <message>
        <source>the empty parameters were sent but not signed</source>
        <translation>空的参数已发送，但未签名</translation>
    </message>
    <message>
        <source>parameters that hold nothing (empty, null, 0) were sent but not signed</source>
        <translation>没有值的参数（空、null、0）已发送，但未签名</translation>
    </message>
    <message>
        <source>only documented parameters were signed, further ones were sent</source>
        <translation>只签名了文档所载参数，却还发送了其他参数</translation>
    </message>
    <message>
        <source>only the mandatory parameters were signed, optional ones were sent too</source>
        <translation>只签名了必填参数，却还发送了可选参数</translation>
    </message>
    <message>
        <source>sign, sign_type or app_code were sent but not signed</source>
        <translation>sign、sign_type 或 app_code 已发送，但未签名</translation>
    </message>
    <message>
        <source>a name was sent twice, and signed once</source>
        <translation>同一名称发送了两次，签名一次</translation>
    </message>
    <message>
        <source>parameters that were not sent were signed as “name={value}”: {names}</source>
        <translation>未发送的参数以“name={value}”参与了签名：{names}</translation>
    </message>
    <message>
        <source>Send the digest as plain hex digits, nothing before, between or after them.</source>
        <translation>摘要请以纯十六进制数字发送，前后和中间都不加任何内容。</translation>
    </message>
    <message>
        <source>the digest was sent in base64, not in hex</source>
        <translation>摘要以 base64 而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent in URL-safe base64, not in hex</source>
        <translation>摘要以 URL 安全的 base64 而非十六进制发送</translation>
    </message>
    <message>
        <source>the hex digest was sent in base64 once more</source>
        <translation>十六进制摘要又作了 base64 编码后发送</translation>
    </message>
    <message>
        <source>the upper-case hex digest was sent in base64 once more</source>
        <translation>大写十六进制摘要又作了 base64 编码后发送</translation>
    </message>
    <message>
        <source>the hex digest was written in hex once more</source>
        <translation>十六进制摘要又写成了十六进制</translation>
    </message>
    <message>
        <source>the bytes of the digest were sent with marks between them</source>
        <translation>摘要各字节之间带有符号</translation>
    </message>
    <message>
        <source>zeros at the start of the digest are missing, as Java&apos;s BigInteger drops them</source>
        <translation>摘要开头的零缺失，Java 的 BigInteger 会略去</translation>
    </message>
    <message>
        <source>bytes of the digest below 16 were written with one digit: a zero is missing</source>
        <translation>摘要中小于 16 的字节只写了一位：缺少零</translation>
    </message>
    <message>
        <source>negative bytes of the digest were written as “ffffff…”, as Java&apos;s Integer.toHexString does</source>
        <translation>摘要中的负字节写成了“ffffff…”，与 Java 的 Integer.toHexString 相同</translation>
    </message>
    <message>
        <source>the digest was sent backwards</source>
        <translation>摘要被颠倒发送</translation>
    </message>
    <message>
        <source>the first character of the signature is missing</source>
        <translation>缺少签名的第一个字符</translation>
    </message>
    <message>
        <source>the last character of the signature is missing</source>
        <translation>缺少签名的最后一个字符</translation>
    </message>
    <message>
        <source>the signature was sent with other text around it</source>
        <translation>发送的签名前后带有其他文字</translation>
    </message>
    <message>
        <source>Use the same spelling in the signing string and in the body: the one of the documentation.</source>
        <translation>签名字符串与正文请用同一拼写：以文档为准。</translation>
    </message>
    <message>
        <source>{name} was signed under the name {other}</source>
        <translation>{name} 以名称 {other} 签名</translation>
    </message>
    <message>
        <source>the names were signed in another spelling than sent, such as {name}</source>
        <translation>签名所用名称的拼写与发送的不同，例如 {name}</translation>
    </message>
    <message>
        <source>The signing string is the right one.</source>
        <translation>签名字符串正确。</translation>
    </message>
    <message>
        <source>The signing string is the right one, as far as it is shown: the key is left out.</source>
        <translation>签名字符串就所示部分而言正确：密钥已略去。</translation>
    </message>
    <message>
        <source>The signing string differs from the right one from character {place} on: {found} in place of {right}.</source>
        <translation>签名字符串从第 {place} 个字符起与正确的不同：是 {found}，应为 {right}。</translation>
    </message>
    <message>
        <source>The signing string goes on after the right one has ended: {found}.</source>
        <translation>正确的签名字符串已结束，此处却还有：{found}。</translation>
    </message>
    <message>
        <source>The signing string ends where the right one goes on with {right}.</source>
        <translation>签名字符串到此结束，正确的后面还有 {right}。</translation>
    </message>
    <message>
        <source>Not in it: {names}.</source>
        <translation>其中没有：{names}。</translation>
    </message>
    <message>
        <source>Only in it: {names}.</source>
        <translation>只在其中：{names}。</translation>
    </message>
    <message>
        <source>With another value: {names}.</source>
        <translation>值不同：{names}。</translation>
    </message>
    <message>
        <source>{name} was signed in UTC ({value}), but sent in local time, eight hours later</source>
        <translation>{name} 按 UTC 签名（{value}），却按本地时间发送，晚八小时</translation>
    </message>
    <message>
        <source>{name} was signed in UTC+8 ({value}), but sent in UTC, eight hours earlier</source>
        <translation>{name} 按 UTC+8 签名（{value}），却按 UTC 发送，早八小时</translation>
    </message>
    <message>
        <source>{name} was signed in another time zone ({value}) than sent</source>
        <translation>{name} 签名（{value}）与发送的时区不同</translation>
    </message>
    <message>
        <source>{name} was read from the clock twice: signed {value}, sent {seconds} s apart</source>
        <translation>{name} 读取了两次时钟：签名为 {value}，发送时相差 {seconds} 秒</translation>
    </message>
    <message>
        <source>{name} was signed in another form ({value}) than sent</source>
        <translation>{name} 签名（{value}）与发送的格式不同</translation>
    </message>
    <message>
        <source>{name} was signed in ISO form ({value}), but sent in another</source>
        <translation>{name} 按 ISO 格式签名（{value}），却以另一格式发送</translation>
    </message>
    <message>
        <source>{name} was signed as seconds since 1970 ({value}), but sent as a date</source>
        <translation>{name} 按 1970 年起的秒数签名（{value}），却以日期发送</translation>
    </message>
    <message>
        <source>{name} was signed with a 12-hour clock (hh for HH: {value})</source>
        <translation>{name} 按 12 小时制签名（HH 写成了 hh：{value}）</translation>
    </message>
    <message>
        <source>{name} was signed with a wrong date pattern (mm and MM mixed up: {value})</source>
        <translation>{name} 签名时日期格式有误（混淆了 mm 和 MM：{value}）</translation>
    </message>
    <message>
        <source>Keep the value in one variable, and use that for the signing string and the body.</source>
        <translation>请将值保存在一个变量中，签名字符串和正文都用它。</translation>
    </message>
    <message>
        <source>Clean the value once, before it is signed and sent.</source>
        <translation>请在签名和发送之前只清理一次该值。</translation>
    </message>
    <message>
        <source>{name} was signed with a line feed after it</source>
        <translation>{name} 签名时末尾多了换行符</translation>
    </message>
    <message>
        <source>{name} was signed with a space after it</source>
        <translation>{name} 签名时末尾多了空格</translation>
    </message>
    <message>
        <source>{name} was signed with a line break (CR LF) after it</source>
        <translation>{name} 签名时末尾多了换行（CR LF）</translation>
    </message>
    <message>
        <source>{name} was signed with a tab after it</source>
        <translation>{name} 签名时末尾多了制表符</translation>
    </message>
    <message>
        <source>{name} was signed with a carriage return after it</source>
        <translation>{name} 签名时末尾多了回车符</translation>
    </message>
    <message>
        <source>{name} was signed with a NUL character after it</source>
        <translation>{name} 签名时末尾多了 NUL 字符</translation>
    </message>
    <message>
        <source>{name} was signed with a zero-width space after it</source>
        <translation>{name} 签名时末尾多了零宽空格</translation>
    </message>
    <message>
        <source>{name} was signed with a no-break space after it</source>
        <translation>{name} 签名时末尾多了不换行空格</translation>
    </message>
    <message>
        <source>{name} was signed with a byte order mark after it</source>
        <translation>{name} 签名时末尾多了字节顺序标记</translation>
    </message>
    <message>
        <source>{name} was signed with a space before it</source>
        <translation>{name} 签名时开头多了空格</translation>
    </message>
    <message>
        <source>{name} was signed with a byte order mark before it</source>
        <translation>{name} 签名时开头多了字节顺序标记</translation>
    </message>
    <message>
        <source>{name} was signed with a zero-width space before it</source>
        <translation>{name} 签名时开头多了零宽空格</translation>
    </message>
    <message>
        <source>{name} was signed with a line feed before it</source>
        <translation>{name} 签名时开头多了换行符</translation>
    </message>
    <message>
        <source>{name} was signed with a tab before it</source>
        <translation>{name} 签名时开头多了制表符</translation>
    </message>
    <message>
        <source>{name} was signed cut to {length} characters</source>
        <translation>{name} 签名时截短为 {length} 个字符</translation>
    </message>
    <message>
        <source>{name} was signed without its last character</source>
        <translation>{name} 签名时少了最后一个字符</translation>
    </message>
    <message>
        <source>{name} was signed without its first character</source>
        <translation>{name} 签名时少了第一个字符</translation>
    </message>
    <message>
        <source>{name} went through a number type, and was signed as {value}</source>
        <translation>{name} 经过数字类型，签名时为 {value}</translation>
    </message>
    <message>
        <source>{name} was signed with or without the slash at its end</source>
        <translation>{name} 签名时末尾斜杠的有无与发送的不同</translation>
    </message>
    <message>
        <source>{name} was signed with the other of http and https</source>
        <translation>{name} 签名时 http 与 https 与发送的相反</translation>
    </message>
    <message>
        <source>{name} was signed without what follows “{mark}”</source>
        <translation>{name} 签名时少了“{mark}”之后的内容</translation>
    </message>
    <message>
        <source>Sign the very values that the body decodes to: raw, neither encoded, escaped nor cleaned.</source>
        <translation>请签名正文解码所得的值：原样，不编码、不转义、不清理。</translation>
    </message>
    <message>
        <source>the values were {how} before signing, which changes {names}</source>
        <translation>签名前对各值做了处理：{how}，因而改变了 {names}</translation>
    </message>
    <message>
        <source>the joined string was {how} before the key was appended</source>
        <translation>接上密钥前对拼好的字符串做了处理：{how}</translation>
    </message>
    <message>
        <source>the whole signing string, key included, was {how} before hashing</source>
        <translation>计算哈希前对整个签名字符串（含密钥）做了处理：{how}</translation>
    </message>
    <message>
        <source>{name} was {how} before signing</source>
        <translation>签名前对 {name} 做了处理：{how}</translation>
    </message>
    <message>
        <source>URL-encoded (a space as “+”)</source>
        <translation>URL 编码（空格为“+”）</translation>
    </message>
    <message>
        <source>URL-encoded (a space as “%20”)</source>
        <translation>URL 编码（空格为“%20”）</translation>
    </message>
    <message>
        <source>URL-encoded by encodeURIComponent</source>
        <translation>用 encodeURIComponent 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded by encodeURI</source>
        <translation>用 encodeURI 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded with lower-case hex</source>
        <translation>URL 编码，十六进制小写</translation>
    </message>
    <message>
        <source>URL-encoded with lower-case hex and “%20” for a space</source>
        <translation>URL 编码，十六进制小写，空格为“%20”</translation>
    </message>
    <message>
        <source>URL-encoded by Java&apos;s URLEncoder</source>
        <translation>用 Java 的 URLEncoder 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded by PHP&apos;s urlencode</source>
        <translation>用 PHP 的 urlencode 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded by .NET&apos;s UrlEncode</source>
        <translation>用 .NET 的 UrlEncode 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded by Python&apos;s quote</source>
        <translation>用 Python 的 quote 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded by JavaScript&apos;s old escape()</source>
        <translation>用 JavaScript 旧的 escape() 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded in GBK</source>
        <translation>按 GBK 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded in GBK with “%20” for a space</source>
        <translation>按 GBK 作 URL 编码，空格为“%20”</translation>
    </message>
    <message>
        <source>URL-encoded in Big5</source>
        <translation>按 Big5 作 URL 编码</translation>
    </message>
    <message>
        <source>URL-encoded twice</source>
        <translation>URL 编码两次</translation>
    </message>
    <message>
        <source>URL-encoded twice (a space as “%2520”)</source>
        <translation>URL 编码两次（空格为“%2520”）</translation>
    </message>
    <message>
        <source>URL-encoded twice by encodeURIComponent</source>
        <translation>用 encodeURIComponent 作 URL 编码两次</translation>
    </message>
    <message>
        <source>URL-decoded</source>
        <translation>URL 解码</translation>
    </message>
    <message>
        <source>URL-decoded, “+” kept</source>
        <translation>URL 解码，保留“+”</translation>
    </message>
    <message>
        <source>URL-encoded where they are not ASCII</source>
        <translation>对非 ASCII 字符作 URL 编码</translation>
    </message>
    <message>
        <source>written with “+” for each space</source>
        <translation>空格写成“+”</translation>
    </message>
    <message>
        <source>URL-encoded only as to spaces (“%20”)</source>
        <translation>只对空格作 URL 编码（“%20”）</translation>
    </message>
    <message>
        <source>written with a space for each “+”</source>
        <translation>“+”写成空格</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot;)</source>
        <translation>HTML 转义（&amp;amp; &amp;quot;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;#039;)</source>
        <translation>HTML 转义（&amp;amp; &amp;quot; &amp;#039;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;#39;)</source>
        <translation>HTML 转义（&amp;amp; &amp;quot; &amp;#39;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;#x27;)</source>
        <translation>HTML 转义（&amp;amp; &amp;quot; &amp;#x27;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;apos;)</source>
        <translation>HTML 转义（&amp;amp; &amp;quot; &amp;apos;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;lt; &amp;gt;)</source>
        <translation>HTML 转义（&amp;amp; &amp;lt; &amp;gt;）</translation>
    </message>
    <message>
        <source>HTML-decoded</source>
        <translation>HTML 解码</translation>
    </message>
    <message>
        <source>stripped of HTML tags</source>
        <translation>去除 HTML 标签</translation>
    </message>
    <message>
        <source>quoted as JSON strings</source>
        <translation>加引号成 JSON 字符串</translation>
    </message>
    <message>
        <source>quoted as JSON strings with \uXXXX escapes</source>
        <translation>加引号成 JSON 字符串，带 \uXXXX 转义</translation>
    </message>
    <message>
        <source>JSON-escaped (quotes and backslashes)</source>
        <translation>JSON 转义（引号和反斜杠）</translation>
    </message>
    <message>
        <source>JSON-escaped, with \uXXXX</source>
        <translation>JSON 转义，带 \uXXXX</translation>
    </message>
    <message>
        <source>JSON-escaped, slashes too</source>
        <translation>JSON 转义，斜杠也转义</translation>
    </message>
    <message>
        <source>put in single quotes</source>
        <translation>加单引号</translation>
    </message>
    <message>
        <source>put in double quotes</source>
        <translation>加双引号</translation>
    </message>
    <message>
        <source>escaped with backslashes (addslashes)</source>
        <translation>用反斜杠转义（addslashes）</translation>
    </message>
    <message>
        <source>written with “\/” for “/”, as PHP&apos;s json_encode does</source>
        <translation>“/”写成“\/”，与 PHP 的 json_encode 相同</translation>
    </message>
    <message>
        <source>written with doubled backslashes</source>
        <translation>反斜杠写两次</translation>
    </message>
    <message>
        <source>stripped of backslashes</source>
        <translation>去除反斜杠</translation>
    </message>
    <message>
        <source>written with \uXXXX escapes</source>
        <translation>写成 \uXXXX 转义</translation>
    </message>
    <message>
        <source>written with \uXXXX in capitals</source>
        <translation>写成大写的 \uXXXX</translation>
    </message>
    <message>
        <source>signed with their \uXXXX decoded</source>
        <translation>解码 \uXXXX</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>去除首尾空格</translation>
    </message>
    <message>
        <source>trimmed of every kind of white space</source>
        <translation>去除首尾各种空白</translation>
    </message>
    <message>
        <source>stripped of all their spaces</source>
        <translation>去除所有空格</translation>
    </message>
    <message>
        <source>stripped of all their white space</source>
        <translation>去除所有空白</translation>
    </message>
    <message>
        <source>written with one space for many</source>
        <translation>多个空格合为一个</translation>
    </message>
    <message>
        <source>stripped of line breaks</source>
        <translation>去除换行</translation>
    </message>
    <message>
        <source>written with LF line breaks</source>
        <translation>换行写成 LF</translation>
    </message>
    <message>
        <source>written with CRLF line breaks</source>
        <translation>换行写成 CRLF</translation>
    </message>
    <message>
        <source>stripped of invisible characters</source>
        <translation>去除不可见字符</translation>
    </message>
    <message>
        <source>written in lower case</source>
        <translation>写成小写</translation>
    </message>
    <message>
        <source>written in upper case</source>
        <translation>写成大写</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFC (composed, where decomposed ones were sent)</source>
        <translation>转成 Unicode NFC（合成形式，发送的是分解形式）</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFD (decomposed: accents apart, as macOS does)</source>
        <translation>转成 Unicode NFD（分解形式：重音分开，与 macOS 相同）</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFKC (full-width becomes plain)</source>
        <translation>转成 Unicode NFKC（全角变半角）</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFKD</source>
        <translation>转成 Unicode NFKD</translation>
    </message>
    <message>
        <source>written with plain in place of full-width characters</source>
        <translation>全角字符写成普通字符</translation>
    </message>
    <message>
        <source>written in full-width characters</source>
        <translation>写成全角字符</translation>
    </message>
    <message>
        <source>stripped of everything that is not ASCII</source>
        <translation>去除所有非 ASCII 字符</translation>
    </message>
    <message>
        <source>stripped of emoji</source>
        <translation>去除表情符号</translation>
    </message>
    <message>
        <source>written in base64</source>
        <translation>写成 base64</translation>
    </message>
</context>
<context>
    <name>EnvironmentBox</name>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Custom …</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>启动中…</translation>
    </message>
    <message>
        <source>Base URL of the API, without /trade/v1:</source>
        <translation>API 的接口地址，不含 /trade/v1：</translation>
    </message>
    <message>
        <source>Custom environment</source>
        <translation>自定义环境</translation>
    </message>
</context>
<context>
    <name>Environments</name>
    <message>
        <source>Simulated on this machine: no account, no network, no money.</source>
        <translation>本机模拟：无需账户、网络或资金。</translation>
    </message>
    <message>
        <source>Real money, real settlement. Every request is confirmed first.</source>
        <translation>真实资金，真实结算。每个请求发送前均须确认。</translation>
    </message>
    <message>
        <source>Real payments, real money moves, nothing is settled: refund at once.</source>
        <translation>真实付款，资金实际划转，但不结算：请立即退款。</translation>
    </message>
    <message>
        <source>Simulates card payments only. WeChat Mini Program payments (800213) have no documented sandbox: use the simulator, or a small real payment on live testing.</source>
        <translation>仅模拟银行卡支付。文档未见微信小程序支付（800213）的沙箱：请使用模拟器，或在实网测试环境发起一笔小额真实付款。</translation>
    </message>
    <message>
        <source>Less documented: this host is seen in samples and older lists only.</source>
        <translation>文档较少：此主机仅见于示例代码及旧列表。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Your own base URL. It is treated with the care of a real environment.</source>
        <translation>您自行填写的接口地址。会按真实环境谨慎对待。</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Singapore, Malaysia</source>
        <translation>新加坡、马来西亚</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>泰国</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>印度尼西亚</translation>
    </message>
    <message>
        <source>Dubai</source>
        <translation>迪拜</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>欧洲</translation>
    </message>
    <message>
        <source>Production · {region}</source>
        <translation>生产环境 · {region}</translation>
    </message>
    <message>
        <source>Live testing · {region}</source>
        <translation>实网测试 · {region}</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Sandbox (cards only)</source>
        <translation>沙箱（仅银行卡）</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国内地</translation>
    </message>
    <message>
        <source>The base URL takes plain ASCII without spaces, like https://openapi-hk.qfapi.com.</source>
        <translation>接口地址只能是不含空格的 ASCII 字符，例如 https://openapi-hk.qfapi.com。</translation>
    </message>
    <message>
        <source>The base URL takes no user name, query or fragment: leave only scheme, host, path.</source>
        <translation>接口地址不能含用户名、查询参数或片段：只保留协议、主机和路径。</translation>
    </message>
    <message>
        <source>The base URL cannot be read: write it like https://openapi-hk.qfapi.com.</source>
        <translation>无法识别接口地址：请写成 https://openapi-hk.qfapi.com 的形式。</translation>
    </message>
    <message>
        <source>The base URL needs a scheme and a host, like https://openapi-hk.qfapi.com.</source>
        <translation>接口地址须含协议和主机，例如 https://openapi-hk.qfapi.com。</translation>
    </message>
    <message>
        <source>Plain http goes to this machine only: use https:// for {host}.</source>
        <translation>明文 http 只能发往本机：{host} 请使用 https://。</translation>
    </message>
</context>
<context>
    <name>ExaminedPage</name>
    <message>
        <source>Changes no signature, but breaks the payment</source>
        <translation>不影响签名，但会使付款失败</translation>
    </message>
    <message>
        <source>This signing string is right.</source>
        <translation>此签名字符串正确。</translation>
    </message>
    <message>
        <source>If what comes of it is still refused, paste the signature that was sent.</source>
        <translation>如由此得出的签名仍被拒绝，请粘贴所发送的签名。</translation>
    </message>
    <message>
        <source>Well signed: this is the right signature of these parameters and this key.</source>
        <translation>签名无误：就是这些参数和此密钥的正确签名。</translation>
    </message>
    <message>
        <source>Still 1108? Then the signature is not what is wrong.</source>
        <translation>仍返回 1108？那么问题不在签名。</translation>
    </message>
    <message>
        <source>The key is the profile&apos;s, not the one in the paste. {more}</source>
        <translation>使用的是配置中的密钥，而非粘贴内容中的密钥。{more}</translation>
    </message>
    <message>
        <source>No known mistake reproduces this signature.</source>
        <translation>没有已知错误能重现此签名。</translation>
    </message>
    <message>
        <source>No known mistake makes this signing string.</source>
        <translation>没有已知错误会得出此签名字符串。</translation>
    </message>
    <message>
        <source>Tried, one, two and three at a time: parameters missing, added or renamed, their order, how values are written, separators, the key and its place, character sets, digests, and what the body decodes to.</source>
        <translation>已尝试以下各项，并以一至三项组合：参数缺少、多出或改名，参数顺序，值的写法，分隔符，密钥及其位置，字符集，摘要，以及正文解码后的内容。</translation>
    </message>
    <message>
        <source>Perhaps the merchant signs with another one than is chosen here.</source>
        <translation>商户可能使用了与此处所选不同的密钥签名。</translation>
    </message>
    <message>
        <source>Perhaps the paste is not what was signed: order number and time are often made anew.</source>
        <translation>粘贴的内容可能不是签名时的内容：订单号和时间常会重新生成。</translation>
    </message>
    <message>
        <source>A wrong key cannot be seen.</source>
        <translation>密钥错误是看不出来的。</translation>
    </message>
    <message>
        <source>Nor a value that changed after signing.</source>
        <translation>签名后更改的值也看不出来。</translation>
    </message>
    <message>
        <source>Well signed, still 1108: what is left, the likely first</source>
        <translation>签名无误，却仍为 1108：余下的可能原因，可能性大者在前</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>ExaminingPage</name>
    <message>
        <source>Looking for the cause</source>
        <translation>查找原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for the cause …</source>
        <translation>正在查找原因…</translation>
    </message>
    <message>
        <source>Single, double and triple mistakes are tried.</source>
        <translation>会尝试一处、两处和三处错误。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Options for {name}</source>
        <translation>{name} 的选项</translation>
    </message>
    <message>
        <source>New on every send. Press to keep this value.</source>
        <translation>每次发送时重新生成。点击以保留此值。</translation>
    </message>
    <message>
        <source>Pinned. Press to make a new value on every send.</source>
        <translation>已固定。点击则每次发送时重新生成。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>Entries that hold all of these words, in any parameter, reply, merchant or note</source>
        <translation>在任意参数、响应、商户或备注中含有所有这些词的记录</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Show pinned entries only</source>
        <translation>只显示已固定的记录</translation>
    </message>
    <message>
        <source>What the history forgets</source>
        <translation>历史记录的清除</translation>
    </message>
    <message>
        <source>order no., 1108, HK$3.00, 奶茶, a note …</source>
        <translation>订单号、1108、HK$3.00、奶茶、备注…</translation>
    </message>
    <message>
        <source>Search {count}: {examples}</source>
        <translation>搜索 {count} 项：{examples}</translation>
    </message>
    <message>
        <source>Search: {examples}</source>
        <translation>搜索：{examples}</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>任何结果</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>所有环境</translation>
    </message>
</context>
<context>
    <name>FixCode</name>
    <message>
        <source>Language of the line</source>
        <translation>代码语言</translation>
    </message>
    <message>
        <source>Copy this line of code</source>
        <translation>复制这行代码</translation>
    </message>
    <message>
        <source>Copied: the line of code</source>
        <translation>已复制：代码行</translation>
    </message>
</context>
<context>
    <name>ForgetMenu</name>
    <message>
        <source>Delete entries older than</source>
        <translation>删除早于以下时间的记录</translation>
    </message>
    <message>
        <source>Keep entries for</source>
        <translation>记录保留时间</translation>
    </message>
    <message>
        <source>All entries that are not pinned …</source>
        <translation>所有未固定的记录…</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
</context>
<context>
    <name>FormLine</name>
    <message>
        <source>Split into fields</source>
        <translation>拆分到各栏</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>去除</translation>
    </message>
</context>
<context>
    <name>FurtherParameters</name>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
</context>
<context>
    <name>FurtherRow</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Send although empty</source>
        <translation>为空仍发送</translation>
    </message>
    <message>
        <source>Remove this parameter</source>
        <translation>删除此参数</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
</context>
<context>
    <name>Guards</name>
    <message>
        <source>The simulator is not running yet. Wait a moment, then send again.</source>
        <translation>模拟器尚未启动。请稍候再发送。</translation>
    </message>
    <message>
        <source>Not sent: production takes no request that is wrong on purpose ({mistake}).</source>
        <translation>未发送：生产环境不接受故意出错的请求（{mistake}）。</translation>
    </message>
    <message>
        <source>Not sent: production takes no request with a known fault. {field}: {headline}</source>
        <translation>未发送：生产环境不接受有已知错误的请求。{field}：{headline}</translation>
    </message>
    <message>
        <source>This order number was sent before</source>
        <translation>此订单号已发送过</translation>
    </message>
    <message>
        <source>{number} went to {host} already. If that payment&apos;s outcome is unknown, query it first: sending again may be refused as a duplicate, or charge somebody twice.</source>
        <translation>{number} 已发往 {host}。如不清楚该笔付款的结果，请先查询：再次发送可能因重复被拒，也可能造成重复扣款。</translation>
    </message>
    <message>
        <source>Send the same number again</source>
        <translation>用同一订单号再发送</translation>
    </message>
    <message>
        <source>Send to production?</source>
        <translation>发送到生产环境？</translation>
    </message>
    <message>
        <source>Host: {host}
Merchant: {merchant}
Amount: {amount}

This makes a real order with real money.</source>
        <translation>主机：{host}
商户：{merchant}
金额：{amount}

这将产生真实订单，涉及真实资金。</translation>
    </message>
    <message>
        <source>Send to production</source>
        <translation>发送到生产环境</translation>
    </message>
</context>
<context>
    <name>HaltedPage</name>
    <message>
        <source>Examine again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>This is a fault of this program: report it. {technical}</source>
        <translation>这是本程序的错误：请反馈。{technical}</translation>
    </message>
    <message>
        <source>The examination failed</source>
        <translation>检查失败</translation>
    </message>
    <message>
        <source>The examination was called off</source>
        <translation>检查已取消</translation>
    </message>
    <message>
        <source>The request stays in the draft.</source>
        <translation>请求保留在草稿中。</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Now, in UTC+8; new on every send</source>
        <translation>当前时间（UTC+8），每次发送时更新</translation>
    </message>
    <message>
        <source>New on every send</source>
        <translation>每次发送时重新生成</translation>
    </message>
    <message>
        <source>Left out: neither signed nor sent</source>
        <translation>已略去：不签名，也不发送</translation>
    </message>
    <message>
        <source>From the profile: {mchid}</source>
        <translation>来自配置：{mchid}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Pinned: sent as it stands here</source>
        <translation>已固定：按此处的值发送</translation>
    </message>
    <message>
        <source>{amount}</source>
        <translation>{amount}</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Reopened as it was sent, with its own order number and time: sending this number again asks first.</source>
        <translation>已按发送时的内容重新打开，沿用原订单号和时间：再次发送此订单号前会先询问。</translation>
    </message>
    <message>
        <source>Reopened as it was sent, except that the history does not keep {names}: fill in what is needed.</source>
        <translation>已按发送时的内容重新打开，但历史记录不保存 {names}：请填写所需的值。</translation>
    </message>
    <message>
        <source>The program ended before an answer came: the outcome is unknown.</source>
        <translation>程序在响应到达前结束：结果不明。</translation>
    </message>
    <message>
        <source>This program failed before an answer came ({technical}): the outcome is unknown.</source>
        <translation>本程序在响应到达前出错（{technical}）：结果不明。</translation>
    </message>
    <message>
        <source>This entry is not in the history any more.</source>
        <translation>此记录已不在历史记录中。</translation>
    </message>
    <message>
        <source>Deleted from the history: {count}</source>
        <translation>已从历史记录删除：{count}</translation>
    </message>
    <message>
        <source>The history failed in an unknown way ({name}). Sending is not affected.</source>
        <translation>历史记录发生未知错误（{name}）。发送不受影响。</translation>
    </message>
    <message>
        <source>The history is slow to answer: the request left before it was written down.</source>
        <translation>历史记录响应缓慢：请求在记录之前已发出。</translation>
    </message>
    <message>
        <source>The history file {path} cannot be written ({reason}). The history lasts until the window is closed. Make the folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.</source>
        <translation>无法写入历史记录文件 {path}（{reason}）。历史记录在关闭窗口前有效。请让您的用户可写入该文件夹，或用环境变量 QFPAY_TESTER_HOME 指定其他文件夹。</translation>
    </message>
    <message>
        <source>The history file was damaged. It is kept beside the new one as {path}, and a new history begins.</source>
        <translation>历史记录文件已损坏，现保存在同一位置的 {path}，并已开始新的历史记录。</translation>
    </message>
    <message>
        <source>The history file {path} was written by a newer version of QFPay Tester and is left alone. The history of this session lasts until the window is closed. Update QFPay Tester to see the older entries.</source>
        <translation>历史记录文件 {path} 由较新版本的 QFPay Tester 写入，未作改动。本次的历史记录在关闭窗口前有效。请更新 QFPay Tester 以查看较早的记录。</translation>
    </message>
    <message>
        <source>The history could not be read or written ({reason}). What is sent now may be missing in it.</source>
        <translation>无法读取或写入历史记录（{reason}）。现在发送的请求可能不会记录在内。</translation>
    </message>
    <message>
        <source>(not readable any more)</source>
        <translation>（已无法读取）</translation>
    </message>
    <message>
        <source>They are deleted for good. What QFPay holds of these orders is not touched.</source>
        <translation>记录将永久删除。QFPay 保存的订单数据不受影响。</translation>
    </message>
    <message>
        <source>Pinned entries stay. {rest}</source>
        <translation>已固定的记录会保留。{rest}</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete from the history: {count}?</source>
        <translation>从历史记录删除：{count}？</translation>
    </message>
    <message>
        <source>Delete entries older than {days} days?</source>
        <translation>删除早于 {days} 天的记录？</translation>
    </message>
    <message>
        <source>Delete every entry that is not pinned?</source>
        <translation>删除所有未固定的记录？</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>On its way: no answer yet.</source>
        <translation>已发出：尚无响应。</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Show all entries</source>
        <translation>显示所有记录</translation>
    </message>
    <message>
        <source>Nothing was sent yet.
Every request you send will be listed here with its answer: to search, to note, to compare and to send again. Keys are never kept, personal data is masked.</source>
        <translation>尚未发送任何请求。
您发送的每个请求都会连同响应列于此处：可搜索、写备注、比较和再次发送。绝不保存密钥，个人数据会被遮盖。</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>没有符合的记录。</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Reopen as a draft</source>
        <translation>重新打开为草稿</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>比较这两项</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Pin: keep for ever</source>
        <translation>固定：永久保留</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Exchanges, newest first</source>
        <translation>收发记录，最新者在前</translation>
    </message>
    <message>
        <source>Unpin: may expire</source>
        <translation>取消固定：可能过期</translation>
    </message>
    <message>
        <source>Copied: out_trade_no {number}</source>
        <translation>已复制：out_trade_no {number}</translation>
    </message>
    <message>
        <source>Copied: {count} order numbers</source>
        <translation>已复制：{count} 个订单号</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Nothing sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>The reply will stand here: what happened and whose turn it is, pay_params checked member by member, the code for the Mini Program, and the bytes that went each way.

{keys} sends.</source>
        <translation>响应将显示在此：发生了什么、轮到谁处理、逐项检查的 pay_params、小程序代码，以及双向传输的字节。

按 {keys} 发送。</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>form-data sends multipart; choose x-www-form-urlencoded in Postman.</source>
        <translation>form-data 会以 multipart 发送；请在 Postman 中选择 x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Switched off in Postman, so not sent: {names}.</source>
        <translation>在 Postman 中已停用，因此未发送：{names}。</translation>
    </message>
    <message>
        <source>Variables whose values the paste does not show: {names}.</source>
        <translation>粘贴内容没有显示以下变量的值：{names}。</translation>
    </message>
    <message>
        <source>A line ends without a backslash: bash stops there, this went on.</source>
        <translation>有一行末尾没有反斜杠：bash 到此为止，此处则继续读取。</translation>
    </message>
    <message>
        <source>A bare &amp; ends the command in bash: quote the value.</source>
        <translation>未加引号的 &amp; 在 bash 中会结束命令：请给该值加引号。</translation>
    </message>
    <message>
        <source>A quote is never closed: the value was read to the end.</source>
        <translation>引号没有闭合：该值读到了末尾。</translation>
    </message>
    <message>
        <source>A NUL ends the value in bash; it is kept here.</source>
        <translation>NUL 在 bash 中会结束该值；此处予以保留。</translation>
    </message>
    <message>
        <source>A shell variable or command is not replaced: its text stands in the value.</source>
        <translation>某个 shell 变量或命令未被替换：值中仍是其原文。</translation>
    </message>
    <message>
        <source>The form body was broken into lines at &amp;; the line breaks are left out.</source>
        <translation>表单正文在 &amp; 处换了行；已略去换行。</translation>
    </message>
    <message>
        <source>Content-Type says {type}, but the body is a form.</source>
        <translation>Content-Type 为 {type}，正文却是表单。</translation>
    </message>
    <message>
        <source>The body begins like JSON, but no member can be read.</source>
        <translation>正文开头像 JSON，却读不出任何成员。</translation>
    </message>
    <message>
        <source>A bracket or quote is never closed, or the text is very long. It was read as far as it goes.</source>
        <translation>括号或引号没有闭合，或文本过长。已读取到可读之处。</translation>
    </message>
    <message>
        <source>The body is {kind}; the API reads application/x-www-form-urlencoded.</source>
        <translation>正文是 {kind}；API 读取的是 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Part of the body comes from the file {name}, which the paste does not show.</source>
        <translation>部分正文来自文件 {name}，粘贴内容没有显示。</translation>
    </message>
    <message>
        <source>-F sends multipart/form-data; the API reads application/x-www-form-urlencoded.</source>
        <translation>-F 会发送 multipart/form-data；API 读取的是 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Decoded, so read otherwise than written: {names}.</source>
        <translation>解码后与所写的不同：{names}。</translation>
    </message>
    <message>
        <source>{name} has no = and no value.</source>
        <translation>{name} 没有 =，也没有值。</translation>
    </message>
    <message>
        <source>{name} has no =: perhaps an &amp; inside {before} that is not written as %26.</source>
        <translation>{name} 没有 =：{before} 中可能有 &amp; 未写成 %26。</translation>
    </message>
    <message>
        <source>{name} is not UTF-8; it is read as {charset}.</source>
        <translation>{name} 不是 UTF-8；已按 {charset} 读取。</translation>
    </message>
    <message>
        <source>{name}: a + travels as a space; a real + is written %2B.</source>
        <translation>{name}：+ 传送时代表空格；真正的 + 应写成 %2B。</translation>
    </message>
    <message>
        <source>{name}: a % that escapes nothing; it is written %25.</source>
        <translation>{name}：有一个 % 并未转义任何字符；应写成 %25。</translation>
    </message>
    <message>
        <source>{name} holds %XX after decoding: encoded twice?</source>
        <translation>{name} 解码后仍含 %XX：编码了两次？</translation>
    </message>
    <message>
        <source>{name} travels without URL encoding.</source>
        <translation>{name} 传送时没有 URL 编码。</translation>
    </message>
    <message>
        <source>{name} is an object here; it is read as compact JSON.</source>
        <translation>{name} 在此是对象；已按紧凑的 JSON 读取。</translation>
    </message>
    <message>
        <source>{name} is {word} here: no value.</source>
        <translation>{name} 在此是 {word}：没有值。</translation>
    </message>
    <message>
        <source>{name} has no quotes: {code}. If this is code, put the value in its place.</source>
        <translation>{name} 没有引号：{code}。如是代码，请改填其值。</translation>
    </message>
    <message>
        <source>The paste shows two values of {names}; the one nearest to what was sent is taken.</source>
        <translation>粘贴内容中 {names} 有两个值；取最接近实际发送的一个。</translation>
    </message>
    <message>
        <source>Tencent&apos;s typings of wx.requestPayment</source>
        <translation>腾讯的 wx.requestPayment 类型定义</translation>
    </message>
    <message>
        <source>QFPay: pay_params are passed on unchanged; paySign covers every one of them</source>
        <translation>QFPay：pay_params 须原样传递；paySign 涵盖其中每一项</translation>
    </message>
    <message>
        <source>{name} is not passed</source>
        <translation>没有传递 {name}</translation>
    </message>
    <message>
        <source>wx.requestPayment needs {name}. Pass it on from pay_params.</source>
        <translation>wx.requestPayment 需要 {name}。请从 pay_params 传递。</translation>
    </message>
    <message>
        <source>{name} is spelled {right}</source>
        <translation>{name} 应写作 {right}</translation>
    </message>
    <message>
        <source>WeChat reads {right} only, in exactly these letters. Rename {name}.</source>
        <translation>微信只读取 {right}，字母须完全一致。请重命名 {name}。</translation>
    </message>
    <message>
        <source>{name} is a number</source>
        <translation>{name} 是数字</translation>
    </message>
    <message>
        <source>wx.requestPayment takes text only. Pass {name} on as the text pay_params has.</source>
        <translation>wx.requestPayment 只接受字符串。请按 pay_params 中的字符串传递 {name}。</translation>
    </message>
    <message>
        <source>paySign is made with a key that only QFPay or its channel has. Pass it on.</source>
        <translation>paySign 所用的密钥只有 QFPay 或其渠道才有。请原样传递。</translation>
    </message>
    <message>
        <source>paySign covers {name} as the reply has it. Pass it on.</source>
        <translation>paySign 涵盖响应中的 {name}。请原样传递。</translation>
    </message>
    <message>
        <source>{name} is made anew: {code}</source>
        <translation>{name} 被重新生成：{code}</translation>
    </message>
    <message>
        <source>prepay_id= is missing in package</source>
        <translation>package 中缺少 prepay_id=</translation>
    </message>
    <message>
        <source>package is the text prepay_id= and the ID. Pass on package of pay_params as it is.</source>
        <translation>package 是 prepay_id= 加上该 ID。请原样传递 pay_params 中的 package。</translation>
    </message>
    <message>
        <source>{name}: {message}</source>
        <translation>{name}：{message}</translation>
    </message>
    <message>
        <source>Pass {name} on from pay_params unchanged.</source>
        <translation>请从 pay_params 原样传递 {name}。</translation>
    </message>
    <message>
        <source>{name} is written into the code</source>
        <translation>{name} 写死在代码中</translation>
    </message>
    <message>
        <source>It works only while the order has the same. Pass {name} on from pay_params.</source>
        <translation>只有订单的值相同时才有效。请从 pay_params 传递 {name}。</translation>
    </message>
    <message>
        <source>{name} differs from pay_params</source>
        <translation>{name} 与 pay_params 不同</translation>
    </message>
    <message>
        <source>The reply has {came}, the code passes {passed}. Pass it on unchanged.</source>
        <translation>响应中是 {came}，代码传递的是 {passed}。请原样传递。</translation>
    </message>
    <message>
        <source>Printed among the parameters, but read as what it is called, not as a parameter: {names}. If it was sent as a parameter, add it.</source>
        <translation>与参数一同输出，但按其名称理解，不作为参数读取：{names}。如曾作为参数发送，请添加。</translation>
    </message>
    <message>
        <source>This is what was answered, respcd {respcd}, not what was sent: paste the request.</source>
        <translation>这是响应（respcd {respcd}），不是所发送的内容：请粘贴请求。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>没有文本。</translation>
    </message>
    <message>
        <source>No request was recognised. Paste a curl command, an HTTP request, a form body, JSON, or the parameters as name=value lines.</source>
        <translation>未识别到请求。请粘贴 curl 命令、HTTP 请求、表单正文、JSON，或逐行的 name=value 参数。</translation>
    </message>
    <message>
        <source>The paste holds the client key. It is used here and written nowhere.</source>
        <translation>粘贴内容含有 client_key。仅在此处使用，不会写入任何地方。</translation>
    </message>
    <message>
        <source>Mandatory, but not in the paste: {names}.</source>
        <translation>必填，但粘贴内容中没有：{names}。</translation>
    </message>
    <message>
        <source>No signature was found.</source>
        <translation>未找到签名。</translation>
    </message>
    <message>
        <source>The sign type {type} is not documented: MD5 and SHA256 are.</source>
        <translation>签名类型 {type} 未见于文档：文档所载为 MD5 和 SHA256。</translation>
    </message>
    <message>
        <source>The address belongs to none of QFPay&apos;s environments: {host}.</source>
        <translation>该地址不属于 QFPay 的任何环境：{host}。</translation>
    </message>
    <message>
        <source>{name} stands {count} times; the first value is taken, all are kept.</source>
        <translation>{name} 出现 {count} 次；取第一个值，其余均保留。</translation>
    </message>
    <message>
        <source>{name} is no documented parameter; it is kept.</source>
        <translation>{name} 不是文档所载参数；予以保留。</translation>
    </message>
    <message>
        <source>The client key was sent as the parameter {name}: it must never travel.</source>
        <translation>client_key 以参数 {name} 发送了：绝不可传送 client_key。</translation>
    </message>
    <message>
        <source>Read as a signing string; the key was cut off its end.</source>
        <translation>按签名字符串读取；已从末尾截去密钥。</translation>
    </message>
    <message>
        <source>Read as a signing string; where the last value ends and a key begins cannot be told.</source>
        <translation>按签名字符串读取；无法判断最后一个值止于何处、密钥始于何处。</translation>
    </message>
    <message>
        <source>The address carries parameters too, beside the body: {names}.</source>
        <translation>除正文外，地址中也带有参数：{names}。</translation>
    </message>
    <message>
        <source>The parameters travel in the address, not in the body: {names}.</source>
        <translation>参数在地址中而非正文中：{names}。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>mandatory</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Choose a field to read its rule here.</source>
        <translation>选择一个字段，在此查看其规则。</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>来源：{source}。</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>A curl command, an HTTP request, a log, code, a Postman or HAR file: you will read why the signature differs, and get a proof to send back.

{keys}, or drop it here.</source>
        <translation>curl 命令、HTTP 请求、日志、代码、Postman 或 HAR 文件均可：您会看到签名为何不同，并得到可发回的证明。

按 {keys}，或拖放到此处。</translation>
    </message>
    <message>
        <source>Paste what the merchant sent</source>
        <translation>粘贴商户发送的内容</translation>
    </message>
    <message>
        <source>Paste …</source>
        <translation>粘贴…</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>Hide the client key</source>
        <translation>隐藏 client_key</translation>
    </message>
    <message>
        <source>Show the client key</source>
        <translation>显示 client_key</translation>
    </message>
</context>
<context>
    <name>KeyPlace</name>
    <message>
        <source>Ask again</source>
        <translation>再次查询</translation>
    </message>
    <message>
        <source>Built in: made-up keys, known only to the simulator on this machine.</source>
        <translation>内置：虚构密钥，仅本机模拟器认得。</translation>
    </message>
    <message>
        <source>This profile is kept for this session only. It is in no file and no keychain.</source>
        <translation>此配置仅在本次会话中保留，不在任何文件或钥匙串中。</translation>
    </message>
    <message>
        <source>This profile is in the keychain: {place}</source>
        <translation>此配置在钥匙串中：{place}</translation>
    </message>
    <message>
        <source>Saving puts the keys here, never in a file: {place}</source>
        <translation>保存后密钥存于此处，绝不写入文件：{place}</translation>
    </message>
    <message>
        <source>Keys go to the system&apos;s keychain, never in a file; without one, to this session only.</source>
        <translation>密钥存入系统的钥匙串，绝不写入文件；没有钥匙串时仅保留于本次会话。</translation>
    </message>
    <message>
        <source>Ask the keychain again, and give it what only this session holds</source>
        <translation>再次查询钥匙串，并将仅本次会话保留的内容交给它</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>The keychain failed in an unknown way ({name}). Keys are kept for this session only.</source>
        <translation>钥匙串发生未知错误（{name}）。密钥仅在本次会话中保留。</translation>
    </message>
    <message>
        <source>Asking the keychain …</source>
        <translation>正在询问钥匙串…</translation>
    </message>
    <message>
        <source>Saved: {keychain}</source>
        <translation>已保存：{keychain}</translation>
    </message>
    <message>
        <source>The keychain holds another profile named “{name}”. Yours is now called “{new}” and is kept for this session only: save it again to keep it.</source>
        <translation>钥匙串中已有另一个名为“{name}”的配置。您的配置现名为“{new}”，仅在本次会话中保留：如要保留，请再次保存。</translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation>macOS 钥匙串</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windows 凭据管理器</translation>
    </message>
    <message>
        <source>GNOME Keyring / Secret Service</source>
        <translation>GNOME 密钥环 / Secret Service</translation>
    </message>
    <message>
        <source>KWallet</source>
        <translation>KWallet</translation>
    </message>
    <message>
        <source>this computer offers no keychain. On Linux start GNOME Keyring, KWallet or another Secret Service and log in to a desktop session; then start QFPay Tester again.</source>
        <translation>本机没有钥匙串。在 Linux 上请启动 GNOME Keyring、KWallet 或其他 Secret Service 并登录桌面会话，然后重新启动 QFPay Tester。</translation>
    </message>
    <message>
        <source>the keyring library is set to “{module}”, which is not the operating system&apos;s keychain and may write keys to a readable file. Remove that choice (PYTHON_KEYRING_BACKEND or keyringrc.cfg) and start QFPay Tester again.</source>
        <translation>keyring 库被设为“{module}”，它不是操作系统的钥匙串，可能把密钥写入可读文件。请取消该设置（PYTHON_KEYRING_BACKEND 或 keyringrc.cfg），再重新启动 QFPay Tester。</translation>
    </message>
    <message>
        <source>Keys cannot be stored: {reason} Until then keys are kept for this session only.</source>
        <translation>无法保存密钥：{reason}在此之前，密钥仅在本次会话中保留。</translation>
    </message>
    <message>
        <source>The keychain is locked and was not unlocked. Unlock it (answer its question, open the system&apos;s keychain program, or log in again), then try again.</source>
        <translation>钥匙串已锁定，未能解锁。请解锁（回应其提示、打开系统的钥匙串程序，或重新登录）后再试。</translation>
    </message>
    <message>
        <source>The keychain&apos;s question was dismissed or denied, so nothing was read or changed. Try again and allow access for QFPay Tester.</source>
        <translation>钥匙串的提示被关闭或拒绝，因此未读取也未更改任何内容。请重试并允许 QFPay Tester 访问。</translation>
    </message>
    <message>
        <source>The keychain did not answer within {seconds} seconds. It may be waiting for you to unlock it in another window: unlock it, then try again. Until then keys are kept for this session only.</source>
        <translation>钥匙串在 {seconds} 秒内没有响应，可能正在另一窗口等您解锁：请解锁后再试。在此之前，密钥仅在本次会话中保留。</translation>
    </message>
    <message>
        <source>The keychain answered with an error ({kind}). Try again; if it stays, look for the service name “QFPay Tester” in the system&apos;s keychain program.</source>
        <translation>钥匙串返回错误（{kind}）。请重试；如仍出错，请在系统的钥匙串程序中查找服务名“QFPay Tester”。</translation>
    </message>
    <message>
        <source>A profile named “{name}” exists already (capital letters make no difference). Choose another name, or delete that profile first.</source>
        <translation>已有名为“{name}”的配置（不区分大小写）。请换一个名称，或先删除该配置。</translation>
    </message>
    <message>
        <source>No profile named “{name}” is kept here. It may have been deleted or renamed in another window: choose one from the list, or enter its credentials again.</source>
        <translation>此处没有名为“{name}”的配置，可能已在另一窗口删除或改名：请从列表中选择，或重新输入其凭证。</translation>
    </message>
    <message>
        <source>The keychain&apos;s entry “{name}” of “QFPay Tester” is damaged. It was left as it is. Delete it in the system&apos;s keychain program, then enter the credentials again.</source>
        <translation>钥匙串中“QFPay Tester”的条目“{name}”已损坏，现保持原样。请在系统的钥匙串程序中删除，再重新输入凭证。</translation>
    </message>
    <message>
        <source>the system&apos;s keychain could not be opened. Install or start one (on Linux: GNOME Keyring, KWallet or another Secret Service), then start QFPay Tester again.</source>
        <translation>无法打开系统的钥匙串。请安装或启动一个（Linux 上：GNOME Keyring、KWallet 或其他 Secret Service），再重新启动 QFPay Tester。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a profile. Use 1 to 64 characters on one line, not starting with “(”.</source>
        <translation>“{name}”不能用作配置名称。请用 1 至 64 个字符，单行，不以“(”开头。</translation>
    </message>
    <message>
        <source>The profile “{name}” takes {size} characters in the keychain; 1280 is the most that every system keeps. Check app_code, client_key and mchid for text that was pasted by mistake.</source>
        <translation>配置“{name}”在钥匙串中占 {size} 个字符；各系统都能保存的上限是 1280。请检查 app_code、client_key 和 mchid 是否误贴了文本。</translation>
    </message>
    <message>
        <source>Memory only, until QFPay Tester is closed</source>
        <translation>仅存于内存，直至关闭 QFPay Tester</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>系统的钥匙串</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Merchant&apos;s case</source>
        <translation>商户个案</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
</context>
<context>
    <name>MerchantLines</name>
    <message>
        <source>App code</source>
        <translation>应用代码</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>Credentials …</source>
        <translation>凭证…</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>Examine</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Choose credentials …</source>
        <translation>选择凭证…</translation>
    </message>
    <message>
        <source>The merchant&apos;s signature</source>
        <translation>商户的签名</translation>
    </message>
    <message>
        <source>The merchant&apos;s X-QF-SIGN</source>
        <translation>商户的 X-QF-SIGN</translation>
    </message>
    <message>
        <source>Signature and client key are missing</source>
        <translation>缺少签名和 client_key</translation>
    </message>
    <message>
        <source>The client key is missing</source>
        <translation>缺少 client_key</translation>
    </message>
    <message>
        <source>The merchant&apos;s signature is missing</source>
        <translation>缺少商户的签名</translation>
    </message>
    <message>
        <source>The request is in the draft. To name the cause, its signature is compared with the right one.</source>
        <translation>请求已在草稿中。要找出原因，须将其签名与正确的签名比较。</translation>
    </message>
    <message>
        <source>The request is in the draft. Choose the profile whose key the merchant signs with.</source>
        <translation>请求已在草稿中。请选择商户签名所用密钥对应的配置。</translation>
    </message>
</context>
<context>
    <name>OptionsMenu</name>
    <message>
        <source>Send although empty</source>
        <translation>为空仍发送</translation>
    </message>
    <message>
        <source>Leave out (keep the value)</source>
        <translation>略去（保留值）</translation>
    </message>
    <message>
        <source>Copy {name}=value</source>
        <translation>复制 {name}=值</translation>
    </message>
    <message>
        <source>Copied: {name}, {count} characters</source>
        <translation>已复制：{name}，{count} 个字符</translation>
    </message>
</context>
<context>
    <name>OutcomeBox</name>
    <message>
        <source>What the simulator answers</source>
        <translation>模拟器的响应</translation>
    </message>
    <message>
        <source>What the simulator answers to the next requests</source>
        <translation>模拟器对后续请求的响应</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已复制：{what}，{count} 个字符</translation>
    </message>
</context>
<context>
    <name>ParametersTable</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Use as draft and examine</source>
        <translation>用作草稿并检查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Paste what the merchant sent</source>
        <translation>粘贴商户发送的内容</translation>
    </message>
    <message>
        <source>Nothing is sent. The text is not kept.</source>
        <translation>不会发送任何内容。文本不会保留。</translation>
    </message>
    <message>
        <source>Ctrl+Return. Undo brings the present draft back</source>
        <translation>Ctrl+Return。撤销可恢复当前草稿</translation>
    </message>
</context>
<context>
    <name>PasteEdit</name>
    <message>
        <source>What the merchant sent</source>
        <translation>商户发送的内容</translation>
    </message>
    <message>
        <source>Paste what the merchant sent, or drop a file here: a curl command, an HTTP request, a form body, JSON, Postman, HAR, a log, code, or the signing string.</source>
        <translation>请粘贴商户发送的内容，或将文件拖放到此处：curl 命令、HTTP 请求、表单正文、JSON、Postman、HAR、日志、代码或签名字符串。</translation>
    </message>
</context>
<context>
    <name>PayParams</name>
    <message>
        <source>32 hexadecimal digits</source>
        <translation>32 位十六进制数字</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 位十六进制数字</translation>
    </message>
    <message>
        <source>344 characters of base64</source>
        <translation>344 个 base64 字符</translation>
    </message>
    <message>
        <source>a number: wx.requestPayment takes text only, and iOS refuses a number</source>
        <translation>是数字：wx.requestPayment 只接受字符串，iOS 会拒绝数字</translation>
    </message>
    <message>
        <source>not a text: wx.requestPayment takes text only</source>
        <translation>不是字符串：wx.requestPayment 只接受字符串</translation>
    </message>
    <message>
        <source>empty: WeChat needs a value here</source>
        <translation>为空：微信要求此处有值</translation>
    </message>
    <message>
        <source>the word {word}: no value at all, turned into text</source>
        <translation>文字 {word}：其实没有值，被转成了字符串</translation>
    </message>
    <message>
        <source>character {place} is {one}: WeChat&apos;s values are plain ASCII without spaces</source>
        <translation>第 {place} 个字符是 {one}：微信的值只含 ASCII 字符，不含空格</translation>
    </message>
    <message>
        <source>18 characters, as WeChat&apos;s are; only the Mini Program with this appid can pay</source>
        <translation>18 个字符，格式正确；仅此小程序可付款</translation>
    </message>
    <message>
        <source>gh_… is a Mini Program&apos;s original ID; its appid begins with wx</source>
        <translation>gh_… 是小程序的原始 ID；appid 以 wx 开头</translation>
    </message>
    <message>
        <source>{count} characters, unlike WeChat&apos;s: wx and 16 lower-case hexadecimal digits</source>
        <translation>{count} 个字符，与微信不符：应为 wx 加 16 位小写十六进制数字</translation>
    </message>
    <message>
        <source>not a number of seconds since 1970, such as 1593746074</source>
        <translation>不是 1970 年起的秒数，正确如 1593746074</translation>
    </message>
    <message>
        <source>13 digits are milliseconds: WeChat counts seconds, 10 digits</source>
        <translation>13 位是毫秒：微信按秒计，10 位数字</translation>
    </message>
    <message>
        <source>{count} digits: seconds since 1970 have 10</source>
        <translation>{count} 位数字：1970 年起的秒数为 10 位</translation>
    </message>
    <message>
        <source>text, {ahead} ahead of this computer&apos;s clock: compare the clocks</source>
        <translation>字符串，比本机时钟快 {ahead}：请核对两边时钟</translation>
    </message>
    <message>
        <source>text, {ahead} ahead of this computer&apos;s clock</source>
        <translation>字符串，比本机时钟快 {ahead}</translation>
    </message>
    <message>
        <source>text, {age} old: a prepay_id lives 2 hours, order again with a new out_trade_no</source>
        <translation>字符串，已过 {age}：prepay_id 有效 2 小时，请用新的 out_trade_no 重新下单</translation>
    </message>
    <message>
        <source>text, {age} old</source>
        <translation>字符串，已过 {age}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{count} characters: WeChat takes at most 32</source>
        <translation>{count} 个字符：微信最多接受 32 个</translation>
    </message>
    <message>
        <source>{count} characters of at most 32</source>
        <translation>{count} 个字符，上限 32</translation>
    </message>
    <message>
        <source>Sign=WXPay belongs to WeChat&apos;s app SDK: was pay_type 800213 sent?</source>
        <translation>Sign=WXPay 属于微信 App SDK：发送的 pay_type 是 800213 吗？</translation>
    </message>
    <message>
        <source>a bare prepay_id: prepay_id= is missing before it</source>
        <translation>只有 prepay_id 的值：前面缺少 prepay_id=</translation>
    </message>
    <message>
        <source>does not begin with prepay_id=, in exactly these letters</source>
        <translation>没有以 prepay_id= 开头（大小写须完全一致）</translation>
    </message>
    <message>
        <source>nothing after prepay_id=: no order stands behind it</source>
        <translation>prepay_id= 之后为空：没有对应的订单</translation>
    </message>
    <message>
        <source>prepay_id= stands twice</source>
        <translation>prepay_id= 出现了两次</translation>
    </message>
    <message>
        <source>a prepay_id has letters and digits only: something was added or encoded</source>
        <translation>prepay_id 只含字母和数字：多了内容或被编码</translation>
    </message>
    <message>
        <source>prepay_id= and {count} characters</source>
        <translation>prepay_id= 加 {count} 个字符</translation>
    </message>
    <message>
        <source>prepay_id= and {count} characters; WeChat&apos;s own begin with wx</source>
        <translation>prepay_id= 加 {count} 个字符；微信的以 wx 开头</translation>
    </message>
    <message>
        <source>paySign must be {shape}</source>
        <translation>paySign 须为 {shape}</translation>
    </message>
    <message>
        <source>WeChat spells it {alike}</source>
        <translation>微信的写法是 {alike}</translation>
    </message>
    <message>
        <source>not known to WeChat: MD5, HMAC-SHA256 and RSA are</source>
        <translation>微信不支持：只接受 MD5、HMAC-SHA256 和 RSA</translation>
    </message>
    <message>
        <source>{count} characters, not judged: WeChat does not know this signType</source>
        <translation>{count} 个字符，无法判断：微信不支持此 signType</translation>
    </message>
    <message>
        <source>{count} characters do not fit: {wanted} gives {shape}</source>
        <translation>{count} 个字符不符：{wanted} 应为 {shape}</translation>
    </message>
    <message>
        <source>looks like {looks}, but without signType WeChat takes MD5</source>
        <translation>像是 {looks}，但没有 signType 时微信按 MD5 处理</translation>
    </message>
    <message>
        <source>looks like {looks}, but signType says {wanted}: WeChat will refuse it</source>
        <translation>像是 {looks}，但 signType 写的是 {wanted}：微信会拒绝</translation>
    </message>
    <message>
        <source>{type}: {count} hexadecimal digits</source>
        <translation>{type}：{count} 位十六进制数字</translation>
    </message>
    <message>
        <source>{type}: {count} hexadecimal digits, in lower case where WeChat&apos;s are upper case</source>
        <translation>{type}：{count} 位十六进制数字，小写；微信的为大写</translation>
    </message>
    <message>
        <source>RSA: 344 characters of base64</source>
        <translation>RSA：344 个 base64 字符</translation>
    </message>
    <message>
        <source>RSA: {count} characters of base64, where WeChat&apos;s 2048-bit keys give 344</source>
        <translation>RSA：{count} 个 base64 字符；微信的 2048 位密钥为 344 个</translation>
    </message>
    <message>
        <source>missing: {other} came instead, which WeChat does not read as {name}</source>
        <translation>缺失：收到的是 {other}，微信不会当作 {name}</translation>
    </message>
    <message>
        <source>absent: WeChat then takes MD5</source>
        <translation>未提供：微信按 MD5 处理</translation>
    </message>
    <message>
        <source>missing: which Mini Program may pay cannot be seen; ask QFPay for the bound appid</source>
        <translation>缺失：看不出哪个小程序可以付款；请向 QFPay 询问绑定的 appid</translation>
    </message>
    <message>
        <source>missing: wx.requestPayment cannot do without it</source>
        <translation>缺失：wx.requestPayment 必须有此项</translation>
    </message>
    <message>
        <source>belongs to WeChat&apos;s app SDK: a Mini Program has no such member</source>
        <translation>属于微信 App SDK：小程序没有此成员</translation>
    </message>
    <message>
        <source>the app SDK&apos;s name: a Mini Program has {right}</source>
        <translation>App SDK 的名称：小程序用 {right}</translation>
    </message>
    <message>
        <source>misspelled: WeChat reads {right} only</source>
        <translation>拼写有误：微信只认 {right}</translation>
    </message>
    <message>
        <source>not a member wx.requestPayment knows: ignored</source>
        <translation>wx.requestPayment 没有此成员：会被忽略</translation>
    </message>
</context>
<context>
    <name>PayParamsPage</name>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copy pay_params as the object a Mini Program expects</source>
        <translation>将 pay_params 复制为小程序所需的对象</translation>
    </message>
    <message>
        <source>pay_params as JSON</source>
        <translation>pay_params（JSON）</translation>
    </message>
</context>
<context>
    <name>PayParamsTable</name>
    <message>
        <source>Copied: the value of {name}</source>
        <translation>已复制：{name} 的值</translation>
    </message>
    <message>
        <source>Copied: {count} names and values</source>
        <translation>已复制：{count} 组名称和值</translation>
    </message>
    <message>
        <source>pay_params</source>
        <translation>pay_params</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>复制名称和值</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>其他参数</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Optional ({count} set)</source>
        <translation>选填（已填 {count} 项）</translation>
    </message>
    <message>
        <source>Further parameters ({count})</source>
        <translation>其他参数（{count}）</translation>
    </message>
</context>
<context>
    <name>PersonEditor</name>
    <message>
        <source>Real name</source>
        <translation>真实姓名</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Write the name as \uXXXX</source>
        <translation>姓名写作 \uXXXX</translation>
    </message>
    <message>
        <source>Signed text of extend_info</source>
        <translation>extend_info 的签名文本</translation>
    </message>
    <message>
        <source>The signed text</source>
        <translation>参与签名的文本</translation>
    </message>
</context>
<context>
    <name>ProfileBox</name>
    <message>
        <source>Credentials profile</source>
        <translation>凭证配置</translation>
    </message>
    <message>
        <source>Credentials … (Ctrl+K)</source>
        <translation>凭证… (Ctrl+K)</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>No credentials</source>
        <translation>没有凭证</translation>
    </message>
    <message>
        <source>asking keychain …</source>
        <translation>正在查询钥匙串…</translation>
    </message>
    <message>
        <source>made-up keys</source>
        <translation>虚构密钥</translation>
    </message>
    <message>
        <source>key in keychain</source>
        <translation>密钥在钥匙串</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>仅本次会话</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Profile name</source>
        <translation>配置名称</translation>
    </message>
    <message>
        <source>App code</source>
        <translation>应用代码</translation>
    </message>
    <message>
        <source>Merchant ID</source>
        <translation>商户号</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Sign type</source>
        <translation>签名类型</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;App code</source>
        <translation>应用代码(&amp;A)</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>客户端密钥(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Merchant ID</source>
        <translation>商户号(&amp;M)</translation>
    </message>
    <message>
        <source>Sign &amp;type</source>
        <translation>签名类型(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{where}; in use</source>
        <translation>{where}；使用中</translation>
    </message>
    <message>
        <source>Built in, with made-up keys</source>
        <translation>内置，虚构密钥</translation>
    </message>
    <message>
        <source>Key in the keychain</source>
        <translation>密钥在钥匙串中</translation>
    </message>
    <message>
        <source>Kept for this session only</source>
        <translation>仅本次会话保留</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>From QFPay: 32 characters, sent with every request</source>
        <translation>由 QFPay 提供：32 个字符，随每个请求发送</translation>
    </message>
    <message>
        <source>From QFPay: 32 characters, secret; it signs and is never sent</source>
        <translation>由 QFPay 提供：32 个字符，机密；用于签名，绝不发送</translation>
    </message>
    <message>
        <source>Only if QFPay assigned one; else leave it empty</source>
        <translation>仅当 QFPay 已分配时填写，否则留空</translation>
    </message>
    <message>
        <source>A whole block: {named}</source>
        <translation>粘贴了一整段：{named}</translation>
    </message>
    <message>
        <source>Spaces or invisible characters, probably from copying</source>
        <translation>含空格或不可见字符，可能是复制时带入的</translation>
    </message>
    <message>
        <source>The same as the app code: look the key up again</source>
        <translation>与应用代码相同：请重新查找密钥</translation>
    </message>
    <message>
        <source>Holds characters that are not ASCII</source>
        <translation>含非 ASCII 字符</translation>
    </message>
    <message>
        <source>{count} characters; usually there are 32</source>
        <translation>{count} 个字符；通常为 32 个</translation>
    </message>
    <message>
        <source>32 characters, usually all of them 0–9 or A–F</source>
        <translation>32 个字符，通常均为 0–9 或 A–F</translation>
    </message>
    <message>
        <source>32 characters</source>
        <translation>32 个字符</translation>
    </message>
    <message>
        <source>As you want to see it in the list</source>
        <translation>列表中显示的名称</translation>
    </message>
    <message>
        <source>Not to be changed here. Duplicate it to make your own</source>
        <translation>此处不可更改。请创建副本后自行修改</translation>
    </message>
    <message>
        <source>Usually MD5. SHA256 is announced in a header</source>
        <translation>通常为 MD5。SHA256 会在请求头中声明</translation>
    </message>
    <message>
        <source>Delete the profile “{name}”?</source>
        <translation>删除配置“{name}”？</translation>
    </message>
    <message>
        <source>Its app code and client key are deleted from this program and from the keychain. This cannot be undone: to use them again you need them from QFPay.</source>
        <translation>其应用代码和客户端密钥会从本程序及钥匙串中删除。此操作无法撤销：要再次使用，须向 QFPay 索取。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Keep the profile and sign with it (Ctrl+S)</source>
        <translation>保存此配置并用它签名 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Sign with this profile (or double-click it)</source>
        <translation>用此配置签名（或双击）</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建配置</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>QFPay signature check</source>
        <translation>QFPay 签名检查</translation>
    </message>
    <message>
        <source>Made by QFPay Tester {version} at {time}. Environment: {environment}.</source>
        <translation>由 QFPay Tester {version} 于 {time} 生成。环境：{environment}。</translation>
    </message>
    <message>
        <source>The rule: sort the parameters by name, join name=value with &amp; and raw values, append the client key, take the upper-case {sign_type} of the UTF-8 bytes.</source>
        <translation>规则：按名称排列参数，用 &amp; 连接 name=value（值为原样），末尾接上 client_key，取其 UTF-8 字节的大写 {sign_type}。</translation>
    </message>
    <message>
        <source>The client key has {length} characters and is masked; its fingerprint is {fingerprint}.</source>
        <translation>client_key 有 {length} 个字符，已遮盖；其指纹为 {fingerprint}。</translation>
    </message>
    <message>
        <source>There was no client key: the signature is that of the parameters alone.</source>
        <translation>没有 client_key：此签名只涵盖参数。</translation>
    </message>
    <message>
        <source>Personal data and keys are masked in: {names}. Signatures are those of the real values.</source>
        <translation>以下各项中的个人数据和密钥已遮盖：{names}。签名则按真实值计算。</translation>
    </message>
    <message>
        <source>The first difference is at character {place}.</source>
        <translation>第一处差异在第 {place} 个字符。</translation>
    </message>
    <message>
        <source>The first difference is at character {place}, inside what is masked.</source>
        <translation>第一处差异在第 {place} 个字符，位于被遮盖的内容中。</translation>
    </message>
    <message>
        <source>Signing code for this request</source>
        <translation>此请求的签名代码</translation>
    </message>
    <message>
        <source>Each program reads the client key from the environment variable QFPAY_CLIENT_KEY and prints the signature. It sends the request once, and only where the signature is the expected one. With QFPAY_DRY_RUN=1 nothing is sent.</source>
        <translation>每个程序都从环境变量 QFPAY_CLIENT_KEY 读取 client_key，并输出签名。只有签名与预期一致时才发送请求，且只发送一次。设定 QFPAY_DRY_RUN=1 时不发送任何内容。</translation>
    </message>
    <message>
        <source>The merchant’s signature is right.</source>
        <translation>商户的签名正确。</translation>
    </message>
    <message>
        <source>The merchant’s signature is not the one of this request.</source>
        <translation>商户的签名与此请求不符。</translation>
    </message>
    <message>
        <source>Each of these explains it equally well:</source>
        <translation>以下每一项都同样能解释：</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>签名的内容</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>Right signature</source>
        <translation>正确的签名</translation>
    </message>
    <message>
        <source>Merchant’s signature</source>
        <translation>商户的签名</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>It was sent with another signature than the right one.</source>
        <translation>发送时所带的签名与正确的不同。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>This is JSON, but no proof of QFPay Tester.</source>
        <translation>这是 JSON，但不是 QFPay Tester 的证明。</translation>
    </message>
    <message>
        <source>This is no JSON file: {place}.</source>
        <translation>这不是 JSON 文件：{place}。</translation>
    </message>
    <message>
        <source>The file is of another version ({version}): what is new in it is passed over.</source>
        <translation>此文件属于另一版本（{version}）：其中的新内容已略过。</translation>
    </message>
    <message>
        <source>Masked in the file, so enter the real value again: {names}.</source>
        <translation>文件中已遮盖，请重新填写真实值：{names}。</translation>
    </message>
    <message>
        <source>Some parameters in the file cannot be read and are left out.</source>
        <translation>文件中有部分参数无法读取，已略去。</translation>
    </message>
    <message>
        <source>{sentence}</source>
        <translation>{sentence}</translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message>
        <source>Reveal personal data</source>
        <translation>显示个人数据</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未保存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Proof to send back</source>
        <translation>可发回的证明</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Name and ID in extend_info; the key is never in it</source>
        <translation>extend_info 中的姓名和证件号码；绝不含密钥</translation>
    </message>
    <message>
        <source>Signing code in</source>
        <translation>签名代码语言</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>The client key is never in it: a mark as long as the key and a short fingerprint stand for it.</source>
        <translation>绝不含 client_key：以等长的标记和简短的指纹代替。</translation>
    </message>
    <message>
        <source>Copied: the proof as {form}</source>
        <translation>已复制：证明（{form}）</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>保存证明</translation>
    </message>
</context>
<context>
    <name>RawPage</name>
    <message>
        <source>Laid out</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>Lay JSON out for reading; off: the body as it came</source>
        <translation>将 JSON 排版以便阅读；关闭则显示收到的原文</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>Copy the body as it came</source>
        <translation>复制收到的正文原文</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>原始响应</translation>
    </message>
    <message>
        <source>No reply came. Sent shows what was sent, Checks where it ended.</source>
        <translation>没有收到响应。“已发送”显示发送的内容，“检查”显示止于何处。</translation>
    </message>
    <message>
        <source>body of the reply</source>
        <translation>响应正文</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>The text the merchant hashed, with or without the key</source>
        <translation>商户计算哈希所用的文本，含或不含密钥</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>签名字符串</translation>
    </message>
    <message>
        <source>not found: paste it here, if you have it</source>
        <translation>未找到：如有请粘贴于此</translation>
    </message>
    <message>
        <source>found in the paste</source>
        <translation>已在粘贴内容中找到</translation>
    </message>
    <message>
        <source>what the merchant hashed, if you have it</source>
        <translation>商户计算哈希所用的内容（如有）</translation>
    </message>
    <message>
        <source>A call of wx.requestPayment</source>
        <translation>wx.requestPayment 调用</translation>
    </message>
    <message>
        <source>Nothing recognised yet</source>
        <translation>尚未识别到内容</translation>
    </message>
    <message>
        <source>This program failed while reading.</source>
        <translation>本程序在读取时出错。</translation>
    </message>
    <message>
        <source>It is used for this examination only and never kept. The merchant should change it.</source>
        <translation>只用于本次检查，绝不保存。商户应更换它。</translation>
    </message>
    <message>
        <source>The paste holds the client key.</source>
        <translation>粘贴内容含有 client_key。</translation>
    </message>
    <message>
        <source>The call of wx.requestPayment passes everything on as it should.</source>
        <translation>wx.requestPayment 调用已按要求传递所有内容。</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>{name} came back as {received}; sent was {sent}</source>
        <translation>{name} 返回的是 {received}；发送的是 {sent}</translation>
    </message>
    <message>
        <source>A reply repeats the request’s own values. Make sure this reply belongs to this request, and query out_trade_no before the payer pays.</source>
        <translation>响应会回传请求中的值。请确认此响应属于此请求，并在付款人付款前查询 out_trade_no。</translation>
    </message>
    <message>
        <source>The reply is not UTF-8, from byte {place} on</source>
        <translation>响应从第 {place} 字节起不是 UTF-8</translation>
    </message>
    <message>
        <source>What cannot be read is shown as �. QFPay answers in UTF-8: a proxy may have changed it.</source>
        <translation>无法读取之处显示为 �。QFPay 以 UTF-8 响应：可能被代理改动。</translation>
    </message>
    <message>
        <source>The reply was too long and is cut off</source>
        <translation>响应过长，已截断</translation>
    </message>
    <message>
        <source>Only its beginning was read. Query out_trade_no to learn the outcome.</source>
        <translation>只读取了开头部分。请查询 out_trade_no 了解结果。</translation>
    </message>
    <message>
        <source>The reply begins with a byte order mark</source>
        <translation>响应以字节顺序标记（BOM）开头</translation>
    </message>
    <message>
        <source>It was left out here; a strict JSON reader in the merchant’s code refuses it.</source>
        <translation>此处已略去；商户代码中严格的 JSON 解析器会拒绝。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真或假</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值 null</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>The reply is not strict JSON: {problem}</source>
        <translation>响应不是严格的 JSON：{problem}</translation>
    </message>
    <message>
        <source>It was read all the same; a strict JSON reader in the merchant’s code refuses it.</source>
        <translation>仍已读取；商户代码中严格的 JSON 解析器会拒绝。</translation>
    </message>
    <message>
        <source>Written more than once: {names}</source>
        <translation>重复书写：{names}</translation>
    </message>
    <message>
        <source>The last value counts here; another JSON reader may take the first one.</source>
        <translation>此处取最后一个值；其他 JSON 解析器可能取第一个。</translation>
    </message>
    <message>
        <source>respcd is not text: {value}</source>
        <translation>respcd 不是字符串：{value}</translation>
    </message>
    <message>
        <source>QFPay documents respcd as four characters of text, such as &quot;0000&quot;.</source>
        <translation>QFPay 规定 respcd 为四个字符的字符串，例如 &quot;0000&quot;。</translation>
    </message>
    <message>
        <source>Two different values, outside and inside data: {names}</source>
        <translation>data 内外的值不同：{names}</translation>
    </message>
    <message>
        <source>The value outside data counts here. Show QFPay support the raw reply.</source>
        <translation>此处取 data 之外的值。请将原始响应交 QFPay 支持人员查看。</translation>
    </message>
    <message>
        <source>{name} came as {kind}, not as text</source>
        <translation>{name} 是{kind}，而非字符串</translation>
    </message>
    <message>
        <source>wx.requestPayment takes text only, and iOS refuses a number. Turn it into text without changing a character; the snippet here does.</source>
        <translation>wx.requestPayment 只接受字符串，iOS 会拒绝数字。请原样转成字符串；此处的代码片段已处理。</translation>
    </message>
    <message>
        <source>pay_params stands inside data</source>
        <translation>pay_params 位于 data 内</translation>
    </message>
    <message>
        <source>Documented is the top level: code that reads pay_params there finds nothing.</source>
        <translation>文档写明在顶层：在顶层读取 pay_params 的代码会找不到。</translation>
    </message>
    <message>
        <source>pay_params is JSON inside a text</source>
        <translation>pay_params 是字符串中的 JSON</translation>
    </message>
    <message>
        <source>Documented is an object. The merchant’s code has to parse this text before it reads a member.</source>
        <translation>文档写明是对象。商户代码须先解析此字符串，才能读取成员。</translation>
    </message>
    <message>
        <source>pay_params is a web address</source>
        <translation>pay_params 是网址</translation>
    </message>
    <message>
        <source>That is how other pay types answer. A Mini Program needs pay_type 800213.</source>
        <translation>其他支付方式才这样返回。小程序须用 pay_type 800213。</translation>
    </message>
    <message>
        <source>pay_params is not an object with members</source>
        <translation>pay_params 不是含成员的对象</translation>
    </message>
    <message>
        <source>A Mini Program cannot pay with it. Show QFPay support the raw reply.</source>
        <translation>小程序无法用它付款。请将原始响应交 QFPay 支持人员查看。</translation>
    </message>
</context>
<context>
    <name>ReplyPanel</name>
    <message>
        <source>Reply</source>
        <translation>响应</translation>
    </message>
</context>
<context>
    <name>ReplySignature</name>
    <message>
        <source>upper-case</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>lower-case</source>
        <translation>小写</translation>
    </message>
    <message>
        <source>mixed-case</source>
        <translation>大小写混合</translation>
    </message>
    <message>
        <source>The reply’s signature matches.</source>
        <translation>响应的签名相符。</translation>
    </message>
    <message>
        <source>The reply’s signature does not match.</source>
        <translation>响应的签名不符。</translation>
    </message>
    <message>
        <source>X-QF-SIGN is the {case} {digest} of the body as received with the client key behind it.</source>
        <translation>X-QF-SIGN 是收到的正文末尾拼接 client_key 后的{case} {digest}。</translation>
    </message>
    <message>
        <source>X-QF-SIGN is the {case} {digest} of the reply’s sorted fields with the client key behind them.</source>
        <translation>X-QF-SIGN 是响应字段排序后、末尾拼接 client_key 的{case} {digest}。</translation>
    </message>
    <message>
        <source>{detail} X-QF-SIGNTYPE says {sign_type}, though.</source>
        <translation>{detail}但 X-QF-SIGNTYPE 写的是 {sign_type}。</translation>
    </message>
    <message>
        <source>Neither the body as received nor its sorted fields give X-QF-SIGN. Either the client key is another one than QFPay used, or a proxy changed the body on its way. Do not rely on this reply: query the order.</source>
        <translation>收到的正文及其排序后的字段都得不出 X-QF-SIGN。要么 client_key 与 QFPay 所用的不同，要么代理在途中改动了正文。请勿依赖此响应：请查询订单。</translation>
    </message>
    <message>
        <source>X-QF-SIGN has {length} characters; MD5 has 32 and SHA256 has 64. A proxy may have changed the header.</source>
        <translation>X-QF-SIGN 有 {length} 个字符；MD5 为 32 个，SHA256 为 64 个。可能被代理改动。</translation>
    </message>
    <message>
        <source>The reply is not signed.</source>
        <translation>响应没有签名。</translation>
    </message>
    <message>
        <source>It has no X-QF-SIGN header. QFPay may leave it out of a reply; a notification always has it.</source>
        <translation>没有 X-QF-SIGN 响应头。QFPay 的响应可以没有；通知则一定有。</translation>
    </message>
    <message>
        <source>The reply’s signature was not checked.</source>
        <translation>未核对响应的签名。</translation>
    </message>
    <message>
        <source>It is signed, but there is no client key here to check it with.</source>
        <translation>响应有签名，但此处没有 client_key 可供核对。</translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <source>No reply came, so there are no pay_params.</source>
        <translation>没有收到响应，因此没有 pay_params。</translation>
    </message>
    <message>
        <source>pay_params come with a payment only; this was a {endpoint} request.</source>
        <translation>只有付款请求会返回 pay_params；这是 {endpoint} 请求。</translation>
    </message>
    <message>
        <source>The reply is nothing QFPay writes, so it brings no pay_params: see the raw reply.</source>
        <translation>响应不是 QFPay 的格式，因此没有 pay_params：请看原始响应。</translation>
    </message>
    <message>
        <source>The reply has neither respcd nor pay_params: something other than QFPay answered.</source>
        <translation>响应既无 respcd 也无 pay_params：回应者不是 QFPay。</translation>
    </message>
    <message>
        <source>pay_params come with respcd 0000 only; this reply says {respcd}.</source>
        <translation>只有 respcd 0000 才返回 pay_params；此响应为 {respcd}。</translation>
    </message>
    <message>
        <source>{headline}. {detail}</source>
        <translation>{headline}。{detail}</translation>
    </message>
    <message>
        <source>pay_params belong to pay_type 800213; sent was {pay_type}.</source>
        <translation>pay_params 属于 pay_type 800213；发送的是 {pay_type}。</translation>
    </message>
    <message>
        <source>respcd is 0000, yet there are no pay_params: show QFPay support the raw reply.</source>
        <translation>respcd 为 0000，却没有 pay_params：请将原始响应交 QFPay 支持人员查看。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>{whole}, {field}</source>
        <translation>{whole}，{field}</translation>
    </message>
    <message>
        <source>{name}: {message}</source>
        <translation>{name}：{message}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>First byte of the reply</source>
        <translation>响应首字节</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Nothing to remark on, neither in the request nor in the reply.</source>
        <translation>请求和响应均无问题。</translation>
    </message>
    <message>
        <source>{count} further findings are not shown.</source>
        <translation>另有 {count} 项未显示。</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>来源：{source}。</translation>
    </message>
    <message>
        <source>Signature of the reply</source>
        <translation>响应的签名</translation>
    </message>
    <message>
        <source>What the reply repeats</source>
        <translation>响应回传的值</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>not repeated</source>
        <translation>未回传</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>For a support ticket</source>
        <translation>用于支持工单</translation>
    </message>
    <message>
        <source>prepay_id lives until {time} (local time), {left} left</source>
        <translation>prepay_id 有效至 {time}（本地时间），剩余 {left}</translation>
    </message>
    <message>
        <source>prepay_id expired at {time} (local time): order again with a new out_trade_no</source>
        <translation>prepay_id 已于 {time}（本地时间）过期：请用新的 out_trade_no 重新下单</translation>
    </message>
    <message>
        <source>expired_time ends the order at {time}, {left} left</source>
        <translation>订单按 expired_time 于 {time} 结束，剩余 {left}</translation>
    </message>
    <message>
        <source>expired_time ended the order at {time}: query it before a new one</source>
        <translation>订单已按 expired_time 于 {time} 结束：下新单前请先查询</translation>
    </message>
    <message>
        <source>QFPay may end the order at {time} already, {left} left: no expired_time was sent</source>
        <translation>未发送 expired_time：QFPay 可能于 {time} 即结束订单，剩余 {left}</translation>
    </message>
    <message>
        <source>QFPay may have ended the order at {time}: no expired_time was sent</source>
        <translation>未发送 expired_time：QFPay 可能已于 {time} 结束订单</translation>
    </message>
    <message>
        <source>Sent to {url}, {size} of body</source>
        <translation>已发往 {url}，正文 {size}</translation>
    </message>
    <message>
        <source>May have reached {url}, {size} of body</source>
        <translation>可能已到达 {url}，正文 {size}</translation>
    </message>
    <message>
        <source>Prepared for {url}, but not sent</source>
        <translation>为 {url} 准备，但未发送</translation>
    </message>
    <message>
        <source>laid out for reading</source>
        <translation>已排版以便阅读</translation>
    </message>
    <message>
        <source>reading stopped after {size}</source>
        <translation>读取 {size} 后停止</translation>
    </message>
    <message>
        <source>first {shown} of {count} characters; Copy takes all</source>
        <translation>共 {count} 个字符，显示前 {shown} 个；复制时包含全部</translation>
    </message>
    <message>
        <source>the body is empty</source>
        <translation>正文为空</translation>
    </message>
    <message>
        <source>Beside pay_params</source>
        <translation>pay_params 以外</translation>
    </message>
    <message>
        <source>as sent</source>
        <translation>与发送一致</translation>
    </message>
    <message>
        <source>Record {place} of {count}</source>
        <translation>第 {place} 条记录，共 {count} 条</translation>
    </message>
    <message>
        <source>{count} further fields: see the raw reply</source>
        <translation>另有 {count} 个字段：请看原始响应</translation>
    </message>
    <message>
        <source>{count} further records: see the raw reply</source>
        <translation>另有 {count} 条记录：请看原始响应</translation>
    </message>
    <message>
        <source>Ended: {time}, after {duration}</source>
        <translation>结束：{time}，历时 {duration}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>QFPay Tester {version} failed while sending: {technical}</source>
        <translation>QFPay Tester {version} 在发送时出错：{technical}</translation>
    </message>
    <message>
        <source>Request: {method} {url}</source>
        <translation>请求：{method} {url}</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>RivalsList</name>
    <message>
        <source>fits equally well</source>
        <translation>同样吻合</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Pinned. {note}</source>
        <translation>已固定。{note}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>The body decodes to something else than was signed</source>
        <translation>请求正文解码后与签名内容不一致</translation>
    </message>
    <message>
        <source>A server that reads this body computes another signature. This is a fault of this program: report it.</source>
        <translation>服务器读取此正文会算出另一个签名。这是本程序的错误：请反馈。</translation>
    </message>
    <message>
        <source>Leading zeros are signed as typed</source>
        <translation>前导零会原样参与签名</translation>
    </message>
    <message>
        <source>{value} is signed as text. A program that turns it into a number signs {number}.</source>
        <translation>{value} 按文本签名。把它转成数字的程序会签 {number}。</translation>
    </message>
    <message>
        <source>Shown as {human}: {code} has no decimals</source>
        <translation>显示为 {human}：{code} 没有小数位</translation>
    </message>
    <message>
        <source>An amount of zero</source>
        <translation>金额为零</translation>
    </message>
    <message>
        <source>An amount must be at least 1 minor unit.</source>
        <translation>金额至少为 1 个最小货币单位。</translation>
    </message>
    <message>
        <source>More than 11 digits</source>
        <translation>超过 11 位数字</translation>
    </message>
    <message>
        <source>txamt is documented as Int(11): at most 11 digits.</source>
        <translation>txamt 规定为 Int(11)：最多 11 位数字。</translation>
    </message>
    <message>
        <source>Small: risk control may stop it</source>
        <translation>金额偏小：可能被风控拦截</translation>
    </message>
    <message>
        <source>More than 200 is suggested: smaller amounts may be stopped by risk control.</source>
        <translation>建议大于 200：更小的金额可能被风控拦截。</translation>
    </message>
    <message>
        <source>Write {code}</source>
        <translation>请写 {code}</translation>
    </message>
    <message>
        <source>Currency codes are three capital letters without spaces.</source>
        <translation>货币代码为三个大写字母，不含空格。</translation>
    </message>
    <message>
        <source>Not a documented currency</source>
        <translation>文档未列出的货币</translation>
    </message>
    <message>
        <source>No thousands separators: write {number}</source>
        <translation>不要用千位分隔符：请写 {number}</translation>
    </message>
    <message>
        <source>An amount cannot be negative</source>
        <translation>金额不能为负数</translation>
    </message>
    <message>
        <source>Digits only: no sign, space or letter</source>
        <translation>只能是数字：不含符号、空格或字母</translation>
    </message>
    <message>
        <source>txamt takes digits only, a whole number of minor units: 300 with HKD is HK$3.00.</source>
        <translation>txamt 只接受数字，以最小货币单位的整数表示：HKD 的 300 即 HK$3.00。</translation>
    </message>
    <message>
        <source>Floating-point noise: write {nearest}</source>
        <translation>浮点误差：请写 {nearest}</translation>
    </message>
    <message>
        <source>amount * 100 in floating point gives {value}. Round it: Math.round(amount * 100), or calculate in minor units.</source>
        <translation>浮点运算 amount * 100 得出 {value}。请取整：Math.round(amount * 100)，或以最小货币单位计算。</translation>
    </message>
    <message>
        <source>Not a whole number of minor units</source>
        <translation>不是最小货币单位的整数</translation>
    </message>
    <message>
        <source>txamt counts minor units as a whole number. For {human} write {minor}.</source>
        <translation>txamt 以最小货币单位的整数计。{human} 请写 {minor}。</translation>
    </message>
    <message>
        <source>{value} is another kind of payment: do not expect pay_params for wx.requestPayment.</source>
        <translation>{value} 是另一种支付方式：不会返回 wx.requestPayment 所需的 pay_params。</translation>
    </message>
    <message>
        <source>Unusual characters in the order number</source>
        <translation>订单号含不常用字符</translation>
    </message>
    <message>
        <source>Letters, digits, _ | and * are safe in every region; others may be refused or changed.</source>
        <translation>字母、数字、_、| 和 * 在各地区均可用；其他字符可能被拒或被改动。</translation>
    </message>
    <message>
        <source>{length} characters; at most 20 are suggested</source>
        <translation>{length} 个字符；建议不超过 20 个</translation>
    </message>
    <message>
        <source>goods_name may have 64 characters, but the documentation suggests 20 at most.</source>
        <translation>goods_name 可有 64 个字符，但文档建议不超过 20 个。</translation>
    </message>
    <message>
        <source>Special character: {character}</source>
        <translation>特殊字符：{character}</translation>
    </message>
    <message>
        <source>goods_name should hold no special characters. They are signed raw and sent URL-encoded.</source>
        <translation>goods_name 不宜含特殊字符。签名用原文，发送时做 URL 编码。</translation>
    </message>
    <message>
        <source>Not a whole number of minutes</source>
        <translation>不是整数分钟</translation>
    </message>
    <message>
        <source>expired_time is a whole number of minutes from 5 to 120, such as 30.</source>
        <translation>expired_time 为 5 至 120 的整数分钟，例如 30。</translation>
    </message>
    <message>
        <source>Outside 5 to 120 minutes</source>
        <translation>不在 5 至 120 分钟之内</translation>
    </message>
    <message>
        <source>expired_time takes 5 to 120 minutes. Without it an order expires after 30.</source>
        <translation>expired_time 为 5 至 120 分钟。不填则订单 30 分钟后过期。</translation>
    </message>
    <message>
        <source>Only no_credit is known</source>
        <translation>只支持 no_credit</translation>
    </message>
    <message>
        <source>limit_pay takes exactly no_credit, or is left out.</source>
        <translation>limit_pay 只能是 no_credit，否则请略去。</translation>
    </message>
    <message>
        <source>Works in mainland China only</source>
        <translation>仅在中国内地有效</translation>
    </message>
    <message>
        <source>What limit_pay does elsewhere is not documented. Leave it out for other accounts.</source>
        <translation>文档未说明 limit_pay 在其他地区的作用。其他账户请略去。</translation>
    </message>
    <message>
        <source>Not a complete http(s) URL</source>
        <translation>不是完整的 http(s) 网址</translation>
    </message>
    <message>
        <source>Write the whole address, such as https://shop.example/notify.</source>
        <translation>请写完整网址，例如 https://shop.example/notify。</translation>
    </message>
    <message>
        <source>Port {port} gets no notifications</source>
        <translation>端口 {port} 收不到通知</translation>
    </message>
    <message>
        <source>Notifications are sent to ports 80 and 443 only.</source>
        <translation>通知只发往 80 和 443 端口。</translation>
    </message>
    <message>
        <source>Not reachable from the internet</source>
        <translation>无法从互联网访问</translation>
    </message>
    <message>
        <source>QFPay cannot reach {host}. Use an address that is known outside your network.</source>
        <translation>QFPay 无法访问 {host}。请用内部网络以外也能访问的地址。</translation>
    </message>
    <message>
        <source>This profile has no mchid</source>
        <translation>此配置没有 mchid</translation>
    </message>
    <message>
        <source>Differs from the profile&apos;s mchid</source>
        <translation>与配置的 mchid 不同</translation>
    </message>
    <message>
        <source>The profile says {assigned}. A wrong mchid is answered with 1108, as a wrong signature is.</source>
        <translation>配置中为 {assigned}。mchid 错误会返回 1108，与签名错误相同。</translation>
    </message>
    <message>
        <source>The key is the app code</source>
        <translation>密钥与 app_code 相同</translation>
    </message>
    <message>
        <source>app_code and client_key are two different values. Look the key up again.</source>
        <translation>app_code 与 client_key 是两个不同的值。请重新查找密钥。</translation>
    </message>
    <message>
        <source>The official md5.js signs this text differently</source>
        <translation>官方 md5.js 对此文本的签名不同</translation>
    </message>
    <message>
        <source>Some text is not ASCII, and QFPay&apos;s Mini Program boilerplate hashes only the low byte of each character. A merchant who uses it gets 1108 for this request, though the signature here is right.</source>
        <translation>部分文本不是 ASCII，而 QFPay 的小程序示例工程只对每个字符的低字节做哈希。使用该示例的商户发送此请求会得到 1108，尽管此处的签名正确。</translation>
    </message>
    <message>
        <source>{field} is missing</source>
        <translation>缺少 {field}</translation>
    </message>
    <message>
        <source>Open the credentials and enter {field}, or choose another profile.</source>
        <translation>打开凭证并填写 {field}，或选择其他配置。</translation>
    </message>
    <message>
        <source>Hidden character in {field}</source>
        <translation>{field} 含不可见字符</translation>
    </message>
    <message>
        <source>{field} holds a space, line break or invisible character, probably from copying. Enter it again.</source>
        <translation>{field} 含空格、换行或不可见字符，可能是复制时带入的。请重新输入。</translation>
    </message>
    <message>
        <source>Unusual {field}: {length} characters</source>
        <translation>{field} 不寻常：{length} 个字符</translation>
    </message>
    <message>
        <source>{field} usually has 32 characters, all of them 0–9 or A–F. Check whether it is whole.</source>
        <translation>{field} 通常为 32 个字符，均为 0–9 或 A–F。请检查是否完整。</translation>
    </message>
    <message>
        <source>This app_code cannot travel in a header</source>
        <translation>此 app_code 无法放入请求头</translation>
    </message>
    <message>
        <source>app_code is sent in the header X-QF-APPCODE, which takes ASCII letters, digits and signs.</source>
        <translation>app_code 通过请求头 X-QF-APPCODE 发送，只接受 ASCII 字母、数字和符号。</translation>
    </message>
    <message>
        <source>The profile has an mchid, but it is not sent</source>
        <translation>配置有 mchid，但未发送</translation>
    </message>
    <message>
        <source>If QFPay assigned an mchid it must be sent. Without it the answer may be 1108.</source>
        <translation>如 QFPay 已分配 mchid，则必须发送。否则可能返回 1108。</translation>
    </message>
    <message>
        <source>The sandbox serves cards only</source>
        <translation>沙箱只支持银行卡</translation>
    </message>
    <message>
        <source>These credentials belong to another environment</source>
        <translation>这些凭证属于另一环境</translation>
    </message>
    <message>
        <source>Sent {count} times</source>
        <translation>发送了 {count} 次</translation>
    </message>
    <message>
        <source>Which of the values of {name} the server signs is not documented. Send it once.</source>
        <translation>文档未说明服务器签名时取 {name} 的哪个值。请只发送一次。</translation>
    </message>
    <message>
        <source>Never send the key</source>
        <translation>切勿发送密钥</translation>
    </message>
    <message>
        <source>The client key is appended to the signing string and never leaves the machine. Remove {name}.</source>
        <translation>client_key 只拼接在签名字符串末尾，绝不离开本机。请删除 {name}。</translation>
    </message>
    <message>
        <source>Belongs in a header</source>
        <translation>应放在请求头中</translation>
    </message>
    <message>
        <source>The signature travels in X-QF-SIGN and its type in X-QF-SIGNTYPE; neither is a parameter.</source>
        <translation>签名放在 X-QF-SIGN，类型放在 X-QF-SIGNTYPE；两者都不是参数。</translation>
    </message>
    <message>
        <source>Belongs in the header X-QF-APPCODE</source>
        <translation>应放在请求头 X-QF-APPCODE 中</translation>
    </message>
    <message>
        <source>app_code travels in a header and takes no part in the signature. Remove {name}.</source>
        <translation>app_code 放在请求头中，不参与签名。请删除 {name}。</translation>
    </message>
    <message>
        <source>Whether an old txdtm is refused is not documented. Switch “New on every send” on for the present time.</source>
        <translation>文档未载明过旧的 txdtm 是否会被拒绝。如需当前时间，请开启“每次发送时重新生成”。</translation>
    </message>
    <message>
        <source>How txamt counts for {code} is not documented. Ask QFPay first, lest a hundredfold is taken.</source>
        <translation>文档未说明 {code} 的 txamt 如何计算。请先向 QFPay 确认，以免多收一百倍。</translation>
    </message>
    <message>
        <source>The documentation lists AED, AUD, CAD, CNY, EUR, HKD, IDR, JPY, MMK, MYR, SGD, THB and USD.</source>
        <translation>文档列出的货币：AED、AUD、CAD、CNY、EUR、HKD、IDR、JPY、MMK、MYR、SGD、THB 和 USD。</translation>
    </message>
    <message>
        <source>Looks like major units: is {minor} meant?</source>
        <translation>像是以“元”为单位：应为 {minor}？</translation>
    </message>
    <message>
        <source>Is {whole} or {minor} meant?</source>
        <translation>应为 {whole} 还是 {minor}？</translation>
    </message>
    <message>
        <source>txamt takes digits only: {whole} is {human_whole}, {minor} is {human_minor}.</source>
        <translation>txamt 只接受数字：{whole} 即 {human_whole}，{minor} 即 {human_minor}。</translation>
    </message>
    <message>
        <source>Not 800213 (WeChat Mini Program)</source>
        <translation>不是 800213（微信小程序）</translation>
    </message>
    <message>
        <source>If QFPay assigned none, mchid must not be sent: the answer may be 1108, as for a wrong signature.</source>
        <translation>如 QFPay 未分配 mchid，则不得发送：否则可能返回 1108，与签名错误相同。</translation>
    </message>
    <message>
        <source>This profile was made for {bound}. Credentials of one environment fail in another, often with 1108.</source>
        <translation>此配置用于 {bound}。一个环境的凭证在另一环境会失败，常见为 1108。</translation>
    </message>
    <message>
        <source>Is {meant} meant?</source>
        <translation>是否应为 {meant}？</translation>
    </message>
    <message>
        <source>{name} is not documented for this call. Names must match to the letter and its case.</source>
        <translation>此接口的文档没有 {name}。名称须逐字母一致，区分大小写。</translation>
    </message>
    <message>
        <source>A value is sent without a name</source>
        <translation>有值但没有参数名</translation>
    </message>
    <message>
        <source>One of the further parameters has a value but no name. It is signed and sent like that.</source>
        <translation>其他参数中有一项有值而无名称，会照此签名并发送。</translation>
    </message>
    <message>
        <source>Unusual characters in the name</source>
        <translation>名称含不常用字符</translation>
    </message>
    <message>
        <source>Documented names are lower-case ASCII letters, digits and _. Look for a space or a pasted character.</source>
        <translation>文档中的名称只含小写 ASCII 字母、数字和 _。请查找空格或粘贴带入的字符。</translation>
    </message>
    <message>
        <source>32 characters: looks like a js_code or a key</source>
        <translation>32 个字符：像是 js_code 或密钥</translation>
    </message>
    <message>
        <source>That is an appId, not an openid</source>
        <translation>这是 appId，不是 openid</translation>
    </message>
    <message>
        <source>An openid has 28 characters and begins with o</source>
        <translation>openid 为 28 个字符，以 o 开头</translation>
    </message>
    <message>
        <source>{length} characters were entered. Take openid from the reply of code2Session, for the Mini Program that calls wx.requestPayment. js_code, unionid and session_key do not work.</source>
        <translation>输入了 {length} 个字符。请从 code2Session 的返回中取 openid，且须属于调用 wx.requestPayment 的小程序。js_code、unionid 和 session_key 均不可用。</translation>
    </message>
    <message>
        <source>Two back-slashes before u: one is meant</source>
        <translation>u 前有两个反斜杠：应为一个</translation>
    </message>
    <message>
        <source>The documentation prints the escape doubled, as program code needs it. Write \u5c0f with one back-slash, or the characters themselves.</source>
        <translation>文档按程序代码的需要写成双反斜杠。请用一个反斜杠写 \u5c0f，或直接写汉字。</translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>extend_info is a JSON object with user_creid and user_truename, both in double quotes.</source>
        <translation>extend_info 是含 user_creid 和 user_truename 的 JSON 对象，两个值都用双引号。</translation>
    </message>
    <message>
        <source>user_creid and user_truename are needed</source>
        <translation>须有 user_creid 和 user_truename</translation>
    </message>
    <message>
        <source>extend_info is a JSON object with exactly these two members: national ID and real name.</source>
        <translation>extend_info 是只含这两个成员的 JSON 对象：身份证号和真实姓名。</translation>
    </message>
    <message>
        <source>user_creid is no ID number in quotes</source>
        <translation>user_creid 不是带引号的身份证号</translation>
    </message>
    <message>
        <source>user_creid is text: 17 digits, then a digit or a capital X. Without quotes, JavaScript changes its last digits.</source>
        <translation>user_creid 是字符串：17 位数字，末位为数字或大写 X。不加引号，JavaScript 会改变最后几位。</translation>
    </message>
    <message>
        <source>user_truename is no text in quotes</source>
        <translation>user_truename 不是带引号的文本</translation>
    </message>
    <message>
        <source>user_truename is the payer&apos;s real name as text, in Chinese characters or as \u escapes.</source>
        <translation>user_truename 是付款人的真实姓名，字符串，用汉字或 \u 转义书写。</translation>
    </message>
    <message>
        <source>Personal data; for mainland citizens only</source>
        <translation>个人信息；仅限内地居民</translation>
    </message>
    <message>
        <source>It must be activated for the pay type. It is not kept between starts, and masked wherever it would be written.</source>
        <translation>须为该支付方式开通。重启后不保留，写入任何地方时均会掩码。</translation>
    </message>
    <message>
        <source>No such date or time</source>
        <translation>没有此日期或时间</translation>
    </message>
    <message>
        <source>{value} is not in the calendar. Write YYYY-MM-DD hh:mm:ss, such as 2026-03-01 18:00:00.</source>
        <translation>{value} 在日历中不存在。请按 YYYY-MM-DD hh:mm:ss 书写，例如 2026-03-01 18:00:00。</translation>
    </message>
    <message>
        <source>Write it like +0800</source>
        <translation>请写成 +0800 的形式</translation>
    </message>
    <message>
        <source>txzone is a sign and four digits. Without it, +0800 holds.</source>
        <translation>txzone 为正负号加四位数字。不填即为 +0800。</translation>
    </message>
    <message>
        <source>ISO form: write a space instead of T</source>
        <translation>ISO 格式：请以空格代替 T</translation>
    </message>
    <message>
        <source>Not YYYY-MM-DD hh:mm:ss</source>
        <translation>不是 YYYY-MM-DD hh:mm:ss</translation>
    </message>
    <message>
        <source>txdtm is written YYYY-MM-DD hh:mm:ss in UTC+8, such as 2026-03-01 18:00:00.</source>
        <translation>txdtm 按 YYYY-MM-DD hh:mm:ss 书写，UTC+8，例如 2026-03-01 18:00:00。</translation>
    </message>
    <message>
        <source>Eight hours behind: UTC instead of UTC+8</source>
        <translation>慢了八小时：用了 UTC 而非 UTC+8</translation>
    </message>
    <message>
        <source>This is the present time in UTC. QFPay reads txdtm as UTC+8; JavaScript&apos;s toISOString() gives UTC.</source>
        <translation>这是当前的 UTC 时间。QFPay 按 UTC+8 读取 txdtm；JavaScript 的 toISOString() 给出的是 UTC。</translation>
    </message>
    <message>
        <source>More than a day old</source>
        <translation>超过一天之前</translation>
    </message>
    <message>
        <source>In the future, read as UTC+8</source>
        <translation>按 UTC+8 读取，是未来时间</translation>
    </message>
    <message>
        <source>The clock or the time zone of the machine that wrote it is off.</source>
        <translation>生成此值的机器时钟或时区有误。</translation>
    </message>
    <message>
        <source>Left out, though it is mandatory</source>
        <translation>必填项被略去</translation>
    </message>
    <message>
        <source>{name} has a value but is neither signed nor sent. Switch “leave out” off to send it.</source>
        <translation>{name} 有值，但不签名也不发送。要发送，请关闭“略去”。</translation>
    </message>
    <message>
        <source>Mandatory, but empty</source>
        <translation>必填，但为空</translation>
    </message>
    <message>
        <source>{name} must be sent ({type}). Fill it in; without it the answer is an error.</source>
        <translation>必须发送 {name}（{type}）。请填写；缺少时会返回错误。</translation>
    </message>
    <message>
        <source>Sent and signed although empty</source>
        <translation>为空仍签名并发送</translation>
    </message>
    <message>
        <source>Editions of the documentation disagree about empty values: newer ones leave them out of the signature, samples sign them. Not sending {name} at all is the one way on which all agree.</source>
        <translation>各版文档对空值说法不一：新版不计入签名，示例则计入。完全不发送 {name} 是各版唯一一致的做法。</translation>
    </message>
    <message>
        <source>{length} characters, {limit} allowed</source>
        <translation>{length} 个字符，上限 {limit}</translation>
    </message>
    <message>
        <source>{name} is documented as {type}. Shorten it; what a server does with more is not documented.</source>
        <translation>{name} 规定为 {type}。请缩短；文档未说明服务器如何处理超长的值。</translation>
    </message>
    <message>
        <source>Half a character</source>
        <translation>半个字符</translation>
    </message>
    <message>
        <source>{name} holds half of a surrogate pair, which UTF-8 cannot carry: U+FFFD is signed and sent instead. A string was probably cut in the middle of an emoji.</source>
        <translation>{name} 含半个代理对，UTF-8 无法表示：会以 U+FFFD 签名并发送。可能是在表情符号中间截断了字符串。</translation>
    </message>
    <message>
        <source>Space or line break: {names}</source>
        <translation>空格或换行：{names}</translation>
    </message>
    <message>
        <source>Hidden: {names}</source>
        <translation>不可见字符：{names}</translation>
    </message>
    <message>
        <source>{name} holds characters nobody sees ({names}). They are signed and sent like any other. Delete them, unless you are reproducing just that.</source>
        <translation>{name} 含看不见的字符（{names}）。它们照样签名并发送。请删除，除非您正要重现此问题。</translation>
    </message>
    <message>
        <source>Full-width characters: {wide}</source>
        <translation>全角字符：{wide}</translation>
    </message>
    <message>
        <source>{wide} was probably typed with a Chinese input method. Type {plain} instead.</source>
        <translation>{wide} 可能是用中文输入法输入的。请改为 {plain}。</translation>
    </message>
    <message>
        <source>The text “{value}” is sent</source>
        <translation>会发送文字“{value}”</translation>
    </message>
    <message>
        <source>A program wrote “{value}” for a value it did not have, and it was signed as text. Leave {name} out instead.</source>
        <translation>程序把没有的值写成了“{value}”，并作为文本签名。请改为略去 {name}。</translation>
    </message>
    <message>
        <source>Looks URL-encoded already: {part}</source>
        <translation>似已 URL 编码：{part}</translation>
    </message>
    <message>
        <source>Raw values are signed; encoding happens once, on the way. If {name} was encoded before it was signed, decode it here.</source>
        <translation>签名用原值，编码只在发送时做一次。如 {name} 在签名前已编码，请在此解码。</translation>
    </message>
</context>
<context>
    <name>SendMenu</name>
    <message>
        <source>Exactly as diagnosed</source>
        <translation>完全照诊断结果</translation>
    </message>
    <message>
        <source>A known mistake</source>
        <translation>已知的错误</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>Waiting for the reply</source>
        <translation>正在等待响应</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>The waiting ends; what was sent before stays sent.</source>
        <translation>等待结束；已发送的无法收回。</translation>
    </message>
    <message>
        <source>Waiting for {host} …</source>
        <translation>正在等待 {host}…</translation>
    </message>
    <message>
        <source>A request is sent once. Esc ends the waiting, not what was sent.</source>
        <translation>请求只发送一次。按 Esc 结束等待，但不会收回已发送的内容。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>Decoded</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Show below what a server reads out of the body</source>
        <translation>在下方显示服务器从正文读到的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy request line, headers and body</source>
        <translation>复制请求行、请求头和正文</translation>
    </message>
    <message>
        <source>Request as sent</source>
        <translation>实际发送的请求</translation>
    </message>
    <message>
        <source>— Decoded: what a server reads out of the body —</source>
        <translation>— 解码：服务器从正文读到的内容 —</translation>
    </message>
    <message>
        <source>request as sent</source>
        <translation>实际发送的请求</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file {path} is damaged and could not be read. The window starts with its defaults. {copy}</source>
        <translation>设置文件 {path} 已损坏，无法读取。窗口以默认设置启动。{copy}</translation>
    </message>
    <message>
        <source>What it held is kept beside it as {path}.</source>
        <translation>原内容保存在同一位置的 {path}。</translation>
    </message>
    <message>
        <source>It could not be copied ({reason}) and will be replaced.</source>
        <translation>无法复制（{reason}），将被替换。</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be opened ({reason}). The window starts with its defaults. Make the file readable for your user, then start QFPay Tester again.</source>
        <translation>无法打开设置文件 {path}（{reason}）。窗口以默认设置启动。请让您的用户可读取该文件，再重新启动 QFPay Tester。</translation>
    </message>
    <message>
        <source>In the settings file {path} these settings had values that cannot be used and are back at their defaults: {keys}.</source>
        <translation>设置文件 {path} 中以下设置的值无法使用，已恢复默认：{keys}。</translation>
    </message>
    <message>
        <source>The settings could not be saved to {path} ({reason}). They last until the window is closed. Make the folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.</source>
        <translation>无法将设置保存到 {path}（{reason}）。设置在关闭窗口前有效。请让您的用户可写入该文件夹，或用环境变量 QFPAY_TESTER_HOME 指定其他文件夹。</translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>Show sorted parameters instead of one string</source>
        <translation>显示排序后的参数，而非一整串</translation>
    </message>
    <message>
        <source>Show the client key</source>
        <translation>显示 client_key</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Sign type</source>
        <translation>签名类型</translation>
    </message>
    <message>
        <source>SHA256 is announced in the header X-QF-SIGNTYPE</source>
        <translation>SHA256 在请求头 X-QF-SIGNTYPE 中声明</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>{count} characters, {size} bytes</source>
        <translation>{count} 个字符，{size} 字节</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} 个不可见字符</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>无不可见字符</translation>
    </message>
    <message>
        <source>body decodes differently!</source>
        <translation>正文解码后不一致！</translation>
    </message>
    <message>
        <source>body decodes to the same</source>
        <translation>正文解码后一致</translation>
    </message>
</context>
<context>
    <name>SigningView</name>
    <message>
        <source>Signing string</source>
        <translation>签名字符串</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>The simulator could not start: {reason}</source>
        <translation>模拟器无法启动：{reason}</translation>
    </message>
    <message>
        <source>Normal: check the request and answer</source>
        <translation>正常：核对请求并响应</translation>
    </message>
    <message>
        <source>respcd 1108: signature error</source>
        <translation>respcd 1108：签名错误</translation>
    </message>
    <message>
        <source>respcd 1143: not paid yet, the order exists</source>
        <translation>respcd 1143：尚未付款，订单已存在</translation>
    </message>
    <message>
        <source>respcd 1298: slow, the order exists and may be paid</source>
        <translation>respcd 1298：缓慢，订单已存在，可能已付款</translation>
    </message>
    <message>
        <source>respcd 1241: store missing or in a wrong state</source>
        <translation>respcd 1241：门店不存在或状态有误</translation>
    </message>
    <message>
        <source>respcd 1297: bank busy</source>
        <translation>respcd 1297：银行繁忙</translation>
    </message>
    <message>
        <source>Answer after 5 seconds</source>
        <translation>5 秒后响应</translation>
    </message>
    <message>
        <source>Answer after 45 seconds</source>
        <translation>45 秒后响应</translation>
    </message>
    <message>
        <source>Take the request, then hang up without an answer</source>
        <translation>收下请求后断开，不作响应</translation>
    </message>
    <message>
        <source>Hang up in the middle of the answer</source>
        <translation>响应到一半断开</translation>
    </message>
    <message>
        <source>JSON that ends too early</source>
        <translation>不完整的 JSON</translation>
    </message>
    <message>
        <source>An HTML page with HTTP 200</source>
        <translation>HTML 页面，HTTP 200</translation>
    </message>
    <message>
        <source>An HTML page with HTTP 502</source>
        <translation>HTML 页面，HTTP 502</translation>
    </message>
    <message>
        <source>HTTP 429: too many requests</source>
        <translation>HTTP 429：请求过多</translation>
    </message>
    <message>
        <source>HTTP 500: server error</source>
        <translation>HTTP 500：服务器错误</translation>
    </message>
    <message>
        <source>HTTP 503: service unavailable</source>
        <translation>HTTP 503：服务不可用</translation>
    </message>
    <message>
        <source>An answer that is not UTF-8</source>
        <translation>非 UTF-8 的响应</translation>
    </message>
    <message>
        <source>pay_params as JSON text</source>
        <translation>pay_params 为 JSON 字符串</translation>
    </message>
    <message>
        <source>pay_params inside data</source>
        <translation>pay_params 在 data 内</translation>
    </message>
    <message>
        <source>An answer of 10 MB</source>
        <translation>10 MB 的响应</translation>
    </message>
</context>
<context>
    <name>SnippetPage</name>
    <message>
        <source>Code for the Mini Program</source>
        <translation>小程序代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code for the Mini Program</source>
        <translation>复制小程序代码</translation>
    </message>
    <message>
        <source>code for the Mini Program</source>
        <translation>小程序代码</translation>
    </message>
    <message>
        <source>{count} members need attention: see pay_params before you use this</source>
        <translation>{count} 个成员需要注意：使用前请查看 pay_params</translation>
    </message>
    <message>
        <source>For the Mini Program’s page that pays. Copy as is: values must not be changed</source>
        <translation>用于小程序的付款页。请原样复制：不得更改任何值</translation>
    </message>
</context>
<context>
    <name>SortedTable</name>
    <message>
        <source>Sorted parameters</source>
        <translation>排序后的参数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签名所用</translation>
    </message>
    <message>
        <source>In the body</source>
        <translation>正文中</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>QFPay documentation, Japanese edition</source>
        <translation>QFPay 文档（日文版）</translation>
    </message>
    <message>
        <source>QFPay documentation</source>
        <translation>QFPay 文档</translation>
    </message>
    <message>
        <source>seen in QFPay&apos;s samples and in merchants&apos; code</source>
        <translation>见于 QFPay 示例及商户代码</translation>
    </message>
    <message>
        <source>the rules of form encoding and UTF-8</source>
        <translation>表单编码与 UTF-8 的规则</translation>
    </message>
    <message>
        <source>the rules of HTTP</source>
        <translation>HTTP 的规则</translation>
    </message>
    <message>
        <source>ISO 4217</source>
        <translation>ISO 4217 标准</translation>
    </message>
    <message>
        <source>WeChat documentation</source>
        <translation>微信文档</translation>
    </message>
    <message>
        <source>common practice, not a documented rule</source>
        <translation>通行做法，并非文档规定</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Findings: {count}</source>
        <translation>问题：{count}</translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Go to the first finding (F4)</source>
        <translation>转到首个问题 (F4)</translation>
    </message>
    <message>
        <source>Nothing wrong is known of this request</source>
        <translation>未发现此请求有问题</translation>
    </message>
</context>
<context>
    <name>StillRefused</name>
    <message>
        <source>Edit credentials …</source>
        <translation>编辑凭证…</translation>
    </message>
    <message>
        <source>Choose the environment …</source>
        <translation>选择环境…</translation>
    </message>
    <message>
        <source>Compare with ours</source>
        <translation>与我方比较</translation>
    </message>
    <message>
        <source>Send ours now</source>
        <translation>立即发送我方请求</translation>
    </message>
    <message>
        <source>Send with mchid</source>
        <translation>带 mchid 发送</translation>
    </message>
    <message>
        <source>Send without mchid</source>
        <translation>不带 mchid 发送</translation>
    </message>
    <message>
        <source>Send signed by SHA256</source>
        <translation>以 SHA256 签名发送</translation>
    </message>
    <message>
        <source>The body that travels is not what was signed</source>
        <translation>传送的正文不是签名的内容</translation>
    </message>
    <message>
        <source>Content-Type is {type}; QFPay reads application/x-www-form-urlencoded.</source>
        <translation>Content-Type 为 {type}；QFPay 读取的是 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>The paste shows what went into the request, not the bytes that were sent.</source>
        <translation>粘贴内容显示的是请求由什么组成，而非实际发送的字节。</translation>
    </message>
    <message>
        <source>The body decodes to other values than the signed ones.</source>
        <translation>正文解码所得的值与签名的不同。</translation>
    </message>
    <message>
        <source>The header X-QF-SIGN is missing</source>
        <translation>缺少请求头 X-QF-SIGN</translation>
    </message>
    <message>
        <source>The signature stands elsewhere in the paste, but QFPay reads the header.</source>
        <translation>签名在粘贴内容的其他位置，但 QFPay 只读取请求头。</translation>
    </message>
    <message>
        <source>The key belongs to another environment</source>
        <translation>密钥属于另一环境</translation>
    </message>
    <message>
        <source>The merchant sent to {went}; this profile belongs to {bound}.</source>
        <translation>商户发往 {went}；此配置属于 {bound}。</translation>
    </message>
    <message>
        <source>The paste does not show where it was sent. Ask for the URL.</source>
        <translation>粘贴内容没有显示发往何处。请索取 URL。</translation>
    </message>
    <message>
        <source>The app code is not the one of this key</source>
        <translation>应用代码与此密钥不符</translation>
    </message>
    <message>
        <source>X-QF-APPCODE holds characters that cannot be seen.</source>
        <translation>X-QF-APPCODE 含有不可见字符。</translation>
    </message>
    <message>
        <source>The merchant sent {theirs}, this profile has {ours}.</source>
        <translation>商户发送的是 {theirs}，此配置为 {ours}。</translation>
    </message>
    <message>
        <source>The paste does not show X-QF-APPCODE. Ask for the headers.</source>
        <translation>粘贴内容没有显示 X-QF-APPCODE。请索取请求头。</translation>
    </message>
    <message>
        <source>The client key holds a hidden character</source>
        <translation>client_key 含有不可见字符</translation>
    </message>
    <message>
        <source>Merchant and profile share it, so both sign alike and QFPay does not.</source>
        <translation>商户与配置所用的相同，因此两者签名一致，而 QFPay 的不同。</translation>
    </message>
    <message>
        <source>The client key is not complete</source>
        <translation>client_key 不完整</translation>
    </message>
    <message>
        <source>It has {count} characters; QFPay&apos;s have 32.</source>
        <translation>它有 {count} 个字符；QFPay 的为 32 个。</translation>
    </message>
    <message>
        <source>The merchant&apos;s key is not the one of this profile</source>
        <translation>商户的密钥与此配置的不同</translation>
    </message>
    <message>
        <source>The signature is right for the key in the paste only. Which one is current?</source>
        <translation>签名只对粘贴内容中的密钥而言正确。哪一个才是当前的？</translation>
    </message>
    <message>
        <source>mchid is not sent, but may have been assigned</source>
        <translation>没有发送 mchid，但 QFPay 可能已分配</translation>
    </message>
    <message>
        <source>Once QFPay has assigned one it is mandatory, and 1108 is the answer without it.</source>
        <translation>QFPay 一经分配即为必填，缺少时返回 1108。</translation>
    </message>
    <message>
        <source>mchid names another merchant</source>
        <translation>mchid 属于另一商户</translation>
    </message>
    <message>
        <source>mchid is sent, but was not assigned</source>
        <translation>发送了 mchid，但 QFPay 并未分配</translation>
    </message>
    <message>
        <source>Without an assigned one it must be left out, and 1108 is the answer with it.</source>
        <translation>未分配时必须略去，带上则返回 1108。</translation>
    </message>
    <message>
        <source>X-QF-SIGNTYPE is missing</source>
        <translation>缺少 X-QF-SIGNTYPE</translation>
    </message>
    <message>
        <source>Without the header SHA256, QFPay computes MD5.</source>
        <translation>没有声明 SHA256 的请求头时，QFPay 按 MD5 计算。</translation>
    </message>
    <message>
        <source>This channel takes another sign type</source>
        <translation>此渠道使用另一签名类型</translation>
    </message>
    <message>
        <source>MD5 is what most take; SHA256 with its header tells whether this one does.</source>
        <translation>多数使用 MD5；以 SHA256 及其请求头发送，可知此渠道是否如此。</translation>
    </message>
    <message>
        <source>The fault lies between the merchant&apos;s program and QFPay</source>
        <translation>问题出在商户程序与 QFPay 之间</translation>
    </message>
    <message>
        <source>Sent from here, the same request shows whether QFPay refuses it at all.</source>
        <translation>从此处发送同一请求，可知 QFPay 究竟是否拒绝。</translation>
    </message>
    <message>
        <source>The key was renewed, or never activated, at QFPay</source>
        <translation>密钥在 QFPay 已更换，或从未启用</translation>
    </message>
    <message>
        <source>It is refused from here too. Ask QFPay which key this app code has now.</source>
        <translation>从此处发送也被拒绝。请向 QFPay 查询此应用代码现时的密钥。</translation>
    </message>
    <message>
        <source>The merchant&apos;s program sends something else than the paste shows</source>
        <translation>商户程序实际发送的与粘贴内容不同</translation>
    </message>
    <message>
        <source>Sent from here, the signature was taken ({respcd}).</source>
        <translation>从此处发送时，签名获接受（{respcd}）。</translation>
    </message>
    <message>
        <source>Try another key</source>
        <translation>换一个密钥</translation>
    </message>
    <message>
        <source>Choose the profile of this merchant and environment: the case is examined again at once.</source>
        <translation>请选择此商户和环境的配置：会立即重新检查个案。</translation>
    </message>
    <message>
        <source>Ask for the string that was hashed</source>
        <translation>索取计算哈希所用的字符串</translation>
    </message>
    <message>
        <source>Beside the signature it shows where the merchant&apos;s program goes another way.</source>
        <translation>与签名对照，即可看出商户程序在哪里不同。</translation>
    </message>
    <message>
        <source>Paste …</source>
        <translation>粘贴…</translation>
    </message>
    <message>
        <source>Look at the differences</source>
        <translation>查看差异</translation>
    </message>
    <message>
        <source>The merchant&apos;s request and ours, parameter by parameter.</source>
        <translation>逐个参数比较商户的请求与我方的请求。</translation>
    </message>
</context>
<context>
    <name>StringsPair</name>
    <message>
        <source>The merchant&apos;s signing string</source>
        <translation>商户的签名字符串</translation>
    </message>
    <message>
        <source>The right signing string</source>
        <translation>正确的签名字符串</translation>
    </message>
    <message>
        <source>Show the client key</source>
        <translation>显示 client_key</translation>
    </message>
    <message>
        <source>Copy without the key</source>
        <translation>复制（不含密钥）</translation>
    </message>
    <message>
        <source>The merchant signed</source>
        <translation>商户签名的</translation>
    </message>
    <message>
        <source>Right is</source>
        <translation>正确的</translation>
    </message>
    <message>
        <source>Both strings are the same: what was made of them differs.</source>
        <translation>两个字符串相同：差别在于由其得出的结果。</translation>
    </message>
    <message>
        <source>The first difference is at character {place}, marked in both.</source>
        <translation>第一处差异在第 {place} 个字符，两边均已标出。</translation>
    </message>
    <message>
        <source>the merchant&apos;s signing string without the key</source>
        <translation>商户的签名字符串，不含密钥</translation>
    </message>
    <message>
        <source>the right signing string without the key</source>
        <translation>正确的签名字符串，不含密钥</translation>
    </message>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已复制：{what}，{count} 个字符</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send this request, once (Ctrl+Return)</source>
        <translation>发送此请求，仅一次 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Stop waiting (Esc). Whether the request arrived is then unknown.</source>
        <translation>停止等待 (Esc)。此后无法得知请求是否已到达。</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Unsaved credentials</source>
        <translation>未保存的凭证</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>保存对“{name}”的更改？</translation>
    </message>
    <message>
        <source>Without saving, what you entered is lost.</source>
        <translation>不保存，您输入的内容会丢失。</translation>
    </message>
</context>
<context>
    <name>ValueEdit</name>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>Too long to edit here. Clear it</source>
        <translation>太长，无法在此编辑。清除</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Signed as the merchant signs: {ids}</source>
        <translation>照商户方式签名：{ids}</translation>
    </message>
    <message>
        <source>Signature in lower case</source>
        <translation>签名用小写</translation>
    </message>
    <message>
        <source>Parameters signed unsorted</source>
        <translation>参数不排序即签名</translation>
    </message>
    <message>
        <source>Values URL-encoded before signing</source>
        <translation>签名前对值作 URL 编码</translation>
    </message>
    <message>
        <source>Key joined with &amp;key=, as WeChat does</source>
        <translation>以 &amp;key= 连接密钥，如微信的做法</translation>
    </message>
    <message>
        <source>Signed without the key</source>
        <translation>签名时不加密钥</translation>
    </message>
    <message>
        <source>Signed by the official md5.js (low bytes)</source>
        <translation>用官方 md5.js 签名（低位字节）</translation>
    </message>
    <message>
        <source>Signed as GBK text</source>
        <translation>按 GBK 文本签名</translation>
    </message>
    <message>
        <source>SHA256 without X-QF-SIGNTYPE</source>
        <translation>用 SHA256 而无 X-QF-SIGNTYPE</translation>
    </message>
    <message>
        <source>No X-QF-SIGN header</source>
        <translation>没有请求头 X-QF-SIGN</translation>
    </message>
    <message>
        <source>JSON body instead of a form</source>
        <translation>正文用 JSON 而非表单</translation>
    </message>
    <message>
        <source>Parameters in the query string</source>
        <translation>参数放在查询字符串</translation>
    </message>
    <message>
        <source>Form body not URL-encoded</source>
        <translation>表单正文不作 URL 编码</translation>
    </message>
    <message>
        <source>Amount changed after signing</source>
        <translation>签名后更改金额</translation>
    </message>
    <message>
        <source>Parameter added after signing</source>
        <translation>签名后添加参数</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Too many requests: QFPay turned this one away (HTTP 429).</source>
        <translation>请求过多：QFPay 拒绝了此请求（HTTP 429）。</translation>
    </message>
    <message>
        <source>QFPay takes 100 requests a second and 400 a minute from a merchant. Wait a minute first.</source>
        <translation>QFPay 每商户每秒接受 100 个请求，每分钟 400 个。请先等一分钟。</translation>
    </message>
    <message>
        <source>The server points elsewhere (HTTP {status}); that is not followed.</source>
        <translation>服务器要求转向（HTTP {status}），未予跟随。</translation>
    </message>
    <message>
        <source>Compare the base URL with QFPay’s. A signed request is never passed on by itself.</source>
        <translation>请与 QFPay 的接口地址比对。已签名的请求绝不会自动转发。</translation>
    </message>
    <message>
        <source>The server turned the request away (HTTP {status}).</source>
        <translation>服务器拒绝了请求（HTTP {status}）。</translation>
    </message>
    <message>
        <source>Check the base URL. A proxy or firewall on the way can answer like this, too.</source>
        <translation>请检查接口地址。途中的代理或防火墙也可能这样响应。</translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}).</source>
        <translation>服务器出错（HTTP {status}）。</translation>
    </message>
    <message>
        <source>If it stays like this, show QFPay support the raw reply.</source>
        <translation>如持续如此，请将原始响应交 QFPay 支持人员查看。</translation>
    </message>
    <message>
        <source>The server answered HTTP {status}; QFPay documents only 200.</source>
        <translation>服务器返回 HTTP {status}；QFPay 文档只有 200。</translation>
    </message>
    <message>
        <source>Check the base URL, and whether a proxy answered.</source>
        <translation>请检查接口地址，以及是否由代理作出响应。</translation>
    </message>
    <message>
        <source>The reply is empty.</source>
        <translation>响应为空。</translation>
    </message>
    <message>
        <source>If it stays like this, check whether a proxy answered.</source>
        <translation>如持续如此，请检查是否由代理作出响应。</translation>
    </message>
    <message>
        <source>A web page came back instead of QFPay’s reply.</source>
        <translation>返回的是网页，而非 QFPay 的响应。</translation>
    </message>
    <message>
        <source>A wrong base URL, a proxy or a login page of the network answers like this.</source>
        <translation>接口地址错误、代理或网络的登录页都会这样响应。</translation>
    </message>
    <message>
        <source>The reply is not JSON, so it cannot be read.</source>
        <translation>响应不是 JSON，无法读取。</translation>
    </message>
    <message>
        <source>The raw reply shows where it breaks off; a proxy may have changed it.</source>
        <translation>原始响应可见中断之处；可能被代理改动。</translation>
    </message>
    <message>
        <source>The reply is JSON, but not QFPay’s: it has no respcd.</source>
        <translation>响应是 JSON，但不是 QFPay 的：没有 respcd。</translation>
    </message>
    <message>
        <source>Check the base URL; something else may be listening there.</source>
        <translation>请检查接口地址；那里可能是其他程序在监听。</translation>
    </message>
    <message>
        <source>respcd 0000 came with HTTP {status}: the outcome is unclear.</source>
        <translation>respcd 0000 却伴随 HTTP {status}：结果不明。</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>This program did not send the request.</source>
        <translation>本程序没有发送此请求。</translation>
    </message>
    <message>
        <source>Correct what is named in the technical lines, then send.</source>
        <translation>请更正技术详情中所列的问题，然后发送。</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>找不到主机名</translation>
    </message>
    <message>
        <source>The server’s name was not found.</source>
        <translation>找不到服务器的主机名。</translation>
    </message>
    <message>
        <source>Check the spelling of the host, then this computer’s network and DNS.</source>
        <translation>请检查主机名的拼写，再检查本机的网络和 DNS。</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation>代理未放行请求。</translation>
    </message>
    <message>
        <source>Check the proxy’s address and login, and whether it lets this host pass.</source>
        <translation>请检查代理的地址和登录信息，以及是否放行此主机。</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>No connection to the server came about.</source>
        <translation>未能与服务器建立连接。</translation>
    </message>
    <message>
        <source>Check host and port, and whether a firewall is in the way.</source>
        <translation>请检查主机和端口，以及是否被防火墙阻挡。</translation>
    </message>
    <message>
        <source>connect time-out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>The server did not take the connection in time.</source>
        <translation>服务器未及时接受连接。</translation>
    </message>
    <message>
        <source>Check host and port; a firewall that drops connections looks like this.</source>
        <translation>请检查主机和端口；防火墙丢弃连接时也是这样。</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>No secure connection came about: TLS failed.</source>
        <translation>未能建立安全连接：TLS 失败。</translation>
    </message>
    <message>
        <source>Check this computer’s clock. If a company proxy opens TLS, add its CA file; the check itself cannot be switched off.</source>
        <translation>请检查本机时钟。如公司代理会解开 TLS，请添加其 CA 文件；校验本身不能关闭。</translation>
    </message>
    <message>
        <source>read time-out</source>
        <translation>读取超时</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器未及时响应。</translation>
    </message>
    <message>
        <source>A slow channel behind QFPay can look like this.</source>
        <translation>QFPay 后端渠道缓慢时也是这样。</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>The connection broke before the reply was complete.</source>
        <translation>响应尚未完整，连接就中断了。</translation>
    </message>
    <message>
        <source>Check the network and any proxy on the way.</source>
        <translation>请检查网络及途中的代理。</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>You stopped waiting for the reply.</source>
        <translation>您停止了等待响应。</translation>
    </message>
    <message>
        <source>Stopping here stops nothing at QFPay.</source>
        <translation>在此停止不会让 QFPay 停止处理。</translation>
    </message>
    <message>
        <source>Nothing was sent to QFPay.</source>
        <translation>没有向 QFPay 发送任何内容。</translation>
    </message>
    <message>
        <source>You stopped the request before it was sent.</source>
        <translation>您在发送前停止了请求。</translation>
    </message>
    <message>
        <source>The merchant’s turn.</source>
        <translation>待商户处理。</translation>
    </message>
    <message>
        <source>The payer’s turn.</source>
        <translation>待付款人操作。</translation>
    </message>
    <message>
        <source>QFPay’s turn.</source>
        <translation>待 QFPay 处理。</translation>
    </message>
    <message>
        <source>Wait, and query.</source>
        <translation>请等待并查询。</translation>
    </message>
    <message>
        <source>Nobody’s turn: it is finished.</source>
        <translation>无需处理：已完结。</translation>
    </message>
    <message>
        <source>The Mini Program’s turn, then the payer’s.</source>
        <translation>待小程序调起支付，再由付款人付款。</translation>
    </message>
    <message>
        <source>Your turn: it stopped on this side of QFPay.</source>
        <translation>待您处理：在到达 QFPay 之前已中止。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>A query changes nothing: it may be sent again.</source>
        <translation>查询不会改变任何内容，可以再次发送。</translation>
    </message>
    <message>
        <source>Query {name} {value} before you send anything else.</source>
        <translation>发送其他请求前，请先查询 {name} {value}。</translation>
    </message>
    <message>
        <source>The outcome is unknown: query {name} {value}. Do not send this payment again.</source>
        <translation>结果不明：请查询 {name} {value}。切勿再次发送此付款。</translation>
    </message>
    <message>
        <source>The outcome is unknown: query {name} {value}. Do not send this refund again.</source>
        <translation>结果不明：请查询 {name} {value}。切勿再次发送此退款。</translation>
    </message>
    <message>
        <source>The outcome is unknown: query {name} {value}. Do not send this request again.</source>
        <translation>结果不明：请查询 {name} {value}。切勿再次发送此请求。</translation>
    </message>
    <message>
        <source>The outcome is unknown and the request names no out_trade_no: look for it by time with a query. Do not send it again.</source>
        <translation>结果不明，且请求没有 out_trade_no：请按时间查询。切勿再次发送。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund the payment once it is paid.</source>
        <translation>实网测试会划转真实资金且永不结算：付款后请即退款。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund it now.</source>
        <translation>实网测试会划转真实资金且永不结算：请立即退款。</translation>
    </message>
    <message>
        <source>This is production: the payer’s money is real.</source>
        <translation>这是生产环境：付款人的钱是真的。</translation>
    </message>
    <message>
        <source>Order created – nobody has paid yet.</source>
        <translation>订单已建立，但尚未有人付款。</translation>
    </message>
    <message>
        <source>Hand pay_params to the Mini Program unchanged, within two hours; QFPay may end the order after 30 minutes.</source>
        <translation>请在两小时内将 pay_params 原样交给小程序；QFPay 可能在 30 分钟后结束订单。</translation>
    </message>
    <message>
        <source>Hand pay_params to the Mini Program unchanged, within {minutes} minutes: then expired_time ends the order.</source>
        <translation>请在 {minutes} 分钟内将 pay_params 原样交给小程序：届时订单按 expired_time 结束。</translation>
    </message>
    <message>
        <source>Order created, but without pay_params it cannot be paid.</source>
        <translation>订单已建立，但没有 pay_params，无法付款。</translation>
    </message>
    <message>
        <source>Close the order if it is unpaid, and show QFPay support the raw reply.</source>
        <translation>如未付款，请关闭订单，并将原始响应交 QFPay 支持人员查看。</translation>
    </message>
    <message>
        <source>Order created, but the reply differs from what was sent.</source>
        <translation>订单已建立，但响应与所发内容不符。</translation>
    </message>
    <message>
        <source>Let nobody pay yet, and look at the checks.</source>
        <translation>先不要让人付款，请查看检查结果。</translation>
    </message>
    <message>
        <source>Accepted. Whether it is paid depends on pay_type {pay_type}.</source>
        <translation>已受理。是否已付款取决于 pay_type {pay_type}。</translation>
    </message>
    <message>
        <source>The query worked, but found no order.</source>
        <translation>查询成功，但没有找到订单。</translation>
    </message>
    <message>
        <source>Check out_trade_no, app_code and the environment. Without start_time and end_time only this calendar month (UTC+8) is searched. A payment of the last minutes may still turn up: query again before a new one.</source>
        <translation>请检查 out_trade_no、app_code 和环境。没有 start_time 和 end_time 时只查本自然月（UTC+8）。几分钟内的付款可能稍后才出现：发起新付款前请再查询。</translation>
    </message>
    <message>
        <source>The query found {count} records.</source>
        <translation>查询到 {count} 条记录。</translation>
    </message>
    <message>
        <source>respcd of each record tells its state: 0000 succeeded, 1143, 1145 and 1298 are still open, all else failed.</source>
        <translation>每条记录的 respcd 表示其状态：0000 成功；1143、1145 和 1298 未完结；其余均为失败。</translation>
    </message>
    <message>
        <source>The order was found, but its respcd {respcd} is unknown.</source>
        <translation>找到了订单，但其 respcd {respcd} 未知。</translation>
    </message>
    <message>
        <source>Query on, and ask QFPay support what it means. Send nothing again meanwhile.</source>
        <translation>请继续查询，并向 QFPay 支持人员询问其含义。其间不要再发送任何请求。</translation>
    </message>
    <message>
        <source>The order is paid.</source>
        <translation>订单已付款。</translation>
    </message>
    <message>
        <source>Nothing is left to do. To undo the payment, refund it.</source>
        <translation>无需再做什么。如要撤销付款，请退款。</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>无需再做什么。</translation>
    </message>
    <message>
        <source>The order was paid, then reversed or refunded.</source>
        <translation>订单曾付款，后已冲正或退款。</translation>
    </message>
    <message>
        <source>The order was cancelled.</source>
        <translation>订单已取消。</translation>
    </message>
    <message>
        <source>The order was paid, then refunded.</source>
        <translation>订单曾付款，后已退款。</translation>
    </message>
    <message>
        <source>The pre-authorisation is completed.</source>
        <translation>预授权已完成。</translation>
    </message>
    <message>
        <source>The order was paid, then refunded in part.</source>
        <translation>订单曾付款，后已部分退款。</translation>
    </message>
    <message>
        <source>The refund is done.</source>
        <translation>退款已完成。</translation>
    </message>
    <message>
        <source>Nothing is left to do; a query of {name} {value} shows it.</source>
        <translation>无需再做什么；可查询 {name} {value} 查看。</translation>
    </message>
    <message>
        <source>The order is closed; it can no longer be paid.</source>
        <translation>订单已关闭，不能再付款。</translation>
    </message>
    <message>
        <source>The order is reversed; it can no longer be paid.</source>
        <translation>订单已冲正，不能再付款。</translation>
    </message>
    <message>
        <source>Query the order once to be sure.</source>
        <translation>请查询一次订单以确认。</translation>
    </message>
    <message>
        <source>Success without syssn: closing may not be supported here.</source>
        <translation>成功但没有 syssn：此处可能不支持关闭订单。</translation>
    </message>
    <message>
        <source>The request succeeded.</source>
        <translation>请求成功。</translation>
    </message>
    <message>
        <source>The reply’s fields tell the rest.</source>
        <translation>其余内容见响应的字段。</translation>
    </message>
    <message>
        <source>Wrong on purpose ({mistake}): {headline}</source>
        <translation>故意出错（{mistake}）：{headline}</translation>
    </message>
    <message>
        <source>Simulated: {headline}</source>
        <translation>模拟：{headline}</translation>
    </message>
    <message>
        <source>respcd {respcd} is not known here.</source>
        <translation>此处没有 respcd {respcd} 的说明。</translation>
    </message>
    <message>
        <source>QFPay adds no words to it.</source>
        <translation>QFPay 没有附加说明。</translation>
    </message>
    <message>
        <source>HTTP {status}</source>
        <translation>HTTP {status}</translation>
    </message>
    <message>
        <source>{respcd} · {http}</source>
        <translation>{respcd} · {http}</translation>
    </message>
    <message>
        <source>Ended at: {layer}</source>
        <translation>止于：{layer}</translation>
    </message>
    <message>
        <source>Library: {words}</source>
        <translation>程序库：{words}</translation>
    </message>
    <message>
        <source>HTTP {status} {reason}</source>
        <translation>HTTP {status} {reason}</translation>
    </message>
    <message>
        <source>JSON: {problem}</source>
        <translation>JSON：{problem}</translation>
    </message>
    <message>
        <source>There it reads: {excerpt}</source>
        <translation>该处内容：{excerpt}</translation>
    </message>
    <message>
        <source>{method} {url}</source>
        <translation>{method} {url}</translation>
    </message>
    <message>
        <source>respcd {respcd} is in older sources only.</source>
        <translation>respcd {respcd} 只见于旧资料。</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>QFPay’s own words: “{words}”.</source>
        <translation>QFPay 原话：“{words}”。</translation>
    </message>
    <message>
        <source>QFPay does not accept mchid, though it calls this a signature error.</source>
        <translation>QFPay 不接受 mchid，却称之为签名错误。</translation>
    </message>
    <message>
        <source>Correct mchid or, where QFPay assigned none, leave it out. The signature may well be right.</source>
        <translation>请更正 mchid；如 QFPay 未分配，则略去。签名可能是对的。</translation>
    </message>
    <message>
        <source>This pay_type is not enabled for the merchant.</source>
        <translation>该商户未开通此 pay_type。</translation>
    </message>
    <message>
        <source>Ask QFPay to enable pay_type for this merchant, or check that app_code is the right one.</source>
        <translation>请联系 QFPay 为该商户开通 pay_type，或检查 app_code 是否正确。</translation>
    </message>
    <message>
        <source>This out_trade_no was used before.</source>
        <translation>此 out_trade_no 已用过。</translation>
    </message>
    <message>
        <source>Query it to see what became of that order. A new payment needs a new out_trade_no.</source>
        <translation>请查询该订单的结果。新的付款需要新的 out_trade_no。</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Copy the verdict with its technical lines, for a support ticket</source>
        <translation>复制结论及技术详情，用于支持工单</translation>
    </message>
    <message>
        <source>Copied: the verdict with its technical lines</source>
        <translation>已复制：结论及技术详情</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>请求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Paste a merchant&apos;s request …</source>
        <translation>粘贴商户的请求(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;roof to send back …</source>
        <translation>可发回的证明(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Start over with the example</source>
        <translation>以示例重新开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Credentials …</source>
        <translation>凭证(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Trust a CA file …</source>
        <translation>信任 CA 文件(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Copy signing &amp;string</source>
        <translation>复制签名字符串(&amp;S)</translation>
    </message>
    <message>
        <source>Copy si&amp;gnature</source>
        <translation>复制签名(&amp;G)</translation>
    </message>
    <message>
        <source>Copy s&amp;nippet</source>
        <translation>复制代码片段(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Send &amp;wrong on purpose</source>
        <translation>故意出错发送(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Go to the first finding</source>
        <translation>转到首个问题(&amp;G)</translation>
    </message>
    <message>
        <source>Go to &amp;payment</source>
        <translation>转到付款(&amp;P)</translation>
    </message>
    <message>
        <source>Go to &amp;signature</source>
        <translation>转到签名(&amp;S)</translation>
    </message>
    <message>
        <source>Go to &amp;reply</source>
        <translation>转到响应(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the &amp;merchant&apos;s case</source>
        <translation>转到商户个案(&amp;M)</translation>
    </message>
    <message>
        <source>Go to &amp;history</source>
        <translation>转到历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About QFPay Tester</source>
        <translation>关于 QFPay Tester(&amp;A)</translation>
    </message>
    <message>
        <source>Certificate authorities to trust as well (PEM)</source>
        <translation>额外信任的证书颁发机构（PEM）</translation>
    </message>
    <message>
        <source>Trusted as well: {path}</source>
        <translation>已额外信任：{path}</translation>
    </message>
    <message>
        <source>No CA file is trusted.</source>
        <translation>未信任任何 CA 文件。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>QFPay Tester {version}

Shows which bytes of a payment are signed and sent, sends them, and says what is wrong.

Not a product of QFPay or Tencent. Keys stay in this computer&apos;s keychain.</source>
        <translation>QFPay Tester {version}

显示一笔付款中哪些字节被签名和发送，并负责发送，指出哪里有误。

并非 QFPay 或腾讯的产品。密钥保存在本机的钥匙串中。</translation>
    </message>
    <message>
        <source>About QFPay Tester</source>
        <translation>关于 QFPay Tester</translation>
    </message>
</context>
<context>
    <name>_NoteDelegate</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>currencies</name>
    <message>
        <source>Hong Kong dollar</source>
        <translation>港元</translation>
    </message>
    <message>
        <source>Chinese yuan</source>
        <translation>人民币</translation>
    </message>
    <message>
        <source>Singapore dollar</source>
        <translation>新加坡元</translation>
    </message>
    <message>
        <source>Malaysian ringgit</source>
        <translation>马来西亚林吉特</translation>
    </message>
    <message>
        <source>Thai baht</source>
        <translation>泰铢</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>日元</translation>
    </message>
    <message>
        <source>Indonesian rupiah</source>
        <translation>印尼盾</translation>
    </message>
    <message>
        <source>Myanmar kyat</source>
        <translation>缅甸元</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>欧元</translation>
    </message>
    <message>
        <source>UAE dirham</source>
        <translation>阿联酋迪拉姆</translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation>加拿大元</translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation>澳大利亚元</translation>
    </message>
</context>
<context>
    <name>parameters</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>A whole number of minor units: 300 with HKD is HK$3.00. More than 200 is suggested, smaller amounts may be stopped by risk control.</source>
        <translation>以最小货币单位表示的整数：HKD 的 300 即 HK$3.00。建议大于 200，更小的金额可能被风控拦截。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Three capital letters. Which currencies work depends on the merchant&apos;s account.</source>
        <translation>三个大写字母。可用货币取决于商户账户。</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>支付类型</translation>
    </message>
    <message>
        <source>800213 is WeChat Pay in a Mini Program.</source>
        <translation>800213 是微信小程序支付。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>The merchant&apos;s own number. It must be new for every payment and every refund of the account. Letters, digits, _ | * are safe everywhere.</source>
        <translation>商户自己的编号。同一账户的每笔付款和每笔退款都须使用新编号。字母、数字、_、|、* 在各地均可使用。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>交易时间</translation>
    </message>
    <message>
        <source>YYYY-MM-DD hh:mm:ss, read as UTC+8. Samples that use toISOString send UTC, which is eight hours behind.</source>
        <translation>YYYY-MM-DD hh:mm:ss，按 UTC+8 读取。用 toISOString 的示例发送的是 UTC，慢八小时。</translation>
    </message>
    <message>
        <source>Payer&apos;s openid</source>
        <translation>付款人 openid</translation>
    </message>
    <message>
        <source>Who pays: the user&apos;s openid in the merchant&apos;s own Mini Program, from WeChat&apos;s code2Session. Another Mini Program&apos;s openid does not work.</source>
        <translation>付款人：用户在商户自己小程序中的 openid，来自微信的 code2Session。其他小程序的 openid 无效。</translation>
    </message>
    <message>
        <source>Goods name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>What is bought. At most 20 characters without special characters are suggested; Chinese is sent as UTF-8.</source>
        <translation>所购商品。建议不超过 20 个字符，不含特殊字符；中文以 UTF-8 发送。</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Minutes until the order expires, 5 to 120. Without it: 30.</source>
        <translation>订单过期前的分钟数，5 至 120。不填则为 30。</translation>
    </message>
    <message>
        <source>Notify URL</source>
        <translation>通知地址</translation>
    </message>
    <message>
        <source>Where the asynchronous notification goes. Only ports 80 and 443 are reached. Whether it wins over the address QFPay has on file is not documented.</source>
        <translation>异步通知的接收地址。只能到达 80 和 443 端口。它是否优先于 QFPay 登记的地址，文档未说明。</translation>
    </message>
    <message>
        <source>Payment limit</source>
        <translation>支付限制</translation>
    </message>
    <message>
        <source>no_credit forbids credit cards. It works in mainland China only.</source>
        <translation>no_credit 禁用信用卡。仅在中国内地有效。</translation>
    </message>
    <message>
        <source>Real-name check</source>
        <translation>实名验证</translation>
    </message>
    <message>
        <source>Name and national ID of the payer as JSON text; exactly this text is signed. Mainland citizens only, and it must be activated. Personal data: it is masked wherever it would be kept.</source>
        <translation>付款人姓名和身份证号，JSON 文本；签名用的正是此文本。仅限内地居民，且须开通。个人信息：凡会留存之处均会掩码。</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备号</translation>
    </message>
    <message>
        <source>The merchant&apos;s own device number, echoed in the reply.</source>
        <translation>商户自己的设备编号，响应中会原样返回。</translation>
    </message>
    <message>
        <source>Goods details</source>
        <translation>商品详情</translation>
    </message>
    <message>
        <source>Seen in samples: it comes back in queries and notifications. Its limits are not documented.</source>
        <translation>见于示例：查询和通知中会返回。文档未说明其限制。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>From older editions: the zone of txdtm, such as +0800, which is also what holds without it.</source>
        <translation>见于旧版文档：txdtm 的时区，例如 +0800；不填也是此值。</translation>
    </message>
    <message>
        <source>Merchant ID</source>
        <translation>商户号</translation>
    </message>
    <message>
        <source>If QFPay assigned one it must be sent, otherwise it must not. Left empty here, the profile&apos;s is sent. A wrong one is answered with 1108, just like a wrong signature.</source>
        <translation>如 QFPay 已分配，则必须发送；否则不得发送。此处留空则发送配置中的值。值有误会返回 1108，与签名错误相同。</translation>
    </message>
</context>
<context>
    <name>respcd</name>
    <message>
        <source>The request succeeded; a new payment exists, but nobody has paid yet.</source>
        <translation>请求成功；新订单已建立，但尚未有人付款。</translation>
    </message>
    <message>
        <source>For a payment, hand pay_params to the Mini Program, then wait for the notification or query out_trade_no. In the reply to a query, respcd of each record in data tells its state.</source>
        <translation>如为付款，请将 pay_params 交给小程序，然后等待通知或查询 out_trade_no。如为查询，请看 data 中每条记录的 respcd。</translation>
    </message>
    <message>
        <source>QFPay is under maintenance.</source>
        <translation>QFPay 系统维护中。</translation>
    </message>
    <message>
        <source>Wait until the maintenance is over. Query out_trade_no before you start a new payment.</source>
        <translation>请等待维护结束。发起新的付款前，先查询 out_trade_no。</translation>
    </message>
    <message>
        <source>The reversal failed; the original order may still be open.</source>
        <translation>冲正失败，原订单可能仍未关闭。</translation>
    </message>
    <message>
        <source>Query the original order. If it is paid, refund it; if it is open and unpaid, ask for the reversal again.</source>
        <translation>请查询原订单：如已付款，请退款；如仍未付款且未关闭，再次申请冲正。</translation>
    </message>
    <message>
        <source>QFPay has seen this request before.</source>
        <translation>QFPay 已收到过此请求。</translation>
    </message>
    <message>
        <source>Query out_trade_no to learn what became of the first request. Only if that one failed, start a new payment with an out_trade_no never used before.</source>
        <translation>请查询 out_trade_no，了解第一次请求的结果。只有确认其失败后，才以从未用过的 out_trade_no 发起新的付款。</translation>
    </message>
    <message>
        <source>QFPay cannot read the format of the request.</source>
        <translation>QFPay 无法识别请求的格式。</translation>
    </message>
    <message>
        <source>Send the body as application/x-www-form-urlencoded in UTF-8, txamt as a whole number and txdtm as YYYY-MM-DD hh:mm:ss.</source>
        <translation>请求正文请用 UTF-8 的 application/x-www-form-urlencoded，txamt 为整数，txdtm 格式为 YYYY-MM-DD hh:mm:ss。</translation>
    </message>
    <message>
        <source>A parameter is missing, invalid or not enabled for this merchant.</source>
        <translation>有参数缺失、无效，或该商户未开通。</translation>
    </message>
    <message>
        <source>If respmsg says “filter error”, this pay_type is not enabled for the merchant: ask QFPay to enable it. Otherwise compare each parameter with its rule.</source>
        <translation>如 respmsg 为“filter error”，表示该商户未开通此 pay_type，请联系 QFPay 开通。否则请逐项核对参数规则。</translation>
    </message>
    <message>
        <source>The device is not activated.</source>
        <translation>设备尚未启用。</translation>
    </message>
    <message>
        <source>Check udid if you send it, and ask QFPay whether this merchant’s device is registered and active.</source>
        <translation>如有发送 udid，请核对；并向 QFPay 确认该商户的设备已登记并启用。</translation>
    </message>
    <message>
        <source>QFPay does not know this device.</source>
        <translation>QFPay 无法识别此设备。</translation>
    </message>
    <message>
        <source>The device may not take this payment.</source>
        <translation>该设备无权进行此交易。</translation>
    </message>
    <message>
        <source>The signature is wrong, or mchid is.</source>
        <translation>签名错误，或 mchid 错误。</translation>
    </message>
    <message>
        <source>Compare signing string, client_key, environment and X-QF-SIGNTYPE. If resperr says “MCHCODE非法”, the signature is not the fault: mchid is wrong or not assigned, so correct it or leave it out.</source>
        <translation>请核对签名字符串、client_key、环境及 X-QF-SIGNTYPE。如 resperr 为“MCHCODE非法”，则并非签名问题：mchid 错误或未分配，请更正或不要发送。</translation>
    </message>
    <message>
        <source>Something could not be encrypted or decrypted.</source>
        <translation>加密或解密失败。</translation>
    </message>
    <message>
        <source>Ask QFPay support and give them out_trade_no, the time and this respcd.</source>
        <translation>请联系 QFPay 技术支持，并提供 out_trade_no、时间和此 respcd。</translation>
    </message>
    <message>
        <source>The serial number from the client was not accepted.</source>
        <translation>客户端流水号未被接受。</translation>
    </message>
    <message>
        <source>A service outside QFPay cannot be reached.</source>
        <translation>无法连接 QFPay 以外的服务。</translation>
    </message>
    <message>
        <source>Query out_trade_no first: the outcome may be open. Then ask QFPay support, before any new payment.</source>
        <translation>请先查询 out_trade_no，因为结果可能尚未确定。发起任何新付款之前，先联系 QFPay 技术支持。</translation>
    </message>
    <message>
        <source>A service inside QFPay cannot be reached.</source>
        <translation>无法连接 QFPay 内部的服务。</translation>
    </message>
    <message>
        <source>QFPay does not know this account.</source>
        <translation>QFPay 没有此账户。</translation>
    </message>
    <message>
        <source>Check app_code and the environment, then ask QFPay about this account.</source>
        <translation>请核对 app_code 与环境，再向 QFPay 查询此账户。</translation>
    </message>
    <message>
        <source>The account is blocked.</source>
        <translation>账户已被冻结。</translation>
    </message>
    <message>
        <source>The account has restricted rights.</source>
        <translation>账户权限受限。</translation>
    </message>
    <message>
        <source>The password of the account is wrong.</source>
        <translation>账户密码错误。</translation>
    </message>
    <message>
        <source>The account is not signed in.</source>
        <translation>账户未登录。</translation>
    </message>
    <message>
        <source>Risk control does not allow this payment.</source>
        <translation>风险控制不允许此笔付款。</translation>
    </message>
    <message>
        <source>Stop and do not try again by yourself. Ask QFPay support why the payment was held back.</source>
        <translation>请停止操作，切勿自行重试。请向 QFPay 技术支持查询付款被拦截的原因。</translation>
    </message>
    <message>
        <source>This kind of transaction is not allowed for the merchant.</source>
        <translation>该商户不可进行此类交易。</translation>
    </message>
    <message>
        <source>Check pay_type, and ask QFPay to enable it for this merchant.</source>
        <translation>请核对 pay_type，并请 QFPay 为该商户开通。</translation>
    </message>
    <message>
        <source>The merchant may not take payments at this time.</source>
        <translation>该商户在此时段不可交易。</translation>
    </message>
    <message>
        <source>Ask QFPay at which times this merchant may take payments.</source>
        <translation>请向 QFPay 确认该商户可以交易的时段。</translation>
    </message>
    <message>
        <source>This kind of card is not accepted here.</source>
        <translation>此处不接受该类银行卡。</translation>
    </message>
    <message>
        <source>Let the payer use another card or wallet, in a new order with a new out_trade_no.</source>
        <translation>请付款人改用其他银行卡或钱包，并以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>The merchant may not take this currency.</source>
        <translation>该商户不可使用此币种。</translation>
    </message>
    <message>
        <source>Check txcurrcd, and ask QFPay which currencies this merchant may take.</source>
        <translation>请核对 txcurrcd，并向 QFPay 确认该商户可用的币种。</translation>
    </message>
    <message>
        <source>The amount is outside the merchant’s limits.</source>
        <translation>金额超出该商户的限额。</translation>
    </message>
    <message>
        <source>Check that txamt is in minor units (100 = 1.00), and ask QFPay for this merchant’s limits.</source>
        <translation>请确认 txamt 以最小货币单位表示（100 = 1.00），并向 QFPay 查询该商户的限额。</translation>
    </message>
    <message>
        <source>The transaction is not valid in this state or for this amount.</source>
        <translation>就目前状态或金额而言，交易无效。</translation>
    </message>
    <message>
        <source>Query the original order. A void is only taken for the full txamt.</source>
        <translation>请查询原订单。撤销只接受全额 txamt。</translation>
    </message>
    <message>
        <source>The order has been refunded already.</source>
        <translation>该订单此前已退款。</translation>
    </message>
    <message>
        <source>Query the order and compare the amounts. Do not send the refund again.</source>
        <translation>请查询该订单并核对金额，不要再次发送退款。</translation>
    </message>
    <message>
        <source>The original transaction does not match the request.</source>
        <translation>原交易与请求不符。</translation>
    </message>
    <message>
        <source>Check that syssn, out_trade_no, txamt and mchid all belong to the same order; a query shows them.</source>
        <translation>请确认 syssn、out_trade_no、txamt 与 mchid 属于同一订单，可通过查询核对。</translation>
    </message>
    <message>
        <source>A database at QFPay failed.</source>
        <translation>QFPay 数据库出错。</translation>
    </message>
    <message>
        <source>A file system at QFPay failed.</source>
        <translation>QFPay 文件系统出错。</translation>
    </message>
    <message>
        <source>An uploaded document was not accepted.</source>
        <translation>上传的文件未被接受。</translation>
    </message>
    <message>
        <source>This is not allowed on the date of the transaction.</source>
        <translation>该交易日期不允许此操作。</translation>
    </message>
    <message>
        <source>Query the original order and look at its date, then ask QFPay for another way.</source>
        <translation>请查询原订单并查看其日期，再向 QFPay 了解其他处理方式。</translation>
    </message>
    <message>
        <source>The payment channel failed or did not answer in time.</source>
        <translation>支付渠道出错或超时未答复。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the outcome is certain. Only if this order surely failed, start a new one with a new out_trade_no.</source>
        <translation>请查询 out_trade_no 直至结果确定。只有确认该订单失败后，才以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>The client software’s version is not accepted.</source>
        <translation>客户端软件版本不被接受。</translation>
    </message>
    <message>
        <source>Ask QFPay which software version or interface this merchant should use.</source>
        <translation>请向 QFPay 确认该商户应使用的软件版本或接口。</translation>
    </message>
    <message>
        <source>The merchant’s channel is set up wrongly.</source>
        <translation>商户的渠道配置有误。</translation>
    </message>
    <message>
        <source>Ask QFPay to check how this merchant is set up. Changing the request does not help.</source>
        <translation>请联系 QFPay 检查该商户的设置，修改请求无济于事。</translation>
    </message>
    <message>
        <source>The card differs from the one that paid.</source>
        <translation>银行卡与付款时所用的不同。</translation>
    </message>
    <message>
        <source>The merchant’s account is set up wrongly.</source>
        <translation>商户账户配置有误。</translation>
    </message>
    <message>
        <source>The order does not exist or cannot be worked on.</source>
        <translation>订单不存在或无法处理。</translation>
    </message>
    <message>
        <source>Check out_trade_no or syssn, app_code and the environment. In a query, give start_time and end_time if the order is from another month.</source>
        <translation>请核对 out_trade_no 或 syssn、app_code 及环境。如订单不在本月，查询时请填写 start_time 和 end_time。</translation>
    </message>
    <message>
        <source>The account’s contact details are missing.</source>
        <translation>缺少账户的联系资料。</translation>
    </message>
    <message>
        <source>The account’s key could not be renewed.</source>
        <translation>账户密钥更新失败。</translation>
    </message>
    <message>
        <source>Ask QFPay to check this account’s keys. Check app_code and the environment as well.</source>
        <translation>请联系 QFPay 检查此账户的密钥，并核对 app_code 与环境。</translation>
    </message>
    <message>
        <source>The card number or magnetic stripe cannot be read.</source>
        <translation>无法读取卡号或磁条。</translation>
    </message>
    <message>
        <source>The account has not been approved yet.</source>
        <translation>账户尚未通过审核。</translation>
    </message>
    <message>
        <source>The channel’s own check code does not match.</source>
        <translation>渠道侧的校验码不符。</translation>
    </message>
    <message>
        <source>The order is closed.</source>
        <translation>订单已处于关闭状态。</translation>
    </message>
    <message>
        <source>Query out_trade_no to be sure it was never paid, then start a new order with a new out_trade_no.</source>
        <translation>请查询 out_trade_no，确认从未付款，再以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>Not paid yet; the payer may be entering the password.</source>
        <translation>尚未付款，付款人可能正在输入密码。</translation>
    </message>
    <message>
        <source>Go on querying out_trade_no until it is paid or has ended. Never send the payment again meanwhile. If the code never changes, check the number: in older editions 1143 stood for an order that does not exist.</source>
        <translation>请继续查询 out_trade_no，直至已付款或订单结束。期间切勿再次发送付款请求。如此代码一直不变，请核对编号：旧版文档中 1143 表示订单不存在。</translation>
    </message>
    <message>
        <source>The request failed on the way to the channel.</source>
        <translation>请求在传往渠道途中失败。</translation>
    </message>
    <message>
        <source>The order is being processed.</source>
        <translation>订单处理中。</translation>
    </message>
    <message>
        <source>Go on querying out_trade_no. Never send the request again meanwhile.</source>
        <translation>请继续查询 out_trade_no。期间切勿再次发送请求。</translation>
    </message>
    <message>
        <source>The order could not be processed.</source>
        <translation>订单无法处理。</translation>
    </message>
    <message>
        <source>WeChat Pay did not carry out the payment.</source>
        <translation>微信支付未能完成付款。</translation>
    </message>
    <message>
        <source>Query out_trade_no. If it has failed, let the payer choose another way to pay, in a new order with a new out_trade_no.</source>
        <translation>请查询 out_trade_no。如已失败，请付款人改用其他付款方式，并以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>QFPay’s account system failed.</source>
        <translation>QFPay 账户系统出错。</translation>
    </message>
    <message>
        <source>This interface is not enabled for app_code.</source>
        <translation>该 app_code 未开通此接口。</translation>
    </message>
    <message>
        <source>Ask QFPay to enable this interface for app_code.</source>
        <translation>请联系 QFPay 为该 app_code 开通此接口。</translation>
    </message>
    <message>
        <source>Settlement is T0, so the payment cannot be cancelled.</source>
        <translation>结算方式为 T0，无法撤销付款。</translation>
    </message>
    <message>
        <source>Refund the order instead of cancelling it, or ask QFPay support.</source>
        <translation>请改用退款而非撤销，或联系 QFPay 技术支持。</translation>
    </message>
    <message>
        <source>The pre-authorisation does not match the request.</source>
        <translation>预授权与请求不符。</translation>
    </message>
    <message>
        <source>Query the pre-authorisation and compare its number, date and amount with the request.</source>
        <translation>请查询该预授权，并将其编号、日期和金额与请求核对。</translation>
    </message>
    <message>
        <source>The pre-authorisation cannot be completed on this date.</source>
        <translation>该日期不可完成预授权。</translation>
    </message>
    <message>
        <source>The amount does not fit the pre-authorisation.</source>
        <translation>金额与预授权不符。</translation>
    </message>
    <message>
        <source>Something failed inside QFPay.</source>
        <translation>QFPay 内部出错。</translation>
    </message>
    <message>
        <source>The refund was turned down.</source>
        <translation>退款申请未获接受。</translation>
    </message>
    <message>
        <source>Query the original order: its state, channel and age decide whether it can be refunded.</source>
        <translation>请查询原订单：能否退款取决于其状态、渠道和交易时间。</translation>
    </message>
    <message>
        <source>The result is not known yet.</source>
        <translation>结果尚未确定。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the result is certain. The payer may have paid: never send the payment again meanwhile.</source>
        <translation>请查询 out_trade_no 直至结果确定。付款人可能已付款，期间切勿再次发送付款请求。</translation>
    </message>
    <message>
        <source>The payment channel is out of service.</source>
        <translation>支付渠道暂停服务。</translation>
    </message>
    <message>
        <source>The route to the channel was reset and needs new set-up.</source>
        <translation>渠道路由已重置，需重新配置。</translation>
    </message>
    <message>
        <source>The order has expired.</source>
        <translation>该订单已过期。</translation>
    </message>
    <message>
        <source>The payer’s balance is too low.</source>
        <translation>付款人余额不足。</translation>
    </message>
    <message>
        <source>The payment code is wrong or has expired.</source>
        <translation>付款码有误或已失效。</translation>
    </message>
    <message>
        <source>Query out_trade_no. If it has failed, let the payer refresh the payment code and start a new order with a new out_trade_no.</source>
        <translation>请查询 out_trade_no。如已失败，请付款人刷新付款码，再以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>The payment account is not in order.</source>
        <translation>收付款账户异常。</translation>
    </message>
    <message>
        <source>Ask QFPay to check this merchant’s payment account. Query out_trade_no before any new payment.</source>
        <translation>请联系 QFPay 检查该商户的收款账户。发起任何新付款之前，先查询 out_trade_no。</translation>
    </message>
    <message>
        <source>The payer’s bank did not carry out the payment.</source>
        <translation>付款人的银行未能完成付款。</translation>
    </message>
    <message>
        <source>The payment failed at the channel.</source>
        <translation>付款在渠道侧失败。</translation>
    </message>
    <message>
        <source>Only the UnionPay code for payments abroad works here.</source>
        <translation>此处只接受银联境外付款码。</translation>
    </message>
    <message>
        <source>Let the payer show the UnionPay code for payments abroad, in a new order with a new out_trade_no.</source>
        <translation>请付款人出示银联境外付款码，并以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>The store does not exist or is in the wrong state.</source>
        <translation>门店不存在，或状态有误。</translation>
    </message>
    <message>
        <source>Check mchid, app_code and the environment, then ask QFPay for the store’s state.</source>
        <translation>请核对 mchid、app_code 及环境，再向 QFPay 查询门店状态。</translation>
    </message>
    <message>
        <source>The store is not set up for this payment.</source>
        <translation>门店未配置此付款方式。</translation>
    </message>
    <message>
        <source>Ask QFPay whether this pay_type is set up for the merchant. Changing the request does not help.</source>
        <translation>请向 QFPay 确认该商户是否已配置此 pay_type，修改请求无济于事。</translation>
    </message>
    <message>
        <source>The store is disabled.</source>
        <translation>门店已停用。</translation>
    </message>
    <message>
        <source>Take no payments for this store. The merchant asks QFPay why it was disabled.</source>
        <translation>请勿通过该门店收款。由商户向 QFPay 查询停用原因。</translation>
    </message>
    <message>
        <source>The transaction is forbidden for this merchant.</source>
        <translation>该商户不得进行此交易。</translation>
    </message>
    <message>
        <source>Ask QFPay whether this merchant may use this pay_type. Do not try again by yourself.</source>
        <translation>请向 QFPay 确认该商户可否使用此 pay_type，切勿自行重试。</translation>
    </message>
    <message>
        <source>The store is set up wrongly, or out_trade_no was used before.</source>
        <translation>门店配置有误，或 out_trade_no 已被使用。</translation>
    </message>
    <message>
        <source>If respmsg says “out_trade_no is used”, query the order that has this number; a new payment needs a new out_trade_no. Otherwise ask QFPay to check the store’s set-up.</source>
        <translation>如 respmsg 为“out_trade_no is used”，请查询使用该编号的订单；新的付款需使用新的 out_trade_no。否则请联系 QFPay 检查门店配置。</translation>
    </message>
    <message>
        <source>QFPay failed while handling the order.</source>
        <translation>QFPay 处理订单时出错。</translation>
    </message>
    <message>
        <source>QFPay has a fault and is working on it.</source>
        <translation>QFPay 系统故障，正在处理。</translation>
    </message>
    <message>
        <source>The order is paid.</source>
        <translation>订单已付款。</translation>
    </message>
    <message>
        <source>Do not let the payer pay again. To undo the payment, refund it.</source>
        <translation>请勿让付款人再次付款。如需取消，请办理退款。</translation>
    </message>
    <message>
        <source>The order is not paid.</source>
        <translation>订单未付款。</translation>
    </message>
    <message>
        <source>There is nothing to refund. Wait for the payment and query on, or close the order.</source>
        <translation>没有可退的款项。请等待付款并继续查询，或关闭订单。</translation>
    </message>
    <message>
        <source>The order is refunded.</source>
        <translation>该订单的款项已退还。</translation>
    </message>
    <message>
        <source>Nothing is left to do. Query the order if you need the amounts.</source>
        <translation>无需再处理。如需金额明细，请查询该订单。</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>订单已取消。</translation>
    </message>
    <message>
        <source>The order was closed.</source>
        <translation>该订单先前已被关闭。</translation>
    </message>
    <message>
        <source>This order cannot be refunded now, or not at all.</source>
        <translation>此订单目前或始终无法退款。</translation>
    </message>
    <message>
        <source>Between 23:30 and 00:30 wait until 00:30, query, then refund. At other times ask QFPay: a promotion or the order’s age may rule the refund out.</source>
        <translation>如在 23:30 至 00:30 之间，请于 00:30 后先查询再退款。其他时间请咨询 QFPay：优惠活动或订单过旧都可能导致无法退款。</translation>
    </message>
    <message>
        <source>txamt is not the order’s amount.</source>
        <translation>txamt 与订单金额不符。</translation>
    </message>
    <message>
        <source>Query the order and send exactly its own txamt.</source>
        <translation>请查询该订单，并发送与其完全一致的 txamt。</translation>
    </message>
    <message>
        <source>The numbers sent belong to different orders.</source>
        <translation>所发送的编号不属于同一订单。</translation>
    </message>
    <message>
        <source>Query the order: syssn, out_trade_no and mchid must all be those of one order.</source>
        <translation>请查询该订单：syssn、out_trade_no 与 mchid 必须属于同一订单。</translation>
    </message>
    <message>
        <source>The order does not exist.</source>
        <translation>该订单不存在。</translation>
    </message>
    <message>
        <source>Unsettled sales do not cover this refund.</source>
        <translation>未结算金额不足以支付此笔退款。</translation>
    </message>
    <message>
        <source>Query the refund, then try it once new sales or the next settlement cover it, often after 11:00.</source>
        <translation>请先查询该退款，待有新的交易或下一次结算足以抵付后再试，通常在 11:00 之后。</translation>
    </message>
    <message>
        <source>This currency cannot be refunded in part.</source>
        <translation>此币种不支持部分退款。</translation>
    </message>
    <message>
        <source>Refund the full txamt of the original order, or agree with the payer on another way.</source>
        <translation>请按原订单的 txamt 全额退款，或与付款人商定其他方式。</translation>
    </message>
    <message>
        <source>This order cannot be refunded in part.</source>
        <translation>此订单不支持部分退款。</translation>
    </message>
    <message>
        <source>The refund is larger than what is left of the order.</source>
        <translation>退款金额超过订单的可退余额。</translation>
    </message>
    <message>
        <source>Query the order and lower txamt to what is left after earlier refunds.</source>
        <translation>请查询该订单，将 txamt 降至扣除已退金额后的余额。</translation>
    </message>
    <message>
        <source>The bank forbids this payment as possibly non-compliant.</source>
        <translation>银行认为此笔付款可能不合规，已禁止。</translation>
    </message>
    <message>
        <source>The channel is slow or did not accept QFPay’s request.</source>
        <translation>渠道缓慢，或未接受 QFPay 的请求。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the outcome is certain. If it stays like this, ask QFPay: their channel’s own signature may be at fault.</source>
        <translation>请查询 out_trade_no 直至结果确定。如持续出现，请联系 QFPay：可能是其渠道侧的签名有误。</translation>
    </message>
    <message>
        <source>The channel is slow or out of order.</source>
        <translation>渠道缓慢或故障。</translation>
    </message>
    <message>
        <source>The bank is busy or its channel failed.</source>
        <translation>银行繁忙，或其渠道出错。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the outcome is certain. If it stays like this, ask QFPay about the channel; for close or reversal it can mean: not supported.</source>
        <translation>请查询 out_trade_no 直至结果确定。如持续出现，请向 QFPay 查询渠道；对关闭或冲正而言，可能表示不支持。</translation>
    </message>
    <message>
        <source>The channel is slow; the payer may have paid.</source>
        <translation>渠道缓慢，付款人可能已付款。</translation>
    </message>
    <message>
        <source>QFPay does not know this organisation.</source>
        <translation>QFPay 没有此机构。</translation>
    </message>
    <message>
        <source>Check app_code, mchid and the environment, then ask QFPay about the account.</source>
        <translation>请核对 app_code、mchid 及环境，再向 QFPay 查询此账户。</translation>
    </message>
    <message>
        <source>The merchant could not be linked to the channel.</source>
        <translation>商户未能与渠道绑定。</translation>
    </message>
    <message>
        <source>The signature, or a sign-in, failed.</source>
        <translation>签名或登录失败。</translation>
    </message>
    <message>
        <source>Compare signing string, client_key, environment and X-QF-SIGNTYPE. If they are right, ask QFPay: the same code also stood for a failed sign-in.</source>
        <translation>请核对签名字符串、client_key、环境及 X-QF-SIGNTYPE。如均正确，请联系 QFPay：此代码也曾表示登录失败。</translation>
    </message>
    <message>
        <source>The payer has too little money.</source>
        <translation>付款人资金不足。</translation>
    </message>
    <message>
        <source>The payer’s code is wrong or no longer valid.</source>
        <translation>付款人的付款码错误或已失效。</translation>
    </message>
    <message>
        <source>The QR code is not one for payments.</source>
        <translation>此二维码并非付款码。</translation>
    </message>
    <message>
        <source>The payer closed the order.</source>
        <translation>付款人已关闭订单。</translation>
    </message>
    <message>
        <source>Query out_trade_no. If the payer still wants to pay, start a new order with a new out_trade_no.</source>
        <translation>请查询 out_trade_no。如付款人仍要付款，请以新的 out_trade_no 建立新订单。</translation>
    </message>
    <message>
        <source>The channel did not accept a parameter.</source>
        <translation>渠道未接受某个参数。</translation>
    </message>
    <message>
        <source>Query out_trade_no, then check sub_openid, txcurrcd and goods_name: the channel reads these too.</source>
        <translation>请查询 out_trade_no，再核对 sub_openid、txcurrcd 与 goods_name，渠道也会读取这些字段。</translation>
    </message>
    <message>
        <source>QFPay could not connect to the channel.</source>
        <translation>QFPay 无法连接渠道。</translation>
    </message>
    <message>
        <source>Something unknown failed between QFPay and the channel.</source>
        <translation>QFPay 与渠道之间发生未知错误。</translation>
    </message>
    <message>
        <source>The transaction number was used before.</source>
        <translation>交易编号此前已被使用。</translation>
    </message>
    <message>
        <source>The merchant’s channel certificate is set up wrongly.</source>
        <translation>商户的渠道证书配置有误。</translation>
    </message>
    <message>
        <source>Ask QFPay to check the channel’s certificate for this merchant.</source>
        <translation>请联系 QFPay 检查该商户的渠道证书。</translation>
    </message>
    <message>
        <source>The refund is pending.</source>
        <translation>退款处理中。</translation>
    </message>
    <message>
        <source>Query the refund’s out_trade_no until it is done. Never send the refund again meanwhile.</source>
        <translation>请查询退款的 out_trade_no 直至完成。期间切勿再次发送退款。</translation>
    </message>
</context>
</TS>
