<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About QFPay Tester</source>
        <translation>关于 QFPay Tester</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>复制给支持人员</translation>
    </message>
    <message>
        <source>Versions, system, keychain and screen; no key and nothing of any request</source>
        <translation>版本、系统、钥匙串和屏幕；不含密钥和任何请求内容</translation>
    </message>
    <message>
        <source>QFPay Tester {version}

Shows which bytes of a payment are signed and sent, sends them, and says what is wrong.

Not a product of QFPay or Tencent. Keys stay in this computer&apos;s keychain.

It looks for no new version by itself and tells nobody about its use: a newer one comes from where you got this one.

Under the MIT License; the details say what it uses, and under which licences.</source>
        <translation>QFPay Tester {version}

显示一笔付款中哪些字节被签名和发送，并负责发送，指出哪里有误。

并非 QFPay 或腾讯的产品。密钥保存在本机的钥匙串中。

本程序不会自行检查新版本，也不会上报任何使用情况：新版本请从您取得本程序的地方获取。

以 MIT 许可证发布；所用组件及其许可证见详细信息。</translation>
    </message>
    <message>
        <source>Copied: versions, system, keychain and screen.</source>
        <translation>已复制：版本、系统、钥匙串和屏幕。</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>parameters missing, added, renamed or empty</source>
        <translation>参数缺少、多出、改名或为空</translation>
    </message>
    <message>
        <source>orders: as sent, by value, by length, by the rules of languages, of hash maps</source>
        <translation>排序：按发送顺序、按值、按长度、按各语言规则、哈希表的顺序</translation>
    </message>
    <message>
        <source>every order there is</source>
        <translation>所有可能的顺序</translation>
    </message>
    <message>
        <source>separators and places of the key</source>
        <translation>分隔符与密钥的位置</translation>
    </message>
    <message>
        <source>values encoded, escaped, cut or cleaned</source>
        <translation>值经编码、转义、截断或清理</translation>
    </message>
    <message>
        <source>prints of values, of nothing and of all parameters by ten languages</source>
        <translation>十种语言对值、空值和全部参数的打印形式</translation>
    </message>
    <message>
        <source>numbers and amounts in other forms and units</source>
        <translation>数字和金额的其他写法与单位</translation>
    </message>
    <message>
        <source>times in other forms and zones, or read again up to a day apart</source>
        <translation>时间的其他格式与时区，或相隔一天以内再次读取</translation>
    </message>
    <message>
        <source>character sets, misread text, simplified and traditional Chinese</source>
        <translation>字符集、乱码、简体与繁体</translation>
    </message>
    <message>
        <source>one character of a value lost, doubled, swapped, put in or another</source>
        <translation>值中一个字符丢失、重复、对调、多出或不同</translation>
    </message>
    <message>
        <source>the key damaged, cut, masked, printed or with one wrong character</source>
        <translation>密钥受损、截断、遮盖、被打印或有一个字符错误</translation>
    </message>
    <message>
        <source>other keys that are known here: {count}</source>
        <translation>此处已知的其他密钥：{count} 个</translation>
    </message>
    <message>
        <source>other digests, HMAC, digests of digests, checksums</source>
        <translation>其他摘要算法、HMAC、多重摘要、校验和</translation>
    </message>
    <message>
        <source>{count} readings of the signature</source>
        <translation>签名的 {count} 种解读</translation>
    </message>
    <message>
        <source>{count} readings of the body</source>
        <translation>正文的 {count} 种解读</translation>
    </message>
    <message>
        <source>anything: the signature is no form of a digest that is known. Perhaps it was cut.</source>
        <translation>全部：该签名不是任何已知的摘要形式，可能被截断了。</translation>
    </message>
    <message>
        <source>a key that nobody here knows</source>
        <translation>此处无人知道的密钥</translation>
    </message>
    <message>
        <source>a value that was made anew after signing (an order number, a random text)</source>
        <translation>签名之后重新生成的值（订单号、随机文本）</translation>
    </message>
    <message>
        <source>sets of three rare mistakes, and of more than three</source>
        <translation>三个罕见错误的组合，以及三个以上的组合</translation>
    </message>
    <message>
        <source>random orders of all {count} parameters</source>
        <translation>全部 {count} 个参数的随机顺序</translation>
    </message>
    <message>
        <source>one wrong character in a key of more than {most}</source>
        <translation>超过 {most} 个字符的密钥中的单个错误字符</translation>
    </message>
    <message>
        <source>one wrong character in values of more than {most}: {names}</source>
        <translation>超过 {most} 个字符的值中的单个错误字符：{names}</translation>
    </message>
    <message>
        <source>the app code, which is not known here</source>
        <translation>app code（此处未知）</translation>
    </message>
    <message>
        <source>bytes of the body other than those that the parameters make</source>
        <translation>与参数所生成者不同的正文字节</translation>
    </message>
</context>
<context>
    <name>ActsBar</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>Copy syssn, QFPay’s number of the chosen record</source>
        <translation>复制所选记录的 syssn（QFPay 的流水号）</translation>
    </message>
    <message>
        <source>Copy syssn</source>
        <translation>复制 syssn</translation>
    </message>
    <message>
        <source>Query this</source>
        <translation>查询此记录</translation>
    </message>
    <message>
        <source>Open mp.weixin.qq.com</source>
        <translation>打开 mp.weixin.qq.com</translation>
    </message>
    <message>
        <source>Copy a &amp;letter to QFPay</source>
        <translation>复制给 QFPay 的邮件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Credentials …</source>
        <translation>凭证(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Find the openid …</source>
        <translation>查找 openid(&amp;F)…</translation>
    </message>
    <message>
        <source>Go to &amp;sub_openid</source>
        <translation>转到 sub_openid(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the &amp;form</source>
        <translation>转到表单(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paste a merchant&apos;s request …</source>
        <translation>粘贴商户的请求(&amp;P)…</translation>
    </message>
    <message>
        <source>Go to &amp;extend_info</source>
        <translation>转到 extend_info(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export a Mini Program …</source>
        <translation>导出小程序(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Query the order</source>
        <translation>查询订单(&amp;Q)</translation>
    </message>
    <message>
        <source>Query its payment</source>
        <translation>查询原付款</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Page {page} · {size} a page</source>
        <translation>第 {page} 页 · 每页 {size} 条</translation>
    </message>
</context>
<context>
    <name>ActsRow</name>
    <message>
        <source>Go to {name} in the form</source>
        <translation>转到表单中的 {name}</translation>
    </message>
    <message>
        <source>Credentials …</source>
        <translation>凭证…</translation>
    </message>
    <message>
        <source>Look at the merchant&apos;s credentials</source>
        <translation>查看商户的凭证</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Look at where requests go</source>
        <translation>查看请求发往何处</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>签名串</translation>
    </message>
    <message>
        <source>Look at what is signed</source>
        <translation>查看签名的内容</translation>
    </message>
    <message>
        <source>CA file …</source>
        <translation>CA 文件…</translation>
    </message>
    <message>
        <source>Trust the authority of a company&apos;s proxy</source>
        <translation>信任公司代理的证书颁发机构</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Fill in the refund of this order</source>
        <translation>填写此订单的退款</translation>
    </message>
    <message>
        <source>Close it …</source>
        <translation>关闭订单…</translation>
    </message>
    <message>
        <source>Fill in the closing of this order</source>
        <translation>填写此订单的关闭请求</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Look at what differs</source>
        <translation>查看差异</translation>
    </message>
    <message>
        <source>Copy for QFPay</source>
        <translation>复制给 QFPay</translation>
    </message>
    <message>
        <source>Copy the verdict with its technical lines, to ask with</source>
        <translation>复制结论及技术信息，以便询问</translation>
    </message>
</context>
<context>
    <name>AddressForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>接口地址(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message>
        <source>“{name}” was added</source>
        <translation>已添加“{name}”</translation>
    </message>
    <message>
        <source>“{name}” was changed</source>
        <translation>已修改“{name}”</translation>
    </message>
    <message>
        <source>“{name}” was removed</source>
        <translation>已移除“{name}”</translation>
    </message>
    <message>
        <source>The name takes 1 to {most} characters on one line, and no invisible ones.</source>
        <translation>名称须为一行 1 至 {most} 个字符，不能含不可见字符。</translation>
    </message>
    <message>
        <source>Another address has the name “{name}”: choose a different one.</source>
        <translation>已有自定义地址叫“{name}”：请换一个名称。</translation>
    </message>
    <message>
        <source>This base URL is kept already, as “{name}”: use that one, or change the path here.</source>
        <translation>该接口地址 已保存为“{name}”：请直接使用，或在此修改路径。</translation>
    </message>
    <message>
        <source>The base URL takes at most {most} characters: leave the rest out.</source>
        <translation>接口地址 最多 {most} 个字符：请去掉多余部分。</translation>
    </message>
    <message>
        <source>{most} addresses are kept, the most there can be: remove one first.</source>
        <translation>已保存 {most} 个自定义地址，达到上限：请先移除一个。</translation>
    </message>
    <message>
        <source>Leave out {path}: every call adds it, so it would be sent twice.</source>
        <translation>请去掉 {path}：每次请求都会自动加上，否则会重复。</translation>
    </message>
    <message>
        <source>As you want to see it in the list; empty for host and path</source>
        <translation>列表中显示的名称；留空则用主机和路径</translation>
    </message>
    <message>
        <source>Like https://pay.example.com/path; /trade/v1/… is added to it</source>
        <translation>例如 https://pay.example.com/path；其后会加上 /trade/v1/…</translation>
    </message>
</context>
<context>
    <name>AddressesDialog</name>
    <message>
        <source>Custom addresses</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Send to this address from now on</source>
        <translation>今后发送到此地址</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>新地址</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Use as sub_openid</source>
        <translation>用作 sub_openid(&amp;U)</translation>
    </message>
    <message>
        <source>Asking the simulator …</source>
        <translation>正在查询模拟器…</translation>
    </message>
    <message>
        <source>Asking WeChat …</source>
        <translation>正在查询微信…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>The code is sent once. Esc ends the waiting, not what was sent.</source>
        <translation>code 只发送一次。按 Esc 只结束等待，已发送的无法收回。</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>The openid will stand here, or why there is none and what to do about it.</source>
        <translation>openid 将显示在此；如查不到，则显示原因和处理方法。</translation>
    </message>
    <message>
        <source>This is the payer&apos;s openid in this Mini Program</source>
        <translation>这是付款人在此小程序中的 openid</translation>
    </message>
    <message>
        <source>{code}: {meaning}</source>
        <translation>{code}：{meaning}</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>正在等待响应</translation>
    </message>
    <message>
        <source>Copied: the openid</source>
        <translation>已复制：openid</translation>
    </message>
</context>
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
        <translation>请求原文</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Pages of the reply</source>
        <translation>响应的各页</translation>
    </message>
    <message>
        <source>Page {number} of the reply</source>
        <translation>响应的第 {number} 页</translation>
    </message>
</context>
<context>
    <name>AnswererBox</name>
    <message>
        <source>Who answers</source>
        <translation>由谁应答</translation>
    </message>
    <message>
        <source>Who answers a program: the simulator, or whom its requests are handed on to</source>
        <translation>由谁应答程序：模拟器，或请求转发到的主机</translation>
    </message>
    <message>
        <source>The simulator answers</source>
        <translation>由模拟器应答</translation>
    </message>
    <message>
        <source>Hand on to {name}</source>
        <translation>转发到 {name}</translation>
    </message>
    <message>
        <source>Custom addresses …</source>
        <translation>自定义地址…</translation>
    </message>
</context>
<context>
    <name>AskingView</name>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Play money</source>
        <translation>模拟资金</translation>
    </message>
    <message>
        <source>The customer pays: the order is paid and the notification goes out</source>
        <translation>顾客付款：订单变为已付款，并发出通知</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Pay {amount}, simulated</source>
        <translation>付款 {amount}（模拟）</translation>
    </message>
    <message>
        <source>The customer closes the sheet: the order stays open</source>
        <translation>顾客关闭收银台：订单仍可付款</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>模拟失败</translation>
    </message>
    <message>
        <source>Let WeChat fail, or let the order expire</source>
        <translation>让微信返回失败，或让订单过期</translation>
    </message>
</context>
<context>
    <name>AttentionStrip</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Refund all of today …</source>
        <translation>今日全部退款…</translation>
    </message>
    <message>
        <source>List the orders that need attention</source>
        <translation>列出需要处理的订单</translation>
    </message>
    <message>
        <source>Review and refund the orders made today, one after the other</source>
        <translation>核对今日建立的订单，并逐笔退款</translation>
    </message>
    <message>
        <source>A payment on live testing is not refunded yet: {sum}.</source>
        <translation>线上测试有 1 笔付款尚未退款：{sum}。</translation>
    </message>
    <message>
        <source>{count} payments on live testing are not refunded yet: {sum}.</source>
        <translation>线上测试有 {count} 笔付款尚未退款：{sum}。</translation>
    </message>
    <message>
        <source>The outcome of an order is unknown: query it.</source>
        <translation>有 1 笔订单结果不明：请查询。</translation>
    </message>
    <message>
        <source>The outcome of {count} orders is unknown: query them.</source>
        <translation>有 {count} 笔订单结果不明：请查询。</translation>
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
        <source>This case is not kept any more.</source>
        <translation>此问题记录已不存在。</translation>
    </message>
    <message>
        <source>The record of this case cannot be read any more.</source>
        <translation>此问题的记录已无法读取。</translation>
    </message>
    <message>
        <source>This case is known: what was noted about it is shown.</source>
        <translation>此问题已有记录：已显示之前的备注。</translation>
    </message>
    <message>
        <source>The request of the case is the draft now; undo brings yours back.</source>
        <translation>当前草稿已换为此问题的请求；撤销可恢复您的草稿。</translation>
    </message>
    <message>
        <source>The request is too long to be kept.</source>
        <translation>请求过长，无法保存。</translation>
    </message>
    <message>
        <source>Cases deleted: {count}</source>
        <translation>已删除的问题：{count}</translation>
    </message>
    <message>
        <source>{name} is larger than 2 MB. Cut out the request and paste that.</source>
        <translation>{name} 超过 2 MB。请截取其中的请求再粘贴。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is no file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
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
        <source>Not examined with this merchant&apos;s key: no profile with this app_code is known here.</source>
        <translation>未用该商户的密钥检查：此处没有使用该 app_code 的商户配置。</translation>
    </message>
    <message>
        <source>Not examined with this merchant&apos;s key: it is that of the profile {name}.</source>
        <translation>未用该商户的密钥检查：该密钥属于商户配置 {name}。</translation>
    </message>
    <message>
        <source>Not examined yet: something is missing</source>
        <translation>尚未排查：缺少信息</translation>
    </message>
    <message>
        <source>Well signed</source>
        <translation>签名正确</translation>
    </message>
    <message>
        <source>No known mistake explains it</source>
        <translation>没有已知错误能解释</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{field}: {headline} – {detail}</source>
        <translation>{field}：{headline} – {detail}</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Masked in the proof, so not the real value.</source>
        <translation>排查报告中已遮盖，并非真实值。</translation>
    </message>
    <message>
        <source>What was found then is shown. It cannot be examined again: {names} was masked when the case was kept.</source>
        <translation>显示的是当时的结果。无法再次排查：保存时已遮盖 {names}。</translation>
    </message>
    <message>
        <source>What was found then is shown. It cannot be examined again: there is no signature, and the key in the signing string is not kept.</source>
        <translation>显示的是当时的结果。无法再次排查：没有签名，且签名串中的密钥不会保存。</translation>
    </message>
    <message>
        <source>What was found then is shown. To examine it again, choose the profile with the key it was examined with (fingerprint {fingerprint}).</source>
        <translation>显示的是当时的结果。要再次排查，请选择拥有当时所用密钥的商户配置（指纹 {fingerprint}）。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waiting for the merchant</source>
        <translation>等待商户</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
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
        <source>Insomnia</source>
        <translation>Insomnia</translation>
    </message>
    <message>
        <source>Bruno</source>
        <translation>Bruno</translation>
    </message>
    <message>
        <source>Hoppscotch</source>
        <translation>Hoppscotch</translation>
    </message>
    <message>
        <source>Thunder Client</source>
        <translation>Thunder Client</translation>
    </message>
    <message>
        <source>Apifox</source>
        <translation>Apifox</translation>
    </message>
    <message>
        <source>Apipost</source>
        <translation>Apipost</translation>
    </message>
    <message>
        <source>Charles</source>
        <translation>Charles</translation>
    </message>
    <message>
        <source>OpenAPI description</source>
        <translation>OpenAPI 描述</translation>
    </message>
    <message>
        <source>HTTP file</source>
        <translation>HTTP 文件</translation>
    </message>
    <message>
        <source>JMeter</source>
        <translation>JMeter</translation>
    </message>
    <message>
        <source>SoapUI</source>
        <translation>SoapUI</translation>
    </message>
    <message>
        <source>mitmproxy</source>
        <translation>mitmproxy</translation>
    </message>
    <message>
        <source>HTTPie command</source>
        <translation>HTTPie 命令</translation>
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
        <translation>本程序的排查报告</translation>
    </message>
    <message>
        <source>Kept case</source>
        <translation>已保存的问题</translation>
    </message>
    <message>
        <source>A reply of QFPay&apos;s</source>
        <translation>QFPay 的响应</translation>
    </message>
    <message>
        <source>A notification of QFPay&apos;s</source>
        <translation>QFPay 的通知</translation>
    </message>
    <message>
        <source>pay_params</source>
        <translation>pay_params</translation>
    </message>
    <message>
        <source>WeChat&apos;s answer to the Mini Program</source>
        <translation>微信对小程序的回答</translation>
    </message>
    <message>
        <source>A return code</source>
        <translation>返回码</translation>
    </message>
    <message>
        <source>A signature, an app code or a key</source>
        <translation>签名、app code 或密钥</translation>
    </message>
    <message>
        <source>Probably a client_key</source>
        <translation>可能是 client_key</translation>
    </message>
    <message>
        <source>A page of the documentation</source>
        <translation>文档页面</translation>
    </message>
    <message>
        <source>Nothing recognised yet</source>
        <translation>尚未识别出内容</translation>
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
    <name>CaseActions</name>
    <message>
        <source>Open what a merchant sent, a proof or a case</source>
        <translation>打开商户发来的内容、排查报告或问题</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>The file could not be read: a fault of this program.</source>
        <translation>无法读取该文件：这是本程序的错误。</translation>
    </message>
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
        <translation>历史记录不保存密钥，并遮盖个人信息：被遮盖的值按遮盖后的内容比较。</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>The replies are those to the request sent as the merchant, and to ours, in this case.</source>
        <translation>响应为此问题中按商户的方式发送的请求以及我方请求所得的响应。</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>There is no case to save: paste what a merchant sent.</source>
        <translation>没有可保存的问题：请粘贴商户发来的内容。</translation>
    </message>
    <message>
        <source>Case (*.json)</source>
        <translation>问题 (*.json)</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>保存问题</translation>
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
        <source>No proof yet: the signature is still examined. Esc ends the search.</source>
        <translation>暂无排查报告：签名仍在检查中。按 Esc 结束。</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Send as the merchant</source>
        <translation>按商户的方式发送</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Proof …</source>
        <translation>排查报告…</translation>
    </message>
    <message>
        <source>Save the case as a file, without the key</source>
        <translation>将问题保存为文件，不含密钥</translation>
    </message>
    <message>
        <source>Paste another request</source>
        <translation>粘贴另一个请求</translation>
    </message>
    <message>
        <source>Close the case; the draft stays</source>
        <translation>关闭问题排查；草稿保留</translation>
    </message>
    <message>
        <source>Send our request with a mistake made on purpose, to see what is answered</source>
        <translation>在我方请求中故意加入错误再发送，看返回什么</translation>
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
    <name>CaseRowsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>CasesTable</name>
    <message>
        <source>Open the case</source>
        <translation>打开问题</translation>
    </message>
    <message>
        <source>Copy ticket number</source>
        <translation>复制工单号</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Kept cases, the newest first</source>
        <translation>已保存的问题，最新的在前</translation>
    </message>
    <message>
        <source>Copied: ticket numbers: {count}</source>
        <translation>已复制工单号：{count}</translation>
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
    <name>CheckPage</name>
    <message>
        <source>Verdict and fields</source>
        <translation>结论和字段</translation>
    </message>
    <message>
        <source>What the merchant’s server received</source>
        <translation>商户服务器收到的内容</translation>
    </message>
    <message>
        <source>Paste what the merchant’s server received: headers and body in any form – HTTP, curl -v, a log, HAR, or the JSON alone.</source>
        <translation>请粘贴商户服务器收到的内容：请求头和正文，形式不限——HTTP、curl -v、日志、HAR，或只有 JSON。</translation>
    </message>
    <message>
        <source>Client key to verify with</source>
        <translation>用于验签的 client_key</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Copy the verdict, the cause and the way out</source>
        <translation>复制结论、原因和解决方法</translation>
    </message>
    <message>
        <source>Send this one to a receiver</source>
        <translation>将此通知发送到接收端</translation>
    </message>
    <message>
        <source>not found: type it here, if you have it</source>
        <translation>没有找到：如有请在此输入</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>This program failed while reading: {name}</source>
        <translation>本程序读取时出错：{name}</translation>
    </message>
    <message>
        <source>The verdict comes here: whether QFPay’s signature fits, and if not, why – the body written anew by a parser, another key, a line break too many – and what each field means.</source>
        <translation>结论将显示在此：QFPay 的签名是否相符；如不符，原因何在——正文被解析器重写、密钥不同、多了一个换行——以及各字段的含义。</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <source>a reply, not a notification</source>
        <translation>是响应，不是通知</translation>
    </message>
    <message>
        <source>Copied: the verdict</source>
        <translation>已复制：结论</translation>
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
    <name>Claims</name>
    <message>
        <source>documented</source>
        <translation>文档有载</translation>
    </message>
    <message>
        <source>seen in samples</source>
        <translation>见于示例</translation>
    </message>
    <message>
        <source>seen at others</source>
        <translation>见于第三方</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未有定论</translation>
    </message>
    <message>
        <source>our advice</source>
        <translation>本程序建议</translation>
    </message>
    <message>
        <source>{title} ({edition}, {date})</source>
        <translation>{title}（{edition}，{date}）</translation>
    </message>
    <message>
        <source>The meaning comes from there; what to do next is our advice.</source>
        <translation>含义出自该处；下一步为本程序的建议。</translation>
    </message>
    <message>
        <source>QFPay: payments in a WeChat Mini Program</source>
        <translation>QFPay：微信小程序支付</translation>
    </message>
    <message>
        <source>QFPay: public payment parameters</source>
        <translation>QFPay：支付公共参数</translation>
    </message>
    <message>
        <source>QFPay: signature generation</source>
        <translation>QFPay：签名生成</translation>
    </message>
    <message>
        <source>QFPay: transaction enquiry</source>
        <translation>QFPay：交易查询</translation>
    </message>
    <message>
        <source>QFPay: refund</source>
        <translation>QFPay：退款</translation>
    </message>
    <message>
        <source>QFPay: reversal</source>
        <translation>QFPay：冲正</translation>
    </message>
    <message>
        <source>QFPay: close</source>
        <translation>QFPay：关闭</translation>
    </message>
    <message>
        <source>QFPay: asynchronous notifications</source>
        <translation>QFPay：异步通知</translation>
    </message>
    <message>
        <source>QFPay: notifications of recurring payments</source>
        <translation>QFPay：定期付款通知</translation>
    </message>
    <message>
        <source>QFPay: status codes</source>
        <translation>QFPay：状态码</translation>
    </message>
    <message>
        <source>QFPay: currencies</source>
        <translation>QFPay：币种</translation>
    </message>
    <message>
        <source>QFPay: environments</source>
        <translation>QFPay：环境</translation>
    </message>
    <message>
        <source>QFPay: documents of 2025</source>
        <translation>QFPay：2025 年文档</translation>
    </message>
    <message>
        <source>QFPay: sample programs and Mini Program boilerplate</source>
        <translation>QFPay：示例程序和小程序模板</translation>
    </message>
    <message>
        <source>QFPay: older documents and host lists</source>
        <translation>QFPay：旧版文档和域名列表</translation>
    </message>
    <message>
        <source>QFPay: overseas documents</source>
        <translation>QFPay：海外文档</translation>
    </message>
    <message>
        <source>QFPay: API reference, Japanese edition</source>
        <translation>QFPay：API 参考，日本版</translation>
    </message>
    <message>
        <source>QFPay: overseas document</source>
        <translation>QFPay：海外接口文档</translation>
    </message>
    <message>
        <source>Constants of an older QFPay service</source>
        <translation>QFPay 旧服务的常量</translation>
    </message>
    <message>
        <source>Merchants&apos; programs in public</source>
        <translation>公开的商户程序</translation>
    </message>
    <message>
        <source>WeChat Pay documentation</source>
        <translation>微信支付文档</translation>
    </message>
    <message>
        <source>WeChat developer community</source>
        <translation>微信开放社区</translation>
    </message>
    <message>
        <source>WeChat documentation: code2Session</source>
        <translation>微信文档：code2Session</translation>
    </message>
    <message>
        <source>WeChat documentation: global return codes</source>
        <translation>微信文档：全局返回码</translation>
    </message>
    <message>
        <source>Tencent&apos;s typings of wx.requestPayment</source>
        <translation>腾讯的 wx.requestPayment 类型定义</translation>
    </message>
    <message>
        <source>WeChat documentation: network of a Mini Program</source>
        <translation>微信文档：小程序的网络</translation>
    </message>
    <message>
        <source>WeChat Pay documentation: start of Mini Program payments</source>
        <translation>微信支付文档：小程序支付快速开始</translation>
    </message>
    <message>
        <source>The rules of form encoding and UTF-8</source>
        <translation>表单编码和 UTF-8 规则</translation>
    </message>
    <message>
        <source>The rules of JSON</source>
        <translation>JSON 规则</translation>
    </message>
    <message>
        <source>The rules of HTTP</source>
        <translation>HTTP 规则</translation>
    </message>
    <message>
        <source>Currency codes</source>
        <translation>货币代码</translation>
    </message>
    <message>
        <source>Common practice, not a documented rule</source>
        <translation>通行做法，并非文档规定</translation>
    </message>
    <message>
        <source>QFPay: limits of requests</source>
        <translation>QFPay：请求限制</translation>
    </message>
    <message>
        <source>QFPay: response format</source>
        <translation>QFPay：响应格式</translation>
    </message>
    <message>
        <source>QFPay: request format</source>
        <translation>QFPay：请求格式</translation>
    </message>
    <message>
        <source>QFPay: what to do about status codes</source>
        <translation>QFPay：返回码处理建议</translation>
    </message>
    <message>
        <source>WeChat: settings of a Mini Program</source>
        <translation>微信：小程序设置</translation>
    </message>
    <message>
        <source>Letters, digits, _ | and * only.</source>
        <translation>只能用字母、数字、_ | 和 *。</translation>
    </message>
    <message>
        <source>JavaScript samples send the time in UTC.</source>
        <translation>JavaScript 示例发送 UTC 时间。</translation>
    </message>
    <message>
        <source>At most 20 characters are suggested.</source>
        <translation>建议不超过 20 个字符。</translation>
    </message>
    <message>
        <source>The common list of payment types that know it leaves 800213 out.</source>
        <translation>支持它的支付类型公共列表中没有 800213。</translation>
    </message>
    <message>
        <source>The address is given by mail, one for each app code.</source>
        <translation>地址以邮件提供，每个 app code 一个。</translation>
    </message>
    <message>
        <source>Editions print one to four back-slashes before u.</source>
        <translation>各版在 u 前印有一至四个反斜杠。</translation>
    </message>
    <message>
        <source>It is not in the table.</source>
        <translation>表中没有它。</translation>
    </message>
    <message>
        <source>1108 was seen for a wrong mchid, with the words “MCHCODE非法”.</source>
        <translation>曾见 mchid 有误时返回 1108，并附“MCHCODE非法”。</translation>
    </message>
    <message>
        <source>It also follows the dialogue that says that paySign does not verify.</source>
        <translation>在提示 paySign 验证失败的对话框之后也会出现。</translation>
    </message>
    <message>
        <source>Some currencies and channels take no refund in part (1270, 1271).</source>
        <translation>部分币种和渠道不支持部分退款（1270、1271）。</translation>
    </message>
    <message>
        <source>A paid order is neither reversed nor cancelled.</source>
        <translation>已支付的订单不能冲正，也不能取消。</translation>
    </message>
    <message>
        <source>The sorted fields are signed, not the body.</source>
        <translation>签名的是排序后的字段，而不是正文。</translation>
    </message>
    <message>
        <source>The body as received is signed, with the key behind it.</source>
        <translation>签名的是收到的原始正文，后接密钥。</translation>
    </message>
    <message>
        <source>String(16), though WeChat’s have 18 characters.</source>
        <translation>String(16)，而微信的为 18 个字符。</translation>
    </message>
    <message>
        <source>String(64), though an RSA signature has 344 characters.</source>
        <translation>String(64)，而 RSA 签名为 344 个字符。</translation>
    </message>
    <message>
        <source>The sorted fields are signed, and the answer is success in small letters.</source>
        <translation>签名的是排序后的字段，应答为小写的 success。</translation>
    </message>
    <message>
        <source>The answer is success in small letters.</source>
        <translation>应答为小写的 success。</translation>
    </message>
    <message>
        <source>The retries follow after 1, 5, 10 and 60 minutes, then 2, 6 and 15 hours.</source>
        <translation>依次在 1、5、10、60 分钟及 2、6、15 小时后重试。</translation>
    </message>
    <message>
        <source>The retries follow every 30 seconds, four times.</source>
        <translation>每 30 秒重试一次，共 4 次。</translation>
    </message>
    <message>
        <source>Each payment may name its own notify_url.</source>
        <translation>每笔支付可自带 notify_url。</translation>
    </message>
    <message>
        <source>No sample sends the header.</source>
        <translation>示例程序均不发送此请求头。</translation>
    </message>
    <message>
        <source>1108 is a signature error.</source>
        <translation>1108 为签名错误。</translation>
    </message>
    <message>
        <source>Node.js samples send small letters.</source>
        <translation>Node.js 示例发送小写字母。</translation>
    </message>
    <message>
        <source>The store is set up wrongly.</source>
        <translation>门店配置有误。</translation>
    </message>
    <message>
        <source>The bank is busy.</source>
        <translation>银行系统繁忙。</translation>
    </message>
    <message>
        <source>The range defaults to the current month: a query without numbers lists its orders.</source>
        <translation>范围默认为当月：不带单号的查询会列出当月订单。</translation>
    </message>
    <message>
        <source>{certainty}, sources differ</source>
        <translation>{certainty}，各来源不一</translation>
    </message>
    <message>
        <source>Another source says: {says}</source>
        <translation>另一来源：{says}</translation>
    </message>
    <message>
        <source>An older source says: {says}</source>
        <translation>较早的来源：{says}</translation>
    </message>
    <message>
        <source>A newer source says: {says}</source>
        <translation>较新的来源：{says}</translation>
    </message>
    <message>
        <source>start_time is ignored where out_trade_no is given, too.</source>
        <translation>给出 out_trade_no 时也会忽略 start_time。</translation>
    </message>
    <message>
        <source>A payment can be refunded within 365 days.</source>
        <translation>付款可在 365 天内退款。</translation>
    </message>
    <message>
        <source>Close is sent with GET; its samples send POST.</source>
        <translation>关闭用 GET 发送；其示例用 POST。</translation>
    </message>
    <message>
        <source>Closing a paid order undoes it.</source>
        <translation>关闭已付款订单即将其撤销。</translation>
    </message>
    <message>
        <source>A public client sends the present time.</source>
        <translation>有公开的客户端发送当前时间。</translation>
    </message>
    <message>
        <source>Reversal is sent with GET, for Alipay and scanned WeChat codes.</source>
        <translation>冲正用 GET 发送，适用于支付宝和微信付款码。</translation>
    </message>
    <message>
        <source>Hong Kong payment types take no reversal.</source>
        <translation>香港的支付类型不支持冲正。</translation>
    </message>
    <message>
        <source>Clients send it in the body, and sign everything but it.</source>
        <translation>有客户端将其放在正文中，并对其余全部签名。</translation>
    </message>
    <message>
        <source>Older samples send appcode in the body.</source>
        <translation>旧示例在正文中发送 appcode。</translation>
    </message>
    <message>
        <source>Both times, or a number, are needed.</source>
        <translation>须给出两个时间，或一个单号。</translation>
    </message>
    <message>
        <source>An example signs an empty value.</source>
        <translation>有示例对空值签名。</translation>
    </message>
    <message>
        <source>PHP samples sign URL-encoded values.</source>
        <translation>PHP 示例对 URL 编码后的值签名。</translation>
    </message>
    <message>
        <source>Samples print respcd as a bare number, which is no JSON.</source>
        <translation>示例将 respcd 印成不带引号的数字，并非合法 JSON。</translation>
    </message>
    <message>
        <source>A reversal is needed.</source>
        <translation>需要冲正。</translation>
    </message>
    <message>
        <source>1251 was seen for a used out_trade_no.</source>
        <translation>曾见 out_trade_no 已用过时返回 1251。</translation>
    </message>
    <message>
        <source>The order does not exist.</source>
        <translation>订单不存在。</translation>
    </message>
    <message>
        <source>The order was made and waits for its payment.</source>
        <translation>订单已创建，等待付款。</translation>
    </message>
    <message>
        <source>Paying by the customer&apos;s code failed.</source>
        <translation>付款码支付失败。</translation>
    </message>
    <message>
        <source>The revocation is not allowed.</source>
        <translation>不允许撤销。</translation>
    </message>
    <message>
        <source>It was seen for a used out_trade_no.</source>
        <translation>曾见于 out_trade_no 已用过时。</translation>
    </message>
    <message>
        <source>The order is closed.</source>
        <translation>订单已关闭。</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>订单已取消。</translation>
    </message>
    <message>
        <source>It was seen for an order that is too old to be refunded.</source>
        <translation>曾见于订单过旧而无法退款时。</translation>
    </message>
    <message>
        <source>A close is listed as a record of its own.</source>
        <translation>关闭列为单独的记录。</translation>
    </message>
    <message>
        <source>A refund&apos;s own answer calls it orig_syssn.</source>
        <translation>退款自身的响应称之为 orig_syssn。</translation>
    </message>
    <message>
        <source>The query calls it origssn.</source>
        <translation>查询称之为 origssn。</translation>
    </message>
    <message>
        <source>Only payment and refund are named.</source>
        <translation>只提到 payment 和 refund。</translation>
    </message>
    <message>
        <source>subscription_payment comes after failures, too.</source>
        <translation>subscription_payment 失败后也会通知。</translation>
    </message>
    <message>
        <source>The newest list does not name it.</source>
        <translation>最新列表中没有它。</translation>
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
    <name>Clipboard</name>
    <message>
        <source>What was copied holds a key: it is taken off the clipboard after {seconds} seconds.</source>
        <translation>复制的内容含有密钥：{seconds} 秒后将从剪贴板中清除。</translation>
    </message>
    <message>
        <source>The key was taken off the clipboard.</source>
        <translation>密钥已从剪贴板中清除。</translation>
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
        <source>Signing string</source>
        <translation>签名字符串</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Reply: {member}</source>
        <translation>响应：{member}</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>没有</translation>
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
        <translation>已复制：比较结果，不含密钥和个人信息</translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send {amount}</source>
        <translation>发送 {amount}</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>退款 {amount}</translation>
    </message>
    <message>
        <source>{send} – real money</source>
        <translation>{send}（真实资金）</translation>
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
    <name>DiagramView</name>
    <message>
        <source>Messages between {names}</source>
        <translation>{names} 之间的消息</translation>
    </message>
</context>
<context>
    <name>DigestLine</name>
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
        <source>{name} was signed as {value}, but the same number was sent in another form: {sent}</source>
        <translation>{name} 签名时为 {value}，发送的却是同一数字的另一种写法：{sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent with decimals: {sent}</source>
        <translation>{name} 签名时为 {value}，发送时却带小数：{sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, in minor units, but sent in major units: {sent}</source>
        <translation>{name} 签名时为 {value}（以“分”为单位），发送时却以“元”为单位：{sent}</translation>
    </message>
    <message>
        <source>characters that are not ASCII became “?” (question marks) before hashing</source>
        <translation>非 ASCII 字符在计算哈希前变成了“?”（问号）</translation>
    </message>
    <message>
        <source>characters that are not ASCII became U+FFFD (“�”) before hashing</source>
        <translation>非 ASCII 字符在计算哈希前变成了 U+FFFD（“�”）</translation>
    </message>
    <message>
        <source>characters that are not ASCII became “?” (question marks) before hashing, emoji “??”</source>
        <translation>非 ASCII 字符在计算哈希前变成了“?”（问号），表情符号变成了“??”</translation>
    </message>
    <message>
        <source>each byte of characters that are not ASCII became a “?” (question mark) before hashing</source>
        <translation>非 ASCII 字符的每个字节在计算哈希前都变成了“?”（问号）</translation>
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
        <source>something stood around the text when it was hashed, as a stream writer or a buffer puts it: {digest}</source>
        <translation>计算哈希时文本前后多了内容（流写入器或缓冲区所加）：{digest}</translation>
    </message>
    <message>
        <source>the whole text was encoded before it was hashed: {digest}</source>
        <translation>整个文本在计算哈希前被编码：{digest}</translation>
    </message>
    <message>
        <source>the string was sent without hashing it: the signature is the signing string itself, not hashed</source>
        <translation>字符串没有计算哈希就发送了：签名就是签名字符串本身</translation>
    </message>
    <message>
        <source>a checksum was used in place of a digest: {digest}, not {sign_type}</source>
        <translation>用校验和代替了摘要：用的是 {digest}，不是 {sign_type}</translation>
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
        <source>{digest} was used with its arguments swapped: the text as its secret, the key as its message</source>
        <translation>使用 {digest} 时两个参数颠倒了：文本当作密钥，密钥当作消息</translation>
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
        <source>the members of {name} were signed as parameters of their own (nested form, {form}), but sent as JSON</source>
        <translation>{name} 的成员各自作为参数签名（嵌套表单，如 {form}），但以 JSON 发送</translation>
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
        <source>a line feed stands between the last parameter and the key</source>
        <translation>最后一个参数与密钥之间有换行符</translation>
    </message>
    <message>
        <source>a line break (CR LF) stands between the last parameter and the key</source>
        <translation>最后一个参数与密钥之间有换行（CR LF）</translation>
    </message>
    <message>
        <source>a space stands between the last parameter and the key</source>
        <translation>最后一个参数与密钥之间有空格</translation>
    </message>
    <message>
        <source>a tab stands between the last parameter and the key</source>
        <translation>最后一个参数与密钥之间有制表符</translation>
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
        <source>the parameters were not sorted: they were signed in the order of a Java HashMap ({size} buckets)</source>
        <translation>参数没有排序：按 Java HashMap（{size} 个桶）的顺序签名</translation>
    </message>
    <message>
        <source>the finished “name=value” texts were not sorted: they stand in the order of a Java HashSet ({size} buckets)</source>
        <translation>拼好的“name=value”文本没有排序：按 Java HashSet（{size} 个桶）的顺序排列</translation>
    </message>
    <message>
        <source>the parameters were sorted by value, numbers by size (PHP&apos;s asort or arsort), not by name</source>
        <translation>参数按值排序（数字按大小，即 PHP 的 asort 或 arsort），而不是按名称排序</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of a Java Hashtable (hash order)</source>
        <translation>参数没有排序：按 Java Hashtable（哈希）的顺序签名</translation>
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
        <source>{name} was signed a day apart from what was sent ({value})</source>
        <translation>{name} 签名时的日期与发送的相差一天（{value}）</translation>
    </message>
    <message>
        <source>{name} was signed with its seconds set to 00 ({value})</source>
        <translation>{name} 签名时秒数被置为 00（{value}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent misread (mojibake): {sent}</source>
        <translation>{name} 签名时为 {value}，发送的却是乱码：{sent}</translation>
    </message>
    <message>
        <source>Hand the raw values to the library that writes the body: it encodes them, once.</source>
        <translation>把原始值交给写请求体的库，由它编码一次。</translation>
    </message>
    <message>
        <source>URL-encoded, and all of it written in lower case</source>
        <translation>作了 URL 编码并全部转为小写</translation>
    </message>
    <message>
        <source>URL-encoded by .NET&apos;s UrlEncode, and all of it written in lower case</source>
        <translation>用 .NET 的 UrlEncode 作了 URL 编码并全部转为小写</translation>
    </message>
    <message>
        <source>written in simplified Chinese (traditional characters were sent)</source>
        <translation>写成了简体字（发送的是繁体字）</translation>
    </message>
    <message>
        <source>written in traditional Chinese (simplified characters were sent)</source>
        <translation>写成了繁体字（发送的是简体字）</translation>
    </message>
    <message>
        <source>{name} was signed: a signature is never part of the text it signs</source>
        <translation>{name} 参与了签名：签名不属于被签名的文本</translation>
    </message>
    <message>
        <source>each byte of the digest was written in three digits</source>
        <translation>摘要的每个字节写成了三位数字</translation>
    </message>
    <message>
        <source>the bytes of the digest were printed as a list of hex numbers or escapes (0x…, \x…)</source>
        <translation>摘要的各字节被输出为十六进制数或转义的列表（0x…、\x…）</translation>
    </message>
    <message>
        <source>the bytes of the digest were written in octal</source>
        <translation>摘要的各字节以八进制写出</translation>
    </message>
    <message>
        <source>the hex digits of the digest were sent in groups, with marks between them</source>
        <translation>摘要的十六进制数字分组发送，组间带有分隔符</translation>
    </message>
    <message>
        <source>letters stand in the signature where digits look like them (O for 0, l or I for 1)</source>
        <translation>签名中本应为数字之处是形近的字母（O 代替 0，l 或 I 代替 1）</translation>
    </message>
    <message>
        <source>the digest was sent in base64 behind a label (the name of the digest), not in hex</source>
        <translation>摘要以 base64 发送，前面带有标签（摘要算法名），而非十六进制</translation>
    </message>
    <message>
        <source>the digest was sent in base58 or base62, not in hex</source>
        <translation>摘要以 base58 或 base62 发送，而非十六进制</translation>
    </message>
    <message>
        <source>the text was never hashed: Go&apos;s Sum(b) puts b in front of a digest of nothing, so the signing string was sent in hex</source>
        <translation>文本根本没有计算哈希：Go 的 Sum(b) 只是把 b 放在空内容的摘要之前，因此发送的是待签名串的十六进制</translation>
    </message>
    <message>
        <source>the digest was sent as an octal number, not in hex</source>
        <translation>摘要以八进制数发送，而不是十六进制</translation>
    </message>
    <message>
        <source>the digest was sent in base85 (Ascii85), not in hex</source>
        <translation>摘要以 base85（Ascii85）发送，而不是十六进制</translation>
    </message>
    <message>
        <source>the digest was sent uuencoded, not in hex</source>
        <translation>摘要以 uuencode 发送，而不是十六进制</translation>
    </message>
    <message>
        <source>the key was filled up to {count} characters with {what}</source>
        <translation>密钥用{what}补足到 {count} 个字符</translation>
    </message>
    <message>
        <source>the key was mistyped at character {place}</source>
        <translation>密钥的第 {place} 个字符输错</translation>
    </message>
    <message>
        <source>the key was decoded from {what} to bytes, and these were read as text in {how}</source>
        <translation>密钥从 {what} 解码成字节，字节又按 {how} 读成了文本</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the month counted one too many, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}：月份多数了一，发送的却是 {sent}</translation>
    </message>
    <message>
        <source>the name of a variable, or a placeholder, was used in place of the key and never filled in: {what}</source>
        <translation>用了变量名或占位符代替密钥，没有填入真正的密钥：{what}</translation>
    </message>
    <message>
        <source>a Mongolian vowel separator (invisible)</source>
        <translation>一个蒙古文元音分隔符（不可见）</translation>
    </message>
    <message>
        <source>a Hangul filler (invisible)</source>
        <translation>一个韩文填充符（不可见）</translation>
    </message>
    <message>
        <source>a variation selector (invisible)</source>
        <translation>一个变体选择符（不可见）</translation>
    </message>
    <message>
        <source>a function application mark (invisible)</source>
        <translation>一个函数应用符（不可见）</translation>
    </message>
    <message>
        <source>an invisible separator</source>
        <translation>一个不可见的分隔符</translation>
    </message>
    <message>
        <source>a combining grapheme joiner (invisible)</source>
        <translation>一个组合用字形连接符（不可见）</translation>
    </message>
    <message>
        <source>an Arabic letter mark (invisible)</source>
        <translation>一个阿拉伯字母标记（不可见）</translation>
    </message>
    <message>
        <source>a form feed</source>
        <translation>一个换页符</translation>
    </message>
    <message>
        <source>a vertical tab</source>
        <translation>一个垂直制表符</translation>
    </message>
    <message>
        <source>a line break and blanks (a line that was wrapped)</source>
        <translation>一个换行和空格（被折行）</translation>
    </message>
    <message>
        <source>the soft line break of a mail in quoted-printable (=)</source>
        <translation>邮件 quoted-printable 编码的软换行（=）</translation>
    </message>
    <message>
        <source>a hyphen and a line break (hyphenation)</source>
        <translation>一个连字符和一个换行（断词）</translation>
    </message>
    <message>
        <source>a backslash and a line break (a continued line)</source>
        <translation>一个反斜杠和一个换行（续行）</translation>
    </message>
    <message>
        <source>a line break and a mail&apos;s mark of quotation</source>
        <translation>一个换行和邮件的引用符号</translation>
    </message>
    <message>
        <source>the tag of a line break, &lt;br&gt;</source>
        <translation>换行标签 &lt;br&gt;</translation>
    </message>
    <message>
        <source>two blanks (spaces)</source>
        <translation>两个空格</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in Arabic digits, but sent as {sent}</source>
        <translation>{name} 签名时写作 {value}：用了阿拉伯文数字，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: another currency, or another name of it, than {sent}</source>
        <translation>{name} 签名时写作 {value}：与发送的 {sent} 不是同一币种，或是币种的另一种写法</translation>
    </message>
    <message>
        <source>the key was {how}, and not used as it is</source>
        <translation>密钥没有原样使用：{how}</translation>
    </message>
    <message>
        <source>the {digest} of the key was used in place of the key</source>
        <translation>用了密钥的 {digest} 代替密钥本身</translation>
    </message>
    <message>
        <source>the key was used with its characters in another order or not all of them: {how}</source>
        <translation>使用密钥时字符顺序不同，或没有用全部字符：{how}</translation>
    </message>
    <message>
        <source>only the key was hashed: the parameters were lost (a digest begun anew, an empty text)</source>
        <translation>只对密钥做了哈希：参数丢失了（摘要被重新开始，或文本为空）</translation>
    </message>
    <message>
        <source>nothing was hashed: the signature is the digest of an empty text</source>
        <translation>什么都没有哈希：签名是空文本的摘要</translation>
    </message>
    <message>
        <source>the characters of the joined text were joined or sorted one by one, as a list: {how}</source>
        <translation>拼接好的文本被当作列表，逐个字符再拼接或排序：{how}</translation>
    </message>
    <message>
        <source>the joined parameters were cut at an end, by a character too many or at the wrong end</source>
        <translation>拼接好的参数在一端被截断：多截了一个字符，或截错了一端</translation>
    </message>
    <message>
        <source>the whole signing string was cut at an end: its first or last character is missing</source>
        <translation>整个签名字符串在一端被截断：缺少首字符或末字符</translation>
    </message>
    <message>
        <source>the text was taken in twice: a digest was updated with all of it, or a part, once more</source>
        <translation>文本被计入两次：摘要又用全部或一部分文本更新了一次</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters, joined with “{gap}”</source>
        <translation>密钥位于参数之前，以“{gap}”连接</translation>
    </message>
    <message>
        <source>the joined parameters were encoded in {how} before the key was appended</source>
        <translation>拼接后的参数在附加密钥之前被编码为 {how}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but a program&apos;s print of it was sent: {sent} ({maker})</source>
        <translation>{name} 签名时为 {value}，发送的却是程序对它的打印形式：{sent}（{maker}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent in major units: {sent}</source>
        <translation>{name} 签名时为 {value}，发送时却以“元”为单位：{sent}</translation>
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
        <source>{name} was sent in the body but not signed: a signature is never part of the text it signs</source>
        <translation>{name} 随正文发送但没有签名：签名从不属于它所签的文本</translation>
    </message>
    <message>
        <source>Take {name} out of the body: signature and sign type travel in the headers X-QF-SIGN and X-QF-SIGNTYPE. Whether the server minds it in the body is not documented.</source>
        <translation>请把 {name} 从正文中移除：签名和签名类型放在请求头 X-QF-SIGN 和 X-QF-SIGNTYPE 中。服务器是否接受正文中带有它，文档没有说明。</translation>
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
        <source>{name} was signed as milliseconds since 1970 ({value}), but sent as a date</source>
        <translation>{name} 按 1970 年以来的毫秒数签名（{value}），但按日期发送</translation>
    </message>
    <message>
        <source>the names were {how}, though names are case-sensitive</source>
        <translation>名称{how}，但名称区分大小写</translation>
    </message>
    <message>
        <source>URL-encoded as {maker} does it</source>
        <translation>按 {maker} 的方式作 URL 编码</translation>
    </message>
    <message>
        <source>JSON-escaped as {maker} does it</source>
        <translation>按 {maker} 的方式作 JSON 转义</translation>
    </message>
    <message>
        <source>HTML-escaped as {maker} does it, with references</source>
        <translation>按 {maker} 的方式作 HTML 转义（字符引用）</translation>
    </message>
    <message>
        <source>written with escapes as {maker} writes them</source>
        <translation>按 {maker} 的方式写成转义序列</translation>
    </message>
    <message>
        <source>written with other capitals ({maker})</source>
        <translation>大小写被改写（{maker}）</translation>
    </message>
    <message>
        <source>cleaned or changed by a filter ({maker})</source>
        <translation>被过滤器清理或改动（{maker}）</translation>
    </message>
    <message>
        <source>misread (mojibake): {written} was read as {read}</source>
        <translation>被读成乱码：{written} 被当作 {read} 读取</translation>
    </message>
    <message>
        <source>Send the digest as plain hex digits, nothing before, between or after them.</source>
        <translation>摘要请以纯十六进制数字发送，前后和中间都不加任何内容。</translation>
    </message>
    <message>
        <source>the bytes of the digest were printed as a list of numbers, not in hex</source>
        <translation>摘要的字节打印成了一列数字，而非十六进制</translation>
    </message>
    <message>
        <source>the digest was sent in base64, not in hex</source>
        <translation>摘要以 base64 而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent in base64 without padding (“=”), not in hex</source>
        <translation>摘要以不带填充（“=”）的 base64 而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent in URL-safe base64, not in hex</source>
        <translation>摘要以 URL 安全的 base64 而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent in base64 twice, not in hex</source>
        <translation>摘要以两次 base64 而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was written in base64, and that in hex once more</source>
        <translation>摘要写成 base64，又再写成十六进制</translation>
    </message>
    <message>
        <source>the digest was sent in base32, not in hex</source>
        <translation>摘要以 base32 而非十六进制发送</translation>
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
        <source>the hex digest was sent in base64 once more, of its characters in UTF-16</source>
        <translation>十六进制摘要的 UTF-16 字符又作了 base64 编码后发送</translation>
    </message>
    <message>
        <source>the hex digest was written in hex once more</source>
        <translation>十六进制摘要又写成了十六进制</translation>
    </message>
    <message>
        <source>other text in hex stands in front of the digest: Go&apos;s Sum(b) prepends b to the digest, unhashed</source>
        <translation>摘要前面有其他文本的十六进制：Go 的 Sum(b) 把 b 原样加在摘要前面，不计算哈希</translation>
    </message>
    <message>
        <source>{name} was made a second time, or counted on: signed {value}, sent {sent} ({apart} apart at its end)</source>
        <translation>{name} 生成了两次，或又递增了：签名的是 {value}，发送的是 {sent}（末尾相差 {apart}）</translation>
    </message>
    <message>
        <source>a line feed</source>
        <translation>换行符</translation>
    </message>
    <message>
        <source>a line break (CR LF)</source>
        <translation>换行（CR LF）</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>回车符</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>a blank (space)</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>a no-break space</source>
        <translation>不间断空格</translation>
    </message>
    <message>
        <source>an ideographic space (full-width blank)</source>
        <translation>全角空格</translation>
    </message>
    <message>
        <source>a thin space</source>
        <translation>窄空格（thin space）</translation>
    </message>
    <message>
        <source>a narrow no-break space</source>
        <translation>窄不间断空格</translation>
    </message>
    <message>
        <source>a hair space</source>
        <translation>极窄空格（hair space）</translation>
    </message>
    <message>
        <source>an en space</source>
        <translation>半身空格（en space）</translation>
    </message>
    <message>
        <source>an em space</source>
        <translation>全身空格（em space）</translation>
    </message>
    <message>
        <source>a zero-width space</source>
        <translation>零宽空格</translation>
    </message>
    <message>
        <source>a zero-width non-joiner</source>
        <translation>零宽不连字符</translation>
    </message>
    <message>
        <source>a zero-width joiner</source>
        <translation>零宽连字符</translation>
    </message>
    <message>
        <source>a word joiner (invisible)</source>
        <translation>词连接符（不可见）</translation>
    </message>
    <message>
        <source>a soft hyphen (invisible)</source>
        <translation>软连字符（不可见）</translation>
    </message>
    <message>
        <source>a left-to-right mark (invisible)</source>
        <translation>从左到右标记（不可见）</translation>
    </message>
    <message>
        <source>a right-to-left mark (invisible)</source>
        <translation>从右到左标记（不可见）</translation>
    </message>
    <message>
        <source>a left-to-right embedding (invisible)</source>
        <translation>从左到右嵌入符（不可见）</translation>
    </message>
    <message>
        <source>a pop directional formatting mark (invisible)</source>
        <translation>方向格式结束符（不可见）</translation>
    </message>
    <message>
        <source>a line separator</source>
        <translation>行分隔符</translation>
    </message>
    <message>
        <source>a paragraph separator</source>
        <translation>段分隔符</translation>
    </message>
    <message>
        <source>a byte order mark (BOM)</source>
        <translation>字节顺序标记（BOM）</translation>
    </message>
    <message>
        <source>a replacement character (U+FFFD)</source>
        <translation>替换字符（U+FFFD）</translation>
    </message>
    <message>
        <source>a middle dot</source>
        <translation>间隔号</translation>
    </message>
    <message>
        <source>a line separator and a line feed</source>
        <translation>行分隔符和换行符</translation>
    </message>
    <message>
        <source>the two characters “\n”</source>
        <translation>“\n”这两个字符</translation>
    </message>
    <message>
        <source>the four characters “\r\n”</source>
        <translation>“\r\n”这四个字符</translation>
    </message>
    <message>
        <source>a backslash</source>
        <translation>反斜杠</translation>
    </message>
    <message>
        <source>a NUL character</source>
        <translation>NUL 字符</translation>
    </message>
    <message>
        <source>{what} stands inside the key, after character {count} (at position {place})</source>
        <translation>密钥中间第 {count} 个字符之后（位置 {place}）夹有{what}</translation>
    </message>
    <message>
        <source>{what} follows the key</source>
        <translation>密钥之后有{what}</translation>
    </message>
    <message>
        <source>{what} stands before the key</source>
        <translation>密钥之前有{what}</translation>
    </message>
    <message>
        <source>the key was copied together with “{what}”</source>
        <translation>复制密钥时连同“{what}”一起复制了</translation>
    </message>
    <message>
        <source>character {place} of the key is missing (lost)</source>
        <translation>密钥的第 {place} 个字符缺失</translation>
    </message>
    <message>
        <source>character {place} of the key is doubled</source>
        <translation>密钥的第 {place} 个字符重复了</translation>
    </message>
    <message>
        <source>characters {place} and {next} of the key are swapped (transposed)</source>
        <translation>密钥的第 {place} 和第 {next} 个字符互换了</translation>
    </message>
    <message>
        <source>the key has one character too many, at character {place}</source>
        <translation>密钥在第 {place} 个字符处多了一个字符</translation>
    </message>
    <message>
        <source>character {place} of the key is a look-alike of another alphabet (full-width, Cyrillic, Greek)</source>
        <translation>密钥的第 {place} 个字符是另一种字母表中的形似字符（全角、西里尔或希腊字母）</translation>
    </message>
    <message>
        <source>letters of the key are look-alikes of another alphabet ({alphabet})</source>
        <translation>密钥的字母是另一种字母表中的形似字符（{alphabet}）</translation>
    </message>
    <message>
        <source>the key was used twice in a row, joined by {what}</source>
        <translation>密钥连用了两次，中间以{what}相接</translation>
    </message>
    <message>
        <source>the key was cut into groups by “{what}” (dashes or blanks, as a UUID has them)</source>
        <translation>密钥被“{what}”分成了几组（如 UUID 的短横线或空格）</translation>
    </message>
    <message>
        <source>the marks between the groups of the key (dashes, as a UUID has them) are missing</source>
        <translation>密钥各组之间的标记（如 UUID 的短横线）缺失</translation>
    </message>
    <message>
        <source>the app code was used together with the key, {what} between them</source>
        <translation>app code 与密钥一起被用作密钥，中间是{what}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but another print of that time was sent: {sent}</source>
        <translation>{name} 签名时为 {value}，发送的却是同一时间的另一种写法：{sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, with a fraction of a second, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（带秒的小数部分），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>自 1970 年起的秒数</translation>
    </message>
    <message>
        <source>milliseconds since 1970</source>
        <translation>自 1970 年起的毫秒数</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: another character, “{put}” at place {place} in place of “{sent}”</source>
        <translation>{name} 签名时为 {value}：第 {place} 个字符是“{put}”，而非“{sent}”</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: one character more, “{put}” at place {place}</source>
        <translation>{name} 签名时为 {value}：第 {place} 位多了一个字符“{put}”</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: character {place} simplified or traditional (“{put}” for “{sent}”)</source>
        <translation>{name} 签名时为 {value}：第 {place} 个字符简繁不同（“{put}”代替“{sent}”）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: with “{put}” in place of every “{sent}”</source>
        <translation>{name} 签名时为 {value}：所有“{sent}”都成了“{put}”</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: without any “{sent}”</source>
        <translation>{name} 签名时为 {value}：去掉了所有“{sent}”</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in full-width digits, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（全角数字），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in Chinese numerals, but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（中文数字），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a stretch of time ({maker}), but sent as {sent}</source>
        <translation>{name} 签名时为 {value}（时长的写法：{maker}），发送的却是 {sent}</translation>
    </message>
    <message>
        <source>“{front}” stands after the key, at the end of the signing string</source>
        <translation>待签名串末尾、密钥之后有“{front}”</translation>
    </message>
    <message>
        <source>the key was written otherwise: {how}</source>
        <translation>密钥换了写法：{how}</translation>
    </message>
    <message>
        <source>a piece of the key, “{what}”, was swallowed: a shell, a template or Perl took it for a variable</source>
        <translation>密钥中的“{what}”被吞掉了：Shell、模板或 Perl 把它当成了变量</translation>
    </message>
    <message>
        <source>the key was cut at its “{what}”: only the first {count} characters were used</source>
        <translation>密钥在“{what}”处被截断：只用了前 {count} 个字符</translation>
    </message>
    <message>
        <source>the key was read as a number, as a spreadsheet does, and written as {form}</source>
        <translation>密钥像在电子表格中那样被读成数字，写成了 {form}</translation>
    </message>
    <message>
        <source>the key was decoded from {what} to bytes</source>
        <translation>密钥被从 {what} 解码成了字节</translation>
    </message>
    <message>
        <source>a program&apos;s print of the key was used: {form} ({what})</source>
        <translation>用了程序打印的密钥：{form}（{what}）</translation>
    </message>
    <message>
        <source>the key was used masked, with “{what}” for its middle</source>
        <translation>用了遮盖过的密钥，中间是“{what}”</translation>
    </message>
    <message>
        <source>the key was joined with “{lead}” in front and “{tail}” behind it</source>
        <translation>密钥以前面的“{lead}”和后面的“{tail}”连接</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a program&apos;s own print of that time, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：这是程序自己打印的时间，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: letters of the date pattern mixed up, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：日期格式的字母用混了，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the month counted from 0, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：月份从 0 数起，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value} ({unit}), but sent as {sent}</source>
        <translation>{name} 签名为 {value}（{unit}），但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: no time at all, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：根本不是时间，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>microseconds since 1970</source>
        <translation>1970 年以来的微秒数</translation>
    </message>
    <message>
        <source>nanoseconds since 1970</source>
        <translation>1970 年以来的纳秒数</translation>
    </message>
    <message>
        <source>ticks of .NET, tenths of a microsecond since year 1</source>
        <translation>.NET 的 ticks：公元 1 年以来的十分之一微秒数</translation>
    </message>
    <message>
        <source>a file time (FILETIME) of Windows</source>
        <translation>Windows 的文件时间（FILETIME）</translation>
    </message>
    <message>
        <source>the serial number of a spreadsheet&apos;s date</source>
        <translation>电子表格日期的序列号</translation>
    </message>
    <message>
        <source>a count of days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: without character {place} (“{sent}”)</source>
        <translation>{name} 签名为 {value}：少了第 {place} 个字符（“{sent}”）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: character {place} doubled (“{sent}”)</source>
        <translation>{name} 签名为 {value}：第 {place} 个字符重复了（“{sent}”）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: characters {place} and {next} swapped (transposed)</source>
        <translation>{name} 签名为 {value}：第 {place} 和第 {next} 个字符互换了</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the same number written otherwise, with an exponent (e+), but sent as {sent}</source>
        <translation>{name} 签名为 {value}：同一个数写成了带指数（e+）的形式，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a number type&apos;s print of {sent} ({maker})</source>
        <translation>{name} 签名为 {value}：这是某种数字类型打印的 {sent}（{maker}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: with thousands separators, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：带千位分隔符，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: written as money, with a currency or in major units, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：写成了带币种或以元为单位的金额，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a rational number (fraction), but sent as {sent}</source>
        <translation>{name} 签名为 {value}：写成了有理数（分数），但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: written in another base (hexadecimal, octal, binary), but sent as {sent}</source>
        <translation>{name} 签名为 {value}：写成了另一种进制（十六、八或二进制），但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in another unit, {factor} times what was sent ({sent})</source>
        <translation>{name} 签名为 {value}：用了另一种单位，是所发送的 {factor} 倍（{sent}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the same number written with zeros or blanks in front or behind, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：同一个数的前后加了零或空格，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: rounded by single precision (float), in floating point, but sent as {sent}</source>
        <translation>{name} 签名为 {value}：被单精度浮点数（float）舍入，但发送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the character with that number (rune, chr), not its digits</source>
        <translation>{name} 签名为 {value}：这是该编号的字符（rune、chr），而不是数字</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: cut to the size of an integer type, a number gone over its limit</source>
        <translation>{name} 签名为 {value}：被截到某种整数类型的大小，数字超出了上限</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order {names}, which no rule gives (a map or set that lists its members at random, as in Go, Perl or Python)</source>
        <translation>参数没有排序：按 {names} 的顺序签名，没有规则会得出此顺序（如 Go、Perl 或 Python 中随机列出成员的映射或集合）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a program&apos;s print of the value ({maker}), not the value itself</source>
        <translation>{name} 签名为 {value}：这是程序打印的值（{maker}），而不是值本身</translation>
    </message>
    <message>
        <source>{name} was signed as “{value}”: true and false are written otherwise than sent (“{sent}”)</source>
        <translation>{name} 签名为“{value}”：真假值的写法与发送的（“{sent}”）不同</translation>
    </message>
    <message>
        <source>{name} was signed as the text “{value}”, a language&apos;s print of nothing, but sent as “{sent}”</source>
        <translation>{name} 签名为文本“{value}”（某种语言打印的空值），但发送的是“{sent}”</translation>
    </message>
    <message>
        <source>{name} was signed empty, without its value, but sent as “{sent}”</source>
        <translation>{name} 签名时为空、没有值，但发送的是“{sent}”</translation>
    </message>
    <message>
        <source>{name} was signed as a program&apos;s print of its members: {value} ({maker}), but sent as JSON</source>
        <translation>{name} 按程序打印的成员签名：{value}（{maker}），但以 JSON 发送</translation>
    </message>
    <message>
        <source>the parameters were signed as a program&apos;s print of them ({form}), not as name=value pairs joined by “&amp;”</source>
        <translation>参数按程序打印的形式（{form}）签名，而不是以“&amp;”连接的 name=value</translation>
    </message>
    <message>
        <source>the sorting lost the names (keys): the values were signed with numbers, as {form}</source>
        <translation>排序时丢失了名称（键）：值以序号签名，如 {form}</translation>
    </message>
    <message>
        <source>names and values were swapped: signed as {form}</source>
        <translation>名称与值颠倒了：签名为 {form}</translation>
    </message>
    <message>
        <source>the key was printed among the parameters as {name} ({form}), not appended</source>
        <translation>密钥作为 {name} 打印在参数之中（{form}），而没有接在末尾</translation>
    </message>
    <message>
        <source>“{front}” (a method, a path, an address URL or other text) stands in front of the parameters</source>
        <translation>参数之前有“{front}”（方法、路径、URL 地址或其他文本）</translation>
    </message>
    <message>
        <source>“{front}” stands between the last parameter and the key</source>
        <translation>最后一个参数与密钥之间有“{front}”</translation>
    </message>
    <message>
        <source>the app code stands beside the parameters in the signing string, though it travels in a header</source>
        <translation>签名字符串中参数旁边有 app code，但它应放在请求头中</translation>
    </message>
    <message>
        <source>names and values were sorted apart from each other: values stand under other names</source>
        <translation>名称和值分别排序：值落在了别的名称之下</translation>
    </message>
    <message>
        <source>the sorting lost the names (keys): only the values were signed, sorted by value, joined by “{joiner}”</source>
        <translation>排序时丢失了名称（键）：只签名了按值排序的值，以“{joiner}”连接</translation>
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
        <source>the first character of the signature is missing</source>
        <translation>缺少签名的第一个字符</translation>
    </message>
    <message>
        <source>the last character of the signature is missing</source>
        <translation>缺少签名的最后一个字符</translation>
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
        <source>the hex digest was written in hex once more, in UTF-16</source>
        <translation>十六进制摘要又以 UTF-16 写成十六进制</translation>
    </message>
    <message>
        <source>the bytes of the digest were sent with marks between them (separated)</source>
        <translation>摘要的字节之间带有分隔标记</translation>
    </message>
    <message>
        <source>the digest was sent as a UUID, with dashes</source>
        <translation>摘要以 UUID 形式（带短横线）发送</translation>
    </message>
    <message>
        <source>the digest was sent as a UUID of version 3, which overwrites some bits (nameUUIDFromBytes)</source>
        <translation>摘要以版本 3 的 UUID 发送，其中某些位被改写（nameUUIDFromBytes）</translation>
    </message>
    <message>
        <source>the digest was sent as a GUID of .NET (UUID), whose first bytes are in reversed order (little-endian)</source>
        <translation>摘要以 .NET 的 GUID（UUID）发送，其开头的字节顺序相反（小端序）</translation>
    </message>
    <message>
        <source>the digest was printed as a list of signed bytes (numbers from -128 to 127), not in hex</source>
        <translation>摘要打印成了一列有符号字节（-128 至 127 的数字），而非十六进制</translation>
    </message>
    <message>
        <source>the bytes of the digest were written in decimal, with nothing between them</source>
        <translation>摘要的字节写成了十进制，中间没有分隔</translation>
    </message>
    <message>
        <source>the digest was written as decimal words of four bytes</source>
        <translation>摘要写成了每四个字节一个的十进制数</translation>
    </message>
    <message>
        <source>a program&apos;s print of the digest&apos;s bytes was sent, not its hex digits</source>
        <translation>发送了程序打印的摘要字节，而不是十六进制数字</translation>
    </message>
    <message>
        <source>the digest&apos;s bytes were sent as characters (URL-encoded, percent), not in hex</source>
        <translation>摘要的字节以字符（URL 编码的百分号形式）而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent as a decimal number, not in hex</source>
        <translation>摘要以十进制数而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent as a decimal number of its bytes in reversed order (little-endian)</source>
        <translation>摘要以字节顺序相反（小端序）的十进制数发送</translation>
    </message>
    <message>
        <source>the digest was sent as a decimal number with its sign, as Java&apos;s BigInteger makes of it (negative)</source>
        <translation>摘要以带符号的十进制数发送，如 Java 的 BigInteger 所得（负数）</translation>
    </message>
    <message>
        <source>the digest was read as a negative number with a sign, as Java&apos;s BigInteger does</source>
        <translation>摘要被读成带符号的负数，如 Java 的 BigInteger 所为</translation>
    </message>
    <message>
        <source>the digest was sent as a number of base 36, not in hex</source>
        <translation>摘要以 36 进制数而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent as binary digits (bits), not in hex</source>
        <translation>摘要以二进制位而非十六进制发送</translation>
    </message>
    <message>
        <source>the digest was sent backwards (reversed)</source>
        <translation>摘要被倒序发送</translation>
    </message>
    <message>
        <source>the bytes of the digest were sent in reversed order</source>
        <translation>摘要的字节以相反的顺序发送</translation>
    </message>
    <message>
        <source>the halves of each byte were swapped: the low nibble first, as unpack(&quot;h*&quot;) does</source>
        <translation>每个字节的两半颠倒了：低四位在前，如 unpack(&quot;h*&quot;) 所为</translation>
    </message>
    <message>
        <source>the bytes of the digest stand in the order of little-endian words (endian)</source>
        <translation>摘要的字节按小端序的字排列</translation>
    </message>
    <message>
        <source>the digest was sent twice in a row (doubled)</source>
        <translation>摘要连着发送了两次</translation>
    </message>
    <message>
        <source>the signature was sent with what the tool printed around it: a label (stdin), or the blanks and the dash or file name of md5sum</source>
        <translation>签名连同工具打印的内容一起发送：标签（stdin），或 md5sum 的空格与短横线或文件名</translation>
    </message>
    <message>
        <source>the signature was sent with other text around it (a label or quotes)</source>
        <translation>签名前后带有其他文本（标签或引号）</translation>
    </message>
    <message>
        <source>it was sent as plain text</source>
        <translation>以明文发送</translation>
    </message>
    <message>
        <source>the string was sent in base64</source>
        <translation>字符串以 base64 发送</translation>
    </message>
    <message>
        <source>the string was sent in hex</source>
        <translation>字符串以十六进制发送</translation>
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
        <source>{names} was signed URL-decoded, as the value itself, but sent URL-encoded twice: once by the program, once by the library that wrote the body</source>
        <translation>{names} 签名时是解码后的原值，但发送时被 URL 编码了两次：程序编码一次，写请求体的库又编码一次</translation>
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
    <name>DoorBar</name>
    <message>
        <source>Copy for a program</source>
        <translation>复制给程序用</translation>
    </message>
    <message>
        <source>Copied: base_url; app_code and client_key stay the merchant’s own</source>
        <translation>已复制：base_url；app_code 和 client_key 仍用商户自己的</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>The simulator is not running.</source>
        <translation>模拟器未运行。</translation>
    </message>
    <message>
        <source>base_url, as a line of name=value; the program keeps its own app_code and client_key</source>
        <translation>base_url，一行 名称=值；程序保留自己的 app_code 和 client_key</translation>
    </message>
    <message>
        <source>base_url, app_code and client_key of the simulator&apos;s demo merchant, as lines of name=value. A program may as well keep the app_code and key of one of your profiles: it is verified with that key.</source>
        <translation>模拟器演示商户的 base_url、app_code 和 client_key，每行 名称=值。程序也可以沿用您某个商户配置的 app_code 和密钥：将用该密钥验签。</translation>
    </message>
    <message>
        <source>Forget what was seen</source>
        <translation>清除已看到的请求</translation>
    </message>
    <message>
        <source>Copied: base_url, app_code and client_key of the demo merchant</source>
        <translation>已复制：演示商户的 base_url、app_code 和 client_key</translation>
    </message>
</context>
<context>
    <name>EndedView</name>
    <message>
        <source>Show the sequence</source>
        <translation>查看时序图</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次调用</translation>
    </message>
    <message>
        <source>The simulator failed</source>
        <translation>模拟器出错</translation>
    </message>
    <message>
        <source>Fault: {name}</source>
        <translation>错误：{name}</translation>
    </message>
    <message>
        <source>Call wx.requestPayment again with the same pay_params</source>
        <translation>用同一 pay_params 再次调用 wx.requestPayment</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>时序图</translation>
    </message>
</context>
<context>
    <name>EndpointChooser</name>
    <message>
        <source>Call</source>
        <translation>接口</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>&amp;AppID of the merchant&apos;s Mini Program</source>
        <translation>商户小程序的 AppID(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Domain to check</source>
        <translation>要检查的域名(&amp;D)</translation>
    </message>
    <message>
        <source>What the phone &amp;answered (errMsg)</source>
        <translation>手机上的回答 errMsg(&amp;A)</translation>
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
        <translation>仅模拟银行卡支付。文档未见微信小程序支付（800213）的沙盒：请使用模拟器，或在线上测试环境发起一笔小额真实付款。</translation>
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
        <translation>线上测试 · {region}</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} (sandbox)</source>
        <translation>{name}（沙盒）</translation>
    </message>
    <message>
        <source>{name} (live testing)</source>
        <translation>{name}（线上测试）</translation>
    </message>
    <message>
        <source>{name} (production)</source>
        <translation>{name}（生产环境）</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Sandbox (cards only)</source>
        <translation>沙盒（仅银行卡）</translation>
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
        <translation>使用的是商户配置中的密钥，而非粘贴内容中的密钥。{more}</translation>
    </message>
    <message>
        <source>As the paste reads at first sight, the signature would be wrong. Ask for the body that was sent.</source>
        <translation>按粘贴内容的第一种读法，签名会是错误的。请索取实际发送的请求体。</translation>
    </message>
    <message>
        <source>Right if {name} was not sent.</source>
        <translation>如果没有发送 {name}，则正确。</translation>
    </message>
    <message>
        <source>Right if the value of {name} is really “{value}”.</source>
        <translation>如果 {name} 的值确实是“{value}”，则正确。</translation>
    </message>
    <message>
        <source>The paste can be read in two ways; the cause rests on the first.</source>
        <translation>粘贴内容有两种读法；原因基于第一种。</translation>
    </message>
    <message>
        <source>{name} may also be “{value}”.</source>
        <translation>{name} 也可能是“{value}”。</translation>
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
        <source>{tried} candidates in {seconds} s, one, two and three mistakes at a time. The chance of a false hit was one in 10{power}.</source>
        <translation>{seconds} 秒内尝试了 {tried} 种候选，包括同时一个、两个和三个错误。误命中的概率为 10{power} 分之一。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Tried:</source>
        <translation>已尝试：</translation>
    </message>
    <message>
        <source>Not tried:</source>
        <translation>未尝试：</translation>
    </message>
    <message>
        <source>A value that changed after signing cannot be seen.</source>
        <translation>无法看出签名之后被改动的值。</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>转到 {name}</translation>
    </message>
    <message>
        <source>Perhaps the paste is not what was signed: order number and time are often made anew.</source>
        <translation>粘贴的内容可能不是签名时的内容：订单号和时间常会重新生成。</translation>
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
    <name>ExportMenu</name>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy as Mermaid text</source>
        <translation>复制为 Mermaid 文本</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or Mermaid …</source>
        <translation>另存为 PNG、SVG 或 Mermaid…</translation>
    </message>
    <message>
        <source>Copied: the diagram as a picture</source>
        <translation>已复制：时序图（图片）</translation>
    </message>
    <message>
        <source>Copied: the diagram as Mermaid text</source>
        <translation>已复制：时序图（Mermaid 文本）</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG 图片 (*.svg)</translation>
    </message>
    <message>
        <source>Mermaid text (*.mmd)</source>
        <translation>Mermaid 文本 (*.mmd)</translation>
    </message>
    <message>
        <source>Save the diagram</source>
        <translation>保存时序图</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未保存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>FailureMenu</name>
    <message>
        <source>Let its time run out</source>
        <translation>让订单超时</translation>
    </message>
    <message>
        <source>The order expires now, with the sheet still open</source>
        <translation>订单立即过期，收银台仍开着</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A fault of this program in {place} ({kind}): it did not finish what it was doing. The window goes on; Help → Open the log says where.</source>
        <translation>本程序在{place}中出错（{kind}），正在做的事没有做完。窗口可继续使用；“帮助”→“打开日志”中有具体位置。</translation>
    </message>
    <message>
        <source>QFPay Tester crashed the last time. Help → Open the log says where.</source>
        <translation>QFPay Tester 上次异常退出。“帮助”→“打开日志”中有具体位置。</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>the bar</source>
        <translation>顶栏</translation>
    </message>
    <message>
        <source>the merchant’s case</source>
        <translation>问题排查</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>the openid dialog</source>
        <translation>openid 对话框</translation>
    </message>
    <message>
        <source>the orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>轮询</translation>
    </message>
    <message>
        <source>the profiles</source>
        <translation>商户配置</translation>
    </message>
    <message>
        <source>the Mini Program project</source>
        <translation>小程序项目</translation>
    </message>
    <message>
        <source>the reply</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>the sequence</source>
        <translation>时序图</translation>
    </message>
    <message>
        <source>the payment sheet</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>the signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>FieldLine</name>
    <message>
        <source>Remove them</source>
        <translation>去除</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Options for {name} (Ctrl+.)</source>
        <translation>{name} 的选项（Ctrl+.）</translation>
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
    <name>FieldsTable</name>
    <message>
        <source>Copied: the value of {name}</source>
        <translation>已复制：{name} 的值</translation>
    </message>
    <message>
        <source>Copied: {count} names and values</source>
        <translation>已复制：{count} 组名称和值</translation>
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
    <name>FileHandle</name>
    <message>
        <source>{name}: drag it out of here</source>
        <translation>{name}：可从此处拖出</translation>
    </message>
    <message>
        <source>Drag the document as a file into a mail, a chat or a folder</source>
        <translation>将文档作为文件拖到邮件、聊天或文件夹中</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All environments</source>
        <translation>所有环境</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Go to it</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>May be the reason</source>
        <translation>可能是原因</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>供参考</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>What is noticed about this request</source>
        <translation>对此请求的发现</translation>
    </message>
</context>
<context>
    <name>FirstHint</name>
    <message>
        <source>{send} sends this example to the simulator. {paste} reads a merchant&apos;s request and says what is wrong with it.</source>
        <translation>{send}：将此示例发送到模拟器。{paste}：读取商户的请求并指出问题。</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>关闭此提示</translation>
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
    <message>
        <source>Leave it out</source>
        <translation>去掉</translation>
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
        <source>Query production?</source>
        <translation>查询生产环境？</translation>
    </message>
    <message>
        <source>Refund in production?</source>
        <translation>在生产环境退款？</translation>
    </message>
    <message>
        <source>Close an order in production?</source>
        <translation>关闭生产环境的订单？</translation>
    </message>
    <message>
        <source>Reverse an order in production?</source>
        <translation>冲正生产环境的订单？</translation>
    </message>
    <message>
        <source>This makes a real order with real money.</source>
        <translation>这会生成真实订单，涉及真实资金。</translation>
    </message>
    <message>
        <source>This only reads: no order is changed, and no money moves.</source>
        <translation>这只读取数据：不更改任何订单，也不划转资金。</translation>
    </message>
    <message>
        <source>This gives real money back to the customer. A refund cannot be undone.</source>
        <translation>这会将真实资金退给顾客。退款无法撤销。</translation>
    </message>
    <message>
        <source>This ends a real order: nobody can pay it any more.</source>
        <translation>这会结束一笔真实订单：之后无人可再付款。</translation>
    </message>
    <message>
        <source>Query production</source>
        <translation>查询生产环境</translation>
    </message>
    <message>
        <source>Refund in production</source>
        <translation>在生产环境退款</translation>
    </message>
    <message>
        <source>Close in production</source>
        <translation>在生产环境关闭</translation>
    </message>
    <message>
        <source>Reverse in production</source>
        <translation>在生产环境冲正</translation>
    </message>
    <message>
        <source>The simulator is not running: nothing can be sent to it.</source>
        <translation>模拟器没有运行：无法向它发送。</translation>
    </message>
    <message>
        <source>the simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Send the same number again</source>
        <translation>用同一订单号再发送</translation>
    </message>
    <message>
        <source>Refund more than is left?</source>
        <translation>退款超过可退余额？</translation>
    </message>
    <message>
        <source>Refund anyway</source>
        <translation>仍然退款</translation>
    </message>
    <message>
        <source>A request is on its way</source>
        <translation>有请求正在途中</translation>
    </message>
    <message>
        <source>Closing now stops waiting for its answer, and whether it arrived is then unknown. The orders table keeps it as “outcome unknown”: query it at the next start.</source>
        <translation>现在关闭窗口即停止等待响应，此后无法得知请求是否已到达。订单表会将其记为“结果不明”：请在下次启动时查询。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Send to production?</source>
        <translation>发送到生产环境？</translation>
    </message>
    <message>
        <source>{number} went to {host} already. If that payment&apos;s outcome is unknown, query it first: sending the number again is refused, or brings the first payment&apos;s result back.</source>
        <translation>{number} 已经发送到 {host}。如果那笔支付结果未知，请先查询：再次发送同一订单号会被拒绝，或返回第一笔支付的结果。</translation>
    </message>
    <message>
        <source>{number} went to {host} already. If that refund&apos;s outcome is unknown, query it first: sending the number again is refused, or brings the first refund&apos;s result back.</source>
        <translation>{number} 已经发送到 {host}。如果那笔退款结果未知，请先查询：再次发送同一退款单号会被拒绝，或返回第一笔退款的结果。</translation>
    </message>
    <message>
        <source>Order: {number}</source>
        <translation>订单：{number}</translation>
    </message>
    <message>
        <source>Refund: {number}</source>
        <translation>退款：{number}</translation>
    </message>
    <message>
        <source>Payer: {openid}</source>
        <translation>付款人：{openid}</translation>
    </message>
    <message>
        <source>Amount: {amount}</source>
        <translation>金额：{amount}</translation>
    </message>
    <message>
        <source>Merchant: {merchant}</source>
        <translation>商户：{merchant}</translation>
    </message>
    <message>
        <source>{merchant}, mchid {mchid}</source>
        <translation>{merchant}，mchid {mchid}</translation>
    </message>
    <message>
        <source>Host: {host}</source>
        <translation>主机：{host}</translation>
    </message>
    <message>
        <source>Check first: {headline}</source>
        <translation>请先核对：{headline}</translation>
    </message>
    <message>
        <source>{before}
{line}</source>
        <translation>{before}
{line}</translation>
    </message>
    <message>
        <source>{before}

{line}</source>
        <translation>{before}

{line}</translation>
    </message>
    <message>
        <source>This takes a real order back. Whether what a customer has paid comes back with it, editions differ on.</source>
        <translation>这会冲正一笔真实订单。顾客已付的款项是否随之退回，各版文档说法不一。</translation>
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
    <name>Handing on</name>
    <message>
        <source>Nothing is handed on: {host} is this address itself, and a request would go in circles.</source>
        <translation>未转发：{host} 就是本地址，请求会循环往复。</translation>
    </message>
    <message>
        <source>Programs find nobody: port {port} is taken by another program. Choose another one, or empty the field for any.</source>
        <translation>程序无法连接：端口 {port} 已被其他程序占用。请另选端口，或清空此栏以使用任意端口。</translation>
    </message>
    <message>
        <source>Programs find nobody: port {port} cannot be opened ({reason}). Choose a higher one.</source>
        <translation>程序无法连接：端口 {port} 无法打开（{reason}）。请选择更大的端口号。</translation>
    </message>
    <message>
        <source>Nothing is handed on to production: use live testing, or another address.</source>
        <translation>不会转发到生产环境：请使用线上测试或其他地址。</translation>
    </message>
    <message>
        <source>Hand a program’s requests on to {host}?</source>
        <translation>将程序的请求转发到 {host}？</translation>
    </message>
    <message>
        <source>{caution}
From now on every request that a program sends to this address goes to {host} at once, as it came and unasked, and is sent once. Watch shows each until the window is closed; neither the history nor the orders hold it. It ends when the simulator is chosen again, or the window is closed.</source>
        <translation>{caution}
从现在起，程序发送到本地址的每个请求都会原样立即转发到 {host}，不再逐一询问，且只发送一次。“监看”会显示每个请求，直到窗口关闭；历史记录和订单中都没有它们。重新选择模拟器或关闭窗口即停止。</translation>
    </message>
    <message>
        <source>Hand on to {host}</source>
        <translation>转发到 {host}</translation>
    </message>
    <message>
        <source>The simulator answers: no account, no network, no money.</source>
        <translation>由模拟器应答：无需账户和网络，不涉及资金。</translation>
    </message>
    <message>
        <source>Handed on to {host}: real payments, real money moves.</source>
        <translation>转发到 {host}：真实支付，真实资金会变动。</translation>
    </message>
    <message>
        <source>Handed on to {host}: real money may move.</source>
        <translation>转发到 {host}：真实资金可能会变动。</translation>
    </message>
    <message>
        <source>Handed on to {host}: the sandbox, no money.</source>
        <translation>转发到 {host}：沙盒，不涉及资金。</translation>
    </message>
    <message>
        <source>Handed on to {host}, on this machine.</source>
        <translation>转发到本机的 {host}。</translation>
    </message>
</context>
<context>
    <name>HeadLine</name>
    <message>
        <source>Merchant&apos;s name</source>
        <translation>商户名称</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{what}: kept with the case by itself</source>
        <translation>{what}：随问题自动保存</translation>
    </message>
    <message>
        <source>Status of the case</source>
        <translation>问题状态</translation>
    </message>
    <message>
        <source>How far the case has come</source>
        <translation>问题的处理进度</translation>
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
        <source>Not sent: this month&apos;s start</source>
        <translation>不发送：即本月初</translation>
    </message>
    <message>
        <source>Not sent: this month&apos;s end</source>
        <translation>不发送：即本月底</translation>
    </message>
    <message>
        <source>Not sent: the first page</source>
        <translation>不发送：即第一页</translation>
    </message>
    <message>
        <source>Not sent: 10 on a page</source>
        <translation>不发送：即每页 10 条</translation>
    </message>
    <message>
        <source>UTC+8</source>
        <translation>UTC+8 时间</translation>
    </message>
    <message>
        <source>Left out: neither signed nor sent</source>
        <translation>已略去：不签名，也不发送</translation>
    </message>
    <message>
        <source>From the profile: {mchid}</source>
        <translation>来自商户配置：{mchid}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>{amount} · {number}</source>
        <translation>{amount} · {number}</translation>
    </message>
    <message>
        <source>An order of {amount}</source>
        <translation>订单金额为 {amount}</translation>
    </message>
    <message>
        <source>Pinned: sent as it stands here</source>
        <translation>已固定：按此处的值发送</translation>
    </message>
    <message>
        <source>{amount}: all that is left</source>
        <translation>{amount}：全部可退余额</translation>
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
        <source>Deleted from the history: what is older than {days} days and not pinned</source>
        <translation>已从历史记录删除：{days} 天以前且未固定的记录</translation>
    </message>
    <message>
        <source>Deleted from the history: every entry that is not pinned</source>
        <translation>已从历史记录删除：所有未固定的记录</translation>
    </message>
    <message>
        <source>Reopened as it was sent.</source>
        <translation>已按发送时的内容重新打开。</translation>
    </message>
    <message>
        <source>The history file {path} cannot be written ({reason}). The history lasts until the window is closed. Make the folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.</source>
        <translation>无法写入历史记录文件 {path}（{reason}）。历史记录在关闭窗口前有效。请授予当前用户写入该文件夹的权限，或用环境变量 QFPAY_TESTER_HOME 指定其他文件夹。</translation>
    </message>
    <message>
        <source>The history file {path} is locked by another program. The history of this session lasts until the window is closed. Close what uses the file, such as a backup or a database viewer, and start QFPay Tester again.</source>
        <translation>历史记录文件 {path} 已被其他程序锁定。本次会话的历史记录只保留到窗口关闭。请关闭正在使用该文件的程序（例如备份工具或数据库查看器），然后重新启动 QFPay Tester。</translation>
    </message>
    <message>
        <source>The history file was damaged. It is kept beside the new one as {path}, and a new history begins.</source>
        <translation>历史记录文件已损坏，现保存在同一位置的 {path}，并已开始新的历史记录。</translation>
    </message>
    <message>
        <source>The history file was damaged and is kept as {path}. What could be read in it is in the new one: exchanges {exchanges}, orders {orders}, cases {cases}. Others may be missing.</source>
        <translation>历史文件已损坏，原文件保留为 {path}。其中可读取的内容已转入新文件：请求 {exchanges} 条、订单 {orders} 个、问题排查 {cases} 个。其余可能已丢失。</translation>
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
        <source>An entry of the history is damaged: what cannot be read in it is shown as {mark}.</source>
        <translation>历史记录中有一条已损坏：无法读取的内容显示为 {mark}。</translation>
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
    <name>HistoryDetails</name>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Lay two entries with their replies side by side (Ctrl+Shift+D)</source>
        <translation>并排对比两条记录及其响应 (Ctrl+Shift+D)</translation>
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
        <source>Signed</source>
        <translation>签名内容</translation>
    </message>
    <message>
        <source>Findings: {count}</source>
        <translation>问题：{count}</translation>
    </message>
</context>
<context>
    <name>HistoryFilterBar</name>
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
        <translation>全部结果</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Show all entries</source>
        <translation>显示所有记录</translation>
    </message>
    <message>
        <source>The exchange to compare with …</source>
        <translation>要对比的记录…</translation>
    </message>
    <message>
        <source>Nothing was sent yet.
Every request you send will be listed here with its answer: to search, to note, to compare and to send again. Keys are never kept, personal data is masked.</source>
        <translation>尚未发送任何请求。
您发送的每个请求都会连同响应列于此处：可搜索、写备注、比较和再次发送。绝不保存密钥，个人信息会被遮盖。</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>没有符合的记录。</translation>
    </message>
</context>
<context>
    <name>HistoryRowsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
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
        <source>Compare with …</source>
        <translation>与其他记录对比…</translation>
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
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Exchanges, newest first</source>
        <translation>收发记录，最新者在前</translation>
    </message>
    <message>
        <source>Unpin: may expire</source>
        <translation>取消固定：可能过期</translation>
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
        <source>This is what WeChat answered to the Mini Program, not the request to QFPay.</source>
        <translation>这是微信对小程序的回答，不是发给 QFPay 的请求。</translation>
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
        <source>form-data sends multipart; choose x-www-form-urlencoded in the client.</source>
        <translation>form-data 发送的是 multipart；请在该工具中选择 x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Switched off in the export, so not sent: {names}.</source>
        <translation>在导出文件中已停用，因此没有发送：{names}。</translation>
    </message>
    <message>
        <source>{code} stands in no table of QFPay&apos;s.</source>
        <translation>QFPay 的任何返回码表中都没有 {code}。</translation>
    </message>
    <message>
        <source>{code}: {meaning}</source>
        <translation>{code}：{meaning}</translation>
    </message>
    <message>
        <source>{turn} {next}</source>
        <translation>{turn}{next}</translation>
    </message>
    <message>
        <source>The merchant has to act.</source>
        <translation>应由商户处理。</translation>
    </message>
    <message>
        <source>The payer has to act.</source>
        <translation>应由付款人处理。</translation>
    </message>
    <message>
        <source>QFPay has to act.</source>
        <translation>应由 QFPay 处理。</translation>
    </message>
    <message>
        <source>Wait.</source>
        <translation>请等待。</translation>
    </message>
    <message>
        <source>Nobody has to act.</source>
        <translation>无需进一步操作。</translation>
    </message>
    <message>
        <source>Ask the merchant: “Please send us the request as your system sent it: the address, the headers X-QF-APPCODE and X-QF-SIGN, the whole body, and the string that was signed, without the client_key.”</source>
        <translation>请向商户索取：“请提供贵方系统实际发送的请求：地址、请求头 X-QF-APPCODE 和 X-QF-SIGN、完整的请求体，以及签名所用的字符串（不含 client_key）。”</translation>
    </message>
    <message>
        <source>This is what QFPay answered, not what was sent: paste the request.</source>
        <translation>这是 QFPay 的响应，不是发送的内容：请粘贴请求。</translation>
    </message>
    <message>
        <source>This is a notification of QFPay&apos;s: check it in the room Notifications.</source>
        <translation>这是 QFPay 的通知：请在“通知”中检查。</translation>
    </message>
    <message>
        <source>These are pay_params, what wx.requestPayment is called with, not the request to QFPay.</source>
        <translation>这是 pay_params，即调用 wx.requestPayment 的参数，不是发给 QFPay 的请求。</translation>
    </message>
    <message>
        <source>This is a return code of QFPay&apos;s, a respcd.</source>
        <translation>这是 QFPay 的返回码 respcd。</translation>
    </message>
    <message>
        <source>Hexadecimal digits alone: a signature, an app code or a client_key. If it is the client_key, do not send it around.</source>
        <translation>只有十六进制数字：可能是签名、app code 或商户密钥 client_key。如果是 client_key，请勿转发。</translation>
    </message>
    <message>
        <source>This looks like a client_key: do not send it around. The merchant should change it.</source>
        <translation>这看起来是商户密钥 client_key：请勿转发。商户应更换它。</translation>
    </message>
    <message>
        <source>This is a page of QFPay&apos;s documentation or its sample code, no request of a merchant.</source>
        <translation>这是 QFPay 的文档页面或示例代码，不是商户的请求。</translation>
    </message>
    <message>
        <source>No request was recognised in this text.</source>
        <translation>未在这段文字中识别到请求。</translation>
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
        <source>Switched off, so not sent: {names}.</source>
        <translation>已停用，因此未发送：{names}。</translation>
    </message>
    <message>
        <source>Printed among the parameters, but read as what it is called, not as a parameter: {names}. If it was sent as a parameter, add it.</source>
        <translation>与参数一同输出，但按其名称理解，不作为参数读取：{names}。如曾作为参数发送，请添加。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>没有文本。</translation>
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
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>A curl command, an HTTP request, a log, code, a Postman or HAR file: you will read why the signature differs, and get a proof to send back.

{keys}, or drop it here.</source>
        <translation>curl 命令、HTTP 请求、日志、代码、Postman 或 HAR 文件均可：您会看到签名为何不同，并得到发给商户的排查报告。

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
    <message>
        <source>Open a file …</source>
        <translation>打开文件…</translation>
    </message>
</context>
<context>
    <name>KeepingLine</name>
    <message>
        <source>Ask the keychain again</source>
        <translation>再次查询钥匙串</translation>
    </message>
    <message>
        <source>The simulator&apos;s AppSecret is made up and is not kept.</source>
        <translation>模拟器的 AppSecret 是虚构的，不会保存。</translation>
    </message>
    <message>
        <source>AppSecrets are kept for this session only: in no file and in no keychain.</source>
        <translation>AppSecret 仅在本次会话中保留，不在任何文件或钥匙串中。</translation>
    </message>
    <message>
        <source>AppSecrets go to the system&apos;s keychain, never into a file.</source>
        <translation>AppSecret 存入系统的钥匙串，绝不写入文件。</translation>
    </message>
    <message>
        <source>AppSecrets are kept here and in no file: {place}</source>
        <translation>AppSecret 保存于此处，不写入任何文件：{place}</translation>
    </message>
    <message>
        <source>&amp;Keep the AppSecret once WeChat has accepted it</source>
        <translation>微信接受后保存 AppSecret(&amp;K)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Choose credentials …</source>
        <translation>选择凭证…</translation>
    </message>
    <message>
        <source>Well signed, when the case was kept.</source>
        <translation>保存时签名正确。</translation>
    </message>
    <message>
        <source>No known mistake reproduced this signature.</source>
        <translation>没有已知错误能重现此签名。</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>只读。</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>Chosen merchant’s</source>
        <translation>所选商户的密钥</translation>
    </message>
    <message>
        <source>Another: type it</source>
        <translation>其他：自行输入</translation>
    </message>
    <message>
        <source>client_key, used here only</source>
        <translation>client_key，仅在此使用</translation>
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
        <translation>内置：演示密钥，仅本机模拟器认得。</translation>
    </message>
    <message>
        <source>This profile is kept for this session only. It is in no file and no keychain.</source>
        <translation>此商户配置仅在本次会话中保留，不在任何文件或钥匙串中。</translation>
    </message>
    <message>
        <source>This profile is in the keychain: {place}</source>
        <translation>此商户配置在钥匙串中：{place}</translation>
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
        <source>Forgotten: the AppSecret of {appid}</source>
        <translation>已删除：{appid} 的 AppSecret</translation>
    </message>
    <message>
        <source>The keychain holds another profile named “{name}”. Yours is now called “{new}” and is kept for this session only: save it again to keep it.</source>
        <translation>钥匙串中已有另一个名为“{name}”的商户配置。您的商户配置现名为“{new}”，仅在本次会话中保留：如要保留，请再次保存。</translation>
    </message>
    <message>
        <source>No AppSecret of {appid} is kept here. It may have been forgotten in another window: enter it again.</source>
        <translation>此处没有 {appid} 的 AppSecret，可能已在另一窗口删除：请重新输入。</translation>
    </message>
    <message>
        <source>This AppSecret cannot be kept: an AppID has at most 64 letters and digits, an AppSecret 32. Check both for text that was pasted by mistake.</source>
        <translation>无法保存此 AppSecret：AppID 最多 64 个字母和数字，AppSecret 最多 32 个。请检查两者是否误贴了文本。</translation>
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
        <source>Keys are kept for this session only. Credentials … (Ctrl+Shift+K) says why.</source>
        <translation>密钥仅在本次会话保留。原因见“凭证…”（Ctrl+Shift+K）。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Credentials … (Ctrl+Shift+K) says more.</source>
        <translation>钥匙串没有响应。详情见“凭证…”（Ctrl+Shift+K）。</translation>
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
        <translation>已有名为“{name}”的商户配置（不区分大小写）。请换一个名称，或先删除该商户配置。</translation>
    </message>
    <message>
        <source>No profile named “{name}” is kept here. It may have been deleted or renamed in another window: choose one from the list, or enter its credentials again.</source>
        <translation>此处没有名为“{name}”的商户配置，可能已在另一窗口删除或改名：请从列表中选择，或重新输入其凭证。</translation>
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
        <translation>“{name}”不能用作商户配置名称。请用 1 至 64 个字符，单行，不以“(”开头。</translation>
    </message>
    <message>
        <source>The profile “{name}” takes {size} characters in the keychain; 1280 is the most that every system keeps. Check app_code, client_key and mchid for text that was pasted by mistake.</source>
        <translation>商户配置“{name}”在钥匙串中占 {size} 个字符；各系统都能保存的上限是 1280。请检查 app_code、client_key 和 mchid 是否误贴了文本。</translation>
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
    <name>Lenses</name>
    <message>
        <source>Characters written by their number, such as \u5976, were read.</source>
        <translation>已还原以编码表示的字符，例如 \u5976。</translation>
    </message>
    <message>
        <source>A terminal&apos;s colour codes were taken away.</source>
        <translation>已去掉终端的颜色代码。</translation>
    </message>
    <message>
        <source>Characters of no width were taken away, special blanks made plain.</source>
        <translation>已去掉零宽字符，特殊空格按普通空格读取。</translation>
    </message>
    <message>
        <source>Labels in words, such as 金额, were read as the API&apos;s names.</source>
        <translation>文字标签（如“金额”）按 API 的参数名读取。</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal were read as text.</source>
        <translation>已将十六进制字节读作文本。</translation>
    </message>
    <message>
        <source>The offset in front of each row was taken away.</source>
        <translation>已去掉每行开头的偏移量。</translation>
    </message>
    <message>
        <source>A mail&apos;s soft line breaks were undone.</source>
        <translation>已还原邮件的软换行。</translation>
    </message>
    <message>
        <source>The text inside a member of JSON was read.</source>
        <translation>读取了 JSON 成员中的文本。</translation>
    </message>
    <message>
        <source>Taken away in front of each line: {sample}</source>
        <translation>每行开头已去掉：{sample}</translation>
    </message>
    <message>
        <source>Marks of code, such as ```, were taken away.</source>
        <translation>已去掉代码标记，例如 ```。</translation>
    </message>
    <message>
        <source>The quotes around each line were taken away.</source>
        <translation>已去掉每行两端的引号。</translation>
    </message>
    <message>
        <source>Marks in front of each line, such as &gt; or a bullet, were taken away.</source>
        <translation>已去掉每行开头的标记，例如 &gt; 或项目符号。</translation>
    </message>
    <message>
        <source>A page&apos;s tags were taken away.</source>
        <translation>已去掉网页标签。</translation>
    </message>
    <message>
        <source>Entities such as &amp;amp; were undone.</source>
        <translation>已还原 &amp;amp; 等实体。</translation>
    </message>
    <message>
        <source>Signs that a page made of &amp;notify_url= and its like were undone.</source>
        <translation>已还原网页由 &amp;notify_url= 等误转的符号。</translation>
    </message>
    <message>
        <source>Typographic quotes were read as plain ones.</source>
        <translation>弯引号按直引号读取。</translation>
    </message>
    <message>
        <source>Full-width signs were read as plain ones.</source>
        <translation>全角符号按半角读取。</translation>
    </message>
    <message>
        <source>A string&apos;s escapes, such as \n, were undone.</source>
        <translation>已还原字符串转义，例如 \n。</translation>
    </message>
    <message>
        <source>The pieces of a string in code were joined.</source>
        <translation>已拼接代码中的字符串片段。</translation>
    </message>
    <message>
        <source>Full stops in place of line ends were undone.</source>
        <translation>已将代替换行的句点还原。</translation>
    </message>
    <message>
        <source>Lines that were wrapped at a column were joined.</source>
        <translation>已拼接按列宽折断的行。</translation>
    </message>
    <message>
        <source>A form body that was broken at its &amp; was joined.</source>
        <translation>已拼接在 &amp; 处断开的表单正文。</translation>
    </message>
    <message>
        <source>Base64 was decoded.</source>
        <translation>已解码 Base64。</translation>
    </message>
    <message>
        <source>URL encoding around the whole was decoded.</source>
        <translation>已解码整体的 URL 编码。</translation>
    </message>
    <message>
        <source>Of this long text, only what stands around names of the API was read.</source>
        <translation>文本很长，只读取了 API 参数名附近的内容。</translation>
    </message>
</context>
<context>
    <name>LineDetails</name>
    <message>
        <source>What was expected, and what was seen</source>
        <translation>期望的与实际的</translation>
    </message>
    <message>
        <source>Make the request of this step the draft (Enter)</source>
        <translation>以此步骤的请求作为草稿（回车）</translation>
    </message>
    <message>
        <source>Open as draft</source>
        <translation>作为草稿打开</translation>
    </message>
    <message>
        <source>Look at the request of this step as at a merchant&apos;s, with the doctor&apos;s cause (Ctrl+Shift+D)</source>
        <translation>像商户的请求一样排查此步骤的请求，并给出原因（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>Open as case</source>
        <translation>作为问题打开</translation>
    </message>
    <message>
        <source>Select a step to see what it sends and expects.</source>
        <translation>选择一个步骤，查看它发送什么、期望什么。</translation>
    </message>
</context>
<context>
    <name>LineRowsModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>实际结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Since last run</source>
        <translation>与上次相比</translation>
    </message>
    <message>
        <source>the row</source>
        <translation>此行</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>符合期望</translation>
    </message>
    <message>
        <source>not as expected</source>
        <translation>不符合期望</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not carried out yet</source>
        <translation>尚未执行</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>Open as a draft</source>
        <translation>作为草稿打开</translation>
    </message>
    <message>
        <source>Open as a case</source>
        <translation>作为问题打开</translation>
    </message>
    <message>
        <source>Steps of the suite</source>
        <translation>测试集的步骤</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Copied: out_trade_no {number}</source>
        <translation>已复制：out_trade_no {number}</translation>
    </message>
    <message>
        <source>Copied: {count} order numbers</source>
        <translation>已复制：{count} 个订单号</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>ListenerBar</name>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Use as notify_url</source>
        <translation>用作 notify_url</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>开始接收</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>停止接收</translation>
    </message>
    <message>
        <source>Forget what came in</source>
        <translation>清除收到的通知</translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation>应答方式</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Nobody listens for notifications here.</source>
        <translation>此处没有在接收通知。</translation>
    </message>
    <message>
        <source>Put this address into notify_url of the payment. Only the simulator can reach this machine.</source>
        <translation>将此地址填入付款的 notify_url。只有模拟器能访问本机。</translation>
    </message>
    <message>
        <source>Copied: {url}</source>
        <translation>已复制：{url}</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy a report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>至今没有出错。</translation>
    </message>
    <message>
        <source>Faults of this program itself; keys and personal data are masked</source>
        <translation>本程序自身的错误；密钥和个人信息已遮盖</translation>
    </message>
    <message>
        <source>Versions and the log, to send to whoever looks after this program</source>
        <translation>版本信息和日志，可发给本程序的维护者</translation>
    </message>
    <message>
        <source>Copied: versions and the log, without keys and personal data.</source>
        <translation>已复制：版本信息和日志，不含密钥和个人信息。</translation>
    </message>
    <message>
        <source>This desktop opens no folders. It is {folder}</source>
        <translation>此桌面无法打开文件夹。位置为 {folder}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{environment}, real money – QFPay Tester</source>
        <translation>{environment}，真实资金 – QFPay Tester</translation>
    </message>
    <message>
        <source>A notification came in.</source>
        <translation>收到一条通知。</translation>
    </message>
    <message>
        <source>The queries have ended.</source>
        <translation>查询已结束。</translation>
    </message>
</context>
<context>
    <name>MakingDialog</name>
    <message>
        <source>My suite</source>
        <translation>我的测试集</translation>
    </message>
    <message>
        <source>Make a suite of saved requests</source>
        <translation>用已保存的请求生成测试集</translation>
    </message>
    <message>
        <source>Name of the suite</source>
        <translation>测试集名称</translation>
    </message>
    <message>
        <source>Saved requests</source>
        <translation>已保存的请求</translation>
    </message>
    <message>
        <source>Make it …</source>
        <translation>生成…</translation>
    </message>
    <message>
        <source>Each becomes a step that expects respcd 0000. Queries and refunds take their numbers from the reply to the payment before them. Keys and personal data are not in the file.</source>
        <translation>每个请求成为一个期望 respcd 0000 的步骤。查询和退款的编号取自之前支付的响应。文件中没有密钥和个人信息。</translation>
    </message>
    <message>
        <source>Nothing is saved yet: Ctrl+S saves a request.</source>
        <translation>尚未保存任何请求：按 Ctrl+S 保存。</translation>
    </message>
</context>
<context>
    <name>Mends</name>
    <message>
        <source>Use {value}</source>
        <translation>改为 {value}</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>去掉首尾空白</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>删除它们</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Call it {name}</source>
        <translation>改名为 {name}</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>只留第一个</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>发送它</translation>
    </message>
    <message>
        <source>New on every send</source>
        <translation>每次发送时重新生成</translation>
    </message>
    <message>
        <source>Find it …</source>
        <translation>获取…</translation>
    </message>
    <message>
        <source>Edit credentials …</source>
        <translation>编辑凭证…</translation>
    </message>
    <message>
        <source>Switch to {environment}</source>
        <translation>切换到{environment}</translation>
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
        <translation>商户密钥</translation>
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
    <name>MessageDetails</name>
    <message>
        <source>What was sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>尚无消息</translation>
    </message>
    <message>
        <source>Send a payment: every message between the five parties appears here.</source>
        <translation>发送一笔支付请求：五方之间的每条消息都会显示在此。</translation>
    </message>
    <message>
        <source>Copy this message with what was sent</source>
        <translation>复制此消息及发送的内容</translation>
    </message>
    <message>
        <source>Copied: the message, {count} characters</source>
        <translation>已复制：消息，{count} 个字符</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Came back</source>
        <translation>返回内容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>报文</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>Save all of it …</source>
        <translation>保存全部…</translation>
    </message>
    <message>
        <source>Masked: {names}. What was sent had other bytes there, and another length.</source>
        <translation>已遮盖：{names}。实际发送的字节和长度与此处不同。</translation>
    </message>
    <message>
        <source>More came than is kept here.</source>
        <translation>实际返回的内容比此处保存的多。</translation>
    </message>
    <message>
        <source>The beginning is shown; Copy and Save take all.</source>
        <translation>此处只显示开头；复制和保存取全部内容。</translation>
    </message>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已复制：{what}，{count} 个字符</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>保存报文</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未保存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
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
        <translation>请求已在草稿中。请选择商户签名所用密钥对应的商户配置。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>DNS knows no such host ({peer}).</source>
        <translation>DNS 查不到此主机（{peer}）。</translation>
    </message>
    <message>
        <source>Check the spelling of the base URL. If it is right, this network’s DNS may not know the host.</source>
        <translation>请检查接口地址的拼写。如无误，可能是此网络的 DNS 不认识该主机。</translation>
    </message>
    <message>
        <source>DNS did not answer, so the host was not found ({peer}).</source>
        <translation>DNS 没有应答，因此查不到主机（{peer}）。</translation>
    </message>
    <message>
        <source>Check this computer’s network connection, VPN and DNS server.</source>
        <translation>请检查本机的网络连接、VPN 和 DNS 服务器。</translation>
    </message>
    <message>
        <source>This cannot be the name of a host ({peer}).</source>
        <translation>这不可能是主机名（{peer}）。</translation>
    </message>
    <message>
        <source>Correct the host in the base URL: between two dots stand 1 to 63 characters.</source>
        <translation>请更正接口地址中的主机：两个点之间须有 1 至 63 个字符。</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>代理设置无法使用。</translation>
    </message>
    <message>
        <source>Correct HTTPS_PROXY or the system’s proxy setting.</source>
        <translation>请更正 HTTPS_PROXY 或系统的代理设置。</translation>
    </message>
    <message>
        <source>DNS does not know the proxy ({peer}).</source>
        <translation>DNS 查不到代理（{peer}）。</translation>
    </message>
    <message>
        <source>Correct the host in HTTPS_PROXY or in the system’s proxy setting; a VPN may be needed to see it.</source>
        <translation>请更正 HTTPS_PROXY 或系统代理设置中的主机；可能须连上 VPN 才能找到它。</translation>
    </message>
    <message>
        <source>The proxy refused the connection ({peer}): it may not be running.</source>
        <translation>代理拒绝连接（{peer}）：它可能没有运行。</translation>
    </message>
    <message>
        <source>Start the proxy, or correct host and port in HTTPS_PROXY or in the system’s proxy setting.</source>
        <translation>请启动代理，或更正 HTTPS_PROXY 或系统代理设置中的主机和端口。</translation>
    </message>
    <message>
        <source>The proxy was not reached in time ({peer}).</source>
        <translation>未能及时连上代理（{peer}）。</translation>
    </message>
    <message>
        <source>Check the network or VPN that leads to the proxy, then its host and port.</source>
        <translation>请检查通往代理的网络或 VPN，再检查其主机和端口。</translation>
    </message>
    <message>
        <source>The proxy itself could not be trusted: its TLS failed ({peer}).</source>
        <translation>无法信任代理本身：其 TLS 失败（{peer}）。</translation>
    </message>
    <message>
        <source>Most proxies are named with http://, also for https. Else add its authority: File → Trust a CA file.</source>
        <translation>代理大多以 http:// 填写，用于 https 时也一样。否则请添加其颁发机构：“文件”→“信任 CA 文件”。</translation>
    </message>
    <message>
        <source>The proxy wants a login (HTTP 407, {peer}).</source>
        <translation>代理要求登录（HTTP 407，{peer}）。</translation>
    </message>
    <message>
        <source>Write name and password into the proxy setting, like http://name:password@host:port.</source>
        <translation>请在代理设置中写上用户名和密码，如 http://name:password@host:port。</translation>
    </message>
    <message>
        <source>The proxy forbids this host (HTTP 403, {peer}).</source>
        <translation>代理禁止访问此主机（HTTP 403，{peer}）。</translation>
    </message>
    <message>
        <source>Ask those who run the proxy to let the host of the base URL pass at its port.</source>
        <translation>请让代理的管理者放行接口地址的主机和端口。</translation>
    </message>
    <message>
        <source>The proxy did not reach the server (HTTP {status}, {peer}).</source>
        <translation>代理连不上服务器（HTTP {status}，{peer}）。</translation>
    </message>
    <message>
        <source>Check the host of the base URL; the proxy’s own network or DNS may be at fault.</source>
        <translation>请检查接口地址的主机；也可能是代理自身的网络或 DNS 有问题。</translation>
    </message>
    <message>
        <source>The proxy opened no tunnel (HTTP {status}, {peer}).</source>
        <translation>代理没有打开隧道（HTTP {status}，{peer}）。</translation>
    </message>
    <message>
        <source>Show its answer to those who run the proxy: CONNECT to the host of the base URL must be allowed.</source>
        <translation>请将其响应交代理的管理者查看：须允许 CONNECT 到接口地址的主机。</translation>
    </message>
    <message>
        <source>The proxy hung up before it opened a tunnel ({peer}).</source>
        <translation>代理在打开隧道之前断开了（{peer}）。</translation>
    </message>
    <message>
        <source>It may forbid this host, or not know CONNECT: ask those who run it.</source>
        <translation>它可能禁止访问此主机，或不支持 CONNECT：请询问其管理者。</translation>
    </message>
    <message>
        <source>The proxy took the connection, but opened no tunnel in time ({peer}).</source>
        <translation>代理接受了连接，但未及时打开隧道（{peer}）。</translation>
    </message>
    <message>
        <source>It may not reach the server, or be no HTTP proxy: check its port, and ask those who run it.</source>
        <translation>它可能连不上服务器，或不是 HTTP 代理：请检查其端口，并询问其管理者。</translation>
    </message>
    <message>
        <source>What answers there is no HTTP proxy ({peer}).</source>
        <translation>应答的不是 HTTP 代理（{peer}）。</translation>
    </message>
    <message>
        <source>Correct the port in HTTPS_PROXY: a SOCKS proxy or another service may listen at this one.</source>
        <translation>请更正 HTTPS_PROXY 中的端口：此端口上可能是 SOCKS 代理或其他服务。</translation>
    </message>
    <message>
        <source>The connection was refused ({peer}): nothing listens there.</source>
        <translation>连接被拒绝（{peer}）：那里没有程序在监听。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL; a firewall may refuse in the server’s place.</source>
        <translation>请检查接口地址的主机和端口；也可能是防火墙代为拒绝。</translation>
    </message>
    <message>
        <source>No way leads there ({peer}): network or host cannot be reached.</source>
        <translation>无路可达（{peer}）：网络或主机不可到达。</translation>
    </message>
    <message>
        <source>Check this computer’s network and VPN; the host’s address may belong to another network.</source>
        <translation>请检查本机的网络和 VPN；该主机的地址可能属于另一网络。</translation>
    </message>
    <message>
        <source>This computer forbids the connection ({peer}).</source>
        <translation>本机禁止此连接（{peer}）。</translation>
    </message>
    <message>
        <source>A firewall or security program here may block QFPay Tester: allow it.</source>
        <translation>本机的防火墙或安全软件可能拦截了 QFPay Tester：请予放行。</translation>
    </message>
    <message>
        <source>Nobody took the connection in time ({peer}).</source>
        <translation>没有及时接受连接（{peer}）。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL; a firewall that drops packets looks like this.</source>
        <translation>请检查接口地址的主机和端口；防火墙丢弃数据包时也是这样。</translation>
    </message>
    <message>
        <source>TLS: the server’s certificate has expired ({peer}).</source>
        <translation>TLS：服务器的证书已过期（{peer}）。</translation>
    </message>
    <message>
        <source>Check this computer’s date first. If it is right, those who run the server must renew the certificate.</source>
        <translation>请先检查本机日期。如无误，须由服务器的管理者更新证书。</translation>
    </message>
    <message>
        <source>TLS: the server’s certificate is not valid yet ({peer}).</source>
        <translation>TLS：服务器的证书尚未生效（{peer}）。</translation>
    </message>
    <message>
        <source>This computer’s date may be in the past: set it right. Else the certificate was put in place too early.</source>
        <translation>本机日期可能落后：请校正。否则就是证书部署得太早。</translation>
    </message>
    <message>
        <source>TLS: the server vouches for itself only ({peer}).</source>
        <translation>TLS：服务器的证书是自签的（{peer}）。</translation>
    </message>
    <message>
        <source>A test server does that, and so does somebody who listens in. If the server is yours, trust its certificate: File → Trust a CA file.</source>
        <translation>测试服务器会这样，窃听者也会。如服务器属于您，请信任其证书：“文件”→“信任 CA 文件”。</translation>
    </message>
    <message>
        <source>TLS: nobody known vouches for the server’s certificate ({peer}).</source>
        <translation>TLS：服务器证书的颁发机构不受信任（{peer}）。</translation>
    </message>
    <message>
        <source>If a company proxy opens TLS, add its authority: File → Trust a CA file. Else the server may leave out an intermediate certificate.</source>
        <translation>如公司代理会解开 TLS，请添加其颁发机构：“文件”→“信任 CA 文件”。否则可能是服务器漏发了中间证书。</translation>
    </message>
    <message>
        <source>TLS: the certificate is made out to another host ({peer}).</source>
        <translation>TLS：证书属于另一主机（{peer}）。</translation>
    </message>
    <message>
        <source>Check the host of the base URL; a login page of the network may answer in the server’s place.</source>
        <translation>请检查接口地址的主机；也可能是网络的登录页代为应答。</translation>
    </message>
    <message>
        <source>TLS: key or digest of the server’s certificate is too weak ({peer}).</source>
        <translation>TLS：服务器证书的密钥或摘要太弱（{peer}）。</translation>
    </message>
    <message>
        <source>Those who run the server, or the proxy that opens TLS, must get a new certificate.</source>
        <translation>须由服务器或解开 TLS 的代理的管理者换发证书。</translation>
    </message>
    <message>
        <source>TLS: the server’s certificate does not hold ({peer}).</source>
        <translation>TLS：服务器的证书不成立（{peer}）。</translation>
    </message>
    <message>
        <source>The library’s line says what is wrong with it: show that to those who run the server.</source>
        <translation>程序库一行写明了问题：请交服务器的管理者查看。</translation>
    </message>
    <message>
        <source>TLS: the server speaks old versions only, below 1.2 ({peer}).</source>
        <translation>TLS：服务器只支持 1.2 以下的旧版本（{peer}）。</translation>
    </message>
    <message>
        <source>Those who run it must switch TLS 1.2 or 1.3 on; an old proxy on the way may be what answers.</source>
        <translation>须由其管理者开启 TLS 1.2 或 1.3；应答的也可能是途中的旧代理。</translation>
    </message>
    <message>
        <source>TLS: the server found nothing in common with this program ({peer}).</source>
        <translation>TLS：服务器与本程序没有共同支持的方式（{peer}）。</translation>
    </message>
    <message>
        <source>It may offer old ciphers only, or want a certificate of the client: ask those who run it.</source>
        <translation>它可能只提供旧的加密套件，或要求客户端证书：请询问其管理者。</translation>
    </message>
    <message>
        <source>TLS: the server wants a certificate of the client ({peer}).</source>
        <translation>TLS：服务器要求客户端证书（{peer}）。</translation>
    </message>
    <message>
        <source>This program has none to show. Check host and port: a company’s gateway may be what asks for it.</source>
        <translation>本程序没有可出示的证书。请检查主机和端口：要求证书的可能是公司的网关。</translation>
    </message>
    <message>
        <source>TLS: what answers does not speak TLS ({peer}).</source>
        <translation>TLS：应答的一方不使用 TLS（{peer}）。</translation>
    </message>
    <message>
        <source>Check the port of the base URL: https usually listens at 443, and 80 or 8080 are plain.</source>
        <translation>请检查接口地址的端口：https 通常在 443，80 和 8080 是明文。</translation>
    </message>
    <message>
        <source>TLS: the server took the connection and then said nothing ({peer}).</source>
        <translation>TLS：服务器接受了连接，之后没有应答（{peer}）。</translation>
    </message>
    <message>
        <source>Check the port of the base URL; a firewall that looks into TLS may hold it up.</source>
        <translation>请检查接口地址的端口；也可能被检查 TLS 的防火墙拦住。</translation>
    </message>
    <message>
        <source>TLS: the connection was closed within the handshake ({peer}).</source>
        <translation>TLS：连接在握手中被关闭（{peer}）。</translation>
    </message>
    <message>
        <source>A firewall may cut TLS to this host, or the server may not know the host’s name: check the base URL.</source>
        <translation>防火墙可能切断了到此主机的 TLS，或服务器不认识此主机名：请检查接口地址。</translation>
    </message>
    <message>
        <source>The request was taken, but no reply came in time.</source>
        <translation>请求已被接收，但没有及时收到响应。</translation>
    </message>
    <message>
        <source>What answers, or what it asks in turn, may be slow or hang.</source>
        <translation>应答的一方，或它所依赖的系统，可能缓慢或卡住。</translation>
    </message>
    <message>
        <source>The reply began, but its header did not end in time.</source>
        <translation>响应已开始，但响应头没有及时结束。</translation>
    </message>
    <message>
        <source>The server or a proxy on the way may be overloaded.</source>
        <translation>服务器或途中的代理可能过载。</translation>
    </message>
    <message>
        <source>The reply came in part, then nothing more in time.</source>
        <translation>只收到部分响应，其余没有及时到达。</translation>
    </message>
    <message>
        <source>Its length may be stated too large, or a proxy on the way may hold the rest back.</source>
        <translation>所声明的长度可能过大，或途中的代理扣住了其余部分。</translation>
    </message>
    <message>
        <source>The reply came in drips and did not end in time.</source>
        <translation>响应断断续续，没有及时结束。</translation>
    </message>
    <message>
        <source>What answers may be something else than an API: check the base URL and any proxy.</source>
        <translation>应答的可能不是 API：请检查接口地址及代理。</translation>
    </message>
    <message>
        <source>The connection was closed without a reply.</source>
        <translation>连接被关闭，没有响应。</translation>
    </message>
    <message>
        <source>The server may be restarting, or a firewall may have cut the request off.</source>
        <translation>服务器可能正在重启，或防火墙切断了请求。</translation>
    </message>
    <message>
        <source>The connection was reset before a reply.</source>
        <translation>连接在响应之前被重置。</translation>
    </message>
    <message>
        <source>The server may have crashed, or a firewall on the way may cut such requests.</source>
        <translation>服务器可能崩溃，或途中的防火墙会切断这类请求。</translation>
    </message>
    <message>
        <source>The connection was closed in the midst of the reply’s header.</source>
        <translation>连接在响应头中途被关闭。</translation>
    </message>
    <message>
        <source>The server or a proxy on the way may have crashed while it answered.</source>
        <translation>服务器或途中的代理可能在响应时崩溃。</translation>
    </message>
    <message>
        <source>The connection was closed in the midst of the reply.</source>
        <translation>连接在响应中途被关闭。</translation>
    </message>
    <message>
        <source>The server may have crashed, or its reply states too large a length.</source>
        <translation>服务器可能崩溃，或响应声明的长度过大。</translation>
    </message>
    <message>
        <source>The connection was reset in the midst of the reply.</source>
        <translation>连接在响应中途被重置。</translation>
    </message>
    <message>
        <source>Check this computer’s network; a firewall on the way may have cut the reply off.</source>
        <translation>请检查本机网络；途中的防火墙也可能切断了响应。</translation>
    </message>
    <message>
        <source>The reply has no HTTP header: it begins with its content.</source>
        <translation>响应没有 HTTP 头：一开始就是内容。</translation>
    </message>
    <message>
        <source>A home-made or very old server may answer there: check host and port of the base URL.</source>
        <translation>应答的可能是自制或很旧的服务器：请检查接口地址的主机和端口。</translation>
    </message>
    <message>
        <source>What answers does not speak HTTP ({peer}).</source>
        <translation>应答的一方不使用 HTTP（{peer}）。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL: mail, SSH or a database may listen there.</source>
        <translation>请检查接口地址的主机和端口：那里可能是邮件、SSH 或数据库服务。</translation>
    </message>
    <message>
        <source>What answers speaks TLS, but was asked in plain HTTP ({peer}).</source>
        <translation>应答的一方使用 TLS，而请求用的是明文 HTTP（{peer}）。</translation>
    </message>
    <message>
        <source>Write https:// in the base URL.</source>
        <translation>请在接口地址中写 https://。</translation>
    </message>
    <message>
        <source>The first line of the reply makes no sense as HTTP.</source>
        <translation>响应的第一行不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>The library’s line shows it. A proxy on the way may speak another version of HTTP.</source>
        <translation>程序库一行显示了其内容。途中的代理可能使用其他版本的 HTTP。</translation>
    </message>
    <message>
        <source>Only interim replies came (HTTP 1xx), never the real one.</source>
        <translation>只收到临时响应（HTTP 1xx），始终没有正式响应。</translation>
    </message>
    <message>
        <source>What answers is out of order: check the base URL and any proxy on the way.</source>
        <translation>应答的一方有故障：请检查接口地址及途中的代理。</translation>
    </message>
    <message>
        <source>The reply’s header is too large: above 64 KB a line, or 100 lines.</source>
        <translation>响应头过大：一行超过 64 KB，或超过 100 行。</translation>
    </message>
    <message>
        <source>A proxy on the way may add to it over and over: check the base URL and any proxy.</source>
        <translation>途中的代理可能反复添加内容：请检查接口地址及代理。</translation>
    </message>
    <message>
        <source>The reply states its length in a way that makes no sense.</source>
        <translation>响应声明长度的方式无效。</translation>
    </message>
    <message>
        <source>Two systems on the way may each have added a Content-Length: check any proxy.</source>
        <translation>途中两个系统可能各加了一个 Content-Length：请检查代理。</translation>
    </message>
    <message>
        <source>The pieces in which the reply came (chunks) are malformed.</source>
        <translation>响应的分块（chunk）格式有误。</translation>
    </message>
    <message>
        <source>The server or a proxy on the way puts its reply together wrongly: check any proxy.</source>
        <translation>服务器或途中的代理拼接响应有误：请检查代理。</translation>
    </message>
    <message>
        <source>What came back cannot be read as HTTP.</source>
        <translation>收到的内容不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL, and any proxy on the way.</source>
        <translation>请检查接口地址的主机和端口，及途中的代理。</translation>
    </message>
    <message>
        <source>The server offers other addresses (HTTP {status}); that is not followed.</source>
        <translation>服务器给出了其他地址（HTTP {status}）；不会跟随。</translation>
    </message>
    <message>
        <source>Compare the base URL with the documents. A signed request is never passed on by itself.</source>
        <translation>请将接口地址与文档核对。已签名的请求绝不会自动转发。</translation>
    </message>
    <message>
        <source>A login page came back instead of a reply.</source>
        <translation>收到的是登录页，不是响应。</translation>
    </message>
    <message>
        <source>This network may want a login first: open a browser, log in. Else check the base URL.</source>
        <translation>此网络可能要求先登录：请打开浏览器登录。否则请检查接口地址。</translation>
    </message>
    <message>
        <source>The reply was too long and was cut off here, so it cannot be read.</source>
        <translation>响应过长，已在本机截断，因此无法读取。</translation>
    </message>
    <message>
        <source>At most 2 MB are read. Something else than an API may answer there: look at the raw reply.</source>
        <translation>最多读取 2 MB。应答的可能不是 API：请看原始响应。</translation>
    </message>
    <message>
        <source>The reply came compressed, and cannot be unpacked.</source>
        <translation>响应经过压缩，且无法解开。</translation>
    </message>
    <message>
        <source>This program asks for plain replies: a proxy on the way may compress them, and damage them.</source>
        <translation>本程序要求不压缩的响应：可能是途中的代理压缩并损坏了它。</translation>
    </message>
    <message>
        <source>The reply is text in another character set than UTF-8.</source>
        <translation>响应的字符集不是 UTF-8。</translation>
    </message>
    <message>
        <source>A proxy on the way, or another server, may have written it: check the base URL.</source>
        <translation>可能出自途中的代理或另一服务器：请检查接口地址。</translation>
    </message>
    <message>
        <source>The reply is JSON that ends in the middle.</source>
        <translation>响应是中途结束的 JSON。</translation>
    </message>
    <message>
        <source>Its length may be stated too small, or a proxy on the way may have cut it.</source>
        <translation>所声明的长度可能过小，或被途中的代理截断。</translation>
    </message>
    <message>
        <source>The reply is JSON, but a list or a single value instead of members.</source>
        <translation>响应是 JSON，但只是列表或单个值，没有成员。</translation>
    </message>
    <message>
        <source>Another API may be what answers: check host and path of the base URL.</source>
        <translation>应答的可能是另一 API：请检查接口地址的主机和路径。</translation>
    </message>
    <message>
        <source>The address has moved for good (HTTP {status}); that is not followed.</source>
        <translation>该地址已永久迁移（HTTP {status}）；不会跟随。</translation>
    </message>
    <message>
        <source>The technical lines say where to. Compare it with the base URL, and correct that if the host is right.</source>
        <translation>技术详情写明了新地址。请与接口地址核对，主机无误则更正接口地址。</translation>
    </message>
    <message>
        <source>The server points elsewhere for now (HTTP {status}); that is not followed.</source>
        <translation>服务器暂时指向别处（HTTP {status}）；不会跟随。</translation>
    </message>
    <message>
        <source>A login page of the network answers like this: open a browser. Else compare the base URL.</source>
        <translation>网络的登录页会这样响应：请打开浏览器。否则请核对接口地址。</translation>
    </message>
    <message>
        <source>The server points elsewhere, but does not say where (HTTP {status}).</source>
        <translation>服务器指向别处，却没有写明何处（HTTP {status}）。</translation>
    </message>
    <message>
        <source>A proxy on the way may have taken the address out: check the base URL and any proxy.</source>
        <translation>途中的代理可能去掉了地址：请检查接口地址及代理。</translation>
    </message>
    <message>
        <source>The server wants another page to be looked at instead (HTTP 303); that is not followed.</source>
        <translation>服务器要求改看另一页面（HTTP 303）；不会跟随。</translation>
    </message>
    <message>
        <source>That is how web pages answer a form: the base URL may lead to a web site and no API.</source>
        <translation>网页会这样响应表单：接口地址可能指向网站而不是 API。</translation>
    </message>
    <message>
        <source>“Nothing has changed” came back (HTTP 304), which answers no such request.</source>
        <translation>收到“没有变化”（HTTP 304），这不是对此类请求的响应。</translation>
    </message>
    <message>
        <source>A cache on the way may have answered: check any proxy.</source>
        <translation>应答的可能是途中的缓存：请检查代理。</translation>
    </message>
    <message>
        <source>The request was not understood (HTTP 400).</source>
        <translation>请求未被理解（HTTP 400）。</translation>
    </message>
    <message>
        <source>The raw reply may say why. A proxy on the way may have changed the request.</source>
        <translation>原始响应可能写明原因。途中的代理也可能改动了请求。</translation>
    </message>
    <message>
        <source>A login is wanted (HTTP 401).</source>
        <translation>要求登录（HTTP 401）。</translation>
    </message>
    <message>
        <source>That is a gateway’s way to ask, not that of app_code and signature: check the base URL.</source>
        <translation>这是网关的登录方式，与 app_code 和签名无关：请检查接口地址。</translation>
    </message>
    <message>
        <source>The request is forbidden (HTTP 403).</source>
        <translation>请求被禁止（HTTP 403）。</translation>
    </message>
    <message>
        <source>A firewall before the server may bar this computer’s address, or something in the request.</source>
        <translation>服务器前的防火墙可能拦截了本机地址，或请求中的内容。</translation>
    </message>
    <message>
        <source>There is nothing at this address (HTTP 404).</source>
        <translation>此地址没有内容（HTTP 404）。</translation>
    </message>
    <message>
        <source>Compare base URL and path with the documents: one part too many or too few gives this.</source>
        <translation>请将接口地址和路径与文档核对：多一段或少一段都会这样。</translation>
    </message>
    <message>
        <source>This address takes no such method (HTTP 405).</source>
        <translation>此地址不接受这种方法（HTTP 405）。</translation>
    </message>
    <message>
        <source>Compare base URL and path with the documents; a redirect or proxy may have made a GET of it.</source>
        <translation>请将接口地址和路径与文档核对；重定向或代理可能把它变成了 GET。</translation>
    </message>
    <message>
        <source>A proxy on the way wants a login (HTTP 407).</source>
        <translation>途中的代理要求登录（HTTP 407）。</translation>
    </message>
    <message>
        <source>The rest of the request was waited for in vain (HTTP 408).</source>
        <translation>没有等到请求的其余部分（HTTP 408）。</translation>
    </message>
    <message>
        <source>The network may be slow, or a proxy on the way may have held the request back.</source>
        <translation>网络可能缓慢，或途中的代理扣住了请求。</translation>
    </message>
    <message>
        <source>The length of the request is missing (HTTP 411).</source>
        <translation>缺少请求的长度（HTTP 411）。</translation>
    </message>
    <message>
        <source>This program always states it: a proxy on the way may have taken it out.</source>
        <translation>本程序总会声明长度：可能被途中的代理去掉。</translation>
    </message>
    <message>
        <source>The request is too large (HTTP 413).</source>
        <translation>请求过大（HTTP 413）。</translation>
    </message>
    <message>
        <source>Shorten the values: the signing panel shows how many bytes they make.</source>
        <translation>请缩短各值：签名面板显示了字节数。</translation>
    </message>
    <message>
        <source>The address is too long (HTTP 414).</source>
        <translation>地址过长（HTTP 414）。</translation>
    </message>
    <message>
        <source>Check the base URL; a proxy on the way may have put the parameters into the address.</source>
        <translation>请检查接口地址；途中的代理可能把参数放进了地址。</translation>
    </message>
    <message>
        <source>This kind of body is not taken (HTTP 415).</source>
        <translation>不接受这种正文（HTTP 415）。</translation>
    </message>
    <message>
        <source>A form was sent. Another API may be what answers: compare base URL and path with the documents.</source>
        <translation>发送的是表单。应答的可能是另一 API：请将接口地址和路径与文档核对。</translation>
    </message>
    <message>
        <source>What answers is not in charge of this host (HTTP 421).</source>
        <translation>应答的一方不负责此主机（HTTP 421）。</translation>
    </message>
    <message>
        <source>The host’s name or a proxy may lead to the wrong machine: check the base URL and DNS.</source>
        <translation>主机名或代理可能指向了错误的机器：请检查接口地址和 DNS。</translation>
    </message>
    <message>
        <source>The server did not want the request that early (HTTP 425).</source>
        <translation>服务器认为请求来得过早（HTTP 425）。</translation>
    </message>
    <message>
        <source>A proxy on the way may have sent it along with the handshake: check any proxy.</source>
        <translation>途中的代理可能在握手时就送出了请求：请检查代理。</translation>
    </message>
    <message>
        <source>The request’s header is too large (HTTP 431).</source>
        <translation>请求头过大（HTTP 431）。</translation>
    </message>
    <message>
        <source>Look at app_code: a whole text may have been pasted there. A proxy may add to it, too.</source>
        <translation>请看 app_code：可能粘贴了整段文字。代理也可能添加了内容。</translation>
    </message>
    <message>
        <source>This host is blocked for legal reasons (HTTP 451).</source>
        <translation>此主机因法律原因被封锁（HTTP 451）。</translation>
    </message>
    <message>
        <source>A filter of the network or the country may answer in the server’s place: try another network.</source>
        <translation>应答的可能是网络或国家的过滤系统：请换一个网络。</translation>
    </message>
    <message>
        <source>The server failed while it worked on the request (HTTP 500).</source>
        <translation>服务器处理请求时出错（HTTP 500）。</translation>
    </message>
    <message>
        <source>If it stays like this, show the raw reply to those who run the server.</source>
        <translation>如持续如此，请将原始响应交服务器的管理者查看。</translation>
    </message>
    <message>
        <source>What answers does not know how to do this (HTTP 501).</source>
        <translation>应答的一方不支持此操作（HTTP 501）。</translation>
    </message>
    <message>
        <source>It may be no API at all: check the base URL and any proxy.</source>
        <translation>它可能根本不是 API：请检查接口地址及代理。</translation>
    </message>
    <message>
        <source>A gateway got no proper answer from the server behind it (HTTP 502).</source>
        <translation>网关没有从后面的服务器得到正常响应（HTTP 502）。</translation>
    </message>
    <message>
        <source>The server may be restarting. If it stays like this, show the raw reply to those who run it.</source>
        <translation>服务器可能正在重启。如持续如此，请将原始响应交其管理者查看。</translation>
    </message>
    <message>
        <source>The server is out of service for now (HTTP 503).</source>
        <translation>服务器暂停服务（HTTP 503）。</translation>
    </message>
    <message>
        <source>It may be under maintenance or overloaded.</source>
        <translation>它可能正在维护或过载。</translation>
    </message>
    <message>
        <source>A gateway waited in vain for the server behind it (HTTP 504).</source>
        <translation>网关没有等到后面的服务器（HTTP 504）。</translation>
    </message>
    <message>
        <source>The request may well have been carried out by then.</source>
        <translation>请求可能已被执行。</translation>
    </message>
    <message>
        <source>What answers speaks another version of HTTP (HTTP 505).</source>
        <translation>应答的一方使用其他版本的 HTTP（HTTP 505）。</translation>
    </message>
    <message>
        <source>An odd proxy may stand in between: check the base URL and any proxy.</source>
        <translation>途中可能有不寻常的代理：请检查接口地址及代理。</translation>
    </message>
    <message>
        <source>The network wants a login first (HTTP 511).</source>
        <translation>网络要求先登录（HTTP 511）。</translation>
    </message>
    <message>
        <source>Open a browser and log in to this network, such as a hotel’s or a guest’s.</source>
        <translation>请打开浏览器登录此网络，例如酒店或访客网络。</translation>
    </message>
    <message>
        <source>The reply asks to wait {seconds} s first (Retry-After).</source>
        <translation>响应要求先等待 {seconds} 秒（Retry-After）。</translation>
    </message>
    <message>
        <source>The reply asks to wait until {moment} (Retry-After).</source>
        <translation>响应要求等到 {moment}（Retry-After）。</translation>
    </message>
</context>
<context>
    <name>NoticeRowsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
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
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>NoticeView</name>
    <message>
        <source>What it says</source>
        <translation>通知内容</translation>
    </message>
    <message>
        <source>Headers and body as they came</source>
        <translation>收到的请求头和正文原文</translation>
    </message>
    <message>
        <source>Tries ({count})</source>
        <translation>发送次数（{count}）</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>发送次数</translation>
    </message>
    <message>
        <source>Pages of the notification</source>
        <translation>通知的各页</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Open in the check, where signature and key can be changed (Enter)</source>
        <translation>在检查页打开，可更改签名和密钥（Enter）</translation>
    </message>
</context>
<context>
    <name>NoticesTable</name>
    <message>
        <source>Open in the check</source>
        <translation>在检查页打开</translation>
    </message>
    <message>
        <source>Send it to a receiver …</source>
        <translation>发送到接收端…</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>通知，最新者在前</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>Verify over the raw bytes of the request body, taken before any JSON parser touches them: php://input in PHP, express.raw() in Node, request.get_data() in Flask, byte[] in Spring.</source>
        <translation>请对请求正文的原始字节验签，且须在任何 JSON 解析器处理之前取得：PHP 用 php://input，Node 用 express.raw()，Flask 用 request.get_data()，Spring 用 byte[]。</translation>
    </message>
    <message>
        <source>Use the client_key exactly as QFPay gave it, that of the app_code the payment was made with.</source>
        <translation>请完全按 QFPay 所给的使用 client_key，并且须是该付款所用 app_code 的 client_key。</translation>
    </message>
    <message>
        <source>Append the client_key directly to the last byte of the body: no “&amp;”, no “key=”, nothing else.</source>
        <translation>请将 client_key 直接接在正文的最后一个字节之后：不加“&amp;”，不加“key=”，也不加其他内容。</translation>
    </message>
    <message>
        <source>Notifications are signed by plain MD5, written as 32 hexadecimal digits in upper case.</source>
        <translation>通知用单纯的 MD5 签名，写成 32 位大写十六进制。</translation>
    </message>
    <message>
        <source>Copy the whole value of the header X-QF-SIGN, without quotes and blanks.</source>
        <translation>请复制请求头 X-QF-SIGN 的完整值，不带引号和空格。</translation>
    </message>
    <message>
        <source>{first}; and {second}</source>
        <translation>{first}；并且{second}</translation>
    </message>
    <message>
        <source>The signature fits if {causes}.</source>
        <translation>以下情况成立，签名即相符：{causes}。</translation>
    </message>
    <message>
        <source>Valid: QFPay’s signature fits this notification.</source>
        <translation>有效：QFPay 的签名与此通知相符。</translation>
    </message>
    <message>
        <source>Valid: QFPay’s signature fits this reply.</source>
        <translation>有效：QFPay 的签名与此响应相符。</translation>
    </message>
    <message>
        <source>X-QF-SIGN is the MD5 of the raw body with the client key behind it, byte for byte.</source>
        <translation>X-QF-SIGN 正是原始正文末尾接上 client_key 的 MD5，逐字节无误。</translation>
    </message>
    <message>
        <source>Not valid: the signature does not fit this body and this key.</source>
        <translation>无效：签名与此正文和此密钥不符。</translation>
    </message>
    <message>
        <source>Not valid with this key: it was signed with another merchant’s.</source>
        <translation>用此密钥验签无效：签名用的是另一商户的密钥。</translation>
    </message>
    <message>
        <source>Not valid: the signature was made with another key.</source>
        <translation>无效：签名用的是另一密钥。</translation>
    </message>
    <message>
        <source>Not valid: something other than the raw body was hashed.</source>
        <translation>无效：计算哈希的不是原始正文。</translation>
    </message>
    <message>
        <source>Not valid: the key was joined to the body in another way.</source>
        <translation>无效：密钥与正文的连接方式不同。</translation>
    </message>
    <message>
        <source>Not valid: another digest than MD5 was used.</source>
        <translation>无效：用的摘要不是 MD5。</translation>
    </message>
    <message>
        <source>The content fits the signature, its bytes do not.</source>
        <translation>内容与签名相符，字节却不符。</translation>
    </message>
    <message>
        <source>The signature fits as far as it is shown.</source>
        <translation>就所示部分而言，签名相符。</translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>尚无内容可检查。</translation>
    </message>
    <message>
        <source>Paste what the merchant’s server received: headers and body. The signature can be typed below.</source>
        <translation>请粘贴商户服务器收到的内容：请求头和正文。签名可在下方输入。</translation>
    </message>
    <message>
        <source>No body was found.</source>
        <translation>未找到正文。</translation>
    </message>
    <message>
        <source>The signature covers the body, so paste the body too: the JSON text as it came.</source>
        <translation>签名涵盖正文，因此请一并粘贴正文：收到的 JSON 原文。</translation>
    </message>
    <message>
        <source>No signature was found.</source>
        <translation>未找到签名。</translation>
    </message>
    <message>
        <source>QFPay’s notifications carry it in the header X-QF-SIGN. A request without it is not from QFPay, or the merchant’s server dropped the header: it may be named HTTP_X_QF_SIGN there.</source>
        <translation>QFPay 的通知将签名放在请求头 X-QF-SIGN 中。没有它的请求并非来自 QFPay，或是被商户服务器丢掉了：在那里它可能名为 HTTP_X_QF_SIGN。</translation>
    </message>
    <message>
        <source>There is no client key to check with.</source>
        <translation>没有可用于检查的 client_key。</translation>
    </message>
    <message>
        <source>Choose a merchant whose key is here, or type the key.</source>
        <translation>请选择此处有密钥的商户，或输入密钥。</translation>
    </message>
    <message>
        <source>What is given as signature is none.</source>
        <translation>所给的签名不是签名。</translation>
    </message>
    <message>
        <source>A signature has 32 hexadecimal digits, as in 5ABDB598…, and at least 8 must be shown.</source>
        <translation>签名为 32 位十六进制，形如 5ABDB598…，至少须给出 8 位。</translation>
    </message>
    <message>
        <source>Copy the value of the header X-QF-SIGN.</source>
        <translation>请复制请求头 X-QF-SIGN 的值。</translation>
    </message>
    <message>
        <source>The body is longer than {most} bytes, far more than QFPay sends: reasons were not searched for.</source>
        <translation>正文超过 {most} 字节，远大于 QFPay 所发送的，因此没有查找原因。</translation>
    </message>
    <message>
        <source>Nothing known gives this signature: not the body written in other ways, not a key that is known here, not another digest. {odd} So a value in the body was changed after it was signed – which one, nobody can tell –, or the key is one that is not known here, or it is a forgery.</source>
        <translation>已知的情况都得不出此签名：正文的其他写法、此处已知的密钥、其他摘要，均不相符。{odd}因此，要么正文中的某个值在签名后被改动（无从得知是哪一个），要么所用密钥此处未知，要么通知是伪造的。</translation>
    </message>
    <message>
        <source>It has {length} digits, too; an MD5 has 32.</source>
        <translation>而且它有 {length} 位；MD5 为 32 位。</translation>
    </message>
    <message>
        <source>Its form is right, though.</source>
        <translation>不过其格式正确。</translation>
    </message>
    <message>
        <source>Ask for the raw bytes of the body, for instance as a hex dump, and for all headers.</source>
        <translation>请索取正文的原始字节（例如十六进制转储）以及全部请求头。</translation>
    </message>
    <message>
        <source>Ask for which app_code, and in which environment, the payment was made; its key is the one that signs.</source>
        <translation>请询问付款用的是哪个 app_code、在哪个环境；签名用的就是它的密钥。</translation>
    </message>
    <message>
        <source>Query the order before anything is delivered: a notification that is not valid proves nothing.</source>
        <translation>发货前请先查询订单：无效的通知证明不了什么。</translation>
    </message>
    <message>
        <source>Its digits are in lower case; QFPay writes capitals. Compare without regard to case.</source>
        <translation>签名为小写；QFPay 写大写。比较时请忽略大小写。</translation>
    </message>
    <message>
        <source>Its digits mix capitals and small letters; QFPay writes capitals.</source>
        <translation>签名大小写混用；QFPay 写大写。</translation>
    </message>
    <message>
        <source>the signature was cut: it has {length} digits here, a whole one has 32</source>
        <translation>签名被截短：此处有 {length} 位，完整的为 32 位</translation>
    </message>
    <message>
        <source>the quotes, blanks or other signs around the signature are left out</source>
        <translation>去掉签名前后的引号、空格或其他符号</translation>
    </message>
    <message>
        <source>the signs between the digits are left out</source>
        <translation>去掉签名各位之间的符号</translation>
    </message>
    <message>
        <source>the digest was written in base64, not in hex</source>
        <translation>摘要写成了 base64，而非十六进制</translation>
    </message>
    <message>
        <source>the digits that are blotted out are those that were signed; the others fit</source>
        <translation>被遮盖的各位与签名一致；其余各位相符</translation>
    </message>
    <message>
        <source>Missing, though the page of this type lists it. {meaning}</source>
        <translation>缺少，而该类型的页面列有此字段。{meaning}</translation>
    </message>
    <message>
        <source>{meaning} Of payments and refunds QFPay notifies of successes only, so query the order.</source>
        <translation>{meaning}付款和退款方面，QFPay 只通知成功的交易，因此请查询订单。</translation>
    </message>
    <message>
        <source>{meaning} This time the subscription was not charged: deliver nothing for it.</source>
        <translation>{meaning}本次订阅未扣款：请勿据此发货。</translation>
    </message>
    <message>
        <source>The token was made. Nobody has paid.</source>
        <translation>令牌已建立，没有人付款。</translation>
    </message>
    <message>
        <source>The subscription was charged this time.</source>
        <translation>本次订阅扣款成功。</translation>
    </message>
    <message>
        <source>Verify X-QF-SIGN over the raw bytes first; ignore what is not valid.</source>
        <translation>先对原始字节验证 X-QF-SIGN；无效的不予理会。</translation>
    </message>
    <message>
        <source>Look out_trade_no up among the own orders, and compare txamt and txcurrcd with what that order costs.</source>
        <translation>在自己的订单中查找 out_trade_no，并将 txamt 和 txcurrcd 与该订单应付的金额核对。</translation>
    </message>
    <message>
        <source>Expect the same notification several times: note syssn, and deliver once only.</source>
        <translation>同一通知可能收到多次：请记下 syssn，只发货一次。</translation>
    </message>
    <message>
        <source>If the copy did this, the notification itself is fine. If the merchant’s program did, let it keep the body as it came, byte by byte.</source>
        <translation>如果是复制造成的，通知本身没有问题。如果是商户程序造成的，请让它逐字节保留收到的正文。</translation>
    </message>
    <message>
        <source>the body was signed in another character set ({charset}) than it is kept in here</source>
        <translation>正文签名时用的是另一字符集（{charset}），与此处保存的不同</translation>
    </message>
    <message>
        <source>the body’s UTF-8 was read as Latin-1 and written again</source>
        <translation>正文的 UTF-8 被读成 Latin-1 再写出</translation>
    </message>
    <message>
        <source>the line break at the end of the body is left out: it was not signed</source>
        <translation>去掉正文末尾的换行：它没有参与签名</translation>
    </message>
    <message>
        <source>the line breaks at the end of the body are left out: they were not signed</source>
        <translation>去掉正文末尾的多个换行：它们没有参与签名</translation>
    </message>
    <message>
        <source>blanks and line breaks around the body are left out: they were not signed</source>
        <translation>去掉正文前后的空格和换行：它们没有参与签名</translation>
    </message>
    <message>
        <source>a line break stands at the end of the body: it was signed, and is missing here</source>
        <translation>正文末尾有一个换行：它参与了签名，此处却没有</translation>
    </message>
    <message>
        <source>a line break (CR LF) stands at the end of the body: it was signed, and is missing here</source>
        <translation>正文末尾有一个换行（CR LF）：它参与了签名，此处却没有</translation>
    </message>
    <message>
        <source>the byte order mark before the body is left out: it was not signed</source>
        <translation>去掉正文前的字节顺序标记：它没有参与签名</translation>
    </message>
    <message>
        <source>a byte order mark stands before the body: it was signed, and is missing here</source>
        <translation>正文前有字节顺序标记：它参与了签名，此处却没有</translation>
    </message>
    <message>
        <source>a space stands at the end of the body: it was signed, and is missing here</source>
        <translation>正文末尾有一个空格：它参与了签名，此处却没有</translation>
    </message>
    <message>
        <source>the body’s lines end in CR LF: here they end in LF only</source>
        <translation>正文各行以 CR LF 结尾：此处只以 LF 结尾</translation>
    </message>
    <message>
        <source>the body’s lines end in LF only: here they end in CR LF</source>
        <translation>正文各行只以 LF 结尾：此处以 CR LF 结尾</translation>
    </message>
    <message>
        <source>the line breaks within the body are left out: they were not signed</source>
        <translation>去掉正文中的换行：它们没有参与签名</translation>
    </message>
    <message>
        <source>“/” is written as it is; here it is written “\/”, as PHP does</source>
        <translation>“/”按原样写；此处写成“\/”，与 PHP 相同</translation>
    </message>
    <message>
        <source>“/” is written “\/”, as PHP does; here it is written as it is</source>
        <translation>“/”写成“\/”，与 PHP 相同；此处按原样写</translation>
    </message>
    <message>
        <source>characters beyond ASCII are written as they are; here they are written “\uXXXX”</source>
        <translation>非 ASCII 字符按原样写；此处写成“\uXXXX”</translation>
    </message>
    <message>
        <source>characters beyond ASCII are written “\uXXXX”; here they are written as they are</source>
        <translation>非 ASCII 字符写成“\uXXXX”；此处按原样写</translation>
    </message>
    <message>
        <source>the digits of “\uXXXX” are written in the other letter case</source>
        <translation>“\uXXXX”中的十六进制字母大小写相反</translation>
    </message>
    <message>
        <source>the quotes are straight ones: a chat or office program curled them</source>
        <translation>引号是直引号：聊天或办公软件将其改成了弯引号</translation>
    </message>
    <message>
        <source>no-break spaces are plain spaces: a chat or web page replaced them</source>
        <translation>不换行空格本是普通空格：被聊天软件或网页替换</translation>
    </message>
    <message>
        <source>the backslashes before quotes are left out: a log put them there</source>
        <translation>去掉引号前的反斜杠：那是日志加上的</translation>
    </message>
    <message>
        <source>HTML entities such as “&amp;quot;” are the characters they stand for</source>
        <translation>“&amp;quot;”等 HTML 实体还原为所代表的字符</translation>
    </message>
    <message>
        <source>quotes were written as HTML entities such as “&amp;quot;” before the body was hashed</source>
        <translation>计算哈希前，正文中的引号写成了“&amp;quot;”等 HTML 实体</translation>
    </message>
    <message>
        <source>the body is URL-decoded: here it is still encoded</source>
        <translation>正文经过 URL 解码：此处仍为编码形式</translation>
    </message>
    <message>
        <source>the body was URL-encoded before it was hashed</source>
        <translation>正文在计算哈希前作了 URL 编码</translation>
    </message>
    <message>
        <source>each “+” of the body was read as a space, as in a form</source>
        <translation>正文中的每个“+”都被读成空格，如同表单</translation>
    </message>
    <message>
        <source>The return code; 0000 is success.</source>
        <translation>返回码；0000 为成功。</translation>
    </message>
    <message>
        <source>The way of paying; 800213 is WeChat Pay in a Mini Program.</source>
        <translation>支付类型；800213 是微信小程序支付。</translation>
    </message>
    <message>
        <source>QFPay’s transaction number; of a refund, the refund’s own.</source>
        <translation>QFPay 的流水号；退款则为退款自己的流水号。</translation>
    </message>
    <message>
        <source>The merchant’s order number; of a refund, the one the refund was sent with.</source>
        <translation>商户订单号；退款则为发起退款时所用的编号。</translation>
    </message>
    <message>
        <source>The amount in minor units of txcurrcd.</source>
        <translation>金额，以 txcurrcd 的最小货币单位计。</translation>
    </message>
    <message>
        <source>The currency of txamt.</source>
        <translation>txamt 的货币。</translation>
    </message>
    <message>
        <source>The time the merchant sent with the request, as it was sent.</source>
        <translation>商户随请求发送的时间，按发送时原样。</translation>
    </message>
    <message>
        <source>QFPay’s time of the transaction, in UTC+8; the day of the settlement goes by it.</source>
        <translation>QFPay 的交易时间，UTC+8；结算日以此为准。</translation>
    </message>
    <message>
        <source>When the customer paid, in UTC+8.</source>
        <translation>顾客付款的时间，UTC+8。</translation>
    </message>
    <message>
        <source>Whether the payment was cancelled or refunded.</source>
        <translation>付款是否已取消或退款。</translation>
    </message>
    <message>
        <source>The merchant below an agent; agents only.</source>
        <translation>代理商名下的商户；仅代理商有。</translation>
    </message>
    <message>
        <source>What was bought, as the merchant named it.</source>
        <translation>所购商品，按商户所写。</translation>
    </message>
    <message>
        <source>A further description of what was bought.</source>
        <translation>所购商品的补充说明。</translation>
    </message>
    <message>
        <source>The wallet’s exchange rate between txcurrcd and the customer’s currency. Not for computing.</source>
        <translation>钱包在 txcurrcd 与顾客货币之间的汇率。不要用于计算。</translation>
    </message>
    <message>
        <source>A further number of the channel.</source>
        <translation>渠道的另一编号。</translation>
    </message>
    <message>
        <source>The payer: a card number, or with WeChat perhaps the openid. Personal data: do not pass it on.</source>
        <translation>付款人：卡号，微信则可能是 openid。个人信息：请勿外传。</translation>
    </message>
    <message>
        <source>What the customer paid after discounts, in minor units of cash_fee_type.</source>
        <translation>顾客优惠后实付的金额，以 cash_fee_type 的最小货币单位计。</translation>
    </message>
    <message>
        <source>The currency of cash_fee, which need not be txcurrcd.</source>
        <translation>cash_fee 的货币，不一定是 txcurrcd。</translation>
    </message>
    <message>
        <source>What the customer gets back, in minor units of cash_refund_fee_type.</source>
        <translation>退回顾客的金额，以 cash_refund_fee_type 的最小货币单位计。</translation>
    </message>
    <message>
        <source>The currency of cash_refund_fee, which need not be txcurrcd.</source>
        <translation>cash_refund_fee 的货币，不一定是 txcurrcd。</translation>
    </message>
    <message>
        <source>Not cancelled, nothing refunded.</source>
        <translation>未取消，未退款。</translation>
    </message>
    <message>
        <source>Reversed or refunded, of a payment by scanning the customer’s code.</source>
        <translation>已冲正或退款（扫顾客付款码的付款）。</translation>
    </message>
    <message>
        <source>Cancelled, of a payment by scanning the merchant’s code.</source>
        <translation>已取消（扫商户收款码的付款）。</translation>
    </message>
    <message>
        <source>Refunded.</source>
        <translation>已退款。</translation>
    </message>
    <message>
        <source>The pre-authorisation was completed.</source>
        <translation>预授权已完成。</translation>
    </message>
    <message>
        <source>Refunded in part.</source>
        <translation>已部分退款。</translation>
    </message>
    <message>
        <source>Not documented; known are 0 to 5. Query the order.</source>
        <translation>文档未载；已知为 0 至 5。请查询订单。</translation>
    </message>
    <message>
        <source>A customer paid.</source>
        <translation>顾客已付款。</translation>
    </message>
    <message>
        <source>A refund went through. Mark the refund, not a new payment.</source>
        <translation>退款已完成。请标记退款，不要当作新的付款。</translation>
    </message>
    <message>
        <source>{amount} was paid for the order {order}, at {time} (UTC+8).</source>
        <translation>订单 {order} 已付款 {amount}，时间 {time}（UTC+8）。</translation>
    </message>
    <message>
        <source>{amount} was refunded under the refund number {order}, at {time} (UTC+8).</source>
        <translation>已退款 {amount}，退款编号 {order}，时间 {time}（UTC+8）。</translation>
    </message>
    <message>
        <source>Not documented, and allowed: QFPay may add fields at any time. Ignore, do not refuse.</source>
        <translation>文档未载，但允许出现：QFPay 可能随时增加字段。请忽略，不要拒收。</translation>
    </message>
    <message>
        <source>Empty. {meaning}</source>
        <translation>为空。{meaning}</translation>
    </message>
    <message>
        <source>Missing, though it is documented as mandatory. {meaning}</source>
        <translation>缺失，但文档规定为必有。{meaning}</translation>
    </message>
    <message>
        <source>{human}. {meaning}</source>
        <translation>{human}。{meaning}</translation>
    </message>
    <message>
        <source>In which currency is not said: {currency} is empty or missing. {meaning}</source>
        <translation>未说明货币：{currency} 为空或缺失。{meaning}</translation>
    </message>
    <message>
        <source>{currency} is no currency known here, so its decimals are not known. {meaning}</source>
        <translation>此处不认得货币 {currency}，因此不知其小数位数。{meaning}</translation>
    </message>
    <message>
        <source>This is no whole number of minor units. {meaning}</source>
        <translation>不是最小货币单位的整数。{meaning}</translation>
    </message>
    <message>
        <source>Not in the documented table of return codes. Query the order.</source>
        <translation>不在文档的返回码表中。请查询订单。</translation>
    </message>
    <message>
        <source>Success: the payment or refund went through.</source>
        <translation>成功：付款或退款已完成。</translation>
    </message>
    <message>
        <source>Documented is 1, success. Query the order before anything is delivered.</source>
        <translation>文档所载为 1，即成功。发货前请先查询订单。</translation>
    </message>
    <message>
        <source>Not written as YYYY-MM-DD hh:mm:ss. {meaning}</source>
        <translation>不是 YYYY-MM-DD hh:mm:ss 格式。{meaning}</translation>
    </message>
    <message>
        <source>WeChat Pay in a Mini Program.</source>
        <translation>微信小程序支付。</translation>
    </message>
    <message>
        <source>A card was kept as a token. It is no payment: do not deliver because of it.</source>
        <translation>银行卡已存为令牌。这不是付款，请勿据此发货。</translation>
    </message>
    <message>
        <source>A subscription changed its state. It is no payment: read state.</source>
        <translation>订阅状态有变。这不是付款，请看 state。</translation>
    </message>
    <message>
        <source>A subscription was charged, or could not be: it also comes after failures, so read respcd.</source>
        <translation>订阅已扣款，或扣款失败：失败后也会通知，因此请看 respcd。</translation>
    </message>
    <message>
        <source>Not documented; known are payment, refund, payment_token, subscription and subscription_payment. Do not deliver because of it.</source>
        <translation>文档未载；已知为 payment、refund、payment_token、subscription 和 subscription_payment。不要据此发货。</translation>
    </message>
    <message>
        <source>1: it succeeded. Of payments and refunds, QFPay notifies of successes only.</source>
        <translation>1：成功。付款和退款方面，QFPay 只通知成功的交易。</translation>
    </message>
    <message>
        <source>What happened: payment, refund, or news of a token or subscription.</source>
        <translation>发生了什么：付款、退款，或令牌、订阅的消息。</translation>
    </message>
    <message>
        <source>The wallet’s own number; in WeChat the customer may see it as transaction number.</source>
        <translation>钱包自己的编号；顾客在微信中可能看到它，即交易单号。</translation>
    </message>
    <message>
        <source>What became of the token: NEW, MATCH or CONFLICT.</source>
        <translation>令牌的结果：NEW、MATCH 或 CONFLICT。</translation>
    </message>
    <message>
        <source>The token that stands for the card. Keep it as a secret.</source>
        <translation>代表银行卡的令牌，请保密。</translation>
    </message>
    <message>
        <source>When the token ends.</source>
        <translation>令牌的到期时间。</translation>
    </message>
    <message>
        <source>The card’s scheme, such as VISA.</source>
        <translation>卡组织，如 VISA。</translation>
    </message>
    <message>
        <source>The subscription this is about.</source>
        <translation>所涉及的订阅。</translation>
    </message>
    <message>
        <source>This charge of the subscription; note it, and deliver once only.</source>
        <translation>订阅的这一次扣款；请记录，只发货一次。</translation>
    </message>
    <message>
        <source>The subscription’s state, such as ACTIVE, COMPLETED or INCOMPLETE.</source>
        <translation>订阅的状态，如 ACTIVE、COMPLETED 或 INCOMPLETE。</translation>
    </message>
    <message>
        <source>QFPay’s number of the store.</source>
        <translation>QFPay 的门店编号。</translation>
    </message>
    <message>
        <source>The customer the token belongs to, where there is one.</source>
        <translation>令牌所属的顾客（如有）。</translation>
    </message>
    <message>
        <source>Why the token was made.</source>
        <translation>建立令牌的原因。</translation>
    </message>
    <message>
        <source>QFPay’s reference of the token.</source>
        <translation>QFPay 的令牌参考值。</translation>
    </message>
    <message>
        <source>QFPay’s words about the return code.</source>
        <translation>QFPay 对返回码的说明。</translation>
    </message>
    <message>
        <source>Tell payment, refund and the rest apart by notify_type; all come to the same address.</source>
        <translation>用 notify_type 区分付款、退款及其他；都发往同一地址。</translation>
    </message>
    <message>
        <source>Answer HTTP 200 with the body SUCCESS at once, and do the slow work afterwards: how long QFPay waits is not documented. Any other answer makes QFPay notify again, after 2, 10, 10 and 60 minutes, then 2, 6 and 15 hours.</source>
        <translation>立即应答 HTTP 200，正文为 SUCCESS，耗时的工作随后再做：QFPay 等待多久，文档未说明。其他应答都会使 QFPay 再次通知：2、10、10 和 60 分钟后，其后 2、6 和 15 小时后。</translation>
    </message>
    <message>
        <source>Where no notification comes, query the order: notifications may be lost. A firewall must let 13.228.112.115, 18.138.115.47 and 18.166.202.92 in, to port 80 or 443.</source>
        <translation>没有收到通知时，请查询订单：通知可能丢失。防火墙须允许 13.228.112.115、18.138.115.47 和 18.166.202.92 访问 80 或 443 端口。</translation>
    </message>
    <message>
        <source>the key is that of “{name}”</source>
        <translation>密钥是“{name}”的</translation>
    </message>
    <message>
        <source>QFPay signs with the key of the app_code the payment was made with: this notification belongs to “{name}”, or the merchant verifies it with the wrong key.</source>
        <translation>QFPay 用付款所用 app_code 的密钥签名：此通知属于“{name}”，或商户验签时用错了密钥。</translation>
    </message>
    <message>
        <source>a line feed follows the key</source>
        <translation>密钥后有换行符</translation>
    </message>
    <message>
        <source>a line break (CR LF) follows the key</source>
        <translation>密钥后有换行（CR LF）</translation>
    </message>
    <message>
        <source>a space follows the key</source>
        <translation>密钥后有空格</translation>
    </message>
    <message>
        <source>a tab follows the key</source>
        <translation>密钥后有制表符</translation>
    </message>
    <message>
        <source>a zero-width space follows the key</source>
        <translation>密钥后有零宽空格</translation>
    </message>
    <message>
        <source>a byte order mark stands before the key</source>
        <translation>密钥前有字节顺序标记</translation>
    </message>
    <message>
        <source>“{between}” stands between body and key</source>
        <translation>正文与密钥之间有“{between}”</translation>
    </message>
    <message>
        <source>the key is missing: only the body was hashed</source>
        <translation>缺少密钥：只对正文计算了哈希</translation>
    </message>
    <message>
        <source>the key stands in front of the body</source>
        <translation>密钥在正文前面</translation>
    </message>
    <message>
        <source>the key stands at both ends of the body</source>
        <translation>正文前后都有密钥</translation>
    </message>
    <message>
        <source>the key was appended twice</source>
        <translation>密钥接了两次</translation>
    </message>
    <message>
        <source>the sorted fields name=value were hashed, which is the rule for requests, not the body</source>
        <translation>计算哈希的是排序后的字段 name=value（那是请求的规则），而非正文</translation>
    </message>
    <message>
        <source>the sorted fields that are not empty were hashed, not the body</source>
        <translation>计算哈希的是排序后的非空字段，而非正文</translation>
    </message>
    <message>
        <source>the fields name=value were hashed in the order they came, not the body</source>
        <translation>计算哈希的是按收到顺序的字段 name=value，而非正文</translation>
    </message>
    <message>
        <source>the fields were hashed as a URL-encoded form, not the body</source>
        <translation>计算哈希的是 URL 编码表单形式的字段，而非正文</translation>
    </message>
    <message>
        <source>A notification is not signed like a request (old samples such as notify.php still do that). {raw}</source>
        <translation>通知的签名方式与请求不同（notify.php 等旧示例仍按请求处理）。{raw}</translation>
    </message>
    <message>
        <source>an empty body was hashed: it had been read before, and was used up</source>
        <translation>对空的正文计算了哈希：正文之前已被读取，不能再读</translation>
    </message>
    <message>
        <source>A request body can be read once only. Keep its bytes first, then verify and parse from these bytes.</source>
        <translation>请求正文只能读取一次。请先保存其字节，再用这些字节验签和解析。</translation>
    </message>
    <message>
        <source>the text “{print}” was hashed: that is what joining a parsed body to the key gives</source>
        <translation>对文字“{print}”计算了哈希：解析后的正文与密钥连接就成了它</translation>
    </message>
    <message>
        <source>{print} was hashed, not the body</source>
        <translation>计算哈希的不是正文，而是：{print}</translation>
    </message>
    <message>
        <source>the MD5 of the body was hashed again with the key, not the body itself</source>
        <translation>正文的 MD5 与密钥一起再次计算了哈希，而非正文本身</translation>
    </message>
    <message>
        <source>Python’s print of bytes, b&apos;…&apos;,</source>
        <translation>字节串的 Python 输出 b&apos;…&apos;</translation>
    </message>
    <message>
        <source>Python’s print of a text, &apos;…&apos;,</source>
        <translation>字符串的 Python 输出 &apos;…&apos;</translation>
    </message>
    <message>
        <source>the body as a JSON string, in quotes and escaped,</source>
        <translation>写成 JSON 字符串（带引号和转义）的正文</translation>
    </message>
    <message>
        <source>the body in base64</source>
        <translation>正文的 base64</translation>
    </message>
    <message>
        <source>the body in hex</source>
        <translation>正文的十六进制</translation>
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
        <source>the print of a Go map</source>
        <translation>Go map 的输出</translation>
    </message>
    <message>
        <source>the values alone, one after the other,</source>
        <translation>逐个相接的各值（不含名称）</translation>
    </message>
    <message>
        <source>The body stood in a string literal; its escapes were undone to get the raw bytes.</source>
        <translation>正文原在字符串字面量中；已还原转义，得到原始字节。</translation>
    </message>
    <message>
        <source>Only a print of the parsed fields was pasted, not the raw body. The body was put together as QFPay usually writes it; that it does not fit proves nothing. Have the merchant log the raw bytes before anything parses them.</source>
        <translation>粘贴的只是解析后字段的输出，而非原始正文。正文已按 QFPay 通常的写法拼成；不相符并不说明问题。请商户在任何解析之前记录原始字节。</translation>
    </message>
    <message>
        <source>Content-Length announces {announced} bytes, the body here has {found}: something was changed or cut on the way.</source>
        <translation>Content-Length 声明 {announced} 字节，此处正文为 {found} 字节：途中有内容被改动或截去。</translation>
    </message>
    <message>
        <source>The body begins with a byte order mark. An editor may have added it; it is kept here.</source>
        <translation>正文以字节顺序标记开头。可能是编辑器所加；此处予以保留。</translation>
    </message>
    <message>
        <source>The body ends with a line break, and it is kept: it counts in the signature. Copying often adds one.</source>
        <translation>正文以换行结尾，已予保留：它计入签名。复制时常会多出一个换行。</translation>
    </message>
    <message>
        <source>The body has Windows line ends (CR LF). They are kept; an editor or a mail may have made them.</source>
        <translation>正文使用 Windows 换行（CR LF）。已予保留；可能是编辑器或邮件造成的。</translation>
    </message>
    <message>
        <source>The body is spread over several lines. QFPay usually writes one: a tool may have laid it out.</source>
        <translation>正文分成了多行。QFPay 通常只写一行：可能是工具作了排版。</translation>
    </message>
    <message>
        <source>The body has curly quotes, which JSON has not: a chat or office program made them.</source>
        <translation>正文含弯引号，JSON 不用这种引号：是聊天或办公软件造成的。</translation>
    </message>
    <message>
        <source>The body has no-break spaces: a chat or a web page put them in place of plain ones.</source>
        <translation>正文含不换行空格：聊天软件或网页用它替换了普通空格。</translation>
    </message>
    <message>
        <source>Part of the body seems to be blotted out. The signature covers what is not shown, too.</source>
        <translation>正文似有部分被遮盖。签名也涵盖未显示的部分。</translation>
    </message>
    <message>
        <source>The body seems to be cut off: its last bracket is missing.</source>
        <translation>正文似被截断：缺少最后的括号。</translation>
    </message>
    <message>
        <source>The body is not JSON. QFPay’s notifications always are.</source>
        <translation>正文不是 JSON。QFPay 的通知都是 JSON。</translation>
    </message>
    <message>
        <source>The body holds members twice: {names}.</source>
        <translation>正文中有成员出现两次：{names}。</translation>
    </message>
    <message>
        <source>This paste holds {count} notifications. The first one that is signed was taken.</source>
        <translation>粘贴内容含 {count} 条通知。已取第一条有签名的。</translation>
    </message>
    <message>
        <source>Taken as body: the {length} bytes that Content-Length announces; the rest is left out.</source>
        <translation>取作正文的是 Content-Length 声明的 {length} 字节；其余略去。</translation>
    </message>
    <message>
        <source>the same JSON is written with other blanks and line breaks</source>
        <translation>同一 JSON，空格和换行的写法不同</translation>
    </message>
    <message>
        <source>the same JSON is written with “\uXXXX” where here are characters, or the reverse</source>
        <translation>同一 JSON，此处的字符写成“\uXXXX”，或相反</translation>
    </message>
    <message>
        <source>the same JSON is written with “\/” in place of “/”, or the reverse</source>
        <translation>同一 JSON，“/”写成“\/”，或相反</translation>
    </message>
    <message>
        <source>the same JSON is written with its members in another order</source>
        <translation>同一 JSON，成员顺序不同</translation>
    </message>
    <message>
        <source>the same JSON is written with empty members left out, or numbers for text</source>
        <translation>同一 JSON，略去了空的成员，或以数字代替文本</translation>
    </message>
    <message>
        <source>the digest is {name}, not MD5</source>
        <translation>摘要是 {name}，而非 MD5</translation>
    </message>
    <message>
        <source>the digest is {name}, not plain MD5</source>
        <translation>摘要是 {name}，而非单纯的 MD5</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Cleared: {count}</source>
        <translation>已清除：{count}</translation>
    </message>
    <message>
        <source>Nothing listens for notifications: {reason}</source>
        <translation>无法接收通知：{reason}</translation>
    </message>
    <message>
        <source>HTTP message</source>
        <translation>HTTP 消息</translation>
    </message>
    <message>
        <source>headers and body</source>
        <translation>请求头和正文</translation>
    </message>
    <message>
        <source>body alone</source>
        <translation>只有正文</translation>
    </message>
    <message>
        <source>body within other text</source>
        <translation>其他文字中的正文</translation>
    </message>
    <message>
        <source>HAR or event</source>
        <translation>HAR 或事件</translation>
    </message>
    <message>
        <source>string literal</source>
        <translation>字符串字面量</translation>
    </message>
    <message>
        <source>print of the fields</source>
        <translation>字段的输出</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>通知内容</translation>
    </message>
    <message>
        <source>What the merchant’s server must do</source>
        <translation>商户服务器须做的事</translation>
    </message>
    <message>
        <source>About the copy</source>
        <translation>关于粘贴的内容</translation>
    </message>
    <message>
        <source>The way out</source>
        <translation>解决方法</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>QFPay notifies again after 2, 10, 10 and 60 minutes, then after 2, 6 and 15 hours, until it is answered SUCCESS.</source>
        <translation>QFPay 在 2、10、10 和 60 分钟后再次通知，其后在 2、6 和 15 小时后，直至得到应答 SUCCESS。</translation>
    </message>
    <message>
        <source>The simulator did not send this one; who did decides whether it comes again.</source>
        <translation>此通知不是模拟器发送的；是否再次发送取决于发送方。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Then after {gaps}.</source>
        <translation>其后依次间隔：{gaps}。</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>Right: SUCCESS</source>
        <translation>正确：SUCCESS</translation>
    </message>
    <message>
        <source>Error: HTTP 500</source>
        <translation>出错：HTTP 500</translation>
    </message>
    <message>
        <source>Wrong: “OK”</source>
        <translation>错误：“OK”</translation>
    </message>
    <message>
        <source>Nothing: hang up</source>
        <translation>不应答：断开</translation>
    </message>
    <message>
        <source>Late: after 10 s</source>
        <translation>过迟：10 秒后</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>真实时间</translation>
    </message>
    <message>
        <source>60 × faster</source>
        <translation>60 倍速</translation>
    </message>
    <message>
        <source>3600 × faster</source>
        <translation>3600 倍速</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Not this key</source>
        <translation>密钥不符</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Answering …</source>
        <translation>正在应答…</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>过迟</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>尚未到达</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>别处接收</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>正在途中。</translation>
    </message>
    <message>
        <source>Accepted: it is not sent again.</source>
        <translation>已被接受：不再发送。</translation>
    </message>
    <message>
        <source>Given up: it was never accepted.</source>
        <translation>已放弃：从未被接受。</translation>
    </message>
    <message>
        <source>Never sent: the simulator notifies addresses on this machine only.</source>
        <translation>从未发送：模拟器只通知本机的地址。</translation>
    </message>
</context>
<context>
    <name>NotificationsPanel</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Received here</source>
        <translation>此处收到的</translation>
    </message>
    <message>
        <source>Check a pasted one</source>
        <translation>检查粘贴的通知</translation>
    </message>
    <message>
        <source>Send to a receiver</source>
        <translation>发送到接收端</translation>
    </message>
</context>
<context>
    <name>Onboarding</name>
    <message>
        <source>Without https://</source>
        <translation>缺少 https://</translation>
    </message>
    <message>
        <source>The documented examples have it. Whether the console adds it by itself is open.</source>
        <translation>文档的示例都带 https://；后台是否会自动补上，没有资料说明。</translation>
    </message>
    <message>
        <source>wss:// is for sockets</source>
        <translation>wss:// 用于 socket</translation>
    </message>
    <message>
        <source>It belongs among the socket domains, for wx.connectSocket. A request domain, for wx.request, begins with https://.</source>
        <translation>它应填在 socket 合法域名里，供 wx.connectSocket 使用。供 wx.request 使用的 request 合法域名以 https:// 开头。</translation>
    </message>
    <message>
        <source>Not https://</source>
        <translation>不是 https://</translation>
    </message>
    <message>
        <source>WeChat takes https:// for requests and wss:// for sockets, and nothing else.</source>
        <translation>微信只接受 https://（请求）和 wss://（socket）。</translation>
    </message>
    <message>
        <source>An IP address is no domain</source>
        <translation>IP 地址不是域名</translation>
    </message>
    <message>
        <source>WeChat takes no IP address here. Addresses of the local network can be called in the developer tools and on a phone in the same network; they do not stand in the list either.</source>
        <translation>微信不接受 IP 地址。局域网地址可在开发者工具或同一网络的手机上调用，但同样不在列表中。</translation>
    </message>
    <message>
        <source>localhost is the phone itself</source>
        <translation>localhost 是手机自己</translation>
    </message>
    <message>
        <source>WeChat takes no localhost: enter the domain under which the server is reached.</source>
        <translation>微信不接受 localhost：请填写可访问服务器的域名。</translation>
    </message>
    <message>
        <source>Every subdomain by itself</source>
        <translation>子域名须逐个填写</translation>
    </message>
    <message>
        <source>A parent domain does not stand for its subdomains: enter the very host that is called.</source>
        <translation>父域名不代表其子域名：请填写实际调用的主机。</translation>
    </message>
    <message>
        <source>WeChat does not take its own API</source>
        <translation>微信不接受自己的接口域名</translation>
    </message>
    <message>
        <source>api.weixin.qq.com cannot be entered and not be called from a Mini Program: code2Session, which needs the AppSecret, is asked by the merchant&apos;s server or a cloud function.</source>
        <translation>api.weixin.qq.com 不能填写，也不能在小程序内调用：code2Session 需要 AppSecret，应由商户服务器或云函数调用。</translation>
    </message>
    <message>
        <source>Leave :443 out</source>
        <translation>请去掉 :443</translation>
    </message>
    <message>
        <source>With a port, only addresses that name it may be called; without one, none that names it, not even :443. QFPay&apos;s addresses name none.</source>
        <translation>填了端口，就只能调用带该端口的地址；没填端口，则带端口的地址都不能调用，连 :443 也不行。QFPay 的地址都不带端口。</translation>
    </message>
    <message>
        <source>Then only port {port} may be called</source>
        <translation>那么只能调用端口 {port}</translation>
    </message>
    <message>
        <source>With a port, only addresses that name it may be called; all others fail.</source>
        <translation>填了端口，就只能调用带该端口的地址，其他一律失败。</translation>
    </message>
    <message>
        <source>Only the domain</source>
        <translation>只填域名</translation>
    </message>
    <message>
        <source>No documented example has anything behind the domain: leave {rest} out.</source>
        <translation>文档的示例在域名后都没有内容：请去掉 {rest}。</translation>
    </message>
    <message>
        <source>QFPay&apos;s hosts are below it</source>
        <translation>QFPay 的主机是它的子域名</translation>
    </message>
    <message>
        <source>Not where requests go now</source>
        <translation>不是当前请求的去处</translation>
    </message>
    <message>
        <source>{host} is another environment of QFPay&apos;s than {base_url}: each that is called is entered.</source>
        <translation>{host} 与 {base_url} 是 QFPay 的不同环境：调用到的每个都要填写。</translation>
    </message>
    <message>
        <source>WeChat takes: {entry}</source>
        <translation>微信可接受：{entry}</translation>
    </message>
    <message>
        <source>This text can be entered. Whether it was entered, only the console shows.</source>
        <translation>这段文字可以填写。是否已填写，只有后台能看到。</translation>
    </message>
    <message>
        <source>Not a domain: {written}</source>
        <translation>不是域名：{written}</translation>
    </message>
    <message>
        <source>A domain is made of letters, digits and hyphens, with at least one dot.</source>
        <translation>域名由字母、数字和连字符组成，至少有一个点。</translation>
    </message>
    <message>
        <source>Quotes, full-width or invisible characters</source>
        <translation>引号、全角或不可见字符</translation>
    </message>
    <message>
        <source>Probably from copying: no domain has any of them. They were left out here.</source>
        <translation>多半是复制时带入的：域名里没有这些字符，这里已忽略。</translation>
    </message>
    <message>
        <source>Then client_key is in the Mini Program</source>
        <translation>client_key 会在小程序代码里</translation>
    </message>
    <message>
        <source>A Mini Program that calls QFPay itself, as the samples do, carries client_key in its code, where others can read it. Safer: it calls the merchant&apos;s server, which signs; then that server&apos;s domain is entered.</source>
        <translation>像示例那样由小程序直接调用 QFPay，client_key 就在小程序代码里，别人可以读到。更安全的做法是调用商户服务器，由服务器签名；这时应填写商户服务器的域名。</translation>
    </message>
    <message>
        <source>Not a host of QFPay&apos;s</source>
        <translation>不是 QFPay 的主机</translation>
    </message>
    <message>
        <source>Right where the Mini Program calls the merchant&apos;s server, and that calls QFPay: client_key then stays there.</source>
        <translation>小程序调用商户服务器、再由服务器调用 QFPay 时，这样填是对的：client_key 留在服务器上。</translation>
    </message>
    <message>
        <source>ICP filing: not checked</source>
        <translation>ICP 备案：未检查</translation>
    </message>
    <message>
        <source>WeChat demands that each domain is filed with the ICP. A text does not show it, and whether QFPay&apos;s hosts are filed is documented nowhere: where the console refuses one, ask QFPay.</source>
        <translation>微信要求域名经过 ICP 备案，从文字看不出来。QFPay 的主机是否备案，没有资料说明：若后台拒绝，请询问 QFPay。</translation>
    </message>
    <message>
        <source>A payment went through: WeChat lets this Mini Program take payments.</source>
        <translation>已有付款成功：微信允许此小程序收款。</translation>
    </message>
    <message>
        <source>wx.requestPayment answered: {answer}. It may be certification, or the appId.</source>
        <translation>wx.requestPayment 的回答：{answer}。可能是认证问题，也可能是 appId 问题。</translation>
    </message>
    <message>
        <source>Only WeChat&apos;s console shows it, or a payment that goes through.</source>
        <translation>只有微信后台或一笔成功的付款能说明。</translation>
    </message>
    <message>
        <source>pay_params are for {appid}, as entered.</source>
        <translation>pay_params 属于 {appid}，与填写的一致。</translation>
    </message>
    <message>
        <source>pay_params are for {seen}, not for {appid}: ask QFPay to bind {appid}.</source>
        <translation>pay_params 属于 {seen}，不是 {appid}：请 QFPay 绑定 {appid}。</translation>
    </message>
    <message>
        <source>pay_params are for {appid}: is it the merchant&apos;s?</source>
        <translation>pay_params 属于 {appid}：这是商户的小程序吗？</translation>
    </message>
    <message>
        <source>The openid is of {appid}, and WeChat says that another Mini Program is bound.</source>
        <translation>openid 属于 {appid}，而微信表示绑定的是另一个小程序。</translation>
    </message>
    <message>
        <source>The pay_params of the first payment will name the appId that is bound.</source>
        <translation>第一笔支付的 pay_params 会写明绑定的 appId。</translation>
    </message>
    <message>
        <source>The phone said that the host is not in the list.</source>
        <translation>手机提示该主机不在合法域名列表中。</translation>
    </message>
    <message>
        <source>WeChat does not take {domain}.</source>
        <translation>微信不接受 {domain}。</translation>
    </message>
    <message>
        <source>The text is right. Whether it was entered, only the console shows.</source>
        <translation>文字无误。是否已填写，只有后台能看到。</translation>
    </message>
    <message>
        <source>Only WeChat&apos;s console shows it. The text to enter can be checked here.</source>
        <translation>只有微信后台能看到。要填写的文字可在此检查。</translation>
    </message>
    <message>
        <source>WeChat says that this openid is not of the Mini Program that is bound.</source>
        <translation>微信表示此 openid 不属于绑定的小程序。</translation>
    </message>
    <message>
        <source>An order was made for the sub_openid that was sent.</source>
        <translation>已用发送的 sub_openid 创建了订单。</translation>
    </message>
    <message>
        <source>code2Session gave none: {why}</source>
        <translation>code2Session 没有给出 openid：{why}</translation>
    </message>
    <message>
        <source>sub_openid is empty.</source>
        <translation>sub_openid 为空。</translation>
    </message>
    <message>
        <source>The sub_openid is made up: it is the simulator&apos;s.</source>
        <translation>sub_openid 是虚构的：属于模拟器。</translation>
    </message>
    <message>
        <source>There is a sub_openid; whose it is, an order will tell.</source>
        <translation>已有 sub_openid；属于谁，下单后才知道。</translation>
    </message>
    <message>
        <source>An openid was found, but of {other}: one of {appid} is needed.</source>
        <translation>取得了 openid，但属于 {other}：需要 {appid} 的。</translation>
    </message>
    <message>
        <source>code2Session gave an openid for {appid}.</source>
        <translation>code2Session 给出了 {appid} 的 openid。</translation>
    </message>
    <message>
        <source>The latest payment: {headline}</source>
        <translation>最近一笔支付：{headline}</translation>
    </message>
    <message>
        <source>The latest payment, respcd {respcd}: {headline}</source>
        <translation>最近一笔支付，respcd {respcd}：{headline}</translation>
    </message>
    <message>
        <source>No app_code and client_key are chosen to sign with.</source>
        <translation>没有选择用于签名的 app_code 和 client_key。</translation>
    </message>
    <message>
        <source>No payment was sent for this merchant since the program started.</source>
        <translation>程序启动以来，没有为此商户发送过支付。</translation>
    </message>
    <message>
        <source>wx.requestPayment answered: {answer}.</source>
        <translation>wx.requestPayment 的回答：{answer}。</translation>
    </message>
    <message>
        <source>pay_params are there. What the phone makes of them, a query tells.</source>
        <translation>已有 pay_params。手机上的结果要查询才知道。</translation>
    </message>
    <message>
        <source>There are no pay_params to call it with yet.</source>
        <translation>还没有可用于调用的 pay_params。</translation>
    </message>
    <message>
        <source>The simulator asks for none of this: choose the merchant&apos;s environment and profile.</source>
        <translation>模拟器不需要这一步：请选择商户的环境和商户配置。</translation>
    </message>
    <message>
        <source>An order of this merchant was paid.</source>
        <translation>此商户已有订单付款成功。</translation>
    </message>
    <message>
        <source>A payer is refused whose wallet, such as its bank card, does not match the name and number.</source>
        <translation>付款人的钱包信息（如绑定的银行卡）与姓名、证件号不一致时，支付会被拒绝。</translation>
    </message>
    <message>
        <source>A payer who has bound no bank card to WeChat pays regardless: nothing is compared.</source>
        <translation>付款人的微信没有绑定银行卡时，支付照常通过：没有可比对的资料。</translation>
    </message>
    <message>
        <source>Only citizens of Mainland China can be identified: send extend_info for nobody else.</source>
        <translation>只能核实中国内地居民：其他人请不要发送 extend_info。</translation>
    </message>
    <message>
        <source>It must be activated with WeChat for the pay_type first.</source>
        <translation>须先在微信为该 pay_type 开通。</translation>
    </message>
    <message>
        <source>Verify the business at WeChat</source>
        <translation>在微信完成商户认证</translation>
    </message>
    <message>
        <source>Before WeChat lets a Mini Program take payments, its business must prove to WeChat who it is.</source>
        <translation>小程序要能收款，其商户须先在微信官方平台完成实名认证。</translation>
    </message>
    <message>
        <source>mp.weixin.qq.com, signed in as the Mini Program&apos;s administrator: {menu}</source>
        <translation>mp.weixin.qq.com，以小程序管理员身份登录：{menu}</translation>
    </message>
    <message>
        <source>Ask QFPay, naming app_code, mchid if there is one, and the AppID, which stands at mp.weixin.qq.com under {menu}.</source>
        <translation>联系 QFPay，提供 app_code、mchid（如有）和 AppID。AppID 见 mp.weixin.qq.com 的 {menu}。</translation>
    </message>
    <message>
        <source>mp.weixin.qq.com: {menu}</source>
        <translation>mp.weixin.qq.com：{menu}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里做</translation>
    </message>
    <message>
        <source>What commonly goes wrong</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>With a real-name check (extend_info)</source>
        <translation>实名校验（extend_info）</translation>
    </message>
    <message>
        <source>{written}</source>
        <translation>{written}</translation>
    </message>
    <message>
        <source>WeChat Pay takes businesses and organisations: an account without certification cannot apply.</source>
        <translation>微信支付面向企业、个体工商户和组织：未认证的账号不能申请。</translation>
    </message>
    <message>
        <source>A Mini Program that sells things must connect order shipping management (订单发货管理), else WeChat may withdraw its right to take payments.</source>
        <translation>交易类小程序须接入订单发货管理，否则微信可能限制其支付权限。</translation>
    </message>
    <message>
        <source>Without valid certification, wx.requestPayment answers “banned” or “no permission”.</source>
        <translation>没有有效认证时，wx.requestPayment 会回答“banned”或“no permission”。</translation>
    </message>
    <message>
        <source>Have QFPay bind the AppID</source>
        <translation>请 QFPay 绑定 AppID</translation>
    </message>
    <message>
        <source>QFPay binds the Mini Program&apos;s AppID to the API credentials.</source>
        <translation>由 QFPay 把小程序的 AppID 绑定到 API 凭证。</translation>
    </message>
    <message>
        <source>pay_params name another appId than the Mini Program that calls: WeChat answers “no permission”.</source>
        <translation>pay_params 的 appId 与发起调用的小程序不同：微信回答“no permission”。</translation>
    </message>
    <message>
        <source>Credentials belong to one environment: have the AppID bound for live testing and for production.</source>
        <translation>凭证只属于一个环境：线上测试和生产都要绑定 AppID。</translation>
    </message>
    <message>
        <source>Whitelist the request domain</source>
        <translation>配置 request 合法域名</translation>
    </message>
    <message>
        <source>The host that the Mini Program calls by wx.request is entered as a request domain.</source>
        <translation>小程序用 wx.request 调用的主机，须填入 request 合法域名。</translation>
    </message>
    <message>
        <source>“request:fail url not in domain list” says that it is missing; look at www., port and spelling.</source>
        <translation>出现“request:fail url not in domain list”表示没有填写；请核对 www.、端口和拼写。</translation>
    </message>
    <message>
        <source>It works in the developer tools or in debug mode only: there the list need not be obeyed.</source>
        <translation>只在开发者工具或调试模式下可用：那里可以不校验合法域名。</translation>
    </message>
    <message>
        <source>Get the payer&apos;s openid</source>
        <translation>获取付款人的 openid</translation>
    </message>
    <message>
        <source>wx.login gives the Mini Program a code; code2Session gives the openid for it, the sub_openid.</source>
        <translation>小程序用 wx.login 取得 code，再用 code2Session 换取 openid，即 sub_openid。</translation>
    </message>
    <message>
        <source>The merchant&apos;s server, or a cloud function of the Mini Program such as getUserOpenID</source>
        <translation>商户服务器，或小程序的云函数，如 getUserOpenID</translation>
    </message>
    <message>
        <source>An openid of another Mini Program or account: when ordering, WeChat says “appid和openid不匹配”.</source>
        <translation>openid 属于另一个小程序或公众号：下单时微信提示“appid和openid不匹配”。</translation>
    </message>
    <message>
        <source>A code works once, within five minutes; for each try a new one is needed.</source>
        <translation>code 只能用一次，五分钟内有效；每次都要取新的。</translation>
    </message>
    <message>
        <source>code2Session cannot be asked from the Mini Program itself: api.weixin.qq.com is barred there.</source>
        <translation>code2Session 不能在小程序内调用：那里不允许访问 api.weixin.qq.com。</translation>
    </message>
    <message>
        <source>Send the payment request</source>
        <translation>发送支付请求</translation>
    </message>
    <message>
        <source>POST /trade/v1/payment with pay_type 800213 and sub_openid. respcd 0000 says that there is an order; nobody has paid.</source>
        <translation>POST /trade/v1/payment，带 pay_type 800213 和 sub_openid。respcd 0000 只表示订单已创建，还没有人付款。</translation>
    </message>
    <message>
        <source>The merchant&apos;s server; here the form and Send</source>
        <translation>商户服务器；在这里是表单和发送按钮</translation>
    </message>
    <message>
        <source>1108: paste the merchant&apos;s request, and the cause is looked for.</source>
        <translation>1108：粘贴商户的请求，即可查找原因。</translation>
    </message>
    <message>
        <source>QFPay&apos;s sandbox simulates cards only: test with a small real payment on live testing; refund it.</source>
        <translation>QFPay 的沙盒只模拟银行卡：请在线上测试做一笔小额真实支付，然后退款。</translation>
    </message>
    <message>
        <source>Call wx.requestPayment</source>
        <translation>调用 wx.requestPayment</translation>
    </message>
    <message>
        <source>The Mini Program calls wx.requestPayment with five values of pay_params, as text and unchanged.</source>
        <translation>小程序用 pay_params 的五个值调用 wx.requestPayment，均为文本，不作改动。</translation>
    </message>
    <message>
        <source>The Mini Program with the appId of pay_params, on the phone of the payer with that openid</source>
        <translation>appId 与 pay_params 一致的小程序，在该 openid 付款人的手机上</translation>
    </message>
    <message>
        <source>A value changed or made anew, such as timeStamp, spoils paySign; often it ends as “cancel”.</source>
        <translation>改动或重新生成任何一个值（如 timeStamp），paySign 就会失效；结果常显示为“cancel”。</translation>
    </message>
    <message>
        <source>“ok” is for the page only: deliver after the notification or a query says that it is paid.</source>
        <translation>“ok”只供页面使用：收到通知或查询确认已付款后再发货。</translation>
    </message>
</context>
<context>
    <name>OnboardingDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Set-up in six steps</source>
        <translation>六步完成接入设置</translation>
    </message>
    <message>
        <source>Until a Mini Program takes payments through QFPay</source>
        <translation>让小程序通过 QFPay 收款</translation>
    </message>
    <message>
        <source>Copied: a letter to QFPay</source>
        <translation>已复制：给 QFPay 的邮件</translation>
    </message>
    <message>
        <source>This desktop opens no pages. It is {address}</source>
        <translation>此桌面无法打开网页。地址是 {address}</translation>
    </message>
    <message>
        <source>Please bind our WeChat Mini Program to our API credentials for pay_type 800213:</source>
        <translation>请把我们的微信小程序绑定到我们的 API 凭证，用于 pay_type 800213：</translation>
    </message>
</context>
<context>
    <name>OpenId</name>
    <message>
        <source>The simulator does not run, so there is nobody to ask.</source>
        <translation>模拟器没有运行，无从查询。</translation>
    </message>
    <message>
        <source>Wait a moment until it has started, then ask again.</source>
        <translation>请稍候，待其启动后再查询。</translation>
    </message>
    <message>
        <source>This program failed while it asked.</source>
        <translation>本程序在查询时出错。</translation>
    </message>
    <message>
        <source>Report it with the technical line. The code may be used up: get a fresh one.</source>
        <translation>请连同技术详情一并反馈。code 可能已失效：请取新的。</translation>
    </message>
    <message>
        <source>A session_key came with it and was dropped: it is neither shown nor kept.</source>
        <translation>同时返回的 session_key 已丢弃：既不显示，也不保存。</translation>
    </message>
    <message>
        <source>A unionid came as well; as sub_openid it does not work.</source>
        <translation>同时返回了 unionid；它不能用作 sub_openid。</translation>
    </message>
    <message>
        <source>Usually an openid has 28 characters and begins with o; this one does not.</source>
        <translation>openid 通常为 28 个字符，以 o 开头；此值不符。</translation>
    </message>
    <message>
        <source>The answer points elsewhere (HTTP {status}); that is not followed.</source>
        <translation>响应要求转向其他地址（HTTP {status}）；本程序不会跟随。</translation>
    </message>
    <message>
        <source>The request carries the AppSecret, so it goes to WeChat only. Check the network&apos;s login page.</source>
        <translation>请求含 AppSecret，因此只发给微信。请检查网络的登录页。</translation>
    </message>
    <message>
        <source>The answer is HTTP {status} instead of 200.</source>
        <translation>响应为 HTTP {status}，而非 200。</translation>
    </message>
    <message>
        <source>A proxy, or WeChat in trouble, answers like this. Wait a moment, then ask with a fresh code.</source>
        <translation>代理，或微信出现故障时，会这样响应。请稍候，再用新的 code 查询。</translation>
    </message>
    <message>
        <source>A web page came instead of WeChat&apos;s answer.</source>
        <translation>收到的是网页，而非微信的响应。</translation>
    </message>
    <message>
        <source>A proxy or the network&apos;s login page answered: open a browser, log in to the network, ask again.</source>
        <translation>由代理或网络的登录页作出了响应：请打开浏览器登录网络，再查询。</translation>
    </message>
    <message>
        <source>The answer is not JSON, as WeChat&apos;s answers are.</source>
        <translation>响应不是 JSON，而微信的响应是 JSON。</translation>
    </message>
    <message>
        <source>A proxy may have changed it, or it was cut short. Ask again with a fresh code.</source>
        <translation>可能被代理改动，或被截断。请用新的 code 再查询。</translation>
    </message>
    <message>
        <source>The answer is JSON, but neither openid nor errcode is in it.</source>
        <translation>响应是 JSON，但既没有 openid，也没有 errcode。</translation>
    </message>
    <message>
        <source>Something other than WeChat answered: check the proxy, or the simulator&apos;s environment.</source>
        <translation>响应并非来自微信：请检查代理，或模拟器的环境。</translation>
    </message>
    <message>
        <source>What came back cannot be read as HTTP.</source>
        <translation>收到的内容不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>Something else than WeChat may answer: check proxy and network. The code may be used up.</source>
        <translation>应答的可能不是微信：请检查代理和网络。code 可能已用掉。</translation>
    </message>
    <message>
        <source>The developer tools&apos; stand-in for a project without AppID</source>
        <translation>这是开发者工具给无 AppID 项目的占位值</translation>
    </message>
    <message>
        <source>That is the original ID (gh_…), not the AppID</source>
        <translation>这是原始 ID（gh_…），不是 AppID</translation>
    </message>
    <message>
        <source>That looks like a WeCom ID (ww…), not an AppID</source>
        <translation>像是企业微信 ID（ww…），不是 AppID</translation>
    </message>
    <message>
        <source>That is an openid, not an AppID</source>
        <translation>这是 openid，不是 AppID</translation>
    </message>
    <message>
        <source>Digits only: a merchant number is no AppID</source>
        <translation>只有数字：商户号不是 AppID</translation>
    </message>
    <message>
        <source>Capital letters: AppIDs are written in small ones</source>
        <translation>含大写字母：AppID 为小写</translation>
    </message>
    <message>
        <source>18 characters, but not wx and 16 of 0–9 and a–f</source>
        <translation>18 个字符，但不是 wx 加 16 位 0–9、a–f</translation>
    </message>
    <message>
        <source>The AppID of a Mini Program is wx and 16 of 0–9 and a–f. Copy it from mp.weixin.qq.com.</source>
        <translation>小程序的 AppID 为 wx 加 16 位 0–9、a–f。请从 mp.weixin.qq.com 复制。</translation>
    </message>
    <message>
        <source>An AppSecret is 32 of 0–9 and a–f. If nobody has it any more, it can only be reset.</source>
        <translation>AppSecret 为 32 位 0–9、a–f。如已无人保存，只能重置。</translation>
    </message>
    <message>
        <source>Run wx.login in the Mini Program and copy what it prints: it works once, for 5 minutes.</source>
        <translation>请在小程序中运行 wx.login，复制其输出：只能用一次，5 分钟内有效。</translation>
    </message>
    <message>
        <source>Spaces, quotes or invisible characters, probably from copying</source>
        <translation>含空格、引号或不可见字符，可能是复制时带入的</translation>
    </message>
    <message>
        <source>No such character is part of the value, and WeChat takes each for one. Remove them.</source>
        <translation>值中不应有此类字符，而微信会将其当作值的一部分。请删除。</translation>
    </message>
    <message>
        <source>pay_params name another Mini Program: {appid}</source>
        <translation>pay_params 指明的是另一小程序：{appid}</translation>
    </message>
    <message>
        <source>An openid is valid in one Mini Program only: ask with the AppID that pays.</source>
        <translation>openid 仅在一个小程序中有效：请用付款小程序的 AppID 查询。</translation>
    </message>
    <message>
        <source>18 characters, as an AppID has</source>
        <translation>18 个字符，符合 AppID 的长度</translation>
    </message>
    <message>
        <source>The same as js_code: one of them is in the wrong field</source>
        <translation>与 js_code 相同：其中一个填错了字段</translation>
    </message>
    <message>
        <source>That is an AppID, not its AppSecret</source>
        <translation>这是 AppID，不是 AppSecret</translation>
    </message>
    <message>
        <source>32 characters, as an AppSecret has</source>
        <translation>32 个字符，符合 AppSecret 的长度</translation>
    </message>
    <message>
        <source>Capital letters: that looks like a QFPay client_key</source>
        <translation>含大写字母：像是 QFPay 的 client_key</translation>
    </message>
    <message>
        <source>32 characters, but not all of them 0–9 or a–f</source>
        <translation>32 个字符，但并非全为 0–9 或 a–f</translation>
    </message>
    <message>
        <source>This code is used up: get a fresh one</source>
        <translation>此 code 已用过：请取新的</translation>
    </message>
    <message>
        <source>This code was sent before and may be used up</source>
        <translation>此 code 曾发送过，可能已失效</translation>
    </message>
    <message>
        <source>A stand-in: the developer tools have no AppID for this project</source>
        <translation>这是占位值：开发者工具中此项目没有 AppID</translation>
    </message>
    <message>
        <source>Open the project with the merchant&apos;s own AppID, run wx.login again, copy its code.</source>
        <translation>请用商户自己的 AppID 打开项目，再次运行 wx.login，复制其 code。</translation>
    </message>
    <message>
        <source>That is an openid already: nothing needs to be asked</source>
        <translation>这已是 openid：无需查询</translation>
    </message>
    <message>
        <source>That is an AppID, not a js_code</source>
        <translation>这是 AppID，不是 js_code</translation>
    </message>
    <message>
        <source>Only 0–9 and a–f: that looks like an AppSecret</source>
        <translation>只含 0–9 和 a–f：像是 AppSecret</translation>
    </message>
    <message>
        <source>64 characters: that looks like the code of getPhoneNumber</source>
        <translation>64 个字符：像是 getPhoneNumber 的 code</translation>
    </message>
    <message>
        <source>32 characters, as a js_code has</source>
        <translation>32 个字符，符合 js_code 的长度</translation>
    </message>
    <message>
        <source>{count} characters; usually there are {usual}</source>
        <translation>{count} 个字符；通常为 {usual} 个</translation>
    </message>
    <message>
        <source>Something between here and WeChat changed the request: check the proxy, or report it.</source>
        <translation>请求在到达微信途中被改动：请检查代理，或反馈此问题。</translation>
    </message>
    <message>
        <source>The AppSecret does not belong to this AppID.</source>
        <translation>AppSecret 与此 AppID 不匹配。</translation>
    </message>
    <message>
        <source>Copy it again, whole. It may have been reset since; each Mini Program has its own, and a QFPay client_key is something else.</source>
        <translation>请重新完整复制。它可能已被重置；每个小程序各有自己的 AppSecret，也不同于 QFPay 的 client_key。</translation>
    </message>
    <message>
        <source>WeChat is busy.</source>
        <translation>微信系统繁忙。</translation>
    </message>
    <message>
        <source>Wait a moment, then ask again; if the code is refused then, get a fresh one.</source>
        <translation>请稍候再查询；如 code 届时被拒，请取新的。</translation>
    </message>
    <message>
        <source>WeChat does not know the grant_type.</source>
        <translation>微信不支持此 grant_type。</translation>
    </message>
    <message>
        <source>WeChat knows no Mini Program with this AppID.</source>
        <translation>微信没有此 AppID 对应的小程序。</translation>
    </message>
    <message>
        <source>Check the AppID: wx and 16 of 0–9 and a–f, without a space. A merchant number is no AppID.</source>
        <translation>请核对 AppID：wx 加 16 位 0–9、a–f，不含空格。商户号不是 AppID。</translation>
    </message>
    <message>
        <source>WeChat does not accept the js_code.</source>
        <translation>微信不接受此 js_code。</translation>
    </message>
    <message>
        <source>It is older than 5 minutes, cut short, or from another Mini Program. Check that the project that ran wx.login has this very AppID, then get a fresh code.</source>
        <translation>它已超过 5 分钟、被截断，或来自其他小程序。请确认运行 wx.login 的项目用的正是此 AppID，再取新的 code。</translation>
    </message>
    <message>
        <source>The js_code was used before: WeChat takes each one once.</source>
        <translation>此 js_code 已用过：微信对每个 code 只接受一次。</translation>
    </message>
    <message>
        <source>Run wx.login again, and keep the merchant&apos;s own server from using the new code first.</source>
        <translation>请再次运行 wx.login，并避免商户自己的服务器抢先使用新的 code。</translation>
    </message>
    <message>
        <source>This computer&apos;s address is not on the Mini Program&apos;s list of allowed IPs.</source>
        <translation>本机的 IP 地址不在小程序的 IP 白名单中。</translation>
    </message>
    <message>
        <source>Add the address in WeChat&apos;s words below at mp.weixin.qq.com, or ask from an allowed network.</source>
        <translation>请在 mp.weixin.qq.com 将下方微信原文中的地址加入白名单，或在白名单内的网络查询。</translation>
    </message>
    <message>
        <source>WeChat blocks this user&apos;s login as a high risk.</source>
        <translation>微信判定该用户为高风险，已拦截其登录。</translation>
    </message>
    <message>
        <source>Nothing here can change that: test with another WeChat user.</source>
        <translation>此处无法改变：请用另一微信用户测试。</translation>
    </message>
    <message>
        <source>The AppID is missing.</source>
        <translation>缺少 AppID。</translation>
    </message>
    <message>
        <source>Enter the Mini Program&apos;s AppID.</source>
        <translation>请填写小程序的 AppID。</translation>
    </message>
    <message>
        <source>The AppSecret is missing.</source>
        <translation>缺少 AppSecret。</translation>
    </message>
    <message>
        <source>Enter the Mini Program&apos;s AppSecret.</source>
        <translation>请填写小程序的 AppSecret。</translation>
    </message>
    <message>
        <source>The js_code is missing.</source>
        <translation>缺少 js_code。</translation>
    </message>
    <message>
        <source>Enter the code that wx.login printed.</source>
        <translation>请填写 wx.login 输出的 code。</translation>
    </message>
    <message>
        <source>WeChat wants a GET request and got another.</source>
        <translation>微信要求 GET 请求，收到的却不是。</translation>
    </message>
    <message>
        <source>WeChat wants https and got plain http.</source>
        <translation>微信要求 https，收到的却是 http。</translation>
    </message>
    <message>
        <source>The Mini Program has used up its calls for today.</source>
        <translation>此小程序今日的调用次数已用完。</translation>
    </message>
    <message>
        <source>Wait until tomorrow, or clear the quota at mp.weixin.qq.com.</source>
        <translation>请等到明天，或在 mp.weixin.qq.com 清零调用次数。</translation>
    </message>
    <message>
        <source>Too many logins within a minute.</source>
        <translation>一分钟内登录次数过多。</translation>
    </message>
    <message>
        <source>WeChat takes 100 a minute from one user. Wait a minute, then ask with a fresh code.</source>
        <translation>微信对同一用户每分钟只接受 100 次。请等一分钟，再用新的 code 查询。</translation>
    </message>
    <message>
        <source>This account may not use code2Session.</source>
        <translation>此账号无权使用 code2Session。</translation>
    </message>
    <message>
        <source>It is for Mini Programs: the AppID of an Official Account or of an app is not entitled to it.</source>
        <translation>它仅供小程序使用：公众号或移动应用的 AppID 没有此权限。</translation>
    </message>
    <message>
        <source>WeChat has blocked this interface for the Mini Program.</source>
        <translation>微信已封禁此小程序使用该接口。</translation>
    </message>
    <message>
        <source>Its owner finds the reason, and how to appeal, at mp.weixin.qq.com.</source>
        <translation>其所有者可在 mp.weixin.qq.com 查看原因和申诉方法。</translation>
    </message>
    <message>
        <source>The account is restricted: frozen or closed.</source>
        <translation>账号受限：已被冻结或注销。</translation>
    </message>
    <message>
        <source>Check the Mini Program&apos;s state at mp.weixin.qq.com, and try another WeChat user.</source>
        <translation>请在 mp.weixin.qq.com 查看小程序状态，并换另一微信用户试试。</translation>
    </message>
    <message>
        <source>WeChat refused, with a code that is not explained here.</source>
        <translation>微信拒绝了，其错误码此处没有说明。</translation>
    </message>
    <message>
        <source>Look the code up in WeChat&apos;s list of global return codes; its own words are below.</source>
        <translation>请在微信的全局返回码列表中查找；微信原文见下方。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, and whether a firewall lets api.weixin.qq.com pass.</source>
        <translation>请检查本机网络，以及防火墙是否放行 api.weixin.qq.com。</translation>
    </message>
    <message>
        <source>This program did not ask WeChat.</source>
        <translation>本程序没有查询微信。</translation>
    </message>
    <message>
        <source>Correct what the technical line names: the certificate file, or the address.</source>
        <translation>请更正技术详情中所列之处：证书文件，或地址。</translation>
    </message>
    <message>
        <source>The name of WeChat&apos;s server was not found.</source>
        <translation>找不到微信服务器的域名。</translation>
    </message>
    <message>
        <source>The proxy did not let the question through.</source>
        <translation>代理未放行查询。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and login, and whether it lets api.weixin.qq.com pass.</source>
        <translation>请检查代理的地址和登录信息，以及是否放行 api.weixin.qq.com。</translation>
    </message>
    <message>
        <source>No connection to WeChat came about.</source>
        <translation>未能与微信建立连接。</translation>
    </message>
    <message>
        <source>WeChat&apos;s server did not take the connection in time.</source>
        <translation>微信服务器未及时接受连接。</translation>
    </message>
    <message>
        <source>No secure connection came about: TLS failed.</source>
        <translation>未能建立安全连接：TLS 失败。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock. If a company proxy opens TLS, add its CA file in the menu; the check itself cannot be switched off.</source>
        <translation>请检查本机时钟。如公司代理会解开 TLS，请在菜单中添加其 CA 文件；校验本身不能关闭。</translation>
    </message>
    <message>
        <source>WeChat did not answer in time.</source>
        <translation>微信未及时响应。</translation>
    </message>
    <message>
        <source>The code may be used up. Get a fresh one, then ask again.</source>
        <translation>code 可能已失效。请取新的，再查询。</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>响应未完整，连接就中断了。</translation>
    </message>
    <message>
        <source>The code may be used up. Check the network, get a fresh code, ask again.</source>
        <translation>code 可能已失效。请检查网络，取新的 code，再查询。</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>您停止了等待响应。</translation>
    </message>
    <message>
        <source>If the question had left already, the code may be used up: get a fresh one.</source>
        <translation>如请求当时已发出，code 可能已失效：请取新的。</translation>
    </message>
    <message>
        <source>Forget the AppSecret of {appid}?</source>
        <translation>删除 {appid} 的 AppSecret？</translation>
    </message>
    <message>
        <source>It is deleted from this program and from the keychain. At mp.weixin.qq.com it cannot be seen again, only reset, and resetting it stops whatever uses the present one.</source>
        <translation>它会从本程序及钥匙串中删除。在 mp.weixin.qq.com 无法再次查看，只能重置；重置后，使用现有 AppSecret 的一切都会停止工作。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>OpenidDialog</name>
    <message>
        <source>Use the simulator&apos;s &amp;demo values</source>
        <translation>使用模拟器的示例值(&amp;D)</translation>
    </message>
    <message>
        <source>Se&amp;t-up in six steps</source>
        <translation>六步完成接入设置(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>查询(&amp;A)</translation>
    </message>
    <message>
        <source>Find the payer&apos;s openid</source>
        <translation>查找付款人的 openid</translation>
    </message>
    <message>
        <source>The payer&apos;s openid</source>
        <translation>付款人的 openid</translation>
    </message>
    <message>
        <source>sub_openid is who pays: the openid of a WeChat user in the merchant&apos;s own Mini Program. WeChat&apos;s code2Session gives it for the code of one wx.login().</source>
        <translation>sub_openid 指付款人：微信用户在商户自己小程序中的 openid。微信的 code2Session 用一次 wx.login() 的 code 换取它。</translation>
    </message>
    <message>
        <source>Its AppID and AppSecret, and a fresh code: no account and no phone needed</source>
        <translation>小程序的 AppID、AppSecret 和新的 code：无需账号和手机</translation>
    </message>
    <message>
        <source>Send the code, once</source>
        <translation>发送 code，仅一次</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
</context>
<context>
    <name>OpenidForm</name>
    <message>
        <source>Forget this Mini Program&apos;s AppSecret</source>
        <translation>删除此小程序的 AppSecret</translation>
    </message>
    <message>
        <source>Paste the js_code</source>
        <translation>粘贴 js_code</translation>
    </message>
    <message>
        <source>Copy the line for the console</source>
        <translation>复制控制台代码行</translation>
    </message>
    <message>
        <source>AppSecret in the keychain</source>
        <translation>AppSecret 在钥匙串中</translation>
    </message>
    <message>
        <source>Kept for this session only</source>
        <translation>仅本次会话保留</translation>
    </message>
    <message>
        <source>AppID of the Mini Program</source>
        <translation>小程序的 AppID</translation>
    </message>
    <message>
        <source>AppSecret of the Mini Program</source>
        <translation>小程序的 AppSecret</translation>
    </message>
    <message>
        <source>js_code of wx.login</source>
        <translation>wx.login 的 js_code</translation>
    </message>
    <message>
        <source>A&amp;ppID</source>
        <translation>AppID(&amp;P)</translation>
    </message>
    <message>
        <source>App&amp;Secret</source>
        <translation>AppSecret(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Login code</source>
        <translation>登录 code(&amp;L)</translation>
    </message>
    <message>
        <source>The Mini Program that pays: wx and 16 characters</source>
        <translation>付款的小程序：wx 加 16 个字符</translation>
    </message>
    <message>
        <source>At mp.weixin.qq.com under Development, Development settings; in pay_params it is appId</source>
        <translation>在 mp.weixin.qq.com 的“开发”→“开发设置”；pay_params 中为 appId</translation>
    </message>
    <message>
        <source>The Mini Program&apos;s own secret: 32 characters</source>
        <translation>小程序自己的密钥：32 个字符</translation>
    </message>
    <message>
        <source>At mp.weixin.qq.com beside the AppID. WeChat shows it once; its administrator can reset it</source>
        <translation>在 mp.weixin.qq.com 的 AppID 旁。微信只显示一次；管理员可重置</translation>
    </message>
    <message>
        <source>The code of one wx.login(): it works once, within 5 minutes</source>
        <translation>一次 wx.login() 的 code：5 分钟内有效，只能用一次</translation>
    </message>
    <message>
        <source>Run this line in the console of the Mini Program, in the developer tools or on the phone:</source>
        <translation>在小程序控制台运行此行（开发者工具或手机均可）：</translation>
    </message>
    <message>
        <source>Copied: the line for the Mini Program&apos;s console</source>
        <translation>已复制：小程序控制台代码行</translation>
    </message>
</context>
<context>
    <name>OptionsMenu</name>
    <message>
        <source>New on every send</source>
        <translation>每次发送时重新生成</translation>
    </message>
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
        <source>Where the rule of {name} comes from</source>
        <translation>{name} 的规则出处</translation>
    </message>
    <message>
        <source>Find the payer&apos;s openid …</source>
        <translation>查找付款人的 openid…</translation>
    </message>
    <message>
        <source>Copied: {name}, {count} characters</source>
        <translation>已复制：{name}，{count} 个字符</translation>
    </message>
</context>
<context>
    <name>OrderActions</name>
    <message>
        <source>The simulator that held this order has ended: the present one does not know it.</source>
        <translation>持有此订单的模拟器已结束：当前模拟器不认得它。</translation>
    </message>
    <message>
        <source>{call}: filled in. Look at it, then send it.</source>
        <translation>{call}：已填好。请查看后再发送。</translation>
    </message>
    <message>
        <source>Nothing to export yet: send a payment first, its pay_params go into the project.</source>
        <translation>尚无可导出的内容：请先发送支付请求，其 pay_params 会写入项目。</translation>
    </message>
    <message>
        <source>Send a payment first, or choose an order in the table.</source>
        <translation>请先发送支付请求，或在表格中选择订单。</translation>
    </message>
    <message>
        <source>This order is not in the table: query it first.</source>
        <translation>此订单不在表格中：请先查询。</translation>
    </message>
    <message>
        <source>Reply {place} of {count}: {reply}</source>
        <translation>第 {place} 个响应，共 {count} 个：{reply}</translation>
    </message>
    <message>
        <source>Simulated WeChat: {err_msg}</source>
        <translation>模拟的微信：{err_msg}</translation>
    </message>
    <message>
        <source>A notification came in for {number}</source>
        <translation>收到 {number} 的通知</translation>
    </message>
</context>
<context>
    <name>OrderBox</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>The order whose messages are shown</source>
        <translation>显示哪笔订单的消息</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>尚无订单</translation>
    </message>
</context>
<context>
    <name>OrderDetails</name>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>商户配置</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>最近消息</translation>
    </message>
    <message>
        <source>Refunded: {sum}.</source>
        <translation>已退款：{sum}。</translation>
    </message>
    <message>
        <source>Unanswered: {sum}.</source>
        <translation>退款未获响应：{sum}。</translation>
    </message>
    <message>
        <source>Left: {sum}.</source>
        <translation>可退余额：{sum}。</translation>
    </message>
    <message>
        <source>{count} orders are selected.</source>
        <translation>已选择 {count} 笔订单。</translation>
    </message>
    <message>
        <source>Select an order to see what is known of it.</source>
        <translation>选择一笔订单以查看其状况。</translation>
    </message>
    <message>
        <source>Enter queries it, Ctrl+R refunds it, Ctrl+E closes it. More is in the context menu.</source>
        <translation>Enter 查询，Ctrl+R 退款，Ctrl+E 关闭订单。更多操作见右键菜单。</translation>
    </message>
    <message>
        <source>Copy their numbers, or remove them from the table.</source>
        <translation>可复制订单号，或将其移出表格。</translation>
    </message>
    <message>
        <source>Ask QFPay what became of the selected order (Enter)</source>
        <translation>向 QFPay 查询所选订单的结果 (Enter)</translation>
    </message>
    <message>
        <source>The order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Give back what is left of the selected order, or a part (Ctrl+R)</source>
        <translation>退还所选订单的余额或其中一部分 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Close the selected order, so that nobody can pay it (Ctrl+E)</source>
        <translation>关闭所选订单，使其不能再付款 (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>OrderFilterBar</name>
    <message>
        <source>Search the orders</source>
        <translation>搜索订单</translation>
    </message>
    <message>
        <source>Orders that hold all of these words, in a number, amount or profile</source>
        <translation>编号、金额或商户配置中含有所有这些词的订单</translation>
    </message>
    <message>
        <source>Search: order no., syssn, HK$3.00 …</source>
        <translation>搜索：订单号、syssn、HK$3.00…</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Show only the orders made today</source>
        <translation>只显示今日建立的订单</translation>
    </message>
    <message>
        <source>Refund all orders made today that are still paid …</source>
        <translation>将今日建立且仍为已付款的订单全部退款…</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
</context>
<context>
    <name>OrderRowsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To refund</source>
        <translation>待退款</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>商户配置</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Removed from the table: {count}. What QFPay holds of these orders is not touched.</source>
        <translation>已移出表格：{count}。QFPay 中的订单数据不受影响。</translation>
    </message>
    <message>
        <source>Cancelled: the refund under way was finished, no other was sent.</source>
        <translation>已取消：进行中的退款已完成，其余未发送。</translation>
    </message>
    <message>
        <source>Stopped: environment or profile was changed while refunds were being sent.</source>
        <translation>已停止：发送退款期间更改了环境或商户配置。</translation>
    </message>
    <message>
        <source>Not sent: this program held it back.</source>
        <translation>未发送：被本程序拦下。</translation>
    </message>
    <message>
        <source>Not sent: the order has changed since the review.</source>
        <translation>未发送：核对之后订单有变。</translation>
    </message>
    <message>
        <source>This program failed before an answer came: query the order.</source>
        <translation>收到响应前本程序出错：请查询该订单。</translation>
    </message>
    <message>
        <source>Production is never refunded in bulk: refund one order at a time.</source>
        <translation>生产环境绝不批量退款：请逐笔退款。</translation>
    </message>
    <message>
        <source>Made in another environment: choose that one first.</source>
        <translation>在另一环境建立：请先选择该环境。</translation>
    </message>
    <message>
        <source>The simulator that held this order has ended: there is nothing left to refund.</source>
        <translation>持有此订单的模拟器已结束：没有可退的款项。</translation>
    </message>
    <message>
        <source>Made with another app_code: choose its profile first.</source>
        <translation>用另一 app_code 建立：请先选择其商户配置。</translation>
    </message>
    <message>
        <source>Outcome unknown: query it first.</source>
        <translation>结果不明：请先查询。</translation>
    </message>
    <message>
        <source>Not paid, as far as is known: query it first.</source>
        <translation>目前所知尚未付款：请先查询。</translation>
    </message>
    <message>
        <source>A refund of it has not been answered: query it first.</source>
        <translation>有一笔退款未获响应：请先查询。</translation>
    </message>
    <message>
        <source>QFPay’s syssn is not known: query it first.</source>
        <translation>尚不知 QFPay 的 syssn：请先查询。</translation>
    </message>
    <message>
        <source>Its amount is no whole number: refund it by hand.</source>
        <translation>金额不是整数：请手动退款。</translation>
    </message>
    <message>
        <source>A part was given back elsewhere, and how much is not known: refund it by hand.</source>
        <translation>已在别处部分退款，金额不明：请手动退款。</translation>
    </message>
    <message>
        <source>The present environment is production. Refunding many orders at once is for test orders only.</source>
        <translation>当前为生产环境。批量退款仅限测试订单。</translation>
    </message>
    <message>
        <source>Remove from the table: {count}?</source>
        <translation>移出表格：{count}？</translation>
    </message>
    <message>
        <source>Money may still be held for {held} of them: after this, nothing here reminds you to query or refund it. Their exchanges stay in the history. What QFPay holds is not touched.</source>
        <translation>其中 {held} 笔可能仍有未退的款项：移出后，此处不再提醒查询或退款。相关通信仍保留在历史记录中，QFPay 中的订单数据不受影响。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>On its way …</source>
        <translation>发送中…</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Outcome unknown: query it</source>
        <translation>结果不明：请查询</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Will be refunded</source>
        <translation>将退款</translation>
    </message>
    <message>
        <source>{result}: {words}</source>
        <translation>{result}：{words}</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>Open, not paid</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>已部分退款</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>未建立</translation>
    </message>
    <message>
        <source>Paid: refund it</source>
        <translation>已付款：请退款</translation>
    </message>
    <message>
        <source>Refund unknown</source>
        <translation>退款结果不明</translation>
    </message>
    <message>
        <source>It was sent, and no answer tells what became of it.</source>
        <translation>已发送，但没有响应说明其结果。</translation>
    </message>
    <message>
        <source>It exists, and nobody has paid as far as is known.</source>
        <translation>订单存在，目前所知尚无人付款。</translation>
    </message>
    <message>
        <source>It is paid, and nothing was given back.</source>
        <translation>已付款，未退过款。</translation>
    </message>
    <message>
        <source>It is paid, and a part was given back.</source>
        <translation>已付款，并已部分退款。</translation>
    </message>
    <message>
        <source>It was paid, and everything was given back.</source>
        <translation>曾付款，已全额退款。</translation>
    </message>
    <message>
        <source>It was cancelled: nobody pays it any more.</source>
        <translation>已取消：不能再付款。</translation>
    </message>
    <message>
        <source>It was closed before anybody paid.</source>
        <translation>付款前已关闭。</translation>
    </message>
    <message>
        <source>Its time ran out before anybody paid.</source>
        <translation>付款前已过期。</translation>
    </message>
    <message>
        <source>It was refused or never sent: there is no such order.</source>
        <translation>被拒或从未发送：没有此订单。</translation>
    </message>
    <message>
        <source>Query it; do not send it again.</source>
        <translation>请查询，不要再次发送。</translation>
    </message>
    <message>
        <source>Query it to learn whether somebody paid, or close it.</source>
        <translation>请查询是否有人付款，或关闭订单。</translation>
    </message>
    <message>
        <source>Refund it when the test is over.</source>
        <translation>测试结束后请退款。</translation>
    </message>
    <message>
        <source>Refund the rest when the test is over.</source>
        <translation>测试结束后请退还余额。</translation>
    </message>
    <message>
        <source>Real money is held: refund it today.</source>
        <translation>有真实资金未退：请于今日退款。</translation>
    </message>
    <message>
        <source>A refund was not answered. Query it before you refund again.</source>
        <translation>有一笔退款未获响应。再次退款前请先查询。</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>无需再做什么。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Paid, not refunded</source>
        <translation>已付款，未退款</translation>
    </message>
    <message>
        <source>Ended without payment</source>
        <translation>未付款已结束</translation>
    </message>
</context>
<context>
    <name>OrdersPanel</name>
    <message>
        <source>Show all orders</source>
        <translation>显示所有订单</translation>
    </message>
    <message>
        <source>No orders yet.
Every payment you send becomes an order here, from the moment before it leaves: whether it is paid, what was refunded, and what is left. Query, refund and close it from here.</source>
        <translation>尚无订单。
您发送的每笔付款在发出前即列为此处的订单：是否已付款、已退多少、余额多少。可在此查询、退款和关闭。</translation>
    </message>
    <message>
        <source>No order matches.</source>
        <translation>没有符合的订单。</translation>
    </message>
</context>
<context>
    <name>OrdersTable</name>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Reversal …</source>
        <translation>冲正…</translation>
    </message>
    <message>
        <source>Notify a receiver of its payment …</source>
        <translation>将其支付通知接收端…</translation>
    </message>
    <message>
        <source>Notify a receiver of its refund …</source>
        <translation>将其退款通知接收端…</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史记录中显示</translation>
    </message>
    <message>
        <source>Remove from the table</source>
        <translation>移出表格</translation>
    </message>
    <message>
        <source>Orders, newest first</source>
        <translation>订单，最新者在前</translation>
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
    <name>Palette</name>
    <message>
        <source>Call</source>
        <translation>请求类型</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>问题排查</translation>
    </message>
    <message>
        <source>Look for “{words}” in the history</source>
        <translation>在历史记录中查找“{words}”</translation>
    </message>
    <message>
        <source>A command, a field, a return code, an order …</source>
        <translation>命令、字段、返回码、订单…</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter run · Esc close</source>
        <translation>↑ ↓ 选择 · Enter 执行 · Esc 关闭</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考手册</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Case</source>
        <translation>问题排查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监看</translation>
    </message>
    <message>
        <source>Suites</source>
        <translation>测试集</translation>
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
    <name>PasteColumn</name>
    <message>
        <source>This is</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>Say what the selection, or the value at the text cursor, really is</source>
        <translation>指明所选内容或光标处的值实际是什么</translation>
    </message>
    <message>
        <source>Take the correction back</source>
        <translation>撤销更正</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>At the cursor: {name}</source>
        <translation>光标处：{name}</translation>
    </message>
    <message>
        <source>Left over: {stretch}</source>
        <translation>未使用：{stretch}</translation>
    </message>
    <message>
        <source>Click a value, or select a stretch of the text</source>
        <translation>点击一个值，或选中一段文本</translation>
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
        <source>Nothing is sent. The case is kept without keys and personal data.</source>
        <translation>不会发送任何内容。保存的问题不含密钥和个人信息。</translation>
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
    <name>PastedView</name>
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
        <source>Check its signature</source>
        <translation>验证其签名</translation>
    </message>
    <message>
        <source>Copy the question</source>
        <translation>复制这段询问</translation>
    </message>
    <message>
        <source>Show it in the set-up</source>
        <translation>在接入设置中查看</translation>
    </message>
    <message>
        <source>Copied: the question to the merchant</source>
        <translation>已复制：给商户的询问</translation>
    </message>
    <message>
        <source>A call of wx.requestPayment</source>
        <translation>wx.requestPayment 调用</translation>
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
        <source>The Mini Program that may pay: only the one with this appId can make the call. It is not handed to wx.requestPayment, though it is part of what is signed.</source>
        <translation>可以支付的小程序：只有 appId 与此相同的小程序才能调用。它不传给 wx.requestPayment，但参与签名。</translation>
    </message>
    <message>
        <source>When the values were made: seconds since 1970, ten digits, as text.</source>
        <translation>这组值的生成时间：自 1970 年起的秒数，10 位数字，以字符串传递。</translation>
    </message>
    <message>
        <source>A random text of at most 32 characters, another one for every order.</source>
        <translation>随机字符串，最多 32 个字符，每笔订单都不同。</translation>
    </message>
    <message>
        <source>Which order WeChat lets the customer pay: prepay_id= and WeChat’s own number of it.</source>
        <translation>微信让顾客支付哪笔订单：prepay_id= 加微信自己的单号。</translation>
    </message>
    <message>
        <source>How paySign was made: MD5, HMAC-SHA256 or RSA. It must be the one of the order; without it, MD5.</source>
        <translation>paySign 的算法：MD5、HMAC-SHA256 或 RSA。必须与下单时一致；不传则为 MD5。</translation>
    </message>
    <message>
        <source>WeChat’s signature of the other values. QFPay or its channel holds the key, so nobody else can make or check it.</source>
        <translation>微信对其余各值的签名。密钥在 QFPay 或其渠道手中，其他人无法生成或验证。</translation>
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
        <source>Copy pay_params as the JSON object a Mini Program expects</source>
        <translation>将 pay_params 复制为小程序所需的 JSON 对象</translation>
    </message>
    <message>
        <source>pay_params as JSON</source>
        <translation>pay_params（JSON）</translation>
    </message>
</context>
<context>
    <name>PaySheet</name>
    <message>
        <source>WeChat’s payment sheet, simulated</source>
        <translation>微信收银台（模拟）</translation>
    </message>
    <message>
        <source>Simulated: no money moves</source>
        <translation>模拟：无资金划转</translation>
    </message>
    <message>
        <source>This window plays WeChat. No phone is involved and no money moves.</source>
        <translation>此窗口模拟微信，不涉及手机，也无资金划转。</translation>
    </message>
    <message>
        <source>wx.requestPayment …</source>
        <translation>wx.requestPayment…</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Simulated: no money</source>
        <translation>模拟：无资金</translation>
    </message>
    <message>
        <source>Close the sheet, as a customer who does not pay</source>
        <translation>关闭收银台，如同顾客不付款</translation>
    </message>
    <message>
        <source>Put this away</source>
        <translation>收起</translation>
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
    <name>PlaceChip</name>
    <message>
        <source>no credentials</source>
        <translation>无商户配置</translation>
    </message>
    <message>
        <source>Where and as whom: {place}</source>
        <translation>发往何处、由谁签名：{place}</translation>
    </message>
    <message>
        <source>Choose another (Ctrl+L)</source>
        <translation>另选一个（Ctrl+L）</translation>
    </message>
</context>
<context>
    <name>PlaceFacts</name>
    <message>
        <source>starting …</source>
        <translation>启动中…</translation>
    </message>
    <message>
        <source>asking keychain …</source>
        <translation>正在询问钥匙串…</translation>
    </message>
    <message>
        <source>made-up keys</source>
        <translation>演示密钥</translation>
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
    <name>PlacePopup</name>
    <message>
        <source>Where and as whom</source>
        <translation>发往何处、由谁签名</translation>
    </message>
    <message>
        <source>An environment, a host, a profile, an app code …</source>
        <translation>环境、主机、商户配置、app code…</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter go there · Ctrl+Enter sign with it here · Tab more · Esc close</source>
        <translation>↑ ↓ 选择 · Enter 前往 · Ctrl+Enter 在当前环境用它签名 · Tab 更多 · Esc 关闭</translation>
    </message>
    <message>
        <source>Add a profile …</source>
        <translation>添加商户配置…</translation>
    </message>
    <message>
        <source>Add a custom address …</source>
        <translation>添加自定义地址…</translation>
    </message>
    <message>
        <source>Manage …</source>
        <translation>管理…</translation>
    </message>
    <message>
        <source>Profiles …</source>
        <translation>商户配置…</translation>
    </message>
    <message>
        <source>Custom addresses …</source>
        <translation>自定义地址…</translation>
    </message>
    <message>
        <source>Add the address {url}</source>
        <translation>添加地址 {url}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>PlacedEdit</name>
    <message>
        <source>left over</source>
        <translation>未使用</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>No credentials</source>
        <translation>无商户配置</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>商户配置</translation>
    </message>
    <message>
        <source>belongs to {environment}</source>
        <translation>属于{environment}</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>no longer in the list</source>
        <translation>已不在列表中</translation>
    </message>
    <message>
        <source>Asking the keychain where these belong …</source>
        <translation>正在询问钥匙串它们属于哪里…</translation>
    </message>
    <message>
        <source>The keychain did not say where these belong</source>
        <translation>钥匙串没有说明它们属于哪里</translation>
    </message>
    <message>
        <source>Not asked for yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>no money</source>
        <translation>不涉及资金</translation>
    </message>
    <message>
        <source>real money</source>
        <translation>真实资金</translation>
    </message>
    <message>
        <source>Demo merchant</source>
        <translation>演示商户</translation>
    </message>
</context>
<context>
    <name>Poll</name>
    <message>
        <source>environment or merchant was changed</source>
        <translation>环境或商户已更换</translation>
    </message>
    <message>
        <source>you stopped it</source>
        <translation>您停止了查询</translation>
    </message>
    <message>
        <source>something else was sent</source>
        <translation>发送了其他请求</translation>
    </message>
    <message>
        <source>the query could not be sent</source>
        <translation>查询未能发送</translation>
    </message>
    <message>
        <source>this program failed while sending</source>
        <translation>发送时本程序出错</translation>
    </message>
    <message>
        <source>no final state after {count} queries</source>
        <translation>查询 {count} 次后仍无最终状态</translation>
    </message>
    <message>
        <source>no final state within {minutes} minutes</source>
        <translation>{minutes} 分钟内没有最终状态</translation>
    </message>
    <message>
        <source>{count} queries in a row came to nothing. {why}</source>
        <translation>连续 {count} 次查询没有结果。{why}</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{headline}</source>
        <translation>{headline}</translation>
    </message>
    <message>
        <source>Query until it is paid</source>
        <translation>查询直至付款</translation>
    </message>
    <message>
        <source>Query until it is refunded</source>
        <translation>查询直至退款完成</translation>
    </message>
    <message>
        <source>Query until it is closed</source>
        <translation>查询直至关闭</translation>
    </message>
    <message>
        <source>Still open. With growing pauses, at most {most} queries in {minutes} minutes.</source>
        <translation>未完结。间隔逐渐加长，{minutes} 分钟内最多查询 {most} 次。</translation>
    </message>
    <message>
        <source>Still open. First query in {seconds} s ({n} of {of})</source>
        <translation>未完结。{seconds} 秒后首次查询（{n}/{of}）</translation>
    </message>
    <message>
        <source>Still open. Next query in {seconds} s ({n} of {of})</source>
        <translation>未完结。{seconds} 秒后再次查询（{n}/{of}）</translation>
    </message>
    <message>
        <source>QFPay asks for fewer requests. Next query in {seconds} s ({n} of {of})</source>
        <translation>QFPay 要求减少请求。{seconds} 秒后再次查询（{n}/{of}）</translation>
    </message>
    <message>
        <source>Querying … ({n} of {of})</source>
        <translation>正在查询…（{n}/{of}）</translation>
    </message>
    <message>
        <source>Queries have begun; they stop by themselves once the order is settled.</source>
        <translation>已开始查询；订单有最终结果后自动停止。</translation>
    </message>
    <message>
        <source>{reason} The first query found it.</source>
        <translation>{reason}首次查询即有结果。</translation>
    </message>
    <message>
        <source>{reason} It took {count} queries.</source>
        <translation>{reason}共查询 {count} 次。</translation>
    </message>
    <message>
        <source>Stopped: {reason}</source>
        <translation>已停止：{reason}</translation>
    </message>
</context>
<context>
    <name>PollStrip</name>
    <message>
        <source>Queries in a row</source>
        <translation>连续查询</translation>
    </message>
    <message>
        <source>Query now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Wait no longer; two seconds lie between two queries at least</source>
        <translation>不再等待；两次查询至少相隔两秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send no further queries; what is on its way comes back</source>
        <translation>不再发送查询；已发出的仍会返回</translation>
    </message>
    <message>
        <source>A query changes nothing. It stops by itself when the state is final</source>
        <translation>查询不会改变任何内容。状态确定后自动停止</translation>
    </message>
</context>
<context>
    <name>PortEdit</name>
    <message>
        <source>any port</source>
        <translation>任意端口</translation>
    </message>
    <message>
        <source>Port for programs</source>
        <translation>供程序使用的端口</translation>
    </message>
    <message>
        <source>The port at which programs find this address, also at the next start; empty: any</source>
        <translation>程序访问本地址所用的端口，下次启动时沿用；留空则任意</translation>
    </message>
    <message>
        <source>A port is a number from 1 to {last}.</source>
        <translation>端口是 1 到 {last} 的数字。</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Profile name</source>
        <translation>商户配置名称</translation>
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
        <translation>商户密钥</translation>
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
        <translation>商户密钥(&amp;K)</translation>
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
        <translation>内置，演示密钥</translation>
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
        <translation>商户配置</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>There is no profile for “{environment}” yet: add one with Ctrl+Shift+K.</source>
        <translation>“{environment}”尚无商户配置：请按 Ctrl+Shift+K 添加。</translation>
    </message>
    <message>
        <source>Nobody signs yet: choose one of the profiles of “{environment}”.</source>
        <translation>尚未选择由谁签名：请选择“{environment}”的一个商户配置。</translation>
    </message>
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
        <translation>删除商户配置“{name}”？</translation>
    </message>
    <message>
        <source>Its app code and client key are deleted from this program and from the keychain. This cannot be undone: to use them again you need them from QFPay.</source>
        <translation>其应用代码和商户密钥会从本程序及钥匙串中删除。此操作无法撤销：要再次使用，须向 QFPay 索取。</translation>
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
        <translation>商户配置</translation>
    </message>
    <message>
        <source>Keep the profile and sign with it (Ctrl+S)</source>
        <translation>保存此商户配置并用它签名 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Sign with this profile (or double-click it)</source>
        <translation>用此商户配置签名（或双击）</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建商户配置</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>{folder} is a Mini Program project itself. Choose the folder above it, so that the two do not mix.</source>
        <translation>{folder} 本身就是小程序项目。请选择其上级文件夹，以免两者混杂。</translation>
    </message>
    <message>
        <source>{folder} holds too many exports of this order. Choose another folder.</source>
        <translation>{folder} 中此订单的导出过多。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} is not there any more. Choose another folder.</source>
        <translation>{folder} 已不存在。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>You may not write into {folder}. Choose a folder of your own.</source>
        <translation>您无权写入 {folder}。请选择您自己的文件夹。</translation>
    </message>
    <message>
        <source>There is no room left where {folder} is. Make room, or choose another disk.</source>
        <translation>{folder} 所在磁盘已满。请清出空间，或选择其他磁盘。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: {reason}.</source>
        <translation>无法写入 {folder}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ProjectDialog</name>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not exported. {reason}</source>
        <translation>未导出。{reason}</translation>
    </message>
    <message>
        <source>Mini Program project</source>
        <translation>小程序项目</translation>
    </message>
    <message>
        <source>Import this folder in WeChat DevTools</source>
        <translation>请在微信开发者工具中导入此文件夹</translation>
    </message>
    <message>
        <source>Choose where the project’s own folder is made</source>
        <translation>选择在何处创建项目自己的文件夹</translation>
    </message>
    <message>
        <source>Simulated order: WeChat will refuse these values. Good for reading the code only</source>
        <translation>模拟订单：微信会拒绝这些值。仅供阅读代码</translation>
    </message>
    <message>
        <source>This order has expired: make it anew with a new out_trade_no, then export</source>
        <translation>此订单已过期：请用新的 out_trade_no 重新下单，再导出</translation>
    </message>
    <message>
        <source>Opens in WeChat DevTools; pays {amount} on the payer’s phone, surely until {perhaps}, at the latest until {end}</source>
        <translation>可在微信开发者工具中打开；可在付款人手机上支付 {amount}，{perhaps} 前确定可付，最迟至 {end}</translation>
    </message>
    <message>
        <source>Opens in WeChat DevTools; pays {amount} on the payer’s phone until {end}</source>
        <translation>可在微信开发者工具中打开；{end} 前可在付款人手机上支付 {amount}</translation>
    </message>
    <message>
        <source>Opens in WeChat DevTools; pays {amount} on the payer’s phone</source>
        <translation>可在微信开发者工具中打开；可在付款人手机上支付 {amount}</translation>
    </message>
    <message>
        <source>Exported to {folder}: its usual name was taken, and nothing was overwritten</source>
        <translation>已导出到 {folder}：惯用名称已被占用，没有覆盖任何内容</translation>
    </message>
    <message>
        <source>Exported to {folder}</source>
        <translation>已导出到 {folder}</translation>
    </message>
    <message>
        <source>Where to make the project’s folder</source>
        <translation>项目文件夹的位置</translation>
    </message>
    <message>
        <source>This desktop opens no folders. It is {folder}</source>
        <translation>此桌面无法打开文件夹。位置为 {folder}</translation>
    </message>
</context>
<context>
    <name>ProjectPreview</name>
    <message>
        <source>Files of the project</source>
        <translation>项目的文件</translation>
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
        <translation>以下各项中的个人信息和密钥已遮盖：{names}。签名则按真实值计算。</translation>
    </message>
    <message>
        <source>No known mistake makes this signature; {count} candidates were tried.</source>
        <translation>没有已知的错误能得出此签名；已尝试 {count} 种可能。</translation>
    </message>
    <message>
        <source>Tried: {families}.</source>
        <translation>已尝试：{families}。</translation>
    </message>
    <message>
        <source>Not tried: {families}.</source>
        <translation>未尝试：{families}。</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
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
        <source>Changes no signature, but breaks the payment</source>
        <translation>不影响签名，但会使付款失败</translation>
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
        <translation>这是 JSON，但不是 QFPay Tester 的排查报告。</translation>
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
        <translation>显示个人信息</translation>
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
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
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
        <translation>发给商户的排查报告</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>文档语言</translation>
    </message>
    <message>
        <source>As it was found then: without the key there is no signing code.</source>
        <translation>这是当时的结果：没有密钥，因此没有签名代码。</translation>
    </message>
    <message>
        <source>Nothing opens {path} on this computer.</source>
        <translation>这台电脑上没有程序能打开 {path}。</translation>
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
        <source>Language</source>
        <translation>语言</translation>
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
        <source>Open the document in the program for it; it is saved first</source>
        <translation>用相应的程序打开该文档；会先保存</translation>
    </message>
    <message>
        <source>Open the folder it was saved in; it is saved first</source>
        <translation>打开保存所在的文件夹；会先保存</translation>
    </message>
    <message>
        <source>Copied: the proof as {form}</source>
        <translation>已复制：排查报告（{form}）</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>保存排查报告</translation>
    </message>
</context>
<context>
    <name>ProofPreview</name>
    <message>
        <source>The document as a page</source>
        <translation>以页面显示的文档</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Preview and source</source>
        <translation>预览与源文本</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{workspace}, new: {count}</source>
        <translation>{workspace}，新增 {count}</translation>
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
        <translation>没有收到响应。“请求原文”显示发送的内容，“检查”显示止于何处。</translation>
    </message>
    <message>
        <source>body of the reply</source>
        <translation>响应正文</translation>
    </message>
</context>
<context>
    <name>ReceivedPage</name>
    <message>
        <source>Nothing came in yet.
Put this address into notify_url, send a payment to the simulator and pay it: its notification appears here, checked and explained. Nothing of it is kept.</source>
        <translation>尚未收到任何通知。
将此地址填入 notify_url，向模拟器发送一笔支付请求并完成支付：通知会显示在此，并附检查结果和说明。其内容不会保存。</translation>
    </message>
</context>
<context>
    <name>Receiver</name>
    <message>
        <source>Type the address of the receiver, like http://127.0.0.1:8000/notify.</source>
        <translation>请输入接收端的地址，例如 http://127.0.0.1:8000/notify。</translation>
    </message>
    <message>
        <source>The address takes plain ASCII without spaces, at most {most} characters.</source>
        <translation>地址只能使用不含空格的 ASCII 字符，最多 {most} 个。</translation>
    </message>
    <message>
        <source>The address cannot be read: write it like https://shop.example/notify.</source>
        <translation>无法识别该地址：请写成 https://shop.example/notify 的形式。</translation>
    </message>
    <message>
        <source>The address takes no user name and no fragment (#).</source>
        <translation>地址中不能有用户名，也不能有片段（#）。</translation>
    </message>
    <message>
        <source>Plain http goes to this machine only: use https:// for {host}.</source>
        <translation>明文 http 只能发往本机：{host} 请使用 https://。</translation>
    </message>
    <message>
        <source>{host} is QFPay’s own: a notification goes to a merchant’s receiver.</source>
        <translation>{host} 是 QFPay 自己的主机：通知应发给商户的接收端。</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>As it must.</source>
        <translation>符合要求。</translation>
    </message>
    <message>
        <source>It tells right ones from wrong ones, so the others were judged by what it answers to the right one.</source>
        <translation>它能区分正确与错误的通知，因此其他各项按它对正确通知的应答来判断。</translation>
    </message>
    <message>
        <source>It was not taken, but nothing was answered either: answer with an error of your own.</source>
        <translation>未接受，但也没有任何应答：请主动返回一个错误。</translation>
    </message>
    <message>
        <source>It was not taken, but HTTP {status} looks like a crash, not like a check.</source>
        <translation>未接受，但 HTTP {status} 看起来是程序崩溃，而不是验签失败。</translation>
    </message>
    <message>
        <source>Not judged: the right one was not taken either, so this proves nothing.</source>
        <translation>无法判断：正确的通知同样未被接受，因此说明不了什么。</translation>
    </message>
    <message>
        <source>Not judged: it refuses repeats, and this one counts as a repeat.</source>
        <translation>无法判断：此接收端拒绝重复通知，而这一条也算重复。</translation>
    </message>
    <message>
        <source>The right notification was not taken. Until it is, nothing else can be judged.</source>
        <translation>正确的通知未被接受。在此之前，其他各项都无法判断。</translation>
    </message>
    <message>
        <source>It takes the one that is signed like a request: it verifies by the rule for requests, as old samples do.</source>
        <translation>它接受了按请求规则签名的通知：它按请求的规则验签，旧示例就是这样做的。</translation>
    </message>
    <message>
        <source>Others were taken: {titles}.</source>
        <translation>其他被接受的有：{titles}。</translation>
    </message>
    <message>
        <source>Take an order that this receiver knows, and the key it verifies with; its own log may say what it missed.</source>
        <translation>请使用该接收端认识的订单，以及它验签所用的密钥；它自己的日志可能会说明缺了什么。</translation>
    </message>
    <message>
        <source>{count} of {total} trials went wrong.</source>
        <translation>{total} 项测试中有 {count} 项不符合要求。</translation>
    </message>
    <message>
        <source>{title}: {fault}</source>
        <translation>{title}：{fault}</translation>
    </message>
    <message>
        <source>It answers SUCCESS to every wrong one: it does not verify, or it answers before it does. Whether it then credits the order, only its own records tell.</source>
        <translation>它对每一条错误的通知都返回 SUCCESS：它没有验签，或者在验签之前就已应答。之后是否入账，只能看它自己的记录。</translation>
    </message>
    <message>
        <source>No trial of {total} went wrong, but something should be looked at.</source>
        <translation>{total} 项测试均未出错，但有些地方需要看一看。</translation>
    </message>
    <message>
        <source>All {total} trials went as they must.</source>
        <translation>全部 {total} 项测试均符合要求。</translation>
    </message>
    <message>
        <source>From outside only answers are seen. Whether an order was credited twice, or by a wrong one, its records there tell: it must be credited once.</source>
        <translation>从外部只能看到应答。订单是否重复入账，或因错误的通知而入账，要看对方的记录：只能入账一次。</translation>
    </message>
    <message>
        <source>HTTP {status} {body}</source>
        <translation>HTTP {status}：{body}</translation>
    </message>
    <message>
        <source>HTTP 200 and SUCCESS: QFPay does not notify again.</source>
        <translation>HTTP 200 且为 SUCCESS：QFPay 不再通知。</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>没有收到应答。</translation>
    </message>
    <message>
        <source>HTTP {status} is not 200: QFPay notifies again, whatever the body says.</source>
        <translation>HTTP {status} 不是 200：无论正文是什么，QFPay 都会再次通知。</translation>
    </message>
    <message>
        <source>HTTP {status} leads elsewhere, and nothing is posted there: answer 200 at this address.</source>
        <translation>HTTP {status} 指向别处，而通知不会发到那里：请在此地址返回 200。</translation>
    </message>
    <message>
        <source>White space stands around SUCCESS. No document says whether that still counts: answer the bare word, without a line break.</source>
        <translation>SUCCESS 前后有空白字符。没有文档说明这是否有效：请只返回这个词，不要换行。</translation>
    </message>
    <message>
        <source>The body is empty: answer the word SUCCESS.</source>
        <translation>正文为空：请返回 SUCCESS。</translation>
    </message>
    <message>
        <source>The body begins with a byte order mark, so it is not SUCCESS: save the script without one, or write UTF-8 without it.</source>
        <translation>正文以字节顺序标记（BOM）开头，因此不是 SUCCESS：请将脚本保存为无 BOM 的格式，或输出不带 BOM 的 UTF-8。</translation>
    </message>
    <message>
        <source>SUCCESS is documented in capital letters, and this is written otherwise.</source>
        <translation>文档中的 SUCCESS 为大写，此处写法不同。</translation>
    </message>
    <message>
        <source>Quotes stand around SUCCESS, as a JSON encoder adds them: answer plain text.</source>
        <translation>SUCCESS 两侧有引号，JSON 编码器会加上它们：请返回纯文本。</translation>
    </message>
    <message>
        <source>The body is JSON: answer the bare word SUCCESS as plain text, without an object around it.</source>
        <translation>正文是 JSON：请以纯文本只返回 SUCCESS，外面不要有对象。</translation>
    </message>
    <message>
        <source>The body is HTML or XML, as for WeChat’s own notifications: answer the bare word SUCCESS.</source>
        <translation>正文是 HTML 或 XML，像应答微信自己的通知那样：请只返回 SUCCESS。</translation>
    </message>
    <message>
        <source>The body says more than SUCCESS: answer this one word and nothing else.</source>
        <translation>正文中除 SUCCESS 外还有其他内容：请只返回这一个词。</translation>
    </message>
    <message>
        <source>The body is not SUCCESS, so QFPay notifies again.</source>
        <translation>正文不是 SUCCESS，因此 QFPay 会再次通知。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>It is what QFPay sends: the raw body, and X-QF-SIGN made of it and the key.</source>
        <translation>这就是 QFPay 发送的形式：原始正文，以及由正文和密钥算出的 X-QF-SIGN。</translation>
    </message>
    <message>
        <source>It does not take what is right: see what it answered, and its own log.</source>
        <translation>它不接受正确的通知：请看它的应答和它自己的日志。</translation>
    </message>
    <message>
        <source>The same twice</source>
        <translation>同一条发两次</translation>
    </message>
    <message>
        <source>QFPay notifies again when an answer is lost: SUCCESS both times, and one delivery.</source>
        <translation>应答丢失时 QFPay 会再次通知：两次都返回 SUCCESS，只发货一次。</translation>
    </message>
    <message>
        <source>It refuses what it has seen before, so QFPay keeps on notifying: answer SUCCESS again.</source>
        <translation>它拒绝已收到过的通知，QFPay 便会一直通知：请再次返回 SUCCESS。</translation>
    </message>
    <message>
        <source>Blanks and escapes are free in JSON, and the signature covers the bytes as they came.</source>
        <translation>JSON 中的空格和转义写法不限，签名针对的是收到的原始字节。</translation>
    </message>
    <message>
        <source>It verifies over JSON that it has written anew, not over the raw body.</source>
        <translation>它用自己重新生成的 JSON 验签，而不是用原始正文。</translation>
    </message>
    <message>
        <source>JSON as JavaScript writes it</source>
        <translation>JavaScript 写法的 JSON</translation>
    </message>
    <message>
        <source>JSON as PHP writes it</source>
        <translation>PHP 写法的 JSON</translation>
    </message>
    <message>
        <source>Fields in another order</source>
        <translation>字段顺序不同</translation>
    </message>
    <message>
        <source>Fields have no order in JSON, and the signature covers the bytes as they came.</source>
        <translation>JSON 中的字段没有顺序，签名针对的是收到的原始字节。</translation>
    </message>
    <message>
        <source>It puts the fields into an order of its own before it verifies, instead of the raw body.</source>
        <translation>它先把字段按自己的顺序排列再验签，而不是用原始正文。</translation>
    </message>
    <message>
        <source>A field more</source>
        <translation>多一个字段</translation>
    </message>
    <message>
        <source>QFPay may add fields at any time: ignore them, do not refuse.</source>
        <translation>QFPay 随时可能增加字段：请忽略，不要拒绝。</translation>
    </message>
    <message>
        <source>It refuses fields that it does not know, or verifies over those that it knows.</source>
        <translation>它拒绝不认识的字段，或只用它认识的字段验签。</translation>
    </message>
    <message>
        <source>A day late</source>
        <translation>迟到一天</translation>
    </message>
    <message>
        <source>QFPay’s last retry comes more than 24 hours after its first attempt.</source>
        <translation>QFPay 的最后一次重试在首次通知 24 小时之后。</translation>
    </message>
    <message>
        <source>It refuses what is old: a payment would be lost after a day of trouble.</source>
        <translation>它拒绝较旧的通知：故障一天之后，付款就会丢失。</translation>
    </message>
    <message>
        <source>The header’s name in small letters</source>
        <translation>请求头名称为小写</translation>
    </message>
    <message>
        <source>Names of headers have no case in HTTP, and proxies write them small.</source>
        <translation>HTTP 请求头的名称不区分大小写，代理会把它写成小写。</translation>
    </message>
    <message>
        <source>It looks the header up in one spelling only, and finds no signature.</source>
        <translation>它只按一种写法查找请求头，因此找不到签名。</translation>
    </message>
    <message>
        <source>The signature in small letters</source>
        <translation>签名为小写</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>按记录原样</translation>
    </message>
    <message>
        <source>Its signature fits the key used here.</source>
        <translation>其签名与此处使用的密钥相符。</translation>
    </message>
    <message>
        <source>Its signature does not fit the key used here: whether it must be taken is not known.</source>
        <translation>其签名与此处使用的密钥不符：无法得知是否必须接受。</translation>
    </message>
    <message>
        <source>Its signature fits the key used here, so it must be taken: see the receiver’s log.</source>
        <translation>其签名与此处使用的密钥相符，因此必须接受：请看接收端的日志。</translation>
    </message>
    <message>
        <source>What it answered</source>
        <translation>接收端的应答</translation>
    </message>
    <message>
        <source>What was posted</source>
        <translation>已发送的内容</translation>
    </message>
    <message>
        <source>What is posted</source>
        <translation>将发送的内容</translation>
    </message>
    <message>
        <source>A right receiver must: {duty}</source>
        <translation>正确的接收端应当：{duty}</translation>
    </message>
    <message>
        <source>{time} · {answer} · {duration}</source>
        <translation>{time}，{answer}，{duration}</translation>
    </message>
    <message>
        <source>Must {duty}. Answered {did}</source>
        <translation>应当{duty}；应答 {did}</translation>
    </message>
    <message>
        <source>Post it to {host}?</source>
        <translation>要发送到 {host} 吗？</translation>
    </message>
    <message>
        <source>This is not on this machine. Whoever runs it may credit the order that is named: take one made for a test. Wrong ones are posted on purpose, too, where a series is chosen.</source>
        <translation>它不在本机上。其运营方可能会为所列订单入账：请使用专为测试而建的订单。选择整套测试时，还会故意发送错误的通知。</translation>
    </message>
    <message>
        <source>Post it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>QFPay writes capitals: to compare without regard to case is kinder, to insist is no mistake.</source>
        <translation>QFPay 使用大写：不区分大小写更宽松，坚持大写也不算错。</translation>
    </message>
    <message>
        <source>There is no key to sign with: choose a merchant whose key is here, or type it.</source>
        <translation>没有可用于签名的密钥：请选择密钥在此的商户，或自行输入。</translation>
    </message>
    <message>
        <source>This body cannot be posted so: it is no JSON object, or it has nothing to change.</source>
        <translation>此正文无法这样发送：它不是 JSON 对象，或其中没有可改之处。</translation>
    </message>
    <message>
        <source>This program failed while posting: {name}</source>
        <translation>本程序在发送时出错：{name}</translation>
    </message>
    <message>
        <source>It was not taken: capitals are insisted on.</source>
        <translation>未接受：此接收端只认大写。</translation>
    </message>
    <message>
        <source>Signed with another key</source>
        <translation>用其他密钥签名</translation>
    </message>
    <message>
        <source>Whoever has not the key is not QFPay.</source>
        <translation>没有密钥的一方就不是 QFPay。</translation>
    </message>
    <message>
        <source>It takes a signature of another key: it does not verify, or does not heed the result.</source>
        <translation>它接受了用其他密钥签的名：它没有验签，或没有理会结果。</translation>
    </message>
    <message>
        <source>Written anew after signing</source>
        <translation>签名后重新生成正文</translation>
    </message>
    <message>
        <source>The content is the same, its bytes are not those that were signed.</source>
        <translation>内容相同，但字节已不是签名时的字节。</translation>
    </message>
    <message>
        <source>It takes bytes that were not signed: it verifies over JSON written anew, or not at all.</source>
        <translation>它接受了未经签名的字节：它用重新生成的 JSON 验签，或根本没有验签。</translation>
    </message>
    <message>
        <source>Amount changed after signing</source>
        <translation>签名后改了金额</translation>
    </message>
    <message>
        <source>The signature is QFPay’s, the amount is not.</source>
        <translation>签名是 QFPay 的，金额不是。</translation>
    </message>
    <message>
        <source>It takes a tampered body: it does not verify, or does not heed the result.</source>
        <translation>它接受了被篡改的正文：它没有验签，或没有理会结果。</translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation>没有签名</translation>
    </message>
    <message>
        <source>QFPay’s notifications always carry X-QF-SIGN.</source>
        <translation>QFPay 的通知总是带有 X-QF-SIGN。</translation>
    </message>
    <message>
        <source>It takes what is not signed: anybody could tell it of a payment.</source>
        <translation>它接受未签名的通知：任何人都可以谎报付款。</translation>
    </message>
    <message>
        <source>With an empty signature</source>
        <translation>签名为空</translation>
    </message>
    <message>
        <source>An empty X-QF-SIGN is no signature.</source>
        <translation>空的 X-QF-SIGN 不是签名。</translation>
    </message>
    <message>
        <source>It skips the check where X-QF-SIGN is empty: anybody could tell it of a payment.</source>
        <translation>X-QF-SIGN 为空时它跳过验签：任何人都可以谎报付款。</translation>
    </message>
    <message>
        <source>Signed like a request</source>
        <translation>按请求规则签名</translation>
    </message>
    <message>
        <source>Sorted name=value pairs are the rule for requests: a notification is signed as a raw body.</source>
        <translation>排序后的 name=value 是请求的规则：通知按原始正文签名。</translation>
    </message>
    <message>
        <source>It verifies by the rule for requests, as old samples do, or not at all.</source>
        <translation>它按请求的规则验签（旧示例就是这样），或根本没有验签。</translation>
    </message>
    <message>
        <source>Right, after all of these</source>
        <translation>最后再发一次正确的</translation>
    </message>
    <message>
        <source>What was wrong before must not keep a right one out.</source>
        <translation>之前的错误通知不应使正确的通知被拒之门外。</translation>
    </message>
    <message>
        <source>It no longer takes what is right: something before broke it, or made it shut itself off.</source>
        <translation>它不再接受正确的通知：之前的某一条使它出错，或使它自我封闭。</translation>
    </message>
</context>
<context>
    <name>ReceiverReport</name>
    <message>
        <source>take it</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>refuse it</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>take or refuse it</source>
        <translation>接受或拒绝均可</translation>
    </message>
    <message>
        <source>What a receiver of notifications must survive</source>
        <translation>通知接收端必须经受的测试</translation>
    </message>
    <message>
        <source>Not posted, for this body cannot be written so: {titles}.</source>
        <translation>未发送，因为此正文无法这样写：{titles}。</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-Hans</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>It must</source>
        <translation>应当</translation>
    </message>
    <message>
        <source>It answered</source>
        <translation>实际应答</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>The record, member by member</source>
        <translation>逐个成员显示的记录</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Cancelled: there is most likely nothing to refund</source>
        <translation>已取消：很可能没有可退的款项</translation>
    </message>
    <message>
        <source>Reversed or refunded already: most likely nothing is left</source>
        <translation>已冲正或退款：很可能没有可退余额</translation>
    </message>
    <message>
        <source>Fill in a query of this number; nothing is sent yet</source>
        <translation>填好查询此编号的请求，暂不发送</translation>
    </message>
    <message>
        <source>Fill in a query of the payment this belongs to; nothing is sent yet</source>
        <translation>填好查询所属付款的请求，暂不发送</translation>
    </message>
    <message>
        <source>Fill in a refund of what is left; nothing is sent yet</source>
        <translation>填好退还余额的请求，暂不发送</translation>
    </message>
    <message>
        <source>Fill in a refund of the whole amount: this answer does not tell what is left</source>
        <translation>填好全额退款的请求：此响应没有说明余额</translation>
    </message>
    <message>
        <source>Fill in a close; nothing is sent yet. QFPay’s documents do not list 800213 for it</source>
        <translation>填好关闭订单的请求，暂不发送。QFPay 文档未列明 800213 可关闭</translation>
    </message>
    <message>
        <source>Not paid: QFPay may answer 1261, for there is nothing to refund</source>
        <translation>未付款：没有可退的款项，QFPay 可能返回 1261</translation>
    </message>
    <message>
        <source>Nothing is left: QFPay may answer 1272, 1262 or 1125</source>
        <translation>没有可退余额：QFPay 可能返回 1272、1262 或 1125</translation>
    </message>
    <message>
        <source>It has ended: QFPay may answer 1142, 1181, 1263 or 1264</source>
        <translation>订单已结束：QFPay 可能返回 1142、1181、1263 或 1264</translation>
    </message>
    <message>
        <source>Only an unpaid order is closed; a paid one is undone by a refund</source>
        <translation>只有未付款的订单才能关闭；已付款的须退款</translation>
    </message>
    <message>
        <source>nobody documents this code: ask QFPay support what it means</source>
        <translation>没有文档说明此代码：请向 QFPay 支持人员询问其含义</translation>
    </message>
    <message>
        <source>not documented: known are 0 to 5. Ask QFPay support before you act on it</source>
        <translation>文档未说明：已知的是 0 至 5。处理前请询问 QFPay 支持人员</translation>
    </message>
    <message>
        <source>{cancel}; respcd says otherwise</source>
        <translation>{cancel}；与 respcd 不符</translation>
    </message>
    <message>
        <source>no whole number of minor units: nothing can be reckoned with it</source>
        <translation>不是最小货币单位的整数：无法用于计算</translation>
    </message>
    <message>
        <source>{meaning}; {name} is missing, so its currency is not told</source>
        <translation>{meaning}；缺少 {name}，因此不知其货币</translation>
    </message>
    <message>
        <source>{meaning}; how many decimals {code} has is not known here</source>
        <translation>{meaning}；此处不知 {code} 有几位小数</translation>
    </message>
    <message>
        <source>{meaning}: {saved} less than txamt</source>
        <translation>{meaning}：比 txamt 少 {saved}</translation>
    </message>
    <message>
        <source>{meaning}, yet more than txamt in the same currency: show QFPay the raw reply</source>
        <translation>{meaning}，却高于同一货币的 txamt：请将原始响应交 QFPay 查看</translation>
    </message>
    <message>
        <source>{name}; {meaning}</source>
        <translation>{name}；{meaning}</translation>
    </message>
    <message>
        <source>{meaning}; the payment call does not document this one</source>
        <translation>{meaning}；支付接口的文档未列出此货币</translation>
    </message>
    <message>
        <source>price and payment are both in {code}: nothing was exchanged</source>
        <translation>标价与付款同为 {code}：没有兑换</translation>
    </message>
    <message>
        <source>between {price} and {paid}; its direction and scale are not documented</source>
        <translation>{price} 与 {paid} 之间；方向和比例文档未说明</translation>
    </message>
    <message>
        <source>{between}; shown is what the amounts give, discounts included</source>
        <translation>{between}；所示为按金额算出的值，已计入优惠</translation>
    </message>
    <message>
        <source>{meaning}; not written YYYY-MM-DD hh:mm:ss</source>
        <translation>{meaning}；格式不是 YYYY-MM-DD hh:mm:ss</translation>
    </message>
    <message>
        <source>eight hours behind sysdtm: it was most likely written in UTC, where UTC+8 is read</source>
        <translation>比 sysdtm 早八小时：很可能按 UTC 填写，但会按 UTC+8 读取</translation>
    </message>
    <message>
        <source>a payment has no original; only refunds and closings have</source>
        <translation>付款没有原交易；只有退款和关闭才有</translation>
    </message>
    <message>
        <source>origssn and orig_syssn differ: show QFPay support the raw reply</source>
        <translation>origssn 与 orig_syssn 不一致：请将原始响应交 QFPay 支持人员查看</translation>
    </message>
    <message>
        <source>not documented</source>
        <translation>文档未说明</translation>
    </message>
    <message>
        <source>empty or null</source>
        <translation>为空或 null</translation>
    </message>
    <message>
        <source>given back by this refund, in minor units</source>
        <translation>此次退款退还的金额，以最小货币单位计</translation>
    </message>
    <message>
        <source>QFPay’s number of this closing; the order keeps its own</source>
        <translation>此次关闭的 QFPay 流水号；订单的流水号不变</translation>
    </message>
    <message>
        <source>the state of this record</source>
        <translation>此记录的状态</translation>
    </message>
    <message>
        <source>what was undone after the payment</source>
        <translation>付款后的取消、冲正或退款情况</translation>
    </message>
    <message>
        <source>payment or refund; older editions also list a close</source>
        <translation>付款或退款；旧版文档还列有关闭</translation>
    </message>
    <message>
        <source>amount of the order, in minor units</source>
        <translation>订单金额，以最小货币单位计</translation>
    </message>
    <message>
        <source>currency of txamt</source>
        <translation>txamt 的货币</translation>
    </message>
    <message>
        <source>what the payer really paid, after discounts</source>
        <translation>付款人实付金额，已扣除优惠</translation>
    </message>
    <message>
        <source>currency of cash_fee: the wallet’s own</source>
        <translation>cash_fee 的货币：钱包自身的货币</translation>
    </message>
    <message>
        <source>what the payer really got back</source>
        <translation>付款人实际收到的退款</translation>
    </message>
    <message>
        <source>currency of cash_refund_fee: the wallet’s own</source>
        <translation>cash_refund_fee 的货币：钱包自身的货币</translation>
    </message>
    <message>
        <source>given for payments across currencies; its direction and scale are not documented</source>
        <translation>跨货币付款时提供；方向和比例文档未说明</translation>
    </message>
    <message>
        <source>QFPay’s words about this record</source>
        <translation>QFPay 对此记录的说明</translation>
    </message>
    <message>
        <source>QFPay’s words for the user</source>
        <translation>QFPay 给用户的说明</translation>
    </message>
    <message>
        <source>further words of QFPay</source>
        <translation>QFPay 的其他说明</translation>
    </message>
    <message>
        <source>the merchant’s own number</source>
        <translation>商户自己的编号</translation>
    </message>
    <message>
        <source>QFPay’s number of this transaction</source>
        <translation>此交易的 QFPay 流水号</translation>
    </message>
    <message>
        <source>QFPay’s number of the payment that this belongs to</source>
        <translation>所属付款的 QFPay 流水号</translation>
    </message>
    <message>
        <source>the wallet’s number of this transaction</source>
        <translation>此交易在钱包方的编号</translation>
    </message>
    <message>
        <source>a further number of the channel; its use is not documented</source>
        <translation>渠道的另一编号；用途文档未说明</translation>
    </message>
    <message>
        <source>when QFPay took it, which decides settlement and what a query by time finds</source>
        <translation>QFPay 受理的时间，结算和按时间查询均以此为准</translation>
    </message>
    <message>
        <source>when it was paid</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>the merchant’s own time, as it was sent</source>
        <translation>商户自己的时间，即发送的值</translation>
    </message>
    <message>
        <source>how it was paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>what was bought, as it was sent</source>
        <translation>所购商品，即发送的值</translation>
    </message>
    <message>
        <source>goods details, as they were sent</source>
        <translation>商品详情，即发送的值</translation>
    </message>
    <message>
        <source>goods details; its form is not documented</source>
        <translation>商品详情；格式文档未说明</translation>
    </message>
    <message>
        <source>the merchant’s device number, or a name QFPay fills in</source>
        <translation>商户的设备号，或 QFPay 填入的名称</translation>
    </message>
    <message>
        <source>the merchant it belongs to, where QFPay assigned a number</source>
        <translation>所属商户，如 QFPay 已分配编号</translation>
    </message>
    <message>
        <source>card or account of the payer; what it holds for WeChat is not documented</source>
        <translation>付款人的卡或账户；微信付款时的内容文档未说明</translation>
    </message>
    <message>
        <source>surcharge; its unit is not documented</source>
        <translation>附加费；单位文档未说明</translation>
    </message>
    <message>
        <source>rate of the surcharge; its scale is not documented</source>
        <translation>附加费率；比例文档未说明</translation>
    </message>
    <message>
        <source>which page of the result this is</source>
        <translation>结果的第几页</translation>
    </message>
    <message>
        <source>how many records a page holds</source>
        <translation>每页的记录数</translation>
    </message>
    <message>
        <source>the merchant’s number of this refund, not of the payment</source>
        <translation>此次退款的商户编号，不是付款的编号</translation>
    </message>
    <message>
        <source>QFPay’s number of this refund, not of the payment</source>
        <translation>此次退款的 QFPay 流水号，不是付款的流水号</translation>
    </message>
    <message>
        <source>what the payer really paid for the order, after discounts</source>
        <translation>付款人为此订单实付的金额，已扣除优惠</translation>
    </message>
    <message>
        <source>when it was given back</source>
        <translation>退款时间</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>没有取消、冲正或退款</translation>
    </message>
    <message>
        <source>the payer’s code was scanned, then the payment was reversed or refunded</source>
        <translation>扫描付款人的付款码收款后，已冲正或退款</translation>
    </message>
    <message>
        <source>the order was cancelled</source>
        <translation>订单已取消</translation>
    </message>
    <message>
        <source>refunded in full</source>
        <translation>已全额退款</translation>
    </message>
    <message>
        <source>a pre-authorisation was completed</source>
        <translation>预授权已完成</translation>
    </message>
    <message>
        <source>refunded in part</source>
        <translation>已部分退款</translation>
    </message>
    <message>
        <source>a payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>a refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>a closing, as older editions list it</source>
        <translation>关闭，见于旧版文档</translation>
    </message>
    <message>
        <source>a reversal</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>WeChat Pay in a Mini Program</source>
        <translation>微信小程序支付</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <translation>已部分退款</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>reversed or refunded</source>
        <translation>已冲正或退款</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>自相矛盾</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>已冲正</translation>
    </message>
    <message>
        <source>Nothing was given back: {left} can be refunded.</source>
        <translation>未退过款：可退 {left}。</translation>
    </message>
    <message>
        <source>{done} given back (refunds in this answer: {count}); at most {left} is left.</source>
        <translation>已退 {done}（此响应中的退款：{count} 笔）；最多还剩 {left} 可退。</translation>
    </message>
    <message>
        <source>A part was given back. How much, the refunds’ own records tell; they are not in this answer.</source>
        <translation>已部分退款。金额见各笔退款的记录，但不在本响应中。</translation>
    </message>
    <message>
        <source>All of it was given back; nothing is left to refund.</source>
        <translation>已全额退款，没有可退的余额。</translation>
    </message>
    <message>
        <source>{done} given back, {pending} under way; at most {left} is left.</source>
        <translation>已退 {done}，处理中 {pending}；余额最多 {left}。</translation>
    </message>
    <message>
        <source>{done} given back, though only {paid} was paid: show QFPay support the raw reply.</source>
        <translation>已退 {done}，但只付了 {paid}：请将原始响应交 QFPay 支持人员查看。</translation>
    </message>
    <message>
        <source>Belongs to the payment with syssn {syssn}.</source>
        <translation>属于 syssn 为 {syssn} 的付款。</translation>
    </message>
    <message>
        <source>Belongs to the payment of {amount}, out_trade_no {number}, in this answer.</source>
        <translation>属于本响应中 {amount} 的付款，out_trade_no {number}。</translation>
    </message>
    <message>
        <source>The record does not name the payment it belongs to.</source>
        <translation>此记录没有说明所属的付款。</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>{human} · {meaning}</source>
        <translation>{human} · {meaning}</translation>
    </message>
    <message>
        <source>Empty or null: {names}</source>
        <translation>为空或 null：{names}</translation>
    </message>
    <message>
        <source>{count} further members: see the raw reply</source>
        <translation>另有 {count} 个成员：请看原始响应</translation>
    </message>
    <message>
        <source>No reply came, so there are no records.</source>
        <translation>没有收到响应，因此没有记录。</translation>
    </message>
    <message>
        <source>The reply is nothing QFPay writes, so it brings no records: see the raw reply.</source>
        <translation>响应不是 QFPay 的格式，因此没有记录：请看原始响应。</translation>
    </message>
    <message>
        <source>Records come with respcd 0000 only; this reply says {respcd}.</source>
        <translation>respcd 为 0000 时才有记录；本响应为 {respcd}。</translation>
    </message>
    <message>
        <source>Page {page} holds no records: the ones before it are all there are.</source>
        <translation>第 {page} 页没有记录：前面各页即为全部。</translation>
    </message>
    <message>
        <source>The query worked, but no record fits it.</source>
        <translation>查询成功，但没有符合的记录。</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>{count} further records: see the raw reply</source>
        <translation>另有 {count} 条记录：请看原始响应</translation>
    </message>
</context>
<context>
    <name>RecordsTable</name>
    <message>
        <source>Copy syssn</source>
        <translation>复制 syssn</translation>
    </message>
    <message>
        <source>Copied: syssn {number}</source>
        <translation>已复制：syssn {number}</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{time} (UTC+8)</source>
        <translation>{time}（UTC+8）</translation>
    </message>
</context>
<context>
    <name>Reference</name>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Whose turn</source>
        <translation>轮到谁处理</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里做</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Payments under a real name</source>
        <translation>实名支付</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>收录情况</translation>
    </message>
    <message>
        <source>the request succeeded</source>
        <translation>请求成功</translation>
    </message>
    <message>
        <source>in progress: go on querying, never send it again</source>
        <translation>处理中：继续查询，切勿重发</translation>
    </message>
    <message>
        <source>the request failed</source>
        <translation>请求失败</translation>
    </message>
    <message>
        <source>in QFPay’s newest table of codes</source>
        <translation>在 QFPay 最新的返回码表中</translation>
    </message>
    <message>
        <source>in older tables only; it may still come</source>
        <translation>仅见于旧表；仍可能返回</translation>
    </message>
    <message>
        <source>in an older service of QFPay’s only; it may still come</source>
        <translation>仅见于 QFPay 的旧服务；仍可能返回</translation>
    </message>
    <message>
        <source>in merchants’ programs only; it may still come</source>
        <translation>仅见于商户的程序；仍可能返回</translation>
    </message>
    <message>
        <source>In the answer to {calls}</source>
        <translation>在 {calls} 的响应中</translation>
    </message>
    <message>
        <source>Where resperr or respmsg says “{words}”</source>
        <translation>当 resperr 或 respmsg 含有“{words}”时</translation>
    </message>
    <message>
        <source>{calls}, where resperr or respmsg says “{words}”</source>
        <translation>{calls}，且 resperr 或 respmsg 含有“{words}”时</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Everything the program knows about QFPay&apos;s API, one subject a page.</source>
        <translation>本程序所知的 QFPay API 全部内容，每页一个主题。</translation>
    </message>
    <message>
        <source>It says nothing itself: each page names its own sources.</source>
        <translation>目录本身不作说明：各页列出自己的来源。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Always there in</source>
        <translation>必有于</translation>
    </message>
    <message>
        <source>none: it may be missing</source>
        <translation>无：可能缺失</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>请求类型</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Return code</source>
        <translation>返回码</translation>
    </message>
    <message>
        <source>Member of pay_params</source>
        <translation>pay_params 成员</translation>
    </message>
    <message>
        <source>Answer of WeChat</source>
        <translation>微信的返回</translation>
    </message>
    <message>
        <source>Field of a record</source>
        <translation>记录字段</translation>
    </message>
    <message>
        <source>Field of a notification</source>
        <translation>通知字段</translation>
    </message>
    <message>
        <source>Error of code2Session</source>
        <translation>code2Session 错误码</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>接入设置</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Method and path</source>
        <translation>方法与路径</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>decimals: {count}</source>
        <translation>小数位：{count}</translation>
    </message>
    <message>
        <source>Common mistakes: {call}</source>
        <translation>常见错误：{call}</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>mandatory for {pay_types}</source>
        <translation>{pay_types} 时必填</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>at most {count} characters</source>
        <translation>最多 {count} 个字符</translation>
    </message>
    <message>
        <source>several, separated by commas; each at most {count} characters</source>
        <translation>可多个，以逗号分隔；每个最多 {count} 个字符</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Its check</source>
        <translation>对它的检查</translation>
    </message>
    <message>
        <source>As WeChat writes it</source>
        <translation>微信的原文</translation>
    </message>
    <message>
        <source>What sending to it does</source>
        <translation>发送到此处的后果</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础地址</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>哪些参数参与签名</translation>
    </message>
    <message>
        <source>What is not signed</source>
        <translation>哪些不参与签名</translation>
    </message>
    <message>
        <source>Empty values</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>The order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Values as they are</source>
        <translation>值保持原样</translation>
    </message>
    <message>
        <source>Names and values joined</source>
        <translation>名与值的拼接</translation>
    </message>
    <message>
        <source>The key behind it</source>
        <translation>末尾的密钥</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>MD5 or SHA256</source>
        <translation>MD5 还是 SHA256</translation>
    </message>
    <message>
        <source>Capitals or small letters</source>
        <translation>大写还是小写</translation>
    </message>
    <message>
        <source>The digest is written in hexadecimal digits. QFPay&apos;s Python, Java and PHP samples write capitals, its Node.js and Postman samples small letters; no page says which are wanted.</source>
        <translation>摘要以十六进制书写。QFPay 的 Python、Java、PHP 示例用大写，Node.js 与 Postman 示例用小写；没有文档说明需要哪一种。</translation>
    </message>
    <message>
        <source>Where the signature travels</source>
        <translation>签名放在哪里</translation>
    </message>
    <message>
        <source>How a request is signed</source>
        <translation>请求如何签名</translation>
    </message>
    <message>
        <source>Sort what is sent, join it as name=value with &amp;, put the client_key behind it, hash that, and send the digest in X-QF-SIGN.</source>
        <translation>将发送的参数排序，以 name=value 形式用 &amp; 拼接，末尾加上 client_key，计算摘要，并放入 X-QF-SIGN 发送。</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>client_key, made up</source>
        <translation>client_key（虚构）</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>签名字符串</translation>
    </message>
    <message>
        <source>Signature of a reply</source>
        <translation>响应的签名</translation>
    </message>
    <message>
        <source>Signature of a notification</source>
        <translation>通知的签名</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>另见</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>Search the reference (Ctrl+F)</source>
        <translation>搜索参考手册（Ctrl+F）</translation>
    </message>
    <message>
        <source>Page of the reference</source>
        <translation>参考手册页面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Copy this page as text</source>
        <translation>将本页复制为文本</translation>
    </message>
    <message>
        <source>Save this page as HTML or PDF …</source>
        <translation>将本页保存为 HTML 或 PDF…</translation>
    </message>
    <message>
        <source>Print this page …</source>
        <translation>打印本页…</translation>
    </message>
    <message>
        <source>{count} of {all} pages</source>
        <translation>{all} 页中的 {count} 页</translation>
    </message>
    <message>
        <source>{title} – Reference</source>
        <translation>{title} – 参考手册</translation>
    </message>
    <message>
        <source>Copied: the page as text</source>
        <translation>已复制：本页文本</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>网页 (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>保存本页</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
</context>
<context>
    <name>RefundAllDialog</name>
    <message>
        <source>Refund all of today</source>
        <translation>今日全部退款</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>完成这一笔后停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Today is {day} on this machine’s clock (UTC{hours}:{minutes}).</source>
        <translation>按本机时钟，今日为 {day}（UTC{hours}:{minutes}）。</translation>
    </message>
    <message>
        <source>Each refund is sent once, one after the other, and never again by itself.</source>
        <translation>退款逐笔发送，每笔只发一次，绝不自动重发。</translation>
    </message>
    <message>
        <source>Nothing is left to refund: no order made today holds money, as far as is known.</source>
        <translation>没有可退的款项：目前所知，今日建立的订单均无未退款项。</translation>
    </message>
    <message>
        <source>Chosen: {count} – {sum}</source>
        <translation>已选：{count} 笔 – {sum}</translation>
    </message>
    <message>
        <source>Query the open and unknown ones first ({count})</source>
        <translation>先查询待付款和结果不明的（{count}）</translation>
    </message>
    <message>
        <source>Refund {sum}</source>
        <translation>退款 {sum}</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Queried: {done} of {total}</source>
        <translation>已查询：{done}/{total}</translation>
    </message>
    <message>
        <source>{summary} {done} of {total} answered.</source>
        <translation>{summary}已响应 {done} 笔，共 {total} 笔。</translation>
    </message>
    <message>
        <source>Refunded: {count} ({sum}).</source>
        <translation>已退款：{count} 笔（{sum}）。</translation>
    </message>
    <message>
        <source>Refused: {count} ({sum}).</source>
        <translation>被拒：{count} 笔（{sum}）。</translation>
    </message>
    <message>
        <source>Outcome unknown: {count} ({sum}).</source>
        <translation>结果不明：{count} 笔（{sum}）。</translation>
    </message>
    <message>
        <source>Not sent: {count} ({sum}).</source>
        <translation>未发送：{count} 笔（{sum}）。</translation>
    </message>
</context>
<context>
    <name>RefundEditor</name>
    <message>
        <source>All that is left</source>
        <translation>全部可退余额</translation>
    </message>
    <message>
        <source>What is left is known once syssn names a paid order of this installation</source>
        <translation>syssn 须指明由本程序创建且已付款的订单，才知道可退余额</translation>
    </message>
    <message>
        <source>Give back all that is left: {amount}</source>
        <translation>退回全部可退余额：{amount}</translation>
    </message>
</context>
<context>
    <name>RefundList</name>
    <message>
        <source>Orders made today</source>
        <translation>今日建立的订单</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理结果</translation>
    </message>
</context>
<context>
    <name>RepliesBar</name>
    <message>
        <source>Earlier reply</source>
        <translation>上一条响应</translation>
    </message>
    <message>
        <source>Later reply</source>
        <translation>下一条响应</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
</context>
<context>
    <name>RepliesList</name>
    <message>
        <source>Replies in this case</source>
        <translation>此问题中的响应</translation>
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
        <translation>其他支付类型才这样返回。小程序须用 pay_type 800213。</translation>
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
        <translation>只有支付请求会返回 pay_params；这是 {endpoint} 请求。</translation>
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
        <translation>请求原文</translation>
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
        <source>prepay_id: {left} left, until {time}</source>
        <translation>prepay_id：剩余 {left}，{time} 到期</translation>
    </message>
    <message>
        <source>prepay_id expired at {time} (local time): order again with a new out_trade_no</source>
        <translation>prepay_id 已于 {time}（本地时间）过期：请用新的 out_trade_no 重新下单</translation>
    </message>
    <message>
        <source>prepay_id expired at {time}: order again</source>
        <translation>prepay_id 已于 {time} 过期：请重新下单</translation>
    </message>
    <message>
        <source>expired_time ends the order at {time}, {left} left</source>
        <translation>订单按 expired_time 于 {time} 结束，剩余 {left}</translation>
    </message>
    <message>
        <source>Order: {left} left, until {time}</source>
        <translation>订单：剩余 {left}，{time} 结束</translation>
    </message>
    <message>
        <source>expired_time ended the order at {time}: query it before a new one</source>
        <translation>订单已按 expired_time 于 {time} 结束：下新单前请先查询</translation>
    </message>
    <message>
        <source>Order ended at {time}: query it</source>
        <translation>订单已于 {time} 结束：请查询</translation>
    </message>
    <message>
        <source>QFPay may end the order at {time} already, {left} left: no expired_time was sent</source>
        <translation>未发送 expired_time：QFPay 可能于 {time} 即结束订单，剩余 {left}</translation>
    </message>
    <message>
        <source>Order: perhaps {left} left, until {time}</source>
        <translation>订单：可能剩余 {left}，{time} 结束</translation>
    </message>
    <message>
        <source>QFPay may have ended the order at {time}: no expired_time was sent</source>
        <translation>未发送 expired_time：QFPay 可能已于 {time} 结束订单</translation>
    </message>
    <message>
        <source>Order may have ended at {time}: query it</source>
        <translation>订单可能已于 {time} 结束：请查询</translation>
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
        <source>{state} by now: {amount}</source>
        <translation>目前{state}：{amount}</translation>
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
    <name>RequestForm</name>
    <message>
        <source>Saved and recent requests (Ctrl+B)</source>
        <translation>已保存和最近的请求 (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
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
        <source>Optional ({count} set)</source>
        <translation>选填（已填 {count} 项）</translation>
    </message>
    <message>
        <source>Further parameters ({count})</source>
        <translation>其他参数（{count}）</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}, in place of what it was</source>
        <translation>已保存：{name}，已替换原内容</translation>
    </message>
    <message>
        <source>Renamed: {name}</source>
        <translation>已重命名：{name}</translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Opened: {name}</source>
        <translation>已打开：{name}</translation>
    </message>
    <message>
        <source>Opened: {name}, with new {names}</source>
        <translation>已打开：{name}，重新生成了 {names}</translation>
    </message>
    <message>
        <source>Opened: {name}, with the out_trade_no it was saved with: sending that again asks first</source>
        <translation>已打开：{name}，沿用保存时的 out_trade_no：再次发送前会询问</translation>
    </message>
    <message>
        <source>{said} · not kept, because personal or secret: {names}</source>
        <translation>{said} · 因属个人信息或密钥而未保存：{names}</translation>
    </message>
    <message>
        <source>{said} · was sent wrong on purpose: {mistake}</source>
        <translation>{said} · 曾故意发送错误请求：{mistake}</translation>
    </message>
    <message>
        <source>what was sent</source>
        <translation>已发送的请求</translation>
    </message>
    <message>
        <source>Another request is called {name} already.</source>
        <translation>已有名为 {name} 的请求。</translation>
    </message>
    <message>
        <source>Saved requests cannot be written or read ({reason}).</source>
        <translation>无法读写已保存的请求（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is for a call this version does not know: {endpoint}.</source>
        <translation>{name} 所用的请求类型此版本不认识：{endpoint}。</translation>
    </message>
    <message>
        <source>The saved request {path} cannot be read ({reason}) and is passed over.</source>
        <translation>无法读取已保存的请求 {path}（{reason}），已跳过。</translation>
    </message>
    <message>
        <source>it is no saved request</source>
        <translation>不是已保存的请求</translation>
    </message>
    <message>
        <source>a newer version of QFPay Tester wrote it</source>
        <translation>由更新版本的 QFPay Tester 写入</translation>
    </message>
    <message>
        <source>it is longer than 1 MB</source>
        <translation>超过 1 MB</translation>
    </message>
    <message>
        <source>The folder {path} holds more than {most} saved requests: the others are not listed.</source>
        <translation>文件夹 {path} 中已保存的请求超过 {most} 个：其余未列出。</translation>
    </message>
    <message>
        <source>Saved request</source>
        <translation>已保存的请求</translation>
    </message>
    <message>
        <source>Sent lately</source>
        <translation>最近发送</translation>
    </message>
</context>
<context>
    <name>RetriesPage</name>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>各次发送</translation>
    </message>
    <message>
        <source>The next attempt is due now.</source>
        <translation>现在应进行下一次发送。</translation>
    </message>
    <message>
        <source>Next attempt in {time}</source>
        <translation>距下一次发送：{time}</translation>
    </message>
    <message>
        <source>Sent by the simulator of this program, not by QFPay</source>
        <translation>由本程序的模拟器发送，并非 QFPay</translation>
    </message>
    <message>
        <source>Let the simulator send this notification at once</source>
        <translation>让模拟器立即发送此通知</translation>
    </message>
    <message>
        <source>How fast the retry schedule passes</source>
        <translation>重试时间表的快慢</translation>
    </message>
    <message>
        <source>How fast the simulator’s retry schedule passes</source>
        <translation>模拟器重试时间表的快慢</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>签名内容</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>响应内容</translation>
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
    <name>RoleMenu</name>
    <message>
        <source>This is</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Another name …</source>
        <translation>其他名称…</translation>
    </message>
    <message>
        <source>No part of the request</source>
        <translation>不属于请求</translation>
    </message>
    <message>
        <source>Name as it was sent</source>
        <translation>实际发送的名称</translation>
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
        <source>The payment’s txdtm is {txdtm}</source>
        <translation>支付的 txdtm 是 {txdtm}</translation>
    </message>
    <message>
        <source>A reversal carries the original transaction’s time. Write {txdtm}.</source>
        <translation>撤销要带原交易的时间。请写 {txdtm}。</translation>
    </message>
    <message>
        <source>One old text wants the time of the order here, a public client sends the present time.</source>
        <translation>有一份旧文档要求写订单时间，一个公开的客户端发送当前时间。</translation>
    </message>
    <message>
        <source>{value} is another kind of payment: do not expect pay_params for wx.requestPayment.</source>
        <translation>{value} 是另一种支付类型：不会返回 wx.requestPayment 所需的 pay_params。</translation>
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
        <source>Special character: {character}</source>
        <translation>特殊字符：{character}</translation>
    </message>
    <message>
        <source>goods_name should hold no special characters. They are signed raw and sent URL-encoded.</source>
        <translation>goods_name 不宜含特殊字符。签名用原文，发送时做 URL 编码。</translation>
    </message>
    <message>
        <source>It must be activated for the pay type. A payer whose bank card does not match is refused; one who has bound no card pays regardless. It is not kept between starts, and masked wherever it would be written.</source>
        <translation>须为该支付类型开通。付款人的银行卡不一致会被拒绝；没有绑卡的照常通过。重启后不保留，写入任何地方时均会遮盖。</translation>
    </message>
    <message>
        <source>Nothing is left of this order: another refund is refused (1125, 1262 or 1272).</source>
        <translation>本订单没有可退余额：再次退款会被拒绝（1125、1262 或 1272）。</translation>
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
        <source>Begins with a zero</source>
        <translation>以 0 开头</translation>
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
        <source>The simulator delivers to loopback only</source>
        <translation>模拟器只向环回地址投递</translation>
    </message>
    <message>
        <source>Nothing leaves this machine from the simulator, so {host} hears nothing. Write http://127.0.0.1 with the port that listens here, such as http://127.0.0.1:8080/notify.</source>
        <translation>模拟器不会向本机以外发送任何内容，因此 {host} 收不到。请写 http://127.0.0.1 加上本机监听的端口，例如 http://127.0.0.1:8080/notify。</translation>
    </message>
    <message>
        <source>This profile has no mchid</source>
        <translation>此商户配置没有 mchid</translation>
    </message>
    <message>
        <source>Differs from the profile&apos;s mchid</source>
        <translation>与商户配置的 mchid 不同</translation>
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
        <translation>打开凭证并填写 {field}，或选择其他商户配置。</translation>
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
        <translation>商户配置有 mchid，但未发送</translation>
    </message>
    <message>
        <source>The sandbox serves cards only</source>
        <translation>沙盒只支持银行卡</translation>
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
        <source>No order of this installation</source>
        <translation>不是本程序创建的订单</translation>
    </message>
    <message>
        <source>This order was not made here, so what is left of it is not known. Query it before refunding.</source>
        <translation>此订单不在此处创建，因此不知其可退余额。退款前请先查询。</translation>
    </message>
    <message>
        <source>That is an out_trade_no</source>
        <translation>这是 out_trade_no</translation>
    </message>
    <message>
        <source>syssn is QFPay&apos;s own number. That of this order is {syssn}.</source>
        <translation>syssn 是 QFPay 流水号。此订单的为 {syssn}。</translation>
    </message>
    <message>
        <source>That is a syssn</source>
        <translation>这是 syssn</translation>
    </message>
    <message>
        <source>out_trade_no is the merchant&apos;s number. That of this order is {number}.</source>
        <translation>out_trade_no 是商户的编号。此订单的为 {number}。</translation>
    </message>
    <message>
        <source>Ignored, because syssn is given</source>
        <translation>已填 syssn，因此忽略</translation>
    </message>
    <message>
        <source>A query by syssn finds orders of any month; {name} does not matter to it.</source>
        <translation>按 syssn 可查任何月份的订单；{name} 不起作用。</translation>
    </message>
    <message>
        <source>Before start_time</source>
        <translation>早于 start_time</translation>
    </message>
    <message>
        <source>end_time must be later than start_time, or nothing is found.</source>
        <translation>end_time 必须晚于 start_time，否则查不到任何订单。</translation>
    </message>
    <message>
        <source>In another month than start_time</source>
        <translation>与 start_time 不在同一月份</translation>
    </message>
    <message>
        <source>start_time and end_time must lie within one calendar month. Query each month by itself.</source>
        <translation>start_time 和 end_time 必须在同一自然月内。请每月分别查询。</translation>
    </message>
    <message>
        <source>Not the current month: give both times</source>
        <translation>不是当月：请填两个时间</translation>
    </message>
    <message>
        <source>Without both times, the range ends with the current month. For an older one give start_time and end_time, both within it.</source>
        <translation>不填两个时间，范围到当月为止。查较早月份，请填 start_time 和 end_time，均在该月内。</translation>
    </message>
    <message>
        <source>An order of another month: add its times</source>
        <translation>其他月份的订单：请加上时间</translation>
    </message>
    <message>
        <source>This order was made on {day}. Without start_time and end_time only the current month is searched: give both, or query by syssn.</source>
        <translation>此订单创建于 {day}。不填 start_time 和 end_time 则只查当月：请两者都填，或按 syssn 查询。</translation>
    </message>
    <message>
        <source>Separate with commas only</source>
        <translation>只能用英文逗号分隔</translation>
    </message>
    <message>
        <source>Here stands {part}. Several values of {name} are joined by commas without blanks, such as a,b.</source>
        <translation>此处有 {part}。{name} 的多个值请用英文逗号连接，不含空格，例如 a,b。</translation>
    </message>
    <message>
        <source>A comma too many</source>
        <translation>多了一个逗号</translation>
    </message>
    <message>
        <source>Between two commas, or at an end, nothing is named. Remove the comma.</source>
        <translation>两个逗号之间，或开头、末尾没有内容。请删除该逗号。</translation>
    </message>
    <message>
        <source>A result code has four digits, such as 0000 or 1143.</source>
        <translation>结果码为四位数字，例如 0000 或 1143。</translation>
    </message>
    <message>
        <source>A payment type has six digits, such as 800213.</source>
        <translation>支付类型为六位数字，例如 800213。</translation>
    </message>
    <message>
        <source>Digits only, and not so many or few</source>
        <translation>须为数字且位数正确</translation>
    </message>
    <message>
        <source>Not a whole number from 1</source>
        <translation>不是从 1 起的整数</translation>
    </message>
    <message>
        <source>{name} is a whole number of at most 8 digits, from 1.</source>
        <translation>{name} 为从 1 起的整数，最多 8 位。</translation>
    </message>
    <message>
        <source>At most 100 on a page</source>
        <translation>每页最多 100 条</translation>
    </message>
    <message>
        <source>page_size is documented up to 100. Take more than one page for a longer list.</source>
        <translation>文档所载 page_size 上限为 100。更长的列表请分多页查询。</translation>
    </message>
    <message>
        <source>Not known to be paid</source>
        <translation>不知是否已付款</translation>
    </message>
    <message>
        <source>Not paid, as far as known</source>
        <translation>据目前所知，尚未付款</translation>
    </message>
    <message>
        <source>Cancelled: nothing to refund</source>
        <translation>已取消：没有可退的款项</translation>
    </message>
    <message>
        <source>Closed: nothing to refund</source>
        <translation>已关闭：没有可退的款项</translation>
    </message>
    <message>
        <source>Expired: nothing to refund</source>
        <translation>已过期：没有可退的款项</translation>
    </message>
    <message>
        <source>Refused: there is no such order</source>
        <translation>已被拒：没有此订单</translation>
    </message>
    <message>
        <source>{amount} of the {left} that is left</source>
        <translation>可退余额 {left} 中的 {amount}</translation>
    </message>
    <message>
        <source>{amount}: the rest of {paid}</source>
        <translation>{amount}：{paid} 的余款</translation>
    </message>
    <message>
        <source>The payment&apos;s number: a refund has its own</source>
        <translation>这是付款的编号：退款须用自己的编号</translation>
    </message>
    <message>
        <source>A refund needs an out_trade_no that no payment and no refund had. Switch “New on every send” on.</source>
        <translation>退款的 out_trade_no 不得是任何付款或退款用过的。请开启“每次发送时重新生成”。</translation>
    </message>
    <message>
        <source>Another payment&apos;s number</source>
        <translation>这是另一笔付款的编号</translation>
    </message>
    <message>
        <source>Payments and refunds share one set of numbers. Switch “New on every send” on.</source>
        <translation>付款和退款共用一套编号。请开启“每次发送时重新生成”。</translation>
    </message>
    <message>
        <source>Refunded in full already</source>
        <translation>已全额退款</translation>
    </message>
    <message>
        <source>Only a paid order can be refunded. Query it first: the news may be older than the payment.</source>
        <translation>只有已付款的订单才能退款。请先查询：所知状态可能早于付款。</translation>
    </message>
    <message>
        <source>More than {left} may not be left</source>
        <translation>可退余额可能只有 {left}</translation>
    </message>
    <message>
        <source>Refunds of {pending} are under way for this order. Query them first: together they may exceed the payment (1272).</source>
        <translation>此订单有 {pending} 的退款正在处理。请先查询：合计可能超过付款金额（1272）。</translation>
    </message>
    <message>
        <source>Some currencies (1270) and channels (1271) take no partial refund. Then refund all at once.</source>
        <translation>某些货币（1270）和渠道（1271）不支持部分退款。届时请一次全退。</translation>
    </message>
    <message>
        <source>Only {left} is left</source>
        <translation>可退余额仅 {left}</translation>
    </message>
    <message>
        <source>{left} is left of {paid}: {refunded} was refunded before. More is refused with 1272. Write {minor} at most.</source>
        <translation>{paid} 中可退余额为 {left}：此前已退 {refunded}。超出会被拒，返回 1272。最多写 {minor}。</translation>
    </message>
    <message>
        <source>{name} is written YYYY-MM-DD hh:mm:ss in UTC+8, such as 2026-03-01 18:00:00.</source>
        <translation>{name} 按 UTC+8 写成 YYYY-MM-DD hh:mm:ss，例如 2026-03-01 18:00:00。</translation>
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
        <source>No order of this run</source>
        <translation>不是本次运行中的订单</translation>
    </message>
    <message>
        <source>In this run of the program no order with this syssn is known for this app_code. Each run has its own simulator, which forgets its orders at the end: one of another run cannot be refunded here.</source>
        <translation>本程序的本次运行中，没有此 app_code 以此 syssn 创建的已知订单。每次运行都有自己的模拟器，结束时其订单即被清除：另一次运行中的订单无法在此退款。</translation>
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
        <translation>此商户配置用于 {bound}。一个环境的凭证在另一环境会失败，常见为 1108。</translation>
    </message>
    <message>
        <source>The simulator knows the demo merchant only</source>
        <translation>模拟器只认得演示商户</translation>
    </message>
    <message>
        <source>It answers 1108 to any other app_code. Choose the profile “Demo merchant”, or the environment these credentials were made for.</source>
        <translation>模拟器对其他任何 app_code 都返回 1108。请选择配置“Demo merchant”，或选择这些凭证所属的环境。</translation>
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
        <source>A made-up openid: nobody can pay with it here</source>
        <translation>虚构的 openid：在这里没有人能用它付款</translation>
    </message>
    <message>
        <source>{openid} belongs to this program’s simulator. Take the openid of a real customer from the reply of code2Session.</source>
        <translation>{openid} 属于本程序的模拟器。请从 code2Session 的响应中取真实顾客的 openid。</translation>
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
        <source>In older editions txzone is a sign and four digits; newer ones lack it. Without it, +0800 holds.</source>
        <translation>旧版文档中 txzone 为正负号加四位数字，新版未列出此参数。不传时按 +0800 处理。</translation>
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
        <source>800213 is in no list of what can be closed</source>
        <translation>可关闭的列表中都没有 800213</translation>
    </message>
    <message>
        <source>Documents list other payment types for close. Try it: an answer 1297, or one without syssn, means that it is not supported; then let the order expire.</source>
        <translation>文档列出的可关闭支付类型是其他类型。不妨一试：返回 1297，或没有 syssn，即表示不支持；那就等订单过期。</translation>
    </message>
    <message>
        <source>800213 is in no list of what can be reversed</source>
        <translation>可冲正的列表中都没有 800213</translation>
    </message>
    <message>
        <source>Documents list scanned codes and cards for reversal. Query first; a paid order is refunded instead.</source>
        <translation>文档列出的冲正对象是付款码和银行卡。请先查询；已付款的订单请改用退款。</translation>
    </message>
    <message>
        <source>Cancelled already</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Closed already</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Expired already</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Refunded already</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Give syssn or out_trade_no</source>
        <translation>请填 syssn 或 out_trade_no</translation>
    </message>
    <message>
        <source>Without a number nobody knows which order is meant. One of the two is needed.</source>
        <translation>没有编号就不知是哪笔订单。两者须填其一。</translation>
    </message>
    <message>
        <source>syssn is enough</source>
        <translation>填 syssn 即可</translation>
    </message>
    <message>
        <source>One of the two numbers names the order. What counts where they differ is not documented.</source>
        <translation>两个编号之一即可指明订单。两者不一致时以何为准，文档未说明。</translation>
    </message>
    <message>
        <source>Paid: refund it instead</source>
        <translation>已付款：请改用退款</translation>
    </message>
    <message>
        <source>Most editions say that a paid order is neither closed nor reversed. Refund gives it back.</source>
        <translation>多数版本的文档说，已付款的订单既不能关闭也不能冲正。退款可退回款项。</translation>
    </message>
    <message>
        <source>As far as known, nobody can pay this order any more. A query tells for certain.</source>
        <translation>据目前所知，此订单已无人能付款。查询后才能确定。</translation>
    </message>
    <message>
        <source>The order is of {amount}</source>
        <translation>订单金额是 {amount}</translation>
    </message>
    <message>
        <source>txamt must be that of the order: write {txamt}.</source>
        <translation>txamt 须与订单的一致：请写 {txamt}。</translation>
    </message>
    <message>
        <source>{length} characters; more than 20</source>
        <translation>{length} 个字符，超过 20 个</translation>
    </message>
    <message>
        <source>The table says String(64), the text of the current editions that goods_name cannot exceed 20 characters; older ones only suggest it.</source>
        <translation>参数表写 String(64)，现行版本的正文写 goods_name 不能超过 20 个字符；旧版本只是建议。</translation>
    </message>
    <message>
        <source>No example begins with a zero; the simulator reads {minutes} minutes. Write {minutes}.</source>
        <translation>没有任何示例以 0 开头；模拟器按 {minutes} 分钟处理。请写 {minutes}。</translation>
    </message>
    <message>
        <source>The profile says {assigned}. A wrong mchid was seen to be answered with 1108, as a wrong signature is.</source>
        <translation>商户配置中为 {assigned}。曾见 mchid 错误时返回 1108，与签名错误相同。</translation>
    </message>
    <message>
        <source>If QFPay assigned an mchid it must be sent. Without it the answer may be 1108, which was seen for a wrong one.</source>
        <translation>如 QFPay 已分配 mchid，则必须发送。否则可能返回 1108（曾见于 mchid 有误时）。</translation>
    </message>
    <message>
        <source>Two back-slashes before u</source>
        <translation>u 前有两个反斜杠</translation>
    </message>
    <message>
        <source>As JSON this is the text \u5c0f, not the character. Editions print one to four back-slashes: which the server wants is open. The characters themselves are documented too, and leave no doubt.</source>
        <translation>按 JSON 解读，这是文本 \u5c0f 而不是该字符。各版本文档印有一至四个反斜杠：服务器要哪一种没有定论。文档也允许直接写汉字，这样没有歧义。</translation>
    </message>
    <message>
        <source>Give a number, or both times</source>
        <translation>请给出单号，或同时给出两个时间</translation>
    </message>
    <message>
        <source>The newest edition wants syssn, out_trade_no, or both start_time and end_time; the simulator answers as it says. Older editions list the orders of the current month.</source>
        <translation>最新版本要求给出 syssn、out_trade_no，或同时给出 start_time 与 end_time；模拟器照此回应。旧版本会列出当月订单。</translation>
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
    <name>RunBar</name>
    <message>
        <source>Report …</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Refund orders of this run: {count} …</source>
        <translation>退款本次运行的订单：{count} 笔…</translation>
    </message>
    <message>
        <source>Steps: {count}</source>
        <translation>步骤：{count} 个</translation>
    </message>
    <message>
        <source>Rows of {table}: {count}</source>
        <translation>{table}：{count} 行</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>尚未运行。</translation>
    </message>
    <message>
        <source>Choose a table (CSV): each row is a run</source>
        <translation>选择表格（CSV）：每行运行一次</translation>
    </message>
    <message>
        <source>Run without the chosen table</source>
        <translation>不使用所选表格运行</translation>
    </message>
    <message>
        <source>Runs of this suite</source>
        <translation>此测试集的历次运行</translation>
    </message>
    <message>
        <source>Send no more (Esc)</source>
        <translation>不再发送 (Esc)</translation>
    </message>
    <message>
        <source>Save what is shown as HTML, Markdown or JUnit XML</source>
        <translation>将所示结果保存为 HTML、Markdown 或 JUnit XML</translation>
    </message>
</context>
<context>
    <name>SavedPalette</name>
    <message>
        <source>A saved request, or one sent lately …</source>
        <translation>已保存或最近发送的请求…</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter open · F2 rename · Ctrl+D duplicate · Shift+Del delete · Tab more · Esc close</source>
        <translation>↑ ↓ 选择 · 回车打开 · F2 重命名 · Ctrl+D 复制一份 · Shift+Del 删除 · Tab 更多 · Esc 关闭</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>保存请求</translation>
    </message>
    <message>
        <source>Save the present one …</source>
        <translation>保存当前请求…</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Rename … (F2)</source>
        <translation>重命名…（F2）</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>复制一份（Ctrl+D）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete (Shift+Del)</source>
        <translation>删除（Shift+Del）</translation>
    </message>
    <message>
        <source>Suite …</source>
        <translation>测试集…</translation>
    </message>
    <message>
        <source>Rename the request</source>
        <translation>重命名请求</translation>
    </message>
    <message>
        <source>A name, or folder/name. Keys and personal data are not kept.</source>
        <translation>名称，或 文件夹/名称。密钥和个人信息不会保存。</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Hide the AppSecret</source>
        <translation>隐藏 AppSecret</translation>
    </message>
    <message>
        <source>Show the AppSecret</source>
        <translation>显示 AppSecret</translation>
    </message>
</context>
<context>
    <name>SeenRowsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>SeenView</name>
    <message>
        <source>Headers and body as they came</source>
        <translation>收到的请求头和正文原文</translation>
    </message>
    <message>
        <source>What it was answered</source>
        <translation>给它的应答</translation>
    </message>
    <message>
        <source>Pages of the request</source>
        <translation>请求的各页</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>SendActions</name>
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
    <name>SendForm</name>
    <message>
        <source>Client key to sign with</source>
        <translation>用于签名的商户密钥</translation>
    </message>
    <message>
        <source>&amp;Post it</source>
        <translation>发送(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Whole series</source>
        <translation>整套测试(&amp;W)</translation>
    </message>
    <message>
        <source>As QFPay &amp;retries</source>
        <translation>按 QFPay 的重试发送(&amp;R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>没有此请求头</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收端</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Fill in a payment that nobody made</source>
        <translation>填入一笔虚构的支付</translation>
    </message>
    <message>
        <source>Post what is shown, once</source>
        <translation>将所示内容发送一次</translation>
    </message>
    <message>
        <source>Post it in every way, right and wrong, and judge what the receiver does</source>
        <translation>以各种正确和错误的方式发送，并判断接收端的处理</translation>
    </message>
    <message>
        <source>Post it again and again until SUCCESS comes back, eight times at most</source>
        <translation>反复发送，直到返回 SUCCESS，最多八次</translation>
    </message>
    <message>
        <source>How fast the retry schedule passes</source>
        <translation>重试时间表的快慢</translation>
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
    <name>SendPage</name>
    <message>
        <source>What the receiver did</source>
        <translation>接收端的处理结果</translation>
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
        <source>Make the next attempt now</source>
        <translation>立即进行下一次发送</translation>
    </message>
    <message>
        <source>Copy the series as Markdown</source>
        <translation>以 Markdown 复制整套测试结果</translation>
    </message>
    <message>
        <source>Save the series as HTML, Markdown or JSON …</source>
        <translation>将整套测试结果保存为 HTML、Markdown 或 JSON…</translation>
    </message>
    <message>
        <source>Next attempt in {time}</source>
        <translation>距下一次发送：{time}</translation>
    </message>
    <message>
        <source>Posting … {count} to come</source>
        <translation>正在发送… 还有 {count} 项</translation>
    </message>
    <message>
        <source>Posting …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Stopped: a report needs the whole series.</source>
        <translation>已停止：报告需要完整的一轮。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Copied: the series</source>
        <translation>已复制：整套测试结果</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown 文本 (*.md)</translation>
    </message>
    <message>
        <source>JSON text (*.json)</source>
        <translation>JSON 文本 (*.json)</translation>
    </message>
    <message>
        <source>Save the series</source>
        <translation>保存整套测试结果</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>The simulator is starting: the request is sent as soon as it answers. Esc calls it off.</source>
        <translation>模拟器正在启动：它一有响应就发送该请求。按 Esc 可取消。</translation>
    </message>
    <message>
        <source>Called off: nothing was sent.</source>
        <translation>已取消：未发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent: environment or merchant was changed meanwhile.</source>
        <translation>未发送任何内容：期间更换了环境或商户。</translation>
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
    <name>Sequence</name>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>QFPay</source>
        <translation>QFPay</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Arguments of the call</source>
        <translation>调用参数</translation>
    </message>
    <message>
        <source>The call the Mini Program {app_id} would make, with the values that came. appId is not passed.</source>
        <translation>小程序 {app_id} 将以收到的值作此调用。不传 appId。</translation>
    </message>
    <message>
        <source>payment sheet: {amount}</source>
        <translation>收银台：{amount}</translation>
    </message>
    <message>
        <source>What the sheet shows</source>
        <translation>收银台显示的内容</translation>
    </message>
    <message>
        <source>Played in this window: no phone is involved, no money moves.</source>
        <translation>由此窗口模拟：不涉及手机，也无资金划转。</translation>
    </message>
    <message>
        <source>What success or fail receives</source>
        <translation>success 或 fail 收到的内容</translation>
    </message>
    <message>
        <source>What the simulator says about it</source>
        <translation>模拟器的说明</translation>
    </message>
    <message>
        <source>Request as sent</source>
        <translation>实际发送的请求</translation>
    </message>
    <message>
        <source>Answer as received</source>
        <translation>收到的应答</translation>
    </message>
    <message>
        <source>Played by the simulator: nobody was asked. {note}</source>
        <translation>由模拟器模拟，未联系任何一方。{note}</translation>
    </message>
    <message>
        <source>Played by the simulator: nobody was asked, nothing was sent.</source>
        <translation>由模拟器模拟，未联系任何一方，也未发送任何内容。</translation>
    </message>
    <message>
        <source>orders {amount}</source>
        <translation>下单 {amount}</translation>
    </message>
    <message>
        <source>prepay_id {prepay_id}</source>
        <translation>prepay_id {prepay_id}</translation>
    </message>
    <message>
        <source>A prepay_id lives for 2 hours, or until expired_time ends the order.</source>
        <translation>prepay_id 有效期为 2 小时，或至订单按 expired_time 结束为止。</translation>
    </message>
    <message>
        <source>agrees to pay {amount}</source>
        <translation>确认付款 {amount}</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>From here on a query says 0000, and the notification goes out.</source>
        <translation>此后查询返回 0000，并发出通知。</translation>
    </message>
    <message>
        <source>closes the sheet</source>
        <translation>关闭收银台</translation>
    </message>
    <message>
        <source>The order stays open: the Mini Program may call wx.requestPayment again.</source>
        <translation>订单仍可付款：小程序可再次调用 wx.requestPayment。</translation>
    </message>
    <message>
        <source>refuses: {reason}</source>
        <translation>拒绝：{reason}</translation>
    </message>
    <message>
        <source>time ran out, nobody paid</source>
        <translation>超时，无人付款</translation>
    </message>
    <message>
        <source>Order again, with a new out_trade_no.</source>
        <translation>请用新的 out_trade_no 重新下单。</translation>
    </message>
    <message>
        <source>closes the order</source>
        <translation>关闭订单</translation>
    </message>
    <message>
        <source>reverses the order</source>
        <translation>冲正订单</translation>
    </message>
    <message>
        <source>refunds {amount}</source>
        <translation>退款 {amount}</translation>
    </message>
    <message>
        <source>{amount} back</source>
        <translation>退回 {amount}</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>notification: {kind}</source>
        <translation>通知：{kind}</translation>
    </message>
    <message>
        <source>{what}, attempt {attempt}</source>
        <translation>{what}，第 {attempt} 次</translation>
    </message>
    <message>
        <source>Sent to {url}. X-QF-SIGN covers the raw body and the key.</source>
        <translation>发往 {url}。X-QF-SIGN 涵盖原始正文和密钥。</translation>
    </message>
    <message>
        <source>{status}, SUCCESS</source>
        <translation>{status}，SUCCESS</translation>
    </message>
    <message>
        <source>HTTP 200 with the body SUCCESS: no further attempt.</source>
        <translation>HTTP 200 且正文为 SUCCESS：不再发送。</translation>
    </message>
    <message>
        <source>HTTP {status}, not accepted</source>
        <translation>HTTP {status}，未被接受</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>notification not sent</source>
        <translation>通知未发送</translation>
    </message>
    <message>
        <source>{reason} The next attempt follows in {again}.</source>
        <translation>{reason} 下一次在 {again}后发送。</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>gives up notifying</source>
        <translation>放弃通知</translation>
    </message>
    <message>
        <source>No attempt was accepted. The merchant has to query.</source>
        <translation>没有一次被接受。商户须自行查询。</translation>
    </message>
    <message>
        <source>This has not happened yet. {more}</source>
        <translation>尚未发生。{more}</translation>
    </message>
    <message>
        <source>The merchant’s server asks QFPay for an order.</source>
        <translation>商户的服务器向 QFPay 下单。</translation>
    </message>
    <message>
        <source>QFPay orders at WeChat Pay. Nobody outside QFPay sees it.</source>
        <translation>QFPay 向微信支付下单。QFPay 以外无人可见。</translation>
    </message>
    <message>
        <source>WeChat Pay answers with a prepay_id, which lives for 2 hours.</source>
        <translation>微信支付返回 prepay_id，有效期为 2 小时。</translation>
    </message>
    <message>
        <source>QFPay wraps the prepay_id into pay_params. Nobody has paid by then.</source>
        <translation>QFPay 将 prepay_id 放入 pay_params。此时尚无人付款。</translation>
    </message>
    <message>
        <source>The Mini Program hands the five values of pay_params to WeChat, unchanged.</source>
        <translation>小程序将 pay_params 的五个值原样交给微信。</translation>
    </message>
    <message>
        <source>WeChat checks paySign and shows merchant and amount.</source>
        <translation>微信验证 paySign，并显示商户和金额。</translation>
    </message>
    <message>
        <source>The customer agrees with a password, a fingerprint or a look.</source>
        <translation>顾客用密码、指纹或刷脸确认付款。</translation>
    </message>
    <message>
        <source>WeChat passes the payment on. Nobody outside WeChat sees it.</source>
        <translation>微信转交付款。微信以外无人可见。</translation>
    </message>
    <message>
        <source>WeChat Pay tells QFPay that the money has moved.</source>
        <translation>微信支付告知 QFPay 款项已划转。</translation>
    </message>
    <message>
        <source>The dialog has ended well: a reason to query, not yet to deliver.</source>
        <translation>收银台正常结束：应去查询，还不能据此发货。</translation>
    </message>
    <message>
        <source>QFPay tells the merchant’s server, signed over the raw body.</source>
        <translation>QFPay 通知商户的服务器，签名依据原始正文。</translation>
    </message>
    <message>
        <source>HTTP 200 with the body SUCCESS ends the retries.</source>
        <translation>HTTP 200 且正文为 SUCCESS，即不再重试。</translation>
    </message>
    <message>
        <source>Nobody here knows whether the order exists: ask before anything else is sent.</source>
        <translation>尚不知订单是否存在：发送其他请求前请先查询。</translation>
    </message>
    <message>
        <source>The answer tells what became of the order.</source>
        <translation>响应说明订单的结果。</translation>
    </message>
    <message>
        <source>orders at WeChat Pay</source>
        <translation>向微信支付下单</translation>
    </message>
    <message>
        <source>0000, with pay_params</source>
        <translation>0000，含 pay_params</translation>
    </message>
    <message>
        <source>payment sheet</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>agrees to pay</source>
        <translation>确认付款</translation>
    </message>
    <message>
        <source>notification to notify_url</source>
        <translation>通知 notify_url</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>订单的结果</translation>
    </message>
    <message>
        <source>{call} · {amount}</source>
        <translation>{call} · {amount}</translation>
    </message>
    <message>
        <source>{call}, wrong on purpose: {mistake}</source>
        <translation>{call}，故意出错：{mistake}</translation>
    </message>
    <message>
        <source>{codes}, with pay_params</source>
        <translation>{codes}，含 pay_params</translation>
    </message>
    <message>
        <source>no reply: {layer}</source>
        <translation>没有响应：{layer}</translation>
    </message>
    <message>
        <source>{headline} {step}</source>
        <translation>{headline}{step}</translation>
    </message>
    <message>
        <source>What a server reads out of the body</source>
        <translation>服务器从正文读到的内容</translation>
    </message>
    <message>
        <source>Reply as received</source>
        <translation>收到的响应</translation>
    </message>
    <message>
        <source>Technical words</source>
        <translation>技术详情</translation>
    </message>
    <message>
        <source>Sent to {url}.</source>
        <translation>发往 {url}。</translation>
    </message>
    <message>
        <source>This program failed. Whether the request arrived is not known: query the order.</source>
        <translation>本程序出错。不知请求是否到达：请查询订单。</translation>
    </message>
    <message>
        <source>Request as received</source>
        <translation>收到的请求</translation>
    </message>
    <message>
        <source>notification received</source>
        <translation>收到通知</translation>
    </message>
    <message>
        <source>It reached this program’s listener.</source>
        <translation>已到达本程序的接收端。</translation>
    </message>
    <message>
        <source>Answered by this program’s listener: no further attempt.</source>
        <translation>本程序的接收端已应答：不再发送。</translation>
    </message>
    <message>
        <source>Answered so by this program’s listener, as it was told to: another attempt follows.</source>
        <translation>本程序的接收端按设定如此应答：还会再次发送。</translation>
    </message>
    <message>
        <source>pays {amount}</source>
        <translation>支付 {amount}</translation>
    </message>
    <message>
        <source>sent over HTTP</source>
        <translation>经 HTTP 发送</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>{sender} to {receiver}: {label}, {kind}</source>
        <translation>{sender} 至 {receiver}：{label}，{kind}</translation>
    </message>
    <message>
        <source>{time}, {message}</source>
        <translation>{time}，{message}</translation>
    </message>
    <message>
        <source>{message}, failed</source>
        <translation>{message}，失败</translation>
    </message>
    <message>
        <source>{time} · {number}</source>
        <translation>{time} · {number}</translation>
    </message>
    <message>
        <source>without the first {count} messages</source>
        <translation>不含最前面的 {count} 条消息</translation>
    </message>
</context>
<context>
    <name>SequencePanel</name>
    <message>
        <source>Sequence</source>
        <translation>时序图</translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation>返回响应</translation>
    </message>
    <message>
        <source>Copy or save the diagram: key and personal data are masked</source>
        <translation>复制或保存时序图：密钥和个人信息已遮盖</translation>
    </message>
    <message>
        <source>Copy or save the diagram</source>
        <translation>复制或保存时序图</translation>
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
        <translation>无法打开设置文件 {path}（{reason}）。窗口以默认设置启动。请授予当前用户读取该文件的权限，再重新启动 QFPay Tester。</translation>
    </message>
    <message>
        <source>In the settings file {path} these settings had values that cannot be used and are back at their defaults: {keys}. {copy}</source>
        <translation>设置文件 {path} 中以下设置的值无法使用，已恢复默认：{keys}。{copy}</translation>
    </message>
    <message>
        <source>The settings could not be saved to {path} ({reason}). They last until the window is closed. Make the folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.</source>
        <translation>无法将设置保存到 {path}（{reason}）。设置在关闭窗口前有效。请授予当前用户写入该文件夹的权限，或用环境变量 QFPAY_TESTER_HOME 指定其他文件夹。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Back to how it was</source>
        <translation>恢复到打开时</translation>
    </message>
    <message>
        <source>The usual certificate authorities only</source>
        <translation>仅系统信任的证书颁发机构</translation>
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
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>History and orders</source>
        <translation>历史与订单</translation>
    </message>
    <message>
        <source>&amp;Keep entries for</source>
        <translation>记录保留(&amp;K)</translation>
    </message>
    <message>
        <source>Delete all that are not pinned</source>
        <translation>删除全部未固定的记录</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Trust a CA file …</source>
        <translation>信任 CA 文件…</translation>
    </message>
    <message>
        <source>Trust it no more</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>What is written down</source>
        <translation>写入的内容</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Draft, choices, used order numbers: never a key</source>
        <translation>草稿、选项、用过的订单号：绝无密钥</translation>
    </message>
    <message>
        <source>History and orders: personal data masked, never a key</source>
        <translation>历史与订单：个人信息已遮盖，绝无密钥</translation>
    </message>
    <message>
        <source>Faults of this program: places in the code, no values</source>
        <translation>本程序自身的错误：代码位置，不含值</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>Keys: in the system&apos;s keychain only</source>
        <translation>密钥：仅存于系统钥匙串</translation>
    </message>
    <message>
        <source>Put every setting back to how it was when this was opened</source>
        <translation>将所有设置恢复到打开本窗口时的状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This desktop opens no folders. It is {folder}</source>
        <translation>此桌面无法打开文件夹。位置为 {folder}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Its time is over: paying ends in an error now.</source>
        <translation>已超时：现在付款会出错。</translation>
    </message>
    <message>
        <source>The merchant has closed this order: paying ends in an error now.</source>
        <translation>商户已关闭此订单：现在付款会出错。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>A command or a key …</source>
        <translation>命令或快捷键…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Case</source>
        <translation>问题排查</translation>
    </message>
    <message>
        <source>Saved requests</source>
        <translation>已保存的请求</translation>
    </message>
    <message>
        <source>Paste what the merchant sent</source>
        <translation>粘贴商户发送的内容</translation>
    </message>
    <message>
        <source>Take what was read in hand</source>
        <translation>采用读出的内容</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
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
        <source>Show the signature alone</source>
        <translation>只显示签名</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>尚无密钥</translation>
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
    <message>
        <source>Refund: respcd 1269, too little taken today</source>
        <translation>退款：respcd 1269，今日收款不足</translation>
    </message>
    <message>
        <source>Refund: respcd 1143, under way and to be queried</source>
        <translation>退款：respcd 1143，处理中，须查询</translation>
    </message>
    <message>
        <source>Refund: make it, then hang up without an answer</source>
        <translation>退款：执行退款，然后断开，不作响应</translation>
    </message>
    <message>
        <source>Close: respcd 1297, as where it is not supported</source>
        <translation>关闭：respcd 1297，如同不支持时</translation>
    </message>
</context>
<context>
    <name>SnippetPage</name>
    <message>
        <source>Code for the Mini Program</source>
        <translation>小程序代码</translation>
    </message>
    <message>
        <source>Copy the code for the Mini Program</source>
        <translation>复制小程序代码</translation>
    </message>
    <message>
        <source>Export a Mini Program for WeChat DevTools that pays this order on a real phone …</source>
        <translation>导出微信开发者工具的小程序项目，在真机上支付此订单…</translation>
    </message>
    <message>
        <source>code for the Mini Program</source>
        <translation>小程序代码</translation>
    </message>
    <message>
        <source>{count} members need attention: see pay_params before you use this</source>
        <translation>{count} 个成员需要注意：使用前请查看 pay_params</translation>
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
    <name>StartPage</name>
    <message>
        <source>Search the kept cases</source>
        <translation>搜索已保存的问题</translation>
    </message>
    <message>
        <source>Search: merchant, ticket, order no., cause, note …</source>
        <translation>搜索：商户、工单、订单号、原因、备注…</translation>
    </message>
    <message>
        <source>No case matches.</source>
        <translation>没有匹配的问题。</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>最近的问题</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Findings: {count}</source>
        <translation>问题：{count}</translation>
    </message>
    <message>
        <source>Request: nothing noticed</source>
        <translation>请求：未见问题</translation>
    </message>
    <message>
        <source>List what is noticed; F4 goes from one to the next</source>
        <translation>列出所有发现；F4 逐个前往</translation>
    </message>
    <message>
        <source>Nothing wrong is known of this request</source>
        <translation>未发现此请求有问题</translation>
    </message>
    <message>
        <source>Request: waiting for its keys</source>
        <translation>请求：正在等待密钥</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo: {deletion}</source>
        <translation>撤销：{deletion}</translation>
    </message>
    <message>
        <source>Undone: nothing was deleted.</source>
        <translation>已撤销：没有删除任何内容。</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>What to do, where, and what goes wrong</source>
        <translation>要做什么、在哪里做、常见问题</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Steps of the set-up</source>
        <translation>设置步骤</translation>
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
        <translation>商户发往 {went}；此商户配置属于 {bound}。</translation>
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
        <translation>商户发送的是 {theirs}，此商户配置为 {ours}。</translation>
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
        <translation>商户与商户配置所用的相同，因此两者签名一致，而 QFPay 的不同。</translation>
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
        <translation>商户的密钥与此商户配置的不同</translation>
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
        <source>Once QFPay has assigned one it is mandatory. 1108 was seen for a wrong one.</source>
        <translation>QFPay 一经分配，mchid 即为必填。曾见 mchid 错误时返回 1108。</translation>
    </message>
    <message>
        <source>Where none was assigned it must be left out. 1108 was seen for a wrong one.</source>
        <translation>未分配 mchid 时不得传入。曾见 mchid 错误时返回 1108。</translation>
    </message>
    <message>
        <source>Perhaps SHA256 is wanted</source>
        <translation>可能要求使用 SHA256</translation>
    </message>
    <message>
        <source>SHA256 is recommended; that MD5 is refused is not documented. Sending tells.</source>
        <translation>文档推荐 SHA256，但没有写明会拒绝 MD5。发送一次即可得知。</translation>
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
        <source>X-QF-SIGNTYPE is missing</source>
        <translation>缺少 X-QF-SIGNTYPE</translation>
    </message>
    <message>
        <source>Without the header SHA256, QFPay computes MD5.</source>
        <translation>没有声明 SHA256 的请求头时，QFPay 按 MD5 计算。</translation>
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
        <translation>请选择此商户和环境的商户配置：会立即重新排查。</translation>
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
        <source>Ask for the request as it travelled</source>
        <translation>索取实际发出的请求原文</translation>
    </message>
    <message>
        <source>Headers and body, not a print of them: what was sent may not be what the program prints.</source>
        <translation>要请求头和正文本身，而不是程序的打印输出：实际发出的内容可能与打印的不同。</translation>
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
    <name>SuiteActions</name>
    <message>
        <source>Open a suite</source>
        <translation>打开测试集</translation>
    </message>
    <message>
        <source>Suite (*.toml)</source>
        <translation>测试集 (*.toml)</translation>
    </message>
    <message>
        <source>The folder of your suites</source>
        <translation>您的测试集文件夹</translation>
    </message>
    <message>
        <source>Each row is a run</source>
        <translation>每行运行一次</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown 文档 (*.md)</translation>
    </message>
    <message>
        <source>JUnit for a CI (*.xml)</source>
        <translation>供 CI 使用的 JUnit (*.xml)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
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
        <source>Save the suite</source>
        <translation>保存测试集</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何请求。</translation>
    </message>
</context>
<context>
    <name>SuiteList</name>
    <message>
        <source>Suites</source>
        <translation>测试集</translation>
    </message>
</context>
<context>
    <name>SuiteRowsModel</name>
    <message>
        <source>Suite</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>程序自带</translation>
    </message>
</context>
<context>
    <name>Suites</name>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>{name}: the suite takes nothing from the table: write {such} where a cell of it belongs.</source>
        <translation>{name}：该套件没有使用表格中的任何内容：请在需要填入单元格的地方写上 {such}。</translation>
    </message>
    <message>
        <source>The run ended early: {reason}</source>
        <translation>运行提前结束：{reason}</translation>
    </message>
    <message>
        <source>Only the simulator has a customer that can be told what to do.</source>
        <translation>只有模拟器里的顾客可以听从指示。</translation>
    </message>
    <message>
        <source>Only the simulator can be told what to answer.</source>
        <translation>只有模拟器可以指定如何应答。</translation>
    </message>
    <message>
        <source>Only the simulator notifies a receiver that can be told how to answer.</source>
        <translation>只有模拟器会通知可指定应答方式的接收端。</translation>
    </message>
    <message>
        <source>The step cannot be made: {reason}</source>
        <translation>此步骤无法执行：{reason}</translation>
    </message>
    <message>
        <source>Not sent: {number} was sent to {host} before. Leave out_trade_no out, and each run makes its own.</source>
        <translation>未发送：{number} 之前已发送到 {host}。不写 out_trade_no，每次运行会自动生成新的。</translation>
    </message>
    <message>
        <source>There is no open order {number}.</source>
        <translation>没有未支付的订单 {number}。</translation>
    </message>
    <message>
        <source>WeChat’s sheet says: {message}</source>
        <translation>微信支付界面返回：{message}</translation>
    </message>
    <message>
        <source>Not run: there is no client_key to sign with.</source>
        <translation>未运行：没有可用于签名的 client_key。</translation>
    </message>
    <message>
        <source>Not run: choose a suite that can be read.</source>
        <translation>未运行：请选择可读取的测试集。</translation>
    </message>
    <message>
        <source>Not run: another run is under way.</source>
        <translation>未运行：另一次运行正在进行。</translation>
    </message>
    <message>
        <source>The suite has {count} steps; {most} is the most.</source>
        <translation>测试集有 {count} 个步骤，最多 {most} 个。</translation>
    </message>
    <message>
        <source>Two steps are called “{name}”: later steps could not tell their replies apart.</source>
        <translation>有两个步骤都叫“{name}”：后面的步骤无法区分它们的响应。</translation>
    </message>
    <message>
        <source>{where}: the customer takes an order and nothing else; make the request a step of its own.</source>
        <translation>{where}：顾客步骤只接受 order；请把请求写成单独的步骤。</translation>
    </message>
    <message>
        <source>{where}: order must say whose sheet the customer has, such as {such}.</source>
        <translation>{where}：order 必须说明顾客支付的是哪个订单，例如 {such}。</translation>
    </message>
    <message>
        <source>{where}: a notification is waited for in a step of its own; make the request another one.</source>
        <translation>{where}：等待通知是单独的步骤；请把请求写成另一个步骤。</translation>
    </message>
    <message>
        <source>{where}: within goes with notification; for a pause before the step there is wait.</source>
        <translation>{where}：within 须与 notification 一起使用；步骤之前的停顿用 wait。</translation>
    </message>
    <message>
        <source>{where}: {pattern} is no regular expression ({error}).</source>
        <translation>{where}：{pattern} 不是正则表达式（{error}）。</translation>
    </message>
    <message>
        <source>{where}: write a text, or one of match, present and most.</source>
        <translation>{where}：请写文本，或 match、present、most 之一。</translation>
    </message>
    <message>
        <source>{where}: there is no {key}; known are {known}.</source>
        <translation>{where}：没有 {key}；可用的有 {known}。</translation>
    </message>
    <message>
        <source>{where}: there is no {key} “{found}”; known are {known}.</source>
        <translation>{where}：{key} 没有“{found}”；可用的有 {known}。</translation>
    </message>
    <message>
        <source>{where}: {key} is a table, such as {key} = {such}.</source>
        <translation>{where}：{key} 是一个表，例如 {key} = {such}。</translation>
    </message>
    <message>
        <source>{where}: write the value as a text in quotes, as it is to be sent.</source>
        <translation>{where}：请把值写成引号内的文本，与要发送的一致。</translation>
    </message>
    <message>
        <source>{where}: receiver is one or a list of {known}.</source>
        <translation>{where}：receiver 是以下之一或其列表：{known}。</translation>
    </message>
    <message>
        <source>{before} {more}</source>
        <translation>{before} {more}</translation>
    </message>
    <message>
        <source>{where}: {key} is a number of seconds from 0 to {most}.</source>
        <translation>{where}：{key} 是 0 到 {most} 之间的秒数。</translation>
    </message>
    <message>
        <source>This is no TOML: {error}.</source>
        <translation>这不是 TOML：{error}。</translation>
    </message>
    <message>
        <source>The suite has no steps: write each below a line [[step]].</source>
        <translation>测试集没有步骤：每个步骤写在一行 [[step]] 之下。</translation>
    </message>
    <message>
        <source>{where}: {key} is a text in quotes.</source>
        <translation>{where}：{key} 是引号内的文本。</translation>
    </message>
    <message>
        <source>Not run: the run ended before.</source>
        <translation>未执行：运行在此之前已结束。</translation>
    </message>
    <message>
        <source>This is no CSV: {reason}.</source>
        <translation>这不是 CSV：{reason}。</translation>
    </message>
    <message>
        <source>The table has no rows: a first line of titles, then a line for each run.</source>
        <translation>表格没有数据行：第一行是标题，之后每行对应一次运行。</translation>
    </message>
    <message>
        <source>Two columns are called “{title}”.</source>
        <translation>有两列都叫“{title}”。</translation>
    </message>
    <message>
        <source>The table has {count} rows; {most} is the most.</source>
        <translation>表格有 {count} 行，最多 {most} 行。</translation>
    </message>
    <message>
        <source>The row has {cells} cells where there are {titles} titles.</source>
        <translation>此行有 {cells} 个单元格，而标题有 {titles} 个。</translation>
    </message>
    <message>
        <source>Not run: a suite never runs in production.</source>
        <translation>未运行：测试集绝不在生产环境运行。</translation>
    </message>
    <message>
        <source>Run {suite} with real money?</source>
        <translation>用真实资金运行“{suite}”？</translation>
    </message>
    <message>
        <source>Payments: {count}, together {sum}
Host: {host}
Merchant: {merchant}</source>
        <translation>支付：{count} 笔，合计 {sum}
主机：{host}
商户：{merchant}</translation>
    </message>
    <message>
        <source>{stake}
Payments whose amount is known only when they are sent: {count}</source>
        <translation>{stake}
发送时才知道金额的支付：{count} 笔</translation>
    </message>
    <message>
        <source>{stake}
Steps that only the simulator can carry out: {count}</source>
        <translation>{stake}
只有模拟器能执行的步骤：{count} 个</translation>
    </message>
    <message>
        <source>{stake}

One request at a time is sent, at most 375 a minute. What is paid and not refunded by the suite is offered for refund at the end.</source>
        <translation>{stake}

每次只发送一个请求，每分钟最多 375 个。已支付而测试集未退款的订单，结束时会提示退款。</translation>
    </message>
    <message>
        <source>Run with real money</source>
        <translation>用真实资金运行</translation>
    </message>
    <message>
        <source>{variable} has no value: no earlier step received it.</source>
        <translation>{variable} 没有值：之前的步骤都没有收到它。</translation>
    </message>
    <message>
        <source>{variable} has no value: no table with such a column was chosen.</source>
        <translation>{variable} 没有值：没有选择含有该列的表格。</translation>
    </message>
    <message>
        <source>{member} matches {wanted}</source>
        <translation>{member} 匹配 {wanted}</translation>
    </message>
    <message>
        <source>{member} is there</source>
        <translation>有 {member}</translation>
    </message>
    <message>
        <source>{member} is not there</source>
        <translation>没有 {member}</translation>
    </message>
    <message>
        <source>{expectation} – seen: {seen}</source>
        <translation>{expectation}，实际：{seen}</translation>
    </message>
    <message>
        <source>expected: {expectation}</source>
        <translation>期望：{expectation}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Payment, query, refund</source>
        <translation>支付、查询、退款</translation>
    </message>
    <message>
        <source>Rules of refunds</source>
        <translation>退款规则</translation>
    </message>
    <message>
        <source>Merchants&apos; mistakes</source>
        <translation>商户的常见错误</translation>
    </message>
    <message>
        <source>Forms of a request</source>
        <translation>请求的形式</translation>
    </message>
    <message>
        <source>Notifications, and again</source>
        <translation>通知与重发</translation>
    </message>
    <message>
        <source>Return codes</source>
        <translation>返回码</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>fails now</source>
        <translation>新失败</translation>
    </message>
    <message>
        <source>passes again</source>
        <translation>恢复通过</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>变慢</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The customer pays {order}</source>
        <translation>顾客支付 {order}</translation>
    </message>
    <message>
        <source>The customer closes the sheet of {order}</source>
        <translation>顾客关闭 {order} 的支付界面</translation>
    </message>
    <message>
        <source>The time of {order} runs out</source>
        <translation>{order} 超时</translation>
    </message>
    <message>
        <source>The notification about {order} is waited for, at most {seconds} s</source>
        <translation>等待 {order} 的通知，最多 {seconds} 秒</translation>
    </message>
    <message>
        <source>{passed} of {total} as expected</source>
        <translation>{total} 个中 {passed} 个符合期望</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
        <source>{suite}: {sum}</source>
        <translation>{suite}：{sum}</translation>
    </message>
    <message>
        <source>{before} · {count} not as expected</source>
        <translation>{before} · {count} 个不符合期望</translation>
    </message>
    <message>
        <source>{before} · fail now: {count}</source>
        <translation>{before} · 新失败：{count}</translation>
    </message>
    <message>
        <source>{before} · pass again: {count}</source>
        <translation>{before} · 恢复通过：{count}</translation>
    </message>
    <message>
        <source>{before} · slower: {count}</source>
        <translation>{before} · 变慢：{count}</translation>
    </message>
    <message>
        <source>{before} · new: {count}</source>
        <translation>{before} · 新增：{count}</translation>
    </message>
    <message>
        <source>{before} · gone: {count}</source>
        <translation>{before} · 已移除：{count}</translation>
    </message>
    <message>
        <source>{before} · as in the last run</source>
        <translation>{before} · 与上次相同</translation>
    </message>
    <message>
        <source>{before} · stopped early</source>
        <translation>{before} · 提前停止</translation>
    </message>
</context>
<context>
    <name>SuitesPanel</name>
    <message>
        <source>Open a suite (.toml)</source>
        <translation>打开测试集（.toml）</translation>
    </message>
    <message>
        <source>Choose the folder of your suites</source>
        <translation>选择您的测试集文件夹</translation>
    </message>
    <message>
        <source>Make a suite of saved requests</source>
        <translation>用已保存的请求生成测试集</translation>
    </message>
    <message>
        <source>Add the request being edited as a step</source>
        <translation>把正在编辑的请求添加为步骤</translation>
    </message>
    <message>
        <source>No folder yet</source>
        <translation>未选文件夹</translation>
    </message>
</context>
<context>
    <name>TakeButton</name>
    <message>
        <source>Copy or save the list</source>
        <translation>复制或保存列表</translation>
    </message>
</context>
<context>
    <name>TakeMenu</name>
    <message>
        <source>Copy the cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>复制全部行</translation>
    </message>
    <message>
        <source>Save as CSV or JSON …</source>
        <translation>另存为 CSV 或 JSON…</translation>
    </message>
    <message>
        <source>Copied: the cell</source>
        <translation>已复制：单元格</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON text (*.json)</source>
        <translation>JSON 文本 (*.json)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未保存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}, rows: {count}</source>
        <translation>已保存：{path}，共 {count} 行</translation>
    </message>
    <message>
        <source>Copied: rows: {count}</source>
        <translation>已复制：{count} 行</translation>
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
        <source>Copy this request as a curl command (Ctrl+Shift+U)</source>
        <translation>将此请求复制为 curl 命令 (Ctrl+Shift+U)</translation>
    </message>
    <message>
        <source>Send this request, once (Ctrl+Return)</source>
        <translation>发送此请求，仅一次 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Call it off (Esc). Nothing was sent yet.</source>
        <translation>取消（Esc）。尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Stop waiting (Esc). Whether the request arrived is then unknown.</source>
        <translation>停止等待 (Esc)。此后无法得知请求是否已到达。</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
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
        <translation>按商户的方式签名：{ids}</translation>
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
    <message>
        <source>Key joined with &amp;</source>
        <translation>密钥前多了 &amp;</translation>
    </message>
    <message>
        <source>Key in front of the parameters</source>
        <translation>密钥放在参数之前</translation>
    </message>
    <message>
        <source>Key copied with a line feed</source>
        <translation>密钥末尾有换行符</translation>
    </message>
    <message>
        <source>HMAC with the key, nothing appended</source>
        <translation>用密钥做 HMAC，末尾不拼接密钥</translation>
    </message>
    <message>
        <source>Joined without = and &amp;</source>
        <translation>拼接时没有 = 和 &amp;</translation>
    </message>
    <message>
        <source>Values joined, without names</source>
        <translation>只拼接值，没有参数名</translation>
    </message>
    <message>
        <source>JSON text signed instead of pairs</source>
        <translation>对 JSON 文本签名，而不是键值对</translation>
    </message>
    <message>
        <source>Values signed with \u escapes</source>
        <translation>值以 \u 转义后签名</translation>
    </message>
    <message>
        <source>The app_code signed as a parameter</source>
        <translation>app_code 作为参数参与签名</translation>
    </message>
    <message>
        <source>An empty parameter sent, and left out when signing</source>
        <translation>发送了空参数，签名时却略去</translation>
    </message>
    <message>
        <source>txdtm made anew after signing</source>
        <translation>签名后重新生成 txdtm</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Too many requests: QFPay turned this one away (HTTP 429).</source>
        <translation>请求过多：QFPay 拒绝了此请求（HTTP 429）。</translation>
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
        <source>not HTTP</source>
        <translation>非 HTTP</translation>
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
        <source>QFPay takes 100 requests a second and 400 a minute from a merchant.</source>
        <translation>QFPay 每秒接受每个商户 100 个请求，每分钟 400 个。</translation>
    </message>
    <message>
        <source>The server answered HTTP {status}; QFPay documents only 200 and 429.</source>
        <translation>服务器返回 HTTP {status}；QFPay 的文档只写了 200 与 429。</translation>
    </message>
    <message>
        <source>The raw reply shows what came instead; a proxy may have changed it.</source>
        <translation>原始响应显示了收到的内容；可能被代理改动。</translation>
    </message>
    <message>
        <source>Wait a minute first.</source>
        <translation>请先等待一分钟。</translation>
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
        <source>The refund is under way.</source>
        <translation>退款处理中。</translation>
    </message>
    <message>
        <source>QFPay’s documents list 800213 for neither close nor reversal. An unpaid order ends by itself when its time is over; a paid one is undone by a refund.</source>
        <translation>QFPay 文档未列明 800213 可关闭或冲正。未付款的订单到期自动结束；已付款的须退款。</translation>
    </message>
    <message>
        <source>The order is being closed.</source>
        <translation>订单正在关闭。</translation>
    </message>
    <message>
        <source>Query the order until it is closed. It may still be paid meanwhile: a paid order is undone by a refund.</source>
        <translation>请查询订单直至关闭。其间仍可能有人付款：已付款的订单须退款。</translation>
    </message>
    <message>
        <source>Query the refund’s own out_trade_no until it is done or has failed. Never send the refund again meanwhile.</source>
        <translation>请查询退款自己的 out_trade_no，直至完成或失败。其间切勿再次发送退款。</translation>
    </message>
    <message>
        <source>The refund failed.</source>
        <translation>退款失败。</translation>
    </message>
    <message>
        <source>Query the payment to see what is left of it. A further refund needs an out_trade_no never used before.</source>
        <translation>请查询该付款，了解余额。再次退款须使用从未用过的 out_trade_no。</translation>
    </message>
    <message>
        <source>The refund was found, but its respcd {respcd} is unknown.</source>
        <translation>找到了退款，但其 respcd {respcd} 未知。</translation>
    </message>
    <message>
        <source>Query it once more. If it stays like this, show QFPay support the raw reply before you refund or close anything.</source>
        <translation>请再查询一次。如仍是这样，请先将原始响应交 QFPay 支持人员查看，再退款或关闭。</translation>
    </message>
    <message>
        <source>The rest can still be refunded; how much was given back stands in the refunds’ own records.</source>
        <translation>余额仍可退款；已退金额见各笔退款的记录。</translation>
    </message>
    <message>
        <source>WeChat’s order interface says that sub_openid belongs to another Mini Program.</source>
        <translation>微信下单接口提示：sub_openid 属于另一个小程序。</translation>
    </message>
    <message>
        <source>Take the openid from code2Session of the Mini Program whose appId QFPay has bound, then send a new payment with a new out_trade_no.</source>
        <translation>请用 QFPay 所绑定 appId 的小程序，通过 code2Session 取得 openid，再以新的 out_trade_no 发起新的支付。</translation>
    </message>
    <message>
        <source>WeChat’s order interface says that this order is paid already.</source>
        <translation>微信下单接口提示：该订单已支付。</translation>
    </message>
    <message>
        <source>Query it before you do anything else. A new payment needs a new out_trade_no.</source>
        <translation>请先查询该订单再做其他操作。新的支付需要新的 out_trade_no。</translation>
    </message>
    <message>
        <source>Query {name} {value} until it is done or has failed. Never send the refund again meanwhile.</source>
        <translation>请查询 {name} {value}，直至完成或失败。其间切勿再次发送退款。</translation>
    </message>
    <message>
        <source>Query {name} {value}: the refund may have been made all the same. Only if it surely failed, start a new refund with an out_trade_no never used before.</source>
        <translation>请查询 {name} {value}：退款仍可能已完成。只有确认其失败后，才以从未用过的 out_trade_no 发起新的退款。</translation>
    </message>
    <message>
        <source>Query {name} {value} until the outcome is certain: it may be closed, open or paid.</source>
        <translation>请查询 {name} {value} 直至结果确定：可能已关闭、待付款或已付款。</translation>
    </message>
    <message>
        <source>The query came to nothing and changed nothing: it may be sent again, a little later.</source>
        <translation>查询没有结果，也没有改变任何内容：稍后可再次发送。</translation>
    </message>
    <message>
        <source>The bank is busy, or this pay_type cannot be closed.</source>
        <translation>银行繁忙，或此 pay_type 不能关闭。</translation>
    </message>
    <message>
        <source>An earlier refund of this payment is still under way.</source>
        <translation>该付款较早的一笔退款仍在处理中。</translation>
    </message>
    <message>
        <source>Query the payment and the earlier refund. Start a further one only once that has ended.</source>
        <translation>请查询该付款和较早的退款。待后者结束后再发起新的退款。</translation>
    </message>
    <message>
        <source>This out_trade_no was used before; a refund needs one of its own.</source>
        <translation>此 out_trade_no 已用过；退款须使用自己的 out_trade_no。</translation>
    </message>
    <message>
        <source>Query {name} {value}: if it is this very refund, it was made already. Otherwise use an out_trade_no that neither a payment nor a refund ever had.</source>
        <translation>请查询 {name} {value}：如就是这笔退款，则已退过。否则请使用任何付款和退款都未用过的 out_trade_no。</translation>
    </message>
    <message>
        <source>QFPay finds no such payment to refund.</source>
        <translation>QFPay 找不到要退款的付款。</translation>
    </message>
    <message>
        <source>syssn is QFPay’s number of the original payment, not out_trade_no and not a refund’s number. Check app_code, mchid and the environment, too.</source>
        <translation>syssn 是原付款的 QFPay 流水号，不是 out_trade_no，也不是退款的流水号。请同时检查 app_code、mchid 和环境。</translation>
    </message>
    <message>
        <source>The payment is not paid: there is nothing to refund.</source>
        <translation>尚未付款：没有可退的款项。</translation>
    </message>
    <message>
        <source>Query the payment. While it is open the payer may still pay; unpaid, it ends by itself.</source>
        <translation>请查询该付款。订单未完结时付款人仍可付款；无人付款则自动结束。</translation>
    </message>
    <message>
        <source>The payment is refunded already.</source>
        <translation>该付款已退款。</translation>
    </message>
    <message>
        <source>Query the payment and its refunds if you need the amounts. Do not send the refund again.</source>
        <translation>如需金额，请查询该付款及其退款。不要再次发送退款。</translation>
    </message>
    <message>
        <source>The refund is larger than what is left of the payment.</source>
        <translation>退款金额超过该付款的可退余额。</translation>
    </message>
    <message>
        <source>Nothing was given back. Query the payment by its syssn: cancel 3 means that all of it is refunded, 5 a part. Then lower txamt to what is left.</source>
        <translation>此次没有退款。请按 syssn 查询该付款：cancel 3 表示已全额退款，5 表示已部分退款。然后将 txamt 降至余额。</translation>
    </message>
    <message>
        <source>The order has ended already: there is nothing to close.</source>
        <translation>订单已结束：无需关闭。</translation>
    </message>
    <message>
        <source>Query {name} {value} once to be sure that it was never paid.</source>
        <translation>请查询一次 {name} {value}，确认从未付款。</translation>
    </message>
    <message>
        <source>QFPay finds no such order to close.</source>
        <translation>QFPay 找不到要关闭的订单。</translation>
    </message>
    <message>
        <source>Check {name} {value}, app_code, mchid and the environment.</source>
        <translation>请检查 {name} {value}、app_code、mchid 和环境。</translation>
    </message>
    <message>
        <source>The order is paid: it can no longer be closed.</source>
        <translation>订单已付款：不能再关闭。</translation>
    </message>
    <message>
        <source>Query it, then refund it to undo the payment.</source>
        <translation>请先查询，再退款以撤销付款。</translation>
    </message>
    <message>
        <source>The order was paid and refunded: there is nothing to close.</source>
        <translation>订单曾付款，后已退款：无需关闭。</translation>
    </message>
    <message>
        <source>Nothing is left to do. Query it if you need the amounts.</source>
        <translation>无需再做什么。如需金额，请查询订单。</translation>
    </message>
    <message>
        <source>QFPay finds no such order.</source>
        <translation>QFPay 找不到此订单。</translation>
    </message>
    <message>
        <source>Check {name} {value}, app_code, mchid and the environment. Give start_time and end_time if the order is from another month. A payment of the last minutes may still turn up: query again before a new one.</source>
        <translation>请检查 {name} {value}、app_code、mchid 和环境。如订单不在本月，请填写 start_time 和 end_time。几分钟内的付款可能稍后才出现：发起新付款前请再查询。</translation>
    </message>
    <message>
        <source>The merchant’s turn.</source>
        <translation>待商户处理。</translation>
    </message>
    <message>
        <source>respcd {respcd} and {name} {value} do not fit together.</source>
        <translation>respcd {respcd} 与 {name} {value} 互相矛盾。</translation>
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
        <translation>线上测试会划转真实资金且永不结算：付款后请即退款。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund it now.</source>
        <translation>线上测试会划转真实资金且永不结算：请立即退款。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund the rest now.</source>
        <translation>线上测试会划转真实资金且永不结算：请立即退还余额。</translation>
    </message>
    <message>
        <source>This is production: the payer’s money is real.</source>
        <translation>这是生产环境：将扣付款人的真实资金。</translation>
    </message>
    <message>
        <source>Order created – nobody has paid yet.</source>
        <translation>订单已创建，但尚未有人付款。</translation>
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
        <translation>订单已创建，但没有 pay_params，无法付款。</translation>
    </message>
    <message>
        <source>Close the order if it is unpaid, and show QFPay support the raw reply.</source>
        <translation>如未付款，请关闭订单，并将原始响应交 QFPay 支持人员查看。</translation>
    </message>
    <message>
        <source>Order created, but the reply differs from what was sent.</source>
        <translation>订单已创建，但响应与所发内容不符。</translation>
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
        <source>At least one of them is unknown or contradictory: open it below.</source>
        <translation>至少有一条不明或自相矛盾：请在下方打开查看。</translation>
    </message>
    <message>
        <source>Page {page} is empty: there are no further records.</source>
        <translation>第 {page} 页为空：没有更多记录。</translation>
    </message>
    <message>
        <source>The pages before it hold what the query found.</source>
        <translation>查询结果在前面各页。</translation>
    </message>
    <message>
        <source>The request succeeded.</source>
        <translation>请求成功。</translation>
    </message>
    <message>
        <source>Payments here that still hold money: {count}. Live testing moves real money: refund them now.</source>
        <translation>其中仍有 {count} 笔付款未退。线上测试会划转真实资金：请立即退款。</translation>
    </message>
    <message>
        <source>Still open: {count} of them. Query them again.</source>
        <translation>其中 {count} 笔尚未结束，请再次查询。</translation>
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
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>接入设置</translation>
    </message>
    <message>
        <source>Copy the verdict with its technical lines, for a support ticket</source>
        <translation>复制结论及技术详情，用于支持工单</translation>
    </message>
    <message>
        <source>Show the sequence of this order</source>
        <translation>显示此订单的时序图</translation>
    </message>
    <message>
        <source>Query this order, once</source>
        <translation>查询此订单一次</translation>
    </message>
    <message>
        <source>Fill in the refund of this order</source>
        <translation>填写此订单的退款</translation>
    </message>
    <message>
        <source>Look into the set-up of this merchant</source>
        <translation>查看此商户的接入设置</translation>
    </message>
    <message>
        <source>Copied: the verdict with its technical lines</source>
        <translation>已复制：结论及技术详情</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Examining …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The signature is right</source>
        <translation>签名正确</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>No signature to examine</source>
        <translation>没有可检查的签名</translation>
    </message>
    <message>
        <source>Not examined: no profile with this app_code is known here</source>
        <translation>未检查：此处没有使用该 app_code 的商户配置</translation>
    </message>
    <message>
        <source>Turned away before it was read: its answer says why</source>
        <translation>读取之前已被拒绝，原因见应答</translation>
    </message>
    <message>
        <source>Not examined</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>The signature is wrong; no known mistake explains it</source>
        <translation>签名错误，已知的错误都解释不了</translation>
    </message>
    <message>
        <source>Wrong; no known mistake explains it</source>
        <translation>错误，已知的错误都解释不了</translation>
    </message>
    <message>
        <source>Answered by the simulator: no money.</source>
        <translation>由模拟器应答：不涉及资金。</translation>
    </message>
    <message>
        <source>Turned away by this program: nothing was sent, and no money moved.</source>
        <translation>已被本程序拒绝：没有发送任何内容，也没有产生资金流动。</translation>
    </message>
    <message>
        <source>Answered by {host} in {milliseconds} ms. On the way only these headers changed: {names}.</source>
        <translation>由 {host} 应答，用时 {milliseconds} 毫秒。途中只改动了这些请求头：{names}。</translation>
    </message>
    <message>
        <source>Handed on to {host}. {headline} {fate}</source>
        <translation>已转发到 {host}。{headline}{fate}</translation>
    </message>
    <message>
        <source>Whether it arrived is unknown: query the order before anything is sent again.</source>
        <translation>是否送达未知：再次发送前请先查询订单。</translation>
    </message>
    <message>
        <source>It arrived, and its answer broke off: query the order before anything is sent again.</source>
        <translation>请求已送达，但应答中断：重新发送任何内容之前，请先查询订单。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
    <message>
        <source>{where} The program did not wait for it.</source>
        <translation>{where}程序没有等待应答。</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Nothing came in yet.
Point a program at this address: each request appears here as its bytes came, with what it was answered and why its signature is refused, until the window is closed. Of what is turned away before it was read, such as a request under another Host or half a body, the last one appears.</source>
        <translation>尚未收到任何请求。
让程序指向本地址：每个请求都会按收到的字节显示在这里，并附上应答内容以及签名被拒的原因，直到窗口关闭。读取之前就被拒绝的请求（例如使用其他 Host，或正文不完整）只显示最后一个。</translation>
    </message>
</context>
<context>
    <name>WatchTable</name>
    <message>
        <source>Open as a case</source>
        <translation>在问题排查中打开</translation>
    </message>
    <message>
        <source>Use as draft</source>
        <translation>用作草稿</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>与前一个比较</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Requests of other programs, newest first</source>
        <translation>其他程序的请求，最新的在前</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>A program sent {call}: {cause}</source>
        <translation>有程序发来 {call}：{cause}</translation>
    </message>
    <message>
        <source>Programs find this window again, at {url}</source>
        <translation>程序又可以连接到本窗口：{url}</translation>
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
        <source>&amp;Order</source>
        <translation>订单(&amp;O)</translation>
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
        <source>&amp;Open a file …</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>P&amp;roof to send back …</source>
        <translation>发给商户的排查报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the case as a file …</source>
        <translation>将问题保存为文件(&amp;V)…</translation>
    </message>
    <message>
        <source>E&amp;xport a Mini Program project …</source>
        <translation>导出小程序项目(&amp;X)…</translation>
    </message>
    <message>
        <source>Choose en&amp;vironment and profile …</source>
        <translation>选择环境和商户配置(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Credentials …</source>
        <translation>凭证(&amp;C)…</translation>
    </message>
    <message>
        <source>Custom a&amp;ddresses …</source>
        <translation>自定义地址(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Trust a CA file …</source>
        <translation>信任 CA 文件(&amp;T)…</translation>
    </message>
    <message>
        <source>Trust n&amp;o CA file any more</source>
        <translation>不再信任 CA 文件(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;ettings …</source>
        <translation>设置(&amp;E)…</translation>
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
        <source>nothing was changed</source>
        <translation>没有可撤销的修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>没有可重做的修改</translation>
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
        <source>Copy as c&amp;url</source>
        <translation>复制为 curl(&amp;U)</translation>
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
        <translation>故意发送错误请求(&amp;W)</translation>
    </message>
    <message>
        <source>Sa&amp;ve the request</source>
        <translation>保存请求(&amp;V)</translation>
    </message>
    <message>
        <source>Save the request &amp;as …</source>
        <translation>请求另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Saved and &amp;recent requests …</source>
        <translation>已保存和最近的请求(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Options of the field</source>
        <translation>字段选项(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Query it</source>
        <translation>查询订单(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Refund it …</source>
        <translation>退款(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Close it …</source>
        <translation>关闭订单(&amp;C)…</translation>
    </message>
    <message>
        <source>Refund &amp;all test orders of today …</source>
        <translation>退回今日所有测试订单的款项(&amp;A)…</translation>
    </message>
    <message>
        <source>Check a &amp;notification …</source>
        <translation>检查通知(&amp;N)…</translation>
    </message>
    <message>
        <source>Notify a recei&amp;ver of it …</source>
        <translation>通知接收端(&amp;V)…</translation>
    </message>
    <message>
        <source>Find a payer&apos;s &amp;openid …</source>
        <translation>查找付款人的 openid(&amp;O)…</translation>
    </message>
    <message>
        <source>Go to the re&amp;quest</source>
        <translation>转到请求(&amp;Q)</translation>
    </message>
    <message>
        <source>Go to &amp;watch</source>
        <translation>转到监看(&amp;W)</translation>
    </message>
    <message>
        <source>Go to su&amp;ites</source>
        <translation>转到测试集(&amp;I)</translation>
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
        <translation>转到商户的问题排查(&amp;M)</translation>
    </message>
    <message>
        <source>Go to &amp;history</source>
        <translation>转到历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>Go to &amp;orders</source>
        <translation>转到订单(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New payment from the example</source>
        <translation>以示例新建支付(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Go to the next finding</source>
        <translation>前往下一项发现(&amp;G)</translation>
    </message>
    <message>
        <source>Go to &amp;notifications</source>
        <translation>转到通知(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the s&amp;equence</source>
        <translation>转到时序图(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;arlier reply</source>
        <translation>上一条响应(&amp;A)</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有更多响应</translation>
    </message>
    <message>
        <source>Later repl&amp;y</source>
        <translation>下一条响应(&amp;Y)</translation>
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
        <source>High contrast</source>
        <translation>高对比度</translation>
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
        <source>Lar&amp;ger</source>
        <translation>放大(&amp;G)</translation>
    </message>
    <message>
        <source>it is as large as can be</source>
        <translation>已是最大</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>缩小(&amp;M)</translation>
    </message>
    <message>
        <source>it is as small as can be</source>
        <translation>已是最小</translation>
    </message>
    <message>
        <source>Usual si&amp;ze</source>
        <translation>实际大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Set-up in six steps …</source>
        <translation>六步完成接入设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参考手册(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find a command, field or code …</source>
        <translation>查找命令、字段或返回码(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>打开日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy a report</source>
        <translation>复制报告(&amp;C)</translation>
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
        <source>Copied: versions and the log, without keys and personal data.</source>
        <translation>已复制：版本信息和日志，不含密钥和个人信息。</translation>
    </message>
</context>
<context>
    <name>WxResult</name>
    <message>
        <source>Query the order; while it is open, the same pay_params may be used again.</source>
        <translation>请查询订单；只要仍可付款，就可再次使用同一 pay_params。</translation>
    </message>
    <message>
        <source>Query the order, then order again with a new out_trade_no.</source>
        <translation>请查询订单，然后用新的 out_trade_no 重新下单。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>WeChat’s dialog ended well: the customer has paid.</source>
        <translation>微信收银台正常结束：顾客已付款。</translation>
    </message>
    <message>
        <source>Deliver only after the notification or a query says so.</source>
        <translation>收到通知或查询确认后才可发货。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The customer closed the sheet. WeChat says so too after telling that paySign is wrong.</source>
        <translation>顾客关闭了收银台。微信提示 paySign 错误之后，也返回此结果。</translation>
    </message>
    <message>
        <source>The call failed</source>
        <translation>调用失败</translation>
    </message>
    <message>
        <source>WeChat did not let the customer pay.</source>
        <translation>微信没有让顾客付款。</translation>
    </message>
    <message>
        <source>paySign does not verify</source>
        <translation>paySign 验证失败</translation>
    </message>
    <message>
        <source>A value of pay_params was changed on its way, or signType is not the order’s.</source>
        <translation>pay_params 的某个值在途中被改动，或 signType 与订单的不同。</translation>
    </message>
    <message>
        <source>Pass all five values on unchanged, timeStamp as text.</source>
        <translation>请原样传递全部五个值，timeStamp 用字符串。</translation>
    </message>
    <message>
        <source>WeChat lets this Mini Program take no payments. WeChat’s staff names three reasons: order shipping management (订单发货管理) is not connected, certification is missing, or the order is of another appId.</source>
        <translation>微信不允许该小程序收款。微信工作人员给出的三种原因：未接入订单发货管理、未完成认证、订单的 appId 不同。</translation>
    </message>
    <message>
        <source>Its owner looks at order shipping management and certification in the Mini Program’s console; compare appId too. Until then the same pay_params fail again.</source>
        <translation>请小程序所有者在小程序后台查看订单发货管理与认证，并核对 appId。在此之前，同样的 pay_params 仍会失败。</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>This Mini Program’s appid is not the order’s, or payment is not enabled for it.</source>
        <translation>此小程序的 appid 与订单的不同，或未开通支付。</translation>
    </message>
    <message>
        <source>Compare the appId of pay_params with the Mini Program that runs the call.</source>
        <translation>请将 pay_params 的 appId 与调用支付的小程序核对。</translation>
    </message>
    <message>
        <source>Somebody has paid this order already. WeChat’s order interface says so, in QFPay’s reply: not wx.requestPayment.</source>
        <translation>该订单已有人支付。这是微信下单接口的提示，出现在 QFPay 的响应里，而不是 wx.requestPayment 的返回。</translation>
    </message>
    <message>
        <source>The order was closed before anybody paid. WeChat’s order interface says so, in QFPay’s reply: not wx.requestPayment.</source>
        <translation>订单在支付前已关闭。这是微信下单接口的提示，出现在 QFPay 的响应里，而不是 wx.requestPayment 的返回。</translation>
    </message>
    <message>
        <source>The order was reversed before anybody paid. WeChat’s order interface says so, in QFPay’s reply: not wx.requestPayment.</source>
        <translation>订单在支付前已撤销。这是微信下单接口的提示，出现在 QFPay 的响应里，而不是 wx.requestPayment 的返回。</translation>
    </message>
    <message>
        <source>Not in the list of domains</source>
        <translation>不在合法域名列表中</translation>
    </message>
    <message>
        <source>wx.request was to call a host that is no request domain of this Mini Program: nothing left the phone. The developer tools and the debug mode do not look at the list.</source>
        <translation>wx.request 要调用的主机不在此小程序的 request 合法域名中：请求没有发出。开发者工具和调试模式可以不校验该列表。</translation>
    </message>
    <message>
        <source>Enter the host in the Mini Program&apos;s console among the request domains, as the set-up&apos;s third step tells.</source>
        <translation>请在小程序后台把该主机填入 request 合法域名，见设置的第三步。</translation>
    </message>
    <message>
        <source>Payment right withdrawn</source>
        <translation>支付权限被收回</translation>
    </message>
    <message>
        <source>Parameters missing</source>
        <translation>缺少参数</translation>
    </message>
    <message>
        <source>package is empty, lacks prepay_id=, or has expired; or timeStamp is in milliseconds.</source>
        <translation>package 为空、缺少 prepay_id= 或已过期；或 timeStamp 以毫秒计。</translation>
    </message>
    <message>
        <source>Take package and timeStamp from pay_params as they are.</source>
        <translation>请原样使用 pay_params 中的 package 和 timeStamp。</translation>
    </message>
    <message>
        <source>openid of another Mini Program</source>
        <translation>openid 属于另一小程序</translation>
    </message>
    <message>
        <source>Take the openid from code2Session of the Mini Program that pays, and order again.</source>
        <translation>请用付款小程序的 code2Session 取得 openid，然后重新下单。</translation>
    </message>
    <message>
        <source>Order expired</source>
        <translation>订单已过期</translation>
    </message>
    <message>
        <source>The time of the order or of its prepay_id is over.</source>
        <translation>订单或其 prepay_id 已超过有效期。</translation>
    </message>
    <message>
        <source>sub_openid is this person’s number in another Mini Program. WeChat’s order interface says so: it stands in QFPay’s reply, before there are pay_params.</source>
        <translation>sub_openid 是此人在另一个小程序中的编号。这是微信下单接口的提示：出现在 QFPay 的响应里，此时还没有 pay_params。</translation>
    </message>
    <message>
        <source>Paid before</source>
        <translation>先前已付款</translation>
    </message>
    <message>
        <source>Query the order; do not make another one before that.</source>
        <translation>请查询订单；此前不要另建订单。</translation>
    </message>
    <message>
        <source>Order closed</source>
        <translation>订单已关闭</translation>
    </message>
    <message>
        <source>Order reversed</source>
        <translation>订单已冲正</translation>
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
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Make an order that a customer pays.</source>
        <translation>创建一笔由顾客付款的订单。</translation>
    </message>
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
        <source>Goods name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Who pays: the user&apos;s openid in the merchant&apos;s own Mini Program, from WeChat&apos;s code2Session. Another Mini Program&apos;s openid does not work. Mandatory for 800213 and 800207; other payment types have none.</source>
        <translation>付款人：用户在商户自己小程序中的 openid，由微信 code2Session 取得。其他小程序的 openid 无效。800213 与 800207 必填；其他支付类型没有此参数。</translation>
    </message>
    <message>
        <source>What is bought. String(64) in the table; the text of the current editions says at most 20 characters and no special ones. Chinese is sent as UTF-8.</source>
        <translation>商品名称。参数表为 String(64)；现行版本的正文写最多 20 个字符，不含特殊字符。中文以 UTF-8 发送。</translation>
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
        <source>800213 is in no documented list of what can be closed. 1297, or an answer without syssn, means that it is not supported. WeChat closes no order younger than 5 minutes. Editions disagree on GET or POST; this sends POST.</source>
        <translation>文档所载可关闭的列表中没有 800213。返回 1297，或没有 syssn，即表示不支持。微信不关闭下单不足 5 分钟的订单。各版文档对 GET 或 POST 说法不一；本程序用 POST。</translation>
    </message>
    <message>
        <source>The newest edition lists reversal for 800108, 800208, 800708 and the cards 802801 and 806527; 800213 is in no list. Query first, and reverse only what stays unclear. Editions disagree on GET or POST; this sends POST.</source>
        <translation>最新版文档所列可冲正的为 800108、800208、800708 及银行卡 802801、806527；列表中没有 800213。请先查询，只冲正仍不明的订单。各版文档对 GET 或 POST 说法不一；本程序用 POST。</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Ask what became of orders. Nothing is changed.</source>
        <translation>查询订单的结果。不作任何更改。</translation>
    </message>
    <message>
        <source>QFPay&apos;s own number of an order or refund, from its reply. Several are separated by commas without blanks. A query by syssn finds orders of any month. The newest edition wants syssn, out_trade_no, or both times.</source>
        <translation>QFPay 对订单或退款的流水号，取自其响应。多个以逗号分隔，不留空格。按 syssn 查询可找到任何月份的订单。最新版本要求给出 syssn、out_trade_no，或两个时间。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD hh:mm:ss in UTC+8, compared with sysdtm. Without it: the start of the current month (older editions). For an older order give both times, within one calendar month. It is ignored where syssn is given.</source>
        <translation>YYYY-MM-DD hh:mm:ss，UTC+8，与 sysdtm 比较。不填：当月月初（旧版本）。查更早的订单请同时给出两个时间，且在同一个自然月内。给出 syssn 时忽略此项。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD hh:mm:ss in UTC+8, compared with sysdtm. Without it: the end of the current month (older editions). It must lie in the same calendar month as start_time.</source>
        <translation>YYYY-MM-DD hh:mm:ss，UTC+8，与 sysdtm 比较。不填：当月月末（旧版本）。必须与 start_time 在同一个自然月内。</translation>
    </message>
    <message>
        <source>How long a payment of 800213 can be refunded is not documented: QFPay says that it varies, WeChat’s own limit is 365 days. Refund test payments at once.</source>
        <translation>800213 的付款在多久之内可退款，文档未说明：QFPay 称情况不一，微信自身的期限为 365 天。测试付款请立即退款。</translation>
    </message>
    <message>
        <source>Minor units to give back, all or a part. More than is left is refused (1272); some currencies and channels take no part (1270, 1271). The account needs enough unsettled sales of the day (1269), and 1265 speaks of 23:30 to 00:30: of the refund or of the payment, which is open.</source>
        <translation>退还的最小货币单位金额，全部或部分。超过剩余可退金额会被拒绝（1272）；有些币种和渠道不支持部分退款（1270、1271）。账户当日未结算金额须足够（1269）；1265 提到 23:30 至 00:30：指退款时间还是支付时间，没有定论。</translation>
    </message>
    <message>
        <source>The merchant&apos;s number. Several are separated by commas without blanks. Without times, only orders of the current calendar month are found.</source>
        <translation>商户的编号。多个编号以英文逗号分隔，不含空格。不填时间，则只查当前自然月的订单。</translation>
    </message>
    <message>
        <source>Name and national ID of the payer as JSON text; exactly this text is signed. Mainland citizens only, and it must be activated: a bank card that does not match is refused, a payer without one pays regardless. Personal data: it is masked wherever it would be kept.</source>
        <translation>付款人姓名和身份证号，JSON 文本；签名用的正是此文本。仅限内地居民，且须开通：银行卡不一致会被拒绝，没有绑卡的照常通过。个人信息：凡会留存之处均会遮盖。</translation>
    </message>
    <message>
        <source>If QFPay assigned one it must be sent, otherwise it must not. Left empty here, the profile&apos;s is sent. A wrong one was seen to be answered with 1108, just like a wrong signature.</source>
        <translation>如 QFPay 已分配，则必须发送；否则不得发送。此处留空则发送商户配置中的值。曾见值有误时返回 1108，与签名错误相同。</translation>
    </message>
    <message>
        <source>QFPay number</source>
        <translation>QFPay 流水号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Only orders of this payment type, such as 800213. Several are separated by commas without blanks.</source>
        <translation>只查此支付类型的订单，例如 800213。多个以英文逗号分隔，不含空格。</translation>
    </message>
    <message>
        <source>Result code</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Only orders with this result, such as 0000 for paid. Without it: all.</source>
        <translation>只查此结果的订单，例如 0000 表示已付款。不填则为全部。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Which page of the list, from 1. Without it: the first.</source>
        <translation>列表的第几页，从 1 起。不填则为第一页。</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>每页条数</translation>
    </message>
    <message>
        <source>How many orders a page holds, at most 100. Without it: 10.</source>
        <translation>每页的订单数，最多 100。不填则为 10。</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Give money of a paid order back. This cannot be undone.</source>
        <translation>退回已付款订单的款项。此操作无法撤销。</translation>
    </message>
    <message>
        <source>The payment to refund, by QFPay&apos;s number from its reply. Only a paid order can be refunded: query it first if in doubt.</source>
        <translation>要退款的付款，填响应中的 QFPay 流水号。只有已付款的订单才能退款：如有疑问，请先查询。</translation>
    </message>
    <message>
        <source>Refund number</source>
        <translation>退款编号</translation>
    </message>
    <message>
        <source>A new number for this refund, not that of the payment: it must differ from every payment and refund of the account.</source>
        <translation>此退款的新编号，而非付款的编号：不得与该账户的任何付款和退款相同。</translation>
    </message>
    <message>
        <source>The time of this request, not of the payment. YYYY-MM-DD hh:mm:ss, read as UTC+8.</source>
        <translation>此请求的时间，而非付款的时间。YYYY-MM-DD hh:mm:ss，按 UTC+8 读取。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>End an order that nobody has paid.</source>
        <translation>结束无人付款的订单。</translation>
    </message>
    <message>
        <source>The order to close, by QFPay&apos;s number. Give either syssn or out_trade_no.</source>
        <translation>要关闭的订单，填 QFPay 流水号。syssn 和 out_trade_no 填其一。</translation>
    </message>
    <message>
        <source>The merchant&apos;s number of the payment, instead of syssn. It names an order that exists, so it stays as it is.</source>
        <translation>付款时商户的编号，可代替 syssn。它指已存在的订单，因此不会更换。</translation>
    </message>
    <message>
        <source>The amount of the order, in minor units, as the payment had it. Only an order that nobody has paid can be closed; a paid one is refunded.</source>
        <translation>订单金额，以最小货币单位计，与付款时一致。只有无人付款的订单才能关闭；已付款的请退款。</translation>
    </message>
    <message>
        <source>One old text says the time of the order, a public client sends the present time: the order&apos;s own is filled in. YYYY-MM-DD hh:mm:ss, read as UTC+8.</source>
        <translation>有一份旧文档写的是订单时间，一个公开的客户端发送当前时间：这里填入订单自己的时间。YYYY-MM-DD hh:mm:ss，按 UTC+8。</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Take an order back whose outcome is unclear: a last resort.</source>
        <translation>冲正结果不明的订单：最后手段。</translation>
    </message>
    <message>
        <source>The order to take back, by QFPay&apos;s number. Give either syssn or out_trade_no.</source>
        <translation>要冲正的订单，填 QFPay 流水号。syssn 和 out_trade_no 填其一。</translation>
    </message>
    <message>
        <source>The amount of the order, in minor units, as the payment had it. A paid order is refunded, not reversed.</source>
        <translation>订单金额，以最小货币单位计，与付款时一致。已付款的订单请退款，不要冲正。</translation>
    </message>
    <message>
        <source>The original transaction&apos;s time: the txdtm of the payment, not of this request. YYYY-MM-DD hh:mm:ss, read as UTC+8.</source>
        <translation>原交易的时间：支付的 txdtm，而不是本次请求的时间。YYYY-MM-DD hh:mm:ss，按 UTC+8。</translation>
    </message>
</context>
<context>
    <name>respcd</name>
    <message>
        <source>The request succeeded; a new payment exists, but nobody has paid yet.</source>
        <translation>请求成功；新订单已创建，但尚未有人付款。</translation>
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
        <translation>请继续查询 out_trade_no，直至已付款或订单结束。期间切勿再次发送支付请求。如此代码一直不变，请核对编号：旧版文档中 1143 表示订单不存在。</translation>
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
        <translation>请查询 out_trade_no 直至结果确定。付款人可能已付款，期间切勿再次发送支付请求。</translation>
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
        <source>Its text names 23:30 to 00:30: of the refund, or of the payment, which is open. Between these, wait until 00:30, query, then refund once more. If that is refused too, waiting does not help: ask QFPay, for the time of the payment, a promotion or the order’s age may rule the refund out.</source>
        <translation>其说明提到 23:30 至 00:30：指退款时间还是支付时间，没有定论。如正在此时段，请于 00:30 后先查询再退款一次。仍被拒绝则等待无用，请咨询 QFPay：支付时间、优惠活动或订单过旧都可能导致无法退款。</translation>
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
