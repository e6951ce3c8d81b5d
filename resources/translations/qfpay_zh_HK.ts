<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About QFPay Tester</source>
        <translation>關於 QFPay Tester</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>複製予支援人員</translation>
    </message>
    <message>
        <source>Versions, system, keychain and screen; no key and nothing of any request</source>
        <translation>版本、系統、鑰匙圈及螢幕；不含密鑰及任何請求內容</translation>
    </message>
    <message>
        <source>QFPay Tester {version}

Shows which bytes of a payment are signed and sent, sends them, and says what is wrong.

Not a product of QFPay or Tencent. Keys stay in this computer&apos;s keychain.

It looks for no new version by itself and tells nobody about its use: a newer one comes from where you got this one.

Under the MIT License; the details say what it uses, and under which licences.</source>
        <translation>QFPay Tester {version}

顯示一筆付款中哪些位元組被簽名及發送，並負責發送，指出哪裏有誤。

並非 QFPay 或騰訊的產品。密鑰儲存於本機的鑰匙圈中。

本程式不會自行檢查新版本，亦不會回報任何使用情況：新版本請向您取得本程式的來源索取。

以 MIT 授權條款發佈；所用組件及其授權條款見詳細資訊。</translation>
    </message>
    <message>
        <source>Copied: versions, system, keychain and screen.</source>
        <translation>已複製：版本、系統、鑰匙圈及螢幕。</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>parameters missing, added, renamed or empty</source>
        <translation>參數缺少、多出、改名或為空</translation>
    </message>
    <message>
        <source>orders: as sent, by value, by length, by the rules of languages, of hash maps</source>
        <translation>排序：按發送順序、按值、按長度、按各語言規則、雜湊表的順序</translation>
    </message>
    <message>
        <source>every order there is</source>
        <translation>所有可能的順序</translation>
    </message>
    <message>
        <source>separators and places of the key</source>
        <translation>分隔符與密鑰的位置</translation>
    </message>
    <message>
        <source>values encoded, escaped, cut or cleaned</source>
        <translation>值經編碼、跳脫、截斷或清理</translation>
    </message>
    <message>
        <source>prints of values, of nothing and of all parameters by ten languages</source>
        <translation>十種語言對值、空值和全部參數的列印形式</translation>
    </message>
    <message>
        <source>numbers and amounts in other forms and units</source>
        <translation>數字和金額的其他寫法與單位</translation>
    </message>
    <message>
        <source>times in other forms and zones, or read again up to a day apart</source>
        <translation>時間的其他格式與時區，或相隔一日以內再次讀取</translation>
    </message>
    <message>
        <source>character sets, misread text, simplified and traditional Chinese</source>
        <translation>字元集、亂碼、簡體與繁體</translation>
    </message>
    <message>
        <source>one character of a value lost, doubled, swapped, put in or another</source>
        <translation>值中一個字元遺失、重複、對調、多出或不同</translation>
    </message>
    <message>
        <source>the key damaged, cut, masked, printed or with one wrong character</source>
        <translation>密鑰受損、截斷、遮蓋、被列印或有一個字元錯誤</translation>
    </message>
    <message>
        <source>other keys that are known here: {count}</source>
        <translation>此處已知的其他密鑰：{count} 個</translation>
    </message>
    <message>
        <source>other digests, HMAC, digests of digests, checksums</source>
        <translation>其他摘要演算法、HMAC、多重摘要、校驗和</translation>
    </message>
    <message>
        <source>{count} readings of the signature</source>
        <translation>簽名的 {count} 種解讀</translation>
    </message>
    <message>
        <source>{count} readings of the body</source>
        <translation>內文的 {count} 種解讀</translation>
    </message>
    <message>
        <source>anything: the signature is no form of a digest that is known. Perhaps it was cut.</source>
        <translation>全部：該簽名不是任何已知的摘要形式，可能被截斷了。</translation>
    </message>
    <message>
        <source>a key that nobody here knows</source>
        <translation>此處無人知道的密鑰</translation>
    </message>
    <message>
        <source>a value that was made anew after signing (an order number, a random text)</source>
        <translation>簽名之後重新產生的值（訂單編號、隨機文字）</translation>
    </message>
    <message>
        <source>sets of three rare mistakes, and of more than three</source>
        <translation>三個罕見錯誤的組合，以及三個以上的組合</translation>
    </message>
    <message>
        <source>random orders of all {count} parameters</source>
        <translation>全部 {count} 個參數的隨機順序</translation>
    </message>
    <message>
        <source>one wrong character in a key of more than {most}</source>
        <translation>超過 {most} 個字元的密鑰中的單個錯誤字元</translation>
    </message>
    <message>
        <source>one wrong character in values of more than {most}: {names}</source>
        <translation>超過 {most} 個字元的值中的單個錯誤字元：{names}</translation>
    </message>
    <message>
        <source>the app code, which is not known here</source>
        <translation>app code（此處未知）</translation>
    </message>
    <message>
        <source>bytes of the body other than those that the parameters make</source>
        <translation>與參數所產生者不同的內文位元組</translation>
    </message>
</context>
<context>
    <name>ActsBar</name>
    <message>
        <source>Previous page</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 頁</translation>
    </message>
    <message>
        <source>Copy syssn, QFPay’s number of the chosen record</source>
        <translation>複製所選記錄的 syssn（QFPay 的流水號）</translation>
    </message>
    <message>
        <source>Copy syssn</source>
        <translation>複製 syssn</translation>
    </message>
    <message>
        <source>Query this</source>
        <translation>查詢此記錄</translation>
    </message>
    <message>
        <source>Open mp.weixin.qq.com</source>
        <translation>開啟 mp.weixin.qq.com</translation>
    </message>
    <message>
        <source>Copy a &amp;letter to QFPay</source>
        <translation>複製給 QFPay 的郵件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Credentials …</source>
        <translation>憑證(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Find the openid …</source>
        <translation>尋找 openid(&amp;F)…</translation>
    </message>
    <message>
        <source>Go to &amp;sub_openid</source>
        <translation>前往 sub_openid(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the &amp;form</source>
        <translation>前往表單(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paste a merchant&apos;s request …</source>
        <translation>貼上商戶的請求(&amp;P)…</translation>
    </message>
    <message>
        <source>Go to &amp;extend_info</source>
        <translation>前往 extend_info(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export a Mini Program …</source>
        <translation>匯出小程序(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Query the order</source>
        <translation>查詢訂單(&amp;Q)</translation>
    </message>
    <message>
        <source>Query its payment</source>
        <translation>查詢原付款</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>關閉…</translation>
    </message>
    <message>
        <source>Page {page} · {size} a page</source>
        <translation>第 {page} 頁 · 每頁 {size} 項</translation>
    </message>
</context>
<context>
    <name>ActsRow</name>
    <message>
        <source>Go to {name} in the form</source>
        <translation>前往表單中的 {name}</translation>
    </message>
    <message>
        <source>Credentials …</source>
        <translation>憑證…</translation>
    </message>
    <message>
        <source>Look at the merchant&apos;s credentials</source>
        <translation>查看商戶的憑證</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Look at where requests go</source>
        <translation>查看請求發往何處</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>簽名串</translation>
    </message>
    <message>
        <source>Look at what is signed</source>
        <translation>查看簽名的內容</translation>
    </message>
    <message>
        <source>CA file …</source>
        <translation>CA 檔案…</translation>
    </message>
    <message>
        <source>Trust the authority of a company&apos;s proxy</source>
        <translation>信任公司代理的證書頒發機構</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Fill in the refund of this order</source>
        <translation>填寫此訂單的退款</translation>
    </message>
    <message>
        <source>Close it …</source>
        <translation>關閉訂單…</translation>
    </message>
    <message>
        <source>Fill in the closing of this order</source>
        <translation>填寫此訂單的關閉請求</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Look at what differs</source>
        <translation>查看差異</translation>
    </message>
    <message>
        <source>Copy for QFPay</source>
        <translation>複製給 QFPay</translation>
    </message>
    <message>
        <source>Copy the verdict with its technical lines, to ask with</source>
        <translation>複製結論及技術資料，以便查詢</translation>
    </message>
</context>
<context>
    <name>AddressForm</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>API 網址</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>API 網址(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message>
        <source>“{name}” was added</source>
        <translation>已新增「{name}」</translation>
    </message>
    <message>
        <source>“{name}” was changed</source>
        <translation>已更改「{name}」</translation>
    </message>
    <message>
        <source>“{name}” was removed</source>
        <translation>已移除「{name}」</translation>
    </message>
    <message>
        <source>The name takes 1 to {most} characters on one line, and no invisible ones.</source>
        <translation>名稱須為一行 1 至 {most} 個字元，不能含不可見字元。</translation>
    </message>
    <message>
        <source>Another address has the name “{name}”: choose a different one.</source>
        <translation>已有自訂網址叫「{name}」：請換一個名稱。</translation>
    </message>
    <message>
        <source>This base URL is kept already, as “{name}”: use that one, or change the path here.</source>
        <translation>此 API 網址 已儲存為「{name}」：請直接使用，或在此更改路徑。</translation>
    </message>
    <message>
        <source>The base URL takes at most {most} characters: leave the rest out.</source>
        <translation>API 網址 最多 {most} 個字元：請去掉多餘部分。</translation>
    </message>
    <message>
        <source>{most} addresses are kept, the most there can be: remove one first.</source>
        <translation>已儲存 {most} 個自訂網址，達到上限：請先移除一個。</translation>
    </message>
    <message>
        <source>Leave out {path}: every call adds it, so it would be sent twice.</source>
        <translation>請去掉 {path}：每次請求都會自動加上，否則會重複。</translation>
    </message>
    <message>
        <source>As you want to see it in the list; empty for host and path</source>
        <translation>列表中顯示的名稱；留空則用主機和路徑</translation>
    </message>
    <message>
        <source>Like https://pay.example.com/path; /trade/v1/… is added to it</source>
        <translation>例如 https://pay.example.com/path；其後會加上 /trade/v1/…</translation>
    </message>
</context>
<context>
    <name>AddressesDialog</name>
    <message>
        <source>Custom addresses</source>
        <translation>自訂網址</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Send to this address from now on</source>
        <translation>今後傳送至此網址</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>新網址</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>複製(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Use as sub_openid</source>
        <translation>用作 sub_openid(&amp;U)</translation>
    </message>
    <message>
        <source>Asking the simulator …</source>
        <translation>正在查詢模擬器…</translation>
    </message>
    <message>
        <source>Asking WeChat …</source>
        <translation>正在查詢微信…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>The code is sent once. Esc ends the waiting, not what was sent.</source>
        <translation>code 只發送一次。按 Esc 只結束等待，已發送的無法收回。</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>尚未查詢</translation>
    </message>
    <message>
        <source>The openid will stand here, or why there is none and what to do about it.</source>
        <translation>openid 將顯示於此；如查不到，則顯示原因及處理方法。</translation>
    </message>
    <message>
        <source>This is the payer&apos;s openid in this Mini Program</source>
        <translation>這是付款人在此小程序中的 openid</translation>
    </message>
    <message>
        <source>{code}: {meaning}</source>
        <translation>{code}：{meaning}</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>正在等待回應</translation>
    </message>
    <message>
        <source>Copied: the openid</source>
        <translation>已複製：openid</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Snippet</source>
        <translation>程式碼片段</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>原始回應</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>請求原文</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Pages of the reply</source>
        <translation>回應的各頁</translation>
    </message>
    <message>
        <source>Page {number} of the reply</source>
        <translation>回應的第 {number} 頁</translation>
    </message>
</context>
<context>
    <name>AnswererBox</name>
    <message>
        <source>Who answers</source>
        <translation>由誰回應</translation>
    </message>
    <message>
        <source>Who answers a program: the simulator, or whom its requests are handed on to</source>
        <translation>由誰回應程式：模擬器，或請求轉發到的主機</translation>
    </message>
    <message>
        <source>The simulator answers</source>
        <translation>由模擬器回應</translation>
    </message>
    <message>
        <source>Hand on to {name}</source>
        <translation>轉發到 {name}</translation>
    </message>
    <message>
        <source>Custom addresses …</source>
        <translation>自訂地址…</translation>
    </message>
</context>
<context>
    <name>AskingView</name>
    <message>
        <source>Simulated</source>
        <translation>模擬</translation>
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
        <translation>模擬資金</translation>
    </message>
    <message>
        <source>The customer pays: the order is paid and the notification goes out</source>
        <translation>顧客付款：訂單變為已付款，並發出通知</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Pay {amount}, simulated</source>
        <translation>付款 {amount}（模擬）</translation>
    </message>
    <message>
        <source>The customer closes the sheet: the order stays open</source>
        <translation>顧客關閉收銀台：訂單仍可付款</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>模擬失敗</translation>
    </message>
    <message>
        <source>Let WeChat fail, or let the order expire</source>
        <translation>令微信傳回失敗，或令訂單過期</translation>
    </message>
</context>
<context>
    <name>AttentionStrip</name>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Refund all of today …</source>
        <translation>今日全部退款…</translation>
    </message>
    <message>
        <source>List the orders that need attention</source>
        <translation>列出需要處理的訂單</translation>
    </message>
    <message>
        <source>Review and refund the orders made today, one after the other</source>
        <translation>核對今日建立的訂單，並逐筆退款</translation>
    </message>
    <message>
        <source>A payment on live testing is not refunded yet: {sum}.</source>
        <translation>線上測試有 1 筆付款尚未退款：{sum}。</translation>
    </message>
    <message>
        <source>{count} payments on live testing are not refunded yet: {sum}.</source>
        <translation>線上測試有 {count} 筆付款尚未退款：{sum}。</translation>
    </message>
    <message>
        <source>The outcome of an order is unknown: query it.</source>
        <translation>有 1 筆訂單結果不明：請查詢。</translation>
    </message>
    <message>
        <source>The outcome of {count} orders is unknown: query them.</source>
        <translation>有 {count} 筆訂單結果不明：請查詢。</translation>
    </message>
</context>
<context>
    <name>BrokenPage</name>
    <message>
        <source>This program failed while sending</source>
        <translation>本程式在發送時出錯</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy what to report</source>
        <translation>複製要回報的內容</translation>
    </message>
    <message>
        <source>Nothing you typed is lost. Whether the request was sent is not known.</source>
        <translation>你輸入的內容沒有遺失。請求是否已發送則不清楚。</translation>
    </message>
    <message>
        <source>Then report this, please: it is a fault of this program, not of your request.</source>
        <translation>之後請回報此問題：這是本程式的錯誤，不是請求的錯誤。</translation>
    </message>
    <message>
        <source>Copied: what to report</source>
        <translation>已複製：要回報的內容</translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>This case is not kept any more.</source>
        <translation>此問題記錄已不存在。</translation>
    </message>
    <message>
        <source>The record of this case cannot be read any more.</source>
        <translation>此問題的記錄已無法讀取。</translation>
    </message>
    <message>
        <source>This case is known: what was noted about it is shown.</source>
        <translation>此問題已有記錄：已顯示之前的備註。</translation>
    </message>
    <message>
        <source>The request of the case is the draft now; undo brings yours back.</source>
        <translation>目前草稿已換為此問題的請求；復原可取回您的草稿。</translation>
    </message>
    <message>
        <source>The request is too long to be kept.</source>
        <translation>請求過長，無法保存。</translation>
    </message>
    <message>
        <source>Cases deleted: {count}</source>
        <translation>已刪除的問題：{count}</translation>
    </message>
    <message>
        <source>{name} is larger than 2 MB. Cut out the request and paste that.</source>
        <translation>{name} 超過 2 MB。請截取其中的請求再貼上。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>無法讀取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is no file.</source>
        <translation>{name} 不是檔案。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空檔案。</translation>
    </message>
    <message>
        <source>{name}: read as UTF-16.</source>
        <translation>{name}：按 UTF-16 讀取。</translation>
    </message>
    <message>
        <source>{name}: no UTF-8, so it was read as GBK. Check the Chinese characters.</source>
        <translation>{name}：不是 UTF-8，已按 GBK 讀取。請核對中文字元。</translation>
    </message>
    <message>
        <source>{name}: neither UTF-8 nor GBK nor UTF-16; unreadable bytes are shown as U+FFFD.</source>
        <translation>{name}：既非 UTF-8，亦非 GBK 或 UTF-16；無法讀取的位元組顯示為 U+FFFD。</translation>
    </message>
    <message>
        <source>Not examined with this merchant&apos;s key: no profile with this app_code is known here.</source>
        <translation>未用該商戶的密鑰檢查：此處沒有使用該 app_code 的商戶設定。</translation>
    </message>
    <message>
        <source>Not examined with this merchant&apos;s key: it is that of the profile {name}.</source>
        <translation>未用該商戶的密鑰檢查：該密鑰屬於商戶設定 {name}。</translation>
    </message>
    <message>
        <source>Not examined yet: something is missing</source>
        <translation>尚未排查：欠缺資料</translation>
    </message>
    <message>
        <source>Well signed</source>
        <translation>簽名正確</translation>
    </message>
    <message>
        <source>No known mistake explains it</source>
        <translation>沒有已知錯誤能解釋</translation>
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
        <translation>排查報告中已遮蓋，並非真實值。</translation>
    </message>
    <message>
        <source>What was found then is shown. It cannot be examined again: {names} was masked when the case was kept.</source>
        <translation>顯示的是當時的結果。無法再次排查：保存時已遮蓋 {names}。</translation>
    </message>
    <message>
        <source>What was found then is shown. It cannot be examined again: there is no signature, and the key in the signing string is not kept.</source>
        <translation>顯示的是當時的結果。無法再次排查：沒有簽名，且簽名串中的密鑰不會保存。</translation>
    </message>
    <message>
        <source>What was found then is shown. To examine it again, choose the profile with the key it was examined with (fingerprint {fingerprint}).</source>
        <translation>顯示的是當時的結果。要再次排查，請選擇擁有當時所用密鑰的商戶設定（指紋 {fingerprint}）。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>處理中</translation>
    </message>
    <message>
        <source>Waiting for the merchant</source>
        <translation>等待商戶</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl 指令</translation>
    </message>
    <message>
        <source>curl command (Windows)</source>
        <translation>curl 指令（Windows）</translation>
    </message>
    <message>
        <source>PowerShell command</source>
        <translation>PowerShell 指令</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP 請求</translation>
    </message>
    <message>
        <source>HAR file</source>
        <translation>HAR 檔案</translation>
    </message>
    <message>
        <source>Postman</source>
        <translation>Postman 匯出</translation>
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
        <translation>HTTP 檔案</translation>
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
        <translation>HTTPie 指令</translation>
    </message>
    <message>
        <source>Form body</source>
        <translation>表單正文</translation>
    </message>
    <message>
        <source>Query string</source>
        <translation>查詢字串</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON 文字</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML 文字</translation>
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
        <translation>程式碼</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>簽名字串</translation>
    </message>
    <message>
        <source>Python print</source>
        <translation>Python 輸出</translation>
    </message>
    <message>
        <source>Java print</source>
        <translation>Java 輸出</translation>
    </message>
    <message>
        <source>Node.js print</source>
        <translation>Node.js 輸出</translation>
    </message>
    <message>
        <source>PHP print</source>
        <translation>PHP 輸出</translation>
    </message>
    <message>
        <source>Ruby print</source>
        <translation>Ruby 輸出</translation>
    </message>
    <message>
        <source>Go print</source>
        <translation>Go 輸出</translation>
    </message>
    <message>
        <source>Proof of this program</source>
        <translation>本程式的排查報告</translation>
    </message>
    <message>
        <source>Kept case</source>
        <translation>已保存的問題</translation>
    </message>
    <message>
        <source>A reply of QFPay&apos;s</source>
        <translation>QFPay 的回應</translation>
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
        <translation>微信對小程序的回答</translation>
    </message>
    <message>
        <source>A return code</source>
        <translation>返回碼</translation>
    </message>
    <message>
        <source>A signature, an app code or a key</source>
        <translation>簽名、app code 或密鑰</translation>
    </message>
    <message>
        <source>Probably a client_key</source>
        <translation>可能是 client_key</translation>
    </message>
    <message>
        <source>A page of the documentation</source>
        <translation>文件頁面</translation>
    </message>
    <message>
        <source>Nothing recognised yet</source>
        <translation>尚未識別出內容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>{place}. {what}</source>
        <translation>{place}. {what}</translation>
    </message>
    <message>
        <source>request without an order number</source>
        <translation>沒有訂單編號的請求</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Open what a merchant sent, a proof or a case</source>
        <translation>開啟商戶傳來的內容、排查報告或問題</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未開啟</translation>
    </message>
    <message>
        <source>The file could not be read: a fault of this program.</source>
        <translation>無法讀取該檔案：這是本程式的錯誤。</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商戶</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>The history keeps no key and masks personal data: masked values compare as masked.</source>
        <translation>歷史記錄不儲存密鑰，並遮蓋個人資料：被遮蓋的值按遮蓋後的內容比較。</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>較早</translation>
    </message>
    <message>
        <source>The replies are those to the request sent as the merchant, and to ours, in this case.</source>
        <translation>回應為此問題中按商戶的方式發送的請求以及我方請求所得的回應。</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>較新</translation>
    </message>
    <message>
        <source>There is no case to save: paste what a merchant sent.</source>
        <translation>沒有可保存的問題：請貼上商戶傳來的內容。</translation>
    </message>
    <message>
        <source>Case (*.json)</source>
        <translation>問題 (*.json)</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>儲存問題</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>No proof yet: the signature is still examined. Esc ends the search.</source>
        <translation>暫無排查報告：簽名仍在檢查中。按 Esc 結束。</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Send as the merchant</source>
        <translation>按商戶的方式發送</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Proof …</source>
        <translation>排查報告…</translation>
    </message>
    <message>
        <source>Save the case as a file, without the key</source>
        <translation>將問題儲存為檔案，不含密鑰</translation>
    </message>
    <message>
        <source>Paste another request</source>
        <translation>貼上另一個請求</translation>
    </message>
    <message>
        <source>Close the case; the draft stays</source>
        <translation>關閉問題排查；草稿保留</translation>
    </message>
    <message>
        <source>Send our request with a mistake made on purpose, to see what is answered</source>
        <translation>在我方請求中故意加入錯誤再發送，看傳回甚麼</translation>
    </message>
    <message>
        <source>The merchant&apos;s request and ours side by side</source>
        <translation>並排顯示商戶的請求與我方的請求</translation>
    </message>
    <message>
        <source>A document to send back, without the key</source>
        <translation>可發回的文件，不含密鑰</translation>
    </message>
</context>
<context>
    <name>CaseRowsModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商戶</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>CasesTable</name>
    <message>
        <source>Open the case</source>
        <translation>開啟問題</translation>
    </message>
    <message>
        <source>Copy ticket number</source>
        <translation>複製工單編號</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Kept cases, the newest first</source>
        <translation>已保存的問題，最新的在前</translation>
    </message>
    <message>
        <source>Copied: ticket numbers: {count}</source>
        <translation>已複製工單編號：{count}</translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message>
        <source>Copy the cause and the fix</source>
        <translation>複製原因及解決方法</translation>
    </message>
    <message>
        <source>Copied: the cause and the fix</source>
        <translation>已複製：原因及解決方法</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Verdict and fields</source>
        <translation>結論及欄位</translation>
    </message>
    <message>
        <source>What the merchant’s server received</source>
        <translation>商戶伺服器收到的內容</translation>
    </message>
    <message>
        <source>Paste what the merchant’s server received: headers and body in any form – HTTP, curl -v, a log, HAR, or the JSON alone.</source>
        <translation>請貼上商戶伺服器收到的內容：標頭及正文，形式不限——HTTP、curl -v、記錄檔、HAR，或只有 JSON。</translation>
    </message>
    <message>
        <source>Client key to verify with</source>
        <translation>用於驗證簽名的 client_key</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密鑰</translation>
    </message>
    <message>
        <source>Copy the verdict, the cause and the way out</source>
        <translation>複製結論、原因及解決方法</translation>
    </message>
    <message>
        <source>Send this one to a receiver</source>
        <translation>將此通知發送到接收端</translation>
    </message>
    <message>
        <source>not found: type it here, if you have it</source>
        <translation>找不到：如有請在此輸入</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>This program failed while reading: {name}</source>
        <translation>本程式讀取時出錯：{name}</translation>
    </message>
    <message>
        <source>The verdict comes here: whether QFPay’s signature fits, and if not, why – the body written anew by a parser, another key, a line break too many – and what each field means.</source>
        <translation>結論將顯示於此：QFPay 的簽名是否相符；如不符，原因何在——正文被解析器重寫、密鑰不同、多了一個換行——以及各欄位的含義。</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 位元組</translation>
    </message>
    <message>
        <source>a reply, not a notification</source>
        <translation>是回應，不是通知</translation>
    </message>
    <message>
        <source>Copied: the verdict</source>
        <translation>已複製：結論</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>檢查</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>documented</source>
        <translation>文件有載</translation>
    </message>
    <message>
        <source>seen in samples</source>
        <translation>見於示例</translation>
    </message>
    <message>
        <source>seen at others</source>
        <translation>見於第三方</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未有定論</translation>
    </message>
    <message>
        <source>our advice</source>
        <translation>本程式建議</translation>
    </message>
    <message>
        <source>{title} ({edition}, {date})</source>
        <translation>{title}（{edition}，{date}）</translation>
    </message>
    <message>
        <source>The meaning comes from there; what to do next is our advice.</source>
        <translation>含義出自該處；下一步為本程式的建議。</translation>
    </message>
    <message>
        <source>QFPay: payments in a WeChat Mini Program</source>
        <translation>QFPay：微信小程序支付</translation>
    </message>
    <message>
        <source>QFPay: public payment parameters</source>
        <translation>QFPay：支付公共參數</translation>
    </message>
    <message>
        <source>QFPay: signature generation</source>
        <translation>QFPay：簽名生成</translation>
    </message>
    <message>
        <source>QFPay: transaction enquiry</source>
        <translation>QFPay：交易查詢</translation>
    </message>
    <message>
        <source>QFPay: refund</source>
        <translation>QFPay：退款</translation>
    </message>
    <message>
        <source>QFPay: reversal</source>
        <translation>QFPay：沖正</translation>
    </message>
    <message>
        <source>QFPay: close</source>
        <translation>QFPay：關閉</translation>
    </message>
    <message>
        <source>QFPay: asynchronous notifications</source>
        <translation>QFPay：非同步通知</translation>
    </message>
    <message>
        <source>QFPay: notifications of recurring payments</source>
        <translation>QFPay：定期付款通知</translation>
    </message>
    <message>
        <source>QFPay: status codes</source>
        <translation>QFPay：狀態碼</translation>
    </message>
    <message>
        <source>QFPay: currencies</source>
        <translation>QFPay：幣種</translation>
    </message>
    <message>
        <source>QFPay: environments</source>
        <translation>QFPay：環境</translation>
    </message>
    <message>
        <source>QFPay: documents of 2025</source>
        <translation>QFPay：2025 年文件</translation>
    </message>
    <message>
        <source>QFPay: sample programs and Mini Program boilerplate</source>
        <translation>QFPay：示例程式及小程序範本</translation>
    </message>
    <message>
        <source>QFPay: older documents and host lists</source>
        <translation>QFPay：舊版文件及網域名稱列表</translation>
    </message>
    <message>
        <source>QFPay: overseas documents</source>
        <translation>QFPay：海外文件</translation>
    </message>
    <message>
        <source>QFPay: API reference, Japanese edition</source>
        <translation>QFPay：API 參考，日本版</translation>
    </message>
    <message>
        <source>QFPay: overseas document</source>
        <translation>QFPay：海外介面文件</translation>
    </message>
    <message>
        <source>Constants of an older QFPay service</source>
        <translation>QFPay 舊服務的常數</translation>
    </message>
    <message>
        <source>Merchants&apos; programs in public</source>
        <translation>公開的商戶程式</translation>
    </message>
    <message>
        <source>WeChat Pay documentation</source>
        <translation>微信支付文件</translation>
    </message>
    <message>
        <source>WeChat developer community</source>
        <translation>微信開放社區</translation>
    </message>
    <message>
        <source>WeChat documentation: code2Session</source>
        <translation>微信文件：code2Session</translation>
    </message>
    <message>
        <source>WeChat documentation: global return codes</source>
        <translation>微信文件：全局返回碼</translation>
    </message>
    <message>
        <source>Tencent&apos;s typings of wx.requestPayment</source>
        <translation>騰訊的 wx.requestPayment 類型定義</translation>
    </message>
    <message>
        <source>WeChat documentation: network of a Mini Program</source>
        <translation>微信文件：小程序的網絡</translation>
    </message>
    <message>
        <source>WeChat Pay documentation: start of Mini Program payments</source>
        <translation>微信支付文件：小程序支付快速開始</translation>
    </message>
    <message>
        <source>The rules of form encoding and UTF-8</source>
        <translation>表單編碼及 UTF-8 規則</translation>
    </message>
    <message>
        <source>The rules of JSON</source>
        <translation>JSON 規則</translation>
    </message>
    <message>
        <source>The rules of HTTP</source>
        <translation>HTTP 規則</translation>
    </message>
    <message>
        <source>Currency codes</source>
        <translation>貨幣代碼</translation>
    </message>
    <message>
        <source>Common practice, not a documented rule</source>
        <translation>通行做法，並非文件規定</translation>
    </message>
    <message>
        <source>QFPay: limits of requests</source>
        <translation>QFPay：請求限制</translation>
    </message>
    <message>
        <source>QFPay: response format</source>
        <translation>QFPay：回應格式</translation>
    </message>
    <message>
        <source>QFPay: request format</source>
        <translation>QFPay：請求格式</translation>
    </message>
    <message>
        <source>QFPay: what to do about status codes</source>
        <translation>QFPay：返回碼處理建議</translation>
    </message>
    <message>
        <source>WeChat: settings of a Mini Program</source>
        <translation>微信：小程序設定</translation>
    </message>
    <message>
        <source>Letters, digits, _ | and * only.</source>
        <translation>只能用字母、數字、_ | 及 *。</translation>
    </message>
    <message>
        <source>JavaScript samples send the time in UTC.</source>
        <translation>JavaScript 示例發送 UTC 時間。</translation>
    </message>
    <message>
        <source>At most 20 characters are suggested.</source>
        <translation>建議不超過 20 個字元。</translation>
    </message>
    <message>
        <source>The common list of payment types that know it leaves 800213 out.</source>
        <translation>支援它的支付類型公共列表中沒有 800213。</translation>
    </message>
    <message>
        <source>The address is given by mail, one for each app code.</source>
        <translation>網址以電郵提供，每個 app code 一個。</translation>
    </message>
    <message>
        <source>Editions print one to four back-slashes before u.</source>
        <translation>各版在 u 前印有一至四個反斜線。</translation>
    </message>
    <message>
        <source>It is not in the table.</source>
        <translation>表中沒有它。</translation>
    </message>
    <message>
        <source>1108 was seen for a wrong mchid, with the words “MCHCODE非法”.</source>
        <translation>曾見 mchid 有誤時傳回 1108，並附「MCHCODE非法」。</translation>
    </message>
    <message>
        <source>It also follows the dialogue that says that paySign does not verify.</source>
        <translation>在提示 paySign 驗證失敗的對話框之後亦會出現。</translation>
    </message>
    <message>
        <source>Some currencies and channels take no refund in part (1270, 1271).</source>
        <translation>部分幣種和渠道不支援部分退款（1270、1271）。</translation>
    </message>
    <message>
        <source>A paid order is neither reversed nor cancelled.</source>
        <translation>已支付的訂單不能沖正，也不能取消。</translation>
    </message>
    <message>
        <source>The sorted fields are signed, not the body.</source>
        <translation>簽名的是排序後的欄位，而不是正文。</translation>
    </message>
    <message>
        <source>The body as received is signed, with the key behind it.</source>
        <translation>簽名的是收到的原始正文，後接密鑰。</translation>
    </message>
    <message>
        <source>String(16), though WeChat’s have 18 characters.</source>
        <translation>String(16)，而微信的為 18 個字元。</translation>
    </message>
    <message>
        <source>String(64), though an RSA signature has 344 characters.</source>
        <translation>String(64)，而 RSA 簽名為 344 個字元。</translation>
    </message>
    <message>
        <source>The sorted fields are signed, and the answer is success in small letters.</source>
        <translation>簽名的是排序後的欄位，應答為小寫的 success。</translation>
    </message>
    <message>
        <source>The answer is success in small letters.</source>
        <translation>回應為小寫的 success。</translation>
    </message>
    <message>
        <source>The retries follow after 1, 5, 10 and 60 minutes, then 2, 6 and 15 hours.</source>
        <translation>依次在 1、5、10、60 分鐘及 2、6、15 小時後重試。</translation>
    </message>
    <message>
        <source>The retries follow every 30 seconds, four times.</source>
        <translation>每 30 秒重試一次，共 4 次。</translation>
    </message>
    <message>
        <source>Each payment may name its own notify_url.</source>
        <translation>每筆支付可自帶 notify_url。</translation>
    </message>
    <message>
        <source>No sample sends the header.</source>
        <translation>示例程式均不發送此標頭。</translation>
    </message>
    <message>
        <source>1108 is a signature error.</source>
        <translation>1108 為簽名錯誤。</translation>
    </message>
    <message>
        <source>Node.js samples send small letters.</source>
        <translation>Node.js 示例發送小寫字母。</translation>
    </message>
    <message>
        <source>The store is set up wrongly.</source>
        <translation>門店設定有誤。</translation>
    </message>
    <message>
        <source>The bank is busy.</source>
        <translation>銀行系統繁忙。</translation>
    </message>
    <message>
        <source>The range defaults to the current month: a query without numbers lists its orders.</source>
        <translation>範圍預設為當月：不帶單號的查詢會列出當月訂單。</translation>
    </message>
    <message>
        <source>{certainty}, sources differ</source>
        <translation>{certainty}，各來源不一</translation>
    </message>
    <message>
        <source>Another source says: {says}</source>
        <translation>另一來源：{says}</translation>
    </message>
    <message>
        <source>An older source says: {says}</source>
        <translation>較早的來源：{says}</translation>
    </message>
    <message>
        <source>A newer source says: {says}</source>
        <translation>較新的來源：{says}</translation>
    </message>
    <message>
        <source>start_time is ignored where out_trade_no is given, too.</source>
        <translation>給出 out_trade_no 時亦會忽略 start_time。</translation>
    </message>
    <message>
        <source>A payment can be refunded within 365 days.</source>
        <translation>付款可在 365 日內退款。</translation>
    </message>
    <message>
        <source>Close is sent with GET; its samples send POST.</source>
        <translation>關閉用 GET 發送；其示例用 POST。</translation>
    </message>
    <message>
        <source>Closing a paid order undoes it.</source>
        <translation>關閉已付款訂單即將其撤銷。</translation>
    </message>
    <message>
        <source>A public client sends the present time.</source>
        <translation>有公開的用戶端發送目前時間。</translation>
    </message>
    <message>
        <source>Reversal is sent with GET, for Alipay and scanned WeChat codes.</source>
        <translation>沖正用 GET 發送，適用於支付寶及微信付款碼。</translation>
    </message>
    <message>
        <source>Hong Kong payment types take no reversal.</source>
        <translation>香港的支付類型不支援沖正。</translation>
    </message>
    <message>
        <source>Clients send it in the body, and sign everything but it.</source>
        <translation>有用戶端將其放在正文中，並對其餘全部簽名。</translation>
    </message>
    <message>
        <source>Older samples send appcode in the body.</source>
        <translation>舊示例在正文中發送 appcode。</translation>
    </message>
    <message>
        <source>Both times, or a number, are needed.</source>
        <translation>須給出兩個時間，或一個單號。</translation>
    </message>
    <message>
        <source>An example signs an empty value.</source>
        <translation>有示例對空值簽名。</translation>
    </message>
    <message>
        <source>PHP samples sign URL-encoded values.</source>
        <translation>PHP 示例對 URL 編碼後的值簽名。</translation>
    </message>
    <message>
        <source>Samples print respcd as a bare number, which is no JSON.</source>
        <translation>示例將 respcd 印成不帶引號的數字，並非合法 JSON。</translation>
    </message>
    <message>
        <source>A reversal is needed.</source>
        <translation>需要沖正。</translation>
    </message>
    <message>
        <source>1251 was seen for a used out_trade_no.</source>
        <translation>曾見 out_trade_no 已用過時傳回 1251。</translation>
    </message>
    <message>
        <source>The order does not exist.</source>
        <translation>訂單不存在。</translation>
    </message>
    <message>
        <source>The order was made and waits for its payment.</source>
        <translation>訂單已建立，等待付款。</translation>
    </message>
    <message>
        <source>Paying by the customer&apos;s code failed.</source>
        <translation>付款碼支付失敗。</translation>
    </message>
    <message>
        <source>The revocation is not allowed.</source>
        <translation>不允許撤銷。</translation>
    </message>
    <message>
        <source>It was seen for a used out_trade_no.</source>
        <translation>曾見於 out_trade_no 已用過時。</translation>
    </message>
    <message>
        <source>The order is closed.</source>
        <translation>訂單已關閉。</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>訂單已取消。</translation>
    </message>
    <message>
        <source>It was seen for an order that is too old to be refunded.</source>
        <translation>曾見於訂單過舊而無法退款時。</translation>
    </message>
    <message>
        <source>A close is listed as a record of its own.</source>
        <translation>關閉列為獨立的記錄。</translation>
    </message>
    <message>
        <source>A refund&apos;s own answer calls it orig_syssn.</source>
        <translation>退款自身的回應稱之為 orig_syssn。</translation>
    </message>
    <message>
        <source>The query calls it origssn.</source>
        <translation>查詢稱之為 origssn。</translation>
    </message>
    <message>
        <source>Only payment and refund are named.</source>
        <translation>只提到 payment 及 refund。</translation>
    </message>
    <message>
        <source>subscription_payment comes after failures, too.</source>
        <translation>subscription_payment 失敗後亦會通知。</translation>
    </message>
    <message>
        <source>The newest list does not name it.</source>
        <translation>最新列表中沒有它。</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>Nothing was sent: the request is prepared for {url}, but this client only sends to {base_url}.</source>
        <translation>未發送：請求是為 {url} 準備的，而此用戶端只發往 {base_url}。</translation>
    </message>
    <message>
        <source>Nothing was sent: the URL holds a space or a character outside ASCII. Correct the base URL and prepare anew.</source>
        <translation>未發送：URL 含空格或非 ASCII 字元。請更正 API 網址後重新準備。</translation>
    </message>
    <message>
        <source>Nothing was sent: {name} cannot be the name of a header. Use letters, digits and hyphens.</source>
        <translation>未發送：{name} 不可用作標頭名稱。請用字母、數字及連字號。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} occurs twice. Leave one of them.</source>
        <translation>未發送：標頭 {name} 出現了兩次。請保留一個。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} holds a line break, which would end it early. Remove the line break.</source>
        <translation>未發送：標頭 {name} 含換行，會令其提早結束。請刪除換行。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} holds a character that HTTP cannot carry in a header ({code}). Type the value again, without full-width or invisible characters.</source>
        <translation>未發送：標頭 {name} 含 HTTP 標頭無法承載的字元（{code}）。請重新輸入，不要用全形或隱藏字元。</translation>
    </message>
    <message>
        <source>Nothing was sent: the header {name} contradicts the body. Leave it out; the length is added on sending.</source>
        <translation>未發送：標頭 {name} 與正文矛盾。請略去；長度會在發送時加上。</translation>
    </message>
    <message>
        <source>Nothing was sent: the certificate authorities in {path} cannot be read ({reason}). Choose a PEM file, or leave the setting empty.</source>
        <translation>未發送：無法讀取 {path} 中的 CA 證書（{reason}）。請選擇 PEM 檔案，或將此設定留空。</translation>
    </message>
    <message>
        <source>Nothing was sent: on the way this URL would become {url}. Write the base URL without detours or escapes.</source>
        <translation>未發送：此 URL 途中會變成 {url}。API 網址請勿含迂迴路徑或轉義。</translation>
    </message>
    <message>
        <source>Nothing was sent: the URL cannot be read ({reason}). Correct the base URL.</source>
        <translation>未發送：無法識別 URL（{reason}）。請更正 API 網址。</translation>
    </message>
    <message>
        <source>Nothing was sent: the proxy that this machine names cannot be used ({proxy}). Write it like http://proxy.example:3128; only http and https proxies are known here.</source>
        <translation>未發送：本機指定的代理伺服器無法使用（{proxy}）。請寫成 http://proxy.example:3128；只支援 http 及 https 代理伺服器。</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>What was copied holds a key: it is taken off the clipboard after {seconds} seconds.</source>
        <translation>複製的內容含有密鑰：{seconds} 秒後將從剪貼簿清除。</translation>
    </message>
    <message>
        <source>The key was taken off the clipboard.</source>
        <translation>密鑰已從剪貼簿清除。</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排比較</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Differences only</source>
        <translation>只看差異</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>For the signature</source>
        <translation>對簽名的影響</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>沒有差異</translation>
    </message>
    <message>
        <source>{count} of {all} lines differ</source>
        <translation>{all} 行中有 {count} 行不同</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>簽名字串</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回應</translation>
    </message>
    <message>
        <source>Reply: {member}</source>
        <translation>回應：{member}</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未發送</translation>
    </message>
    <message>
        <source>explains it</source>
        <translation>可解釋</translation>
    </message>
    <message>
        <source>changes it</source>
        <translation>有影響</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Copied: the comparison, without key and personal data</source>
        <translation>已複製：比較結果，不含密鑰及個人資料</translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message>
        <source>Send</source>
        <translation>發送</translation>
    </message>
    <message>
        <source>Send {amount}</source>
        <translation>發送 {amount}</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>退款 {amount}</translation>
    </message>
    <message>
        <source>{send} – real money</source>
        <translation>{send}（真實資金）</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>Signing string without the key</source>
        <translation>簽名字串，不含密鑰</translation>
    </message>
    <message>
        <source>Sorted parameters, one a line</source>
        <translation>排序後的參數，每行一個</translation>
    </message>
    <message>
        <source>Form body</source>
        <translation>表單正文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>The request as a curl command</source>
        <translation>請求（curl 指令）</translation>
    </message>
    <message>
        <source>Signing string with the key (secret!)</source>
        <translation>簽名字串，含密鑰（機密！）</translation>
    </message>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已複製：{what}，{count} 個字元</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Messages between {names}</source>
        <translation>{names} 之間的訊息</translation>
    </message>
</context>
<context>
    <name>DigestLine</name>
    <message>
        <source>Copy the signature</source>
        <translation>複製簽名</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>{name} was signed as {value}, with decimals, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（帶小數），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: an amount times 100 in floating point, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（金額以浮點數乘以 100），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, in major units, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（以「元」為單位），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, a hundred times what was sent</source>
        <translation>{name} 簽名時為 {value}，是所發送值的一百倍</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent as {sent}: rounded in one of the two only</source>
        <translation>{name} 簽名時為 {value}，發送的卻是 {sent}：只有一處作了取整</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, the same number written otherwise</source>
        <translation>{name} 簽名時為 {value}：數值相同，寫法不同</translation>
    </message>
    <message>
        <source>Send the body as application/x-www-form-urlencoded in UTF-8, each name and value encoded once.</source>
        <translation>正文請以 UTF-8 的 application/x-www-form-urlencoded 發送，每個名稱及值只編碼一次。</translation>
    </message>
    <message>
        <source>the body decodes to something else than the parameters given: {names}</source>
        <translation>正文解碼後與給出的參數不同：{names}</translation>
    </message>
    <message>
        <source>the body was not URL-encoded: a server decodes it to other values than were signed</source>
        <translation>正文沒有 URL 編碼：伺服器解碼所得與簽名的值不同</translation>
    </message>
    <message>
        <source>a “+” in the body was not URL-encoded: a server reads it as a space</source>
        <translation>正文中的「+」沒有 URL 編碼：伺服器會讀成空格</translation>
    </message>
    <message>
        <source>a “%” in the body was not URL-encoded: a server decodes what follows it</source>
        <translation>正文中的「%」沒有 URL 編碼：伺服器會解碼其後的字元</translation>
    </message>
    <message>
        <source>an “&amp;” in a value of the body was not URL-encoded: a server splits the value there</source>
        <translation>正文某個值中的「&amp;」沒有 URL 編碼：伺服器會在此處拆開該值</translation>
    </message>
    <message>
        <source>the body was URL-encoded twice: a server decodes it once only</source>
        <translation>正文 URL 編碼了兩次：伺服器只解碼一次</translation>
    </message>
    <message>
        <source>the body separates its parameters by “&amp;amp;” in place of “&amp;”</source>
        <translation>正文用「&amp;amp;」而非「&amp;」分隔參數</translation>
    </message>
    <message>
        <source>the body begins or ends with characters that do not belong to it (line break, BOM or “?”)</source>
        <translation>正文開首或結尾有多餘字元（換行、BOM 或「?」）</translation>
    </message>
    <message>
        <source>the body was URL-encoded in {charset}, but signed as UTF-8</source>
        <translation>正文按 {charset} 作 URL 編碼，簽名卻按 UTF-8</translation>
    </message>
    <message>
        <source>the body is JSON, not a URL-encoded form</source>
        <translation>正文是 JSON，不是 URL 編碼的表單</translation>
    </message>
    <message>
        <source>the body is multipart/form-data, not a URL-encoded form</source>
        <translation>正文是 multipart/form-data，不是 URL 編碼的表單</translation>
    </message>
    <message>
        <source>the value of {name} was put into the body without URL-encoding: a server decodes it</source>
        <translation>{name} 的值未經 URL 編碼就寫入正文：伺服器會將其解碼</translation>
    </message>
    <message>
        <source>an “&amp;” in the value of {name} was not URL-encoded: a server splits the value there</source>
        <translation>{name} 的值中的「&amp;」沒有 URL 編碼：伺服器會在此處拆開該值</translation>
    </message>
    <message>
        <source>Sign the sorted name=value pairs of a request. Only notifications are signed as raw bodies.</source>
        <translation>請求應簽名排序後的 name=value；只有通知才簽名原始正文。</translation>
    </message>
    <message>
        <source>the raw body was signed, as the rule for notifications has it</source>
        <translation>簽名了原始正文，那是通知的規則</translation>
    </message>
    <message>
        <source>Hash the UTF-8 bytes of the signing string, without a byte order mark.</source>
        <translation>請對簽名字串的 UTF-8 位元組（不帶位元組順序記號）計算雜湊。</translation>
    </message>
    <message>
        <source>Replace the sample&apos;s md5.js by a library that hashes UTF-8 bytes.</source>
        <translation>請將範例中的 md5.js 換成對 UTF-8 位元組計算雜湊的庫。</translation>
    </message>
    <message>
        <source>the signing string was hashed in {charset}, not in UTF-8</source>
        <translation>簽名字串按 {charset} 計算雜湊，而非 UTF-8</translation>
    </message>
    <message>
        <source>the text was misread before hashing (mojibake): {how}</source>
        <translation>文字在計算雜湊前被誤讀（亂碼）：{how}</translation>
    </message>
    <message>
        <source>only the low byte of each UTF-16 unit was hashed, as the official sample&apos;s md5.js does</source>
        <translation>只對每個 UTF-16 單元的低位位元組計算雜湊，與官方範例的 md5.js 相同</translation>
    </message>
    <message>
        <source>only the low byte of each character was hashed</source>
        <translation>只對每個字元的低位位元組計算雜湊</translation>
    </message>
    <message>
        <source>emoji became “?” before hashing</source>
        <translation>表情符號在計算雜湊前變成了「?」</translation>
    </message>
    <message>
        <source>characters that are not ASCII were left out</source>
        <translation>遺漏了非 ASCII 字元</translation>
    </message>
    <message>
        <source>emoji were left out before hashing</source>
        <translation>表情符號在計算雜湊前被遺漏</translation>
    </message>
    <message>
        <source>characters that are not ASCII became HTML references (&amp;#33590;) before hashing</source>
        <translation>非 ASCII 字元在計算雜湊前變成了 HTML 引用（&amp;#33590;）</translation>
    </message>
    <message>
        <source>UTF-8 was read as Latin-1 and encoded again</source>
        <translation>UTF-8 被讀成 Latin-1 再編碼</translation>
    </message>
    <message>
        <source>UTF-8 was read as Windows-1252 and encoded again</source>
        <translation>UTF-8 被讀成 Windows-1252 再編碼</translation>
    </message>
    <message>
        <source>UTF-8 was read as GBK and encoded again</source>
        <translation>UTF-8 被讀成 GBK 再編碼</translation>
    </message>
    <message>
        <source>UTF-8 was read as ASCII, each byte became U+FFFD</source>
        <translation>UTF-8 被讀成 ASCII，每個位元組變成 U+FFFD</translation>
    </message>
    <message>
        <source>GBK was read as UTF-8, which gave U+FFFD</source>
        <translation>GBK 被讀成 UTF-8，產生 U+FFFD</translation>
    </message>
    <message>
        <source>GBK was read as Latin-1 and encoded as UTF-8</source>
        <translation>GBK 被讀成 Latin-1，再按 UTF-8 編碼</translation>
    </message>
    <message>
        <source>The signature is right: it is the official one of these parameters and this key.</source>
        <translation>簽名正確：就是這些參數及此密鑰的官方簽名。</translation>
    </message>
    <message>
        <source>The signature is reproduced by one deviation: {cause}.</source>
        <translation>只需一處偏差即可重現此簽名——{cause}。</translation>
    </message>
    <message>
        <source>The signature is reproduced by {count} deviations together. First: {cause}.</source>
        <translation>{count} 處偏差合在一起可重現此簽名。第一處：{cause}。</translation>
    </message>
    <message>
        <source>Besides: {cause}.</source>
        <translation>此外：{cause}。</translation>
    </message>
    <message>
        <source>{count} explanations fit equally well; the signature cannot tell which is true.</source>
        <translation>有 {count} 種解釋同樣吻合；僅憑簽名無法判斷哪種屬實。</translation>
    </message>
    <message>
        <source>Nothing needs to be changed about the signature.</source>
        <translation>簽名毋須更改。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Hash the signing string once with MD5, or with SHA256 and the header X-QF-SIGNTYPE: SHA256.</source>
        <translation>請對簽名字串只計算一次雜湊：用 MD5，或用 SHA256 並帶標頭 X-QF-SIGNTYPE: SHA256。</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but the same number was sent in another form: {sent}</source>
        <translation>{name} 簽名時為 {value}，發送的卻是同一數字的另一種寫法：{sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent with decimals: {sent}</source>
        <translation>{name} 簽名時為 {value}，發送時卻帶小數：{sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, in minor units, but sent in major units: {sent}</source>
        <translation>{name} 簽名時為 {value}（以最小單位計），發送時卻以「元」為單位：{sent}</translation>
    </message>
    <message>
        <source>characters that are not ASCII became “?” (question marks) before hashing</source>
        <translation>非 ASCII 字元在計算雜湊前變成了「?」（問號）</translation>
    </message>
    <message>
        <source>characters that are not ASCII became U+FFFD (“�”) before hashing</source>
        <translation>非 ASCII 字元在計算雜湊前變成了 U+FFFD（「�」）</translation>
    </message>
    <message>
        <source>characters that are not ASCII became “?” (question marks) before hashing, emoji “??”</source>
        <translation>非 ASCII 字元在計算雜湊前變成了「?」（問號），表情符號變成了「??」</translation>
    </message>
    <message>
        <source>each byte of characters that are not ASCII became a “?” (question mark) before hashing</source>
        <translation>非 ASCII 字元的每個位元組在計算雜湊前都變成了「?」（問號）</translation>
    </message>
    <message>
        <source>Send the header X-QF-SIGNTYPE: SHA256, or sign with MD5.</source>
        <translation>請發送標頭 X-QF-SIGNTYPE: SHA256，或改用 MD5 簽名。</translation>
    </message>
    <message>
        <source>Sign with SHA256, or leave the header X-QF-SIGNTYPE out.</source>
        <translation>請用 SHA256 簽名，或略去標頭 X-QF-SIGNTYPE。</translation>
    </message>
    <message>
        <source>the string was hashed with SHA256, but the request does not say so (X-QF-SIGNTYPE)</source>
        <translation>字串按 SHA256 計算雜湊，請求卻沒有聲明（X-QF-SIGNTYPE）</translation>
    </message>
    <message>
        <source>the string was hashed with MD5, though X-QF-SIGNTYPE says SHA256</source>
        <translation>字串按 MD5 計算雜湊，X-QF-SIGNTYPE 卻寫 SHA256</translation>
    </message>
    <message>
        <source>the string was hashed with {digest} in place of {sign_type}</source>
        <translation>字串按 {digest} 而非 {sign_type} 計算雜湊</translation>
    </message>
    <message>
        <source>a digest was hashed again: {digest}</source>
        <translation>對摘要再次計算了雜湊：{digest}</translation>
    </message>
    <message>
        <source>only a part of the digest was used: {digest}</source>
        <translation>只用了摘要的一部分：{digest}</translation>
    </message>
    <message>
        <source>something stood around the text when it was hashed, as a stream writer or a buffer puts it: {digest}</source>
        <translation>計算雜湊時文字前後多了內容（流寫入器或緩衝區所加）：{digest}</translation>
    </message>
    <message>
        <source>the whole text was encoded before it was hashed: {digest}</source>
        <translation>整個文字在計算雜湊前被編碼：{digest}</translation>
    </message>
    <message>
        <source>the string was sent without hashing it: the signature is the signing string itself, not hashed</source>
        <translation>字串沒有計算雜湊就發送了：簽名就是簽名字串本身</translation>
    </message>
    <message>
        <source>a checksum was used in place of a digest: {digest}, not {sign_type}</source>
        <translation>用校驗和代替了摘要：用的是 {digest}，不是 {sign_type}</translation>
    </message>
    <message>
        <source>{digest} was used with the key as its secret; the rule is a plain digest, the key appended</source>
        <translation>使用了以 client_key 為密鑰的 {digest}；規則是末尾接上密鑰後取普通摘要</translation>
    </message>
    <message>
        <source>{digest} was used, and the key appended to the text as well; the rule is a plain digest</source>
        <translation>使用了 {digest}，又把密鑰接在文字末尾；規則是普通摘要</translation>
    </message>
    <message>
        <source>{digest} was used with its arguments swapped: the text as its secret, the key as its message</source>
        <translation>使用 {digest} 時兩個參數顛倒了：文字當作密鑰，密鑰當作訊息</translation>
    </message>
    <message>
        <source>the digest of the parameters was hashed again together with the key: {digest}</source>
        <translation>參數的摘要與密鑰一起再次計算了雜湊：{digest}</translation>
    </message>
    <message>
        <source>Write every parameter as name=value, join them with one “&amp;”, and add nothing else.</source>
        <translation>請將每個參數寫成 name=value，以一個「&amp;」連接，不加其他內容。</translation>
    </message>
    <message>
        <source>the parameters were joined with “{joiner}” in place of “&amp;”</source>
        <translation>參數以「{joiner}」而非「&amp;」連接</translation>
    </message>
    <message>
        <source>names and values were joined with “{equals}” in place of “=”</source>
        <translation>名稱及值以「{equals}」而非「=」連接</translation>
    </message>
    <message>
        <source>the parameters were joined without a separator: the “&amp;” is missing</source>
        <translation>參數連接時沒有分隔符：缺少「&amp;」</translation>
    </message>
    <message>
        <source>the “=” between name and value is missing</source>
        <translation>名稱及值之間缺少「=」</translation>
    </message>
    <message>
        <source>names and values were joined without any separators: neither “=” nor “&amp;”</source>
        <translation>名稱及值連接時沒有任何分隔符：既無「=」亦無「&amp;」</translation>
    </message>
    <message>
        <source>only the values were joined, without the names</source>
        <translation>只連接了值，沒有名稱</translation>
    </message>
    <message>
        <source>only the values were joined with “&amp;”, without the names</source>
        <translation>只用「&amp;」連接了值，沒有名稱</translation>
    </message>
    <message>
        <source>only the values were joined with commas, without the names</source>
        <translation>只用逗號連接了值，沒有名稱</translation>
    </message>
    <message>
        <source>only the values were joined with bars, without the names</source>
        <translation>只用直線連接了值，沒有名稱</translation>
    </message>
    <message>
        <source>only “=” and the values were joined, without the names</source>
        <translation>只連接了「=」及值，沒有名稱</translation>
    </message>
    <message>
        <source>only the names were joined, without the values</source>
        <translation>只連接了名稱，沒有值</translation>
    </message>
    <message>
        <source>an “&amp;” stands before the first parameter</source>
        <translation>第一個參數前有「&amp;」</translation>
    </message>
    <message>
        <source>a “?” stands before the first parameter</source>
        <translation>第一個參數前有「?」</translation>
    </message>
    <message>
        <source>the path of the URL and “?” stand before the first parameter</source>
        <translation>第一個參數前有 URL 路徑及「?」</translation>
    </message>
    <message>
        <source>the path of the URL stands before the first parameter</source>
        <translation>第一個參數前有 URL 路徑</translation>
    </message>
    <message>
        <source>the path of the URL and “&amp;” stand before the first parameter</source>
        <translation>第一個參數前有 URL 路徑及「&amp;」</translation>
    </message>
    <message>
        <source>the method and the path of the URL stand before the first parameter</source>
        <translation>第一個參數前有請求方法及 URL 路徑</translation>
    </message>
    <message>
        <source>an “&amp;” was left after the last parameter</source>
        <translation>最後一個參數後留有「&amp;」</translation>
    </message>
    <message>
        <source>braces stand around the parameters</source>
        <translation>參數外有大括號</translation>
    </message>
    <message>
        <source>double quotes stand around the parameters</source>
        <translation>參數外有雙引號</translation>
    </message>
    <message>
        <source>single quotes stand around the parameters</source>
        <translation>參數外有單引號</translation>
    </message>
    <message>
        <source>a space stands before the first parameter</source>
        <translation>第一個參數前有空格</translation>
    </message>
    <message>
        <source>a line feed stands before the first parameter</source>
        <translation>第一個參數前有換行符</translation>
    </message>
    <message>
        <source>the parameters were joined with “,”, and one more stands after the last</source>
        <translation>參數以「,」連接，末尾還多一個</translation>
    </message>
    <message>
        <source>the parameters were joined with line feeds, and one more stands after the last</source>
        <translation>參數以換行符連接，末尾還多一個</translation>
    </message>
    <message>
        <source>names and values were joined as members of JSON, without the braces</source>
        <translation>名稱及值按 JSON 成員連接，沒有大括號</translation>
    </message>
    <message>
        <source>names and values were quoted and joined with “:”, as in JSON</source>
        <translation>名稱及值加引號並以「:」連接，與 JSON 相同</translation>
    </message>
    <message>
        <source>the names were written in double quotes</source>
        <translation>名稱寫在雙引號內</translation>
    </message>
    <message>
        <source>the names were written in lower case, though names are case-sensitive</source>
        <translation>名稱寫成了小寫，而名稱區分大小寫</translation>
    </message>
    <message>
        <source>the names were written in upper case, though names are case-sensitive</source>
        <translation>名稱寫成了大寫，而名稱區分大小寫</translation>
    </message>
    <message>
        <source>the names were URL-encoded before signing</source>
        <translation>名稱在簽名前作了 URL 編碼</translation>
    </message>
    <message>
        <source>the parameters were signed as {form}, not as name=value pairs</source>
        <translation>參數按{form}簽名，而非 name=value</translation>
    </message>
    <message>
        <source>compact JSON text (the rule for notifications)</source>
        <translation>緊湊的 JSON 文字（通知的規則）</translation>
    </message>
    <message>
        <source>JSON text with spaces, as Python&apos;s json.dumps writes it</source>
        <translation>帶空格的 JSON 文字，與 Python 的 json.dumps 相同</translation>
    </message>
    <message>
        <source>compact JSON text with \uXXXX escapes</source>
        <translation>帶 \uXXXX 轉義的緊湊 JSON 文字</translation>
    </message>
    <message>
        <source>JSON text with spaces and \uXXXX escapes</source>
        <translation>帶空格及 \uXXXX 轉義的 JSON 文字</translation>
    </message>
    <message>
        <source>JSON text as PHP&apos;s json_encode writes it</source>
        <translation>PHP json_encode 寫出的 JSON 文字</translation>
    </message>
    <message>
        <source>JSON text with the amount as a number</source>
        <translation>金額為數字的 JSON 文字</translation>
    </message>
    <message>
        <source>spaced JSON with the amount as a number</source>
        <translation>金額為數字、帶空格的 JSON</translation>
    </message>
    <message>
        <source>JSON text indented by two spaces</source>
        <translation>縮排兩個空格的 JSON 文字</translation>
    </message>
    <message>
        <source>JSON text indented by four spaces</source>
        <translation>縮排四個空格的 JSON 文字</translation>
    </message>
    <message>
        <source>the print of a Python dictionary</source>
        <translation>Python 字典的輸出</translation>
    </message>
    <message>
        <source>the print of a Java Map</source>
        <translation>Java Map 的輸出</translation>
    </message>
    <message>
        <source>the text “[object Object]”</source>
        <translation>文字「[object Object]」</translation>
    </message>
    <message>
        <source>Write the JSON of {name} once into a variable; sign that text and send that very text.</source>
        <translation>請將 {name} 的 JSON 只寫入變數一次；簽名該文字，並原樣發送。</translation>
    </message>
    <message>
        <source>{name} was written as JSON a second time for signing, with other {differences}</source>
        <translation>簽名時將 {name} 另行寫成 JSON，不同之處：{differences}</translation>
    </message>
    <message>
        <source>{name} was signed as {form}, but sent as JSON</source>
        <translation>{name} 按{form}簽名，卻以 JSON 發送</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>escapes (\uXXXX against the characters themselves)</source>
        <translation>轉義（\uXXXX 與字元本身）</translation>
    </message>
    <message>
        <source>escapes (“\/” for “/”)</source>
        <translation>轉義（「\/」與「/」）</translation>
    </message>
    <message>
        <source>order of members</source>
        <translation>成員順序</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}及{second}</translation>
    </message>
    <message>
        <source>the members of {name} were signed as parameters of their own (nested form, {form}), but sent as JSON</source>
        <translation>{name} 的成員各自作為參數簽名（嵌套表單，如 {form}），但以 JSON 發送</translation>
    </message>
    <message>
        <source>the text “Array” that PHP prints for an array</source>
        <translation>PHP 輸出陣列時的文字「Array」</translation>
    </message>
    <message>
        <source>a JSON string in quotes, escaped twice</source>
        <translation>帶引號、轉義兩次的 JSON 字串</translation>
    </message>
    <message>
        <source>the print of a Go map</source>
        <translation>Go map 的輸出</translation>
    </message>
    <message>
        <source>text with single quotes in place of double ones</source>
        <translation>用單引號代替雙引號的文字</translation>
    </message>
    <message>
        <source>Append the client_key directly to the last value: no “&amp;”, no “key=”, nothing after it.</source>
        <translation>請將 client_key 直接接在最後一個值之後：不加「&amp;」，不加「key=」，其後亦不加任何內容。</translation>
    </message>
    <message>
        <source>Use the client_key exactly as QFPay gave it, of the same environment as the app code.</source>
        <translation>請完全按 QFPay 所給的使用 client_key，並與應用代碼屬於同一環境。</translation>
    </message>
    <message>
        <source>the key was joined with “&amp;key=”, WeChat&apos;s own rule</source>
        <translation>密鑰以「&amp;key=」連接，那是微信自己的規則</translation>
    </message>
    <message>
        <source>an “&amp;” stands between the last parameter and the key</source>
        <translation>最後一個參數與密鑰之間有「&amp;」</translation>
    </message>
    <message>
        <source>the key was joined with “key=”</source>
        <translation>密鑰以「key=」連接</translation>
    </message>
    <message>
        <source>the key was joined with “&amp;client_key=”</source>
        <translation>密鑰以「&amp;client_key=」連接</translation>
    </message>
    <message>
        <source>the key was joined with “{lead}”</source>
        <translation>密鑰以「{lead}」連接</translation>
    </message>
    <message>
        <source>a line feed stands between the last parameter and the key</source>
        <translation>最後一個參數與密鑰之間有換行符</translation>
    </message>
    <message>
        <source>a line break (CR LF) stands between the last parameter and the key</source>
        <translation>最後一個參數與密鑰之間有換行（CR LF）</translation>
    </message>
    <message>
        <source>a space stands between the last parameter and the key</source>
        <translation>最後一個參數與密鑰之間有空格</translation>
    </message>
    <message>
        <source>a tab stands between the last parameter and the key</source>
        <translation>最後一個參數與密鑰之間有定位字元（tab）</translation>
    </message>
    <message>
        <source>the key is missing: only the parameters were hashed</source>
        <translation>缺少密鑰：只對參數計算了雜湊</translation>
    </message>
    <message>
        <source>the text ends with “&amp;key=”, and the key itself is missing</source>
        <translation>文字以「&amp;key=」結尾，卻缺少密鑰本身</translation>
    </message>
    <message>
        <source>the text ends with “&amp;”, and the key is missing</source>
        <translation>文字以「&amp;」結尾，缺少密鑰</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters</source>
        <translation>密鑰在參數前面</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters, joined with “&amp;”</source>
        <translation>密鑰在參數前面，以「&amp;」連接</translation>
    </message>
    <message>
        <source>the key stands at both ends of the parameters</source>
        <translation>參數前後都有密鑰</translation>
    </message>
    <message>
        <source>the key stands at both ends of the parameters, joined with “&amp;”</source>
        <translation>參數前後都有密鑰，以「&amp;」連接</translation>
    </message>
    <message>
        <source>the key was appended twice</source>
        <translation>密鑰接了兩次</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters as “{name}=”</source>
        <translation>密鑰以「{name}=」寫在參數前面</translation>
    </message>
    <message>
        <source>a line feed follows the key</source>
        <translation>密鑰後有換行符</translation>
    </message>
    <message>
        <source>a space follows the key</source>
        <translation>密鑰後有空格</translation>
    </message>
    <message>
        <source>a line break (CR LF) follows the key</source>
        <translation>密鑰後有換行（CR LF）</translation>
    </message>
    <message>
        <source>a tab follows the key</source>
        <translation>密鑰後有定位字元</translation>
    </message>
    <message>
        <source>a carriage return follows the key</source>
        <translation>密鑰後有歸位字元</translation>
    </message>
    <message>
        <source>an “&amp;” follows the key</source>
        <translation>密鑰後有「&amp;」</translation>
    </message>
    <message>
        <source>a NUL character follows the key</source>
        <translation>密鑰後有 NUL 字元</translation>
    </message>
    <message>
        <source>a zero-width space follows the key</source>
        <translation>密鑰後有零寬空格</translation>
    </message>
    <message>
        <source>a no-break space follows the key</source>
        <translation>密鑰後有不換行空格</translation>
    </message>
    <message>
        <source>a byte order mark follows the key</source>
        <translation>密鑰後有位元組順序記號</translation>
    </message>
    <message>
        <source>a byte order mark stands before the key</source>
        <translation>密鑰前有位元組順序記號</translation>
    </message>
    <message>
        <source>a zero-width space stands before the key</source>
        <translation>密鑰前有零寬空格</translation>
    </message>
    <message>
        <source>a tab stands before the key</source>
        <translation>密鑰前有定位字元</translation>
    </message>
    <message>
        <source>the key was put among the parameters as {name}, and sorted with them</source>
        <translation>密鑰以 {name} 放入參數中，並一起排序</translation>
    </message>
    <message>
        <source>the key was put among the parameters as {name}, and appended as well</source>
        <translation>密鑰以 {name} 放入參數中，末尾又接了一次</translation>
    </message>
    <message>
        <source>Sort the parameters by name in plain ASCII order, case-sensitive, just before you join them.</source>
        <translation>請在連接前按名稱的 ASCII 順序排列參數，區分大小寫。</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order given</source>
        <translation>參數沒有排序：按給出的順序簽名</translation>
    </message>
    <message>
        <source>the names were sorted ignoring case, though capitals come before small letters</source>
        <translation>名稱排序時忽略了大小寫，而大寫應在小寫之前</translation>
    </message>
    <message>
        <source>the names were sorted ignoring case (as capitals), though capitals come before small letters</source>
        <translation>名稱排序時忽略了大小寫（按大寫），而大寫應在小寫之前</translation>
    </message>
    <message>
        <source>the names were sorted in descending order</source>
        <translation>名稱按降序排列</translation>
    </message>
    <message>
        <source>the names were sorted in descending order, ignoring case</source>
        <translation>名稱按降序排列，並忽略大小寫</translation>
    </message>
    <message>
        <source>the parameters were sorted by value, not by name</source>
        <translation>參數按值而非名稱排序</translation>
    </message>
    <message>
        <source>the parameters were sorted by value in descending order, not by name</source>
        <translation>參數按值的降序而非名稱排序</translation>
    </message>
    <message>
        <source>the finished “name=value” texts were sorted, which differs where one name begins another</source>
        <translation>對接好的「name=value」文字排序；名稱互為開首時結果不同</translation>
    </message>
    <message>
        <source>the finished “name=value” texts were sorted in descending order</source>
        <translation>對接好的「name=value」文字按降序排列</translation>
    </message>
    <message>
        <source>the parameters were signed in reversed order</source>
        <translation>參數按相反順序簽名</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of the documentation&apos;s table</source>
        <translation>參數沒有排序：按文件表格的順序簽名</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of a Java HashMap</source>
        <translation>參數沒有排序：按 Java HashMap 的順序簽名</translation>
    </message>
    <message>
        <source>the parameters were not sorted, and a JavaScript object put names that are numbers first</source>
        <translation>參數沒有排序，JavaScript 物件又把數字名稱排在最前</translation>
    </message>
    <message>
        <source>a JavaScript object put names that are numbers first, whatever order they were sorted in</source>
        <translation>無論如何排序，JavaScript 物件都把數字名稱排在最前</translation>
    </message>
    <message>
        <source>the names were sorted by the rules of a language (localeCompare), not in ASCII order</source>
        <translation>名稱按語言規則（localeCompare）而非 ASCII 順序排列</translation>
    </message>
    <message>
        <source>the names were sorted with their numbers by size, not in ASCII order</source>
        <translation>名稱中的數字按大小而非 ASCII 順序排列</translation>
    </message>
    <message>
        <source>the names were sorted ignoring the underscores</source>
        <translation>名稱排序時忽略了底線</translation>
    </message>
    <message>
        <source>the names were sorted with letters before the underscore, though “_” comes before small ones</source>
        <translation>名稱排序時字母在底線之前，而「_」應在小寫字母之前</translation>
    </message>
    <message>
        <source>the parameters were sorted by the length of their names</source>
        <translation>參數按名稱長度排序</translation>
    </message>
    <message>
        <source>the parameters were sorted by the length of their names, then by name</source>
        <translation>參數按名稱長度、再按名稱排序</translation>
    </message>
    <message>
        <source>the parameters were sorted by the length of their names, longest first</source>
        <translation>參數按名稱長度排序，最長者在前</translation>
    </message>
    <message>
        <source>the parameters were sorted by the first letter of their names only</source>
        <translation>參數只按名稱首字母排序</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of a Java HashMap ({size} buckets)</source>
        <translation>參數沒有排序：按 Java HashMap（{size} 個桶）的順序簽名</translation>
    </message>
    <message>
        <source>the finished “name=value” texts were not sorted: they stand in the order of a Java HashSet ({size} buckets)</source>
        <translation>拼好的「name=value」文字沒有排序：按 Java HashSet（{size} 個桶）的順序排列</translation>
    </message>
    <message>
        <source>the parameters were sorted by value, numbers by size (PHP&apos;s asort or arsort), not by name</source>
        <translation>參數按值排序（數字按大小，即 PHP 的 asort 或 arsort），而不是按名稱排序</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order of a Java Hashtable (hash order)</source>
        <translation>參數沒有排序：按 Java Hashtable（雜湊）的順序簽名</translation>
    </message>
    <message>
        <source>{name} was appended after the parameters had been sorted</source>
        <translation>{name} 是在參數排序之後才接上的</translation>
    </message>
    <message>
        <source>the parameters were sorted, but {name} stands in front of all</source>
        <translation>參數已排序，但 {name} 放在最前</translation>
    </message>
    <message>
        <source>all parameters were sorted but {name}, which stands in the wrong place</source>
        <translation>參數均已排序，唯 {name} 位置不對</translation>
    </message>
    <message>
        <source>the key of “{name}” was used in place of this merchant&apos;s</source>
        <translation>使用了「{name}」的密鑰，而非此商戶的</translation>
    </message>
    <message>
        <source>the app code was used in place of the key</source>
        <translation>用應用代碼代替了密鑰</translation>
    </message>
    <message>
        <source>the app code was appended together with the key</source>
        <translation>應用代碼與密鑰一起接在末尾</translation>
    </message>
    <message>
        <source>the value of {name} was used in place of the key</source>
        <translation>用 {name} 的值代替了密鑰</translation>
    </message>
    <message>
        <source>the key was trimmed</source>
        <translation>密鑰去除了首尾空白</translation>
    </message>
    <message>
        <source>invisible characters were taken out of the key</source>
        <translation>密鑰去除了隱藏字元</translation>
    </message>
    <message>
        <source>the key was written in lower case</source>
        <translation>密鑰寫成了小寫</translation>
    </message>
    <message>
        <source>the key was written in upper case</source>
        <translation>密鑰寫成了大寫</translation>
    </message>
    <message>
        <source>capitals and small letters of the key were swapped</source>
        <translation>密鑰的大小寫互換了</translation>
    </message>
    <message>
        <source>a space stands before the key</source>
        <translation>密鑰前有空格</translation>
    </message>
    <message>
        <source>the last character of the key is missing</source>
        <translation>缺少密鑰的最後一個字元</translation>
    </message>
    <message>
        <source>only the first {count} characters of the key were used</source>
        <translation>只用了密鑰的前 {count} 個字元</translation>
    </message>
    <message>
        <source>only the last {count} characters of the key were used</source>
        <translation>只用了密鑰的後 {count} 個字元</translation>
    </message>
    <message>
        <source>the key was written twice</source>
        <translation>密鑰寫了兩次</translation>
    </message>
    <message>
        <source>the first character of the key is missing</source>
        <translation>缺少密鑰的第一個字元</translation>
    </message>
    <message>
        <source>the key was used with {marks} around it</source>
        <translation>密鑰外帶有 {marks}</translation>
    </message>
    <message>
        <source>the MD5 of the key was used in place of the key</source>
        <translation>用密鑰的 MD5 代替了密鑰</translation>
    </message>
    <message>
        <source>the upper-case MD5 of the key was used in place of the key</source>
        <translation>用密鑰的大寫 MD5 代替了密鑰</translation>
    </message>
    <message>
        <source>the SHA256 of the key was used in place of the key</source>
        <translation>用密鑰的 SHA256 代替了密鑰</translation>
    </message>
    <message>
        <source>the key was encoded in base64</source>
        <translation>密鑰作了 base64 編碼</translation>
    </message>
    <message>
        <source>the key was written in hex</source>
        <translation>密鑰寫成了十六進制</translation>
    </message>
    <message>
        <source>the key was written in upper-case hex</source>
        <translation>密鑰寫成了大寫十六進制</translation>
    </message>
    <message>
        <source>the key was URL-encoded</source>
        <translation>密鑰作了 URL 編碼</translation>
    </message>
    <message>
        <source>the key was reversed</source>
        <translation>密鑰被顛倒</translation>
    </message>
    <message>
        <source>the key was decoded from base64</source>
        <translation>密鑰作了 base64 解碼</translation>
    </message>
    <message>
        <source>the key was decoded from hex</source>
        <translation>密鑰作了十六進制解碼</translation>
    </message>
    <message>
        <source>characters that look alike were mixed up in the key</source>
        <translation>密鑰中混淆了形似的字元</translation>
    </message>
    <message>
        <source>{name} was signed a day apart from what was sent ({value})</source>
        <translation>{name} 簽名時的日期與發送的相差一天（{value}）</translation>
    </message>
    <message>
        <source>{name} was signed with its seconds set to 00 ({value})</source>
        <translation>{name} 簽名時秒數被設為 00（{value}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent misread (mojibake): {sent}</source>
        <translation>{name} 簽名時為 {value}，發送的卻是亂碼：{sent}</translation>
    </message>
    <message>
        <source>Hand the raw values to the library that writes the body: it encodes them, once.</source>
        <translation>把原始值交給寫請求主體的程式庫，由它編碼一次。</translation>
    </message>
    <message>
        <source>URL-encoded, and all of it written in lower case</source>
        <translation>作了 URL 編碼並全部轉為小寫</translation>
    </message>
    <message>
        <source>URL-encoded by .NET&apos;s UrlEncode, and all of it written in lower case</source>
        <translation>以 .NET 的 UrlEncode 作了 URL 編碼並全部轉為小寫</translation>
    </message>
    <message>
        <source>written in simplified Chinese (traditional characters were sent)</source>
        <translation>寫成了簡體字（發送的是繁體字）</translation>
    </message>
    <message>
        <source>written in traditional Chinese (simplified characters were sent)</source>
        <translation>寫成了繁體字（發送的是簡體字）</translation>
    </message>
    <message>
        <source>{name} was signed: a signature is never part of the text it signs</source>
        <translation>{name} 參與了簽名：簽名不屬於被簽名的文字</translation>
    </message>
    <message>
        <source>each byte of the digest was written in three digits</source>
        <translation>摘要的每個位元組寫成了三位數字</translation>
    </message>
    <message>
        <source>the bytes of the digest were printed as a list of hex numbers or escapes (0x…, \x…)</source>
        <translation>摘要的各位元組被輸出為十六進位數或跳脫字元的清單（0x…、\x…）</translation>
    </message>
    <message>
        <source>the bytes of the digest were written in octal</source>
        <translation>摘要的各位元組以八進位寫出</translation>
    </message>
    <message>
        <source>the hex digits of the digest were sent in groups, with marks between them</source>
        <translation>摘要的十六進位數字分組發送，組間帶有分隔符</translation>
    </message>
    <message>
        <source>letters stand in the signature where digits look like them (O for 0, l or I for 1)</source>
        <translation>簽名中本應為數字之處是形近的字母（O 代替 0，l 或 I 代替 1）</translation>
    </message>
    <message>
        <source>the digest was sent in base64 behind a label (the name of the digest), not in hex</source>
        <translation>摘要以 base64 發送，前面帶有標籤（摘要演算法名稱），而非十六進位</translation>
    </message>
    <message>
        <source>the digest was sent in base58 or base62, not in hex</source>
        <translation>摘要以 base58 或 base62 發送，而非十六進位</translation>
    </message>
    <message>
        <source>the text was never hashed: Go&apos;s Sum(b) puts b in front of a digest of nothing, so the signing string was sent in hex</source>
        <translation>文字根本沒有計算雜湊：Go 的 Sum(b) 只是把 b 放在空內容的摘要之前，因此發送的是待簽名串的十六進位</translation>
    </message>
    <message>
        <source>the digest was sent as an octal number, not in hex</source>
        <translation>摘要以八進制數發送，而不是十六進制</translation>
    </message>
    <message>
        <source>the digest was sent in base85 (Ascii85), not in hex</source>
        <translation>摘要以 base85（Ascii85）發送，而不是十六進制</translation>
    </message>
    <message>
        <source>the digest was sent uuencoded, not in hex</source>
        <translation>摘要以 uuencode 發送，而不是十六進制</translation>
    </message>
    <message>
        <source>the key was filled up to {count} characters with {what}</source>
        <translation>密鑰用{what}補足到 {count} 個字元</translation>
    </message>
    <message>
        <source>the key was mistyped at character {place}</source>
        <translation>密鑰的第 {place} 個字元輸錯</translation>
    </message>
    <message>
        <source>the key was decoded from {what} to bytes, and these were read as text in {how}</source>
        <translation>密鑰由 {what} 解碼成位元組，位元組又按 {how} 讀成了文字</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the month counted one too many, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}：月份多數了一，發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>the name of a variable, or a placeholder, was used in place of the key and never filled in: {what}</source>
        <translation>用了變數名稱或佔位符代替密鑰，沒有填入真正的密鑰：{what}</translation>
    </message>
    <message>
        <source>a Mongolian vowel separator (invisible)</source>
        <translation>一個蒙古文元音分隔符（不可見）</translation>
    </message>
    <message>
        <source>a Hangul filler (invisible)</source>
        <translation>一個韓文填充符（不可見）</translation>
    </message>
    <message>
        <source>a variation selector (invisible)</source>
        <translation>一個異體選擇符（不可見）</translation>
    </message>
    <message>
        <source>a function application mark (invisible)</source>
        <translation>一個函數應用符（不可見）</translation>
    </message>
    <message>
        <source>an invisible separator</source>
        <translation>一個不可見的分隔符</translation>
    </message>
    <message>
        <source>a combining grapheme joiner (invisible)</source>
        <translation>一個組合用字形連接符（不可見）</translation>
    </message>
    <message>
        <source>an Arabic letter mark (invisible)</source>
        <translation>一個阿拉伯字母標記（不可見）</translation>
    </message>
    <message>
        <source>a form feed</source>
        <translation>一個換頁符</translation>
    </message>
    <message>
        <source>a vertical tab</source>
        <translation>一個垂直定位字元</translation>
    </message>
    <message>
        <source>a line break and blanks (a line that was wrapped)</source>
        <translation>一個換行和空格（被折行）</translation>
    </message>
    <message>
        <source>the soft line break of a mail in quoted-printable (=)</source>
        <translation>電郵 quoted-printable 編碼的軟換行（=）</translation>
    </message>
    <message>
        <source>a hyphen and a line break (hyphenation)</source>
        <translation>一個連字號和一個換行（斷詞）</translation>
    </message>
    <message>
        <source>a backslash and a line break (a continued line)</source>
        <translation>一個反斜線和一個換行（續行）</translation>
    </message>
    <message>
        <source>a line break and a mail&apos;s mark of quotation</source>
        <translation>一個換行和電郵的引用符號</translation>
    </message>
    <message>
        <source>the tag of a line break, &lt;br&gt;</source>
        <translation>換行標籤 &lt;br&gt;</translation>
    </message>
    <message>
        <source>two blanks (spaces)</source>
        <translation>兩個空格</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in Arabic digits, but sent as {sent}</source>
        <translation>{name} 簽名時寫作 {value}：用了阿拉伯文數字，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: another currency, or another name of it, than {sent}</source>
        <translation>{name} 簽名時寫作 {value}：與發送的 {sent} 不是同一幣種，或是幣種的另一種寫法</translation>
    </message>
    <message>
        <source>the key was {how}, and not used as it is</source>
        <translation>密鑰沒有原樣使用：{how}</translation>
    </message>
    <message>
        <source>the {digest} of the key was used in place of the key</source>
        <translation>用了密鑰的 {digest} 代替密鑰本身</translation>
    </message>
    <message>
        <source>the key was used with its characters in another order or not all of them: {how}</source>
        <translation>使用密鑰時字元次序不同，或沒有用全部字元：{how}</translation>
    </message>
    <message>
        <source>only the key was hashed: the parameters were lost (a digest begun anew, an empty text)</source>
        <translation>只對密鑰做了雜湊：參數遺失了（摘要被重新開始，或文字為空）</translation>
    </message>
    <message>
        <source>nothing was hashed: the signature is the digest of an empty text</source>
        <translation>甚麼都沒有雜湊：簽名是空文字的摘要</translation>
    </message>
    <message>
        <source>the characters of the joined text were joined or sorted one by one, as a list: {how}</source>
        <translation>拼接好的文字被當作列表，逐個字元再拼接或排序：{how}</translation>
    </message>
    <message>
        <source>the joined parameters were cut at an end, by a character too many or at the wrong end</source>
        <translation>拼接好的參數在一端被截斷：多截了一個字元，或截錯了一端</translation>
    </message>
    <message>
        <source>the whole signing string was cut at an end: its first or last character is missing</source>
        <translation>整個簽名字串在一端被截斷：缺少首字元或末字元</translation>
    </message>
    <message>
        <source>the text was taken in twice: a digest was updated with all of it, or a part, once more</source>
        <translation>文字被計入兩次：摘要又用全部或一部分文字更新了一次</translation>
    </message>
    <message>
        <source>the key stands in front of the parameters, joined with “{gap}”</source>
        <translation>密鑰位於參數之前，以「{gap}」連接</translation>
    </message>
    <message>
        <source>the joined parameters were encoded in {how} before the key was appended</source>
        <translation>拼接後的參數在附加密鑰之前被編碼為 {how}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but a program&apos;s print of it was sent: {sent} ({maker})</source>
        <translation>{name} 簽名時為 {value}，發送的卻是程式對它的列印形式：{sent}（{maker}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but sent in major units: {sent}</source>
        <translation>{name} 簽名時為 {value}，發送時卻以「元」為單位：{sent}</translation>
    </message>
    <message>
        <source>the text “{text}” was used in place of the key</source>
        <translation>用文字「{text}」代替了密鑰</translation>
    </message>
    <message>
        <source>Sign exactly the parameters that the body carries, and send exactly those that you sign.</source>
        <translation>簽名的參數須與正文所帶的完全一致，不多不少。</translation>
    </message>
    <message>
        <source>Leave an empty parameter out of both the signing string and the body.</source>
        <translation>空的參數請在簽名字串及正文中都略去。</translation>
    </message>
    <message>
        <source>Leave what travels in headers out of the signing string: only parameters are signed.</source>
        <translation>透過標頭傳送的內容不要寫入簽名字串：只簽名參數。</translation>
    </message>
    <message>
        <source>{name} was sent in the body but not signed: a signature is never part of the text it signs</source>
        <translation>{name} 隨正文發送但沒有簽名：簽名從不屬於它所簽的文字</translation>
    </message>
    <message>
        <source>Take {name} out of the body: signature and sign type travel in the headers X-QF-SIGN and X-QF-SIGNTYPE. Whether the server minds it in the body is not documented.</source>
        <translation>請把 {name} 從正文中移除：簽名及簽名類型放在請求標頭 X-QF-SIGN 及 X-QF-SIGNTYPE 中。伺服器是否接受正文中帶有它，文件沒有說明。</translation>
    </message>
    <message>
        <source>{name} was sent but not signed</source>
        <translation>{name} 已發送，但未簽名</translation>
    </message>
    <message>
        <source>{name} is empty: it was sent but not signed</source>
        <translation>{name} 為空：已發送，但未簽名</translation>
    </message>
    <message>
        <source>{name} was signed but not sent</source>
        <translation>{name} 已簽名，但未發送</translation>
    </message>
    <message>
        <source>the app code was signed as {name}, though it travels in a header</source>
        <translation>應用代碼以 {name} 參與了簽名，而它透過標頭傳送</translation>
    </message>
    <message>
        <source>the sign type was signed as {name}, though it travels in a header</source>
        <translation>簽名類型以 {name} 參與了簽名，而它透過標頭傳送</translation>
    </message>
    <message>
        <source>the signature itself was signed as “{name}={value}”, though it travels in a header</source>
        <translation>簽名本身以「{name}={value}」參與了簽名，而它透過標頭傳送</translation>
    </message>
    <message>
        <source>{name} was signed empty, but not sent</source>
        <translation>{name} 以空值簽名，但未發送</translation>
    </message>
    <message>
        <source>{name} was signed as the text “{value}”, but not sent</source>
        <translation>{name} 以文字「{value}」簽名，但未發送</translation>
    </message>
    <message>
        <source>{name} was signed with its usual value, but not sent</source>
        <translation>{name} 以常用值簽名，但未發送</translation>
    </message>
    <message>
        <source>{name} was signed without its value</source>
        <translation>{name} 簽名時沒有值</translation>
    </message>
    <message>
        <source>{name} was sent as the text “{value}”, but signed empty</source>
        <translation>{name} 以文字「{value}」發送，簽名時卻為空</translation>
    </message>
    <message>
        <source>{name} was signed as the text “{value}”</source>
        <translation>{name} 以文字「{value}」簽名</translation>
    </message>
    <message>
        <source>the empty parameters were sent but not signed</source>
        <translation>空的參數已發送，但未簽名</translation>
    </message>
    <message>
        <source>parameters that hold nothing (empty, null, 0) were sent but not signed</source>
        <translation>沒有值的參數（空、null、0）已發送，但未簽名</translation>
    </message>
    <message>
        <source>only documented parameters were signed, further ones were sent</source>
        <translation>只簽名了文件所載參數，卻還發送了其他參數</translation>
    </message>
    <message>
        <source>only the mandatory parameters were signed, optional ones were sent too</source>
        <translation>只簽名了必填參數，卻還發送了可選參數</translation>
    </message>
    <message>
        <source>sign, sign_type or app_code were sent but not signed</source>
        <translation>sign、sign_type 或 app_code 已發送，但未簽名</translation>
    </message>
    <message>
        <source>a name was sent twice, and signed once</source>
        <translation>同一名稱發送了兩次，簽名一次</translation>
    </message>
    <message>
        <source>parameters that were not sent were signed as “name={value}”: {names}</source>
        <translation>未發送的參數以「name={value}」參與了簽名：{names}</translation>
    </message>
    <message>
        <source>{name} was signed as milliseconds since 1970 ({value}), but sent as a date</source>
        <translation>{name} 按 1970 年以來的毫秒數簽名（{value}），但按日期發送</translation>
    </message>
    <message>
        <source>the names were {how}, though names are case-sensitive</source>
        <translation>名稱{how}，但名稱區分大小寫</translation>
    </message>
    <message>
        <source>URL-encoded as {maker} does it</source>
        <translation>按 {maker} 的方式作 URL 編碼</translation>
    </message>
    <message>
        <source>JSON-escaped as {maker} does it</source>
        <translation>按 {maker} 的方式作 JSON 轉義</translation>
    </message>
    <message>
        <source>HTML-escaped as {maker} does it, with references</source>
        <translation>按 {maker} 的方式作 HTML 轉義（字元引用）</translation>
    </message>
    <message>
        <source>written with escapes as {maker} writes them</source>
        <translation>按 {maker} 的方式寫成轉義序列</translation>
    </message>
    <message>
        <source>written with other capitals ({maker})</source>
        <translation>大小寫被改寫（{maker}）</translation>
    </message>
    <message>
        <source>cleaned or changed by a filter ({maker})</source>
        <translation>被過濾器清理或改動（{maker}）</translation>
    </message>
    <message>
        <source>misread (mojibake): {written} was read as {read}</source>
        <translation>被讀成亂碼：{written} 被當作 {read} 讀取</translation>
    </message>
    <message>
        <source>Send the digest as plain hex digits, nothing before, between or after them.</source>
        <translation>摘要請以純十六進制數字發送，前後及中間都不加任何內容。</translation>
    </message>
    <message>
        <source>the bytes of the digest were printed as a list of numbers, not in hex</source>
        <translation>摘要的位元組列印成了一列數字，而非十六進制</translation>
    </message>
    <message>
        <source>the digest was sent in base64, not in hex</source>
        <translation>摘要以 base64 而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent in base64 without padding (“=”), not in hex</source>
        <translation>摘要以不帶填充（「=」）的 base64 而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent in URL-safe base64, not in hex</source>
        <translation>摘要以 URL 安全的 base64 而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent in base64 twice, not in hex</source>
        <translation>摘要以兩次 base64 而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was written in base64, and that in hex once more</source>
        <translation>摘要寫成 base64，又再寫成十六進制</translation>
    </message>
    <message>
        <source>the digest was sent in base32, not in hex</source>
        <translation>摘要以 base32 而非十六進制發送</translation>
    </message>
    <message>
        <source>the hex digest was sent in base64 once more</source>
        <translation>十六進制摘要又作了 base64 編碼後發送</translation>
    </message>
    <message>
        <source>the upper-case hex digest was sent in base64 once more</source>
        <translation>大寫十六進制摘要又作了 base64 編碼後發送</translation>
    </message>
    <message>
        <source>the hex digest was sent in base64 once more, of its characters in UTF-16</source>
        <translation>十六進制摘要的 UTF-16 字元又作了 base64 編碼後發送</translation>
    </message>
    <message>
        <source>the hex digest was written in hex once more</source>
        <translation>十六進制摘要又寫成了十六進制</translation>
    </message>
    <message>
        <source>other text in hex stands in front of the digest: Go&apos;s Sum(b) prepends b to the digest, unhashed</source>
        <translation>摘要前面有其他文字的十六進制：Go 的 Sum(b) 把 b 原樣加在摘要前面，不計算雜湊</translation>
    </message>
    <message>
        <source>{name} was made a second time, or counted on: signed {value}, sent {sent} ({apart} apart at its end)</source>
        <translation>{name} 生成了兩次，或又遞增了：簽名的是 {value}，發送的是 {sent}（末尾相差 {apart}）</translation>
    </message>
    <message>
        <source>a line feed</source>
        <translation>換行字元</translation>
    </message>
    <message>
        <source>a line break (CR LF)</source>
        <translation>換行（CR LF）</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>歸位字元</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>定位字元</translation>
    </message>
    <message>
        <source>a blank (space)</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>a no-break space</source>
        <translation>不間斷空格</translation>
    </message>
    <message>
        <source>an ideographic space (full-width blank)</source>
        <translation>全形空格</translation>
    </message>
    <message>
        <source>a thin space</source>
        <translation>窄空格（thin space）</translation>
    </message>
    <message>
        <source>a narrow no-break space</source>
        <translation>窄不間斷空格</translation>
    </message>
    <message>
        <source>a hair space</source>
        <translation>極窄空格（hair space）</translation>
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
        <translation>零寬空格</translation>
    </message>
    <message>
        <source>a zero-width non-joiner</source>
        <translation>零寬不連字元</translation>
    </message>
    <message>
        <source>a zero-width joiner</source>
        <translation>零寬連字元</translation>
    </message>
    <message>
        <source>a word joiner (invisible)</source>
        <translation>詞連接符（不可見）</translation>
    </message>
    <message>
        <source>a soft hyphen (invisible)</source>
        <translation>軟連字號（不可見）</translation>
    </message>
    <message>
        <source>a left-to-right mark (invisible)</source>
        <translation>從左到右記號（不可見）</translation>
    </message>
    <message>
        <source>a right-to-left mark (invisible)</source>
        <translation>從右到左記號（不可見）</translation>
    </message>
    <message>
        <source>a left-to-right embedding (invisible)</source>
        <translation>從左到右嵌入符（不可見）</translation>
    </message>
    <message>
        <source>a pop directional formatting mark (invisible)</source>
        <translation>方向格式結束符（不可見）</translation>
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
        <translation>位元組順序記號（BOM）</translation>
    </message>
    <message>
        <source>a replacement character (U+FFFD)</source>
        <translation>替換字元（U+FFFD）</translation>
    </message>
    <message>
        <source>a middle dot</source>
        <translation>間隔號</translation>
    </message>
    <message>
        <source>a line separator and a line feed</source>
        <translation>行分隔符及換行字元</translation>
    </message>
    <message>
        <source>the two characters “\n”</source>
        <translation>「\n」這兩個字元</translation>
    </message>
    <message>
        <source>the four characters “\r\n”</source>
        <translation>「\r\n」這四個字元</translation>
    </message>
    <message>
        <source>a backslash</source>
        <translation>反斜線</translation>
    </message>
    <message>
        <source>a NUL character</source>
        <translation>NUL 字元</translation>
    </message>
    <message>
        <source>{what} stands inside the key, after character {count} (at position {place})</source>
        <translation>密鑰中間第 {count} 個字元之後（位置 {place}）夾有{what}</translation>
    </message>
    <message>
        <source>{what} follows the key</source>
        <translation>密鑰之後有{what}</translation>
    </message>
    <message>
        <source>{what} stands before the key</source>
        <translation>密鑰之前有{what}</translation>
    </message>
    <message>
        <source>the key was copied together with “{what}”</source>
        <translation>複製密鑰時連同「{what}」一起複製了</translation>
    </message>
    <message>
        <source>character {place} of the key is missing (lost)</source>
        <translation>密鑰的第 {place} 個字元缺失</translation>
    </message>
    <message>
        <source>character {place} of the key is doubled</source>
        <translation>密鑰的第 {place} 個字元重複了</translation>
    </message>
    <message>
        <source>characters {place} and {next} of the key are swapped (transposed)</source>
        <translation>密鑰的第 {place} 及第 {next} 個字元互換了</translation>
    </message>
    <message>
        <source>the key has one character too many, at character {place}</source>
        <translation>密鑰在第 {place} 個字元處多了一個字元</translation>
    </message>
    <message>
        <source>character {place} of the key is a look-alike of another alphabet (full-width, Cyrillic, Greek)</source>
        <translation>密鑰的第 {place} 個字元是另一種字母表中的形似字元（全形、西里爾或希臘字母）</translation>
    </message>
    <message>
        <source>letters of the key are look-alikes of another alphabet ({alphabet})</source>
        <translation>密鑰的字母是另一種字母表中的形似字元（{alphabet}）</translation>
    </message>
    <message>
        <source>the key was used twice in a row, joined by {what}</source>
        <translation>密鑰連用了兩次，中間以{what}相接</translation>
    </message>
    <message>
        <source>the key was cut into groups by “{what}” (dashes or blanks, as a UUID has them)</source>
        <translation>密鑰被「{what}」分成了幾組（如 UUID 的連字號或空格）</translation>
    </message>
    <message>
        <source>the marks between the groups of the key (dashes, as a UUID has them) are missing</source>
        <translation>密鑰各組之間的記號（如 UUID 的連字號）缺失</translation>
    </message>
    <message>
        <source>the app code was used together with the key, {what} between them</source>
        <translation>app code 與密鑰一併被用作密鑰，中間是{what}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, but another print of that time was sent: {sent}</source>
        <translation>{name} 簽名時為 {value}，發送的卻是同一時間的另一種寫法：{sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}, with a fraction of a second, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（帶秒的小數部分），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>自 1970 年起的秒數</translation>
    </message>
    <message>
        <source>milliseconds since 1970</source>
        <translation>自 1970 年起的毫秒數</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: another character, “{put}” at place {place} in place of “{sent}”</source>
        <translation>{name} 簽名時為 {value}：第 {place} 個字元是「{put}」，而非「{sent}」</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: one character more, “{put}” at place {place}</source>
        <translation>{name} 簽名時為 {value}：第 {place} 位多了一個字元「{put}」</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: character {place} simplified or traditional (“{put}” for “{sent}”)</source>
        <translation>{name} 簽名時為 {value}：第 {place} 個字元簡繁不同（「{put}」代替「{sent}」）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: with “{put}” in place of every “{sent}”</source>
        <translation>{name} 簽名時為 {value}：所有「{sent}」都成了「{put}」</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: without any “{sent}”</source>
        <translation>{name} 簽名時為 {value}：去掉了所有「{sent}」</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in full-width digits, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（全形數字），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in Chinese numerals, but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（中文數字），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a stretch of time ({maker}), but sent as {sent}</source>
        <translation>{name} 簽名時為 {value}（時間長度的寫法：{maker}），發送的卻是 {sent}</translation>
    </message>
    <message>
        <source>“{front}” stands after the key, at the end of the signing string</source>
        <translation>待簽名串末尾、密鑰之後有「{front}」</translation>
    </message>
    <message>
        <source>the key was written otherwise: {how}</source>
        <translation>密鑰換了寫法：{how}</translation>
    </message>
    <message>
        <source>a piece of the key, “{what}”, was swallowed: a shell, a template or Perl took it for a variable</source>
        <translation>密鑰中的「{what}」被吞掉了：Shell、範本或 Perl 把它當成了變數</translation>
    </message>
    <message>
        <source>the key was cut at its “{what}”: only the first {count} characters were used</source>
        <translation>密鑰在「{what}」處被截斷：只用了前 {count} 個字元</translation>
    </message>
    <message>
        <source>the key was read as a number, as a spreadsheet does, and written as {form}</source>
        <translation>密鑰像在試算表中那樣被讀成數字，寫成了 {form}</translation>
    </message>
    <message>
        <source>the key was decoded from {what} to bytes</source>
        <translation>密鑰被從 {what} 解碼成了位元組</translation>
    </message>
    <message>
        <source>a program&apos;s print of the key was used: {form} ({what})</source>
        <translation>用了程式列印的密鑰：{form}（{what}）</translation>
    </message>
    <message>
        <source>the key was used masked, with “{what}” for its middle</source>
        <translation>用了遮蓋過的密鑰，中間是「{what}」</translation>
    </message>
    <message>
        <source>the key was joined with “{lead}” in front and “{tail}” behind it</source>
        <translation>密鑰以前面的「{lead}」及後面的「{tail}」連接</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a program&apos;s own print of that time, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：這是程式自己列印的時間，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: letters of the date pattern mixed up, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：日期格式的字母用混了，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the month counted from 0, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：月份從 0 數起，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value} ({unit}), but sent as {sent}</source>
        <translation>{name} 簽名為 {value}（{unit}），但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: no time at all, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：根本不是時間，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>microseconds since 1970</source>
        <translation>1970 年以來的微秒數</translation>
    </message>
    <message>
        <source>nanoseconds since 1970</source>
        <translation>1970 年以來的納秒數</translation>
    </message>
    <message>
        <source>ticks of .NET, tenths of a microsecond since year 1</source>
        <translation>.NET 的 ticks：公元 1 年以來的十分之一微秒數</translation>
    </message>
    <message>
        <source>a file time (FILETIME) of Windows</source>
        <translation>Windows 的檔案時間（FILETIME）</translation>
    </message>
    <message>
        <source>the serial number of a spreadsheet&apos;s date</source>
        <translation>試算表日期的序列號</translation>
    </message>
    <message>
        <source>a count of days</source>
        <translation>日數</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: without character {place} (“{sent}”)</source>
        <translation>{name} 簽名為 {value}：少了第 {place} 個字元（「{sent}」）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: character {place} doubled (“{sent}”)</source>
        <translation>{name} 簽名為 {value}：第 {place} 個字元重複了（「{sent}」）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: characters {place} and {next} swapped (transposed)</source>
        <translation>{name} 簽名為 {value}：第 {place} 及第 {next} 個字元互換了</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the same number written otherwise, with an exponent (e+), but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：同一個數寫成了帶指數（e+）的形式，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a number type&apos;s print of {sent} ({maker})</source>
        <translation>{name} 簽名為 {value}：這是某種數字類型列印的 {sent}（{maker}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: with thousands separators, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：帶千位分隔符，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: written as money, with a currency or in major units, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：寫成了帶幣種或以元為單位的金額，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a rational number (fraction), but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：寫成了有理數（分數），但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: written in another base (hexadecimal, octal, binary), but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：寫成了另一種進制（十六、八或二進制），但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: in another unit, {factor} times what was sent ({sent})</source>
        <translation>{name} 簽名為 {value}：用了另一種單位，是所發送的 {factor} 倍（{sent}）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the same number written with zeros or blanks in front or behind, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：同一個數的前後加了零或空格，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: rounded by single precision (float), in floating point, but sent as {sent}</source>
        <translation>{name} 簽名為 {value}：被單精度浮點數（float）捨入，但發送的是 {sent}</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: the character with that number (rune, chr), not its digits</source>
        <translation>{name} 簽名為 {value}：這是該編號的字元（rune、chr），而不是數字</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: cut to the size of an integer type, a number gone over its limit</source>
        <translation>{name} 簽名為 {value}：被截到某種整數類型的大小，數字超出了上限</translation>
    </message>
    <message>
        <source>the parameters were not sorted: they were signed in the order {names}, which no rule gives (a map or set that lists its members at random, as in Go, Perl or Python)</source>
        <translation>參數沒有排序：按 {names} 的順序簽名，沒有規則會得出此順序（如 Go、Perl 或 Python 中隨機列出成員的映射或集合）</translation>
    </message>
    <message>
        <source>{name} was signed as {value}: a program&apos;s print of the value ({maker}), not the value itself</source>
        <translation>{name} 簽名為 {value}：這是程式列印的值（{maker}），而不是值本身</translation>
    </message>
    <message>
        <source>{name} was signed as “{value}”: true and false are written otherwise than sent (“{sent}”)</source>
        <translation>{name} 簽名為「{value}」：真假值的寫法與發送的（「{sent}」）不同</translation>
    </message>
    <message>
        <source>{name} was signed as the text “{value}”, a language&apos;s print of nothing, but sent as “{sent}”</source>
        <translation>{name} 簽名為文字「{value}」（某種語言列印的空值），但發送的是「{sent}」</translation>
    </message>
    <message>
        <source>{name} was signed empty, without its value, but sent as “{sent}”</source>
        <translation>{name} 簽名時為空、沒有值，但發送的是「{sent}」</translation>
    </message>
    <message>
        <source>{name} was signed as a program&apos;s print of its members: {value} ({maker}), but sent as JSON</source>
        <translation>{name} 按程式列印的成員簽名：{value}（{maker}），但以 JSON 發送</translation>
    </message>
    <message>
        <source>the parameters were signed as a program&apos;s print of them ({form}), not as name=value pairs joined by “&amp;”</source>
        <translation>參數按程式列印的形式（{form}）簽名，而不是以「&amp;」連接的 name=value</translation>
    </message>
    <message>
        <source>the sorting lost the names (keys): the values were signed with numbers, as {form}</source>
        <translation>排序時丟失了名稱（鍵）：值以序號簽名，如 {form}</translation>
    </message>
    <message>
        <source>names and values were swapped: signed as {form}</source>
        <translation>名稱與值顛倒了：簽名為 {form}</translation>
    </message>
    <message>
        <source>the key was printed among the parameters as {name} ({form}), not appended</source>
        <translation>密鑰作為 {name} 列印在參數之中（{form}），而沒有接在末尾</translation>
    </message>
    <message>
        <source>“{front}” (a method, a path, an address URL or other text) stands in front of the parameters</source>
        <translation>參數之前有「{front}」（方法、路徑、URL 地址或其他文字）</translation>
    </message>
    <message>
        <source>“{front}” stands between the last parameter and the key</source>
        <translation>最後一個參數與密鑰之間有「{front}」</translation>
    </message>
    <message>
        <source>the app code stands beside the parameters in the signing string, though it travels in a header</source>
        <translation>簽名字串中參數旁邊有 app code，但它應放在請求標頭中</translation>
    </message>
    <message>
        <source>names and values were sorted apart from each other: values stand under other names</source>
        <translation>名稱和值分別排序：值落在了別的名稱之下</translation>
    </message>
    <message>
        <source>the sorting lost the names (keys): only the values were signed, sorted by value, joined by “{joiner}”</source>
        <translation>排序時丟失了名稱（鍵）：只簽名了按值排序的值，以「{joiner}」連接</translation>
    </message>
    <message>
        <source>zeros at the start of the digest are missing, as Java&apos;s BigInteger drops them</source>
        <translation>摘要開首的零缺失，Java 的 BigInteger 會略去</translation>
    </message>
    <message>
        <source>bytes of the digest below 16 were written with one digit: a zero is missing</source>
        <translation>摘要中小於 16 的位元組只寫了一位：缺少零</translation>
    </message>
    <message>
        <source>negative bytes of the digest were written as “ffffff…”, as Java&apos;s Integer.toHexString does</source>
        <translation>摘要中的負位元組寫成了「ffffff…」，與 Java 的 Integer.toHexString 相同</translation>
    </message>
    <message>
        <source>the first character of the signature is missing</source>
        <translation>缺少簽名的第一個字元</translation>
    </message>
    <message>
        <source>the last character of the signature is missing</source>
        <translation>缺少簽名的最後一個字元</translation>
    </message>
    <message>
        <source>Use the same spelling in the signing string and in the body: the one of the documentation.</source>
        <translation>簽名字串與正文請用同一拼法：以文件為準。</translation>
    </message>
    <message>
        <source>{name} was signed under the name {other}</source>
        <translation>{name} 以名稱 {other} 簽名</translation>
    </message>
    <message>
        <source>the names were signed in another spelling than sent, such as {name}</source>
        <translation>簽名所用名稱的拼法與發送的不同，例如 {name}</translation>
    </message>
    <message>
        <source>the hex digest was written in hex once more, in UTF-16</source>
        <translation>十六進制摘要又以 UTF-16 寫成十六進制</translation>
    </message>
    <message>
        <source>the bytes of the digest were sent with marks between them (separated)</source>
        <translation>摘要的位元組之間帶有分隔記號</translation>
    </message>
    <message>
        <source>the digest was sent as a UUID, with dashes</source>
        <translation>摘要以 UUID 形式（帶連字號）發送</translation>
    </message>
    <message>
        <source>the digest was sent as a UUID of version 3, which overwrites some bits (nameUUIDFromBytes)</source>
        <translation>摘要以版本 3 的 UUID 發送，其中某些位被改寫（nameUUIDFromBytes）</translation>
    </message>
    <message>
        <source>the digest was sent as a GUID of .NET (UUID), whose first bytes are in reversed order (little-endian)</source>
        <translation>摘要以 .NET 的 GUID（UUID）發送，其開首的位元組順序相反（小端序）</translation>
    </message>
    <message>
        <source>the digest was printed as a list of signed bytes (numbers from -128 to 127), not in hex</source>
        <translation>摘要列印成了一列有符號位元組（-128 至 127 的數字），而非十六進制</translation>
    </message>
    <message>
        <source>the bytes of the digest were written in decimal, with nothing between them</source>
        <translation>摘要的位元組寫成了十進制，中間沒有分隔</translation>
    </message>
    <message>
        <source>the digest was written as decimal words of four bytes</source>
        <translation>摘要寫成了每四個位元組一個的十進制數</translation>
    </message>
    <message>
        <source>a program&apos;s print of the digest&apos;s bytes was sent, not its hex digits</source>
        <translation>發送了程式列印的摘要位元組，而不是十六進制數字</translation>
    </message>
    <message>
        <source>the digest&apos;s bytes were sent as characters (URL-encoded, percent), not in hex</source>
        <translation>摘要的位元組以字元（URL 編碼的百分號形式）而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent as a decimal number, not in hex</source>
        <translation>摘要以十進制數而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent as a decimal number of its bytes in reversed order (little-endian)</source>
        <translation>摘要以位元組順序相反（小端序）的十進制數發送</translation>
    </message>
    <message>
        <source>the digest was sent as a decimal number with its sign, as Java&apos;s BigInteger makes of it (negative)</source>
        <translation>摘要以帶符號的十進制數發送，如 Java 的 BigInteger 所得（負數）</translation>
    </message>
    <message>
        <source>the digest was read as a negative number with a sign, as Java&apos;s BigInteger does</source>
        <translation>摘要被讀成帶符號的負數，如 Java 的 BigInteger 所為</translation>
    </message>
    <message>
        <source>the digest was sent as a number of base 36, not in hex</source>
        <translation>摘要以 36 進制數而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent as binary digits (bits), not in hex</source>
        <translation>摘要以二進制位而非十六進制發送</translation>
    </message>
    <message>
        <source>the digest was sent backwards (reversed)</source>
        <translation>摘要被倒序發送</translation>
    </message>
    <message>
        <source>the bytes of the digest were sent in reversed order</source>
        <translation>摘要的位元組以相反的順序發送</translation>
    </message>
    <message>
        <source>the halves of each byte were swapped: the low nibble first, as unpack(&quot;h*&quot;) does</source>
        <translation>每個位元組的兩半顛倒了：低四位在前，如 unpack(&quot;h*&quot;) 所為</translation>
    </message>
    <message>
        <source>the bytes of the digest stand in the order of little-endian words (endian)</source>
        <translation>摘要的位元組按小端序的字排列</translation>
    </message>
    <message>
        <source>the digest was sent twice in a row (doubled)</source>
        <translation>摘要連續發送了兩次</translation>
    </message>
    <message>
        <source>the signature was sent with what the tool printed around it: a label (stdin), or the blanks and the dash or file name of md5sum</source>
        <translation>簽名連同工具列印的內容一起發送：標籤（stdin），或 md5sum 的空格與連字號或檔案名稱</translation>
    </message>
    <message>
        <source>the signature was sent with other text around it (a label or quotes)</source>
        <translation>簽名前後帶有其他文字（標籤或引號）</translation>
    </message>
    <message>
        <source>it was sent as plain text</source>
        <translation>以明文發送</translation>
    </message>
    <message>
        <source>the string was sent in base64</source>
        <translation>字串以 base64 發送</translation>
    </message>
    <message>
        <source>the string was sent in hex</source>
        <translation>字串以十六進制發送</translation>
    </message>
    <message>
        <source>The signing string is the right one.</source>
        <translation>簽名字串正確。</translation>
    </message>
    <message>
        <source>The signing string is the right one, as far as it is shown: the key is left out.</source>
        <translation>簽名字串就所示部分而言正確：密鑰已略去。</translation>
    </message>
    <message>
        <source>The signing string differs from the right one from character {place} on: {found} in place of {right}.</source>
        <translation>簽名字串從第 {place} 個字元起與正確的不同：是 {found}，應為 {right}。</translation>
    </message>
    <message>
        <source>The signing string goes on after the right one has ended: {found}.</source>
        <translation>正確的簽名字串已結束，此處卻還有：{found}。</translation>
    </message>
    <message>
        <source>The signing string ends where the right one goes on with {right}.</source>
        <translation>簽名字串到此結束，正確的後面還有 {right}。</translation>
    </message>
    <message>
        <source>Not in it: {names}.</source>
        <translation>其中沒有：{names}。</translation>
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
        <translation>{name} 按 UTC 簽名（{value}），卻按本地時間發送，晚八小時</translation>
    </message>
    <message>
        <source>{name} was signed in UTC+8 ({value}), but sent in UTC, eight hours earlier</source>
        <translation>{name} 按 UTC+8 簽名（{value}），卻按 UTC 發送，早八小時</translation>
    </message>
    <message>
        <source>{name} was signed in another time zone ({value}) than sent</source>
        <translation>{name} 簽名（{value}）與發送的時區不同</translation>
    </message>
    <message>
        <source>{name} was read from the clock twice: signed {value}, sent {seconds} s apart</source>
        <translation>{name} 讀取了兩次時鐘：簽名為 {value}，發送時相差 {seconds} 秒</translation>
    </message>
    <message>
        <source>{name} was signed in another form ({value}) than sent</source>
        <translation>{name} 簽名（{value}）與發送的格式不同</translation>
    </message>
    <message>
        <source>{name} was signed in ISO form ({value}), but sent in another</source>
        <translation>{name} 按 ISO 格式簽名（{value}），卻以另一格式發送</translation>
    </message>
    <message>
        <source>{name} was signed as seconds since 1970 ({value}), but sent as a date</source>
        <translation>{name} 按 1970 年起的秒數簽名（{value}），卻以日期發送</translation>
    </message>
    <message>
        <source>{name} was signed with a 12-hour clock (hh for HH: {value})</source>
        <translation>{name} 按 12 小時制簽名（HH 寫成了 hh：{value}）</translation>
    </message>
    <message>
        <source>{name} was signed with a wrong date pattern (mm and MM mixed up: {value})</source>
        <translation>{name} 簽名時日期格式有誤（混淆了 mm 及 MM：{value}）</translation>
    </message>
    <message>
        <source>Keep the value in one variable, and use that for the signing string and the body.</source>
        <translation>請將值儲存在一個變數中，簽名字串及正文都用它。</translation>
    </message>
    <message>
        <source>Clean the value once, before it is signed and sent.</source>
        <translation>請在簽名及發送之前只清理一次該值。</translation>
    </message>
    <message>
        <source>{name} was signed with a line feed after it</source>
        <translation>{name} 簽名時末尾多了換行符</translation>
    </message>
    <message>
        <source>{name} was signed with a space after it</source>
        <translation>{name} 簽名時末尾多了空格</translation>
    </message>
    <message>
        <source>{name} was signed with a line break (CR LF) after it</source>
        <translation>{name} 簽名時末尾多了換行（CR LF）</translation>
    </message>
    <message>
        <source>{name} was signed with a tab after it</source>
        <translation>{name} 簽名時末尾多了定位字元</translation>
    </message>
    <message>
        <source>{name} was signed with a carriage return after it</source>
        <translation>{name} 簽名時末尾多了歸位字元</translation>
    </message>
    <message>
        <source>{name} was signed with a NUL character after it</source>
        <translation>{name} 簽名時末尾多了 NUL 字元</translation>
    </message>
    <message>
        <source>{name} was signed with a zero-width space after it</source>
        <translation>{name} 簽名時末尾多了零寬空格</translation>
    </message>
    <message>
        <source>{name} was signed with a no-break space after it</source>
        <translation>{name} 簽名時末尾多了不換行空格</translation>
    </message>
    <message>
        <source>{name} was signed with a byte order mark after it</source>
        <translation>{name} 簽名時末尾多了位元組順序記號</translation>
    </message>
    <message>
        <source>{name} was signed with a space before it</source>
        <translation>{name} 簽名時開首多了空格</translation>
    </message>
    <message>
        <source>{name} was signed with a byte order mark before it</source>
        <translation>{name} 簽名時開首多了位元組順序記號</translation>
    </message>
    <message>
        <source>{name} was signed with a zero-width space before it</source>
        <translation>{name} 簽名時開首多了零寬空格</translation>
    </message>
    <message>
        <source>{name} was signed with a line feed before it</source>
        <translation>{name} 簽名時開首多了換行符</translation>
    </message>
    <message>
        <source>{name} was signed with a tab before it</source>
        <translation>{name} 簽名時開首多了定位字元</translation>
    </message>
    <message>
        <source>{name} was signed cut to {length} characters</source>
        <translation>{name} 簽名時截短為 {length} 個字元</translation>
    </message>
    <message>
        <source>{name} was signed without its last character</source>
        <translation>{name} 簽名時少了最後一個字元</translation>
    </message>
    <message>
        <source>{name} was signed without its first character</source>
        <translation>{name} 簽名時少了第一個字元</translation>
    </message>
    <message>
        <source>{name} went through a number type, and was signed as {value}</source>
        <translation>{name} 經過數字類型，簽名時為 {value}</translation>
    </message>
    <message>
        <source>{name} was signed with or without the slash at its end</source>
        <translation>{name} 簽名時末尾斜線的有無與發送的不同</translation>
    </message>
    <message>
        <source>{name} was signed with the other of http and https</source>
        <translation>{name} 簽名時 http 與 https 與發送的相反</translation>
    </message>
    <message>
        <source>{name} was signed without what follows “{mark}”</source>
        <translation>{name} 簽名時少了「{mark}」之後的內容</translation>
    </message>
    <message>
        <source>Sign the very values that the body decodes to: raw, neither encoded, escaped nor cleaned.</source>
        <translation>請簽名正文解碼所得的值：原樣，不編碼、不轉義、不清理。</translation>
    </message>
    <message>
        <source>the values were {how} before signing, which changes {names}</source>
        <translation>簽名前對各值做了處理：{how}，因而改變了 {names}</translation>
    </message>
    <message>
        <source>the joined string was {how} before the key was appended</source>
        <translation>接上密鑰前對接好的字串做了處理：{how}</translation>
    </message>
    <message>
        <source>the whole signing string, key included, was {how} before hashing</source>
        <translation>計算雜湊前對整個簽名字串（含密鑰）做了處理：{how}</translation>
    </message>
    <message>
        <source>{name} was {how} before signing</source>
        <translation>簽名前對 {name} 做了處理：{how}</translation>
    </message>
    <message>
        <source>{names} was signed URL-decoded, as the value itself, but sent URL-encoded twice: once by the program, once by the library that wrote the body</source>
        <translation>{names} 簽名時是解碼後的原值，但發送時被 URL 編碼了兩次：程式編碼一次，寫請求主體的程式庫又編碼一次</translation>
    </message>
    <message>
        <source>URL-encoded (a space as “+”)</source>
        <translation>URL 編碼（空格為「+」）</translation>
    </message>
    <message>
        <source>URL-encoded (a space as “%20”)</source>
        <translation>URL 編碼（空格為「%20」）</translation>
    </message>
    <message>
        <source>URL-encoded by encodeURIComponent</source>
        <translation>用 encodeURIComponent 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded by encodeURI</source>
        <translation>用 encodeURI 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded with lower-case hex</source>
        <translation>URL 編碼，十六進制小寫</translation>
    </message>
    <message>
        <source>URL-encoded with lower-case hex and “%20” for a space</source>
        <translation>URL 編碼，十六進制小寫，空格為「%20」</translation>
    </message>
    <message>
        <source>URL-encoded by Java&apos;s URLEncoder</source>
        <translation>用 Java 的 URLEncoder 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded by PHP&apos;s urlencode</source>
        <translation>用 PHP 的 urlencode 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded by .NET&apos;s UrlEncode</source>
        <translation>用 .NET 的 UrlEncode 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded by Python&apos;s quote</source>
        <translation>用 Python 的 quote 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded by JavaScript&apos;s old escape()</source>
        <translation>用 JavaScript 舊的 escape() 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded in GBK</source>
        <translation>按 GBK 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded in GBK with “%20” for a space</source>
        <translation>按 GBK 作 URL 編碼，空格為「%20」</translation>
    </message>
    <message>
        <source>URL-encoded in Big5</source>
        <translation>按 Big5 作 URL 編碼</translation>
    </message>
    <message>
        <source>URL-encoded twice</source>
        <translation>URL 編碼兩次</translation>
    </message>
    <message>
        <source>URL-encoded twice (a space as “%2520”)</source>
        <translation>URL 編碼兩次（空格為「%2520」）</translation>
    </message>
    <message>
        <source>URL-encoded twice by encodeURIComponent</source>
        <translation>用 encodeURIComponent 作 URL 編碼兩次</translation>
    </message>
    <message>
        <source>URL-decoded</source>
        <translation>URL 解碼</translation>
    </message>
    <message>
        <source>URL-decoded, “+” kept</source>
        <translation>URL 解碼，保留「+」</translation>
    </message>
    <message>
        <source>URL-encoded where they are not ASCII</source>
        <translation>對非 ASCII 字元作 URL 編碼</translation>
    </message>
    <message>
        <source>written with “+” for each space</source>
        <translation>空格寫成「+」</translation>
    </message>
    <message>
        <source>URL-encoded only as to spaces (“%20”)</source>
        <translation>只對空格作 URL 編碼（「%20」）</translation>
    </message>
    <message>
        <source>written with a space for each “+”</source>
        <translation>「+」寫成空格</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot;)</source>
        <translation>HTML 轉義（&amp;amp; &amp;quot;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;#039;)</source>
        <translation>HTML 轉義（&amp;amp; &amp;quot; &amp;#039;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;#39;)</source>
        <translation>HTML 轉義（&amp;amp; &amp;quot; &amp;#39;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;#x27;)</source>
        <translation>HTML 轉義（&amp;amp; &amp;quot; &amp;#x27;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;quot; &amp;apos;)</source>
        <translation>HTML 轉義（&amp;amp; &amp;quot; &amp;apos;）</translation>
    </message>
    <message>
        <source>HTML-escaped (&amp;amp; &amp;lt; &amp;gt;)</source>
        <translation>HTML 轉義（&amp;amp; &amp;lt; &amp;gt;）</translation>
    </message>
    <message>
        <source>HTML-decoded</source>
        <translation>HTML 解碼</translation>
    </message>
    <message>
        <source>stripped of HTML tags</source>
        <translation>去除 HTML 標籤</translation>
    </message>
    <message>
        <source>quoted as JSON strings</source>
        <translation>加引號成 JSON 字串</translation>
    </message>
    <message>
        <source>quoted as JSON strings with \uXXXX escapes</source>
        <translation>加引號成 JSON 字串，帶 \uXXXX 轉義</translation>
    </message>
    <message>
        <source>JSON-escaped (quotes and backslashes)</source>
        <translation>JSON 轉義（引號及反斜線）</translation>
    </message>
    <message>
        <source>JSON-escaped, with \uXXXX</source>
        <translation>JSON 轉義，帶 \uXXXX</translation>
    </message>
    <message>
        <source>JSON-escaped, slashes too</source>
        <translation>JSON 轉義，斜線亦轉義</translation>
    </message>
    <message>
        <source>put in single quotes</source>
        <translation>加單引號</translation>
    </message>
    <message>
        <source>put in double quotes</source>
        <translation>加雙引號</translation>
    </message>
    <message>
        <source>escaped with backslashes (addslashes)</source>
        <translation>用反斜線轉義（addslashes）</translation>
    </message>
    <message>
        <source>written with “\/” for “/”, as PHP&apos;s json_encode does</source>
        <translation>「/」寫成「\/」，與 PHP 的 json_encode 相同</translation>
    </message>
    <message>
        <source>written with doubled backslashes</source>
        <translation>反斜線寫兩次</translation>
    </message>
    <message>
        <source>stripped of backslashes</source>
        <translation>去除反斜線</translation>
    </message>
    <message>
        <source>written with \uXXXX escapes</source>
        <translation>寫成 \uXXXX 轉義</translation>
    </message>
    <message>
        <source>written with \uXXXX in capitals</source>
        <translation>寫成大寫的 \uXXXX</translation>
    </message>
    <message>
        <source>signed with their \uXXXX decoded</source>
        <translation>解碼 \uXXXX</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>去除首尾空格</translation>
    </message>
    <message>
        <source>trimmed of every kind of white space</source>
        <translation>去除首尾各種空白</translation>
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
        <translation>多個空格合為一個</translation>
    </message>
    <message>
        <source>stripped of line breaks</source>
        <translation>去除換行</translation>
    </message>
    <message>
        <source>written with LF line breaks</source>
        <translation>換行寫成 LF</translation>
    </message>
    <message>
        <source>written with CRLF line breaks</source>
        <translation>換行寫成 CRLF</translation>
    </message>
    <message>
        <source>stripped of invisible characters</source>
        <translation>去除隱藏字元</translation>
    </message>
    <message>
        <source>written in lower case</source>
        <translation>寫成小寫</translation>
    </message>
    <message>
        <source>written in upper case</source>
        <translation>寫成大寫</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFC (composed, where decomposed ones were sent)</source>
        <translation>轉成 Unicode NFC（合成形式，發送的是分解形式）</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFD (decomposed: accents apart, as macOS does)</source>
        <translation>轉成 Unicode NFD（分解形式：重音分開，與 macOS 相同）</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFKC (full-width becomes plain)</source>
        <translation>轉成 Unicode NFKC（全形變半形）</translation>
    </message>
    <message>
        <source>brought to the Unicode form NFKD</source>
        <translation>轉成 Unicode NFKD</translation>
    </message>
    <message>
        <source>written with plain in place of full-width characters</source>
        <translation>全形字元寫成普通字元</translation>
    </message>
    <message>
        <source>written in full-width characters</source>
        <translation>寫成全形字元</translation>
    </message>
    <message>
        <source>stripped of everything that is not ASCII</source>
        <translation>去除所有非 ASCII 字元</translation>
    </message>
    <message>
        <source>stripped of emoji</source>
        <translation>去除表情符號</translation>
    </message>
    <message>
        <source>written in base64</source>
        <translation>寫成 base64</translation>
    </message>
</context>
<context>
    <name>DoorBar</name>
    <message>
        <source>Copy for a program</source>
        <translation>複製給程式用</translation>
    </message>
    <message>
        <source>Copied: base_url; app_code and client_key stay the merchant’s own</source>
        <translation>已複製：base_url；app_code 和 client_key 仍用商戶自己的</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>無地址</translation>
    </message>
    <message>
        <source>The simulator is not running.</source>
        <translation>模擬器未運行。</translation>
    </message>
    <message>
        <source>base_url, as a line of name=value; the program keeps its own app_code and client_key</source>
        <translation>base_url，一行 名稱=值；程式保留自己的 app_code 和 client_key</translation>
    </message>
    <message>
        <source>base_url, app_code and client_key of the simulator&apos;s demo merchant, as lines of name=value. A program may as well keep the app_code and key of one of your profiles: it is verified with that key.</source>
        <translation>模擬器示範商戶的 base_url、app_code 和 client_key，每行 名稱=值。程式也可以沿用您某個商戶設定的 app_code 和密鑰：將用該密鑰驗簽。</translation>
    </message>
    <message>
        <source>Forget what was seen</source>
        <translation>清除已看到的請求</translation>
    </message>
    <message>
        <source>Copied: base_url, app_code and client_key of the demo merchant</source>
        <translation>已複製：示範商戶的 base_url、app_code 和 client_key</translation>
    </message>
</context>
<context>
    <name>EndedView</name>
    <message>
        <source>Show the sequence</source>
        <translation>查看時序圖</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次調用</translation>
    </message>
    <message>
        <source>The simulator failed</source>
        <translation>模擬器出錯</translation>
    </message>
    <message>
        <source>Fault: {name}</source>
        <translation>錯誤：{name}</translation>
    </message>
    <message>
        <source>Call wx.requestPayment again with the same pay_params</source>
        <translation>用同一 pay_params 再次調用 wx.requestPayment</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>時序圖</translation>
    </message>
</context>
<context>
    <name>EndpointChooser</name>
    <message>
        <source>Call</source>
        <translation>介面</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>&amp;AppID of the merchant&apos;s Mini Program</source>
        <translation>商戶小程序的 AppID(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Domain to check</source>
        <translation>要檢查的域名(&amp;D)</translation>
    </message>
    <message>
        <source>What the phone &amp;answered (errMsg)</source>
        <translation>手機上的回答 errMsg(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Environments</name>
    <message>
        <source>Simulated on this machine: no account, no network, no money.</source>
        <translation>本機模擬：毋須賬戶、網絡或資金。</translation>
    </message>
    <message>
        <source>Real money, real settlement. Every request is confirmed first.</source>
        <translation>真實資金，真實結算。每個請求發送前均須確認。</translation>
    </message>
    <message>
        <source>Real payments, real money moves, nothing is settled: refund at once.</source>
        <translation>真實付款，資金實際轉移，但不結算：請即時退款。</translation>
    </message>
    <message>
        <source>Simulates card payments only. WeChat Mini Program payments (800213) have no documented sandbox: use the simulator, or a small real payment on live testing.</source>
        <translation>僅模擬銀行卡支付。文件未見微信小程序支付（800213）的沙盒：請使用模擬器，或在線上測試環境進行一筆小額真實付款。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>Your own base URL. It is treated with the care of a real environment.</source>
        <translation>你自行填寫的 API 網址。會按真實環境謹慎處理。</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Singapore, Malaysia</source>
        <translation>新加坡、馬來西亞</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>泰國</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>印尼</translation>
    </message>
    <message>
        <source>Dubai</source>
        <translation>杜拜</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>歐洲</translation>
    </message>
    <message>
        <source>Production · {region}</source>
        <translation>正式環境 · {region}</translation>
    </message>
    <message>
        <source>Live testing · {region}</source>
        <translation>線上測試 · {region}</translation>
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
        <translation>{name}（線上測試）</translation>
    </message>
    <message>
        <source>{name} (production)</source>
        <translation>{name}（正式環境）</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模擬器</translation>
    </message>
    <message>
        <source>Sandbox (cards only)</source>
        <translation>沙盒（僅銀行卡）</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中國內地</translation>
    </message>
    <message>
        <source>The base URL takes plain ASCII without spaces, like https://openapi-hk.qfapi.com.</source>
        <translation>API 網址只可以是不含空格的 ASCII 字元，例如 https://openapi-hk.qfapi.com。</translation>
    </message>
    <message>
        <source>The base URL takes no user name, query or fragment: leave only scheme, host, path.</source>
        <translation>API 網址不可含使用者名稱、查詢參數或片段：只保留通訊協定、主機及路徑。</translation>
    </message>
    <message>
        <source>The base URL cannot be read: write it like https://openapi-hk.qfapi.com.</source>
        <translation>無法識別 API 網址：請寫成 https://openapi-hk.qfapi.com 的形式。</translation>
    </message>
    <message>
        <source>The base URL needs a scheme and a host, like https://openapi-hk.qfapi.com.</source>
        <translation>API 網址須含通訊協定及主機，例如 https://openapi-hk.qfapi.com。</translation>
    </message>
    <message>
        <source>Plain http goes to this machine only: use https:// for {host}.</source>
        <translation>明文 http 只可發往本機：{host} 請使用 https://。</translation>
    </message>
</context>
<context>
    <name>ExaminedPage</name>
    <message>
        <source>Changes no signature, but breaks the payment</source>
        <translation>不影響簽名，但會使付款失敗</translation>
    </message>
    <message>
        <source>This signing string is right.</source>
        <translation>此簽名字串正確。</translation>
    </message>
    <message>
        <source>If what comes of it is still refused, paste the signature that was sent.</source>
        <translation>如由此得出的簽名仍被拒絕，請貼上所發送的簽名。</translation>
    </message>
    <message>
        <source>Well signed: this is the right signature of these parameters and this key.</source>
        <translation>簽名無誤：就是這些參數及此密鑰的正確簽名。</translation>
    </message>
    <message>
        <source>Still 1108? Then the signature is not what is wrong.</source>
        <translation>仍傳回 1108？那麼問題不在簽名。</translation>
    </message>
    <message>
        <source>The key is the profile&apos;s, not the one in the paste. {more}</source>
        <translation>使用的是商戶設定中的密鑰，而非貼上的內容中的密鑰。{more}</translation>
    </message>
    <message>
        <source>As the paste reads at first sight, the signature would be wrong. Ask for the body that was sent.</source>
        <translation>按貼上內容的第一種讀法，簽名會是錯誤的。請索取實際發送的請求內容。</translation>
    </message>
    <message>
        <source>Right if {name} was not sent.</source>
        <translation>如果沒有發送 {name}，則正確。</translation>
    </message>
    <message>
        <source>Right if the value of {name} is really “{value}”.</source>
        <translation>如果 {name} 的值確實是「{value}」，則正確。</translation>
    </message>
    <message>
        <source>The paste can be read in two ways; the cause rests on the first.</source>
        <translation>貼上內容有兩種讀法；原因基於第一種。</translation>
    </message>
    <message>
        <source>{name} may also be “{value}”.</source>
        <translation>{name} 也可能是「{value}」。</translation>
    </message>
    <message>
        <source>No known mistake reproduces this signature.</source>
        <translation>沒有已知錯誤能重現此簽名。</translation>
    </message>
    <message>
        <source>No known mistake makes this signing string.</source>
        <translation>沒有已知錯誤會得出此簽名字串。</translation>
    </message>
    <message>
        <source>{tried} candidates in {seconds} s, one, two and three mistakes at a time. The chance of a false hit was one in 10{power}.</source>
        <translation>{seconds} 秒內嘗試了 {tried} 種候選，包括同時一個、兩個和三個錯誤。誤命中的機率為 10{power} 分之一。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Tried:</source>
        <translation>已嘗試：</translation>
    </message>
    <message>
        <source>Not tried:</source>
        <translation>未嘗試：</translation>
    </message>
    <message>
        <source>A value that changed after signing cannot be seen.</source>
        <translation>無法看出簽名之後被改動的值。</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>前往 {name}</translation>
    </message>
    <message>
        <source>Perhaps the paste is not what was signed: order number and time are often made anew.</source>
        <translation>貼上的內容可能不是簽名時的內容：訂單編號及時間常會重新產生。</translation>
    </message>
    <message>
        <source>Well signed, still 1108: what is left, the likely first</source>
        <translation>簽名無誤，卻仍為 1108：餘下的可能原因，可能性大者在前</translation>
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
        <translation>尋找原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for the cause …</source>
        <translation>正在尋找原因…</translation>
    </message>
    <message>
        <source>Single, double and triple mistakes are tried.</source>
        <translation>會嘗試一處、兩處及三處錯誤。</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Copy as a picture</source>
        <translation>複製為圖片</translation>
    </message>
    <message>
        <source>Copy as Mermaid text</source>
        <translation>複製為 Mermaid 文字</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or Mermaid …</source>
        <translation>另存為 PNG、SVG 或 Mermaid…</translation>
    </message>
    <message>
        <source>Copied: the diagram as a picture</source>
        <translation>已複製：時序圖（圖片）</translation>
    </message>
    <message>
        <source>Copied: the diagram as Mermaid text</source>
        <translation>已複製：時序圖（Mermaid 文字）</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG 圖片 (*.svg)</translation>
    </message>
    <message>
        <source>Mermaid text (*.mmd)</source>
        <translation>Mermaid 文字 (*.mmd)</translation>
    </message>
    <message>
        <source>Save the diagram</source>
        <translation>儲存時序圖</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>FailureMenu</name>
    <message>
        <source>Let its time run out</source>
        <translation>令訂單逾時</translation>
    </message>
    <message>
        <source>The order expires now, with the sheet still open</source>
        <translation>訂單即時過期，收銀台仍開著</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A fault of this program in {place} ({kind}): it did not finish what it was doing. The window goes on; Help → Open the log says where.</source>
        <translation>本程式在{place}中出錯（{kind}），正在做的事沒有做完。視窗可繼續使用；「說明」→「開啟日誌」中有具體位置。</translation>
    </message>
    <message>
        <source>QFPay Tester crashed the last time. Help → Open the log says where.</source>
        <translation>QFPay Tester 上次異常結束。「說明」→「開啟日誌」中有具體位置。</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>the bar</source>
        <translation>頂列</translation>
    </message>
    <message>
        <source>the merchant’s case</source>
        <translation>問題排查</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>歷史記錄</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>the openid dialog</source>
        <translation>openid 對話框</translation>
    </message>
    <message>
        <source>the orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>輪詢</translation>
    </message>
    <message>
        <source>the profiles</source>
        <translation>商戶設定</translation>
    </message>
    <message>
        <source>the Mini Program project</source>
        <translation>小程序專案</translation>
    </message>
    <message>
        <source>the reply</source>
        <translation>回應</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>發送</translation>
    </message>
    <message>
        <source>the sequence</source>
        <translation>時序圖</translation>
    </message>
    <message>
        <source>the payment sheet</source>
        <translation>收銀台</translation>
    </message>
    <message>
        <source>the signature</source>
        <translation>簽名</translation>
    </message>
</context>
<context>
    <name>FieldLine</name>
    <message>
        <source>Remove them</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Options for {name} (Ctrl+.)</source>
        <translation>{name} 的選項（Ctrl+.）</translation>
    </message>
    <message>
        <source>New on every send. Press to keep this value.</source>
        <translation>每次發送時重新產生。按一下以保留此值。</translation>
    </message>
    <message>
        <source>Pinned. Press to make a new value on every send.</source>
        <translation>已固定。按一下則每次發送時重新產生。</translation>
    </message>
</context>
<context>
    <name>FieldsTable</name>
    <message>
        <source>Copied: the value of {name}</source>
        <translation>已複製：{name} 的值</translation>
    </message>
    <message>
        <source>Copied: {count} names and values</source>
        <translation>已複製：{count} 組名稱及值</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>複製值</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>複製名稱及值</translation>
    </message>
</context>
<context>
    <name>FileHandle</name>
    <message>
        <source>{name}: drag it out of here</source>
        <translation>{name}：可從此處拖出</translation>
    </message>
    <message>
        <source>Drag the document as a file into a mail, a chat or a folder</source>
        <translation>將文件以檔案形式拖到電郵、聊天或資料夾中</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All environments</source>
        <translation>所有環境</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>尋找結果</translation>
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
        <translation>錯誤</translation>
    </message>
    <message>
        <source>May be the reason</source>
        <translation>可能是原因</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>供參考</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>What is noticed about this request</source>
        <translation>對此請求的發現</translation>
    </message>
</context>
<context>
    <name>FirstHint</name>
    <message>
        <source>{send} sends this example to the simulator. {paste} reads a merchant&apos;s request and says what is wrong with it.</source>
        <translation>{send}：將此範例發送至模擬器。{paste}：讀取商戶的請求並指出問題。</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>關閉此提示</translation>
    </message>
</context>
<context>
    <name>FixCode</name>
    <message>
        <source>Language of the line</source>
        <translation>程式碼語言</translation>
    </message>
    <message>
        <source>Copy this line of code</source>
        <translation>複製這行程式碼</translation>
    </message>
    <message>
        <source>Copied: the line of code</source>
        <translation>已複製：程式碼行</translation>
    </message>
</context>
<context>
    <name>ForgetMenu</name>
    <message>
        <source>Delete entries older than</source>
        <translation>刪除早於以下時間的記錄</translation>
    </message>
    <message>
        <source>Keep entries for</source>
        <translation>記錄保留時間</translation>
    </message>
    <message>
        <source>All entries that are not pinned …</source>
        <translation>所有未固定的記錄…</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 日</translation>
    </message>
</context>
<context>
    <name>FormLine</name>
    <message>
        <source>Split into fields</source>
        <translation>分拆至各欄</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>移除</translation>
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
        <translation>加入參數</translation>
    </message>
</context>
<context>
    <name>FurtherRow</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Send although empty</source>
        <translation>留空仍發送</translation>
    </message>
    <message>
        <source>Remove this parameter</source>
        <translation>刪除此參數</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不發送</translation>
    </message>
</context>
<context>
    <name>Guards</name>
    <message>
        <source>Not sent: production takes no request that is wrong on purpose ({mistake}).</source>
        <translation>未發送：正式環境不接受故意出錯的請求（{mistake}）。</translation>
    </message>
    <message>
        <source>Not sent: production takes no request with a known fault. {field}: {headline}</source>
        <translation>未發送：正式環境不接受有已知錯誤的請求。{field}：{headline}</translation>
    </message>
    <message>
        <source>This order number was sent before</source>
        <translation>此訂單編號曾經發送</translation>
    </message>
    <message>
        <source>Query production?</source>
        <translation>查詢正式環境？</translation>
    </message>
    <message>
        <source>Refund in production?</source>
        <translation>在正式環境退款？</translation>
    </message>
    <message>
        <source>Close an order in production?</source>
        <translation>關閉正式環境的訂單？</translation>
    </message>
    <message>
        <source>Reverse an order in production?</source>
        <translation>沖正正式環境的訂單？</translation>
    </message>
    <message>
        <source>This makes a real order with real money.</source>
        <translation>這會建立真實訂單，涉及真實資金。</translation>
    </message>
    <message>
        <source>This only reads: no order is changed, and no money moves.</source>
        <translation>這只讀取資料：不更改任何訂單，亦不轉移資金。</translation>
    </message>
    <message>
        <source>This gives real money back to the customer. A refund cannot be undone.</source>
        <translation>這會將真實資金退給顧客。退款無法撤銷。</translation>
    </message>
    <message>
        <source>This ends a real order: nobody can pay it any more.</source>
        <translation>這會結束一筆真實訂單：之後無人可再付款。</translation>
    </message>
    <message>
        <source>Query production</source>
        <translation>查詢正式環境</translation>
    </message>
    <message>
        <source>Refund in production</source>
        <translation>在正式環境退款</translation>
    </message>
    <message>
        <source>Close in production</source>
        <translation>在正式環境關閉</translation>
    </message>
    <message>
        <source>Reverse in production</source>
        <translation>在正式環境沖正</translation>
    </message>
    <message>
        <source>The simulator is not running: nothing can be sent to it.</source>
        <translation>模擬器沒有運行：無法向它發送。</translation>
    </message>
    <message>
        <source>the simulator</source>
        <translation>模擬器</translation>
    </message>
    <message>
        <source>Send the same number again</source>
        <translation>以同一訂單編號再發送</translation>
    </message>
    <message>
        <source>Refund more than is left?</source>
        <translation>退款超過可退餘額？</translation>
    </message>
    <message>
        <source>Refund anyway</source>
        <translation>仍然退款</translation>
    </message>
    <message>
        <source>A request is on its way</source>
        <translation>有請求正在途中</translation>
    </message>
    <message>
        <source>Closing now stops waiting for its answer, and whether it arrived is then unknown. The orders table keeps it as “outcome unknown”: query it at the next start.</source>
        <translation>現在關閉視窗即停止等待回應，此後無法得知請求是否已到達。訂單表會將其記為「結果不明」：請在下次啟動時查詢。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然關閉</translation>
    </message>
    <message>
        <source>Send to production?</source>
        <translation>發送至正式環境？</translation>
    </message>
    <message>
        <source>{number} went to {host} already. If that payment&apos;s outcome is unknown, query it first: sending the number again is refused, or brings the first payment&apos;s result back.</source>
        <translation>{number} 已經發送到 {host}。如果該筆支付結果未明，請先查詢：再次發送同一訂單編號會被拒絕，或傳回第一筆支付的結果。</translation>
    </message>
    <message>
        <source>{number} went to {host} already. If that refund&apos;s outcome is unknown, query it first: sending the number again is refused, or brings the first refund&apos;s result back.</source>
        <translation>{number} 已經發送到 {host}。如果該筆退款結果未明，請先查詢：再次發送同一退款編號會被拒絕，或傳回第一筆退款的結果。</translation>
    </message>
    <message>
        <source>Order: {number}</source>
        <translation>訂單：{number}</translation>
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
        <translation>金額：{amount}</translation>
    </message>
    <message>
        <source>Merchant: {merchant}</source>
        <translation>商戶：{merchant}</translation>
    </message>
    <message>
        <source>{merchant}, mchid {mchid}</source>
        <translation>{merchant}，mchid {mchid}</translation>
    </message>
    <message>
        <source>Host: {host}</source>
        <translation>主機：{host}</translation>
    </message>
    <message>
        <source>Check first: {headline}</source>
        <translation>請先核對：{headline}</translation>
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
        <translation>這會沖正一筆真實訂單。顧客已付的款項是否隨之退回，各版文件說法不一。</translation>
    </message>
    <message>
        <source>Send to production</source>
        <translation>發送至正式環境</translation>
    </message>
</context>
<context>
    <name>HaltedPage</name>
    <message>
        <source>Examine again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>This is a fault of this program: report it. {technical}</source>
        <translation>這是本程式的錯誤：請回報。{technical}</translation>
    </message>
    <message>
        <source>The examination failed</source>
        <translation>檢查失敗</translation>
    </message>
    <message>
        <source>The examination was called off</source>
        <translation>檢查已取消</translation>
    </message>
    <message>
        <source>The request stays in the draft.</source>
        <translation>請求保留在草稿中。</translation>
    </message>
</context>
<context>
    <name>Handing on</name>
    <message>
        <source>Nothing is handed on: {host} is this address itself, and a request would go in circles.</source>
        <translation>未轉發：{host} 就是本地址，請求會循環往復。</translation>
    </message>
    <message>
        <source>Programs find nobody: port {port} is taken by another program. Choose another one, or empty the field for any.</source>
        <translation>程式無法連接：連接埠 {port} 已被其他程式佔用。請另選連接埠，或清空此欄以使用任意連接埠。</translation>
    </message>
    <message>
        <source>Programs find nobody: port {port} cannot be opened ({reason}). Choose a higher one.</source>
        <translation>程式無法連接：連接埠 {port} 無法開啟（{reason}）。請選擇更大的連接埠號。</translation>
    </message>
    <message>
        <source>Nothing is handed on to production: use live testing, or another address.</source>
        <translation>不會轉發到生產環境：請使用線上測試或其他地址。</translation>
    </message>
    <message>
        <source>Hand a program’s requests on to {host}?</source>
        <translation>將程式的請求轉發到 {host}？</translation>
    </message>
    <message>
        <source>{caution}
From now on every request that a program sends to this address goes to {host} at once, as it came and unasked, and is sent once. Watch shows each until the window is closed; neither the history nor the orders hold it. It ends when the simulator is chosen again, or the window is closed.</source>
        <translation>{caution}
從現在起，程式發送到本地址的每個請求都會原樣立即轉發到 {host}，不再逐一詢問，且只發送一次。「監看」會顯示每個請求，直到視窗關閉；歷史記錄和訂單中都沒有它們。重新選擇模擬器或關閉視窗即停止。</translation>
    </message>
    <message>
        <source>Hand on to {host}</source>
        <translation>轉發到 {host}</translation>
    </message>
    <message>
        <source>The simulator answers: no account, no network, no money.</source>
        <translation>由模擬器回應：毋須賬戶和網絡，不涉及資金。</translation>
    </message>
    <message>
        <source>Handed on to {host}: real payments, real money moves.</source>
        <translation>轉發到 {host}：真實支付，真實資金會變動。</translation>
    </message>
    <message>
        <source>Handed on to {host}: real money may move.</source>
        <translation>轉發到 {host}：真實資金可能會變動。</translation>
    </message>
    <message>
        <source>Handed on to {host}: the sandbox, no money.</source>
        <translation>轉發到 {host}：沙盒，不涉及資金。</translation>
    </message>
    <message>
        <source>Handed on to {host}, on this machine.</source>
        <translation>轉發到本機的 {host}。</translation>
    </message>
</context>
<context>
    <name>HeadLine</name>
    <message>
        <source>Merchant&apos;s name</source>
        <translation>商戶名稱</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>工單編號</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>{what}: kept with the case by itself</source>
        <translation>{what}：隨問題自動儲存</translation>
    </message>
    <message>
        <source>Status of the case</source>
        <translation>問題狀態</translation>
    </message>
    <message>
        <source>How far the case has come</source>
        <translation>問題的處理進度</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Now, in UTC+8; new on every send</source>
        <translation>現時時間（UTC+8），每次發送時更新</translation>
    </message>
    <message>
        <source>New on every send</source>
        <translation>每次發送時重新產生</translation>
    </message>
    <message>
        <source>Not sent: this month&apos;s start</source>
        <translation>不發送：即本月初</translation>
    </message>
    <message>
        <source>Not sent: this month&apos;s end</source>
        <translation>不發送：即本月底</translation>
    </message>
    <message>
        <source>Not sent: the first page</source>
        <translation>不發送：即第一頁</translation>
    </message>
    <message>
        <source>Not sent: 10 on a page</source>
        <translation>不發送：即每頁 10 條</translation>
    </message>
    <message>
        <source>UTC+8</source>
        <translation>UTC+8 時間</translation>
    </message>
    <message>
        <source>Left out: neither signed nor sent</source>
        <translation>已略去：不簽名，亦不發送</translation>
    </message>
    <message>
        <source>From the profile: {mchid}</source>
        <translation>來自商戶設定：{mchid}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不發送</translation>
    </message>
    <message>
        <source>{amount} · {number}</source>
        <translation>{amount} · {number}</translation>
    </message>
    <message>
        <source>An order of {amount}</source>
        <translation>訂單金額為 {amount}</translation>
    </message>
    <message>
        <source>Pinned: sent as it stands here</source>
        <translation>已固定：按此處的值發送</translation>
    </message>
    <message>
        <source>{amount}: all that is left</source>
        <translation>{amount}：全部可退餘額</translation>
    </message>
    <message>
        <source>{amount}</source>
        <translation>{amount}</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分鐘</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Reopened as it was sent, with its own order number and time: sending this number again asks first.</source>
        <translation>已按發送時的內容重新開啟，沿用原訂單編號及時間：再次發送此訂單編號前會先詢問。</translation>
    </message>
    <message>
        <source>Reopened as it was sent, except that the history does not keep {names}: fill in what is needed.</source>
        <translation>已按發送時的內容重新開啟，但歷史記錄不儲存 {names}：請填寫所需的值。</translation>
    </message>
    <message>
        <source>The program ended before an answer came: the outcome is unknown.</source>
        <translation>程式在回應到達前結束：結果不明。</translation>
    </message>
    <message>
        <source>This program failed before an answer came ({technical}): the outcome is unknown.</source>
        <translation>本程式在回應到達前出錯（{technical}）：結果不明。</translation>
    </message>
    <message>
        <source>This entry is not in the history any more.</source>
        <translation>此記錄已不在歷史記錄中。</translation>
    </message>
    <message>
        <source>Deleted from the history: {count}</source>
        <translation>已從歷史記錄刪除：{count}</translation>
    </message>
    <message>
        <source>The history failed in an unknown way ({name}). Sending is not affected.</source>
        <translation>歷史記錄發生未知錯誤（{name}）。發送不受影響。</translation>
    </message>
    <message>
        <source>The history is slow to answer: the request left before it was written down.</source>
        <translation>歷史記錄反應緩慢：請求在記錄之前已發出。</translation>
    </message>
    <message>
        <source>Deleted from the history: what is older than {days} days and not pinned</source>
        <translation>已從歷史記錄刪除：{days} 日前且未固定的記錄</translation>
    </message>
    <message>
        <source>Deleted from the history: every entry that is not pinned</source>
        <translation>已從歷史記錄刪除：所有未固定的記錄</translation>
    </message>
    <message>
        <source>Reopened as it was sent.</source>
        <translation>已按發送時的內容重新開啟。</translation>
    </message>
    <message>
        <source>The history file {path} cannot be written ({reason}). The history lasts until the window is closed. Make the folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.</source>
        <translation>無法寫入歷史記錄檔案 {path}（{reason}）。歷史記錄在關閉視窗前有效。請授予目前用戶寫入該資料夾的權限，或以環境變數 QFPAY_TESTER_HOME 指定其他資料夾。</translation>
    </message>
    <message>
        <source>The history file {path} is locked by another program. The history of this session lasts until the window is closed. Close what uses the file, such as a backup or a database viewer, and start QFPay Tester again.</source>
        <translation>歷史記錄檔案 {path} 已被其他程式鎖定。本次工作階段的歷史記錄只保留至視窗關閉。請關閉正在使用該檔案的程式（例如備份工具或資料庫檢視器），然後重新啟動 QFPay Tester。</translation>
    </message>
    <message>
        <source>The history file was damaged. It is kept beside the new one as {path}, and a new history begins.</source>
        <translation>歷史記錄檔案已損壞，現儲存在同一位置的 {path}，並已開始新的歷史記錄。</translation>
    </message>
    <message>
        <source>The history file was damaged and is kept as {path}. What could be read in it is in the new one: exchanges {exchanges}, orders {orders}, cases {cases}. Others may be missing.</source>
        <translation>歷史檔案已損壞，原檔案保留為 {path}。其中可讀取的內容已轉入新檔案：請求 {exchanges} 則、訂單 {orders} 個、問題排查 {cases} 個。其餘可能已遺失。</translation>
    </message>
    <message>
        <source>The history file {path} was written by a newer version of QFPay Tester and is left alone. The history of this session lasts until the window is closed. Update QFPay Tester to see the older entries.</source>
        <translation>歷史記錄檔案 {path} 由較新版本的 QFPay Tester 寫入，未作改動。本次的歷史記錄在關閉視窗前有效。請更新 QFPay Tester 以檢視較早的記錄。</translation>
    </message>
    <message>
        <source>The history could not be read or written ({reason}). What is sent now may be missing in it.</source>
        <translation>無法讀取或寫入歷史記錄（{reason}）。現在發送的請求可能不會記錄在內。</translation>
    </message>
    <message>
        <source>(not readable any more)</source>
        <translation>（已無法讀取）</translation>
    </message>
    <message>
        <source>An entry of the history is damaged: what cannot be read in it is shown as {mark}.</source>
        <translation>歷史記錄中有一則已損壞：無法讀取的內容顯示為 {mark}。</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
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
        <translation>未發送</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在發送…</translation>
    </message>
    <message>
        <source>On its way: no answer yet.</source>
        <translation>已發出：尚無回應。</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <source>Reopen</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Lay two entries with their replies side by side (Ctrl+Shift+D)</source>
        <translation>並排對比兩條記錄及其回應 (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>{count} entries are selected.</source>
        <translation>已選 {count} 項記錄。</translation>
    </message>
    <message>
        <source>Select an entry to see what became of it.</source>
        <translation>選擇一項記錄，檢視其結果。</translation>
    </message>
    <message>
        <source>Compare lays them side by side.</source>
        <translation>「比較」可將兩者並排顯示。</translation>
    </message>
    <message>
        <source>Pin, copy or delete them all; two can be compared.</source>
        <translation>可全部固定、複製或刪除；其中兩項可作比較。</translation>
    </message>
    <message>
        <source>Enter reopens it as a draft, F2 writes a note. Two selected entries can be compared.</source>
        <translation>Enter 重新開啟為草稿，F2 寫備註。選擇兩項即可比較。</translation>
    </message>
    <message>
        <source>Make the selected entry a draft again (Enter)</source>
        <translation>將所選記錄重新作為草稿（Enter）</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>簽名內容</translation>
    </message>
    <message>
        <source>Findings: {count}</source>
        <translation>問題：{count}</translation>
    </message>
</context>
<context>
    <name>HistoryFilterBar</name>
    <message>
        <source>Search the history</source>
        <translation>搜尋歷史記錄</translation>
    </message>
    <message>
        <source>Entries that hold all of these words, in any parameter, reply, merchant or note</source>
        <translation>在任意參數、回應、商戶或備註中含有所有這些詞的記錄</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Show pinned entries only</source>
        <translation>只顯示已固定的記錄</translation>
    </message>
    <message>
        <source>What the history forgets</source>
        <translation>歷史記錄的清除</translation>
    </message>
    <message>
        <source>order no., 1108, HK$3.00, 奶茶, a note …</source>
        <translation>訂單編號、1108、HK$3.00、奶茶、備註…</translation>
    </message>
    <message>
        <source>Search {count}: {examples}</source>
        <translation>搜尋 {count} 項：{examples}</translation>
    </message>
    <message>
        <source>Search: {examples}</source>
        <translation>搜尋：{examples}</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>全部結果</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Show all entries</source>
        <translation>顯示所有記錄</translation>
    </message>
    <message>
        <source>The exchange to compare with …</source>
        <translation>要對比的記錄…</translation>
    </message>
    <message>
        <source>Nothing was sent yet.
Every request you send will be listed here with its answer: to search, to note, to compare and to send again. Keys are never kept, personal data is masked.</source>
        <translation>尚未發送任何請求。
你發送的每個請求都會連同回應列於此處：可搜尋、寫備註、比較及再次發送。絕不儲存密鑰，個人資料會被遮蓋。</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>沒有符合的記錄。</translation>
    </message>
</context>
<context>
    <name>HistoryRowsModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商戶</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
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
        <translation>重新開啟為草稿</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>比較這兩項</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>複製訂單編號</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>與其他記錄對比…</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>編輯備註</translation>
    </message>
    <message>
        <source>Pin: keep for ever</source>
        <translation>固定：永久保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Exchanges, newest first</source>
        <translation>收發記錄，最新者在前</translation>
    </message>
    <message>
        <source>Unpin: may expire</source>
        <translation>取消固定：可能過期</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Nothing sent yet</source>
        <translation>尚未發送</translation>
    </message>
    <message>
        <source>The reply will stand here: what happened and whose turn it is, pay_params checked member by member, the code for the Mini Program, and the bytes that went each way.

{keys} sends.</source>
        <translation>回應將顯示於此：發生了甚麼、輪到誰處理、逐項檢查的 pay_params、小程序程式碼，以及雙向傳送的位元組。

按 {keys} 發送。</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Variables whose values the paste does not show: {names}.</source>
        <translation>貼上的內容沒有顯示以下變數的值：{names}。</translation>
    </message>
    <message>
        <source>A line ends without a backslash: bash stops there, this went on.</source>
        <translation>有一行末尾沒有反斜線：bash 到此為止，此處則繼續讀取。</translation>
    </message>
    <message>
        <source>A bare &amp; ends the command in bash: quote the value.</source>
        <translation>未加引號的 &amp; 在 bash 中會結束指令：請給該值加引號。</translation>
    </message>
    <message>
        <source>A quote is never closed: the value was read to the end.</source>
        <translation>引號沒有閉合：該值讀到了末尾。</translation>
    </message>
    <message>
        <source>A NUL ends the value in bash; it is kept here.</source>
        <translation>NUL 在 bash 中會結束該值；此處予以保留。</translation>
    </message>
    <message>
        <source>A shell variable or command is not replaced: its text stands in the value.</source>
        <translation>某個 shell 變數或指令未被替換：值中仍是其原文。</translation>
    </message>
    <message>
        <source>The form body was broken into lines at &amp;; the line breaks are left out.</source>
        <translation>表單正文在 &amp; 處換了行；已略去換行。</translation>
    </message>
    <message>
        <source>Content-Type says {type}, but the body is a form.</source>
        <translation>Content-Type 為 {type}，正文卻是表單。</translation>
    </message>
    <message>
        <source>The body begins like JSON, but no member can be read.</source>
        <translation>正文開首像 JSON，卻讀不出任何成員。</translation>
    </message>
    <message>
        <source>A bracket or quote is never closed, or the text is very long. It was read as far as it goes.</source>
        <translation>括號或引號沒有閉合，或文字過長。已讀取到可讀之處。</translation>
    </message>
    <message>
        <source>The body is {kind}; the API reads application/x-www-form-urlencoded.</source>
        <translation>正文是 {kind}；API 讀取的是 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Part of the body comes from the file {name}, which the paste does not show.</source>
        <translation>部分正文來自檔案 {name}，貼上的內容沒有顯示。</translation>
    </message>
    <message>
        <source>-F sends multipart/form-data; the API reads application/x-www-form-urlencoded.</source>
        <translation>-F 會發送 multipart/form-data；API 讀取的是 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Decoded, so read otherwise than written: {names}.</source>
        <translation>解碼後與所寫的不同：{names}。</translation>
    </message>
    <message>
        <source>{name} has no = and no value.</source>
        <translation>{name} 沒有 =，亦沒有值。</translation>
    </message>
    <message>
        <source>{name} has no =: perhaps an &amp; inside {before} that is not written as %26.</source>
        <translation>{name} 沒有 =：{before} 中可能有 &amp; 未寫成 %26。</translation>
    </message>
    <message>
        <source>{name} is not UTF-8; it is read as {charset}.</source>
        <translation>{name} 不是 UTF-8；已按 {charset} 讀取。</translation>
    </message>
    <message>
        <source>{name}: a + travels as a space; a real + is written %2B.</source>
        <translation>{name}：+ 傳送時代表空格；真正的 + 應寫成 %2B。</translation>
    </message>
    <message>
        <source>{name}: a % that escapes nothing; it is written %25.</source>
        <translation>{name}：有一個 % 並未轉義任何字元；應寫成 %25。</translation>
    </message>
    <message>
        <source>{name} holds %XX after decoding: encoded twice?</source>
        <translation>{name} 解碼後仍含 %XX：編碼了兩次？</translation>
    </message>
    <message>
        <source>{name} travels without URL encoding.</source>
        <translation>{name} 傳送時沒有 URL 編碼。</translation>
    </message>
    <message>
        <source>This is what WeChat answered to the Mini Program, not the request to QFPay.</source>
        <translation>這是微信對小程序的回答，不是發給 QFPay 的請求。</translation>
    </message>
    <message>
        <source>{name} is an object here; it is read as compact JSON.</source>
        <translation>{name} 在此是物件；已按緊湊的 JSON 讀取。</translation>
    </message>
    <message>
        <source>{name} is {word} here: no value.</source>
        <translation>{name} 在此是 {word}：沒有值。</translation>
    </message>
    <message>
        <source>{name} has no quotes: {code}. If this is code, put the value in its place.</source>
        <translation>{name} 沒有引號：{code}。如是程式碼，請改填其值。</translation>
    </message>
    <message>
        <source>The paste shows two values of {names}; the one nearest to what was sent is taken.</source>
        <translation>貼上的內容中 {names} 有兩個值；取最接近實際發送的一個。</translation>
    </message>
    <message>
        <source>form-data sends multipart; choose x-www-form-urlencoded in the client.</source>
        <translation>form-data 送出的是 multipart；請在該工具中選擇 x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Switched off in the export, so not sent: {names}.</source>
        <translation>在匯出檔中已停用，因此沒有送出：{names}。</translation>
    </message>
    <message>
        <source>{code} stands in no table of QFPay&apos;s.</source>
        <translation>QFPay 的任何返回碼表中都沒有 {code}。</translation>
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
        <translation>應由商戶處理。</translation>
    </message>
    <message>
        <source>The payer has to act.</source>
        <translation>應由付款人處理。</translation>
    </message>
    <message>
        <source>QFPay has to act.</source>
        <translation>應由 QFPay 處理。</translation>
    </message>
    <message>
        <source>Wait.</source>
        <translation>請等待。</translation>
    </message>
    <message>
        <source>Nobody has to act.</source>
        <translation>毋須進一步操作。</translation>
    </message>
    <message>
        <source>Ask the merchant: “Please send us the request as your system sent it: the address, the headers X-QF-APPCODE and X-QF-SIGN, the whole body, and the string that was signed, without the client_key.”</source>
        <translation>請向商戶索取：「請提供貴方系統實際發送的請求：地址、請求標頭 X-QF-APPCODE 和 X-QF-SIGN、完整的請求內容，以及簽名所用的字串（不含 client_key）。」</translation>
    </message>
    <message>
        <source>This is what QFPay answered, not what was sent: paste the request.</source>
        <translation>這是 QFPay 的回應，不是發送的內容：請貼上請求。</translation>
    </message>
    <message>
        <source>This is a notification of QFPay&apos;s: check it in the room Notifications.</source>
        <translation>這是 QFPay 的通知：請在「通知」中檢查。</translation>
    </message>
    <message>
        <source>These are pay_params, what wx.requestPayment is called with, not the request to QFPay.</source>
        <translation>這是 pay_params，即調用 wx.requestPayment 的參數，不是發給 QFPay 的請求。</translation>
    </message>
    <message>
        <source>This is a return code of QFPay&apos;s, a respcd.</source>
        <translation>這是 QFPay 的返回碼 respcd。</translation>
    </message>
    <message>
        <source>Hexadecimal digits alone: a signature, an app code or a client_key. If it is the client_key, do not send it around.</source>
        <translation>只有十六進位數字：可能是簽名、app code 或商戶密鑰 client_key。如果是 client_key，請勿轉發。</translation>
    </message>
    <message>
        <source>This looks like a client_key: do not send it around. The merchant should change it.</source>
        <translation>這看來是商戶密鑰 client_key：請勿轉發。商戶應更換它。</translation>
    </message>
    <message>
        <source>This is a page of QFPay&apos;s documentation or its sample code, no request of a merchant.</source>
        <translation>這是 QFPay 的文件頁面或範例程式碼，不是商戶的請求。</translation>
    </message>
    <message>
        <source>No request was recognised in this text.</source>
        <translation>未在這段文字中識別到請求。</translation>
    </message>
    <message>
        <source>{name} is not passed</source>
        <translation>沒有傳遞 {name}</translation>
    </message>
    <message>
        <source>wx.requestPayment needs {name}. Pass it on from pay_params.</source>
        <translation>wx.requestPayment 需要 {name}。請從 pay_params 傳遞。</translation>
    </message>
    <message>
        <source>{name} is spelled {right}</source>
        <translation>{name} 應寫作 {right}</translation>
    </message>
    <message>
        <source>WeChat reads {right} only, in exactly these letters. Rename {name}.</source>
        <translation>微信只讀取 {right}，字母須完全一致。請重新命名 {name}。</translation>
    </message>
    <message>
        <source>{name} is a number</source>
        <translation>{name} 是數字</translation>
    </message>
    <message>
        <source>wx.requestPayment takes text only. Pass {name} on as the text pay_params has.</source>
        <translation>wx.requestPayment 只接受字串。請按 pay_params 中的字串傳遞 {name}。</translation>
    </message>
    <message>
        <source>paySign is made with a key that only QFPay or its channel has. Pass it on.</source>
        <translation>paySign 所用的密鑰只有 QFPay 或其渠道才有。請原樣傳遞。</translation>
    </message>
    <message>
        <source>paySign covers {name} as the reply has it. Pass it on.</source>
        <translation>paySign 涵蓋回應中的 {name}。請原樣傳遞。</translation>
    </message>
    <message>
        <source>{name} is made anew: {code}</source>
        <translation>{name} 被重新產生：{code}</translation>
    </message>
    <message>
        <source>prepay_id= is missing in package</source>
        <translation>package 中缺少 prepay_id=</translation>
    </message>
    <message>
        <source>package is the text prepay_id= and the ID. Pass on package of pay_params as it is.</source>
        <translation>package 是 prepay_id= 加上該 ID。請原樣傳遞 pay_params 中的 package。</translation>
    </message>
    <message>
        <source>{name}: {message}</source>
        <translation>{name}：{message}</translation>
    </message>
    <message>
        <source>Pass {name} on from pay_params unchanged.</source>
        <translation>請從 pay_params 原樣傳遞 {name}。</translation>
    </message>
    <message>
        <source>{name} is written into the code</source>
        <translation>{name} 寫死在程式碼中</translation>
    </message>
    <message>
        <source>It works only while the order has the same. Pass {name} on from pay_params.</source>
        <translation>只有訂單的值相同時才有效。請從 pay_params 傳遞 {name}。</translation>
    </message>
    <message>
        <source>{name} differs from pay_params</source>
        <translation>{name} 與 pay_params 不同</translation>
    </message>
    <message>
        <source>The reply has {came}, the code passes {passed}. Pass it on unchanged.</source>
        <translation>回應中是 {came}，程式碼傳遞的是 {passed}。請原樣傳遞。</translation>
    </message>
    <message>
        <source>Switched off, so not sent: {names}.</source>
        <translation>已停用，因此未發送：{names}。</translation>
    </message>
    <message>
        <source>Printed among the parameters, but read as what it is called, not as a parameter: {names}. If it was sent as a parameter, add it.</source>
        <translation>與參數一同輸出，但按其名稱理解，不作為參數讀取：{names}。如曾作為參數發送，請加入。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>沒有文字。</translation>
    </message>
    <message>
        <source>The paste holds the client key. It is used here and written nowhere.</source>
        <translation>貼上的內容含有 client_key。僅在此處使用，不會寫入任何地方。</translation>
    </message>
    <message>
        <source>Mandatory, but not in the paste: {names}.</source>
        <translation>必填，但貼上的內容中沒有：{names}。</translation>
    </message>
    <message>
        <source>No signature was found.</source>
        <translation>未找到簽名。</translation>
    </message>
    <message>
        <source>The sign type {type} is not documented: MD5 and SHA256 are.</source>
        <translation>簽名類型 {type} 未見於文件：文件所載為 MD5 及 SHA256。</translation>
    </message>
    <message>
        <source>The address belongs to none of QFPay&apos;s environments: {host}.</source>
        <translation>該地址不屬於 QFPay 的任何環境：{host}。</translation>
    </message>
    <message>
        <source>{name} stands {count} times; the first value is taken, all are kept.</source>
        <translation>{name} 出現 {count} 次；取第一個值，其餘均保留。</translation>
    </message>
    <message>
        <source>{name} is no documented parameter; it is kept.</source>
        <translation>{name} 不是文件所載參數；予以保留。</translation>
    </message>
    <message>
        <source>The client key was sent as the parameter {name}: it must never travel.</source>
        <translation>client_key 以參數 {name} 發送了：絕不可傳送 client_key。</translation>
    </message>
    <message>
        <source>Read as a signing string; the key was cut off its end.</source>
        <translation>按簽名字串讀取；已從末尾截去密鑰。</translation>
    </message>
    <message>
        <source>Read as a signing string; where the last value ends and a key begins cannot be told.</source>
        <translation>按簽名字串讀取；無法判斷最後一個值止於何處、密鑰始於何處。</translation>
    </message>
    <message>
        <source>The address carries parameters too, beside the body: {names}.</source>
        <translation>除正文外，地址中亦帶有參數：{names}。</translation>
    </message>
    <message>
        <source>The parameters travel in the address, not in the body: {names}.</source>
        <translation>參數在地址中而非正文中：{names}。</translation>
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
        <translation>選填</translation>
    </message>
    <message>
        <source>Choose a field to read its rule here.</source>
        <translation>選擇一個欄位，在此查看其規則。</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>A curl command, an HTTP request, a log, code, a Postman or HAR file: you will read why the signature differs, and get a proof to send back.

{keys}, or drop it here.</source>
        <translation>curl 指令、HTTP 請求、記錄檔、程式碼、Postman 或 HAR 檔案均可：你會看到簽名為何不同，並得到發給商戶的排查報告。

按 {keys}，或拖放至此處。</translation>
    </message>
    <message>
        <source>Paste what the merchant sent</source>
        <translation>貼上商戶發送的內容</translation>
    </message>
    <message>
        <source>Paste …</source>
        <translation>貼上…</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>開啟檔案…</translation>
    </message>
</context>
<context>
    <name>KeepingLine</name>
    <message>
        <source>Ask the keychain again</source>
        <translation>再次查詢鑰匙圈</translation>
    </message>
    <message>
        <source>The simulator&apos;s AppSecret is made up and is not kept.</source>
        <translation>模擬器的 AppSecret 是虛構的，不會儲存。</translation>
    </message>
    <message>
        <source>AppSecrets are kept for this session only: in no file and in no keychain.</source>
        <translation>AppSecret 僅在本次工作階段保留，不在任何檔案或鑰匙圈中。</translation>
    </message>
    <message>
        <source>AppSecrets go to the system&apos;s keychain, never into a file.</source>
        <translation>AppSecret 存入系統的鑰匙圈，絕不寫入檔案。</translation>
    </message>
    <message>
        <source>AppSecrets are kept here and in no file: {place}</source>
        <translation>AppSecret 儲存於此處，不寫入任何檔案：{place}</translation>
    </message>
    <message>
        <source>&amp;Keep the AppSecret once WeChat has accepted it</source>
        <translation>微信接受後儲存 AppSecret(&amp;K)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Choose credentials …</source>
        <translation>選擇憑證…</translation>
    </message>
    <message>
        <source>Well signed, when the case was kept.</source>
        <translation>保存時簽名正確。</translation>
    </message>
    <message>
        <source>No known mistake reproduced this signature.</source>
        <translation>沒有已知錯誤能重現此簽名。</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>唯讀。</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>Chosen merchant’s</source>
        <translation>所選商戶的密鑰</translation>
    </message>
    <message>
        <source>Another: type it</source>
        <translation>其他：自行輸入</translation>
    </message>
    <message>
        <source>client_key, used here only</source>
        <translation>client_key，只在此使用</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>Hide the client key</source>
        <translation>隱藏 client_key</translation>
    </message>
    <message>
        <source>Show the client key</source>
        <translation>顯示 client_key</translation>
    </message>
</context>
<context>
    <name>KeyPlace</name>
    <message>
        <source>Ask again</source>
        <translation>再次查詢</translation>
    </message>
    <message>
        <source>Built in: made-up keys, known only to the simulator on this machine.</source>
        <translation>內置：示範密鑰，僅本機模擬器認得。</translation>
    </message>
    <message>
        <source>This profile is kept for this session only. It is in no file and no keychain.</source>
        <translation>此商戶設定僅在本次工作階段保留，不在任何檔案或鑰匙圈中。</translation>
    </message>
    <message>
        <source>This profile is in the keychain: {place}</source>
        <translation>此商戶設定在鑰匙圈中：{place}</translation>
    </message>
    <message>
        <source>Saving puts the keys here, never in a file: {place}</source>
        <translation>儲存後密鑰存於此處，絕不寫入檔案：{place}</translation>
    </message>
    <message>
        <source>Keys go to the system&apos;s keychain, never in a file; without one, to this session only.</source>
        <translation>密鑰存入系統的鑰匙圈，絕不寫入檔案；沒有鑰匙圈時僅在本次工作階段保留。</translation>
    </message>
    <message>
        <source>Ask the keychain again, and give it what only this session holds</source>
        <translation>再次查詢鑰匙圈，並將僅本次工作階段保留的內容交給它</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>The keychain failed in an unknown way ({name}). Keys are kept for this session only.</source>
        <translation>鑰匙圈發生未知錯誤（{name}）。密鑰僅在本次工作階段保留。</translation>
    </message>
    <message>
        <source>Asking the keychain …</source>
        <translation>正在查詢鑰匙圈…</translation>
    </message>
    <message>
        <source>Saved: {keychain}</source>
        <translation>已儲存：{keychain}</translation>
    </message>
    <message>
        <source>Forgotten: the AppSecret of {appid}</source>
        <translation>已刪除：{appid} 的 AppSecret</translation>
    </message>
    <message>
        <source>The keychain holds another profile named “{name}”. Yours is now called “{new}” and is kept for this session only: save it again to keep it.</source>
        <translation>鑰匙圈中已有另一個名為「{name}」的商戶設定。你的商戶設定現名為「{new}」，僅在本次工作階段保留：如要保留，請再次儲存。</translation>
    </message>
    <message>
        <source>No AppSecret of {appid} is kept here. It may have been forgotten in another window: enter it again.</source>
        <translation>此處沒有 {appid} 的 AppSecret，可能已在另一視窗刪除：請重新輸入。</translation>
    </message>
    <message>
        <source>This AppSecret cannot be kept: an AppID has at most 64 letters and digits, an AppSecret 32. Check both for text that was pasted by mistake.</source>
        <translation>無法儲存此 AppSecret：AppID 最多 64 個字母及數字，AppSecret 最多 32 個。請檢查兩者有否誤貼了文字。</translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation>macOS 鑰匙圈</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windows 認證管理員</translation>
    </message>
    <message>
        <source>GNOME Keyring / Secret Service</source>
        <translation>GNOME 鑰匙圈 / Secret Service</translation>
    </message>
    <message>
        <source>KWallet</source>
        <translation>KWallet</translation>
    </message>
    <message>
        <source>this computer offers no keychain. On Linux start GNOME Keyring, KWallet or another Secret Service and log in to a desktop session; then start QFPay Tester again.</source>
        <translation>本機沒有鑰匙圈。在 Linux 上請啟動 GNOME Keyring、KWallet 或其他 Secret Service 並登入桌面工作階段，然後重新啟動 QFPay Tester。</translation>
    </message>
    <message>
        <source>the keyring library is set to “{module}”, which is not the operating system&apos;s keychain and may write keys to a readable file. Remove that choice (PYTHON_KEYRING_BACKEND or keyringrc.cfg) and start QFPay Tester again.</source>
        <translation>keyring 程式庫被設為「{module}」，它不是作業系統的鑰匙圈，可能將密鑰寫入可讀檔案。請取消該設定（PYTHON_KEYRING_BACKEND 或 keyringrc.cfg），再重新啟動 QFPay Tester。</translation>
    </message>
    <message>
        <source>Keys cannot be stored: {reason} Until then keys are kept for this session only.</source>
        <translation>無法儲存密鑰：{reason}在此之前，密鑰僅在本次工作階段保留。</translation>
    </message>
    <message>
        <source>Keys are kept for this session only. Credentials … (Ctrl+Shift+K) says why.</source>
        <translation>密鑰僅在本次工作階段保留。原因見「憑證…」（Ctrl+Shift+K）。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Credentials … (Ctrl+Shift+K) says more.</source>
        <translation>鑰匙圈沒有回應。詳情見「憑證…」（Ctrl+Shift+K）。</translation>
    </message>
    <message>
        <source>The keychain is locked and was not unlocked. Unlock it (answer its question, open the system&apos;s keychain program, or log in again), then try again.</source>
        <translation>鑰匙圈已鎖定，未能解鎖。請解鎖（回應其提示、開啟系統的鑰匙圈程式，或重新登入）後再試。</translation>
    </message>
    <message>
        <source>The keychain&apos;s question was dismissed or denied, so nothing was read or changed. Try again and allow access for QFPay Tester.</source>
        <translation>鑰匙圈的提示被關閉或拒絕，因此未讀取亦未更改任何內容。請重試並允許 QFPay Tester 存取。</translation>
    </message>
    <message>
        <source>The keychain did not answer within {seconds} seconds. It may be waiting for you to unlock it in another window: unlock it, then try again. Until then keys are kept for this session only.</source>
        <translation>鑰匙圈在 {seconds} 秒內沒有回應，可能正在另一視窗等你解鎖：請解鎖後再試。在此之前，密鑰僅在本次工作階段保留。</translation>
    </message>
    <message>
        <source>The keychain answered with an error ({kind}). Try again; if it stays, look for the service name “QFPay Tester” in the system&apos;s keychain program.</source>
        <translation>鑰匙圈傳回錯誤（{kind}）。請重試；如仍出錯，請在系統的鑰匙圈程式中尋找服務名稱「QFPay Tester」。</translation>
    </message>
    <message>
        <source>A profile named “{name}” exists already (capital letters make no difference). Choose another name, or delete that profile first.</source>
        <translation>已有名為「{name}」的商戶設定（不區分大小寫）。請換一個名稱，或先刪除該商戶設定。</translation>
    </message>
    <message>
        <source>No profile named “{name}” is kept here. It may have been deleted or renamed in another window: choose one from the list, or enter its credentials again.</source>
        <translation>此處沒有名為「{name}」的商戶設定，可能已在另一視窗刪除或改名：請從列表中選擇，或重新輸入其憑證。</translation>
    </message>
    <message>
        <source>The keychain&apos;s entry “{name}” of “QFPay Tester” is damaged. It was left as it is. Delete it in the system&apos;s keychain program, then enter the credentials again.</source>
        <translation>鑰匙圈中「QFPay Tester」的項目「{name}」已損壞，現保持原樣。請在系統的鑰匙圈程式中刪除，再重新輸入憑證。</translation>
    </message>
    <message>
        <source>the system&apos;s keychain could not be opened. Install or start one (on Linux: GNOME Keyring, KWallet or another Secret Service), then start QFPay Tester again.</source>
        <translation>無法開啟系統的鑰匙圈。請安裝或啟動一個（Linux 上：GNOME Keyring、KWallet 或其他 Secret Service），再重新啟動 QFPay Tester。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a profile. Use 1 to 64 characters on one line, not starting with “(”.</source>
        <translation>「{name}」不可用作商戶設定名稱。請用 1 至 64 個字元，單行，不以「(」開首。</translation>
    </message>
    <message>
        <source>The profile “{name}” takes {size} characters in the keychain; 1280 is the most that every system keeps. Check app_code, client_key and mchid for text that was pasted by mistake.</source>
        <translation>商戶設定「{name}」在鑰匙圈中佔 {size} 個字元；各系統都能儲存的上限是 1280。請檢查 app_code、client_key 及 mchid 有否誤貼了文字。</translation>
    </message>
    <message>
        <source>Memory only, until QFPay Tester is closed</source>
        <translation>僅存於記憶體，直至關閉 QFPay Tester</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>系統的鑰匙圈</translation>
    </message>
</context>
<context>
    <name>Lenses</name>
    <message>
        <source>Characters written by their number, such as \u5976, were read.</source>
        <translation>已還原以編碼表示的字元，例如 \u5976。</translation>
    </message>
    <message>
        <source>A terminal&apos;s colour codes were taken away.</source>
        <translation>已移除終端機的顏色代碼。</translation>
    </message>
    <message>
        <source>Characters of no width were taken away, special blanks made plain.</source>
        <translation>已移除零寬字元，特殊空格按普通空格讀取。</translation>
    </message>
    <message>
        <source>Labels in words, such as 金额, were read as the API&apos;s names.</source>
        <translation>文字標籤（如「金額」）按 API 的參數名讀取。</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal were read as text.</source>
        <translation>已將十六進位位元組讀作文字。</translation>
    </message>
    <message>
        <source>The offset in front of each row was taken away.</source>
        <translation>已移除每行開頭的位移量。</translation>
    </message>
    <message>
        <source>A mail&apos;s soft line breaks were undone.</source>
        <translation>已還原郵件的軟換行。</translation>
    </message>
    <message>
        <source>The text inside a member of JSON was read.</source>
        <translation>讀取了 JSON 成員中的文字。</translation>
    </message>
    <message>
        <source>Taken away in front of each line: {sample}</source>
        <translation>每行開頭已移除：{sample}</translation>
    </message>
    <message>
        <source>Marks of code, such as ```, were taken away.</source>
        <translation>已移除程式碼標記，例如 ```。</translation>
    </message>
    <message>
        <source>The quotes around each line were taken away.</source>
        <translation>已移除每行兩端的引號。</translation>
    </message>
    <message>
        <source>Marks in front of each line, such as &gt; or a bullet, were taken away.</source>
        <translation>已移除每行開頭的標記，例如 &gt; 或項目符號。</translation>
    </message>
    <message>
        <source>A page&apos;s tags were taken away.</source>
        <translation>已移除網頁標籤。</translation>
    </message>
    <message>
        <source>Entities such as &amp;amp; were undone.</source>
        <translation>已還原 &amp;amp; 等實體。</translation>
    </message>
    <message>
        <source>Signs that a page made of &amp;notify_url= and its like were undone.</source>
        <translation>已還原網頁由 &amp;notify_url= 等誤轉的符號。</translation>
    </message>
    <message>
        <source>Typographic quotes were read as plain ones.</source>
        <translation>彎引號按直引號讀取。</translation>
    </message>
    <message>
        <source>Full-width signs were read as plain ones.</source>
        <translation>全形符號按半形讀取。</translation>
    </message>
    <message>
        <source>A string&apos;s escapes, such as \n, were undone.</source>
        <translation>已還原字串轉義，例如 \n。</translation>
    </message>
    <message>
        <source>The pieces of a string in code were joined.</source>
        <translation>已拼接程式碼中的字串片段。</translation>
    </message>
    <message>
        <source>Full stops in place of line ends were undone.</source>
        <translation>已將代替換行的句點還原。</translation>
    </message>
    <message>
        <source>Lines that were wrapped at a column were joined.</source>
        <translation>已拼接按欄寬折斷的行。</translation>
    </message>
    <message>
        <source>A form body that was broken at its &amp; was joined.</source>
        <translation>已拼接在 &amp; 處斷開的表單正文。</translation>
    </message>
    <message>
        <source>Base64 was decoded.</source>
        <translation>已解碼 Base64。</translation>
    </message>
    <message>
        <source>URL encoding around the whole was decoded.</source>
        <translation>已解碼整體的 URL 編碼。</translation>
    </message>
    <message>
        <source>Of this long text, only what stands around names of the API was read.</source>
        <translation>文字很長，只讀取了 API 參數名附近的內容。</translation>
    </message>
</context>
<context>
    <name>LineDetails</name>
    <message>
        <source>What was expected, and what was seen</source>
        <translation>期望的與實際的</translation>
    </message>
    <message>
        <source>Make the request of this step the draft (Enter)</source>
        <translation>以此步驟的請求作為草稿（Enter）</translation>
    </message>
    <message>
        <source>Open as draft</source>
        <translation>作為草稿開啟</translation>
    </message>
    <message>
        <source>Look at the request of this step as at a merchant&apos;s, with the doctor&apos;s cause (Ctrl+Shift+D)</source>
        <translation>像商戶的請求一樣排查此步驟的請求，並給出原因（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>Open as case</source>
        <translation>作為問題開啟</translation>
    </message>
    <message>
        <source>Select a step to see what it sends and expects.</source>
        <translation>選擇一個步驟，查看它發送甚麼、期望甚麼。</translation>
    </message>
</context>
<context>
    <name>LineRowsModel</name>
    <message>
        <source>Step</source>
        <translation>步驟</translation>
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
        <translation>實際結果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用時</translation>
    </message>
    <message>
        <source>Since last run</source>
        <translation>與上次相比</translation>
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
        <translation>進行中</translation>
    </message>
    <message>
        <source>not carried out yet</source>
        <translation>尚未執行</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>Open as a draft</source>
        <translation>作為草稿開啟</translation>
    </message>
    <message>
        <source>Open as a case</source>
        <translation>作為問題開啟</translation>
    </message>
    <message>
        <source>Steps of the suite</source>
        <translation>測試集的步驟</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Copied: out_trade_no {number}</source>
        <translation>已複製：out_trade_no {number}</translation>
    </message>
    <message>
        <source>Copied: {count} order numbers</source>
        <translation>已複製：{count} 個訂單編號</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>還原預設欄</translation>
    </message>
</context>
<context>
    <name>ListenerBar</name>
    <message>
        <source>Copy the address</source>
        <translation>複製網址</translation>
    </message>
    <message>
        <source>Use as notify_url</source>
        <translation>用作 notify_url</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>開始接收</translation>
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
        <translation>應答方式</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在啟動…</translation>
    </message>
    <message>
        <source>Nobody listens for notifications here.</source>
        <translation>此處沒有在接收通知。</translation>
    </message>
    <message>
        <source>Put this address into notify_url of the payment. Only the simulator can reach this machine.</source>
        <translation>將此網址填入付款的 notify_url。只有模擬器可連接本機。</translation>
    </message>
    <message>
        <source>Copied: {url}</source>
        <translation>已複製：{url}</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Copy a report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>至今沒有出錯。</translation>
    </message>
    <message>
        <source>Faults of this program itself; keys and personal data are masked</source>
        <translation>本程式自身的錯誤；密鑰和個人資料已遮蓋</translation>
    </message>
    <message>
        <source>Versions and the log, to send to whoever looks after this program</source>
        <translation>版本資料和日誌，可發給本程式的維護者</translation>
    </message>
    <message>
        <source>Copied: versions and the log, without keys and personal data.</source>
        <translation>已複製：版本資料和日誌，不含密鑰和個人資料。</translation>
    </message>
    <message>
        <source>This desktop opens no folders. It is {folder}</source>
        <translation>此桌面無法開啟資料夾。位置為 {folder}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{environment}, real money – QFPay Tester</source>
        <translation>{environment}，真實資金 – QFPay Tester</translation>
    </message>
    <message>
        <source>A notification came in.</source>
        <translation>收到一則通知。</translation>
    </message>
    <message>
        <source>The queries have ended.</source>
        <translation>查詢已結束。</translation>
    </message>
</context>
<context>
    <name>MakingDialog</name>
    <message>
        <source>My suite</source>
        <translation>我的測試集</translation>
    </message>
    <message>
        <source>Make a suite of saved requests</source>
        <translation>用已儲存的請求產生測試集</translation>
    </message>
    <message>
        <source>Name of the suite</source>
        <translation>測試集名稱</translation>
    </message>
    <message>
        <source>Saved requests</source>
        <translation>已儲存的請求</translation>
    </message>
    <message>
        <source>Make it …</source>
        <translation>產生…</translation>
    </message>
    <message>
        <source>Each becomes a step that expects respcd 0000. Queries and refunds take their numbers from the reply to the payment before them. Keys and personal data are not in the file.</source>
        <translation>每個請求成為一個期望 respcd 0000 的步驟。查詢和退款的編號取自之前支付的回應。檔案中沒有密鑰和個人資料。</translation>
    </message>
    <message>
        <source>Nothing is saved yet: Ctrl+S saves a request.</source>
        <translation>尚未儲存任何請求：按 Ctrl+S 儲存。</translation>
    </message>
</context>
<context>
    <name>Mends</name>
    <message>
        <source>Use {value}</source>
        <translation>改為 {value}</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>去掉首尾空白</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>刪除它們</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不發送</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Call it {name}</source>
        <translation>改名為 {name}</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>只留第一個</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>發送它</translation>
    </message>
    <message>
        <source>New on every send</source>
        <translation>每次發送時重新產生</translation>
    </message>
    <message>
        <source>Find it …</source>
        <translation>取得…</translation>
    </message>
    <message>
        <source>Edit credentials …</source>
        <translation>編輯憑證…</translation>
    </message>
    <message>
        <source>Switch to {environment}</source>
        <translation>切換至{environment}</translation>
    </message>
</context>
<context>
    <name>MerchantLines</name>
    <message>
        <source>App code</source>
        <translation>應用代碼</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>商戶密鑰</translation>
    </message>
    <message>
        <source>Credentials …</source>
        <translation>憑證…</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 個字元</translation>
    </message>
</context>
<context>
    <name>MessageDetails</name>
    <message>
        <source>What was sent</source>
        <translation>發送的內容</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>尚無訊息</translation>
    </message>
    <message>
        <source>Send a payment: every message between the five parties appears here.</source>
        <translation>發送一筆支付請求：五方之間的每則訊息都會顯示於此。</translation>
    </message>
    <message>
        <source>Copy this message with what was sent</source>
        <translation>複製此訊息及發送的內容</translation>
    </message>
    <message>
        <source>Copied: the message, {count} characters</source>
        <translation>已複製：訊息，{count} 個字元</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Came back</source>
        <translation>返回內容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>報文</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>位元組</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>複製全部</translation>
    </message>
    <message>
        <source>Save all of it …</source>
        <translation>儲存全部…</translation>
    </message>
    <message>
        <source>Masked: {names}. What was sent had other bytes there, and another length.</source>
        <translation>已遮蓋：{names}。實際發送的位元組和長度與此處不同。</translation>
    </message>
    <message>
        <source>More came than is kept here.</source>
        <translation>實際返回的內容比此處保存的多。</translation>
    </message>
    <message>
        <source>The beginning is shown; Copy and Save take all.</source>
        <translation>此處只顯示開頭；複製和儲存取全部內容。</translation>
    </message>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已複製：{what}，{count} 個字元</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>儲存報文</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>Examine</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Choose credentials …</source>
        <translation>選擇憑證…</translation>
    </message>
    <message>
        <source>The merchant&apos;s signature</source>
        <translation>商戶的簽名</translation>
    </message>
    <message>
        <source>The merchant&apos;s X-QF-SIGN</source>
        <translation>商戶的 X-QF-SIGN</translation>
    </message>
    <message>
        <source>Signature and client key are missing</source>
        <translation>缺少簽名及 client_key</translation>
    </message>
    <message>
        <source>The client key is missing</source>
        <translation>缺少 client_key</translation>
    </message>
    <message>
        <source>The merchant&apos;s signature is missing</source>
        <translation>缺少商戶的簽名</translation>
    </message>
    <message>
        <source>The request is in the draft. To name the cause, its signature is compared with the right one.</source>
        <translation>請求已在草稿中。要找出原因，須將其簽名與正確的簽名比較。</translation>
    </message>
    <message>
        <source>The request is in the draft. Choose the profile whose key the merchant signs with.</source>
        <translation>請求已在草稿中。請選擇商戶簽名所用密鑰對應的商戶設定。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>DNS knows no such host ({peer}).</source>
        <translation>DNS 查不到此主機（{peer}）。</translation>
    </message>
    <message>
        <source>Check the spelling of the base URL. If it is right, this network’s DNS may not know the host.</source>
        <translation>請檢查 API 網址的拼寫。如無誤，可能是此網絡的 DNS 不認識該主機。</translation>
    </message>
    <message>
        <source>DNS did not answer, so the host was not found ({peer}).</source>
        <translation>DNS 沒有回應，因此查不到主機（{peer}）。</translation>
    </message>
    <message>
        <source>Check this computer’s network connection, VPN and DNS server.</source>
        <translation>請檢查本機的網絡連線、VPN 和 DNS 伺服器。</translation>
    </message>
    <message>
        <source>This cannot be the name of a host ({peer}).</source>
        <translation>這不可能是主機名（{peer}）。</translation>
    </message>
    <message>
        <source>Correct the host in the base URL: between two dots stand 1 to 63 characters.</source>
        <translation>請更正 API 網址中的主機：兩個點之間須有 1 至 63 個字元。</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>代理設定無法使用。</translation>
    </message>
    <message>
        <source>Correct HTTPS_PROXY or the system’s proxy setting.</source>
        <translation>請更正 HTTPS_PROXY 或系統的代理設定。</translation>
    </message>
    <message>
        <source>DNS does not know the proxy ({peer}).</source>
        <translation>DNS 查不到代理伺服器（{peer}）。</translation>
    </message>
    <message>
        <source>Correct the host in HTTPS_PROXY or in the system’s proxy setting; a VPN may be needed to see it.</source>
        <translation>請更正 HTTPS_PROXY 或系統代理設定中的主機；可能須連上 VPN 才能找到它。</translation>
    </message>
    <message>
        <source>The proxy refused the connection ({peer}): it may not be running.</source>
        <translation>代理伺服器拒絕連線（{peer}）：它可能沒有執行。</translation>
    </message>
    <message>
        <source>Start the proxy, or correct host and port in HTTPS_PROXY or in the system’s proxy setting.</source>
        <translation>請啟動代理伺服器，或更正 HTTPS_PROXY 或系統代理設定中的主機和連接埠。</translation>
    </message>
    <message>
        <source>The proxy was not reached in time ({peer}).</source>
        <translation>未能及時連上代理伺服器（{peer}）。</translation>
    </message>
    <message>
        <source>Check the network or VPN that leads to the proxy, then its host and port.</source>
        <translation>請檢查通往代理伺服器的網絡或 VPN，再檢查其主機和連接埠。</translation>
    </message>
    <message>
        <source>The proxy itself could not be trusted: its TLS failed ({peer}).</source>
        <translation>無法信任代理伺服器本身：其 TLS 失敗（{peer}）。</translation>
    </message>
    <message>
        <source>Most proxies are named with http://, also for https. Else add its authority: File → Trust a CA file.</source>
        <translation>代理伺服器大多以 http:// 填寫，用於 https 時也一樣。否則請添加其頒發機構：「檔案」→「信任 CA 檔案」。</translation>
    </message>
    <message>
        <source>The proxy wants a login (HTTP 407, {peer}).</source>
        <translation>代理伺服器要求登入（HTTP 407，{peer}）。</translation>
    </message>
    <message>
        <source>Write name and password into the proxy setting, like http://name:password@host:port.</source>
        <translation>請在代理設定中寫上使用者名稱和密碼，如 http://name:password@host:port。</translation>
    </message>
    <message>
        <source>The proxy forbids this host (HTTP 403, {peer}).</source>
        <translation>代理伺服器禁止訪問此主機（HTTP 403，{peer}）。</translation>
    </message>
    <message>
        <source>Ask those who run the proxy to let the host of the base URL pass at its port.</source>
        <translation>請讓代理伺服器的管理員放行 API 網址的主機和連接埠。</translation>
    </message>
    <message>
        <source>The proxy did not reach the server (HTTP {status}, {peer}).</source>
        <translation>代理伺服器連不上伺服器（HTTP {status}，{peer}）。</translation>
    </message>
    <message>
        <source>Check the host of the base URL; the proxy’s own network or DNS may be at fault.</source>
        <translation>請檢查 API 網址的主機；也可能是代理伺服器自身的網絡或 DNS 有問題。</translation>
    </message>
    <message>
        <source>The proxy opened no tunnel (HTTP {status}, {peer}).</source>
        <translation>代理伺服器沒有開啟通道（HTTP {status}，{peer}）。</translation>
    </message>
    <message>
        <source>Show its answer to those who run the proxy: CONNECT to the host of the base URL must be allowed.</source>
        <translation>請將其回應交代理伺服器的管理員查看：須允許 CONNECT 到 API 網址的主機。</translation>
    </message>
    <message>
        <source>The proxy hung up before it opened a tunnel ({peer}).</source>
        <translation>代理伺服器在開啟通道之前斷開了（{peer}）。</translation>
    </message>
    <message>
        <source>It may forbid this host, or not know CONNECT: ask those who run it.</source>
        <translation>它可能禁止訪問此主機，或不支援 CONNECT：請詢問其管理員。</translation>
    </message>
    <message>
        <source>The proxy took the connection, but opened no tunnel in time ({peer}).</source>
        <translation>代理伺服器接受了連線，但未及時開啟通道（{peer}）。</translation>
    </message>
    <message>
        <source>It may not reach the server, or be no HTTP proxy: check its port, and ask those who run it.</source>
        <translation>它可能連不上伺服器，或不是 HTTP 代理伺服器：請檢查其連接埠，並詢問其管理員。</translation>
    </message>
    <message>
        <source>What answers there is no HTTP proxy ({peer}).</source>
        <translation>回應的不是 HTTP 代理伺服器（{peer}）。</translation>
    </message>
    <message>
        <source>Correct the port in HTTPS_PROXY: a SOCKS proxy or another service may listen at this one.</source>
        <translation>請更正 HTTPS_PROXY 中的連接埠：此連接埠上可能是 SOCKS 代理伺服器或其他服務。</translation>
    </message>
    <message>
        <source>The connection was refused ({peer}): nothing listens there.</source>
        <translation>連線被拒絕（{peer}）：那裏沒有程式在監聽。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL; a firewall may refuse in the server’s place.</source>
        <translation>請檢查 API 網址的主機和連接埠；也可能是防火牆代為拒絕。</translation>
    </message>
    <message>
        <source>No way leads there ({peer}): network or host cannot be reached.</source>
        <translation>無路可達（{peer}）：網絡或主機不可到達。</translation>
    </message>
    <message>
        <source>Check this computer’s network and VPN; the host’s address may belong to another network.</source>
        <translation>請檢查本機的網絡和 VPN；該主機的位址可能屬於另一網絡。</translation>
    </message>
    <message>
        <source>This computer forbids the connection ({peer}).</source>
        <translation>本機禁止此連線（{peer}）。</translation>
    </message>
    <message>
        <source>A firewall or security program here may block QFPay Tester: allow it.</source>
        <translation>本機的防火牆或安全軟件可能攔截了 QFPay Tester：請予放行。</translation>
    </message>
    <message>
        <source>Nobody took the connection in time ({peer}).</source>
        <translation>沒有及時接受連線（{peer}）。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL; a firewall that drops packets looks like this.</source>
        <translation>請檢查 API 網址的主機和連接埠；防火牆丟棄封包時也是這樣。</translation>
    </message>
    <message>
        <source>TLS: the server’s certificate has expired ({peer}).</source>
        <translation>TLS：伺服器的證書已過期（{peer}）。</translation>
    </message>
    <message>
        <source>Check this computer’s date first. If it is right, those who run the server must renew the certificate.</source>
        <translation>請先檢查本機日期。如無誤，須由伺服器的管理員更新證書。</translation>
    </message>
    <message>
        <source>TLS: the server’s certificate is not valid yet ({peer}).</source>
        <translation>TLS：伺服器的證書尚未生效（{peer}）。</translation>
    </message>
    <message>
        <source>This computer’s date may be in the past: set it right. Else the certificate was put in place too early.</source>
        <translation>本機日期可能落後：請校正。否則就是證書部署得太早。</translation>
    </message>
    <message>
        <source>TLS: the server vouches for itself only ({peer}).</source>
        <translation>TLS：伺服器的憑證是自簽的（{peer}）。</translation>
    </message>
    <message>
        <source>A test server does that, and so does somebody who listens in. If the server is yours, trust its certificate: File → Trust a CA file.</source>
        <translation>測試伺服器會這樣，竊聽者也會。如伺服器屬於你，請信任其證書：「檔案」→「信任 CA 檔案」。</translation>
    </message>
    <message>
        <source>TLS: nobody known vouches for the server’s certificate ({peer}).</source>
        <translation>TLS：伺服器證書的頒發機構不受信任（{peer}）。</translation>
    </message>
    <message>
        <source>If a company proxy opens TLS, add its authority: File → Trust a CA file. Else the server may leave out an intermediate certificate.</source>
        <translation>如公司代理伺服器會解開 TLS，請添加其頒發機構：「檔案」→「信任 CA 檔案」。否則可能是伺服器漏發了中間證書。</translation>
    </message>
    <message>
        <source>TLS: the certificate is made out to another host ({peer}).</source>
        <translation>TLS：證書屬於另一主機（{peer}）。</translation>
    </message>
    <message>
        <source>Check the host of the base URL; a login page of the network may answer in the server’s place.</source>
        <translation>請檢查 API 網址的主機；也可能是網絡的登入頁代為回應。</translation>
    </message>
    <message>
        <source>TLS: key or digest of the server’s certificate is too weak ({peer}).</source>
        <translation>TLS：伺服器證書的密鑰或摘要太弱（{peer}）。</translation>
    </message>
    <message>
        <source>Those who run the server, or the proxy that opens TLS, must get a new certificate.</source>
        <translation>須由伺服器或解開 TLS 的代理伺服器的管理員換發證書。</translation>
    </message>
    <message>
        <source>TLS: the server’s certificate does not hold ({peer}).</source>
        <translation>TLS：伺服器的證書不成立（{peer}）。</translation>
    </message>
    <message>
        <source>The library’s line says what is wrong with it: show that to those who run the server.</source>
        <translation>程式庫一行寫明了問題：請交伺服器的管理員查看。</translation>
    </message>
    <message>
        <source>TLS: the server speaks old versions only, below 1.2 ({peer}).</source>
        <translation>TLS：伺服器只支援 1.2 以下的舊版本（{peer}）。</translation>
    </message>
    <message>
        <source>Those who run it must switch TLS 1.2 or 1.3 on; an old proxy on the way may be what answers.</source>
        <translation>須由其管理員開啟 TLS 1.2 或 1.3；回應的也可能是途中的舊代理伺服器。</translation>
    </message>
    <message>
        <source>TLS: the server found nothing in common with this program ({peer}).</source>
        <translation>TLS：伺服器與本程式沒有共同支援的方式（{peer}）。</translation>
    </message>
    <message>
        <source>It may offer old ciphers only, or want a certificate of the client: ask those who run it.</source>
        <translation>它可能只提供舊的加密套件，或要求用戶端證書：請詢問其管理員。</translation>
    </message>
    <message>
        <source>TLS: the server wants a certificate of the client ({peer}).</source>
        <translation>TLS：伺服器要求用戶端證書（{peer}）。</translation>
    </message>
    <message>
        <source>This program has none to show. Check host and port: a company’s gateway may be what asks for it.</source>
        <translation>本程式沒有可出示的憑證。請檢查主機和連接埠：要求憑證的可能是公司的閘道。</translation>
    </message>
    <message>
        <source>TLS: what answers does not speak TLS ({peer}).</source>
        <translation>TLS：回應的一方不使用 TLS（{peer}）。</translation>
    </message>
    <message>
        <source>Check the port of the base URL: https usually listens at 443, and 80 or 8080 are plain.</source>
        <translation>請檢查 API 網址的連接埠：https 通常在 443，80 和 8080 是明文。</translation>
    </message>
    <message>
        <source>TLS: the server took the connection and then said nothing ({peer}).</source>
        <translation>TLS：伺服器接受了連線，之後沒有回應（{peer}）。</translation>
    </message>
    <message>
        <source>Check the port of the base URL; a firewall that looks into TLS may hold it up.</source>
        <translation>請檢查 API 網址的連接埠；也可能被檢查 TLS 的防火牆攔住。</translation>
    </message>
    <message>
        <source>TLS: the connection was closed within the handshake ({peer}).</source>
        <translation>TLS：連線在握手中被關閉（{peer}）。</translation>
    </message>
    <message>
        <source>A firewall may cut TLS to this host, or the server may not know the host’s name: check the base URL.</source>
        <translation>防火牆可能切斷了到此主機的 TLS，或伺服器不認識此主機名：請檢查 API 網址。</translation>
    </message>
    <message>
        <source>The request was taken, but no reply came in time.</source>
        <translation>請求已被接收，但沒有及時收到回應。</translation>
    </message>
    <message>
        <source>What answers, or what it asks in turn, may be slow or hang.</source>
        <translation>回應的一方，或它所依賴的系統，可能緩慢或卡住。</translation>
    </message>
    <message>
        <source>The reply began, but its header did not end in time.</source>
        <translation>回應已開始，但回應標頭沒有及時結束。</translation>
    </message>
    <message>
        <source>The server or a proxy on the way may be overloaded.</source>
        <translation>伺服器或途中的代理伺服器可能過載。</translation>
    </message>
    <message>
        <source>The reply came in part, then nothing more in time.</source>
        <translation>只收到部分回應，其餘沒有及時到達。</translation>
    </message>
    <message>
        <source>Its length may be stated too large, or a proxy on the way may hold the rest back.</source>
        <translation>所聲明的長度可能過大，或途中的代理伺服器扣住了其餘部分。</translation>
    </message>
    <message>
        <source>The reply came in drips and did not end in time.</source>
        <translation>回應斷斷續續，沒有及時結束。</translation>
    </message>
    <message>
        <source>What answers may be something else than an API: check the base URL and any proxy.</source>
        <translation>回應的可能不是 API：請檢查 API 網址及代理伺服器。</translation>
    </message>
    <message>
        <source>The connection was closed without a reply.</source>
        <translation>連線被關閉，沒有回應。</translation>
    </message>
    <message>
        <source>The server may be restarting, or a firewall may have cut the request off.</source>
        <translation>伺服器可能正在重啟，或防火牆切斷了請求。</translation>
    </message>
    <message>
        <source>The connection was reset before a reply.</source>
        <translation>連線在回應之前被重置。</translation>
    </message>
    <message>
        <source>The server may have crashed, or a firewall on the way may cut such requests.</source>
        <translation>伺服器可能崩潰，或途中的防火牆會切斷這類請求。</translation>
    </message>
    <message>
        <source>The connection was closed in the midst of the reply’s header.</source>
        <translation>連線在回應標頭中途被關閉。</translation>
    </message>
    <message>
        <source>The server or a proxy on the way may have crashed while it answered.</source>
        <translation>伺服器或途中的代理伺服器可能在回應時崩潰。</translation>
    </message>
    <message>
        <source>The connection was closed in the midst of the reply.</source>
        <translation>連線在回應中途被關閉。</translation>
    </message>
    <message>
        <source>The server may have crashed, or its reply states too large a length.</source>
        <translation>伺服器可能崩潰，或回應聲明的長度過大。</translation>
    </message>
    <message>
        <source>The connection was reset in the midst of the reply.</source>
        <translation>連線在回應中途被重置。</translation>
    </message>
    <message>
        <source>Check this computer’s network; a firewall on the way may have cut the reply off.</source>
        <translation>請檢查本機網絡；途中的防火牆也可能切斷了回應。</translation>
    </message>
    <message>
        <source>The reply has no HTTP header: it begins with its content.</source>
        <translation>回應沒有 HTTP 標頭：一開始就是內容。</translation>
    </message>
    <message>
        <source>A home-made or very old server may answer there: check host and port of the base URL.</source>
        <translation>回應的可能是自製或很舊的伺服器：請檢查 API 網址的主機和連接埠。</translation>
    </message>
    <message>
        <source>What answers does not speak HTTP ({peer}).</source>
        <translation>回應的一方不使用 HTTP（{peer}）。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL: mail, SSH or a database may listen there.</source>
        <translation>請檢查 API 網址的主機和連接埠：那裏可能是電郵、SSH 或資料庫服務。</translation>
    </message>
    <message>
        <source>What answers speaks TLS, but was asked in plain HTTP ({peer}).</source>
        <translation>回應的一方使用 TLS，而請求用的是明文 HTTP（{peer}）。</translation>
    </message>
    <message>
        <source>Write https:// in the base URL.</source>
        <translation>請在 API 網址中寫 https://。</translation>
    </message>
    <message>
        <source>The first line of the reply makes no sense as HTTP.</source>
        <translation>回應的第一行不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>The library’s line shows it. A proxy on the way may speak another version of HTTP.</source>
        <translation>程式庫一行顯示了其內容。途中的代理伺服器可能使用其他版本的 HTTP。</translation>
    </message>
    <message>
        <source>Only interim replies came (HTTP 1xx), never the real one.</source>
        <translation>只收到臨時回應（HTTP 1xx），始終沒有正式回應。</translation>
    </message>
    <message>
        <source>What answers is out of order: check the base URL and any proxy on the way.</source>
        <translation>回應的一方有故障：請檢查 API 網址及途中的代理伺服器。</translation>
    </message>
    <message>
        <source>The reply’s header is too large: above 64 KB a line, or 100 lines.</source>
        <translation>回應標頭過大：一行超過 64 KB，或超過 100 行。</translation>
    </message>
    <message>
        <source>A proxy on the way may add to it over and over: check the base URL and any proxy.</source>
        <translation>途中的代理伺服器可能反覆添加內容：請檢查 API 網址及代理伺服器。</translation>
    </message>
    <message>
        <source>The reply states its length in a way that makes no sense.</source>
        <translation>回應聲明長度的方式無效。</translation>
    </message>
    <message>
        <source>Two systems on the way may each have added a Content-Length: check any proxy.</source>
        <translation>途中兩個系統可能各加了一個 Content-Length：請檢查代理伺服器。</translation>
    </message>
    <message>
        <source>The pieces in which the reply came (chunks) are malformed.</source>
        <translation>回應的分塊（chunk）格式有誤。</translation>
    </message>
    <message>
        <source>The server or a proxy on the way puts its reply together wrongly: check any proxy.</source>
        <translation>伺服器或途中的代理伺服器拼接回應有誤：請檢查代理伺服器。</translation>
    </message>
    <message>
        <source>What came back cannot be read as HTTP.</source>
        <translation>收到的內容不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>Check host and port of the base URL, and any proxy on the way.</source>
        <translation>請檢查 API 網址的主機和連接埠，及途中的代理伺服器。</translation>
    </message>
    <message>
        <source>The server offers other addresses (HTTP {status}); that is not followed.</source>
        <translation>伺服器給出了其他位址（HTTP {status}）；不會跟隨。</translation>
    </message>
    <message>
        <source>Compare the base URL with the documents. A signed request is never passed on by itself.</source>
        <translation>請將 API 網址與文件核對。已簽名的請求絕不會自動轉發。</translation>
    </message>
    <message>
        <source>A login page came back instead of a reply.</source>
        <translation>收到的是登入頁，不是回應。</translation>
    </message>
    <message>
        <source>This network may want a login first: open a browser, log in. Else check the base URL.</source>
        <translation>此網絡可能要求先登入：請開啟瀏覽器登入。否則請檢查 API 網址。</translation>
    </message>
    <message>
        <source>The reply was too long and was cut off here, so it cannot be read.</source>
        <translation>回應過長，已在本機截斷，因此無法讀取。</translation>
    </message>
    <message>
        <source>At most 2 MB are read. Something else than an API may answer there: look at the raw reply.</source>
        <translation>最多讀取 2 MB。回應的可能不是 API：請看原始回應。</translation>
    </message>
    <message>
        <source>The reply came compressed, and cannot be unpacked.</source>
        <translation>回應經過壓縮，且無法解開。</translation>
    </message>
    <message>
        <source>This program asks for plain replies: a proxy on the way may compress them, and damage them.</source>
        <translation>本程式要求不壓縮的回應：可能是途中的代理伺服器壓縮並損壞了它。</translation>
    </message>
    <message>
        <source>The reply is text in another character set than UTF-8.</source>
        <translation>回應的字元集不是 UTF-8。</translation>
    </message>
    <message>
        <source>A proxy on the way, or another server, may have written it: check the base URL.</source>
        <translation>可能出自途中的代理伺服器或另一伺服器：請檢查 API 網址。</translation>
    </message>
    <message>
        <source>The reply is JSON that ends in the middle.</source>
        <translation>回應是中途結束的 JSON。</translation>
    </message>
    <message>
        <source>Its length may be stated too small, or a proxy on the way may have cut it.</source>
        <translation>所聲明的長度可能過小，或被途中的代理伺服器截斷。</translation>
    </message>
    <message>
        <source>The reply is JSON, but a list or a single value instead of members.</source>
        <translation>回應是 JSON，但只是列表或單個值，沒有成員。</translation>
    </message>
    <message>
        <source>Another API may be what answers: check host and path of the base URL.</source>
        <translation>回應的可能是另一 API：請檢查 API 網址的主機和路徑。</translation>
    </message>
    <message>
        <source>The address has moved for good (HTTP {status}); that is not followed.</source>
        <translation>該位址已永久遷移（HTTP {status}）；不會跟隨。</translation>
    </message>
    <message>
        <source>The technical lines say where to. Compare it with the base URL, and correct that if the host is right.</source>
        <translation>技術詳情寫明了新位址。請與 API 網址核對，主機無誤則更正 API 網址。</translation>
    </message>
    <message>
        <source>The server points elsewhere for now (HTTP {status}); that is not followed.</source>
        <translation>伺服器暫時指向別處（HTTP {status}）；不會跟隨。</translation>
    </message>
    <message>
        <source>A login page of the network answers like this: open a browser. Else compare the base URL.</source>
        <translation>網絡的登入頁會這樣回應：請開啟瀏覽器。否則請核對 API 網址。</translation>
    </message>
    <message>
        <source>The server points elsewhere, but does not say where (HTTP {status}).</source>
        <translation>伺服器指向別處，卻沒有寫明何處（HTTP {status}）。</translation>
    </message>
    <message>
        <source>A proxy on the way may have taken the address out: check the base URL and any proxy.</source>
        <translation>途中的代理伺服器可能去掉了位址：請檢查 API 網址及代理伺服器。</translation>
    </message>
    <message>
        <source>The server wants another page to be looked at instead (HTTP 303); that is not followed.</source>
        <translation>伺服器要求改看另一頁面（HTTP 303）；不會跟隨。</translation>
    </message>
    <message>
        <source>That is how web pages answer a form: the base URL may lead to a web site and no API.</source>
        <translation>網頁會這樣回應表單：API 網址可能指向網站而不是 API。</translation>
    </message>
    <message>
        <source>“Nothing has changed” came back (HTTP 304), which answers no such request.</source>
        <translation>收到「沒有變化」（HTTP 304），這不是對此類請求的回應。</translation>
    </message>
    <message>
        <source>A cache on the way may have answered: check any proxy.</source>
        <translation>回應的可能是途中的快取：請檢查代理伺服器。</translation>
    </message>
    <message>
        <source>The request was not understood (HTTP 400).</source>
        <translation>請求未被理解（HTTP 400）。</translation>
    </message>
    <message>
        <source>The raw reply may say why. A proxy on the way may have changed the request.</source>
        <translation>原始回應可能寫明原因。途中的代理伺服器也可能改動了請求。</translation>
    </message>
    <message>
        <source>A login is wanted (HTTP 401).</source>
        <translation>要求登入（HTTP 401）。</translation>
    </message>
    <message>
        <source>That is a gateway’s way to ask, not that of app_code and signature: check the base URL.</source>
        <translation>這是閘道的登入方式，與 app_code 和簽名無關：請檢查 API 網址。</translation>
    </message>
    <message>
        <source>The request is forbidden (HTTP 403).</source>
        <translation>請求被禁止（HTTP 403）。</translation>
    </message>
    <message>
        <source>A firewall before the server may bar this computer’s address, or something in the request.</source>
        <translation>伺服器前的防火牆可能攔截了本機位址，或請求中的內容。</translation>
    </message>
    <message>
        <source>There is nothing at this address (HTTP 404).</source>
        <translation>此位址沒有內容（HTTP 404）。</translation>
    </message>
    <message>
        <source>Compare base URL and path with the documents: one part too many or too few gives this.</source>
        <translation>請將 API 網址和路徑與文件核對：多一段或少一段都會這樣。</translation>
    </message>
    <message>
        <source>This address takes no such method (HTTP 405).</source>
        <translation>此位址不接受這種方法（HTTP 405）。</translation>
    </message>
    <message>
        <source>Compare base URL and path with the documents; a redirect or proxy may have made a GET of it.</source>
        <translation>請將 API 網址和路徑與文件核對；重新導向或代理伺服器可能把它變成了 GET。</translation>
    </message>
    <message>
        <source>A proxy on the way wants a login (HTTP 407).</source>
        <translation>途中的代理伺服器要求登入（HTTP 407）。</translation>
    </message>
    <message>
        <source>The rest of the request was waited for in vain (HTTP 408).</source>
        <translation>沒有等到請求的其餘部分（HTTP 408）。</translation>
    </message>
    <message>
        <source>The network may be slow, or a proxy on the way may have held the request back.</source>
        <translation>網絡可能緩慢，或途中的代理伺服器扣住了請求。</translation>
    </message>
    <message>
        <source>The length of the request is missing (HTTP 411).</source>
        <translation>缺少請求的長度（HTTP 411）。</translation>
    </message>
    <message>
        <source>This program always states it: a proxy on the way may have taken it out.</source>
        <translation>本程式總會聲明長度：可能被途中的代理伺服器去掉。</translation>
    </message>
    <message>
        <source>The request is too large (HTTP 413).</source>
        <translation>請求過大（HTTP 413）。</translation>
    </message>
    <message>
        <source>Shorten the values: the signing panel shows how many bytes they make.</source>
        <translation>請縮短各值：簽名面板顯示了位元組數。</translation>
    </message>
    <message>
        <source>The address is too long (HTTP 414).</source>
        <translation>位址過長（HTTP 414）。</translation>
    </message>
    <message>
        <source>Check the base URL; a proxy on the way may have put the parameters into the address.</source>
        <translation>請檢查 API 網址；途中的代理伺服器可能把參數放進了位址。</translation>
    </message>
    <message>
        <source>This kind of body is not taken (HTTP 415).</source>
        <translation>不接受這種正文（HTTP 415）。</translation>
    </message>
    <message>
        <source>A form was sent. Another API may be what answers: compare base URL and path with the documents.</source>
        <translation>發送的是表單。回應的可能是另一 API：請將 API 網址和路徑與文件核對。</translation>
    </message>
    <message>
        <source>What answers is not in charge of this host (HTTP 421).</source>
        <translation>回應的一方不負責此主機（HTTP 421）。</translation>
    </message>
    <message>
        <source>The host’s name or a proxy may lead to the wrong machine: check the base URL and DNS.</source>
        <translation>主機名或代理伺服器可能指向了錯誤的機器：請檢查 API 網址和 DNS。</translation>
    </message>
    <message>
        <source>The server did not want the request that early (HTTP 425).</source>
        <translation>伺服器認為請求來得過早（HTTP 425）。</translation>
    </message>
    <message>
        <source>A proxy on the way may have sent it along with the handshake: check any proxy.</source>
        <translation>途中的代理伺服器可能在握手時就送出了請求：請檢查代理伺服器。</translation>
    </message>
    <message>
        <source>The request’s header is too large (HTTP 431).</source>
        <translation>標頭過大（HTTP 431）。</translation>
    </message>
    <message>
        <source>Look at app_code: a whole text may have been pasted there. A proxy may add to it, too.</source>
        <translation>請看 app_code：可能貼上了整段文字。代理伺服器也可能添加了內容。</translation>
    </message>
    <message>
        <source>This host is blocked for legal reasons (HTTP 451).</source>
        <translation>此主機因法律原因被封鎖（HTTP 451）。</translation>
    </message>
    <message>
        <source>A filter of the network or the country may answer in the server’s place: try another network.</source>
        <translation>回應的可能是網絡或國家的過濾系統：請換一個網絡。</translation>
    </message>
    <message>
        <source>The server failed while it worked on the request (HTTP 500).</source>
        <translation>伺服器處理請求時出錯（HTTP 500）。</translation>
    </message>
    <message>
        <source>If it stays like this, show the raw reply to those who run the server.</source>
        <translation>如持續如此，請將原始回應交伺服器的管理員查看。</translation>
    </message>
    <message>
        <source>What answers does not know how to do this (HTTP 501).</source>
        <translation>回應的一方不支援此操作（HTTP 501）。</translation>
    </message>
    <message>
        <source>It may be no API at all: check the base URL and any proxy.</source>
        <translation>它可能根本不是 API：請檢查 API 網址及代理伺服器。</translation>
    </message>
    <message>
        <source>A gateway got no proper answer from the server behind it (HTTP 502).</source>
        <translation>閘道沒有從後面的伺服器得到正常回應（HTTP 502）。</translation>
    </message>
    <message>
        <source>The server may be restarting. If it stays like this, show the raw reply to those who run it.</source>
        <translation>伺服器可能正在重啟。如持續如此，請將原始回應交其管理員查看。</translation>
    </message>
    <message>
        <source>The server is out of service for now (HTTP 503).</source>
        <translation>伺服器暫停服務（HTTP 503）。</translation>
    </message>
    <message>
        <source>It may be under maintenance or overloaded.</source>
        <translation>它可能正在維護或過載。</translation>
    </message>
    <message>
        <source>A gateway waited in vain for the server behind it (HTTP 504).</source>
        <translation>閘道沒有等到後面的伺服器（HTTP 504）。</translation>
    </message>
    <message>
        <source>The request may well have been carried out by then.</source>
        <translation>請求可能已被執行。</translation>
    </message>
    <message>
        <source>What answers speaks another version of HTTP (HTTP 505).</source>
        <translation>回應的一方使用其他版本的 HTTP（HTTP 505）。</translation>
    </message>
    <message>
        <source>An odd proxy may stand in between: check the base URL and any proxy.</source>
        <translation>途中可能有不尋常的代理伺服器：請檢查 API 網址及代理伺服器。</translation>
    </message>
    <message>
        <source>The network wants a login first (HTTP 511).</source>
        <translation>網絡要求先登入（HTTP 511）。</translation>
    </message>
    <message>
        <source>Open a browser and log in to this network, such as a hotel’s or a guest’s.</source>
        <translation>請開啟瀏覽器登入此網絡，例如酒店或訪客網絡。</translation>
    </message>
    <message>
        <source>The reply asks to wait {seconds} s first (Retry-After).</source>
        <translation>回應要求先等待 {seconds} 秒（Retry-After）。</translation>
    </message>
    <message>
        <source>The reply asks to wait until {moment} (Retry-After).</source>
        <translation>回應要求等到 {moment}（Retry-After）。</translation>
    </message>
</context>
<context>
    <name>NoticeRowsModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>應答</translation>
    </message>
</context>
<context>
    <name>NoticeView</name>
    <message>
        <source>What it says</source>
        <translation>通知內容</translation>
    </message>
    <message>
        <source>Headers and body as they came</source>
        <translation>收到的標頭及正文原文</translation>
    </message>
    <message>
        <source>Tries ({count})</source>
        <translation>發送次數（{count}）</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>發送次數</translation>
    </message>
    <message>
        <source>Pages of the notification</source>
        <translation>通知的各頁</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含義</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Open in the check, where signature and key can be changed (Enter)</source>
        <translation>在檢查頁開啟，可更改簽名及密鑰（Enter）</translation>
    </message>
</context>
<context>
    <name>NoticesTable</name>
    <message>
        <source>Open in the check</source>
        <translation>在檢查頁開啟</translation>
    </message>
    <message>
        <source>Send it to a receiver …</source>
        <translation>發送到接收端…</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>複製訂單編號</translation>
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
        <translation>請對請求正文的原始位元組驗證簽名，且須在任何 JSON 解析器處理之前取得：PHP 用 php://input，Node 用 express.raw()，Flask 用 request.get_data()，Spring 用 byte[]。</translation>
    </message>
    <message>
        <source>Use the client_key exactly as QFPay gave it, that of the app_code the payment was made with.</source>
        <translation>請完全按 QFPay 所給的使用 client_key，並且須是該付款所用 app_code 的 client_key。</translation>
    </message>
    <message>
        <source>Append the client_key directly to the last byte of the body: no “&amp;”, no “key=”, nothing else.</source>
        <translation>請將 client_key 直接接在正文的最後一個位元組之後：不加「&amp;」，不加「key=」，亦不加其他內容。</translation>
    </message>
    <message>
        <source>Notifications are signed by plain MD5, written as 32 hexadecimal digits in upper case.</source>
        <translation>通知以單純的 MD5 簽名，寫成 32 位大寫十六進制。</translation>
    </message>
    <message>
        <source>Copy the whole value of the header X-QF-SIGN, without quotes and blanks.</source>
        <translation>請複製標頭 X-QF-SIGN 的完整值，不帶引號及空格。</translation>
    </message>
    <message>
        <source>{first}; and {second}</source>
        <translation>{first}；並且{second}</translation>
    </message>
    <message>
        <source>The signature fits if {causes}.</source>
        <translation>以下情況成立，簽名即相符：{causes}。</translation>
    </message>
    <message>
        <source>Valid: QFPay’s signature fits this notification.</source>
        <translation>有效：QFPay 的簽名與此通知相符。</translation>
    </message>
    <message>
        <source>Valid: QFPay’s signature fits this reply.</source>
        <translation>有效：QFPay 的簽名與此回應相符。</translation>
    </message>
    <message>
        <source>X-QF-SIGN is the MD5 of the raw body with the client key behind it, byte for byte.</source>
        <translation>X-QF-SIGN 正是原始正文末尾接上 client_key 的 MD5，逐個位元組無誤。</translation>
    </message>
    <message>
        <source>Not valid: the signature does not fit this body and this key.</source>
        <translation>無效：簽名與此正文及此密鑰不符。</translation>
    </message>
    <message>
        <source>Not valid with this key: it was signed with another merchant’s.</source>
        <translation>用此密鑰驗證無效：簽名用的是另一商戶的密鑰。</translation>
    </message>
    <message>
        <source>Not valid: the signature was made with another key.</source>
        <translation>無效：簽名用的是另一密鑰。</translation>
    </message>
    <message>
        <source>Not valid: something other than the raw body was hashed.</source>
        <translation>無效：計算雜湊的不是原始正文。</translation>
    </message>
    <message>
        <source>Not valid: the key was joined to the body in another way.</source>
        <translation>無效：密鑰與正文的連接方式不同。</translation>
    </message>
    <message>
        <source>Not valid: another digest than MD5 was used.</source>
        <translation>無效：用的摘要不是 MD5。</translation>
    </message>
    <message>
        <source>The content fits the signature, its bytes do not.</source>
        <translation>內容與簽名相符，位元組卻不符。</translation>
    </message>
    <message>
        <source>The signature fits as far as it is shown.</source>
        <translation>就所示部分而言，簽名相符。</translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>尚無內容可檢查。</translation>
    </message>
    <message>
        <source>Paste what the merchant’s server received: headers and body. The signature can be typed below.</source>
        <translation>請貼上商戶伺服器收到的內容：標頭及正文。簽名可在下方輸入。</translation>
    </message>
    <message>
        <source>No body was found.</source>
        <translation>未找到正文。</translation>
    </message>
    <message>
        <source>The signature covers the body, so paste the body too: the JSON text as it came.</source>
        <translation>簽名涵蓋正文，因此請一併貼上正文：收到的 JSON 原文。</translation>
    </message>
    <message>
        <source>No signature was found.</source>
        <translation>未找到簽名。</translation>
    </message>
    <message>
        <source>QFPay’s notifications carry it in the header X-QF-SIGN. A request without it is not from QFPay, or the merchant’s server dropped the header: it may be named HTTP_X_QF_SIGN there.</source>
        <translation>QFPay 的通知將簽名放在標頭 X-QF-SIGN 中。沒有它的請求並非來自 QFPay，或是被商戶伺服器丟掉了：在那裏它可能名為 HTTP_X_QF_SIGN。</translation>
    </message>
    <message>
        <source>There is no client key to check with.</source>
        <translation>沒有可用於檢查的 client_key。</translation>
    </message>
    <message>
        <source>Choose a merchant whose key is here, or type the key.</source>
        <translation>請選擇此處有密鑰的商戶，或輸入密鑰。</translation>
    </message>
    <message>
        <source>What is given as signature is none.</source>
        <translation>所給的簽名不是簽名。</translation>
    </message>
    <message>
        <source>A signature has 32 hexadecimal digits, as in 5ABDB598…, and at least 8 must be shown.</source>
        <translation>簽名為 32 位十六進制，形如 5ABDB598…，最少須給出 8 位。</translation>
    </message>
    <message>
        <source>Copy the value of the header X-QF-SIGN.</source>
        <translation>請複製標頭 X-QF-SIGN 的值。</translation>
    </message>
    <message>
        <source>The body is longer than {most} bytes, far more than QFPay sends: reasons were not searched for.</source>
        <translation>正文超過 {most} 位元組，遠大於 QFPay 所發送的，因此沒有尋找原因。</translation>
    </message>
    <message>
        <source>Nothing known gives this signature: not the body written in other ways, not a key that is known here, not another digest. {odd} So a value in the body was changed after it was signed – which one, nobody can tell –, or the key is one that is not known here, or it is a forgery.</source>
        <translation>已知的情況都得不出此簽名：正文的其他寫法、此處已知的密鑰、其他摘要，均不相符。{odd}因此，要麼正文中的某個值在簽名後被改動（無從得知是哪一個），要麼所用密鑰此處未知，要麼通知是偽造的。</translation>
    </message>
    <message>
        <source>It has {length} digits, too; an MD5 has 32.</source>
        <translation>而且它有 {length} 位；MD5 為 32 位。</translation>
    </message>
    <message>
        <source>Its form is right, though.</source>
        <translation>不過其格式正確。</translation>
    </message>
    <message>
        <source>Ask for the raw bytes of the body, for instance as a hex dump, and for all headers.</source>
        <translation>請索取正文的原始位元組（例如十六進制傾印）以及全部標頭。</translation>
    </message>
    <message>
        <source>Ask for which app_code, and in which environment, the payment was made; its key is the one that signs.</source>
        <translation>請查問付款用的是哪個 app_code、在哪個環境；簽名用的就是它的密鑰。</translation>
    </message>
    <message>
        <source>Query the order before anything is delivered: a notification that is not valid proves nothing.</source>
        <translation>發貨前請先查詢訂單：無效的通知證明不了甚麼。</translation>
    </message>
    <message>
        <source>Its digits are in lower case; QFPay writes capitals. Compare without regard to case.</source>
        <translation>簽名為小寫；QFPay 寫大寫。比較時請不分大小寫。</translation>
    </message>
    <message>
        <source>Its digits mix capitals and small letters; QFPay writes capitals.</source>
        <translation>簽名大小寫混用；QFPay 寫大寫。</translation>
    </message>
    <message>
        <source>the signature was cut: it has {length} digits here, a whole one has 32</source>
        <translation>簽名被截短：此處有 {length} 位，完整的為 32 位</translation>
    </message>
    <message>
        <source>the quotes, blanks or other signs around the signature are left out</source>
        <translation>去掉簽名前後的引號、空格或其他符號</translation>
    </message>
    <message>
        <source>the signs between the digits are left out</source>
        <translation>去掉簽名各位之間的符號</translation>
    </message>
    <message>
        <source>the digest was written in base64, not in hex</source>
        <translation>摘要寫成了 base64，而非十六進制</translation>
    </message>
    <message>
        <source>the digits that are blotted out are those that were signed; the others fit</source>
        <translation>被遮蓋的各位與簽名一致；其餘各位相符</translation>
    </message>
    <message>
        <source>Missing, though the page of this type lists it. {meaning}</source>
        <translation>缺少，而該類型的頁面列有此欄位。{meaning}</translation>
    </message>
    <message>
        <source>{meaning} Of payments and refunds QFPay notifies of successes only, so query the order.</source>
        <translation>{meaning}付款及退款方面，QFPay 只通知成功的交易，因此請查詢訂單。</translation>
    </message>
    <message>
        <source>{meaning} This time the subscription was not charged: deliver nothing for it.</source>
        <translation>{meaning}本次訂閱未扣款：請勿據此發貨。</translation>
    </message>
    <message>
        <source>The token was made. Nobody has paid.</source>
        <translation>令牌已建立，沒有人付款。</translation>
    </message>
    <message>
        <source>The subscription was charged this time.</source>
        <translation>本次訂閱扣款成功。</translation>
    </message>
    <message>
        <source>Verify X-QF-SIGN over the raw bytes first; ignore what is not valid.</source>
        <translation>先對原始位元組驗證 X-QF-SIGN；無效的不予理會。</translation>
    </message>
    <message>
        <source>Look out_trade_no up among the own orders, and compare txamt and txcurrcd with what that order costs.</source>
        <translation>在自己的訂單中尋找 out_trade_no，並將 txamt 及 txcurrcd 與該訂單應付的金額核對。</translation>
    </message>
    <message>
        <source>Expect the same notification several times: note syssn, and deliver once only.</source>
        <translation>同一通知可能收到多次：請記下 syssn，只發貨一次。</translation>
    </message>
    <message>
        <source>If the copy did this, the notification itself is fine. If the merchant’s program did, let it keep the body as it came, byte by byte.</source>
        <translation>如果是複製造成的，通知本身沒有問題。如果是商戶程式造成的，請讓它逐個位元組保留收到的正文。</translation>
    </message>
    <message>
        <source>the body was signed in another character set ({charset}) than it is kept in here</source>
        <translation>正文簽名時用的是另一字元集（{charset}），與此處保存的不同</translation>
    </message>
    <message>
        <source>the body’s UTF-8 was read as Latin-1 and written again</source>
        <translation>正文的 UTF-8 被讀成 Latin-1 再寫出</translation>
    </message>
    <message>
        <source>the line break at the end of the body is left out: it was not signed</source>
        <translation>去掉正文末尾的換行：它沒有參與簽名</translation>
    </message>
    <message>
        <source>the line breaks at the end of the body are left out: they were not signed</source>
        <translation>去掉正文末尾的多個換行：它們沒有參與簽名</translation>
    </message>
    <message>
        <source>blanks and line breaks around the body are left out: they were not signed</source>
        <translation>去掉正文前後的空格及換行：它們沒有參與簽名</translation>
    </message>
    <message>
        <source>a line break stands at the end of the body: it was signed, and is missing here</source>
        <translation>正文末尾有一個換行：它參與了簽名，此處卻沒有</translation>
    </message>
    <message>
        <source>a line break (CR LF) stands at the end of the body: it was signed, and is missing here</source>
        <translation>正文末尾有一個換行（CR LF）：它參與了簽名，此處卻沒有</translation>
    </message>
    <message>
        <source>the byte order mark before the body is left out: it was not signed</source>
        <translation>去掉正文前的位元組順序記號：它沒有參與簽名</translation>
    </message>
    <message>
        <source>a byte order mark stands before the body: it was signed, and is missing here</source>
        <translation>正文前有位元組順序記號：它參與了簽名，此處卻沒有</translation>
    </message>
    <message>
        <source>a space stands at the end of the body: it was signed, and is missing here</source>
        <translation>正文末尾有一個空格：它參與了簽名，此處卻沒有</translation>
    </message>
    <message>
        <source>the body’s lines end in CR LF: here they end in LF only</source>
        <translation>正文各行以 CR LF 結尾：此處只以 LF 結尾</translation>
    </message>
    <message>
        <source>the body’s lines end in LF only: here they end in CR LF</source>
        <translation>正文各行只以 LF 結尾：此處以 CR LF 結尾</translation>
    </message>
    <message>
        <source>the line breaks within the body are left out: they were not signed</source>
        <translation>去掉正文中的換行：它們沒有參與簽名</translation>
    </message>
    <message>
        <source>“/” is written as it is; here it is written “\/”, as PHP does</source>
        <translation>「/」按原樣寫；此處寫成「\/」，與 PHP 相同</translation>
    </message>
    <message>
        <source>“/” is written “\/”, as PHP does; here it is written as it is</source>
        <translation>「/」寫成「\/」，與 PHP 相同；此處按原樣寫</translation>
    </message>
    <message>
        <source>characters beyond ASCII are written as they are; here they are written “\uXXXX”</source>
        <translation>非 ASCII 字元按原樣寫；此處寫成「\uXXXX」</translation>
    </message>
    <message>
        <source>characters beyond ASCII are written “\uXXXX”; here they are written as they are</source>
        <translation>非 ASCII 字元寫成「\uXXXX」；此處按原樣寫</translation>
    </message>
    <message>
        <source>the digits of “\uXXXX” are written in the other letter case</source>
        <translation>「\uXXXX」中的十六進制字母大小寫相反</translation>
    </message>
    <message>
        <source>the quotes are straight ones: a chat or office program curled them</source>
        <translation>引號是直引號：聊天或辦公室軟件將其改成了彎引號</translation>
    </message>
    <message>
        <source>no-break spaces are plain spaces: a chat or web page replaced them</source>
        <translation>不換行空格本是普通空格：被聊天軟件或網頁替換</translation>
    </message>
    <message>
        <source>the backslashes before quotes are left out: a log put them there</source>
        <translation>去掉引號前的反斜線：那是記錄檔加上的</translation>
    </message>
    <message>
        <source>HTML entities such as “&amp;quot;” are the characters they stand for</source>
        <translation>「&amp;quot;」等 HTML 實體還原為所代表的字元</translation>
    </message>
    <message>
        <source>quotes were written as HTML entities such as “&amp;quot;” before the body was hashed</source>
        <translation>計算雜湊前，正文中的引號寫成了「&amp;quot;」等 HTML 實體</translation>
    </message>
    <message>
        <source>the body is URL-decoded: here it is still encoded</source>
        <translation>正文經過 URL 解碼：此處仍為編碼形式</translation>
    </message>
    <message>
        <source>the body was URL-encoded before it was hashed</source>
        <translation>正文在計算雜湊前作了 URL 編碼</translation>
    </message>
    <message>
        <source>each “+” of the body was read as a space, as in a form</source>
        <translation>正文中的每個「+」都被讀成空格，如同表單</translation>
    </message>
    <message>
        <source>The return code; 0000 is success.</source>
        <translation>傳回碼；0000 為成功。</translation>
    </message>
    <message>
        <source>The way of paying; 800213 is WeChat Pay in a Mini Program.</source>
        <translation>支付類型；800213 是微信小程序支付。</translation>
    </message>
    <message>
        <source>QFPay’s transaction number; of a refund, the refund’s own.</source>
        <translation>QFPay 的流水號；退款則為退款自己的流水號。</translation>
    </message>
    <message>
        <source>The merchant’s order number; of a refund, the one the refund was sent with.</source>
        <translation>商戶訂單編號；退款則為發起退款時所用的編號。</translation>
    </message>
    <message>
        <source>The amount in minor units of txcurrcd.</source>
        <translation>金額，以 txcurrcd 的最小貨幣單位計算。</translation>
    </message>
    <message>
        <source>The currency of txamt.</source>
        <translation>txamt 的貨幣。</translation>
    </message>
    <message>
        <source>The time the merchant sent with the request, as it was sent.</source>
        <translation>商戶隨請求發送的時間，按發送時原樣。</translation>
    </message>
    <message>
        <source>QFPay’s time of the transaction, in UTC+8; the day of the settlement goes by it.</source>
        <translation>QFPay 的交易時間，UTC+8；結算日以此為準。</translation>
    </message>
    <message>
        <source>When the customer paid, in UTC+8.</source>
        <translation>顧客付款的時間，UTC+8。</translation>
    </message>
    <message>
        <source>Whether the payment was cancelled or refunded.</source>
        <translation>付款是否已取消或退款。</translation>
    </message>
    <message>
        <source>The merchant below an agent; agents only.</source>
        <translation>代理商轄下的商戶；只有代理商才有。</translation>
    </message>
    <message>
        <source>What was bought, as the merchant named it.</source>
        <translation>所購商品，按商戶所寫。</translation>
    </message>
    <message>
        <source>A further description of what was bought.</source>
        <translation>所購商品的補充說明。</translation>
    </message>
    <message>
        <source>The wallet’s exchange rate between txcurrcd and the customer’s currency. Not for computing.</source>
        <translation>錢包在 txcurrcd 與顧客貨幣之間的匯率。不要用於計算。</translation>
    </message>
    <message>
        <source>A further number of the channel.</source>
        <translation>渠道的另一編號。</translation>
    </message>
    <message>
        <source>The payer: a card number, or with WeChat perhaps the openid. Personal data: do not pass it on.</source>
        <translation>付款人：卡號，微信則可能是 openid。個人資料：請勿外傳。</translation>
    </message>
    <message>
        <source>What the customer paid after discounts, in minor units of cash_fee_type.</source>
        <translation>顧客扣除優惠後實付的金額，以 cash_fee_type 的最小貨幣單位計算。</translation>
    </message>
    <message>
        <source>The currency of cash_fee, which need not be txcurrcd.</source>
        <translation>cash_fee 的貨幣，不一定是 txcurrcd。</translation>
    </message>
    <message>
        <source>What the customer gets back, in minor units of cash_refund_fee_type.</source>
        <translation>退回顧客的金額，以 cash_refund_fee_type 的最小貨幣單位計算。</translation>
    </message>
    <message>
        <source>The currency of cash_refund_fee, which need not be txcurrcd.</source>
        <translation>cash_refund_fee 的貨幣，不一定是 txcurrcd。</translation>
    </message>
    <message>
        <source>Not cancelled, nothing refunded.</source>
        <translation>未取消，未退款。</translation>
    </message>
    <message>
        <source>Reversed or refunded, of a payment by scanning the customer’s code.</source>
        <translation>已沖正或退款（掃描顧客付款碼的付款）。</translation>
    </message>
    <message>
        <source>Cancelled, of a payment by scanning the merchant’s code.</source>
        <translation>已取消（掃描商戶收款碼的付款）。</translation>
    </message>
    <message>
        <source>Refunded.</source>
        <translation>已退款。</translation>
    </message>
    <message>
        <source>The pre-authorisation was completed.</source>
        <translation>預先授權已完成。</translation>
    </message>
    <message>
        <source>Refunded in part.</source>
        <translation>已部分退款。</translation>
    </message>
    <message>
        <source>Not documented; known are 0 to 5. Query the order.</source>
        <translation>文件未載；已知為 0 至 5。請查詢訂單。</translation>
    </message>
    <message>
        <source>A customer paid.</source>
        <translation>顧客已付款。</translation>
    </message>
    <message>
        <source>A refund went through. Mark the refund, not a new payment.</source>
        <translation>退款已完成。請標記退款，不要當作新的付款。</translation>
    </message>
    <message>
        <source>{amount} was paid for the order {order}, at {time} (UTC+8).</source>
        <translation>訂單 {order} 已付款 {amount}，時間 {time}（UTC+8）。</translation>
    </message>
    <message>
        <source>{amount} was refunded under the refund number {order}, at {time} (UTC+8).</source>
        <translation>已退款 {amount}，退款編號 {order}，時間 {time}（UTC+8）。</translation>
    </message>
    <message>
        <source>Not documented, and allowed: QFPay may add fields at any time. Ignore, do not refuse.</source>
        <translation>文件未載，但允許出現：QFPay 可隨時增加欄位。請忽略，不要拒收。</translation>
    </message>
    <message>
        <source>Empty. {meaning}</source>
        <translation>留空。{meaning}</translation>
    </message>
    <message>
        <source>Missing, though it is documented as mandatory. {meaning}</source>
        <translation>欠缺，但文件規定為必有。{meaning}</translation>
    </message>
    <message>
        <source>{human}. {meaning}</source>
        <translation>{human}。{meaning}</translation>
    </message>
    <message>
        <source>In which currency is not said: {currency} is empty or missing. {meaning}</source>
        <translation>未說明貨幣：{currency} 留空或欠缺。{meaning}</translation>
    </message>
    <message>
        <source>{currency} is no currency known here, so its decimals are not known. {meaning}</source>
        <translation>此處不認得貨幣 {currency}，因此不知其小數位數。{meaning}</translation>
    </message>
    <message>
        <source>This is no whole number of minor units. {meaning}</source>
        <translation>不是最小貨幣單位的整數。{meaning}</translation>
    </message>
    <message>
        <source>Not in the documented table of return codes. Query the order.</source>
        <translation>不在文件的傳回碼表中。請查詢訂單。</translation>
    </message>
    <message>
        <source>Success: the payment or refund went through.</source>
        <translation>成功：付款或退款已完成。</translation>
    </message>
    <message>
        <source>Documented is 1, success. Query the order before anything is delivered.</source>
        <translation>文件所載為 1，即成功。發貨前請先查詢訂單。</translation>
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
        <translation>銀行卡已存為令牌。這不是付款，請勿據此發貨。</translation>
    </message>
    <message>
        <source>A subscription changed its state. It is no payment: read state.</source>
        <translation>訂閱狀態有變。這不是付款，請看 state。</translation>
    </message>
    <message>
        <source>A subscription was charged, or could not be: it also comes after failures, so read respcd.</source>
        <translation>訂閱已扣款，或扣款失敗：失敗後亦會通知，因此請看 respcd。</translation>
    </message>
    <message>
        <source>Not documented; known are payment, refund, payment_token, subscription and subscription_payment. Do not deliver because of it.</source>
        <translation>文件未載；已知為 payment、refund、payment_token、subscription 及 subscription_payment。不要據此發貨。</translation>
    </message>
    <message>
        <source>1: it succeeded. Of payments and refunds, QFPay notifies of successes only.</source>
        <translation>1：成功。付款及退款方面，QFPay 只通知成功的交易。</translation>
    </message>
    <message>
        <source>What happened: payment, refund, or news of a token or subscription.</source>
        <translation>發生了甚麼：付款、退款，或令牌、訂閱的消息。</translation>
    </message>
    <message>
        <source>The wallet’s own number; in WeChat the customer may see it as transaction number.</source>
        <translation>錢包自己的編號；顧客在微信中可能看到它，即交易單號。</translation>
    </message>
    <message>
        <source>What became of the token: NEW, MATCH or CONFLICT.</source>
        <translation>令牌的結果：NEW、MATCH 或 CONFLICT。</translation>
    </message>
    <message>
        <source>The token that stands for the card. Keep it as a secret.</source>
        <translation>代表銀行卡的令牌，請保密。</translation>
    </message>
    <message>
        <source>When the token ends.</source>
        <translation>令牌的到期時間。</translation>
    </message>
    <message>
        <source>The card’s scheme, such as VISA.</source>
        <translation>卡組織，如 VISA。</translation>
    </message>
    <message>
        <source>The subscription this is about.</source>
        <translation>所涉及的訂閱。</translation>
    </message>
    <message>
        <source>This charge of the subscription; note it, and deliver once only.</source>
        <translation>訂閱的這一次扣款；請記錄，只發貨一次。</translation>
    </message>
    <message>
        <source>The subscription’s state, such as ACTIVE, COMPLETED or INCOMPLETE.</source>
        <translation>訂閱的狀態，如 ACTIVE、COMPLETED 或 INCOMPLETE。</translation>
    </message>
    <message>
        <source>QFPay’s number of the store.</source>
        <translation>QFPay 的門店編號。</translation>
    </message>
    <message>
        <source>The customer the token belongs to, where there is one.</source>
        <translation>令牌所屬的顧客（如有）。</translation>
    </message>
    <message>
        <source>Why the token was made.</source>
        <translation>建立令牌的原因。</translation>
    </message>
    <message>
        <source>QFPay’s reference of the token.</source>
        <translation>QFPay 的令牌參考值。</translation>
    </message>
    <message>
        <source>QFPay’s words about the return code.</source>
        <translation>QFPay 對傳回碼的說明。</translation>
    </message>
    <message>
        <source>Tell payment, refund and the rest apart by notify_type; all come to the same address.</source>
        <translation>以 notify_type 區分付款、退款及其他；都發往同一網址。</translation>
    </message>
    <message>
        <source>Answer HTTP 200 with the body SUCCESS at once, and do the slow work afterwards: how long QFPay waits is not documented. Any other answer makes QFPay notify again, after 2, 10, 10 and 60 minutes, then 2, 6 and 15 hours.</source>
        <translation>即時應答 HTTP 200，正文為 SUCCESS，耗時的工作隨後再做：QFPay 等待多久，文件未說明。其他應答都會令 QFPay 再次通知：2、10、10 及 60 分鐘後，其後 2、6 及 15 小時後。</translation>
    </message>
    <message>
        <source>Where no notification comes, query the order: notifications may be lost. A firewall must let 13.228.112.115, 18.138.115.47 and 18.166.202.92 in, to port 80 or 443.</source>
        <translation>沒有收到通知時，請查詢訂單：通知可能遺失。防火牆須允許 13.228.112.115、18.138.115.47 及 18.166.202.92 訪問 80 或 443 埠。</translation>
    </message>
    <message>
        <source>the key is that of “{name}”</source>
        <translation>密鑰是「{name}」的</translation>
    </message>
    <message>
        <source>QFPay signs with the key of the app_code the payment was made with: this notification belongs to “{name}”, or the merchant verifies it with the wrong key.</source>
        <translation>QFPay 用付款所用 app_code 的密鑰簽名：此通知屬於「{name}」，或商戶驗證簽名時用錯了密鑰。</translation>
    </message>
    <message>
        <source>a line feed follows the key</source>
        <translation>密鑰後有換行符</translation>
    </message>
    <message>
        <source>a line break (CR LF) follows the key</source>
        <translation>密鑰後有換行（CR LF）</translation>
    </message>
    <message>
        <source>a space follows the key</source>
        <translation>密鑰後有空格</translation>
    </message>
    <message>
        <source>a tab follows the key</source>
        <translation>密鑰後有定位字元</translation>
    </message>
    <message>
        <source>a zero-width space follows the key</source>
        <translation>密鑰後有零寬空格</translation>
    </message>
    <message>
        <source>a byte order mark stands before the key</source>
        <translation>密鑰前有位元組順序記號</translation>
    </message>
    <message>
        <source>“{between}” stands between body and key</source>
        <translation>正文與密鑰之間有「{between}」</translation>
    </message>
    <message>
        <source>the key is missing: only the body was hashed</source>
        <translation>缺少密鑰：只對正文計算了雜湊</translation>
    </message>
    <message>
        <source>the key stands in front of the body</source>
        <translation>密鑰在正文前面</translation>
    </message>
    <message>
        <source>the key stands at both ends of the body</source>
        <translation>正文前後都有密鑰</translation>
    </message>
    <message>
        <source>the key was appended twice</source>
        <translation>密鑰接了兩次</translation>
    </message>
    <message>
        <source>the sorted fields name=value were hashed, which is the rule for requests, not the body</source>
        <translation>計算雜湊的是排序後的欄位 name=value（那是請求的規則），而非正文</translation>
    </message>
    <message>
        <source>the sorted fields that are not empty were hashed, not the body</source>
        <translation>計算雜湊的是排序後的非空欄位，而非正文</translation>
    </message>
    <message>
        <source>the fields name=value were hashed in the order they came, not the body</source>
        <translation>計算雜湊的是按收到順序的欄位 name=value，而非正文</translation>
    </message>
    <message>
        <source>the fields were hashed as a URL-encoded form, not the body</source>
        <translation>計算雜湊的是 URL 編碼表單形式的欄位，而非正文</translation>
    </message>
    <message>
        <source>A notification is not signed like a request (old samples such as notify.php still do that). {raw}</source>
        <translation>通知的簽名方式與請求不同（notify.php 等舊範例仍按請求處理）。{raw}</translation>
    </message>
    <message>
        <source>an empty body was hashed: it had been read before, and was used up</source>
        <translation>對空的正文計算了雜湊：正文之前已被讀取，不能再讀</translation>
    </message>
    <message>
        <source>A request body can be read once only. Keep its bytes first, then verify and parse from these bytes.</source>
        <translation>請求正文只可讀取一次。請先保存其位元組，再用這些位元組驗證簽名及解析。</translation>
    </message>
    <message>
        <source>the text “{print}” was hashed: that is what joining a parsed body to the key gives</source>
        <translation>對文字「{print}」計算了雜湊：解析後的正文與密鑰連接就成了它</translation>
    </message>
    <message>
        <source>{print} was hashed, not the body</source>
        <translation>計算雜湊的不是正文，而是：{print}</translation>
    </message>
    <message>
        <source>the MD5 of the body was hashed again with the key, not the body itself</source>
        <translation>正文的 MD5 與密鑰一起再次計算了雜湊，而非正文本身</translation>
    </message>
    <message>
        <source>Python’s print of bytes, b&apos;…&apos;,</source>
        <translation>位元組串的 Python 輸出 b&apos;…&apos;</translation>
    </message>
    <message>
        <source>Python’s print of a text, &apos;…&apos;,</source>
        <translation>字串的 Python 輸出 &apos;…&apos;</translation>
    </message>
    <message>
        <source>the body as a JSON string, in quotes and escaped,</source>
        <translation>寫成 JSON 字串（帶引號及轉義）的正文</translation>
    </message>
    <message>
        <source>the body in base64</source>
        <translation>正文的 base64</translation>
    </message>
    <message>
        <source>the body in hex</source>
        <translation>正文的十六進制</translation>
    </message>
    <message>
        <source>the print of a Python dictionary</source>
        <translation>Python 字典的輸出</translation>
    </message>
    <message>
        <source>the print of a Java Map</source>
        <translation>Java Map 的輸出</translation>
    </message>
    <message>
        <source>the print of a Go map</source>
        <translation>Go map 的輸出</translation>
    </message>
    <message>
        <source>the values alone, one after the other,</source>
        <translation>逐個相接的各值（不含名稱）</translation>
    </message>
    <message>
        <source>The body stood in a string literal; its escapes were undone to get the raw bytes.</source>
        <translation>正文原在字串常值中；已還原轉義，得到原始位元組。</translation>
    </message>
    <message>
        <source>Only a print of the parsed fields was pasted, not the raw body. The body was put together as QFPay usually writes it; that it does not fit proves nothing. Have the merchant log the raw bytes before anything parses them.</source>
        <translation>貼上的只是解析後欄位的輸出，而非原始正文。正文已按 QFPay 通常的寫法拼成；不相符並不說明問題。請商戶在任何解析之前記錄原始位元組。</translation>
    </message>
    <message>
        <source>Content-Length announces {announced} bytes, the body here has {found}: something was changed or cut on the way.</source>
        <translation>Content-Length 註明 {announced} 位元組，此處正文為 {found} 位元組：途中有內容被改動或截去。</translation>
    </message>
    <message>
        <source>The body begins with a byte order mark. An editor may have added it; it is kept here.</source>
        <translation>正文以位元組順序記號開首。可能是編輯器所加；此處予以保留。</translation>
    </message>
    <message>
        <source>The body ends with a line break, and it is kept: it counts in the signature. Copying often adds one.</source>
        <translation>正文以換行結尾，已予保留：它計入簽名。複製時常會多出一個換行。</translation>
    </message>
    <message>
        <source>The body has Windows line ends (CR LF). They are kept; an editor or a mail may have made them.</source>
        <translation>正文使用 Windows 換行（CR LF）。已予保留；可能是編輯器或電郵造成的。</translation>
    </message>
    <message>
        <source>The body is spread over several lines. QFPay usually writes one: a tool may have laid it out.</source>
        <translation>正文分成了多行。QFPay 通常只寫一行：可能是工具作了排版。</translation>
    </message>
    <message>
        <source>The body has curly quotes, which JSON has not: a chat or office program made them.</source>
        <translation>正文含彎引號，JSON 不用這種引號：是聊天或辦公室軟件造成的。</translation>
    </message>
    <message>
        <source>The body has no-break spaces: a chat or a web page put them in place of plain ones.</source>
        <translation>正文含不換行空格：聊天軟件或網頁用它替換了普通空格。</translation>
    </message>
    <message>
        <source>Part of the body seems to be blotted out. The signature covers what is not shown, too.</source>
        <translation>正文似有部分被遮蓋。簽名亦涵蓋未顯示的部分。</translation>
    </message>
    <message>
        <source>The body seems to be cut off: its last bracket is missing.</source>
        <translation>正文似被截斷：缺少最後的括號。</translation>
    </message>
    <message>
        <source>The body is not JSON. QFPay’s notifications always are.</source>
        <translation>正文不是 JSON。QFPay 的通知都是 JSON。</translation>
    </message>
    <message>
        <source>The body holds members twice: {names}.</source>
        <translation>正文中有成員出現兩次：{names}。</translation>
    </message>
    <message>
        <source>This paste holds {count} notifications. The first one that is signed was taken.</source>
        <translation>貼上的內容含 {count} 則通知。已取第一則有簽名的。</translation>
    </message>
    <message>
        <source>Taken as body: the {length} bytes that Content-Length announces; the rest is left out.</source>
        <translation>取作正文的是 Content-Length 註明的 {length} 位元組；其餘略去。</translation>
    </message>
    <message>
        <source>the same JSON is written with other blanks and line breaks</source>
        <translation>同一 JSON，空格及換行的寫法不同</translation>
    </message>
    <message>
        <source>the same JSON is written with “\uXXXX” where here are characters, or the reverse</source>
        <translation>同一 JSON，此處的字元寫成「\uXXXX」，或相反</translation>
    </message>
    <message>
        <source>the same JSON is written with “\/” in place of “/”, or the reverse</source>
        <translation>同一 JSON，「/」寫成「\/」，或相反</translation>
    </message>
    <message>
        <source>the same JSON is written with its members in another order</source>
        <translation>同一 JSON，成員次序不同</translation>
    </message>
    <message>
        <source>the same JSON is written with empty members left out, or numbers for text</source>
        <translation>同一 JSON，略去了空的成員，或以數字代替文字</translation>
    </message>
    <message>
        <source>the digest is {name}, not MD5</source>
        <translation>摘要是 {name}，而非 MD5</translation>
    </message>
    <message>
        <source>the digest is {name}, not plain MD5</source>
        <translation>摘要是 {name}，而非單純的 MD5</translation>
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
        <translation>無法接收通知：{reason}</translation>
    </message>
    <message>
        <source>HTTP message</source>
        <translation>HTTP 訊息</translation>
    </message>
    <message>
        <source>headers and body</source>
        <translation>標頭及正文</translation>
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
        <translation>字串常值</translation>
    </message>
    <message>
        <source>print of the fields</source>
        <translation>欄位的輸出</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>通知內容</translation>
    </message>
    <message>
        <source>What the merchant’s server must do</source>
        <translation>商戶伺服器須做的事</translation>
    </message>
    <message>
        <source>About the copy</source>
        <translation>關於貼上的內容</translation>
    </message>
    <message>
        <source>The way out</source>
        <translation>解決方法</translation>
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
        <translation>QFPay 在 2、10、10 及 60 分鐘後再次通知，其後在 2、6 及 15 小時後，直至得到應答 SUCCESS。</translation>
    </message>
    <message>
        <source>The simulator did not send this one; who did decides whether it comes again.</source>
        <translation>此通知不是模擬器發送的；會否再次發送視乎發送方。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有應答</translation>
    </message>
    <message>
        <source>Then after {gaps}.</source>
        <translation>其後依次相隔：{gaps}。</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>Right: SUCCESS</source>
        <translation>正確：SUCCESS</translation>
    </message>
    <message>
        <source>Error: HTTP 500</source>
        <translation>出錯：HTTP 500</translation>
    </message>
    <message>
        <source>Wrong: “OK”</source>
        <translation>錯誤：「OK」</translation>
    </message>
    <message>
        <source>Nothing: hang up</source>
        <translation>不應答：斷線</translation>
    </message>
    <message>
        <source>Late: after 10 s</source>
        <translation>過遲：10 秒後</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>真實時間</translation>
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
        <translation>訂閱</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>無效</translation>
    </message>
    <message>
        <source>Not this key</source>
        <translation>密鑰不符</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未檢查</translation>
    </message>
    <message>
        <source>Answering …</source>
        <translation>正在應答…</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>已斷線</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>過遲</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>尚未到達</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>別處接收</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放棄</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未發送</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>正在途中。</translation>
    </message>
    <message>
        <source>Accepted: it is not sent again.</source>
        <translation>已被接受：不再發送。</translation>
    </message>
    <message>
        <source>Given up: it was never accepted.</source>
        <translation>已放棄：從未被接受。</translation>
    </message>
    <message>
        <source>Never sent: the simulator notifies addresses on this machine only.</source>
        <translation>從未發送：模擬器只通知本機的網址。</translation>
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
        <translation>此處收到的</translation>
    </message>
    <message>
        <source>Check a pasted one</source>
        <translation>檢查貼上的通知</translation>
    </message>
    <message>
        <source>Send to a receiver</source>
        <translation>發送到接收端</translation>
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
        <translation>文件的示例都帶 https://；後台會否自動補上，沒有資料說明。</translation>
    </message>
    <message>
        <source>wss:// is for sockets</source>
        <translation>wss:// 用於 socket</translation>
    </message>
    <message>
        <source>It belongs among the socket domains, for wx.connectSocket. A request domain, for wx.request, begins with https://.</source>
        <translation>它應填在 socket 合法域名內，供 wx.connectSocket 使用。供 wx.request 使用的 request 合法域名以 https:// 開頭。</translation>
    </message>
    <message>
        <source>Not https://</source>
        <translation>不是 https://</translation>
    </message>
    <message>
        <source>WeChat takes https:// for requests and wss:// for sockets, and nothing else.</source>
        <translation>微信只接受 https://（請求）及 wss://（socket）。</translation>
    </message>
    <message>
        <source>An IP address is no domain</source>
        <translation>IP 地址不是域名</translation>
    </message>
    <message>
        <source>WeChat takes no IP address here. Addresses of the local network can be called in the developer tools and on a phone in the same network; they do not stand in the list either.</source>
        <translation>微信不接受 IP 地址。區域網絡地址可在開發者工具或同一網絡的手機上呼叫，但同樣不在清單中。</translation>
    </message>
    <message>
        <source>localhost is the phone itself</source>
        <translation>localhost 是手機自己</translation>
    </message>
    <message>
        <source>WeChat takes no localhost: enter the domain under which the server is reached.</source>
        <translation>微信不接受 localhost：請填寫可連到伺服器的域名。</translation>
    </message>
    <message>
        <source>Every subdomain by itself</source>
        <translation>子域名須逐個填寫</translation>
    </message>
    <message>
        <source>A parent domain does not stand for its subdomains: enter the very host that is called.</source>
        <translation>父域名不代表其子域名：請填寫實際呼叫的主機。</translation>
    </message>
    <message>
        <source>WeChat does not take its own API</source>
        <translation>微信不接受自己的介面域名</translation>
    </message>
    <message>
        <source>api.weixin.qq.com cannot be entered and not be called from a Mini Program: code2Session, which needs the AppSecret, is asked by the merchant&apos;s server or a cloud function.</source>
        <translation>api.weixin.qq.com 不能填寫，也不能在小程序內呼叫：code2Session 需要 AppSecret，應由商戶伺服器或雲函數呼叫。</translation>
    </message>
    <message>
        <source>Leave :443 out</source>
        <translation>請去掉 :443</translation>
    </message>
    <message>
        <source>With a port, only addresses that name it may be called; without one, none that names it, not even :443. QFPay&apos;s addresses name none.</source>
        <translation>填了連接埠，便只能呼叫帶該連接埠的地址；沒填，則帶連接埠的地址都不能呼叫，連 :443 也不行。QFPay 的地址都不帶連接埠。</translation>
    </message>
    <message>
        <source>Then only port {port} may be called</source>
        <translation>那麼只能呼叫連接埠 {port}</translation>
    </message>
    <message>
        <source>With a port, only addresses that name it may be called; all others fail.</source>
        <translation>填了連接埠，便只能呼叫帶該連接埠的地址，其他一律失敗。</translation>
    </message>
    <message>
        <source>Only the domain</source>
        <translation>只填域名</translation>
    </message>
    <message>
        <source>No documented example has anything behind the domain: leave {rest} out.</source>
        <translation>文件的示例在域名後都沒有內容：請去掉 {rest}。</translation>
    </message>
    <message>
        <source>QFPay&apos;s hosts are below it</source>
        <translation>QFPay 的主機是它的子域名</translation>
    </message>
    <message>
        <source>Not where requests go now</source>
        <translation>不是目前請求的去處</translation>
    </message>
    <message>
        <source>{host} is another environment of QFPay&apos;s than {base_url}: each that is called is entered.</source>
        <translation>{host} 與 {base_url} 是 QFPay 的不同環境：呼叫到的每個都要填寫。</translation>
    </message>
    <message>
        <source>WeChat takes: {entry}</source>
        <translation>微信可接受：{entry}</translation>
    </message>
    <message>
        <source>This text can be entered. Whether it was entered, only the console shows.</source>
        <translation>這段文字可以填寫。是否已填寫，只有後台看得到。</translation>
    </message>
    <message>
        <source>Not a domain: {written}</source>
        <translation>不是域名：{written}</translation>
    </message>
    <message>
        <source>A domain is made of letters, digits and hyphens, with at least one dot.</source>
        <translation>域名由字母、數字及連字號組成，至少有一個點。</translation>
    </message>
    <message>
        <source>Quotes, full-width or invisible characters</source>
        <translation>引號、全形或不可見字元</translation>
    </message>
    <message>
        <source>Probably from copying: no domain has any of them. They were left out here.</source>
        <translation>多半是複製時帶入的：域名沒有這些字元，這裡已略去。</translation>
    </message>
    <message>
        <source>Then client_key is in the Mini Program</source>
        <translation>client_key 會在小程序程式碼內</translation>
    </message>
    <message>
        <source>A Mini Program that calls QFPay itself, as the samples do, carries client_key in its code, where others can read it. Safer: it calls the merchant&apos;s server, which signs; then that server&apos;s domain is entered.</source>
        <translation>像示例那樣由小程序直接呼叫 QFPay，client_key 便在小程序程式碼內，別人可以讀到。更安全的做法是呼叫商戶伺服器，由伺服器簽名；這時應填寫商戶伺服器的域名。</translation>
    </message>
    <message>
        <source>Not a host of QFPay&apos;s</source>
        <translation>不是 QFPay 的主機</translation>
    </message>
    <message>
        <source>Right where the Mini Program calls the merchant&apos;s server, and that calls QFPay: client_key then stays there.</source>
        <translation>小程序呼叫商戶伺服器、再由伺服器呼叫 QFPay 時，這樣填是對的：client_key 留在伺服器上。</translation>
    </message>
    <message>
        <source>ICP filing: not checked</source>
        <translation>ICP 備案：未檢查</translation>
    </message>
    <message>
        <source>WeChat demands that each domain is filed with the ICP. A text does not show it, and whether QFPay&apos;s hosts are filed is documented nowhere: where the console refuses one, ask QFPay.</source>
        <translation>微信要求域名經過 ICP 備案，從文字看不出來。QFPay 的主機有否備案，沒有資料說明：若後台拒絕，請詢問 QFPay。</translation>
    </message>
    <message>
        <source>A payment went through: WeChat lets this Mini Program take payments.</source>
        <translation>已有付款成功：微信允許此小程序收款。</translation>
    </message>
    <message>
        <source>wx.requestPayment answered: {answer}. It may be certification, or the appId.</source>
        <translation>wx.requestPayment 的回答：{answer}。可能是認證問題，也可能是 appId 問題。</translation>
    </message>
    <message>
        <source>Only WeChat&apos;s console shows it, or a payment that goes through.</source>
        <translation>只有微信後台或一筆成功的付款能說明。</translation>
    </message>
    <message>
        <source>pay_params are for {appid}, as entered.</source>
        <translation>pay_params 屬於 {appid}，與填寫的一致。</translation>
    </message>
    <message>
        <source>pay_params are for {seen}, not for {appid}: ask QFPay to bind {appid}.</source>
        <translation>pay_params 屬於 {seen}，不是 {appid}：請 QFPay 綁定 {appid}。</translation>
    </message>
    <message>
        <source>pay_params are for {appid}: is it the merchant&apos;s?</source>
        <translation>pay_params 屬於 {appid}：這是商戶的小程序嗎？</translation>
    </message>
    <message>
        <source>The openid is of {appid}, and WeChat says that another Mini Program is bound.</source>
        <translation>openid 屬於 {appid}，而微信表示綁定的是另一個小程序。</translation>
    </message>
    <message>
        <source>The pay_params of the first payment will name the appId that is bound.</source>
        <translation>第一筆支付的 pay_params 會寫明綁定的 appId。</translation>
    </message>
    <message>
        <source>The phone said that the host is not in the list.</source>
        <translation>手機提示該主機不在合法域名清單中。</translation>
    </message>
    <message>
        <source>WeChat does not take {domain}.</source>
        <translation>微信不接受 {domain}。</translation>
    </message>
    <message>
        <source>The text is right. Whether it was entered, only the console shows.</source>
        <translation>文字無誤。是否已填寫，只有後台看得到。</translation>
    </message>
    <message>
        <source>Only WeChat&apos;s console shows it. The text to enter can be checked here.</source>
        <translation>只有微信後台看得到。要填寫的文字可在此檢查。</translation>
    </message>
    <message>
        <source>WeChat says that this openid is not of the Mini Program that is bound.</source>
        <translation>微信表示此 openid 不屬於綁定的小程序。</translation>
    </message>
    <message>
        <source>An order was made for the sub_openid that was sent.</source>
        <translation>已用發送的 sub_openid 建立了訂單。</translation>
    </message>
    <message>
        <source>code2Session gave none: {why}</source>
        <translation>code2Session 沒有給出 openid：{why}</translation>
    </message>
    <message>
        <source>sub_openid is empty.</source>
        <translation>sub_openid 是空的。</translation>
    </message>
    <message>
        <source>The sub_openid is made up: it is the simulator&apos;s.</source>
        <translation>sub_openid 是虛構的：屬於模擬器。</translation>
    </message>
    <message>
        <source>There is a sub_openid; whose it is, an order will tell.</source>
        <translation>已有 sub_openid；屬於誰，下單後才知道。</translation>
    </message>
    <message>
        <source>An openid was found, but of {other}: one of {appid} is needed.</source>
        <translation>取得了 openid，但屬於 {other}：需要 {appid} 的。</translation>
    </message>
    <message>
        <source>code2Session gave an openid for {appid}.</source>
        <translation>code2Session 給出了 {appid} 的 openid。</translation>
    </message>
    <message>
        <source>The latest payment: {headline}</source>
        <translation>最近一筆支付：{headline}</translation>
    </message>
    <message>
        <source>The latest payment, respcd {respcd}: {headline}</source>
        <translation>最近一筆支付，respcd {respcd}：{headline}</translation>
    </message>
    <message>
        <source>No app_code and client_key are chosen to sign with.</source>
        <translation>沒有選擇用於簽名的 app_code 及 client_key。</translation>
    </message>
    <message>
        <source>No payment was sent for this merchant since the program started.</source>
        <translation>程式啟動以來，沒有為此商戶發送過支付。</translation>
    </message>
    <message>
        <source>wx.requestPayment answered: {answer}.</source>
        <translation>wx.requestPayment 的回答：{answer}。</translation>
    </message>
    <message>
        <source>pay_params are there. What the phone makes of them, a query tells.</source>
        <translation>已有 pay_params。手機上的結果要查詢才知道。</translation>
    </message>
    <message>
        <source>There are no pay_params to call it with yet.</source>
        <translation>還沒有可用於呼叫的 pay_params。</translation>
    </message>
    <message>
        <source>The simulator asks for none of this: choose the merchant&apos;s environment and profile.</source>
        <translation>模擬器不需要這一步：請選擇商戶的環境及商戶設定。</translation>
    </message>
    <message>
        <source>An order of this merchant was paid.</source>
        <translation>此商戶已有訂單付款成功。</translation>
    </message>
    <message>
        <source>A payer is refused whose wallet, such as its bank card, does not match the name and number.</source>
        <translation>付款人的錢包資料（如綁定的銀行卡）與姓名、證件號碼不一致時，支付會被拒絕。</translation>
    </message>
    <message>
        <source>A payer who has bound no bank card to WeChat pays regardless: nothing is compared.</source>
        <translation>付款人的微信沒有綁定銀行卡時，支付照常通過：沒有可比對的資料。</translation>
    </message>
    <message>
        <source>Only citizens of Mainland China can be identified: send extend_info for nobody else.</source>
        <translation>只能核實中國內地居民：其他人請不要發送 extend_info。</translation>
    </message>
    <message>
        <source>It must be activated with WeChat for the pay_type first.</source>
        <translation>須先在微信為該 pay_type 開通。</translation>
    </message>
    <message>
        <source>Verify the business at WeChat</source>
        <translation>在微信完成商戶認證</translation>
    </message>
    <message>
        <source>Before WeChat lets a Mini Program take payments, its business must prove to WeChat who it is.</source>
        <translation>小程序要能收款，其商戶須先在微信官方平台完成實名認證。</translation>
    </message>
    <message>
        <source>mp.weixin.qq.com, signed in as the Mini Program&apos;s administrator: {menu}</source>
        <translation>mp.weixin.qq.com，以小程序管理員身分登入：{menu}</translation>
    </message>
    <message>
        <source>Ask QFPay, naming app_code, mchid if there is one, and the AppID, which stands at mp.weixin.qq.com under {menu}.</source>
        <translation>聯絡 QFPay，提供 app_code、mchid（如有）及 AppID。AppID 見 mp.weixin.qq.com 的 {menu}。</translation>
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
        <translation>在哪裡做</translation>
    </message>
    <message>
        <source>What commonly goes wrong</source>
        <translation>常見問題</translation>
    </message>
    <message>
        <source>With a real-name check (extend_info)</source>
        <translation>實名核對（extend_info）</translation>
    </message>
    <message>
        <source>{written}</source>
        <translation>{written}</translation>
    </message>
    <message>
        <source>WeChat Pay takes businesses and organisations: an account without certification cannot apply.</source>
        <translation>微信支付面向企業、個體工商戶及組織：未認證的賬號不能申請。</translation>
    </message>
    <message>
        <source>A Mini Program that sells things must connect order shipping management (订单发货管理), else WeChat may withdraw its right to take payments.</source>
        <translation>交易類小程序須接入訂單發貨管理，否則微信可能限制其支付權限。</translation>
    </message>
    <message>
        <source>Without valid certification, wx.requestPayment answers “banned” or “no permission”.</source>
        <translation>沒有有效認證時，wx.requestPayment 會回答「banned」或「no permission」。</translation>
    </message>
    <message>
        <source>Have QFPay bind the AppID</source>
        <translation>請 QFPay 綁定 AppID</translation>
    </message>
    <message>
        <source>QFPay binds the Mini Program&apos;s AppID to the API credentials.</source>
        <translation>由 QFPay 把小程序的 AppID 綁定到 API 憑證。</translation>
    </message>
    <message>
        <source>pay_params name another appId than the Mini Program that calls: WeChat answers “no permission”.</source>
        <translation>pay_params 的 appId 與發起呼叫的小程序不同：微信回答「no permission」。</translation>
    </message>
    <message>
        <source>Credentials belong to one environment: have the AppID bound for live testing and for production.</source>
        <translation>憑證只屬於一個環境：線上測試及生產都要綁定 AppID。</translation>
    </message>
    <message>
        <source>Whitelist the request domain</source>
        <translation>設定 request 合法域名</translation>
    </message>
    <message>
        <source>The host that the Mini Program calls by wx.request is entered as a request domain.</source>
        <translation>小程序用 wx.request 呼叫的主機，須填入 request 合法域名。</translation>
    </message>
    <message>
        <source>“request:fail url not in domain list” says that it is missing; look at www., port and spelling.</source>
        <translation>出現「request:fail url not in domain list」表示沒有填寫；請核對 www.、連接埠及拼寫。</translation>
    </message>
    <message>
        <source>It works in the developer tools or in debug mode only: there the list need not be obeyed.</source>
        <translation>只在開發者工具或調試模式下可用：那裡可以不檢查合法域名。</translation>
    </message>
    <message>
        <source>Get the payer&apos;s openid</source>
        <translation>取得付款人的 openid</translation>
    </message>
    <message>
        <source>wx.login gives the Mini Program a code; code2Session gives the openid for it, the sub_openid.</source>
        <translation>小程序用 wx.login 取得 code，再用 code2Session 換取 openid，即 sub_openid。</translation>
    </message>
    <message>
        <source>The merchant&apos;s server, or a cloud function of the Mini Program such as getUserOpenID</source>
        <translation>商戶伺服器，或小程序的雲函數，如 getUserOpenID</translation>
    </message>
    <message>
        <source>An openid of another Mini Program or account: when ordering, WeChat says “appid和openid不匹配”.</source>
        <translation>openid 屬於另一個小程序或公眾號：下單時微信提示「appid和openid不匹配」。</translation>
    </message>
    <message>
        <source>A code works once, within five minutes; for each try a new one is needed.</source>
        <translation>code 只能用一次，五分鐘內有效；每次都要取新的。</translation>
    </message>
    <message>
        <source>code2Session cannot be asked from the Mini Program itself: api.weixin.qq.com is barred there.</source>
        <translation>code2Session 不能在小程序內呼叫：那裡不允許連接 api.weixin.qq.com。</translation>
    </message>
    <message>
        <source>Send the payment request</source>
        <translation>發送支付請求</translation>
    </message>
    <message>
        <source>POST /trade/v1/payment with pay_type 800213 and sub_openid. respcd 0000 says that there is an order; nobody has paid.</source>
        <translation>POST /trade/v1/payment，帶 pay_type 800213 及 sub_openid。respcd 0000 只表示訂單已建立，尚未有人付款。</translation>
    </message>
    <message>
        <source>The merchant&apos;s server; here the form and Send</source>
        <translation>商戶伺服器；在這裡是表單及發送按鈕</translation>
    </message>
    <message>
        <source>1108: paste the merchant&apos;s request, and the cause is looked for.</source>
        <translation>1108：貼上商戶的請求，便會尋找原因。</translation>
    </message>
    <message>
        <source>QFPay&apos;s sandbox simulates cards only: test with a small real payment on live testing; refund it.</source>
        <translation>QFPay 的沙盒只模擬銀行卡：請在線上測試做一筆小額真實支付，然後退款。</translation>
    </message>
    <message>
        <source>Call wx.requestPayment</source>
        <translation>呼叫 wx.requestPayment</translation>
    </message>
    <message>
        <source>The Mini Program calls wx.requestPayment with five values of pay_params, as text and unchanged.</source>
        <translation>小程序用 pay_params 的五個值呼叫 wx.requestPayment，均為文字，不作改動。</translation>
    </message>
    <message>
        <source>The Mini Program with the appId of pay_params, on the phone of the payer with that openid</source>
        <translation>appId 與 pay_params 一致的小程序，在該 openid 付款人的手機上</translation>
    </message>
    <message>
        <source>A value changed or made anew, such as timeStamp, spoils paySign; often it ends as “cancel”.</source>
        <translation>改動或重新產生任何一個值（如 timeStamp），paySign 便會失效；結果常顯示為「cancel」。</translation>
    </message>
    <message>
        <source>“ok” is for the page only: deliver after the notification or a query says that it is paid.</source>
        <translation>「ok」只供頁面使用：收到通知或查詢確認已付款後再發貨。</translation>
    </message>
</context>
<context>
    <name>OnboardingDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Set-up in six steps</source>
        <translation>六步完成接入設定</translation>
    </message>
    <message>
        <source>Until a Mini Program takes payments through QFPay</source>
        <translation>讓小程序透過 QFPay 收款</translation>
    </message>
    <message>
        <source>Copied: a letter to QFPay</source>
        <translation>已複製：給 QFPay 的郵件</translation>
    </message>
    <message>
        <source>This desktop opens no pages. It is {address}</source>
        <translation>此桌面無法開啟網頁。地址是 {address}</translation>
    </message>
    <message>
        <source>Please bind our WeChat Mini Program to our API credentials for pay_type 800213:</source>
        <translation>請把我們的微信小程序綁定到我們的 API 憑證，用於 pay_type 800213：</translation>
    </message>
</context>
<context>
    <name>OpenId</name>
    <message>
        <source>The simulator does not run, so there is nobody to ask.</source>
        <translation>模擬器沒有運行，無從查詢。</translation>
    </message>
    <message>
        <source>Wait a moment until it has started, then ask again.</source>
        <translation>請稍候，待其啟動後再查詢。</translation>
    </message>
    <message>
        <source>This program failed while it asked.</source>
        <translation>本程式在查詢時出錯。</translation>
    </message>
    <message>
        <source>Report it with the technical line. The code may be used up: get a fresh one.</source>
        <translation>請連同技術詳情一併回報。code 可能已失效：請取新的。</translation>
    </message>
    <message>
        <source>A session_key came with it and was dropped: it is neither shown nor kept.</source>
        <translation>同時傳回的 session_key 已丟棄：既不顯示，亦不儲存。</translation>
    </message>
    <message>
        <source>A unionid came as well; as sub_openid it does not work.</source>
        <translation>同時傳回了 unionid；它不可用作 sub_openid。</translation>
    </message>
    <message>
        <source>Usually an openid has 28 characters and begins with o; this one does not.</source>
        <translation>openid 通常為 28 個字元，以 o 開首；此值不符。</translation>
    </message>
    <message>
        <source>The answer points elsewhere (HTTP {status}); that is not followed.</source>
        <translation>回應要求轉向其他網址（HTTP {status}）；本程式不會跟隨。</translation>
    </message>
    <message>
        <source>The request carries the AppSecret, so it goes to WeChat only. Check the network&apos;s login page.</source>
        <translation>請求含 AppSecret，因此只發給微信。請檢查網絡的登入頁。</translation>
    </message>
    <message>
        <source>The answer is HTTP {status} instead of 200.</source>
        <translation>回應為 HTTP {status}，而非 200。</translation>
    </message>
    <message>
        <source>A proxy, or WeChat in trouble, answers like this. Wait a moment, then ask with a fresh code.</source>
        <translation>代理伺服器，或微信出現故障時，會這樣回應。請稍候，再以新的 code 查詢。</translation>
    </message>
    <message>
        <source>A web page came instead of WeChat&apos;s answer.</source>
        <translation>收到的是網頁，而非微信的回應。</translation>
    </message>
    <message>
        <source>A proxy or the network&apos;s login page answered: open a browser, log in to the network, ask again.</source>
        <translation>由代理伺服器或網絡的登入頁作出了回應：請開啟瀏覽器登入網絡，再查詢。</translation>
    </message>
    <message>
        <source>The answer is not JSON, as WeChat&apos;s answers are.</source>
        <translation>回應不是 JSON，而微信的回應是 JSON。</translation>
    </message>
    <message>
        <source>A proxy may have changed it, or it was cut short. Ask again with a fresh code.</source>
        <translation>可能被代理伺服器改動，或被截斷。請以新的 code 再查詢。</translation>
    </message>
    <message>
        <source>The answer is JSON, but neither openid nor errcode is in it.</source>
        <translation>回應是 JSON，但既沒有 openid，亦沒有 errcode。</translation>
    </message>
    <message>
        <source>Something other than WeChat answered: check the proxy, or the simulator&apos;s environment.</source>
        <translation>回應並非來自微信：請檢查代理伺服器，或模擬器的環境。</translation>
    </message>
    <message>
        <source>What came back cannot be read as HTTP.</source>
        <translation>收到的內容不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>Something else than WeChat may answer: check proxy and network. The code may be used up.</source>
        <translation>回應的可能不是微信：請檢查代理伺服器和網絡。code 可能已用掉。</translation>
    </message>
    <message>
        <source>The developer tools&apos; stand-in for a project without AppID</source>
        <translation>這是開發者工具給無 AppID 專案的佔位值</translation>
    </message>
    <message>
        <source>That is the original ID (gh_…), not the AppID</source>
        <translation>這是原始 ID（gh_…），不是 AppID</translation>
    </message>
    <message>
        <source>That looks like a WeCom ID (ww…), not an AppID</source>
        <translation>似是企業微信 ID（ww…），不是 AppID</translation>
    </message>
    <message>
        <source>That is an openid, not an AppID</source>
        <translation>這是 openid，不是 AppID</translation>
    </message>
    <message>
        <source>Digits only: a merchant number is no AppID</source>
        <translation>只有數字：商戶號不是 AppID</translation>
    </message>
    <message>
        <source>Capital letters: AppIDs are written in small ones</source>
        <translation>含大寫字母：AppID 為小寫</translation>
    </message>
    <message>
        <source>18 characters, but not wx and 16 of 0–9 and a–f</source>
        <translation>18 個字元，但不是 wx 加 16 位 0–9、a–f</translation>
    </message>
    <message>
        <source>The AppID of a Mini Program is wx and 16 of 0–9 and a–f. Copy it from mp.weixin.qq.com.</source>
        <translation>小程序的 AppID 為 wx 加 16 位 0–9、a–f。請從 mp.weixin.qq.com 複製。</translation>
    </message>
    <message>
        <source>An AppSecret is 32 of 0–9 and a–f. If nobody has it any more, it can only be reset.</source>
        <translation>AppSecret 為 32 位 0–9、a–f。如已無人保存，只可重置。</translation>
    </message>
    <message>
        <source>Run wx.login in the Mini Program and copy what it prints: it works once, for 5 minutes.</source>
        <translation>請在小程序中執行 wx.login，複製其輸出：只可用一次，5 分鐘內有效。</translation>
    </message>
    <message>
        <source>Spaces, quotes or invisible characters, probably from copying</source>
        <translation>含空格、引號或隱藏字元，可能是複製時帶入的</translation>
    </message>
    <message>
        <source>No such character is part of the value, and WeChat takes each for one. Remove them.</source>
        <translation>值中不應有此類字元，而微信會將其當作值的一部分。請刪除。</translation>
    </message>
    <message>
        <source>pay_params name another Mini Program: {appid}</source>
        <translation>pay_params 指明的是另一小程序：{appid}</translation>
    </message>
    <message>
        <source>An openid is valid in one Mini Program only: ask with the AppID that pays.</source>
        <translation>openid 僅在一個小程序中有效：請以付款小程序的 AppID 查詢。</translation>
    </message>
    <message>
        <source>18 characters, as an AppID has</source>
        <translation>18 個字元，符合 AppID 的長度</translation>
    </message>
    <message>
        <source>The same as js_code: one of them is in the wrong field</source>
        <translation>與 js_code 相同：其中一個填錯了欄位</translation>
    </message>
    <message>
        <source>That is an AppID, not its AppSecret</source>
        <translation>這是 AppID，不是 AppSecret</translation>
    </message>
    <message>
        <source>32 characters, as an AppSecret has</source>
        <translation>32 個字元，符合 AppSecret 的長度</translation>
    </message>
    <message>
        <source>Capital letters: that looks like a QFPay client_key</source>
        <translation>含大寫字母：似是 QFPay 的 client_key</translation>
    </message>
    <message>
        <source>32 characters, but not all of them 0–9 or a–f</source>
        <translation>32 個字元，但並非全為 0–9 或 a–f</translation>
    </message>
    <message>
        <source>This code is used up: get a fresh one</source>
        <translation>此 code 已用過：請取新的</translation>
    </message>
    <message>
        <source>This code was sent before and may be used up</source>
        <translation>此 code 曾經發送，可能已失效</translation>
    </message>
    <message>
        <source>A stand-in: the developer tools have no AppID for this project</source>
        <translation>這是佔位值：開發者工具中此專案沒有 AppID</translation>
    </message>
    <message>
        <source>Open the project with the merchant&apos;s own AppID, run wx.login again, copy its code.</source>
        <translation>請以商戶自己的 AppID 開啟專案，再次執行 wx.login，複製其 code。</translation>
    </message>
    <message>
        <source>That is an openid already: nothing needs to be asked</source>
        <translation>這已是 openid：毋須查詢</translation>
    </message>
    <message>
        <source>That is an AppID, not a js_code</source>
        <translation>這是 AppID，不是 js_code</translation>
    </message>
    <message>
        <source>Only 0–9 and a–f: that looks like an AppSecret</source>
        <translation>只含 0–9 及 a–f：似是 AppSecret</translation>
    </message>
    <message>
        <source>64 characters: that looks like the code of getPhoneNumber</source>
        <translation>64 個字元：似是 getPhoneNumber 的 code</translation>
    </message>
    <message>
        <source>32 characters, as a js_code has</source>
        <translation>32 個字元，符合 js_code 的長度</translation>
    </message>
    <message>
        <source>{count} characters; usually there are {usual}</source>
        <translation>{count} 個字元；通常為 {usual} 個</translation>
    </message>
    <message>
        <source>Something between here and WeChat changed the request: check the proxy, or report it.</source>
        <translation>請求在到達微信途中被改動：請檢查代理伺服器，或回報此問題。</translation>
    </message>
    <message>
        <source>The AppSecret does not belong to this AppID.</source>
        <translation>AppSecret 與此 AppID 不相符。</translation>
    </message>
    <message>
        <source>Copy it again, whole. It may have been reset since; each Mini Program has its own, and a QFPay client_key is something else.</source>
        <translation>請重新完整複製。它可能已被重置；每個小程序各有自己的 AppSecret，亦不同於 QFPay 的 client_key。</translation>
    </message>
    <message>
        <source>WeChat is busy.</source>
        <translation>微信系統繁忙。</translation>
    </message>
    <message>
        <source>Wait a moment, then ask again; if the code is refused then, get a fresh one.</source>
        <translation>請稍候再查詢；如 code 屆時被拒，請取新的。</translation>
    </message>
    <message>
        <source>WeChat does not know the grant_type.</source>
        <translation>微信不支援此 grant_type。</translation>
    </message>
    <message>
        <source>WeChat knows no Mini Program with this AppID.</source>
        <translation>微信沒有此 AppID 對應的小程序。</translation>
    </message>
    <message>
        <source>Check the AppID: wx and 16 of 0–9 and a–f, without a space. A merchant number is no AppID.</source>
        <translation>請核對 AppID：wx 加 16 位 0–9、a–f，不含空格。商戶號不是 AppID。</translation>
    </message>
    <message>
        <source>WeChat does not accept the js_code.</source>
        <translation>微信不接受此 js_code。</translation>
    </message>
    <message>
        <source>It is older than 5 minutes, cut short, or from another Mini Program. Check that the project that ran wx.login has this very AppID, then get a fresh code.</source>
        <translation>它已超過 5 分鐘、被截斷，或來自其他小程序。請確認執行 wx.login 的專案用的正是此 AppID，再取新的 code。</translation>
    </message>
    <message>
        <source>The js_code was used before: WeChat takes each one once.</source>
        <translation>此 js_code 已用過：微信對每個 code 只接受一次。</translation>
    </message>
    <message>
        <source>Run wx.login again, and keep the merchant&apos;s own server from using the new code first.</source>
        <translation>請再次執行 wx.login，並避免商戶自己的伺服器搶先使用新的 code。</translation>
    </message>
    <message>
        <source>This computer&apos;s address is not on the Mini Program&apos;s list of allowed IPs.</source>
        <translation>本機的 IP 位址不在小程序的 IP 白名單中。</translation>
    </message>
    <message>
        <source>Add the address in WeChat&apos;s words below at mp.weixin.qq.com, or ask from an allowed network.</source>
        <translation>請在 mp.weixin.qq.com 將下方微信原文中的位址加入白名單，或在白名單內的網絡查詢。</translation>
    </message>
    <message>
        <source>WeChat blocks this user&apos;s login as a high risk.</source>
        <translation>微信判定該用戶為高風險，已攔截其登入。</translation>
    </message>
    <message>
        <source>Nothing here can change that: test with another WeChat user.</source>
        <translation>此處無法改變：請以另一微信用戶測試。</translation>
    </message>
    <message>
        <source>The AppID is missing.</source>
        <translation>欠缺 AppID。</translation>
    </message>
    <message>
        <source>Enter the Mini Program&apos;s AppID.</source>
        <translation>請填寫小程序的 AppID。</translation>
    </message>
    <message>
        <source>The AppSecret is missing.</source>
        <translation>欠缺 AppSecret。</translation>
    </message>
    <message>
        <source>Enter the Mini Program&apos;s AppSecret.</source>
        <translation>請填寫小程序的 AppSecret。</translation>
    </message>
    <message>
        <source>The js_code is missing.</source>
        <translation>欠缺 js_code。</translation>
    </message>
    <message>
        <source>Enter the code that wx.login printed.</source>
        <translation>請填寫 wx.login 輸出的 code。</translation>
    </message>
    <message>
        <source>WeChat wants a GET request and got another.</source>
        <translation>微信要求 GET 請求，收到的卻不是。</translation>
    </message>
    <message>
        <source>WeChat wants https and got plain http.</source>
        <translation>微信要求 https，收到的卻是 http。</translation>
    </message>
    <message>
        <source>The Mini Program has used up its calls for today.</source>
        <translation>此小程序今日的呼叫次數已用完。</translation>
    </message>
    <message>
        <source>Wait until tomorrow, or clear the quota at mp.weixin.qq.com.</source>
        <translation>請等到明天，或在 mp.weixin.qq.com 將呼叫次數清零。</translation>
    </message>
    <message>
        <source>Too many logins within a minute.</source>
        <translation>一分鐘內登入次數過多。</translation>
    </message>
    <message>
        <source>WeChat takes 100 a minute from one user. Wait a minute, then ask with a fresh code.</source>
        <translation>微信對同一用戶每分鐘只接受 100 次。請等一分鐘，再以新的 code 查詢。</translation>
    </message>
    <message>
        <source>This account may not use code2Session.</source>
        <translation>此賬號無權使用 code2Session。</translation>
    </message>
    <message>
        <source>It is for Mini Programs: the AppID of an Official Account or of an app is not entitled to it.</source>
        <translation>它僅供小程序使用：公眾號或流動應用程式的 AppID 沒有此權限。</translation>
    </message>
    <message>
        <source>WeChat has blocked this interface for the Mini Program.</source>
        <translation>微信已封禁此小程序使用該介面。</translation>
    </message>
    <message>
        <source>Its owner finds the reason, and how to appeal, at mp.weixin.qq.com.</source>
        <translation>其擁有者可在 mp.weixin.qq.com 查看原因及申訴方法。</translation>
    </message>
    <message>
        <source>The account is restricted: frozen or closed.</source>
        <translation>賬號受限：已被凍結或註銷。</translation>
    </message>
    <message>
        <source>Check the Mini Program&apos;s state at mp.weixin.qq.com, and try another WeChat user.</source>
        <translation>請在 mp.weixin.qq.com 查看小程序狀態，並換另一微信用戶試試。</translation>
    </message>
    <message>
        <source>WeChat refused, with a code that is not explained here.</source>
        <translation>微信拒絕了，其錯誤碼此處沒有說明。</translation>
    </message>
    <message>
        <source>Look the code up in WeChat&apos;s list of global return codes; its own words are below.</source>
        <translation>請在微信的全局返回碼列表中尋找；微信原文見下方。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, and whether a firewall lets api.weixin.qq.com pass.</source>
        <translation>請檢查本機網絡，以及防火牆是否放行 api.weixin.qq.com。</translation>
    </message>
    <message>
        <source>This program did not ask WeChat.</source>
        <translation>本程式沒有查詢微信。</translation>
    </message>
    <message>
        <source>Correct what the technical line names: the certificate file, or the address.</source>
        <translation>請更正技術詳情中所列之處：證書檔案，或位址。</translation>
    </message>
    <message>
        <source>The name of WeChat&apos;s server was not found.</source>
        <translation>找不到微信伺服器的網域名稱。</translation>
    </message>
    <message>
        <source>The proxy did not let the question through.</source>
        <translation>代理伺服器未放行查詢。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and login, and whether it lets api.weixin.qq.com pass.</source>
        <translation>請檢查代理伺服器的位址及登入資料，以及是否放行 api.weixin.qq.com。</translation>
    </message>
    <message>
        <source>No connection to WeChat came about.</source>
        <translation>未能與微信建立連線。</translation>
    </message>
    <message>
        <source>WeChat&apos;s server did not take the connection in time.</source>
        <translation>微信伺服器未及時接受連線。</translation>
    </message>
    <message>
        <source>No secure connection came about: TLS failed.</source>
        <translation>未能建立安全連線：TLS 失敗。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock. If a company proxy opens TLS, add its CA file in the menu; the check itself cannot be switched off.</source>
        <translation>請檢查本機時鐘。如公司的代理伺服器會解開 TLS，請在選單中加入其 CA 檔案；驗證本身不可關閉。</translation>
    </message>
    <message>
        <source>WeChat did not answer in time.</source>
        <translation>微信未及時回應。</translation>
    </message>
    <message>
        <source>The code may be used up. Get a fresh one, then ask again.</source>
        <translation>code 可能已失效。請取新的，再查詢。</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>回應未完整，連線便中斷了。</translation>
    </message>
    <message>
        <source>The code may be used up. Check the network, get a fresh code, ask again.</source>
        <translation>code 可能已失效。請檢查網絡，取新的 code，再查詢。</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>你停止了等待回應。</translation>
    </message>
    <message>
        <source>If the question had left already, the code may be used up: get a fresh one.</source>
        <translation>如請求當時已發出，code 可能已失效：請取新的。</translation>
    </message>
    <message>
        <source>Forget the AppSecret of {appid}?</source>
        <translation>刪除 {appid} 的 AppSecret？</translation>
    </message>
    <message>
        <source>It is deleted from this program and from the keychain. At mp.weixin.qq.com it cannot be seen again, only reset, and resetting it stops whatever uses the present one.</source>
        <translation>它會從本程式及鑰匙圈中刪除。在 mp.weixin.qq.com 無法再次查看，只可重置；重置後，使用現有 AppSecret 的一切都會停止運作。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>OpenidDialog</name>
    <message>
        <source>Use the simulator&apos;s &amp;demo values</source>
        <translation>使用模擬器的範例值(&amp;D)</translation>
    </message>
    <message>
        <source>Se&amp;t-up in six steps</source>
        <translation>六步完成接入設定(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>查詢(&amp;A)</translation>
    </message>
    <message>
        <source>Find the payer&apos;s openid</source>
        <translation>尋找付款人的 openid</translation>
    </message>
    <message>
        <source>The payer&apos;s openid</source>
        <translation>付款人的 openid</translation>
    </message>
    <message>
        <source>sub_openid is who pays: the openid of a WeChat user in the merchant&apos;s own Mini Program. WeChat&apos;s code2Session gives it for the code of one wx.login().</source>
        <translation>sub_openid 指付款人：微信用戶在商戶自己小程序中的 openid。微信的 code2Session 以一次 wx.login() 的 code 換取它。</translation>
    </message>
    <message>
        <source>Its AppID and AppSecret, and a fresh code: no account and no phone needed</source>
        <translation>小程序的 AppID、AppSecret 及新的 code：毋須賬號及手機</translation>
    </message>
    <message>
        <source>Send the code, once</source>
        <translation>發送 code，僅一次</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模擬器</translation>
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
        <translation>刪除此小程序的 AppSecret</translation>
    </message>
    <message>
        <source>Paste the js_code</source>
        <translation>貼上 js_code</translation>
    </message>
    <message>
        <source>Copy the line for the console</source>
        <translation>複製主控台程式碼行</translation>
    </message>
    <message>
        <source>AppSecret in the keychain</source>
        <translation>AppSecret 在鑰匙圈中</translation>
    </message>
    <message>
        <source>Kept for this session only</source>
        <translation>僅本次工作階段保留</translation>
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
        <translation>登入 code(&amp;L)</translation>
    </message>
    <message>
        <source>The Mini Program that pays: wx and 16 characters</source>
        <translation>付款的小程序：wx 加 16 個字元</translation>
    </message>
    <message>
        <source>At mp.weixin.qq.com under Development, Development settings; in pay_params it is appId</source>
        <translation>在 mp.weixin.qq.com 的「開發」→「開發設置」；pay_params 中為 appId</translation>
    </message>
    <message>
        <source>The Mini Program&apos;s own secret: 32 characters</source>
        <translation>小程序自己的密鑰：32 個字元</translation>
    </message>
    <message>
        <source>At mp.weixin.qq.com beside the AppID. WeChat shows it once; its administrator can reset it</source>
        <translation>在 mp.weixin.qq.com 的 AppID 旁。微信只顯示一次；管理員可重置</translation>
    </message>
    <message>
        <source>The code of one wx.login(): it works once, within 5 minutes</source>
        <translation>一次 wx.login() 的 code：5 分鐘內有效，只可用一次</translation>
    </message>
    <message>
        <source>Run this line in the console of the Mini Program, in the developer tools or on the phone:</source>
        <translation>在小程序主控台執行此行（開發者工具或手機均可）：</translation>
    </message>
    <message>
        <source>Copied: the line for the Mini Program&apos;s console</source>
        <translation>已複製：小程序主控台程式碼行</translation>
    </message>
</context>
<context>
    <name>OptionsMenu</name>
    <message>
        <source>New on every send</source>
        <translation>每次發送時重新產生</translation>
    </message>
    <message>
        <source>Send although empty</source>
        <translation>留空仍發送</translation>
    </message>
    <message>
        <source>Leave out (keep the value)</source>
        <translation>略去（保留值）</translation>
    </message>
    <message>
        <source>Copy {name}=value</source>
        <translation>複製 {name}=值</translation>
    </message>
    <message>
        <source>Where the rule of {name} comes from</source>
        <translation>{name} 的規則出處</translation>
    </message>
    <message>
        <source>Find the payer&apos;s openid …</source>
        <translation>尋找付款人的 openid…</translation>
    </message>
    <message>
        <source>Copied: {name}, {count} characters</source>
        <translation>已複製：{name}，{count} 個字元</translation>
    </message>
</context>
<context>
    <name>OrderActions</name>
    <message>
        <source>The simulator that held this order has ended: the present one does not know it.</source>
        <translation>持有此訂單的模擬器已結束：目前的模擬器不認得它。</translation>
    </message>
    <message>
        <source>{call}: filled in. Look at it, then send it.</source>
        <translation>{call}：已填好。請查看後再發送。</translation>
    </message>
    <message>
        <source>Nothing to export yet: send a payment first, its pay_params go into the project.</source>
        <translation>尚無可匯出的內容：請先發送支付請求，其 pay_params 會寫入專案。</translation>
    </message>
    <message>
        <source>Send a payment first, or choose an order in the table.</source>
        <translation>請先發送支付請求，或在表格中選擇訂單。</translation>
    </message>
    <message>
        <source>This order is not in the table: query it first.</source>
        <translation>此訂單不在表格中：請先查詢。</translation>
    </message>
    <message>
        <source>Reply {place} of {count}: {reply}</source>
        <translation>第 {place} 則回應，共 {count} 個：{reply}</translation>
    </message>
    <message>
        <source>Simulated WeChat: {err_msg}</source>
        <translation>模擬的微信：{err_msg}</translation>
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
        <translation>訂單</translation>
    </message>
    <message>
        <source>The order whose messages are shown</source>
        <translation>顯示哪筆訂單的訊息</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>尚無訂單</translation>
    </message>
</context>
<context>
    <name>OrderDetails</name>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>關閉…</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>商戶設定</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立時間</translation>
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
        <translation>退款未獲回應：{sum}。</translation>
    </message>
    <message>
        <source>Left: {sum}.</source>
        <translation>可退餘額：{sum}。</translation>
    </message>
    <message>
        <source>{count} orders are selected.</source>
        <translation>已選擇 {count} 筆訂單。</translation>
    </message>
    <message>
        <source>Select an order to see what is known of it.</source>
        <translation>選擇一筆訂單以查看其狀況。</translation>
    </message>
    <message>
        <source>Enter queries it, Ctrl+R refunds it, Ctrl+E closes it. More is in the context menu.</source>
        <translation>Enter 查詢，Ctrl+R 退款，Ctrl+E 關閉訂單。更多操作見右鍵選單。</translation>
    </message>
    <message>
        <source>Copy their numbers, or remove them from the table.</source>
        <translation>可複製訂單編號，或將其移出表格。</translation>
    </message>
    <message>
        <source>Ask QFPay what became of the selected order (Enter)</source>
        <translation>向 QFPay 查詢所選訂單的結果 (Enter)</translation>
    </message>
    <message>
        <source>The order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Give back what is left of the selected order, or a part (Ctrl+R)</source>
        <translation>退還所選訂單的餘額或其中一部分 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Close the selected order, so that nobody can pay it (Ctrl+E)</source>
        <translation>關閉所選訂單，使其不能再付款 (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>OrderFilterBar</name>
    <message>
        <source>Search the orders</source>
        <translation>搜尋訂單</translation>
    </message>
    <message>
        <source>Orders that hold all of these words, in a number, amount or profile</source>
        <translation>編號、金額或商戶設定中含有所有這些字詞的訂單</translation>
    </message>
    <message>
        <source>Search: order no., syssn, HK$3.00 …</source>
        <translation>搜尋：訂單編號、syssn、HK$3.00…</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Show only the orders made today</source>
        <translation>只顯示今日建立的訂單</translation>
    </message>
    <message>
        <source>Refund all orders made today that are still paid …</source>
        <translation>將今日建立且仍為已付款的訂單全部退款…</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部狀態</translation>
    </message>
</context>
<context>
    <name>OrderRowsModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>To refund</source>
        <translation>待退款</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>商戶設定</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Removed from the table: {count}. What QFPay holds of these orders is not touched.</source>
        <translation>已移出表格：{count}。QFPay 中的訂單資料不受影響。</translation>
    </message>
    <message>
        <source>Cancelled: the refund under way was finished, no other was sent.</source>
        <translation>已取消：進行中的退款已完成，其餘未發送。</translation>
    </message>
    <message>
        <source>Stopped: environment or profile was changed while refunds were being sent.</source>
        <translation>已停止：發送退款期間更改了環境或商戶設定。</translation>
    </message>
    <message>
        <source>Not sent: this program held it back.</source>
        <translation>未發送：被本程式攔下。</translation>
    </message>
    <message>
        <source>Not sent: the order has changed since the review.</source>
        <translation>未發送：核對之後訂單有變。</translation>
    </message>
    <message>
        <source>This program failed before an answer came: query the order.</source>
        <translation>收到回應前本程式出錯：請查詢該訂單。</translation>
    </message>
    <message>
        <source>Production is never refunded in bulk: refund one order at a time.</source>
        <translation>正式環境絕不批量退款：請逐筆退款。</translation>
    </message>
    <message>
        <source>Made in another environment: choose that one first.</source>
        <translation>在另一環境建立：請先選擇該環境。</translation>
    </message>
    <message>
        <source>The simulator that held this order has ended: there is nothing left to refund.</source>
        <translation>持有此訂單的模擬器已結束：沒有可退的款項。</translation>
    </message>
    <message>
        <source>Made with another app_code: choose its profile first.</source>
        <translation>用另一 app_code 建立：請先選擇其商戶設定。</translation>
    </message>
    <message>
        <source>Outcome unknown: query it first.</source>
        <translation>結果不明：請先查詢。</translation>
    </message>
    <message>
        <source>Not paid, as far as is known: query it first.</source>
        <translation>目前所知尚未付款：請先查詢。</translation>
    </message>
    <message>
        <source>A refund of it has not been answered: query it first.</source>
        <translation>有一筆退款未獲回應：請先查詢。</translation>
    </message>
    <message>
        <source>QFPay’s syssn is not known: query it first.</source>
        <translation>尚不知 QFPay 的 syssn：請先查詢。</translation>
    </message>
    <message>
        <source>Its amount is no whole number: refund it by hand.</source>
        <translation>金額不是整數：請手動退款。</translation>
    </message>
    <message>
        <source>A part was given back elsewhere, and how much is not known: refund it by hand.</source>
        <translation>已在別處部分退款，金額不明：請手動退款。</translation>
    </message>
    <message>
        <source>The present environment is production. Refunding many orders at once is for test orders only.</source>
        <translation>目前為正式環境。批量退款僅限測試訂單。</translation>
    </message>
    <message>
        <source>Remove from the table: {count}?</source>
        <translation>移出表格：{count}？</translation>
    </message>
    <message>
        <source>Money may still be held for {held} of them: after this, nothing here reminds you to query or refund it. Their exchanges stay in the history. What QFPay holds is not touched.</source>
        <translation>其中 {held} 筆可能仍有未退的款項：移出後，此處不再提醒查詢或退款。相關通訊仍保留在歷史記錄中，QFPay 中的訂單數據不受影響。</translation>
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
        <translation>發送中…</translation>
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
        <translation>結果不明：請查詢</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未發送</translation>
    </message>
    <message>
        <source>Will be refunded</source>
        <translation>將退款</translation>
    </message>
    <message>
        <source>{result}: {words}</source>
        <translation>{result}：{words}</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>結果不明</translation>
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
        <translation>已關閉</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>未建立</translation>
    </message>
    <message>
        <source>Paid: refund it</source>
        <translation>已付款：請退款</translation>
    </message>
    <message>
        <source>Refund unknown</source>
        <translation>退款結果不明</translation>
    </message>
    <message>
        <source>It was sent, and no answer tells what became of it.</source>
        <translation>已發送，但沒有回應說明其結果。</translation>
    </message>
    <message>
        <source>It exists, and nobody has paid as far as is known.</source>
        <translation>訂單存在，目前所知尚無人付款。</translation>
    </message>
    <message>
        <source>It is paid, and nothing was given back.</source>
        <translation>已付款，未曾退款。</translation>
    </message>
    <message>
        <source>It is paid, and a part was given back.</source>
        <translation>已付款，並已部分退款。</translation>
    </message>
    <message>
        <source>It was paid, and everything was given back.</source>
        <translation>曾付款，已全額退款。</translation>
    </message>
    <message>
        <source>It was cancelled: nobody pays it any more.</source>
        <translation>已取消：不能再付款。</translation>
    </message>
    <message>
        <source>It was closed before anybody paid.</source>
        <translation>付款前已關閉。</translation>
    </message>
    <message>
        <source>Its time ran out before anybody paid.</source>
        <translation>付款前已過期。</translation>
    </message>
    <message>
        <source>It was refused or never sent: there is no such order.</source>
        <translation>被拒或從未發送：沒有此訂單。</translation>
    </message>
    <message>
        <source>Query it; do not send it again.</source>
        <translation>請查詢，不要再次發送。</translation>
    </message>
    <message>
        <source>Query it to learn whether somebody paid, or close it.</source>
        <translation>請查詢是否有人付款，或關閉訂單。</translation>
    </message>
    <message>
        <source>Refund it when the test is over.</source>
        <translation>測試結束後請退款。</translation>
    </message>
    <message>
        <source>Refund the rest when the test is over.</source>
        <translation>測試結束後請退還餘額。</translation>
    </message>
    <message>
        <source>Real money is held: refund it today.</source>
        <translation>有真實資金未退：請於今日退款。</translation>
    </message>
    <message>
        <source>A refund was not answered. Query it before you refund again.</source>
        <translation>有一筆退款未獲回應。再次退款前請先查詢。</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>毋須再做甚麼。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>Paid, not refunded</source>
        <translation>已付款，未退款</translation>
    </message>
    <message>
        <source>Ended without payment</source>
        <translation>未付款已結束</translation>
    </message>
</context>
<context>
    <name>OrdersPanel</name>
    <message>
        <source>Show all orders</source>
        <translation>顯示所有訂單</translation>
    </message>
    <message>
        <source>No orders yet.
Every payment you send becomes an order here, from the moment before it leaves: whether it is paid, what was refunded, and what is left. Query, refund and close it from here.</source>
        <translation>尚無訂單。
你發送的每筆付款在發出前即列為此處的訂單：是否已付款、已退多少、餘額多少。可在此查詢、退款及關閉。</translation>
    </message>
    <message>
        <source>No order matches.</source>
        <translation>沒有符合的訂單。</translation>
    </message>
</context>
<context>
    <name>OrdersTable</name>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>關閉…</translation>
    </message>
    <message>
        <source>Reversal …</source>
        <translation>沖正…</translation>
    </message>
    <message>
        <source>Notify a receiver of its payment …</source>
        <translation>將其支付通知接收端…</translation>
    </message>
    <message>
        <source>Notify a receiver of its refund …</source>
        <translation>將其退款通知接收端…</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>複製訂單編號</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在歷史記錄中顯示</translation>
    </message>
    <message>
        <source>Remove from the table</source>
        <translation>移出表格</translation>
    </message>
    <message>
        <source>Orders, newest first</source>
        <translation>訂單，最新者在前</translation>
    </message>
</context>
<context>
    <name>OutcomeBox</name>
    <message>
        <source>What the simulator answers</source>
        <translation>模擬器的回應</translation>
    </message>
    <message>
        <source>What the simulator answers to the next requests</source>
        <translation>模擬器對往後請求的回應</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已複製：{what}，{count} 個字元</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Call</source>
        <translation>請求類型</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>問題排查</translation>
    </message>
    <message>
        <source>Look for “{words}” in the history</source>
        <translation>在歷史記錄中尋找「{words}」</translation>
    </message>
    <message>
        <source>A command, a field, a return code, an order …</source>
        <translation>指令、欄位、返回碼、訂單…</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter run · Esc close</source>
        <translation>↑ ↓ 選擇 · Enter 執行 · Esc 關閉</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>參考手冊</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Case</source>
        <translation>問題排查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史記錄</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監看</translation>
    </message>
    <message>
        <source>Suites</source>
        <translation>測試集</translation>
    </message>
</context>
<context>
    <name>ParametersTable</name>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>參數</translation>
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
        <translation>這是</translation>
    </message>
    <message>
        <source>Say what the selection, or the value at the text cursor, really is</source>
        <translation>指明所選內容或游標處的值實際是甚麼</translation>
    </message>
    <message>
        <source>Take the correction back</source>
        <translation>撤銷更正</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>At the cursor: {name}</source>
        <translation>游標處：{name}</translation>
    </message>
    <message>
        <source>Left over: {stretch}</source>
        <translation>未使用：{stretch}</translation>
    </message>
    <message>
        <source>Click a value, or select a stretch of the text</source>
        <translation>點擊一個值，或選取一段文字</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Use as draft and examine</source>
        <translation>用作草稿並檢查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Paste what the merchant sent</source>
        <translation>貼上商戶發送的內容</translation>
    </message>
    <message>
        <source>Nothing is sent. The case is kept without keys and personal data.</source>
        <translation>不會傳送任何內容。保存的問題不含密鑰和個人資料。</translation>
    </message>
    <message>
        <source>Ctrl+Return. Undo brings the present draft back</source>
        <translation>Ctrl+Return。復原可恢復目前草稿</translation>
    </message>
</context>
<context>
    <name>PasteEdit</name>
    <message>
        <source>What the merchant sent</source>
        <translation>商戶發送的內容</translation>
    </message>
    <message>
        <source>Paste what the merchant sent, or drop a file here: a curl command, an HTTP request, a form body, JSON, Postman, HAR, a log, code, or the signing string.</source>
        <translation>請貼上商戶發送的內容，或將檔案拖放至此處：curl 指令、HTTP 請求、表單正文、JSON、Postman、HAR、記錄檔、程式碼或簽名字串。</translation>
    </message>
</context>
<context>
    <name>PastedView</name>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>The text the merchant hashed, with or without the key</source>
        <translation>商戶計算雜湊所用的文字，含或不含密鑰</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>簽名字串</translation>
    </message>
    <message>
        <source>not found: paste it here, if you have it</source>
        <translation>未找到：如有請貼上於此</translation>
    </message>
    <message>
        <source>found in the paste</source>
        <translation>已在貼上的內容中找到</translation>
    </message>
    <message>
        <source>what the merchant hashed, if you have it</source>
        <translation>商戶計算雜湊所用的內容（如有）</translation>
    </message>
    <message>
        <source>Check its signature</source>
        <translation>驗證其簽名</translation>
    </message>
    <message>
        <source>Copy the question</source>
        <translation>複製這段詢問</translation>
    </message>
    <message>
        <source>Show it in the set-up</source>
        <translation>在接入設定中查看</translation>
    </message>
    <message>
        <source>Copied: the question to the merchant</source>
        <translation>已複製：給商戶的詢問</translation>
    </message>
    <message>
        <source>A call of wx.requestPayment</source>
        <translation>wx.requestPayment 呼叫</translation>
    </message>
    <message>
        <source>This program failed while reading.</source>
        <translation>本程式在讀取時出錯。</translation>
    </message>
    <message>
        <source>It is used for this examination only and never kept. The merchant should change it.</source>
        <translation>只用於本次檢查，絕不儲存。商戶應更換它。</translation>
    </message>
    <message>
        <source>The paste holds the client key.</source>
        <translation>貼上的內容含有 client_key。</translation>
    </message>
    <message>
        <source>The call of wx.requestPayment passes everything on as it should.</source>
        <translation>wx.requestPayment 呼叫已按要求傳遞所有內容。</translation>
    </message>
</context>
<context>
    <name>PayParams</name>
    <message>
        <source>32 hexadecimal digits</source>
        <translation>32 位十六進制數字</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 位十六進制數字</translation>
    </message>
    <message>
        <source>344 characters of base64</source>
        <translation>344 個 base64 字元</translation>
    </message>
    <message>
        <source>a number: wx.requestPayment takes text only, and iOS refuses a number</source>
        <translation>是數字：wx.requestPayment 只接受字串，iOS 會拒絕數字</translation>
    </message>
    <message>
        <source>not a text: wx.requestPayment takes text only</source>
        <translation>不是字串：wx.requestPayment 只接受字串</translation>
    </message>
    <message>
        <source>empty: WeChat needs a value here</source>
        <translation>留空：微信要求此處有值</translation>
    </message>
    <message>
        <source>the word {word}: no value at all, turned into text</source>
        <translation>文字 {word}：其實沒有值，被轉成了字串</translation>
    </message>
    <message>
        <source>character {place} is {one}: WeChat&apos;s values are plain ASCII without spaces</source>
        <translation>第 {place} 個字元是 {one}：微信的值只含 ASCII 字元，不含空格</translation>
    </message>
    <message>
        <source>18 characters, as WeChat&apos;s are; only the Mini Program with this appid can pay</source>
        <translation>18 個字元，格式正確；僅此小程序可付款</translation>
    </message>
    <message>
        <source>gh_… is a Mini Program&apos;s original ID; its appid begins with wx</source>
        <translation>gh_… 是小程序的原始 ID；appid 以 wx 開首</translation>
    </message>
    <message>
        <source>{count} characters, unlike WeChat&apos;s: wx and 16 lower-case hexadecimal digits</source>
        <translation>{count} 個字元，與微信不符：應為 wx 加 16 位小寫十六進制數字</translation>
    </message>
    <message>
        <source>not a number of seconds since 1970, such as 1593746074</source>
        <translation>不是 1970 年起的秒數，正確如 1593746074</translation>
    </message>
    <message>
        <source>13 digits are milliseconds: WeChat counts seconds, 10 digits</source>
        <translation>13 位是毫秒：微信以秒計算，10 位數字</translation>
    </message>
    <message>
        <source>{count} digits: seconds since 1970 have 10</source>
        <translation>{count} 位數字：1970 年起的秒數為 10 位</translation>
    </message>
    <message>
        <source>text, {ahead} ahead of this computer&apos;s clock: compare the clocks</source>
        <translation>字串，比本機時鐘快 {ahead}：請核對兩邊時鐘</translation>
    </message>
    <message>
        <source>text, {ahead} ahead of this computer&apos;s clock</source>
        <translation>字串，比本機時鐘快 {ahead}</translation>
    </message>
    <message>
        <source>text, {age} old: a prepay_id lives 2 hours, order again with a new out_trade_no</source>
        <translation>字串，已過 {age}：prepay_id 有效 2 小時，請以新的 out_trade_no 重新下單</translation>
    </message>
    <message>
        <source>text, {age} old</source>
        <translation>字串，已過 {age}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分鐘</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小時 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 日</translation>
    </message>
    <message>
        <source>{count} characters: WeChat takes at most 32</source>
        <translation>{count} 個字元：微信最多接受 32 個</translation>
    </message>
    <message>
        <source>{count} characters of at most 32</source>
        <translation>{count} 個字元，上限 32</translation>
    </message>
    <message>
        <source>Sign=WXPay belongs to WeChat&apos;s app SDK: was pay_type 800213 sent?</source>
        <translation>Sign=WXPay 屬於微信 App SDK：發送的 pay_type 是 800213 嗎？</translation>
    </message>
    <message>
        <source>a bare prepay_id: prepay_id= is missing before it</source>
        <translation>只有 prepay_id 的值：前面欠缺 prepay_id=</translation>
    </message>
    <message>
        <source>does not begin with prepay_id=, in exactly these letters</source>
        <translation>沒有以 prepay_id= 開首（大小寫須完全一致）</translation>
    </message>
    <message>
        <source>nothing after prepay_id=: no order stands behind it</source>
        <translation>prepay_id= 之後留空：沒有對應的訂單</translation>
    </message>
    <message>
        <source>prepay_id= stands twice</source>
        <translation>prepay_id= 出現了兩次</translation>
    </message>
    <message>
        <source>a prepay_id has letters and digits only: something was added or encoded</source>
        <translation>prepay_id 只含字母及數字：多了內容或被編碼</translation>
    </message>
    <message>
        <source>prepay_id= and {count} characters</source>
        <translation>prepay_id= 加 {count} 個字元</translation>
    </message>
    <message>
        <source>prepay_id= and {count} characters; WeChat&apos;s own begin with wx</source>
        <translation>prepay_id= 加 {count} 個字元；微信的以 wx 開首</translation>
    </message>
    <message>
        <source>paySign must be {shape}</source>
        <translation>paySign 須為 {shape}</translation>
    </message>
    <message>
        <source>WeChat spells it {alike}</source>
        <translation>微信的寫法是 {alike}</translation>
    </message>
    <message>
        <source>not known to WeChat: MD5, HMAC-SHA256 and RSA are</source>
        <translation>微信不支援：只接受 MD5、HMAC-SHA256 及 RSA</translation>
    </message>
    <message>
        <source>{count} characters, not judged: WeChat does not know this signType</source>
        <translation>{count} 個字元，無法判斷：微信不支援此 signType</translation>
    </message>
    <message>
        <source>{count} characters do not fit: {wanted} gives {shape}</source>
        <translation>{count} 個字元不符：{wanted} 應為 {shape}</translation>
    </message>
    <message>
        <source>looks like {looks}, but without signType WeChat takes MD5</source>
        <translation>似是 {looks}，但沒有 signType 時微信按 MD5 處理</translation>
    </message>
    <message>
        <source>looks like {looks}, but signType says {wanted}: WeChat will refuse it</source>
        <translation>似是 {looks}，但 signType 寫的是 {wanted}：微信會拒絕</translation>
    </message>
    <message>
        <source>{type}: {count} hexadecimal digits</source>
        <translation>{type}：{count} 位十六進制數字</translation>
    </message>
    <message>
        <source>{type}: {count} hexadecimal digits, in lower case where WeChat&apos;s are upper case</source>
        <translation>{type}：{count} 位十六進制數字，小寫；微信的為大寫</translation>
    </message>
    <message>
        <source>RSA: 344 characters of base64</source>
        <translation>RSA：344 個 base64 字元</translation>
    </message>
    <message>
        <source>RSA: {count} characters of base64, where WeChat&apos;s 2048-bit keys give 344</source>
        <translation>RSA：{count} 個 base64 字元；微信的 2048 位元密鑰為 344 個</translation>
    </message>
    <message>
        <source>The Mini Program that may pay: only the one with this appId can make the call. It is not handed to wx.requestPayment, though it is part of what is signed.</source>
        <translation>可以支付的小程序：只有 appId 與此相同的小程序才能呼叫。它不傳給 wx.requestPayment，但參與簽名。</translation>
    </message>
    <message>
        <source>When the values were made: seconds since 1970, ten digits, as text.</source>
        <translation>這組值的產生時間：自 1970 年起的秒數，10 位數字，以字串傳遞。</translation>
    </message>
    <message>
        <source>A random text of at most 32 characters, another one for every order.</source>
        <translation>隨機字串，最多 32 個字元，每筆訂單都不同。</translation>
    </message>
    <message>
        <source>Which order WeChat lets the customer pay: prepay_id= and WeChat’s own number of it.</source>
        <translation>微信讓顧客支付哪筆訂單：prepay_id= 加微信自己的單號。</translation>
    </message>
    <message>
        <source>How paySign was made: MD5, HMAC-SHA256 or RSA. It must be the one of the order; without it, MD5.</source>
        <translation>paySign 的演算法：MD5、HMAC-SHA256 或 RSA。必須與下單時一致；不傳則為 MD5。</translation>
    </message>
    <message>
        <source>WeChat’s signature of the other values. QFPay or its channel holds the key, so nobody else can make or check it.</source>
        <translation>微信對其餘各值的簽名。密鑰在 QFPay 或其通道手中，其他人無法產生或驗證。</translation>
    </message>
    <message>
        <source>missing: {other} came instead, which WeChat does not read as {name}</source>
        <translation>欠缺：收到的是 {other}，微信不會當作 {name}</translation>
    </message>
    <message>
        <source>absent: WeChat then takes MD5</source>
        <translation>未提供：微信按 MD5 處理</translation>
    </message>
    <message>
        <source>missing: which Mini Program may pay cannot be seen; ask QFPay for the bound appid</source>
        <translation>欠缺：看不出哪個小程序可以付款；請向 QFPay 查詢綁定的 appid</translation>
    </message>
    <message>
        <source>missing: wx.requestPayment cannot do without it</source>
        <translation>欠缺：wx.requestPayment 必須有此項</translation>
    </message>
    <message>
        <source>belongs to WeChat&apos;s app SDK: a Mini Program has no such member</source>
        <translation>屬於微信 App SDK：小程序沒有此成員</translation>
    </message>
    <message>
        <source>the app SDK&apos;s name: a Mini Program has {right}</source>
        <translation>App SDK 的名稱：小程序用 {right}</translation>
    </message>
    <message>
        <source>misspelled: WeChat reads {right} only</source>
        <translation>拼寫有誤：微信只認 {right}</translation>
    </message>
    <message>
        <source>not a member wx.requestPayment knows: ignored</source>
        <translation>wx.requestPayment 沒有此成員：會被忽略</translation>
    </message>
</context>
<context>
    <name>PayParamsPage</name>
    <message>
        <source>Copy pay_params as the JSON object a Mini Program expects</source>
        <translation>將 pay_params 複製為小程式所需的 JSON 物件</translation>
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
        <translation>微信收銀台（模擬）</translation>
    </message>
    <message>
        <source>Simulated: no money moves</source>
        <translation>模擬：不涉資金轉移</translation>
    </message>
    <message>
        <source>This window plays WeChat. No phone is involved and no money moves.</source>
        <translation>此視窗模擬微信，不涉手機，亦不涉資金轉移。</translation>
    </message>
    <message>
        <source>wx.requestPayment …</source>
        <translation>wx.requestPayment…</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Simulated: no money</source>
        <translation>模擬：不涉資金</translation>
    </message>
    <message>
        <source>Close the sheet, as a customer who does not pay</source>
        <translation>關閉收銀台，如同顧客不付款</translation>
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
        <translation>真實姓名</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>身份證號碼</translation>
    </message>
    <message>
        <source>Write the name as \uXXXX</source>
        <translation>姓名寫作 \uXXXX</translation>
    </message>
    <message>
        <source>Signed text of extend_info</source>
        <translation>extend_info 的簽名文字</translation>
    </message>
    <message>
        <source>The signed text</source>
        <translation>參與簽名的文字</translation>
    </message>
</context>
<context>
    <name>PlaceChip</name>
    <message>
        <source>no credentials</source>
        <translation>無商戶設定</translation>
    </message>
    <message>
        <source>Where and as whom: {place}</source>
        <translation>發往何處、由誰簽名：{place}</translation>
    </message>
    <message>
        <source>Choose another (Ctrl+L)</source>
        <translation>另選一個（Ctrl+L）</translation>
    </message>
</context>
<context>
    <name>PlaceFacts</name>
    <message>
        <source>starting …</source>
        <translation>啟動中…</translation>
    </message>
    <message>
        <source>asking keychain …</source>
        <translation>正在詢問鑰匙圈…</translation>
    </message>
    <message>
        <source>made-up keys</source>
        <translation>示範密鑰</translation>
    </message>
    <message>
        <source>key in keychain</source>
        <translation>密鑰在鑰匙圈</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>僅本次工作階段</translation>
    </message>
</context>
<context>
    <name>PlacePopup</name>
    <message>
        <source>Where and as whom</source>
        <translation>發往何處、由誰簽名</translation>
    </message>
    <message>
        <source>An environment, a host, a profile, an app code …</source>
        <translation>環境、主機、商戶設定、app code…</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter go there · Ctrl+Enter sign with it here · Tab more · Esc close</source>
        <translation>↑ ↓ 選擇 · Enter 前往 · Ctrl+Enter 在目前環境用它簽名 · Tab 更多 · Esc 關閉</translation>
    </message>
    <message>
        <source>Add a profile …</source>
        <translation>新增商戶設定…</translation>
    </message>
    <message>
        <source>Add a custom address …</source>
        <translation>新增自訂網址…</translation>
    </message>
    <message>
        <source>Manage …</source>
        <translation>管理…</translation>
    </message>
    <message>
        <source>Profiles …</source>
        <translation>商戶設定…</translation>
    </message>
    <message>
        <source>Custom addresses …</source>
        <translation>自訂網址…</translation>
    </message>
    <message>
        <source>Add the address {url}</source>
        <translation>新增網址 {url}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>沒有找到</translation>
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
        <translation>無商戶設定</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>商戶設定</translation>
    </message>
    <message>
        <source>belongs to {environment}</source>
        <translation>屬於{environment}</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>僅本次工作階段</translation>
    </message>
    <message>
        <source>no longer in the list</source>
        <translation>已不在列表中</translation>
    </message>
    <message>
        <source>Asking the keychain where these belong …</source>
        <translation>正在詢問鑰匙圈它們屬於哪裡…</translation>
    </message>
    <message>
        <source>The keychain did not say where these belong</source>
        <translation>鑰匙圈沒有說明它們屬於哪裡</translation>
    </message>
    <message>
        <source>Not asked for yet</source>
        <translation>尚未查詢</translation>
    </message>
    <message>
        <source>no money</source>
        <translation>不涉及資金</translation>
    </message>
    <message>
        <source>real money</source>
        <translation>真實資金</translation>
    </message>
    <message>
        <source>Demo merchant</source>
        <translation>示範商戶</translation>
    </message>
</context>
<context>
    <name>Poll</name>
    <message>
        <source>environment or merchant was changed</source>
        <translation>環境或商戶已更換</translation>
    </message>
    <message>
        <source>you stopped it</source>
        <translation>你停止了查詢</translation>
    </message>
    <message>
        <source>something else was sent</source>
        <translation>發送了其他請求</translation>
    </message>
    <message>
        <source>the query could not be sent</source>
        <translation>查詢未能發送</translation>
    </message>
    <message>
        <source>this program failed while sending</source>
        <translation>發送時本程式出錯</translation>
    </message>
    <message>
        <source>no final state after {count} queries</source>
        <translation>查詢 {count} 次後仍無最終狀態</translation>
    </message>
    <message>
        <source>no final state within {minutes} minutes</source>
        <translation>{minutes} 分鐘內沒有最終狀態</translation>
    </message>
    <message>
        <source>{count} queries in a row came to nothing. {why}</source>
        <translation>連續 {count} 次查詢沒有結果。{why}</translation>
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
        <translation>查詢直至付款</translation>
    </message>
    <message>
        <source>Query until it is refunded</source>
        <translation>查詢直至退款完成</translation>
    </message>
    <message>
        <source>Query until it is closed</source>
        <translation>查詢直至關閉</translation>
    </message>
    <message>
        <source>Still open. With growing pauses, at most {most} queries in {minutes} minutes.</source>
        <translation>未完結。間隔逐漸加長，{minutes} 分鐘內最多查詢 {most} 次。</translation>
    </message>
    <message>
        <source>Still open. First query in {seconds} s ({n} of {of})</source>
        <translation>未完結。{seconds} 秒後首次查詢（{n}/{of}）</translation>
    </message>
    <message>
        <source>Still open. Next query in {seconds} s ({n} of {of})</source>
        <translation>未完結。{seconds} 秒後再次查詢（{n}/{of}）</translation>
    </message>
    <message>
        <source>QFPay asks for fewer requests. Next query in {seconds} s ({n} of {of})</source>
        <translation>QFPay 要求減少請求。{seconds} 秒後再次查詢（{n}/{of}）</translation>
    </message>
    <message>
        <source>Querying … ({n} of {of})</source>
        <translation>正在查詢…（{n}/{of}）</translation>
    </message>
    <message>
        <source>Queries have begun; they stop by themselves once the order is settled.</source>
        <translation>已開始查詢；訂單有最終結果後自動停止。</translation>
    </message>
    <message>
        <source>{reason} The first query found it.</source>
        <translation>{reason}首次查詢即有結果。</translation>
    </message>
    <message>
        <source>{reason} It took {count} queries.</source>
        <translation>{reason}共查詢 {count} 次。</translation>
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
        <translation>連續查詢</translation>
    </message>
    <message>
        <source>Query now</source>
        <translation>即時查詢</translation>
    </message>
    <message>
        <source>Wait no longer; two seconds lie between two queries at least</source>
        <translation>不再等待；兩次查詢至少相隔兩秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send no further queries; what is on its way comes back</source>
        <translation>不再發送查詢；已發出的仍會傳回</translation>
    </message>
    <message>
        <source>A query changes nothing. It stops by itself when the state is final</source>
        <translation>查詢不會改變任何內容。狀態確定後自動停止</translation>
    </message>
</context>
<context>
    <name>PortEdit</name>
    <message>
        <source>any port</source>
        <translation>任意連接埠</translation>
    </message>
    <message>
        <source>Port for programs</source>
        <translation>供程式使用的連接埠</translation>
    </message>
    <message>
        <source>The port at which programs find this address, also at the next start; empty: any</source>
        <translation>程式存取本地址所用的連接埠，下次啟動時沿用；留空則任意</translation>
    </message>
    <message>
        <source>A port is a number from 1 to {last}.</source>
        <translation>連接埠是 1 到 {last} 的數字。</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Profile name</source>
        <translation>商戶設定名稱</translation>
    </message>
    <message>
        <source>App code</source>
        <translation>應用代碼</translation>
    </message>
    <message>
        <source>Merchant ID</source>
        <translation>商戶號</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>商戶密鑰</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Sign type</source>
        <translation>簽名類型</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>環境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;App code</source>
        <translation>應用代碼(&amp;A)</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>商戶密鑰(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Merchant ID</source>
        <translation>商戶號(&amp;M)</translation>
    </message>
    <message>
        <source>Sign &amp;type</source>
        <translation>簽名類型(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>製作複本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>{where}; in use</source>
        <translation>{where}；使用中</translation>
    </message>
    <message>
        <source>Built in, with made-up keys</source>
        <translation>內置，示範密鑰</translation>
    </message>
    <message>
        <source>Key in the keychain</source>
        <translation>密鑰在鑰匙圈中</translation>
    </message>
    <message>
        <source>Kept for this session only</source>
        <translation>僅本次工作階段保留</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>商戶設定</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>There is no profile for “{environment}” yet: add one with Ctrl+Shift+K.</source>
        <translation>「{environment}」尚無商戶設定：請按 Ctrl+Shift+K 新增。</translation>
    </message>
    <message>
        <source>Nobody signs yet: choose one of the profiles of “{environment}”.</source>
        <translation>尚未選擇由誰簽名：請選擇「{environment}」的一個商戶設定。</translation>
    </message>
    <message>
        <source>From QFPay: 32 characters, sent with every request</source>
        <translation>由 QFPay 提供：32 個字元，隨每個請求發送</translation>
    </message>
    <message>
        <source>From QFPay: 32 characters, secret; it signs and is never sent</source>
        <translation>由 QFPay 提供：32 個字元，機密；用於簽名，絕不發送</translation>
    </message>
    <message>
        <source>Only if QFPay assigned one; else leave it empty</source>
        <translation>僅當 QFPay 已分配時填寫，否則留空</translation>
    </message>
    <message>
        <source>A whole block: {named}</source>
        <translation>貼上了一整段：{named}</translation>
    </message>
    <message>
        <source>Spaces or invisible characters, probably from copying</source>
        <translation>含空格或隱藏字元，可能是複製時帶入的</translation>
    </message>
    <message>
        <source>The same as the app code: look the key up again</source>
        <translation>與應用代碼相同：請重新尋找密鑰</translation>
    </message>
    <message>
        <source>Holds characters that are not ASCII</source>
        <translation>含非 ASCII 字元</translation>
    </message>
    <message>
        <source>{count} characters; usually there are 32</source>
        <translation>{count} 個字元；通常為 32 個</translation>
    </message>
    <message>
        <source>32 characters, usually all of them 0–9 or A–F</source>
        <translation>32 個字元，通常均為 0–9 或 A–F</translation>
    </message>
    <message>
        <source>32 characters</source>
        <translation>32 個字元</translation>
    </message>
    <message>
        <source>As you want to see it in the list</source>
        <translation>列表中顯示的名稱</translation>
    </message>
    <message>
        <source>Not to be changed here. Duplicate it to make your own</source>
        <translation>此處不可更改。請製作複本後自行修改</translation>
    </message>
    <message>
        <source>Usually MD5. SHA256 is announced in a header</source>
        <translation>通常為 MD5。SHA256 會在標頭中註明</translation>
    </message>
    <message>
        <source>Delete the profile “{name}”?</source>
        <translation>刪除商戶設定「{name}」？</translation>
    </message>
    <message>
        <source>Its app code and client key are deleted from this program and from the keychain. This cannot be undone: to use them again you need them from QFPay.</source>
        <translation>其應用代碼及商戶密鑰會從本程式及鑰匙圈中刪除。此操作無法復原：要再次使用，須向 QFPay 索取。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
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
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>商戶設定</translation>
    </message>
    <message>
        <source>Keep the profile and sign with it (Ctrl+S)</source>
        <translation>儲存此商戶設定並用它簽名 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Sign with this profile (or double-click it)</source>
        <translation>用此商戶設定簽名（或按兩下）</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新增商戶設定</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>{folder} is a Mini Program project itself. Choose the folder above it, so that the two do not mix.</source>
        <translation>{folder} 本身就是小程序專案。請選擇其上層資料夾，以免兩者混雜。</translation>
    </message>
    <message>
        <source>{folder} holds too many exports of this order. Choose another folder.</source>
        <translation>{folder} 中此訂單的匯出過多。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{folder} is not there any more. Choose another folder.</source>
        <translation>{folder} 已不存在。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>You may not write into {folder}. Choose a folder of your own.</source>
        <translation>你無權寫入 {folder}。請選擇你自己的資料夾。</translation>
    </message>
    <message>
        <source>There is no room left where {folder} is. Make room, or choose another disk.</source>
        <translation>{folder} 所在磁碟已滿。請清出空間，或選擇其他磁碟。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: {reason}.</source>
        <translation>無法寫入 {folder}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ProjectDialog</name>
    <message>
        <source>Export …</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Not exported. {reason}</source>
        <translation>未匯出。{reason}</translation>
    </message>
    <message>
        <source>Mini Program project</source>
        <translation>小程序專案</translation>
    </message>
    <message>
        <source>Import this folder in WeChat DevTools</source>
        <translation>請在微信開發者工具中匯入此資料夾</translation>
    </message>
    <message>
        <source>Choose where the project’s own folder is made</source>
        <translation>選擇在何處建立專案自己的資料夾</translation>
    </message>
    <message>
        <source>Simulated order: WeChat will refuse these values. Good for reading the code only</source>
        <translation>模擬訂單：微信會拒絕這些值。僅供閱讀程式碼</translation>
    </message>
    <message>
        <source>This order has expired: make it anew with a new out_trade_no, then export</source>
        <translation>此訂單已過期：請以新的 out_trade_no 重新下單，再匯出</translation>
    </message>
    <message>
        <source>Opens in WeChat DevTools; pays {amount} on the payer’s phone, surely until {perhaps}, at the latest until {end}</source>
        <translation>可在微信開發者工具中開啟；可在付款人手機上支付 {amount}，{perhaps} 前確定可付，最遲至 {end}</translation>
    </message>
    <message>
        <source>Opens in WeChat DevTools; pays {amount} on the payer’s phone until {end}</source>
        <translation>可在微信開發者工具中開啟；{end} 前可在付款人手機上支付 {amount}</translation>
    </message>
    <message>
        <source>Opens in WeChat DevTools; pays {amount} on the payer’s phone</source>
        <translation>可在微信開發者工具中開啟；可在付款人手機上支付 {amount}</translation>
    </message>
    <message>
        <source>Exported to {folder}: its usual name was taken, and nothing was overwritten</source>
        <translation>已匯出至 {folder}：慣用名稱已被佔用，沒有覆寫任何內容</translation>
    </message>
    <message>
        <source>Exported to {folder}</source>
        <translation>已匯出至 {folder}</translation>
    </message>
    <message>
        <source>Where to make the project’s folder</source>
        <translation>專案資料夾的位置</translation>
    </message>
    <message>
        <source>This desktop opens no folders. It is {folder}</source>
        <translation>此桌面無法開啟資料夾。位置為 {folder}</translation>
    </message>
</context>
<context>
    <name>ProjectPreview</name>
    <message>
        <source>Files of the project</source>
        <translation>專案的檔案</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>QFPay signature check</source>
        <translation>QFPay 簽名檢查</translation>
    </message>
    <message>
        <source>Made by QFPay Tester {version} at {time}. Environment: {environment}.</source>
        <translation>由 QFPay Tester {version} 於 {time} 產生。環境：{environment}。</translation>
    </message>
    <message>
        <source>The rule: sort the parameters by name, join name=value with &amp; and raw values, append the client key, take the upper-case {sign_type} of the UTF-8 bytes.</source>
        <translation>規則：按名稱排列參數，用 &amp; 連接 name=value（值為原樣），末尾接上 client_key，取其 UTF-8 位元組的大寫 {sign_type}。</translation>
    </message>
    <message>
        <source>The client key has {length} characters and is masked; its fingerprint is {fingerprint}.</source>
        <translation>client_key 有 {length} 個字元，已遮蓋；其指紋為 {fingerprint}。</translation>
    </message>
    <message>
        <source>There was no client key: the signature is that of the parameters alone.</source>
        <translation>沒有 client_key：此簽名只涵蓋參數。</translation>
    </message>
    <message>
        <source>Personal data and keys are masked in: {names}. Signatures are those of the real values.</source>
        <translation>以下各項中的個人資料及密鑰已遮蓋：{names}。簽名則按真實值計算。</translation>
    </message>
    <message>
        <source>No known mistake makes this signature; {count} candidates were tried.</source>
        <translation>沒有已知的錯誤能得出此簽名；已嘗試 {count} 種可能。</translation>
    </message>
    <message>
        <source>Tried: {families}.</source>
        <translation>已嘗試：{families}。</translation>
    </message>
    <message>
        <source>Not tried: {families}.</source>
        <translation>未嘗試：{families}。</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>The first difference is at character {place}.</source>
        <translation>第一處差異在第 {place} 個字元。</translation>
    </message>
    <message>
        <source>The first difference is at character {place}, inside what is masked.</source>
        <translation>第一處差異在第 {place} 個字元，位於被遮蓋的內容中。</translation>
    </message>
    <message>
        <source>Changes no signature, but breaks the payment</source>
        <translation>不影響簽名，但會使付款失敗</translation>
    </message>
    <message>
        <source>Signing code for this request</source>
        <translation>此請求的簽名程式碼</translation>
    </message>
    <message>
        <source>Each program reads the client key from the environment variable QFPAY_CLIENT_KEY and prints the signature. It sends the request once, and only where the signature is the expected one. With QFPAY_DRY_RUN=1 nothing is sent.</source>
        <translation>每個程式都從環境變數 QFPAY_CLIENT_KEY 讀取 client_key，並輸出簽名。只有簽名與預期一致時才發送請求，且只發送一次。設定 QFPAY_DRY_RUN=1 時不發送任何內容。</translation>
    </message>
    <message>
        <source>The merchant’s signature is right.</source>
        <translation>商戶的簽名正確。</translation>
    </message>
    <message>
        <source>The merchant’s signature is not the one of this request.</source>
        <translation>商戶的簽名與此請求不符。</translation>
    </message>
    <message>
        <source>Each of these explains it equally well:</source>
        <translation>以下每一項都同樣能解釋：</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>簽名的內容</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商戶</translation>
    </message>
    <message>
        <source>Right signature</source>
        <translation>正確的簽名</translation>
    </message>
    <message>
        <source>Merchant’s signature</source>
        <translation>商戶的簽名</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>It was sent with another signature than the right one.</source>
        <translation>發送時所帶的簽名與正確的不同。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>回應</translation>
    </message>
    <message>
        <source>This is JSON, but no proof of QFPay Tester.</source>
        <translation>這是 JSON，但不是 QFPay Tester 的排查報告。</translation>
    </message>
    <message>
        <source>This is no JSON file: {place}.</source>
        <translation>這不是 JSON 檔案：{place}。</translation>
    </message>
    <message>
        <source>The file is of another version ({version}): what is new in it is passed over.</source>
        <translation>此檔案屬於另一版本（{version}）：其中的新內容已略過。</translation>
    </message>
    <message>
        <source>Masked in the file, so enter the real value again: {names}.</source>
        <translation>檔案中已遮蓋，請重新填寫真實值：{names}。</translation>
    </message>
    <message>
        <source>Some parameters in the file cannot be read and are left out.</source>
        <translation>檔案中有部分參數無法讀取，已略去。</translation>
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
        <translation>顯示個人資料</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>Proof to send back</source>
        <translation>發給商戶的排查報告</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>文件語言</translation>
    </message>
    <message>
        <source>As it was found then: without the key there is no signing code.</source>
        <translation>這是當時的結果：沒有密鑰，因此沒有簽名代碼。</translation>
    </message>
    <message>
        <source>Nothing opens {path} on this computer.</source>
        <translation>這部電腦上沒有程式能開啟 {path}。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Name and ID in extend_info; the key is never in it</source>
        <translation>extend_info 中的姓名及證件號碼；絕不含密鑰</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Signing code in</source>
        <translation>簽名程式碼語言</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>私隱</translation>
    </message>
    <message>
        <source>The client key is never in it: a mark as long as the key and a short fingerprint stand for it.</source>
        <translation>絕不含 client_key：以等長的標記及簡短的指紋代替。</translation>
    </message>
    <message>
        <source>Open the document in the program for it; it is saved first</source>
        <translation>用相應的程式開啟該文件；會先儲存</translation>
    </message>
    <message>
        <source>Open the folder it was saved in; it is saved first</source>
        <translation>開啟儲存所在的資料夾；會先儲存</translation>
    </message>
    <message>
        <source>Copied: the proof as {form}</source>
        <translation>已複製：排查報告（{form}）</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>儲存排查報告</translation>
    </message>
</context>
<context>
    <name>ProofPreview</name>
    <message>
        <source>The document as a page</source>
        <translation>以頁面顯示的文件</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Preview and source</source>
        <translation>預覽與原始文字</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原始文字</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>工作區</translation>
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
        <translation>將 JSON 排版以便閱讀；關閉則顯示收到的原文</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>複製正文</translation>
    </message>
    <message>
        <source>Copy the body as it came</source>
        <translation>複製收到的正文原文</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>原始回應</translation>
    </message>
    <message>
        <source>No reply came. Sent shows what was sent, Checks where it ended.</source>
        <translation>沒有收到回應。「請求原文」顯示發送的內容，「檢查」顯示止於何處。</translation>
    </message>
    <message>
        <source>body of the reply</source>
        <translation>回應正文</translation>
    </message>
</context>
<context>
    <name>ReceivedPage</name>
    <message>
        <source>Nothing came in yet.
Put this address into notify_url, send a payment to the simulator and pay it: its notification appears here, checked and explained. Nothing of it is kept.</source>
        <translation>尚未收到任何通知。
將此網址填入 notify_url，向模擬器發送一筆支付請求並完成支付：通知會顯示於此，並附檢查結果及說明。其內容不會儲存。</translation>
    </message>
</context>
<context>
    <name>Receiver</name>
    <message>
        <source>Type the address of the receiver, like http://127.0.0.1:8000/notify.</source>
        <translation>請輸入接收端的地址，例如 http://127.0.0.1:8000/notify。</translation>
    </message>
    <message>
        <source>The address takes plain ASCII without spaces, at most {most} characters.</source>
        <translation>地址只可使用不含空格的 ASCII 字元，最多 {most} 個。</translation>
    </message>
    <message>
        <source>The address cannot be read: write it like https://shop.example/notify.</source>
        <translation>無法識別該地址：請寫成 https://shop.example/notify 的形式。</translation>
    </message>
    <message>
        <source>The address takes no user name and no fragment (#).</source>
        <translation>地址中不可有用戶名稱，也不可有片段（#）。</translation>
    </message>
    <message>
        <source>Plain http goes to this machine only: use https:// for {host}.</source>
        <translation>明文 http 只可發往本機：{host} 請使用 https://。</translation>
    </message>
    <message>
        <source>{host} is QFPay’s own: a notification goes to a merchant’s receiver.</source>
        <translation>{host} 是 QFPay 自己的主機：通知應發給商戶的接收端。</translation>
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
        <translation>它能區分正確與錯誤的通知，因此其他各項按它對正確通知的回應來判斷。</translation>
    </message>
    <message>
        <source>It was not taken, but nothing was answered either: answer with an error of your own.</source>
        <translation>未接受，但也沒有任何回應：請主動回覆一個錯誤。</translation>
    </message>
    <message>
        <source>It was not taken, but HTTP {status} looks like a crash, not like a check.</source>
        <translation>未接受，但 HTTP {status} 看來是程式崩潰，而不是驗簽失敗。</translation>
    </message>
    <message>
        <source>Not judged: the right one was not taken either, so this proves nothing.</source>
        <translation>無法判斷：正確的通知同樣未被接受，因此說明不了甚麼。</translation>
    </message>
    <message>
        <source>Not judged: it refuses repeats, and this one counts as a repeat.</source>
        <translation>無法判斷：此接收端拒絕重複通知，而這一則也算重複。</translation>
    </message>
    <message>
        <source>The right notification was not taken. Until it is, nothing else can be judged.</source>
        <translation>正確的通知未被接受。在此之前，其他各項都無法判斷。</translation>
    </message>
    <message>
        <source>It takes the one that is signed like a request: it verifies by the rule for requests, as old samples do.</source>
        <translation>它接受了按請求規則簽名的通知：它按請求的規則驗簽，舊範例就是這樣做的。</translation>
    </message>
    <message>
        <source>Others were taken: {titles}.</source>
        <translation>其他被接受的有：{titles}。</translation>
    </message>
    <message>
        <source>Take an order that this receiver knows, and the key it verifies with; its own log may say what it missed.</source>
        <translation>請使用該接收端認識的訂單，以及它驗簽所用的密鑰；它自己的日誌可能會說明缺了甚麼。</translation>
    </message>
    <message>
        <source>{count} of {total} trials went wrong.</source>
        <translation>{total} 項測試中有 {count} 項不符合要求。</translation>
    </message>
    <message>
        <source>{title}: {fault}</source>
        <translation>{title}：{fault}</translation>
    </message>
    <message>
        <source>It answers SUCCESS to every wrong one: it does not verify, or it answers before it does. Whether it then credits the order, only its own records tell.</source>
        <translation>它對每一則錯誤的通知都回覆 SUCCESS：它沒有驗簽，或者在驗簽之前已經回應。之後是否入賬，只能看它自己的記錄。</translation>
    </message>
    <message>
        <source>No trial of {total} went wrong, but something should be looked at.</source>
        <translation>{total} 項測試均未出錯，但有些地方需要看一看。</translation>
    </message>
    <message>
        <source>All {total} trials went as they must.</source>
        <translation>全部 {total} 項測試均符合要求。</translation>
    </message>
    <message>
        <source>From outside only answers are seen. Whether an order was credited twice, or by a wrong one, its records there tell: it must be credited once.</source>
        <translation>從外部只能看到回應。訂單有否重複入賬，或因錯誤的通知而入賬，要看對方的記錄：只可入賬一次。</translation>
    </message>
    <message>
        <source>HTTP {status} {body}</source>
        <translation>HTTP {status}：{body}</translation>
    </message>
    <message>
        <source>HTTP 200 and SUCCESS: QFPay does not notify again.</source>
        <translation>HTTP 200 且為 SUCCESS：QFPay 不再通知。</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>沒有收到回應。</translation>
    </message>
    <message>
        <source>HTTP {status} is not 200: QFPay notifies again, whatever the body says.</source>
        <translation>HTTP {status} 不是 200：無論正文是甚麼，QFPay 都會再次通知。</translation>
    </message>
    <message>
        <source>HTTP {status} leads elsewhere, and nothing is posted there: answer 200 at this address.</source>
        <translation>HTTP {status} 指向別處，而通知不會發到那裏：請在此地址回覆 200。</translation>
    </message>
    <message>
        <source>White space stands around SUCCESS. No document says whether that still counts: answer the bare word, without a line break.</source>
        <translation>SUCCESS 前後有空白字元。沒有文件說明這是否有效：請只回覆這個詞，不要換行。</translation>
    </message>
    <message>
        <source>The body is empty: answer the word SUCCESS.</source>
        <translation>正文為空：請回覆 SUCCESS。</translation>
    </message>
    <message>
        <source>The body begins with a byte order mark, so it is not SUCCESS: save the script without one, or write UTF-8 without it.</source>
        <translation>正文以位元組順序記號（BOM）開頭，因此不是 SUCCESS：請將程式儲存為無 BOM 的格式，或輸出不帶 BOM 的 UTF-8。</translation>
    </message>
    <message>
        <source>SUCCESS is documented in capital letters, and this is written otherwise.</source>
        <translation>文件中的 SUCCESS 為大寫，此處寫法不同。</translation>
    </message>
    <message>
        <source>Quotes stand around SUCCESS, as a JSON encoder adds them: answer plain text.</source>
        <translation>SUCCESS 兩側有引號，JSON 編碼器會加上它們：請回覆純文字。</translation>
    </message>
    <message>
        <source>The body is JSON: answer the bare word SUCCESS as plain text, without an object around it.</source>
        <translation>正文是 JSON：請以純文字只回覆 SUCCESS，外面不要有物件。</translation>
    </message>
    <message>
        <source>The body is HTML or XML, as for WeChat’s own notifications: answer the bare word SUCCESS.</source>
        <translation>正文是 HTML 或 XML，像回應微信自己的通知那樣：請只回覆 SUCCESS。</translation>
    </message>
    <message>
        <source>The body says more than SUCCESS: answer this one word and nothing else.</source>
        <translation>正文中除 SUCCESS 外還有其他內容：請只回覆這一個詞。</translation>
    </message>
    <message>
        <source>The body is not SUCCESS, so QFPay notifies again.</source>
        <translation>正文不是 SUCCESS，因此 QFPay 會再次通知。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>It is what QFPay sends: the raw body, and X-QF-SIGN made of it and the key.</source>
        <translation>這就是 QFPay 發送的形式：原始正文，以及由正文和密鑰算出的 X-QF-SIGN。</translation>
    </message>
    <message>
        <source>It does not take what is right: see what it answered, and its own log.</source>
        <translation>它不接受正確的通知：請看它的回應和它自己的日誌。</translation>
    </message>
    <message>
        <source>The same twice</source>
        <translation>同一則發兩次</translation>
    </message>
    <message>
        <source>QFPay notifies again when an answer is lost: SUCCESS both times, and one delivery.</source>
        <translation>回應遺失時 QFPay 會再次通知：兩次都回覆 SUCCESS，只發貨一次。</translation>
    </message>
    <message>
        <source>It refuses what it has seen before, so QFPay keeps on notifying: answer SUCCESS again.</source>
        <translation>它拒絕已收過的通知，QFPay 便會一直通知：請再次回覆 SUCCESS。</translation>
    </message>
    <message>
        <source>Blanks and escapes are free in JSON, and the signature covers the bytes as they came.</source>
        <translation>JSON 中的空格和轉義寫法不限，簽名針對的是收到的原始位元組。</translation>
    </message>
    <message>
        <source>It verifies over JSON that it has written anew, not over the raw body.</source>
        <translation>它用自己重新產生的 JSON 驗簽，而不是用原始正文。</translation>
    </message>
    <message>
        <source>JSON as JavaScript writes it</source>
        <translation>JavaScript 寫法的 JSON</translation>
    </message>
    <message>
        <source>JSON as PHP writes it</source>
        <translation>PHP 寫法的 JSON</translation>
    </message>
    <message>
        <source>Fields in another order</source>
        <translation>欄位次序不同</translation>
    </message>
    <message>
        <source>Fields have no order in JSON, and the signature covers the bytes as they came.</source>
        <translation>JSON 中的欄位沒有次序，簽名針對的是收到的原始位元組。</translation>
    </message>
    <message>
        <source>It puts the fields into an order of its own before it verifies, instead of the raw body.</source>
        <translation>它先把欄位按自己的次序排列再驗簽，而不是用原始正文。</translation>
    </message>
    <message>
        <source>A field more</source>
        <translation>多一個欄位</translation>
    </message>
    <message>
        <source>QFPay may add fields at any time: ignore them, do not refuse.</source>
        <translation>QFPay 隨時可能增加欄位：請忽略，不要拒絕。</translation>
    </message>
    <message>
        <source>It refuses fields that it does not know, or verifies over those that it knows.</source>
        <translation>它拒絕不認識的欄位，或只用它認識的欄位驗簽。</translation>
    </message>
    <message>
        <source>A day late</source>
        <translation>遲到一日</translation>
    </message>
    <message>
        <source>QFPay’s last retry comes more than 24 hours after its first attempt.</source>
        <translation>QFPay 的最後一次重試在首次通知 24 小時之後。</translation>
    </message>
    <message>
        <source>It refuses what is old: a payment would be lost after a day of trouble.</source>
        <translation>它拒絕較舊的通知：故障一日之後，付款就會遺失。</translation>
    </message>
    <message>
        <source>The header’s name in small letters</source>
        <translation>標頭名稱為小寫</translation>
    </message>
    <message>
        <source>Names of headers have no case in HTTP, and proxies write them small.</source>
        <translation>HTTP 標頭的名稱不區分大小寫，代理會把它寫成小寫。</translation>
    </message>
    <message>
        <source>It looks the header up in one spelling only, and finds no signature.</source>
        <translation>它只按一種寫法查找標頭，因此找不到簽名。</translation>
    </message>
    <message>
        <source>The signature in small letters</source>
        <translation>簽名為小寫</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>按記錄原樣</translation>
    </message>
    <message>
        <source>Its signature fits the key used here.</source>
        <translation>其簽名與此處使用的密鑰相符。</translation>
    </message>
    <message>
        <source>Its signature does not fit the key used here: whether it must be taken is not known.</source>
        <translation>其簽名與此處使用的密鑰不符：無法得知是否必須接受。</translation>
    </message>
    <message>
        <source>Its signature fits the key used here, so it must be taken: see the receiver’s log.</source>
        <translation>其簽名與此處使用的密鑰相符，因此必須接受：請看接收端的日誌。</translation>
    </message>
    <message>
        <source>What it answered</source>
        <translation>接收端的回應</translation>
    </message>
    <message>
        <source>What was posted</source>
        <translation>已發送的內容</translation>
    </message>
    <message>
        <source>What is posted</source>
        <translation>將發送的內容</translation>
    </message>
    <message>
        <source>A right receiver must: {duty}</source>
        <translation>正確的接收端應當：{duty}</translation>
    </message>
    <message>
        <source>{time} · {answer} · {duration}</source>
        <translation>{time}，{answer}，{duration}</translation>
    </message>
    <message>
        <source>Must {duty}. Answered {did}</source>
        <translation>應當{duty}；回應 {did}</translation>
    </message>
    <message>
        <source>Post it to {host}?</source>
        <translation>要發送到 {host} 嗎？</translation>
    </message>
    <message>
        <source>This is not on this machine. Whoever runs it may credit the order that is named: take one made for a test. Wrong ones are posted on purpose, too, where a series is chosen.</source>
        <translation>它不在本機上。其營運方可能會為所列訂單入賬：請使用專為測試而建的訂單。選擇整套測試時，還會故意發送錯誤的通知。</translation>
    </message>
    <message>
        <source>Post it</source>
        <translation>發送</translation>
    </message>
    <message>
        <source>QFPay writes capitals: to compare without regard to case is kinder, to insist is no mistake.</source>
        <translation>QFPay 使用大寫：不區分大小寫較寬鬆，堅持大寫也不算錯。</translation>
    </message>
    <message>
        <source>There is no key to sign with: choose a merchant whose key is here, or type it.</source>
        <translation>沒有可用於簽名的密鑰：請選擇密鑰在此的商戶，或自行輸入。</translation>
    </message>
    <message>
        <source>This body cannot be posted so: it is no JSON object, or it has nothing to change.</source>
        <translation>此正文無法這樣發送：它不是 JSON 物件，或其中沒有可改之處。</translation>
    </message>
    <message>
        <source>This program failed while posting: {name}</source>
        <translation>本程式在發送時出錯：{name}</translation>
    </message>
    <message>
        <source>It was not taken: capitals are insisted on.</source>
        <translation>未接受：此接收端只認大寫。</translation>
    </message>
    <message>
        <source>Signed with another key</source>
        <translation>用其他密鑰簽名</translation>
    </message>
    <message>
        <source>Whoever has not the key is not QFPay.</source>
        <translation>沒有密鑰的一方就不是 QFPay。</translation>
    </message>
    <message>
        <source>It takes a signature of another key: it does not verify, or does not heed the result.</source>
        <translation>它接受了用其他密鑰簽的名：它沒有驗簽，或沒有理會結果。</translation>
    </message>
    <message>
        <source>Written anew after signing</source>
        <translation>簽名後重新產生正文</translation>
    </message>
    <message>
        <source>The content is the same, its bytes are not those that were signed.</source>
        <translation>內容相同，但位元組已不是簽名時的位元組。</translation>
    </message>
    <message>
        <source>It takes bytes that were not signed: it verifies over JSON written anew, or not at all.</source>
        <translation>它接受了未經簽名的位元組：它用重新產生的 JSON 驗簽，或根本沒有驗簽。</translation>
    </message>
    <message>
        <source>Amount changed after signing</source>
        <translation>簽名後改了金額</translation>
    </message>
    <message>
        <source>The signature is QFPay’s, the amount is not.</source>
        <translation>簽名是 QFPay 的，金額不是。</translation>
    </message>
    <message>
        <source>It takes a tampered body: it does not verify, or does not heed the result.</source>
        <translation>它接受了被竄改的正文：它沒有驗簽，或沒有理會結果。</translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation>沒有簽名</translation>
    </message>
    <message>
        <source>QFPay’s notifications always carry X-QF-SIGN.</source>
        <translation>QFPay 的通知總是帶有 X-QF-SIGN。</translation>
    </message>
    <message>
        <source>It takes what is not signed: anybody could tell it of a payment.</source>
        <translation>它接受未簽名的通知：任何人都可以虛報付款。</translation>
    </message>
    <message>
        <source>With an empty signature</source>
        <translation>簽名為空</translation>
    </message>
    <message>
        <source>An empty X-QF-SIGN is no signature.</source>
        <translation>空的 X-QF-SIGN 不是簽名。</translation>
    </message>
    <message>
        <source>It skips the check where X-QF-SIGN is empty: anybody could tell it of a payment.</source>
        <translation>X-QF-SIGN 為空時它略過驗簽：任何人都可以虛報付款。</translation>
    </message>
    <message>
        <source>Signed like a request</source>
        <translation>按請求規則簽名</translation>
    </message>
    <message>
        <source>Sorted name=value pairs are the rule for requests: a notification is signed as a raw body.</source>
        <translation>排序後的 name=value 是請求的規則：通知按原始正文簽名。</translation>
    </message>
    <message>
        <source>It verifies by the rule for requests, as old samples do, or not at all.</source>
        <translation>它按請求的規則驗簽（舊範例就是這樣），或根本沒有驗簽。</translation>
    </message>
    <message>
        <source>Right, after all of these</source>
        <translation>最後再發一次正確的</translation>
    </message>
    <message>
        <source>What was wrong before must not keep a right one out.</source>
        <translation>之前的錯誤通知不應令正確的通知被拒諸門外。</translation>
    </message>
    <message>
        <source>It no longer takes what is right: something before broke it, or made it shut itself off.</source>
        <translation>它不再接受正確的通知：之前的某一則令它出錯，或令它自我封閉。</translation>
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
        <translation>拒絕</translation>
    </message>
    <message>
        <source>take or refuse it</source>
        <translation>接受或拒絕均可</translation>
    </message>
    <message>
        <source>What a receiver of notifications must survive</source>
        <translation>通知接收端必須經受的測試</translation>
    </message>
    <message>
        <source>Not posted, for this body cannot be written so: {titles}.</source>
        <translation>未發送，因為此正文無法這樣寫：{titles}。</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-Hant</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>It must</source>
        <translation>應當</translation>
    </message>
    <message>
        <source>It answered</source>
        <translation>實際回應</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>結論</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>The record, member by member</source>
        <translation>逐個成員顯示的記錄</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Cancelled: there is most likely nothing to refund</source>
        <translation>已取消：很可能沒有可退的款項</translation>
    </message>
    <message>
        <source>Reversed or refunded already: most likely nothing is left</source>
        <translation>已沖正或退款：很可能沒有可退餘額</translation>
    </message>
    <message>
        <source>Fill in a query of this number; nothing is sent yet</source>
        <translation>填好查詢此編號的請求，暫不發送</translation>
    </message>
    <message>
        <source>Fill in a query of the payment this belongs to; nothing is sent yet</source>
        <translation>填好查詢所屬付款的請求，暫不發送</translation>
    </message>
    <message>
        <source>Fill in a refund of what is left; nothing is sent yet</source>
        <translation>填好退還餘額的請求，暫不發送</translation>
    </message>
    <message>
        <source>Fill in a refund of the whole amount: this answer does not tell what is left</source>
        <translation>填好全額退款的請求：此回應沒有說明餘額</translation>
    </message>
    <message>
        <source>Fill in a close; nothing is sent yet. QFPay’s documents do not list 800213 for it</source>
        <translation>填好關閉訂單的請求，暫不發送。QFPay 文件未列明 800213 可關閉</translation>
    </message>
    <message>
        <source>Not paid: QFPay may answer 1261, for there is nothing to refund</source>
        <translation>未付款：沒有可退的款項，QFPay 可能傳回 1261</translation>
    </message>
    <message>
        <source>Nothing is left: QFPay may answer 1272, 1262 or 1125</source>
        <translation>沒有可退餘額：QFPay 可能傳回 1272、1262 或 1125</translation>
    </message>
    <message>
        <source>It has ended: QFPay may answer 1142, 1181, 1263 or 1264</source>
        <translation>訂單已結束：QFPay 可能傳回 1142、1181、1263 或 1264</translation>
    </message>
    <message>
        <source>Only an unpaid order is closed; a paid one is undone by a refund</source>
        <translation>只有未付款的訂單才可關閉；已付款的須退款</translation>
    </message>
    <message>
        <source>nobody documents this code: ask QFPay support what it means</source>
        <translation>沒有文件說明此代碼：請向 QFPay 支援人員查詢其含義</translation>
    </message>
    <message>
        <source>not documented: known are 0 to 5. Ask QFPay support before you act on it</source>
        <translation>文件未說明：已知的是 0 至 5。處理前請向 QFPay 支援人員查詢</translation>
    </message>
    <message>
        <source>{cancel}; respcd says otherwise</source>
        <translation>{cancel}；與 respcd 不符</translation>
    </message>
    <message>
        <source>no whole number of minor units: nothing can be reckoned with it</source>
        <translation>不是最小貨幣單位的整數：無法用於計算</translation>
    </message>
    <message>
        <source>{meaning}; {name} is missing, so its currency is not told</source>
        <translation>{meaning}；欠缺 {name}，因此不知其貨幣</translation>
    </message>
    <message>
        <source>{meaning}; how many decimals {code} has is not known here</source>
        <translation>{meaning}；此處不知 {code} 有幾位小數</translation>
    </message>
    <message>
        <source>{meaning}: {saved} less than txamt</source>
        <translation>{meaning}：比 txamt 少 {saved}</translation>
    </message>
    <message>
        <source>{meaning}, yet more than txamt in the same currency: show QFPay the raw reply</source>
        <translation>{meaning}，卻高於同一貨幣的 txamt：請將原始回應交 QFPay 查看</translation>
    </message>
    <message>
        <source>{name}; {meaning}</source>
        <translation>{name}；{meaning}</translation>
    </message>
    <message>
        <source>{meaning}; the payment call does not document this one</source>
        <translation>{meaning}；付款 API 的文件未列出此貨幣</translation>
    </message>
    <message>
        <source>price and payment are both in {code}: nothing was exchanged</source>
        <translation>標價與付款同為 {code}：沒有兌換</translation>
    </message>
    <message>
        <source>between {price} and {paid}; its direction and scale are not documented</source>
        <translation>{price} 與 {paid} 之間；方向及比例文件未說明</translation>
    </message>
    <message>
        <source>{between}; shown is what the amounts give, discounts included</source>
        <translation>{between}；所示為按金額算出的值，已計入優惠</translation>
    </message>
    <message>
        <source>{meaning}; not written YYYY-MM-DD hh:mm:ss</source>
        <translation>{meaning}；格式不是 YYYY-MM-DD hh:mm:ss</translation>
    </message>
    <message>
        <source>eight hours behind sysdtm: it was most likely written in UTC, where UTC+8 is read</source>
        <translation>比 sysdtm 早八小時：很可能按 UTC 填寫，但會按 UTC+8 讀取</translation>
    </message>
    <message>
        <source>a payment has no original; only refunds and closings have</source>
        <translation>付款沒有原交易；只有退款及關閉才有</translation>
    </message>
    <message>
        <source>origssn and orig_syssn differ: show QFPay support the raw reply</source>
        <translation>origssn 與 orig_syssn 不一致：請將原始回應交 QFPay 支援人員查看</translation>
    </message>
    <message>
        <source>not documented</source>
        <translation>文件未說明</translation>
    </message>
    <message>
        <source>empty or null</source>
        <translation>為空或 null</translation>
    </message>
    <message>
        <source>given back by this refund, in minor units</source>
        <translation>此次退款退還的金額，以最小貨幣單位計算</translation>
    </message>
    <message>
        <source>QFPay’s number of this closing; the order keeps its own</source>
        <translation>此次關閉的 QFPay 流水號；訂單的流水號不變</translation>
    </message>
    <message>
        <source>the state of this record</source>
        <translation>此記錄的狀態</translation>
    </message>
    <message>
        <source>what was undone after the payment</source>
        <translation>付款後的取消、沖正或退款情況</translation>
    </message>
    <message>
        <source>payment or refund; older editions also list a close</source>
        <translation>付款或退款；舊版文件亦列有關閉</translation>
    </message>
    <message>
        <source>amount of the order, in minor units</source>
        <translation>訂單金額，以最小貨幣單位計算</translation>
    </message>
    <message>
        <source>currency of txamt</source>
        <translation>txamt 的貨幣</translation>
    </message>
    <message>
        <source>what the payer really paid, after discounts</source>
        <translation>付款人實付金額，已扣除優惠</translation>
    </message>
    <message>
        <source>currency of cash_fee: the wallet’s own</source>
        <translation>cash_fee 的貨幣：錢包本身的貨幣</translation>
    </message>
    <message>
        <source>what the payer really got back</source>
        <translation>付款人實際收到的退款</translation>
    </message>
    <message>
        <source>currency of cash_refund_fee: the wallet’s own</source>
        <translation>cash_refund_fee 的貨幣：錢包本身的貨幣</translation>
    </message>
    <message>
        <source>given for payments across currencies; its direction and scale are not documented</source>
        <translation>跨貨幣付款時提供；方向及比例文件未說明</translation>
    </message>
    <message>
        <source>QFPay’s words about this record</source>
        <translation>QFPay 對此記錄的說明</translation>
    </message>
    <message>
        <source>QFPay’s words for the user</source>
        <translation>QFPay 給用戶的說明</translation>
    </message>
    <message>
        <source>further words of QFPay</source>
        <translation>QFPay 的其他說明</translation>
    </message>
    <message>
        <source>the merchant’s own number</source>
        <translation>商戶自己的編號</translation>
    </message>
    <message>
        <source>QFPay’s number of this transaction</source>
        <translation>此交易的 QFPay 流水號</translation>
    </message>
    <message>
        <source>QFPay’s number of the payment that this belongs to</source>
        <translation>所屬付款的 QFPay 流水號</translation>
    </message>
    <message>
        <source>the wallet’s number of this transaction</source>
        <translation>此交易在錢包方的編號</translation>
    </message>
    <message>
        <source>a further number of the channel; its use is not documented</source>
        <translation>渠道的另一編號；用途文件未說明</translation>
    </message>
    <message>
        <source>when QFPay took it, which decides settlement and what a query by time finds</source>
        <translation>QFPay 受理的時間，結算及按時間查詢均以此為準</translation>
    </message>
    <message>
        <source>when it was paid</source>
        <translation>付款時間</translation>
    </message>
    <message>
        <source>the merchant’s own time, as it was sent</source>
        <translation>商戶自己的時間，即發送的值</translation>
    </message>
    <message>
        <source>how it was paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>what was bought, as it was sent</source>
        <translation>所購商品，即發送的值</translation>
    </message>
    <message>
        <source>goods details, as they were sent</source>
        <translation>商品詳情，即發送的值</translation>
    </message>
    <message>
        <source>goods details; its form is not documented</source>
        <translation>商品詳情；格式文件未說明</translation>
    </message>
    <message>
        <source>the merchant’s device number, or a name QFPay fills in</source>
        <translation>商戶的裝置編號，或 QFPay 填入的名稱</translation>
    </message>
    <message>
        <source>the merchant it belongs to, where QFPay assigned a number</source>
        <translation>所屬商戶，如 QFPay 已分配編號</translation>
    </message>
    <message>
        <source>card or account of the payer; what it holds for WeChat is not documented</source>
        <translation>付款人的卡或賬戶；微信付款時的內容文件未說明</translation>
    </message>
    <message>
        <source>surcharge; its unit is not documented</source>
        <translation>附加費；單位文件未說明</translation>
    </message>
    <message>
        <source>rate of the surcharge; its scale is not documented</source>
        <translation>附加費率；比例文件未說明</translation>
    </message>
    <message>
        <source>which page of the result this is</source>
        <translation>結果的第幾頁</translation>
    </message>
    <message>
        <source>how many records a page holds</source>
        <translation>每頁的記錄數目</translation>
    </message>
    <message>
        <source>the merchant’s number of this refund, not of the payment</source>
        <translation>此次退款的商戶編號，不是付款的編號</translation>
    </message>
    <message>
        <source>QFPay’s number of this refund, not of the payment</source>
        <translation>此次退款的 QFPay 流水號，不是付款的流水號</translation>
    </message>
    <message>
        <source>what the payer really paid for the order, after discounts</source>
        <translation>付款人為此訂單實付的金額，已扣除優惠</translation>
    </message>
    <message>
        <source>when it was given back</source>
        <translation>退款時間</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>沒有取消、沖正或退款</translation>
    </message>
    <message>
        <source>the payer’s code was scanned, then the payment was reversed or refunded</source>
        <translation>掃描付款人的付款碼收款後，已沖正或退款</translation>
    </message>
    <message>
        <source>the order was cancelled</source>
        <translation>訂單已取消</translation>
    </message>
    <message>
        <source>refunded in full</source>
        <translation>已全額退款</translation>
    </message>
    <message>
        <source>a pre-authorisation was completed</source>
        <translation>預先授權已完成</translation>
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
        <translation>關閉，見於舊版文件</translation>
    </message>
    <message>
        <source>a reversal</source>
        <translation>沖正</translation>
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
        <translation>已沖正或退款</translation>
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
        <translation>已關閉</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>處理中</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
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
        <translation>已沖正</translation>
    </message>
    <message>
        <source>Nothing was given back: {left} can be refunded.</source>
        <translation>未曾退款：可退 {left}。</translation>
    </message>
    <message>
        <source>{done} given back (refunds in this answer: {count}); at most {left} is left.</source>
        <translation>已退 {done}（此回應中的退款：{count} 筆）；最多還剩 {left} 可退。</translation>
    </message>
    <message>
        <source>A part was given back. How much, the refunds’ own records tell; they are not in this answer.</source>
        <translation>已部分退款。金額見各筆退款的記錄，但不在本回應中。</translation>
    </message>
    <message>
        <source>All of it was given back; nothing is left to refund.</source>
        <translation>已全額退款，沒有可退的餘額。</translation>
    </message>
    <message>
        <source>{done} given back, {pending} under way; at most {left} is left.</source>
        <translation>已退 {done}，處理中 {pending}；餘額最多 {left}。</translation>
    </message>
    <message>
        <source>{done} given back, though only {paid} was paid: show QFPay support the raw reply.</source>
        <translation>已退 {done}，但只付了 {paid}：請將原始回應交 QFPay 支援人員查看。</translation>
    </message>
    <message>
        <source>Belongs to the payment with syssn {syssn}.</source>
        <translation>屬於 syssn 為 {syssn} 的付款。</translation>
    </message>
    <message>
        <source>Belongs to the payment of {amount}, out_trade_no {number}, in this answer.</source>
        <translation>屬於本回應中 {amount} 的付款，out_trade_no {number}。</translation>
    </message>
    <message>
        <source>The record does not name the payment it belongs to.</source>
        <translation>此記錄沒有說明所屬的付款。</translation>
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
        <translation>關閉</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>沖正</translation>
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
        <translation>為空或 null：{names}</translation>
    </message>
    <message>
        <source>{count} further members: see the raw reply</source>
        <translation>另有 {count} 個成員：請看原始回應</translation>
    </message>
    <message>
        <source>No reply came, so there are no records.</source>
        <translation>沒有收到回應，因此沒有記錄。</translation>
    </message>
    <message>
        <source>The reply is nothing QFPay writes, so it brings no records: see the raw reply.</source>
        <translation>回應不是 QFPay 的格式，因此沒有記錄：請看原始回應。</translation>
    </message>
    <message>
        <source>Records come with respcd 0000 only; this reply says {respcd}.</source>
        <translation>respcd 為 0000 時才有記錄；本回應為 {respcd}。</translation>
    </message>
    <message>
        <source>Page {page} holds no records: the ones before it are all there are.</source>
        <translation>第 {page} 頁沒有記錄：前面各頁即為全部。</translation>
    </message>
    <message>
        <source>The query worked, but no record fits it.</source>
        <translation>查詢成功，但沒有符合的記錄。</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>{count} further records: see the raw reply</source>
        <translation>另有 {count} 項記錄：請看原始回應</translation>
    </message>
</context>
<context>
    <name>RecordsTable</name>
    <message>
        <source>Copy syssn</source>
        <translation>複製 syssn</translation>
    </message>
    <message>
        <source>Copied: syssn {number}</source>
        <translation>已複製：syssn {number}</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
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
        <translation>含義</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Whose turn</source>
        <translation>輪到誰處理</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做甚麼</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪裡做</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Payments under a real name</source>
        <translation>實名支付</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>收錄情況</translation>
    </message>
    <message>
        <source>the request succeeded</source>
        <translation>請求成功</translation>
    </message>
    <message>
        <source>in progress: go on querying, never send it again</source>
        <translation>處理中：繼續查詢，切勿重發</translation>
    </message>
    <message>
        <source>the request failed</source>
        <translation>請求失敗</translation>
    </message>
    <message>
        <source>in QFPay’s newest table of codes</source>
        <translation>在 QFPay 最新的返回碼表中</translation>
    </message>
    <message>
        <source>in older tables only; it may still come</source>
        <translation>只見於舊表；仍可能返回</translation>
    </message>
    <message>
        <source>in an older service of QFPay’s only; it may still come</source>
        <translation>只見於 QFPay 的舊服務；仍可能返回</translation>
    </message>
    <message>
        <source>in merchants’ programs only; it may still come</source>
        <translation>只見於商戶的程式；仍可能返回</translation>
    </message>
    <message>
        <source>In the answer to {calls}</source>
        <translation>在 {calls} 的回應中</translation>
    </message>
    <message>
        <source>Where resperr or respmsg says “{words}”</source>
        <translation>當 resperr 或 respmsg 含有「{words}」時</translation>
    </message>
    <message>
        <source>{calls}, where resperr or respmsg says “{words}”</source>
        <translation>{calls}，且 resperr 或 respmsg 含有「{words}」時</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Everything the program knows about QFPay&apos;s API, one subject a page.</source>
        <translation>本程式所知的 QFPay API 全部內容，每頁一個主題。</translation>
    </message>
    <message>
        <source>It says nothing itself: each page names its own sources.</source>
        <translation>目錄本身不作說明：各頁列出自己的來源。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Always there in</source>
        <translation>必有於</translation>
    </message>
    <message>
        <source>none: it may be missing</source>
        <translation>無：可能缺少</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>請求類型</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Return code</source>
        <translation>返回碼</translation>
    </message>
    <message>
        <source>Member of pay_params</source>
        <translation>pay_params 成員</translation>
    </message>
    <message>
        <source>Answer of WeChat</source>
        <translation>微信的返回</translation>
    </message>
    <message>
        <source>Field of a record</source>
        <translation>記錄欄位</translation>
    </message>
    <message>
        <source>Field of a notification</source>
        <translation>通知欄位</translation>
    </message>
    <message>
        <source>Error of code2Session</source>
        <translation>code2Session 錯誤碼</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>接入設定</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Method and path</source>
        <translation>方法與路徑</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>幣種</translation>
    </message>
    <message>
        <source>decimals: {count}</source>
        <translation>小數位：{count}</translation>
    </message>
    <message>
        <source>Common mistakes: {call}</source>
        <translation>常見錯誤：{call}</translation>
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
        <translation>{pay_types} 時必填</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>選填</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>at most {count} characters</source>
        <translation>最多 {count} 個字元</translation>
    </message>
    <message>
        <source>several, separated by commas; each at most {count} characters</source>
        <translation>可多個，以逗號分隔；每個最多 {count} 個字元</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation>常見錯誤</translation>
    </message>
    <message>
        <source>Its check</source>
        <translation>對它的檢查</translation>
    </message>
    <message>
        <source>As WeChat writes it</source>
        <translation>微信的原文</translation>
    </message>
    <message>
        <source>What sending to it does</source>
        <translation>發送到此處的後果</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基礎地址</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>哪些參數參與簽名</translation>
    </message>
    <message>
        <source>What is not signed</source>
        <translation>哪些不參與簽名</translation>
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
        <translation>值保持原樣</translation>
    </message>
    <message>
        <source>Names and values joined</source>
        <translation>名與值的拼接</translation>
    </message>
    <message>
        <source>The key behind it</source>
        <translation>末尾的密鑰</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>字元集</translation>
    </message>
    <message>
        <source>MD5 or SHA256</source>
        <translation>MD5 還是 SHA256</translation>
    </message>
    <message>
        <source>Capitals or small letters</source>
        <translation>大寫還是小寫</translation>
    </message>
    <message>
        <source>The digest is written in hexadecimal digits. QFPay&apos;s Python, Java and PHP samples write capitals, its Node.js and Postman samples small letters; no page says which are wanted.</source>
        <translation>摘要以十六進位書寫。QFPay 的 Python、Java、PHP 示例用大寫，Node.js 與 Postman 示例用小寫；沒有文件說明需要哪一種。</translation>
    </message>
    <message>
        <source>Where the signature travels</source>
        <translation>簽名放在哪裡</translation>
    </message>
    <message>
        <source>How a request is signed</source>
        <translation>請求如何簽名</translation>
    </message>
    <message>
        <source>Sort what is sent, join it as name=value with &amp;, put the client_key behind it, hash that, and send the digest in X-QF-SIGN.</source>
        <translation>將發送的參數排序，以 name=value 形式用 &amp; 拼接，末尾加上 client_key，計算摘要，並放入 X-QF-SIGN 發送。</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>client_key, made up</source>
        <translation>client_key（虛構）</translation>
    </message>
    <message>
        <source>Signing string</source>
        <translation>簽名字串</translation>
    </message>
    <message>
        <source>Signature of a reply</source>
        <translation>回應的簽名</translation>
    </message>
    <message>
        <source>Signature of a notification</source>
        <translation>通知的簽名</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>另見</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>依據</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>Search the reference (Ctrl+F)</source>
        <translation>搜尋參考手冊（Ctrl+F）</translation>
    </message>
    <message>
        <source>Page of the reference</source>
        <translation>參考手冊頁面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Copy this page as text</source>
        <translation>將本頁複製為文字</translation>
    </message>
    <message>
        <source>Save this page as HTML or PDF …</source>
        <translation>將本頁儲存為 HTML 或 PDF…</translation>
    </message>
    <message>
        <source>Print this page …</source>
        <translation>列印本頁…</translation>
    </message>
    <message>
        <source>{count} of {all} pages</source>
        <translation>{all} 頁中的 {count} 頁</translation>
    </message>
    <message>
        <source>{title} – Reference</source>
        <translation>{title} – 參考手冊</translation>
    </message>
    <message>
        <source>Copied: the page as text</source>
        <translation>已複製：本頁文字</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>網頁 (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>儲存本頁</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已列印</translation>
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
        <translation>進度</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>完成這一筆後停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Today is {day} on this machine’s clock (UTC{hours}:{minutes}).</source>
        <translation>按本機時鐘，今日為 {day}（UTC{hours}:{minutes}）。</translation>
    </message>
    <message>
        <source>Each refund is sent once, one after the other, and never again by itself.</source>
        <translation>退款逐筆發送，每筆只發一次，絕不自動重發。</translation>
    </message>
    <message>
        <source>Nothing is left to refund: no order made today holds money, as far as is known.</source>
        <translation>沒有可退的款項：目前所知，今日建立的訂單均無未退款項。</translation>
    </message>
    <message>
        <source>Chosen: {count} – {sum}</source>
        <translation>已選：{count} 筆 – {sum}</translation>
    </message>
    <message>
        <source>Query the open and unknown ones first ({count})</source>
        <translation>先查詢待付款及結果不明的（{count}）</translation>
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
        <translation>已查詢：{done}/{total}</translation>
    </message>
    <message>
        <source>{summary} {done} of {total} answered.</source>
        <translation>{summary}已回應 {done} 筆，共 {total} 筆。</translation>
    </message>
    <message>
        <source>Refunded: {count} ({sum}).</source>
        <translation>已退款：{count} 筆（{sum}）。</translation>
    </message>
    <message>
        <source>Refused: {count} ({sum}).</source>
        <translation>被拒：{count} 筆（{sum}）。</translation>
    </message>
    <message>
        <source>Outcome unknown: {count} ({sum}).</source>
        <translation>結果不明：{count} 筆（{sum}）。</translation>
    </message>
    <message>
        <source>Not sent: {count} ({sum}).</source>
        <translation>未發送：{count} 筆（{sum}）。</translation>
    </message>
</context>
<context>
    <name>RefundEditor</name>
    <message>
        <source>All that is left</source>
        <translation>全部可退餘額</translation>
    </message>
    <message>
        <source>What is left is known once syssn names a paid order of this installation</source>
        <translation>syssn 須指明由本程式建立且已付款的訂單，才知道可退餘額</translation>
    </message>
    <message>
        <source>Give back all that is left: {amount}</source>
        <translation>退回全部可退餘額：{amount}</translation>
    </message>
</context>
<context>
    <name>RefundList</name>
    <message>
        <source>Orders made today</source>
        <translation>今日建立的訂單</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款金額</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>處理結果</translation>
    </message>
</context>
<context>
    <name>RepliesBar</name>
    <message>
        <source>Earlier reply</source>
        <translation>上一則回應</translation>
    </message>
    <message>
        <source>Later reply</source>
        <translation>下一則回應</translation>
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
        <translation>此問題中的回應</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>{name} came back as {received}; sent was {sent}</source>
        <translation>{name} 傳回的是 {received}；發送的是 {sent}</translation>
    </message>
    <message>
        <source>A reply repeats the request’s own values. Make sure this reply belongs to this request, and query out_trade_no before the payer pays.</source>
        <translation>回應會傳回請求中的值。請確認此回應屬於此請求，並在付款人付款前查詢 out_trade_no。</translation>
    </message>
    <message>
        <source>The reply is not UTF-8, from byte {place} on</source>
        <translation>回應由第 {place} 位元組起不是 UTF-8</translation>
    </message>
    <message>
        <source>What cannot be read is shown as �. QFPay answers in UTF-8: a proxy may have changed it.</source>
        <translation>無法讀取之處顯示為 �。QFPay 以 UTF-8 回應：可能被代理伺服器改動。</translation>
    </message>
    <message>
        <source>The reply was too long and is cut off</source>
        <translation>回應過長，已截斷</translation>
    </message>
    <message>
        <source>Only its beginning was read. Query out_trade_no to learn the outcome.</source>
        <translation>只讀取了開首部分。請查詢 out_trade_no 了解結果。</translation>
    </message>
    <message>
        <source>The reply begins with a byte order mark</source>
        <translation>回應以位元組順序記號（BOM）開首</translation>
    </message>
    <message>
        <source>It was left out here; a strict JSON reader in the merchant’s code refuses it.</source>
        <translation>此處已略去；商戶程式碼中嚴格的 JSON 解析器會拒絕。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>數字</translation>
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
        <translation>物件</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>The reply is not strict JSON: {problem}</source>
        <translation>回應不是嚴格的 JSON：{problem}</translation>
    </message>
    <message>
        <source>It was read all the same; a strict JSON reader in the merchant’s code refuses it.</source>
        <translation>仍已讀取；商戶程式碼中嚴格的 JSON 解析器會拒絕。</translation>
    </message>
    <message>
        <source>Written more than once: {names}</source>
        <translation>重複書寫：{names}</translation>
    </message>
    <message>
        <source>The last value counts here; another JSON reader may take the first one.</source>
        <translation>此處取最後一個值；其他 JSON 解析器可能取第一個。</translation>
    </message>
    <message>
        <source>respcd is not text: {value}</source>
        <translation>respcd 不是字串：{value}</translation>
    </message>
    <message>
        <source>QFPay documents respcd as four characters of text, such as &quot;0000&quot;.</source>
        <translation>QFPay 規定 respcd 為四個字元的字串，例如 &quot;0000&quot;。</translation>
    </message>
    <message>
        <source>Two different values, outside and inside data: {names}</source>
        <translation>data 內外的值不同：{names}</translation>
    </message>
    <message>
        <source>The value outside data counts here. Show QFPay support the raw reply.</source>
        <translation>此處取 data 之外的值。請將原始回應交 QFPay 支援人員查看。</translation>
    </message>
    <message>
        <source>{name} came as {kind}, not as text</source>
        <translation>{name} 是{kind}，而非字串</translation>
    </message>
    <message>
        <source>wx.requestPayment takes text only, and iOS refuses a number. Turn it into text without changing a character; the snippet here does.</source>
        <translation>wx.requestPayment 只接受字串，iOS 會拒絕數字。請原樣轉成字串；此處的程式碼片段已處理。</translation>
    </message>
    <message>
        <source>pay_params stands inside data</source>
        <translation>pay_params 位於 data 內</translation>
    </message>
    <message>
        <source>Documented is the top level: code that reads pay_params there finds nothing.</source>
        <translation>文件寫明在頂層：在頂層讀取 pay_params 的程式碼會找不到。</translation>
    </message>
    <message>
        <source>pay_params is JSON inside a text</source>
        <translation>pay_params 是字串中的 JSON</translation>
    </message>
    <message>
        <source>Documented is an object. The merchant’s code has to parse this text before it reads a member.</source>
        <translation>文件寫明是物件。商戶程式碼須先解析此字串，才能讀取成員。</translation>
    </message>
    <message>
        <source>pay_params is a web address</source>
        <translation>pay_params 是網址</translation>
    </message>
    <message>
        <source>That is how other pay types answer. A Mini Program needs pay_type 800213.</source>
        <translation>其他支付類型才這樣傳回。小程序須用 pay_type 800213。</translation>
    </message>
    <message>
        <source>pay_params is not an object with members</source>
        <translation>pay_params 不是含成員的物件</translation>
    </message>
    <message>
        <source>A Mini Program cannot pay with it. Show QFPay support the raw reply.</source>
        <translation>小程序無法用它付款。請將原始回應交 QFPay 支援人員查看。</translation>
    </message>
</context>
<context>
    <name>ReplyPanel</name>
    <message>
        <source>Reply</source>
        <translation>回應</translation>
    </message>
</context>
<context>
    <name>ReplySignature</name>
    <message>
        <source>upper-case</source>
        <translation>大寫</translation>
    </message>
    <message>
        <source>lower-case</source>
        <translation>小寫</translation>
    </message>
    <message>
        <source>mixed-case</source>
        <translation>大小寫混合</translation>
    </message>
    <message>
        <source>The reply’s signature matches.</source>
        <translation>回應的簽名相符。</translation>
    </message>
    <message>
        <source>The reply’s signature does not match.</source>
        <translation>回應的簽名不符。</translation>
    </message>
    <message>
        <source>X-QF-SIGN is the {case} {digest} of the body as received with the client key behind it.</source>
        <translation>X-QF-SIGN 是收到的正文末尾接上 client_key 後的{case} {digest}。</translation>
    </message>
    <message>
        <source>X-QF-SIGN is the {case} {digest} of the reply’s sorted fields with the client key behind them.</source>
        <translation>X-QF-SIGN 是回應欄位排序後、末尾接上 client_key 的{case} {digest}。</translation>
    </message>
    <message>
        <source>{detail} X-QF-SIGNTYPE says {sign_type}, though.</source>
        <translation>{detail}但 X-QF-SIGNTYPE 寫的是 {sign_type}。</translation>
    </message>
    <message>
        <source>Neither the body as received nor its sorted fields give X-QF-SIGN. Either the client key is another one than QFPay used, or a proxy changed the body on its way. Do not rely on this reply: query the order.</source>
        <translation>收到的正文及其排序後的欄位都得不出 X-QF-SIGN。要麼 client_key 與 QFPay 所用的不同，要麼代理伺服器在途中改動了正文。請勿依賴此回應：請查詢訂單。</translation>
    </message>
    <message>
        <source>X-QF-SIGN has {length} characters; MD5 has 32 and SHA256 has 64. A proxy may have changed the header.</source>
        <translation>X-QF-SIGN 有 {length} 個字元；MD5 為 32 個，SHA256 為 64 個。可能被代理伺服器改動。</translation>
    </message>
    <message>
        <source>The reply is not signed.</source>
        <translation>回應沒有簽名。</translation>
    </message>
    <message>
        <source>It has no X-QF-SIGN header. QFPay may leave it out of a reply; a notification always has it.</source>
        <translation>沒有 X-QF-SIGN 標頭。QFPay 的回應可以沒有；通知則一定有。</translation>
    </message>
    <message>
        <source>The reply’s signature was not checked.</source>
        <translation>未核對回應的簽名。</translation>
    </message>
    <message>
        <source>It is signed, but there is no client key here to check it with.</source>
        <translation>回應有簽名，但此處沒有 client_key 可供核對。</translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <source>No reply came, so there are no pay_params.</source>
        <translation>沒有收到回應，因此沒有 pay_params。</translation>
    </message>
    <message>
        <source>pay_params come with a payment only; this was a {endpoint} request.</source>
        <translation>只有支付請求會傳回 pay_params；這是 {endpoint} 請求。</translation>
    </message>
    <message>
        <source>The reply is nothing QFPay writes, so it brings no pay_params: see the raw reply.</source>
        <translation>回應不是 QFPay 的格式，因此沒有 pay_params：請看原始回應。</translation>
    </message>
    <message>
        <source>The reply has neither respcd nor pay_params: something other than QFPay answered.</source>
        <translation>回應既無 respcd 亦無 pay_params：回應者不是 QFPay。</translation>
    </message>
    <message>
        <source>pay_params come with respcd 0000 only; this reply says {respcd}.</source>
        <translation>只有 respcd 0000 才傳回 pay_params；此回應為 {respcd}。</translation>
    </message>
    <message>
        <source>{headline}. {detail}</source>
        <translation>{headline}。{detail}</translation>
    </message>
    <message>
        <source>pay_params belong to pay_type 800213; sent was {pay_type}.</source>
        <translation>pay_params 屬於 pay_type 800213；發送的是 {pay_type}。</translation>
    </message>
    <message>
        <source>respcd is 0000, yet there are no pay_params: show QFPay support the raw reply.</source>
        <translation>respcd 為 0000，卻沒有 pay_params：請將原始回應交 QFPay 支援人員查看。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回應</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
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
        <translation>已連接</translation>
    </message>
    <message>
        <source>First byte of the reply</source>
        <translation>回應首位元組</translation>
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
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Nothing to remark on, neither in the request nor in the reply.</source>
        <translation>請求及回應均無問題。</translation>
    </message>
    <message>
        <source>{count} further findings are not shown.</source>
        <translation>另有 {count} 項未顯示。</translation>
    </message>
    <message>
        <source>Signature of the reply</source>
        <translation>回應的簽名</translation>
    </message>
    <message>
        <source>What the reply repeats</source>
        <translation>回應傳回的值</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>請求原文</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>not repeated</source>
        <translation>未傳回</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>用時</translation>
    </message>
    <message>
        <source>For a support ticket</source>
        <translation>用於支援個案</translation>
    </message>
    <message>
        <source>prepay_id lives until {time} (local time), {left} left</source>
        <translation>prepay_id 有效至 {time}（本地時間），尚餘 {left}</translation>
    </message>
    <message>
        <source>prepay_id: {left} left, until {time}</source>
        <translation>prepay_id：尚餘 {left}，{time} 到期</translation>
    </message>
    <message>
        <source>prepay_id expired at {time} (local time): order again with a new out_trade_no</source>
        <translation>prepay_id 已於 {time}（本地時間）過期：請以新的 out_trade_no 重新下單</translation>
    </message>
    <message>
        <source>prepay_id expired at {time}: order again</source>
        <translation>prepay_id 已於 {time} 過期：請重新下單</translation>
    </message>
    <message>
        <source>expired_time ends the order at {time}, {left} left</source>
        <translation>訂單按 expired_time 於 {time} 結束，尚餘 {left}</translation>
    </message>
    <message>
        <source>Order: {left} left, until {time}</source>
        <translation>訂單：尚餘 {left}，{time} 結束</translation>
    </message>
    <message>
        <source>expired_time ended the order at {time}: query it before a new one</source>
        <translation>訂單已按 expired_time 於 {time} 結束：下新單前請先查詢</translation>
    </message>
    <message>
        <source>Order ended at {time}: query it</source>
        <translation>訂單已於 {time} 結束：請查詢</translation>
    </message>
    <message>
        <source>QFPay may end the order at {time} already, {left} left: no expired_time was sent</source>
        <translation>未發送 expired_time：QFPay 可能於 {time} 即結束訂單，尚餘 {left}</translation>
    </message>
    <message>
        <source>Order: perhaps {left} left, until {time}</source>
        <translation>訂單：可能尚餘 {left}，{time} 結束</translation>
    </message>
    <message>
        <source>QFPay may have ended the order at {time}: no expired_time was sent</source>
        <translation>未發送 expired_time：QFPay 可能已於 {time} 結束訂單</translation>
    </message>
    <message>
        <source>Order may have ended at {time}: query it</source>
        <translation>訂單可能已於 {time} 結束：請查詢</translation>
    </message>
    <message>
        <source>Sent to {url}, {size} of body</source>
        <translation>已發往 {url}，正文 {size}</translation>
    </message>
    <message>
        <source>May have reached {url}, {size} of body</source>
        <translation>可能已到達 {url}，正文 {size}</translation>
    </message>
    <message>
        <source>Prepared for {url}, but not sent</source>
        <translation>為 {url} 準備，但未發送</translation>
    </message>
    <message>
        <source>laid out for reading</source>
        <translation>已排版以便閱讀</translation>
    </message>
    <message>
        <source>reading stopped after {size}</source>
        <translation>讀取 {size} 後停止</translation>
    </message>
    <message>
        <source>first {shown} of {count} characters; Copy takes all</source>
        <translation>共 {count} 個字元，顯示首 {shown} 個；複製時包含全部</translation>
    </message>
    <message>
        <source>the body is empty</source>
        <translation>正文是空白的</translation>
    </message>
    <message>
        <source>Beside pay_params</source>
        <translation>pay_params 以外</translation>
    </message>
    <message>
        <source>as sent</source>
        <translation>與發送一致</translation>
    </message>
    <message>
        <source>Record {place} of {count}</source>
        <translation>第 {place} 項記錄，共 {count} 項</translation>
    </message>
    <message>
        <source>{count} further fields: see the raw reply</source>
        <translation>另有 {count} 個欄位：請看原始回應</translation>
    </message>
    <message>
        <source>{count} further records: see the raw reply</source>
        <translation>另有 {count} 項記錄：請看原始回應</translation>
    </message>
    <message>
        <source>{state} by now: {amount}</source>
        <translation>目前{state}：{amount}</translation>
    </message>
    <message>
        <source>Ended: {time}, after {duration}</source>
        <translation>結束：{time}，歷時 {duration}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>QFPay Tester {version} failed while sending: {technical}</source>
        <translation>QFPay Tester {version} 在發送時出錯：{technical}</translation>
    </message>
    <message>
        <source>Request: {method} {url}</source>
        <translation>請求：{method} {url}</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Saved and recent requests (Ctrl+B)</source>
        <translation>已儲存和最近的請求 (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>Optional</source>
        <translation>選填</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>其他參數</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商戶</translation>
    </message>
    <message>
        <source>Optional ({count} set)</source>
        <translation>選填（已填 {count} 項）</translation>
    </message>
    <message>
        <source>Further parameters ({count})</source>
        <translation>其他參數（{count}）</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Saved: {name}</source>
        <translation>已儲存：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}, in place of what it was</source>
        <translation>已儲存：{name}，已取代原內容</translation>
    </message>
    <message>
        <source>Renamed: {name}</source>
        <translation>已重新命名：{name}</translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation>已刪除：{name}</translation>
    </message>
    <message>
        <source>Opened: {name}</source>
        <translation>已開啟：{name}</translation>
    </message>
    <message>
        <source>Opened: {name}, with new {names}</source>
        <translation>已開啟：{name}，重新產生了 {names}</translation>
    </message>
    <message>
        <source>Opened: {name}, with the out_trade_no it was saved with: sending that again asks first</source>
        <translation>已開啟：{name}，沿用儲存時的 out_trade_no：再次發送前會詢問</translation>
    </message>
    <message>
        <source>{said} · not kept, because personal or secret: {names}</source>
        <translation>{said} · 因屬個人資料或密鑰而未儲存：{names}</translation>
    </message>
    <message>
        <source>{said} · was sent wrong on purpose: {mistake}</source>
        <translation>{said} · 曾故意發送錯誤請求：{mistake}</translation>
    </message>
    <message>
        <source>what was sent</source>
        <translation>已發送的請求</translation>
    </message>
    <message>
        <source>Another request is called {name} already.</source>
        <translation>已有名為 {name} 的請求。</translation>
    </message>
    <message>
        <source>Saved requests cannot be written or read ({reason}).</source>
        <translation>無法讀寫已儲存的請求（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is for a call this version does not know: {endpoint}.</source>
        <translation>{name} 所用的請求類型此版本不認識：{endpoint}。</translation>
    </message>
    <message>
        <source>The saved request {path} cannot be read ({reason}) and is passed over.</source>
        <translation>無法讀取已儲存的請求 {path}（{reason}），已略過。</translation>
    </message>
    <message>
        <source>it is no saved request</source>
        <translation>不是已儲存的請求</translation>
    </message>
    <message>
        <source>a newer version of QFPay Tester wrote it</source>
        <translation>由較新版本的 QFPay Tester 寫入</translation>
    </message>
    <message>
        <source>it is longer than 1 MB</source>
        <translation>超過 1 MB</translation>
    </message>
    <message>
        <source>The folder {path} holds more than {most} saved requests: the others are not listed.</source>
        <translation>資料夾 {path} 中已儲存的請求超過 {most} 個：其餘未列出。</translation>
    </message>
    <message>
        <source>Saved request</source>
        <translation>已儲存的請求</translation>
    </message>
    <message>
        <source>Sent lately</source>
        <translation>最近發送</translation>
    </message>
</context>
<context>
    <name>RetriesPage</name>
    <message>
        <source>simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>即時重試</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>各次發送</translation>
    </message>
    <message>
        <source>The next attempt is due now.</source>
        <translation>現在應進行下一次發送。</translation>
    </message>
    <message>
        <source>Next attempt in {time}</source>
        <translation>距下一次發送：{time}</translation>
    </message>
    <message>
        <source>Sent by the simulator of this program, not by QFPay</source>
        <translation>由本程式的模擬器發送，並非 QFPay</translation>
    </message>
    <message>
        <source>Let the simulator send this notification at once</source>
        <translation>讓模擬器即時發送此通知</translation>
    </message>
    <message>
        <source>How fast the retry schedule passes</source>
        <translation>重試時間表的快慢</translation>
    </message>
    <message>
        <source>How fast the simulator’s retry schedule passes</source>
        <translation>模擬器重試時間表的快慢</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>簽名內容</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>回應內容</translation>
    </message>
</context>
<context>
    <name>RivalsList</name>
    <message>
        <source>fits equally well</source>
        <translation>同樣吻合</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
</context>
<context>
    <name>RoleMenu</name>
    <message>
        <source>This is</source>
        <translation>這是</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Another name …</source>
        <translation>其他名稱…</translation>
    </message>
    <message>
        <source>No part of the request</source>
        <translation>不屬於請求</translation>
    </message>
    <message>
        <source>Name as it was sent</source>
        <translation>實際發送的名稱</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>The body decodes to something else than was signed</source>
        <translation>請求正文解碼後與簽名內容不一致</translation>
    </message>
    <message>
        <source>A server that reads this body computes another signature. This is a fault of this program: report it.</source>
        <translation>伺服器讀取此正文會計出另一個簽名。這是本程式的錯誤：請回報。</translation>
    </message>
    <message>
        <source>Leading zeros are signed as typed</source>
        <translation>前置零會原樣參與簽名</translation>
    </message>
    <message>
        <source>{value} is signed as text. A program that turns it into a number signs {number}.</source>
        <translation>{value} 以文字簽名。將它轉成數字的程式會簽 {number}。</translation>
    </message>
    <message>
        <source>Shown as {human}: {code} has no decimals</source>
        <translation>顯示為 {human}：{code} 沒有小數位</translation>
    </message>
    <message>
        <source>An amount of zero</source>
        <translation>金額為零</translation>
    </message>
    <message>
        <source>An amount must be at least 1 minor unit.</source>
        <translation>金額至少為 1 個最小貨幣單位。</translation>
    </message>
    <message>
        <source>More than 11 digits</source>
        <translation>超過 11 位數字</translation>
    </message>
    <message>
        <source>txamt is documented as Int(11): at most 11 digits.</source>
        <translation>txamt 規定為 Int(11)：最多 11 位數字。</translation>
    </message>
    <message>
        <source>Small: risk control may stop it</source>
        <translation>金額偏小：可能被風控攔截</translation>
    </message>
    <message>
        <source>More than 200 is suggested: smaller amounts may be stopped by risk control.</source>
        <translation>建議大於 200：更小的金額可能被風控攔截。</translation>
    </message>
    <message>
        <source>Write {code}</source>
        <translation>請寫 {code}</translation>
    </message>
    <message>
        <source>Currency codes are three capital letters without spaces.</source>
        <translation>貨幣代碼為三個大寫字母，不含空格。</translation>
    </message>
    <message>
        <source>Not a documented currency</source>
        <translation>文件未列出的貨幣</translation>
    </message>
    <message>
        <source>No thousands separators: write {number}</source>
        <translation>不要用千位分隔符號：請寫 {number}</translation>
    </message>
    <message>
        <source>An amount cannot be negative</source>
        <translation>金額不可為負數</translation>
    </message>
    <message>
        <source>Digits only: no sign, space or letter</source>
        <translation>只可以是數字：不含符號、空格或字母</translation>
    </message>
    <message>
        <source>txamt takes digits only, a whole number of minor units: 300 with HKD is HK$3.00.</source>
        <translation>txamt 只接受數字，以最小貨幣單位的整數表示：HKD 的 300 即 HK$3.00。</translation>
    </message>
    <message>
        <source>Floating-point noise: write {nearest}</source>
        <translation>浮點誤差：請寫 {nearest}</translation>
    </message>
    <message>
        <source>amount * 100 in floating point gives {value}. Round it: Math.round(amount * 100), or calculate in minor units.</source>
        <translation>浮點運算 amount * 100 得出 {value}。請取整數：Math.round(amount * 100)，或以最小貨幣單位計算。</translation>
    </message>
    <message>
        <source>Not a whole number of minor units</source>
        <translation>不是最小貨幣單位的整數</translation>
    </message>
    <message>
        <source>txamt counts minor units as a whole number. For {human} write {minor}.</source>
        <translation>txamt 以最小貨幣單位的整數計算。{human} 請寫 {minor}。</translation>
    </message>
    <message>
        <source>The payment’s txdtm is {txdtm}</source>
        <translation>支付的 txdtm 是 {txdtm}</translation>
    </message>
    <message>
        <source>A reversal carries the original transaction’s time. Write {txdtm}.</source>
        <translation>撤銷須帶原交易的時間。請寫 {txdtm}。</translation>
    </message>
    <message>
        <source>One old text wants the time of the order here, a public client sends the present time.</source>
        <translation>有一份舊文件要求寫訂單時間，一個公開的用戶端發送目前時間。</translation>
    </message>
    <message>
        <source>{value} is another kind of payment: do not expect pay_params for wx.requestPayment.</source>
        <translation>{value} 是另一種支付類型：不會傳回 wx.requestPayment 所需的 pay_params。</translation>
    </message>
    <message>
        <source>Unusual characters in the order number</source>
        <translation>訂單編號含不常用字元</translation>
    </message>
    <message>
        <source>Letters, digits, _ | and * are safe in every region; others may be refused or changed.</source>
        <translation>字母、數字、_、| 及 * 在各地區均可用；其他字元可能被拒或被改動。</translation>
    </message>
    <message>
        <source>Special character: {character}</source>
        <translation>特殊字元：{character}</translation>
    </message>
    <message>
        <source>goods_name should hold no special characters. They are signed raw and sent URL-encoded.</source>
        <translation>goods_name 不宜含特殊字元。簽名用原文，發送時作 URL 編碼。</translation>
    </message>
    <message>
        <source>It must be activated for the pay type. A payer whose bank card does not match is refused; one who has bound no card pays regardless. It is not kept between starts, and masked wherever it would be written.</source>
        <translation>須為該支付類型開通。付款人的銀行卡不一致會被拒絕；沒有綁卡的照常通過。重新啟動後不保留，寫入任何地方時均會遮蓋。</translation>
    </message>
    <message>
        <source>Nothing is left of this order: another refund is refused (1125, 1262 or 1272).</source>
        <translation>本訂單沒有可退餘額：再次退款會被拒絕（1125、1262 或 1272）。</translation>
    </message>
    <message>
        <source>Not a whole number of minutes</source>
        <translation>不是整數分鐘</translation>
    </message>
    <message>
        <source>expired_time is a whole number of minutes from 5 to 120, such as 30.</source>
        <translation>expired_time 為 5 至 120 的整數分鐘，例如 30。</translation>
    </message>
    <message>
        <source>Outside 5 to 120 minutes</source>
        <translation>不在 5 至 120 分鐘之內</translation>
    </message>
    <message>
        <source>expired_time takes 5 to 120 minutes. Without it an order expires after 30.</source>
        <translation>expired_time 為 5 至 120 分鐘。不填則訂單 30 分鐘後過期。</translation>
    </message>
    <message>
        <source>Begins with a zero</source>
        <translation>以 0 開頭</translation>
    </message>
    <message>
        <source>Only no_credit is known</source>
        <translation>只支援 no_credit</translation>
    </message>
    <message>
        <source>limit_pay takes exactly no_credit, or is left out.</source>
        <translation>limit_pay 只可以是 no_credit，否則請略去。</translation>
    </message>
    <message>
        <source>Works in mainland China only</source>
        <translation>僅在中國內地有效</translation>
    </message>
    <message>
        <source>What limit_pay does elsewhere is not documented. Leave it out for other accounts.</source>
        <translation>文件未說明 limit_pay 在其他地區的作用。其他賬戶請略去。</translation>
    </message>
    <message>
        <source>Not a complete http(s) URL</source>
        <translation>不是完整的 http(s) 網址</translation>
    </message>
    <message>
        <source>Write the whole address, such as https://shop.example/notify.</source>
        <translation>請寫完整網址，例如 https://shop.example/notify。</translation>
    </message>
    <message>
        <source>Port {port} gets no notifications</source>
        <translation>連接埠 {port} 收不到通知</translation>
    </message>
    <message>
        <source>Notifications are sent to ports 80 and 443 only.</source>
        <translation>通知只發往 80 及 443 連接埠。</translation>
    </message>
    <message>
        <source>Not reachable from the internet</source>
        <translation>無法從互聯網連接</translation>
    </message>
    <message>
        <source>QFPay cannot reach {host}. Use an address that is known outside your network.</source>
        <translation>QFPay 無法連接 {host}。請用內部網絡以外亦可連接的網址。</translation>
    </message>
    <message>
        <source>The simulator delivers to loopback only</source>
        <translation>模擬器只向迴環位址投遞</translation>
    </message>
    <message>
        <source>Nothing leaves this machine from the simulator, so {host} hears nothing. Write http://127.0.0.1 with the port that listens here, such as http://127.0.0.1:8080/notify.</source>
        <translation>模擬器不會向本機以外發送任何內容，因此 {host} 收不到。請寫 http://127.0.0.1 加上本機監聽的連接埠，例如 http://127.0.0.1:8080/notify。</translation>
    </message>
    <message>
        <source>This profile has no mchid</source>
        <translation>此商戶設定沒有 mchid</translation>
    </message>
    <message>
        <source>Differs from the profile&apos;s mchid</source>
        <translation>與商戶設定的 mchid 不同</translation>
    </message>
    <message>
        <source>The key is the app code</source>
        <translation>密鑰與 app_code 相同</translation>
    </message>
    <message>
        <source>app_code and client_key are two different values. Look the key up again.</source>
        <translation>app_code 與 client_key 是兩個不同的值。請重新尋找密鑰。</translation>
    </message>
    <message>
        <source>The official md5.js signs this text differently</source>
        <translation>官方 md5.js 對此文字的簽名不同</translation>
    </message>
    <message>
        <source>Some text is not ASCII, and QFPay&apos;s Mini Program boilerplate hashes only the low byte of each character. A merchant who uses it gets 1108 for this request, though the signature here is right.</source>
        <translation>部分文字不是 ASCII，而 QFPay 的小程序範例專案只對每個字元的低位元組作雜湊。使用該範例的商戶發送此請求會得到 1108，儘管此處的簽名正確。</translation>
    </message>
    <message>
        <source>{field} is missing</source>
        <translation>欠缺 {field}</translation>
    </message>
    <message>
        <source>Open the credentials and enter {field}, or choose another profile.</source>
        <translation>開啟憑證並填寫 {field}，或選擇其他商戶設定。</translation>
    </message>
    <message>
        <source>Hidden character in {field}</source>
        <translation>{field} 含隱藏字元</translation>
    </message>
    <message>
        <source>{field} holds a space, line break or invisible character, probably from copying. Enter it again.</source>
        <translation>{field} 含空格、換行或隱藏字元，可能是複製時帶入的。請重新輸入。</translation>
    </message>
    <message>
        <source>Unusual {field}: {length} characters</source>
        <translation>{field} 不尋常：{length} 個字元</translation>
    </message>
    <message>
        <source>{field} usually has 32 characters, all of them 0–9 or A–F. Check whether it is whole.</source>
        <translation>{field} 通常為 32 個字元，均為 0–9 或 A–F。請檢查是否完整。</translation>
    </message>
    <message>
        <source>This app_code cannot travel in a header</source>
        <translation>此 app_code 無法放入標頭</translation>
    </message>
    <message>
        <source>app_code is sent in the header X-QF-APPCODE, which takes ASCII letters, digits and signs.</source>
        <translation>app_code 經標頭 X-QF-APPCODE 發送，只接受 ASCII 字母、數字及符號。</translation>
    </message>
    <message>
        <source>The profile has an mchid, but it is not sent</source>
        <translation>商戶設定有 mchid，但未發送</translation>
    </message>
    <message>
        <source>The sandbox serves cards only</source>
        <translation>沙盒只支援銀行卡</translation>
    </message>
    <message>
        <source>These credentials belong to another environment</source>
        <translation>這些憑證屬於另一環境</translation>
    </message>
    <message>
        <source>Sent {count} times</source>
        <translation>發送了 {count} 次</translation>
    </message>
    <message>
        <source>Which of the values of {name} the server signs is not documented. Send it once.</source>
        <translation>文件未說明伺服器簽名時取 {name} 的哪個值。請只發送一次。</translation>
    </message>
    <message>
        <source>Never send the key</source>
        <translation>切勿發送密鑰</translation>
    </message>
    <message>
        <source>The client key is appended to the signing string and never leaves the machine. Remove {name}.</source>
        <translation>client_key 只接在簽名字串末尾，絕不離開本機。請刪除 {name}。</translation>
    </message>
    <message>
        <source>Belongs in a header</source>
        <translation>應放在標頭中</translation>
    </message>
    <message>
        <source>The signature travels in X-QF-SIGN and its type in X-QF-SIGNTYPE; neither is a parameter.</source>
        <translation>簽名放在 X-QF-SIGN，類型放在 X-QF-SIGNTYPE；兩者都不是參數。</translation>
    </message>
    <message>
        <source>Belongs in the header X-QF-APPCODE</source>
        <translation>應放在標頭 X-QF-APPCODE 中</translation>
    </message>
    <message>
        <source>app_code travels in a header and takes no part in the signature. Remove {name}.</source>
        <translation>app_code 放在標頭中，不參與簽名。請刪除 {name}。</translation>
    </message>
    <message>
        <source>No order of this installation</source>
        <translation>不是本程式建立的訂單</translation>
    </message>
    <message>
        <source>This order was not made here, so what is left of it is not known. Query it before refunding.</source>
        <translation>此訂單不在此處建立，因此不知其可退餘額。退款前請先查詢。</translation>
    </message>
    <message>
        <source>That is an out_trade_no</source>
        <translation>這是 out_trade_no</translation>
    </message>
    <message>
        <source>syssn is QFPay&apos;s own number. That of this order is {syssn}.</source>
        <translation>syssn 是 QFPay 流水號。此訂單的為 {syssn}。</translation>
    </message>
    <message>
        <source>That is a syssn</source>
        <translation>這是 syssn</translation>
    </message>
    <message>
        <source>out_trade_no is the merchant&apos;s number. That of this order is {number}.</source>
        <translation>out_trade_no 是商戶的編號。此訂單的為 {number}。</translation>
    </message>
    <message>
        <source>Ignored, because syssn is given</source>
        <translation>已填 syssn，因此忽略</translation>
    </message>
    <message>
        <source>A query by syssn finds orders of any month; {name} does not matter to it.</source>
        <translation>按 syssn 可查任何月份的訂單；{name} 不起作用。</translation>
    </message>
    <message>
        <source>Before start_time</source>
        <translation>早於 start_time</translation>
    </message>
    <message>
        <source>end_time must be later than start_time, or nothing is found.</source>
        <translation>end_time 必須遲於 start_time，否則查不到任何訂單。</translation>
    </message>
    <message>
        <source>In another month than start_time</source>
        <translation>與 start_time 不在同一月份</translation>
    </message>
    <message>
        <source>start_time and end_time must lie within one calendar month. Query each month by itself.</source>
        <translation>start_time 及 end_time 必須在同一曆月內。請每月分別查詢。</translation>
    </message>
    <message>
        <source>Not the current month: give both times</source>
        <translation>不是當月：請填兩個時間</translation>
    </message>
    <message>
        <source>Without both times, the range ends with the current month. For an older one give start_time and end_time, both within it.</source>
        <translation>不填兩個時間，範圍到當月為止。查較早月份，請填 start_time 及 end_time，均在該月內。</translation>
    </message>
    <message>
        <source>An order of another month: add its times</source>
        <translation>其他月份的訂單：請加上時間</translation>
    </message>
    <message>
        <source>This order was made on {day}. Without start_time and end_time only the current month is searched: give both, or query by syssn.</source>
        <translation>此訂單建立於 {day}。不填 start_time 及 end_time 則只查當月：請兩者都填，或按 syssn 查詢。</translation>
    </message>
    <message>
        <source>Separate with commas only</source>
        <translation>只可用半形逗號分隔</translation>
    </message>
    <message>
        <source>Here stands {part}. Several values of {name} are joined by commas without blanks, such as a,b.</source>
        <translation>此處有 {part}。{name} 的多個值請以半形逗號連接，不含空格，例如 a,b。</translation>
    </message>
    <message>
        <source>A comma too many</source>
        <translation>多了一個逗號</translation>
    </message>
    <message>
        <source>Between two commas, or at an end, nothing is named. Remove the comma.</source>
        <translation>兩個逗號之間，或開首、末尾沒有內容。請刪除該逗號。</translation>
    </message>
    <message>
        <source>A result code has four digits, such as 0000 or 1143.</source>
        <translation>結果碼為四位數字，例如 0000 或 1143。</translation>
    </message>
    <message>
        <source>A payment type has six digits, such as 800213.</source>
        <translation>支付類型為六位數字，例如 800213。</translation>
    </message>
    <message>
        <source>Digits only, and not so many or few</source>
        <translation>須為數字且位數正確</translation>
    </message>
    <message>
        <source>Not a whole number from 1</source>
        <translation>不是從 1 起的整數</translation>
    </message>
    <message>
        <source>{name} is a whole number of at most 8 digits, from 1.</source>
        <translation>{name} 為從 1 起的整數，最多 8 位。</translation>
    </message>
    <message>
        <source>At most 100 on a page</source>
        <translation>每頁最多 100 條</translation>
    </message>
    <message>
        <source>page_size is documented up to 100. Take more than one page for a longer list.</source>
        <translation>文件所載 page_size 上限為 100。更長的列表請分多頁查詢。</translation>
    </message>
    <message>
        <source>Not known to be paid</source>
        <translation>不知是否已付款</translation>
    </message>
    <message>
        <source>Not paid, as far as known</source>
        <translation>據目前所知，尚未付款</translation>
    </message>
    <message>
        <source>Cancelled: nothing to refund</source>
        <translation>已取消：沒有可退的款項</translation>
    </message>
    <message>
        <source>Closed: nothing to refund</source>
        <translation>已關閉：沒有可退的款項</translation>
    </message>
    <message>
        <source>Expired: nothing to refund</source>
        <translation>已過期：沒有可退的款項</translation>
    </message>
    <message>
        <source>Refused: there is no such order</source>
        <translation>已被拒：沒有此訂單</translation>
    </message>
    <message>
        <source>{amount} of the {left} that is left</source>
        <translation>可退餘額 {left} 中的 {amount}</translation>
    </message>
    <message>
        <source>{amount}: the rest of {paid}</source>
        <translation>{amount}：{paid} 的餘款</translation>
    </message>
    <message>
        <source>The payment&apos;s number: a refund has its own</source>
        <translation>這是付款的編號：退款須用自己的編號</translation>
    </message>
    <message>
        <source>A refund needs an out_trade_no that no payment and no refund had. Switch “New on every send” on.</source>
        <translation>退款的 out_trade_no 不可是任何付款或退款用過的。請開啟「每次發送時重新產生」。</translation>
    </message>
    <message>
        <source>Another payment&apos;s number</source>
        <translation>這是另一筆付款的編號</translation>
    </message>
    <message>
        <source>Payments and refunds share one set of numbers. Switch “New on every send” on.</source>
        <translation>付款及退款共用一套編號。請開啟「每次發送時重新產生」。</translation>
    </message>
    <message>
        <source>Refunded in full already</source>
        <translation>已全額退款</translation>
    </message>
    <message>
        <source>Only a paid order can be refunded. Query it first: the news may be older than the payment.</source>
        <translation>只有已付款的訂單才可退款。請先查詢：所知狀態可能早於付款。</translation>
    </message>
    <message>
        <source>More than {left} may not be left</source>
        <translation>可退餘額可能只有 {left}</translation>
    </message>
    <message>
        <source>Refunds of {pending} are under way for this order. Query them first: together they may exceed the payment (1272).</source>
        <translation>此訂單有 {pending} 的退款正在處理。請先查詢：合計可能超過付款金額（1272）。</translation>
    </message>
    <message>
        <source>Some currencies (1270) and channels (1271) take no partial refund. Then refund all at once.</source>
        <translation>某些貨幣（1270）及渠道（1271）不支援部分退款。屆時請一次全退。</translation>
    </message>
    <message>
        <source>Only {left} is left</source>
        <translation>可退餘額僅 {left}</translation>
    </message>
    <message>
        <source>{left} is left of {paid}: {refunded} was refunded before. More is refused with 1272. Write {minor} at most.</source>
        <translation>{paid} 中可退餘額為 {left}：此前已退 {refunded}。超出會被拒，傳回 1272。最多寫 {minor}。</translation>
    </message>
    <message>
        <source>{name} is written YYYY-MM-DD hh:mm:ss in UTC+8, such as 2026-03-01 18:00:00.</source>
        <translation>{name} 按 UTC+8 寫成 YYYY-MM-DD hh:mm:ss，例如 2026-03-01 18:00:00。</translation>
    </message>
    <message>
        <source>Whether an old txdtm is refused is not documented. Switch “New on every send” on for the present time.</source>
        <translation>文件未載明過舊的 txdtm 是否會被拒絕。如需目前時間，請開啟「每次發送時重新產生」。</translation>
    </message>
    <message>
        <source>How txamt counts for {code} is not documented. Ask QFPay first, lest a hundredfold is taken.</source>
        <translation>文件未說明 {code} 的 txamt 如何計算。請先向 QFPay 確認，以免多收一百倍。</translation>
    </message>
    <message>
        <source>The documentation lists AED, AUD, CAD, CNY, EUR, HKD, IDR, JPY, MMK, MYR, SGD, THB and USD.</source>
        <translation>文件列出的貨幣：AED、AUD、CAD、CNY、EUR、HKD、IDR、JPY、MMK、MYR、SGD、THB 及 USD。</translation>
    </message>
    <message>
        <source>Looks like major units: is {minor} meant?</source>
        <translation>似是以「元」為單位：應為 {minor}？</translation>
    </message>
    <message>
        <source>Is {whole} or {minor} meant?</source>
        <translation>應為 {whole} 還是 {minor}？</translation>
    </message>
    <message>
        <source>txamt takes digits only: {whole} is {human_whole}, {minor} is {human_minor}.</source>
        <translation>txamt 只接受數字：{whole} 即 {human_whole}，{minor} 即 {human_minor}。</translation>
    </message>
    <message>
        <source>No order of this run</source>
        <translation>不是本次執行中的訂單</translation>
    </message>
    <message>
        <source>In this run of the program no order with this syssn is known for this app_code. Each run has its own simulator, which forgets its orders at the end: one of another run cannot be refunded here.</source>
        <translation>本程式的本次執行中，沒有此 app_code 以此 syssn 建立的已知訂單。每次執行都有自己的模擬器，結束時其訂單即被清除：另一次執行中的訂單無法在此退款。</translation>
    </message>
    <message>
        <source>Not 800213 (WeChat Mini Program)</source>
        <translation>不是 800213（微信小程序）</translation>
    </message>
    <message>
        <source>If QFPay assigned none, mchid must not be sent: the answer may be 1108, as for a wrong signature.</source>
        <translation>如 QFPay 未分配 mchid，則不可發送：否則可能傳回 1108，與簽名錯誤相同。</translation>
    </message>
    <message>
        <source>This profile was made for {bound}. Credentials of one environment fail in another, often with 1108.</source>
        <translation>此商戶設定用於 {bound}。一個環境的憑證在另一環境會失敗，常見為 1108。</translation>
    </message>
    <message>
        <source>The simulator knows the demo merchant only</source>
        <translation>模擬器只認得示範商戶</translation>
    </message>
    <message>
        <source>It answers 1108 to any other app_code. Choose the profile “Demo merchant”, or the environment these credentials were made for.</source>
        <translation>模擬器對其他任何 app_code 都傳回 1108。請選擇設定檔「Demo merchant」，或選擇這些憑證所屬的環境。</translation>
    </message>
    <message>
        <source>Is {meant} meant?</source>
        <translation>是否應為 {meant}？</translation>
    </message>
    <message>
        <source>{name} is not documented for this call. Names must match to the letter and its case.</source>
        <translation>此介面的文件沒有 {name}。名稱須逐個字母一致，區分大小寫。</translation>
    </message>
    <message>
        <source>A value is sent without a name</source>
        <translation>有值但沒有參數名稱</translation>
    </message>
    <message>
        <source>One of the further parameters has a value but no name. It is signed and sent like that.</source>
        <translation>其他參數中有一項有值而無名稱，會照此簽名並發送。</translation>
    </message>
    <message>
        <source>Unusual characters in the name</source>
        <translation>名稱含不常用字元</translation>
    </message>
    <message>
        <source>Documented names are lower-case ASCII letters, digits and _. Look for a space or a pasted character.</source>
        <translation>文件中的名稱只含小寫 ASCII 字母、數字及 _。請尋找空格或貼上時帶入的字元。</translation>
    </message>
    <message>
        <source>A made-up openid: nobody can pay with it here</source>
        <translation>虛構的 openid：在這裡沒有人能用它付款</translation>
    </message>
    <message>
        <source>{openid} belongs to this program’s simulator. Take the openid of a real customer from the reply of code2Session.</source>
        <translation>{openid} 屬於本程式的模擬器。請從 code2Session 的回應中取真實顧客的 openid。</translation>
    </message>
    <message>
        <source>32 characters: looks like a js_code or a key</source>
        <translation>32 個字元：似是 js_code 或密鑰</translation>
    </message>
    <message>
        <source>That is an appId, not an openid</source>
        <translation>這是 appId，不是 openid</translation>
    </message>
    <message>
        <source>An openid has 28 characters and begins with o</source>
        <translation>openid 為 28 個字元，以 o 開首</translation>
    </message>
    <message>
        <source>{length} characters were entered. Take openid from the reply of code2Session, for the Mini Program that calls wx.requestPayment. js_code, unionid and session_key do not work.</source>
        <translation>輸入了 {length} 個字元。請從 code2Session 的回應中取 openid，且須屬於呼叫 wx.requestPayment 的小程序。js_code、unionid 及 session_key 均不可用。</translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>extend_info is a JSON object with user_creid and user_truename, both in double quotes.</source>
        <translation>extend_info 是含 user_creid 及 user_truename 的 JSON 物件，兩個值都用雙引號。</translation>
    </message>
    <message>
        <source>user_creid and user_truename are needed</source>
        <translation>須有 user_creid 及 user_truename</translation>
    </message>
    <message>
        <source>extend_info is a JSON object with exactly these two members: national ID and real name.</source>
        <translation>extend_info 是只含這兩個成員的 JSON 物件：身份證號碼及真實姓名。</translation>
    </message>
    <message>
        <source>user_creid is no ID number in quotes</source>
        <translation>user_creid 不是帶引號的身份證號碼</translation>
    </message>
    <message>
        <source>user_creid is text: 17 digits, then a digit or a capital X. Without quotes, JavaScript changes its last digits.</source>
        <translation>user_creid 是字串：17 位數字，末位為數字或大寫 X。不加引號，JavaScript 會改變最後幾位。</translation>
    </message>
    <message>
        <source>user_truename is no text in quotes</source>
        <translation>user_truename 不是帶引號的文字</translation>
    </message>
    <message>
        <source>user_truename is the payer&apos;s real name as text, in Chinese characters or as \u escapes.</source>
        <translation>user_truename 是付款人的真實姓名，字串，用漢字或 \u 轉義書寫。</translation>
    </message>
    <message>
        <source>Personal data; for mainland citizens only</source>
        <translation>個人資料；僅限內地居民</translation>
    </message>
    <message>
        <source>No such date or time</source>
        <translation>沒有此日期或時間</translation>
    </message>
    <message>
        <source>{value} is not in the calendar. Write YYYY-MM-DD hh:mm:ss, such as 2026-03-01 18:00:00.</source>
        <translation>{value} 在日曆中不存在。請按 YYYY-MM-DD hh:mm:ss 書寫，例如 2026-03-01 18:00:00。</translation>
    </message>
    <message>
        <source>Write it like +0800</source>
        <translation>請寫成 +0800 的形式</translation>
    </message>
    <message>
        <source>In older editions txzone is a sign and four digits; newer ones lack it. Without it, +0800 holds.</source>
        <translation>舊版文件中 txzone 為正負號加四位數字，新版未列出此參數。不傳時按 +0800 處理。</translation>
    </message>
    <message>
        <source>ISO form: write a space instead of T</source>
        <translation>ISO 格式：請以空格代替 T</translation>
    </message>
    <message>
        <source>Not YYYY-MM-DD hh:mm:ss</source>
        <translation>不是 YYYY-MM-DD hh:mm:ss</translation>
    </message>
    <message>
        <source>Eight hours behind: UTC instead of UTC+8</source>
        <translation>慢了八小時：用了 UTC 而非 UTC+8</translation>
    </message>
    <message>
        <source>This is the present time in UTC. QFPay reads txdtm as UTC+8; JavaScript&apos;s toISOString() gives UTC.</source>
        <translation>這是現時的 UTC 時間。QFPay 按 UTC+8 讀取 txdtm；JavaScript 的 toISOString() 給出的是 UTC。</translation>
    </message>
    <message>
        <source>More than a day old</source>
        <translation>超過一日之前</translation>
    </message>
    <message>
        <source>In the future, read as UTC+8</source>
        <translation>按 UTC+8 讀取，是未來時間</translation>
    </message>
    <message>
        <source>The clock or the time zone of the machine that wrote it is off.</source>
        <translation>產生此值的機器時鐘或時區有誤。</translation>
    </message>
    <message>
        <source>800213 is in no list of what can be closed</source>
        <translation>可關閉的列表中都沒有 800213</translation>
    </message>
    <message>
        <source>Documents list other payment types for close. Try it: an answer 1297, or one without syssn, means that it is not supported; then let the order expire.</source>
        <translation>文件列出的可關閉支付類型是其他類型。不妨一試：傳回 1297，或沒有 syssn，即表示不支援；那就等訂單過期。</translation>
    </message>
    <message>
        <source>800213 is in no list of what can be reversed</source>
        <translation>可沖正的列表中都沒有 800213</translation>
    </message>
    <message>
        <source>Documents list scanned codes and cards for reversal. Query first; a paid order is refunded instead.</source>
        <translation>文件列出的沖正對象是付款碼及銀行卡。請先查詢；已付款的訂單請改用退款。</translation>
    </message>
    <message>
        <source>Cancelled already</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Closed already</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>Expired already</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>Refunded already</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Give syssn or out_trade_no</source>
        <translation>請填 syssn 或 out_trade_no</translation>
    </message>
    <message>
        <source>Without a number nobody knows which order is meant. One of the two is needed.</source>
        <translation>沒有編號便不知是哪筆訂單。兩者須填其一。</translation>
    </message>
    <message>
        <source>syssn is enough</source>
        <translation>填 syssn 即可</translation>
    </message>
    <message>
        <source>One of the two numbers names the order. What counts where they differ is not documented.</source>
        <translation>兩個編號之一即可指明訂單。兩者不一致時以何為準，文件未說明。</translation>
    </message>
    <message>
        <source>Paid: refund it instead</source>
        <translation>已付款：請改用退款</translation>
    </message>
    <message>
        <source>Most editions say that a paid order is neither closed nor reversed. Refund gives it back.</source>
        <translation>多數版本的文件說，已付款的訂單既不可關閉亦不可沖正。退款可退回款項。</translation>
    </message>
    <message>
        <source>As far as known, nobody can pay this order any more. A query tells for certain.</source>
        <translation>據目前所知，此訂單已無人可付款。查詢後才可確定。</translation>
    </message>
    <message>
        <source>The order is of {amount}</source>
        <translation>訂單金額是 {amount}</translation>
    </message>
    <message>
        <source>txamt must be that of the order: write {txamt}.</source>
        <translation>txamt 須與訂單的一致：請寫 {txamt}。</translation>
    </message>
    <message>
        <source>{length} characters; more than 20</source>
        <translation>{length} 個字元，超過 20 個</translation>
    </message>
    <message>
        <source>The table says String(64), the text of the current editions that goods_name cannot exceed 20 characters; older ones only suggest it.</source>
        <translation>參數表寫 String(64)，現行版本的正文寫 goods_name 不能超過 20 個字元；舊版本只是建議。</translation>
    </message>
    <message>
        <source>No example begins with a zero; the simulator reads {minutes} minutes. Write {minutes}.</source>
        <translation>沒有任何例子以 0 開頭；模擬器按 {minutes} 分鐘處理。請寫 {minutes}。</translation>
    </message>
    <message>
        <source>The profile says {assigned}. A wrong mchid was seen to be answered with 1108, as a wrong signature is.</source>
        <translation>商戶設定中為 {assigned}。曾見 mchid 錯誤時傳回 1108，與簽名錯誤相同。</translation>
    </message>
    <message>
        <source>If QFPay assigned an mchid it must be sent. Without it the answer may be 1108, which was seen for a wrong one.</source>
        <translation>如 QFPay 已分配 mchid，則必須發送。否則可能傳回 1108（曾見於 mchid 有誤時）。</translation>
    </message>
    <message>
        <source>Two back-slashes before u</source>
        <translation>u 前有兩個反斜線</translation>
    </message>
    <message>
        <source>As JSON this is the text \u5c0f, not the character. Editions print one to four back-slashes: which the server wants is open. The characters themselves are documented too, and leave no doubt.</source>
        <translation>按 JSON 解讀，這是文字 \u5c0f 而不是該字元。各版本文件印有一至四個反斜線：伺服器要哪一種未有定論。文件亦容許直接寫漢字，這樣沒有歧義。</translation>
    </message>
    <message>
        <source>Give a number, or both times</source>
        <translation>請提供編號，或同時提供兩個時間</translation>
    </message>
    <message>
        <source>The newest edition wants syssn, out_trade_no, or both start_time and end_time; the simulator answers as it says. Older editions list the orders of the current month.</source>
        <translation>最新版本要求提供 syssn、out_trade_no，或同時提供 start_time 與 end_time；模擬器照此回應。舊版本會列出當月訂單。</translation>
    </message>
    <message>
        <source>Left out, though it is mandatory</source>
        <translation>必填項被略去</translation>
    </message>
    <message>
        <source>{name} has a value but is neither signed nor sent. Switch “leave out” off to send it.</source>
        <translation>{name} 有值，但不簽名亦不發送。要發送，請關閉「略去」。</translation>
    </message>
    <message>
        <source>Mandatory, but empty</source>
        <translation>必填，但留空</translation>
    </message>
    <message>
        <source>{name} must be sent ({type}). Fill it in; without it the answer is an error.</source>
        <translation>必須發送 {name}（{type}）。請填寫；欠缺時會傳回錯誤。</translation>
    </message>
    <message>
        <source>Sent and signed although empty</source>
        <translation>留空仍簽名並發送</translation>
    </message>
    <message>
        <source>Editions of the documentation disagree about empty values: newer ones leave them out of the signature, samples sign them. Not sending {name} at all is the one way on which all agree.</source>
        <translation>各版文件對空值說法不一：新版不計入簽名，範例則計入。完全不發送 {name} 是各版唯一一致的做法。</translation>
    </message>
    <message>
        <source>{length} characters, {limit} allowed</source>
        <translation>{length} 個字元，上限 {limit}</translation>
    </message>
    <message>
        <source>{name} is documented as {type}. Shorten it; what a server does with more is not documented.</source>
        <translation>{name} 規定為 {type}。請縮短；文件未說明伺服器如何處理過長的值。</translation>
    </message>
    <message>
        <source>Half a character</source>
        <translation>半個字元</translation>
    </message>
    <message>
        <source>{name} holds half of a surrogate pair, which UTF-8 cannot carry: U+FFFD is signed and sent instead. A string was probably cut in the middle of an emoji.</source>
        <translation>{name} 含半個代理對，UTF-8 無法表示：會以 U+FFFD 簽名並發送。可能是在表情符號中間截斷了字串。</translation>
    </message>
    <message>
        <source>Space or line break: {names}</source>
        <translation>空格或換行：{names}</translation>
    </message>
    <message>
        <source>Hidden: {names}</source>
        <translation>隱藏字元：{names}</translation>
    </message>
    <message>
        <source>{name} holds characters nobody sees ({names}). They are signed and sent like any other. Delete them, unless you are reproducing just that.</source>
        <translation>{name} 含看不見的字元（{names}）。它們照樣簽名並發送。請刪除，除非你正要重現此問題。</translation>
    </message>
    <message>
        <source>Full-width characters: {wide}</source>
        <translation>全形字元：{wide}</translation>
    </message>
    <message>
        <source>{wide} was probably typed with a Chinese input method. Type {plain} instead.</source>
        <translation>{wide} 可能是以中文輸入法輸入的。請改為 {plain}。</translation>
    </message>
    <message>
        <source>The text “{value}” is sent</source>
        <translation>會發送文字「{value}」</translation>
    </message>
    <message>
        <source>A program wrote “{value}” for a value it did not have, and it was signed as text. Leave {name} out instead.</source>
        <translation>程式將沒有的值寫成了「{value}」，並以文字簽名。請改為略去 {name}。</translation>
    </message>
    <message>
        <source>Looks URL-encoded already: {part}</source>
        <translation>似已 URL 編碼：{part}</translation>
    </message>
    <message>
        <source>Raw values are signed; encoding happens once, on the way. If {name} was encoded before it was signed, decode it here.</source>
        <translation>簽名用原值，編碼只在發送時做一次。如 {name} 在簽名前已編碼，請在此解碼。</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Report …</source>
        <translation>報告…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Refund orders of this run: {count} …</source>
        <translation>退款本次執行的訂單：{count} 筆…</translation>
    </message>
    <message>
        <source>Steps: {count}</source>
        <translation>步驟：{count} 個</translation>
    </message>
    <message>
        <source>Rows of {table}: {count}</source>
        <translation>{table}：{count} 行</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次執行</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>尚未執行。</translation>
    </message>
    <message>
        <source>Choose a table (CSV): each row is a run</source>
        <translation>選擇表格（CSV）：每行執行一次</translation>
    </message>
    <message>
        <source>Run without the chosen table</source>
        <translation>不使用所選表格執行</translation>
    </message>
    <message>
        <source>Runs of this suite</source>
        <translation>此測試集的歷次執行</translation>
    </message>
    <message>
        <source>Send no more (Esc)</source>
        <translation>不再傳送 (Esc)</translation>
    </message>
    <message>
        <source>Save what is shown as HTML, Markdown or JUnit XML</source>
        <translation>將所示結果儲存為 HTML、Markdown 或 JUnit XML</translation>
    </message>
</context>
<context>
    <name>SavedPalette</name>
    <message>
        <source>A saved request, or one sent lately …</source>
        <translation>已儲存或最近發送的請求…</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter open · F2 rename · Ctrl+D duplicate · Shift+Del delete · Tab more · Esc close</source>
        <translation>↑ ↓ 選擇 · Enter 開啟 · F2 重新命名 · Ctrl+D 複製一份 · Shift+Del 刪除 · Tab 更多 · Esc 關閉</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>儲存請求</translation>
    </message>
    <message>
        <source>Save the present one …</source>
        <translation>儲存目前請求…</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Rename … (F2)</source>
        <translation>重新命名…（F2）</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製一份</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>複製一份（Ctrl+D）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete (Shift+Del)</source>
        <translation>刪除（Shift+Del）</translation>
    </message>
    <message>
        <source>Suite …</source>
        <translation>測試集…</translation>
    </message>
    <message>
        <source>Rename the request</source>
        <translation>重新命名請求</translation>
    </message>
    <message>
        <source>A name, or folder/name. Keys and personal data are not kept.</source>
        <translation>名稱，或 資料夾/名稱。密鑰和個人資料不會儲存。</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Hide the AppSecret</source>
        <translation>隱藏 AppSecret</translation>
    </message>
    <message>
        <source>Show the AppSecret</source>
        <translation>顯示 AppSecret</translation>
    </message>
</context>
<context>
    <name>SeenRowsModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>介面</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>應答</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
</context>
<context>
    <name>SeenView</name>
    <message>
        <source>Headers and body as they came</source>
        <translation>收到的請求標頭和正文原文</translation>
    </message>
    <message>
        <source>What it was answered</source>
        <translation>給它的應答</translation>
    </message>
    <message>
        <source>Pages of the request</source>
        <translation>請求的各頁</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>應答</translation>
    </message>
</context>
<context>
    <name>SendActions</name>
    <message>
        <source>Not sent</source>
        <translation>未發送</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>沒有發送任何內容。</translation>
    </message>
</context>
<context>
    <name>SendForm</name>
    <message>
        <source>Client key to sign with</source>
        <translation>用於簽名的商戶密鑰</translation>
    </message>
    <message>
        <source>&amp;Post it</source>
        <translation>發送(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Whole series</source>
        <translation>整套測試(&amp;W)</translation>
    </message>
    <message>
        <source>As QFPay &amp;retries</source>
        <translation>按 QFPay 的重試發送(&amp;R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>沒有此標頭</translation>
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
        <translation>發送方式</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密鑰</translation>
    </message>
    <message>
        <source>Fill in a payment that nobody made</source>
        <translation>填入一筆虛構的支付</translation>
    </message>
    <message>
        <source>Post what is shown, once</source>
        <translation>將所示內容發送一次</translation>
    </message>
    <message>
        <source>Post it in every way, right and wrong, and judge what the receiver does</source>
        <translation>以各種正確和錯誤的方式發送，並判斷接收端的處理</translation>
    </message>
    <message>
        <source>Post it again and again until SUCCESS comes back, eight times at most</source>
        <translation>反覆發送，直到回覆 SUCCESS，最多八次</translation>
    </message>
    <message>
        <source>How fast the retry schedule passes</source>
        <translation>重試時間表的快慢</translation>
    </message>
</context>
<context>
    <name>SendMenu</name>
    <message>
        <source>Exactly as diagnosed</source>
        <translation>完全照診斷結果</translation>
    </message>
    <message>
        <source>A known mistake</source>
        <translation>已知的錯誤</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>What the receiver did</source>
        <translation>接收端的處理結果</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>Make the next attempt now</source>
        <translation>立即進行下一次發送</translation>
    </message>
    <message>
        <source>Copy the series as Markdown</source>
        <translation>以 Markdown 複製整套測試結果</translation>
    </message>
    <message>
        <source>Save the series as HTML, Markdown or JSON …</source>
        <translation>將整套測試結果儲存為 HTML、Markdown 或 JSON…</translation>
    </message>
    <message>
        <source>Next attempt in {time}</source>
        <translation>距下一次發送：{time}</translation>
    </message>
    <message>
        <source>Posting … {count} to come</source>
        <translation>正在發送… 還有 {count} 項</translation>
    </message>
    <message>
        <source>Posting …</source>
        <translation>正在發送…</translation>
    </message>
    <message>
        <source>Stopped: a report needs the whole series.</source>
        <translation>已停止：報告需要完整的一輪。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Copied: the series</source>
        <translation>已複製：整套測試結果</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>網頁 (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown 文字 (*.md)</translation>
    </message>
    <message>
        <source>JSON text (*.json)</source>
        <translation>JSON 文字 (*.json)</translation>
    </message>
    <message>
        <source>Save the series</source>
        <translation>儲存整套測試結果</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>The simulator is starting: the request is sent as soon as it answers. Esc calls it off.</source>
        <translation>模擬器正在啟動：它一有回應就發送該請求。按 Esc 可取消。</translation>
    </message>
    <message>
        <source>Called off: nothing was sent.</source>
        <translation>已取消：未發送任何內容。</translation>
    </message>
    <message>
        <source>Nothing was sent: environment or merchant was changed meanwhile.</source>
        <translation>未發送任何內容：期間更換了環境或商戶。</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>Waiting for the reply</source>
        <translation>正在等待回應</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>The waiting ends; what was sent before stays sent.</source>
        <translation>等待結束；已發送的無法收回。</translation>
    </message>
    <message>
        <source>Waiting for {host} …</source>
        <translation>正在等待 {host}…</translation>
    </message>
    <message>
        <source>A request is sent once. Esc ends the waiting, not what was sent.</source>
        <translation>請求只發送一次。按 Esc 結束等待，但不會收回已發送的內容。</translation>
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
        <translation>解碼</translation>
    </message>
    <message>
        <source>Show below what a server reads out of the body</source>
        <translation>在下方顯示伺服器從正文讀到的內容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy request line, headers and body</source>
        <translation>複製請求行、標頭及正文</translation>
    </message>
    <message>
        <source>Request as sent</source>
        <translation>實際發送的請求</translation>
    </message>
    <message>
        <source>— Decoded: what a server reads out of the body —</source>
        <translation>— 解碼：伺服器從正文讀到的內容 —</translation>
    </message>
    <message>
        <source>request as sent</source>
        <translation>實際發送的請求</translation>
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
        <translation>顧客</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商戶</translation>
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
        <translation>調用參數</translation>
    </message>
    <message>
        <source>The call the Mini Program {app_id} would make, with the values that came. appId is not passed.</source>
        <translation>小程序 {app_id} 將以收到的值作此調用。不傳 appId。</translation>
    </message>
    <message>
        <source>payment sheet: {amount}</source>
        <translation>收銀台：{amount}</translation>
    </message>
    <message>
        <source>What the sheet shows</source>
        <translation>收銀台顯示的內容</translation>
    </message>
    <message>
        <source>Played in this window: no phone is involved, no money moves.</source>
        <translation>由此視窗模擬：不涉手機，亦不涉資金轉移。</translation>
    </message>
    <message>
        <source>What success or fail receives</source>
        <translation>success 或 fail 收到的內容</translation>
    </message>
    <message>
        <source>What the simulator says about it</source>
        <translation>模擬器的說明</translation>
    </message>
    <message>
        <source>Request as sent</source>
        <translation>實際發送的請求</translation>
    </message>
    <message>
        <source>Answer as received</source>
        <translation>收到的應答</translation>
    </message>
    <message>
        <source>Played by the simulator: nobody was asked. {note}</source>
        <translation>由模擬器模擬，未聯絡任何一方。{note}</translation>
    </message>
    <message>
        <source>Played by the simulator: nobody was asked, nothing was sent.</source>
        <translation>由模擬器模擬，未聯絡任何一方，亦未發送任何內容。</translation>
    </message>
    <message>
        <source>orders {amount}</source>
        <translation>下單 {amount}</translation>
    </message>
    <message>
        <source>prepay_id {prepay_id}</source>
        <translation>prepay_id {prepay_id}</translation>
    </message>
    <message>
        <source>A prepay_id lives for 2 hours, or until expired_time ends the order.</source>
        <translation>prepay_id 有效期為 2 小時，或至訂單按 expired_time 結束為止。</translation>
    </message>
    <message>
        <source>agrees to pay {amount}</source>
        <translation>確認付款 {amount}</translation>
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
        <translation>此後查詢傳回 0000，並發出通知。</translation>
    </message>
    <message>
        <source>closes the sheet</source>
        <translation>關閉收銀台</translation>
    </message>
    <message>
        <source>The order stays open: the Mini Program may call wx.requestPayment again.</source>
        <translation>訂單仍可付款：小程序可再次調用 wx.requestPayment。</translation>
    </message>
    <message>
        <source>refuses: {reason}</source>
        <translation>拒絕：{reason}</translation>
    </message>
    <message>
        <source>time ran out, nobody paid</source>
        <translation>逾時，無人付款</translation>
    </message>
    <message>
        <source>Order again, with a new out_trade_no.</source>
        <translation>請用新的 out_trade_no 重新下單。</translation>
    </message>
    <message>
        <source>closes the order</source>
        <translation>關閉訂單</translation>
    </message>
    <message>
        <source>reverses the order</source>
        <translation>沖正訂單</translation>
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
        <translation>發往 {url}。X-QF-SIGN 涵蓋原始正文及密鑰。</translation>
    </message>
    <message>
        <source>{status}, SUCCESS</source>
        <translation>{status}，SUCCESS</translation>
    </message>
    <message>
        <source>HTTP 200 with the body SUCCESS: no further attempt.</source>
        <translation>HTTP 200 且正文為 SUCCESS：不再發送。</translation>
    </message>
    <message>
        <source>HTTP {status}, not accepted</source>
        <translation>HTTP {status}，未被接受</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有應答</translation>
    </message>
    <message>
        <source>notification not sent</source>
        <translation>通知未發送</translation>
    </message>
    <message>
        <source>{reason} The next attempt follows in {again}.</source>
        <translation>{reason} 下一次在 {again}後發送。</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>gives up notifying</source>
        <translation>放棄通知</translation>
    </message>
    <message>
        <source>No attempt was accepted. The merchant has to query.</source>
        <translation>沒有一次被接受。商戶須自行查詢。</translation>
    </message>
    <message>
        <source>This has not happened yet. {more}</source>
        <translation>尚未發生。{more}</translation>
    </message>
    <message>
        <source>The merchant’s server asks QFPay for an order.</source>
        <translation>商戶的伺服器向 QFPay 下單。</translation>
    </message>
    <message>
        <source>QFPay orders at WeChat Pay. Nobody outside QFPay sees it.</source>
        <translation>QFPay 向微信支付下單。QFPay 以外無人可見。</translation>
    </message>
    <message>
        <source>WeChat Pay answers with a prepay_id, which lives for 2 hours.</source>
        <translation>微信支付傳回 prepay_id，有效期為 2 小時。</translation>
    </message>
    <message>
        <source>QFPay wraps the prepay_id into pay_params. Nobody has paid by then.</source>
        <translation>QFPay 將 prepay_id 放入 pay_params。此時尚無人付款。</translation>
    </message>
    <message>
        <source>The Mini Program hands the five values of pay_params to WeChat, unchanged.</source>
        <translation>小程序將 pay_params 的五個值原樣交給微信。</translation>
    </message>
    <message>
        <source>WeChat checks paySign and shows merchant and amount.</source>
        <translation>微信驗證 paySign，並顯示商戶及金額。</translation>
    </message>
    <message>
        <source>The customer agrees with a password, a fingerprint or a look.</source>
        <translation>顧客以密碼、指紋或面容確認付款。</translation>
    </message>
    <message>
        <source>WeChat passes the payment on. Nobody outside WeChat sees it.</source>
        <translation>微信轉交付款。微信以外無人可見。</translation>
    </message>
    <message>
        <source>WeChat Pay tells QFPay that the money has moved.</source>
        <translation>微信支付通知 QFPay 款項已轉移。</translation>
    </message>
    <message>
        <source>The dialog has ended well: a reason to query, not yet to deliver.</source>
        <translation>收銀台正常結束：應去查詢，尚不可據此發貨。</translation>
    </message>
    <message>
        <source>QFPay tells the merchant’s server, signed over the raw body.</source>
        <translation>QFPay 通知商戶的伺服器，簽名依據原始正文。</translation>
    </message>
    <message>
        <source>HTTP 200 with the body SUCCESS ends the retries.</source>
        <translation>HTTP 200 且正文為 SUCCESS，即不再重試。</translation>
    </message>
    <message>
        <source>Nobody here knows whether the order exists: ask before anything else is sent.</source>
        <translation>尚不知訂單是否存在：發送其他請求前請先查詢。</translation>
    </message>
    <message>
        <source>The answer tells what became of the order.</source>
        <translation>回應說明訂單的結果。</translation>
    </message>
    <message>
        <source>orders at WeChat Pay</source>
        <translation>向微信支付下單</translation>
    </message>
    <message>
        <source>0000, with pay_params</source>
        <translation>0000，含 pay_params</translation>
    </message>
    <message>
        <source>payment sheet</source>
        <translation>收銀台</translation>
    </message>
    <message>
        <source>agrees to pay</source>
        <translation>確認付款</translation>
    </message>
    <message>
        <source>notification to notify_url</source>
        <translation>通知 notify_url</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>訂單的結果</translation>
    </message>
    <message>
        <source>{call} · {amount}</source>
        <translation>{call} · {amount}</translation>
    </message>
    <message>
        <source>{call}, wrong on purpose: {mistake}</source>
        <translation>{call}，故意出錯：{mistake}</translation>
    </message>
    <message>
        <source>{codes}, with pay_params</source>
        <translation>{codes}，含 pay_params</translation>
    </message>
    <message>
        <source>no reply: {layer}</source>
        <translation>沒有回應：{layer}</translation>
    </message>
    <message>
        <source>{headline} {step}</source>
        <translation>{headline}{step}</translation>
    </message>
    <message>
        <source>What a server reads out of the body</source>
        <translation>伺服器從正文讀到的內容</translation>
    </message>
    <message>
        <source>Reply as received</source>
        <translation>收到的回應</translation>
    </message>
    <message>
        <source>Technical words</source>
        <translation>技術詳情</translation>
    </message>
    <message>
        <source>Sent to {url}.</source>
        <translation>發往 {url}。</translation>
    </message>
    <message>
        <source>This program failed. Whether the request arrived is not known: query the order.</source>
        <translation>本程式出錯。不知請求是否到達：請查詢訂單。</translation>
    </message>
    <message>
        <source>Request as received</source>
        <translation>收到的請求</translation>
    </message>
    <message>
        <source>notification received</source>
        <translation>收到通知</translation>
    </message>
    <message>
        <source>It reached this program’s listener.</source>
        <translation>已到達本程式的接收端。</translation>
    </message>
    <message>
        <source>Answered by this program’s listener: no further attempt.</source>
        <translation>本程式的接收端已應答：不再發送。</translation>
    </message>
    <message>
        <source>Answered so by this program’s listener, as it was told to: another attempt follows.</source>
        <translation>本程式的接收端按設定如此應答：會再次發送。</translation>
    </message>
    <message>
        <source>pays {amount}</source>
        <translation>支付 {amount}</translation>
    </message>
    <message>
        <source>sent over HTTP</source>
        <translation>經 HTTP 發送</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>預期</translation>
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
        <translation>{message}，失敗</translation>
    </message>
    <message>
        <source>{time} · {number}</source>
        <translation>{time} · {number}</translation>
    </message>
    <message>
        <source>without the first {count} messages</source>
        <translation>不含最前面的 {count} 則訊息</translation>
    </message>
</context>
<context>
    <name>SequencePanel</name>
    <message>
        <source>Sequence</source>
        <translation>時序圖</translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation>返回回應</translation>
    </message>
    <message>
        <source>Copy or save the diagram: key and personal data are masked</source>
        <translation>複製或儲存時序圖：密鑰及個人資料已遮蓋</translation>
    </message>
    <message>
        <source>Copy or save the diagram</source>
        <translation>複製或儲存時序圖</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file {path} is damaged and could not be read. The window starts with its defaults. {copy}</source>
        <translation>設定檔案 {path} 已損壞，無法讀取。視窗以預設值啟動。{copy}</translation>
    </message>
    <message>
        <source>What it held is kept beside it as {path}.</source>
        <translation>原內容儲存於同一位置的 {path}。</translation>
    </message>
    <message>
        <source>It could not be copied ({reason}) and will be replaced.</source>
        <translation>無法複製（{reason}），將被取代。</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be opened ({reason}). The window starts with its defaults. Make the file readable for your user, then start QFPay Tester again.</source>
        <translation>無法開啟設定檔案 {path}（{reason}）。視窗以預設值啟動。請授予目前用戶讀取該檔案的權限，再重新啟動 QFPay Tester。</translation>
    </message>
    <message>
        <source>In the settings file {path} these settings had values that cannot be used and are back at their defaults: {keys}. {copy}</source>
        <translation>設定檔案 {path} 中以下設定的值無法使用，已還原預設：{keys}。{copy}</translation>
    </message>
    <message>
        <source>The settings could not be saved to {path} ({reason}). They last until the window is closed. Make the folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.</source>
        <translation>無法將設定儲存至 {path}（{reason}）。設定在關閉視窗前有效。請授予目前用戶寫入該資料夾的權限，或以環境變數 QFPAY_TESTER_HOME 指定其他資料夾。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Back to how it was</source>
        <translation>還原至開啟時</translation>
    </message>
    <message>
        <source>The usual certificate authorities only</source>
        <translation>僅系統信任的證書頒發機構</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 日</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>History and orders</source>
        <translation>歷史與訂單</translation>
    </message>
    <message>
        <source>&amp;Keep entries for</source>
        <translation>記錄保留(&amp;K)</translation>
    </message>
    <message>
        <source>Delete all that are not pinned</source>
        <translation>刪除全部未固定的記錄</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>證書頒發機構</translation>
    </message>
    <message>
        <source>Trust a CA file …</source>
        <translation>信任 CA 檔案…</translation>
    </message>
    <message>
        <source>Trust it no more</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>What is written down</source>
        <translation>寫入的內容</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Draft, choices, used order numbers: never a key</source>
        <translation>草稿、選項、用過的訂單編號：絕無密鑰</translation>
    </message>
    <message>
        <source>History and orders: personal data masked, never a key</source>
        <translation>歷史與訂單：個人資料已遮蓋，絕無密鑰</translation>
    </message>
    <message>
        <source>Faults of this program: places in the code, no values</source>
        <translation>本程式自身的錯誤：程式碼位置，不含值</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>鑰匙圈</translation>
    </message>
    <message>
        <source>Keys: in the system&apos;s keychain only</source>
        <translation>密鑰：僅存於系統鑰匙圈</translation>
    </message>
    <message>
        <source>Put every setting back to how it was when this was opened</source>
        <translation>將所有設定還原至開啟本視窗時的狀態</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>This desktop opens no folders. It is {folder}</source>
        <translation>此桌面無法開啟資料夾。位置為 {folder}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Its time is over: paying ends in an error now.</source>
        <translation>已逾時：現在付款會出錯。</translation>
    </message>
    <message>
        <source>The merchant has closed this order: paying ends in an error now.</source>
        <translation>商戶已關閉此訂單：現在付款會出錯。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>A command or a key …</source>
        <translation>指令或快捷鍵…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快捷鍵</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Case</source>
        <translation>問題排查</translation>
    </message>
    <message>
        <source>Saved requests</source>
        <translation>已儲存的請求</translation>
    </message>
    <message>
        <source>Paste what the merchant sent</source>
        <translation>貼上商戶發送的內容</translation>
    </message>
    <message>
        <source>Take what was read in hand</source>
        <translation>採用讀出的內容</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製一份</translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>Show sorted parameters instead of one string</source>
        <translation>顯示排序後的參數，而非一整串</translation>
    </message>
    <message>
        <source>Show the client key</source>
        <translation>顯示 client_key</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Sign type</source>
        <translation>簽名類型</translation>
    </message>
    <message>
        <source>SHA256 is announced in the header X-QF-SIGNTYPE</source>
        <translation>SHA256 在標頭 X-QF-SIGNTYPE 中註明</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>Show the signature alone</source>
        <translation>只顯示簽名</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>尚無密鑰</translation>
    </message>
    <message>
        <source>{count} characters, {size} bytes</source>
        <translation>{count} 個字元，{size} 位元組</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} 個隱藏字元</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>無隱藏字元</translation>
    </message>
    <message>
        <source>body decodes differently!</source>
        <translation>正文解碼後不一致！</translation>
    </message>
    <message>
        <source>body decodes to the same</source>
        <translation>正文解碼後一致</translation>
    </message>
</context>
<context>
    <name>SigningView</name>
    <message>
        <source>Signing string</source>
        <translation>簽名字串</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>The simulator could not start: {reason}</source>
        <translation>模擬器無法啟動：{reason}</translation>
    </message>
    <message>
        <source>Normal: check the request and answer</source>
        <translation>正常：核對請求並回應</translation>
    </message>
    <message>
        <source>respcd 1108: signature error</source>
        <translation>respcd 1108：簽名錯誤</translation>
    </message>
    <message>
        <source>respcd 1143: not paid yet, the order exists</source>
        <translation>respcd 1143：尚未付款，訂單已存在</translation>
    </message>
    <message>
        <source>respcd 1298: slow, the order exists and may be paid</source>
        <translation>respcd 1298：緩慢，訂單已存在，可能已付款</translation>
    </message>
    <message>
        <source>respcd 1241: store missing or in a wrong state</source>
        <translation>respcd 1241：門店不存在或狀態有誤</translation>
    </message>
    <message>
        <source>respcd 1297: bank busy</source>
        <translation>respcd 1297：銀行繁忙</translation>
    </message>
    <message>
        <source>Answer after 5 seconds</source>
        <translation>5 秒後回應</translation>
    </message>
    <message>
        <source>Answer after 45 seconds</source>
        <translation>45 秒後回應</translation>
    </message>
    <message>
        <source>Take the request, then hang up without an answer</source>
        <translation>收下請求後斷線，不作回應</translation>
    </message>
    <message>
        <source>Hang up in the middle of the answer</source>
        <translation>回應到一半斷線</translation>
    </message>
    <message>
        <source>JSON that ends too early</source>
        <translation>不完整的 JSON</translation>
    </message>
    <message>
        <source>An HTML page with HTTP 200</source>
        <translation>HTML 頁面，HTTP 200</translation>
    </message>
    <message>
        <source>An HTML page with HTTP 502</source>
        <translation>HTML 頁面，HTTP 502</translation>
    </message>
    <message>
        <source>HTTP 429: too many requests</source>
        <translation>HTTP 429：請求過多</translation>
    </message>
    <message>
        <source>HTTP 500: server error</source>
        <translation>HTTP 500：伺服器錯誤</translation>
    </message>
    <message>
        <source>HTTP 503: service unavailable</source>
        <translation>HTTP 503：服務無法使用</translation>
    </message>
    <message>
        <source>An answer that is not UTF-8</source>
        <translation>非 UTF-8 的回應</translation>
    </message>
    <message>
        <source>pay_params as JSON text</source>
        <translation>pay_params 為 JSON 字串</translation>
    </message>
    <message>
        <source>pay_params inside data</source>
        <translation>pay_params 在 data 內</translation>
    </message>
    <message>
        <source>An answer of 10 MB</source>
        <translation>10 MB 的回應</translation>
    </message>
    <message>
        <source>Refund: respcd 1269, too little taken today</source>
        <translation>退款：respcd 1269，今日收款不足</translation>
    </message>
    <message>
        <source>Refund: respcd 1143, under way and to be queried</source>
        <translation>退款：respcd 1143，處理中，須查詢</translation>
    </message>
    <message>
        <source>Refund: make it, then hang up without an answer</source>
        <translation>退款：執行退款，然後斷線，不作回應</translation>
    </message>
    <message>
        <source>Close: respcd 1297, as where it is not supported</source>
        <translation>關閉：respcd 1297，如同不支援時</translation>
    </message>
</context>
<context>
    <name>SnippetPage</name>
    <message>
        <source>Code for the Mini Program</source>
        <translation>小程序程式碼</translation>
    </message>
    <message>
        <source>Copy the code for the Mini Program</source>
        <translation>複製小程序程式碼</translation>
    </message>
    <message>
        <source>Export a Mini Program for WeChat DevTools that pays this order on a real phone …</source>
        <translation>匯出微信開發者工具的小程式項目，在實機上支付此訂單…</translation>
    </message>
    <message>
        <source>code for the Mini Program</source>
        <translation>小程序程式碼</translation>
    </message>
    <message>
        <source>{count} members need attention: see pay_params before you use this</source>
        <translation>{count} 個成員需要注意：使用前請查看 pay_params</translation>
    </message>
</context>
<context>
    <name>SortedTable</name>
    <message>
        <source>Sorted parameters</source>
        <translation>排序後的參數</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>簽名所用</translation>
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
        <translation>尋找已保存的問題</translation>
    </message>
    <message>
        <source>Search: merchant, ticket, order no., cause, note …</source>
        <translation>尋找：商戶、工單、訂單編號、原因、備註…</translation>
    </message>
    <message>
        <source>No case matches.</source>
        <translation>沒有符合的問題。</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>最近的問題</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Findings: {count}</source>
        <translation>問題：{count}</translation>
    </message>
    <message>
        <source>Request: nothing noticed</source>
        <translation>請求：未見問題</translation>
    </message>
    <message>
        <source>List what is noticed; F4 goes from one to the next</source>
        <translation>列出所有發現；F4 逐一前往</translation>
    </message>
    <message>
        <source>Nothing wrong is known of this request</source>
        <translation>未發現此請求有問題</translation>
    </message>
    <message>
        <source>Request: waiting for its keys</source>
        <translation>請求：正在等待密鑰</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>Undo: {deletion}</source>
        <translation>復原：{deletion}</translation>
    </message>
    <message>
        <source>Undone: nothing was deleted.</source>
        <translation>已復原：沒有刪除任何內容。</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>What to do, where, and what goes wrong</source>
        <translation>要做甚麼、在哪裡做、常見問題</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Steps of the set-up</source>
        <translation>設定步驟</translation>
    </message>
</context>
<context>
    <name>StillRefused</name>
    <message>
        <source>Edit credentials …</source>
        <translation>編輯憑證…</translation>
    </message>
    <message>
        <source>Choose the environment …</source>
        <translation>選擇環境…</translation>
    </message>
    <message>
        <source>Compare with ours</source>
        <translation>與我方比較</translation>
    </message>
    <message>
        <source>Send ours now</source>
        <translation>立即發送我方請求</translation>
    </message>
    <message>
        <source>Send with mchid</source>
        <translation>帶 mchid 發送</translation>
    </message>
    <message>
        <source>Send without mchid</source>
        <translation>不帶 mchid 發送</translation>
    </message>
    <message>
        <source>Send signed by SHA256</source>
        <translation>以 SHA256 簽名發送</translation>
    </message>
    <message>
        <source>The body that travels is not what was signed</source>
        <translation>傳送的正文不是簽名的內容</translation>
    </message>
    <message>
        <source>Content-Type is {type}; QFPay reads application/x-www-form-urlencoded.</source>
        <translation>Content-Type 為 {type}；QFPay 讀取的是 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>The paste shows what went into the request, not the bytes that were sent.</source>
        <translation>貼上的內容顯示的是請求由甚麼組成，而非實際發送的位元組。</translation>
    </message>
    <message>
        <source>The body decodes to other values than the signed ones.</source>
        <translation>正文解碼所得的值與簽名的不同。</translation>
    </message>
    <message>
        <source>The header X-QF-SIGN is missing</source>
        <translation>缺少標頭 X-QF-SIGN</translation>
    </message>
    <message>
        <source>The signature stands elsewhere in the paste, but QFPay reads the header.</source>
        <translation>簽名在貼上的內容中其他位置，但 QFPay 只讀取標頭。</translation>
    </message>
    <message>
        <source>The key belongs to another environment</source>
        <translation>密鑰屬於另一環境</translation>
    </message>
    <message>
        <source>The merchant sent to {went}; this profile belongs to {bound}.</source>
        <translation>商戶發往 {went}；此商戶設定屬於 {bound}。</translation>
    </message>
    <message>
        <source>The paste does not show where it was sent. Ask for the URL.</source>
        <translation>貼上的內容沒有顯示發往何處。請索取 URL。</translation>
    </message>
    <message>
        <source>The app code is not the one of this key</source>
        <translation>應用代碼與此密鑰不符</translation>
    </message>
    <message>
        <source>X-QF-APPCODE holds characters that cannot be seen.</source>
        <translation>X-QF-APPCODE 含有隱藏字元。</translation>
    </message>
    <message>
        <source>The merchant sent {theirs}, this profile has {ours}.</source>
        <translation>商戶發送的是 {theirs}，此商戶設定為 {ours}。</translation>
    </message>
    <message>
        <source>The paste does not show X-QF-APPCODE. Ask for the headers.</source>
        <translation>貼上的內容沒有顯示 X-QF-APPCODE。請索取標頭。</translation>
    </message>
    <message>
        <source>The client key holds a hidden character</source>
        <translation>client_key 含有隱藏字元</translation>
    </message>
    <message>
        <source>Merchant and profile share it, so both sign alike and QFPay does not.</source>
        <translation>商戶與商戶設定所用的相同，因此兩者簽名一致，而 QFPay 的不同。</translation>
    </message>
    <message>
        <source>The client key is not complete</source>
        <translation>client_key 不完整</translation>
    </message>
    <message>
        <source>It has {count} characters; QFPay&apos;s have 32.</source>
        <translation>它有 {count} 個字元；QFPay 的為 32 個。</translation>
    </message>
    <message>
        <source>The merchant&apos;s key is not the one of this profile</source>
        <translation>商戶的密鑰與此商戶設定的不同</translation>
    </message>
    <message>
        <source>The signature is right for the key in the paste only. Which one is current?</source>
        <translation>簽名只對貼上的內容中的密鑰而言正確。哪一個才是目前的？</translation>
    </message>
    <message>
        <source>mchid is not sent, but may have been assigned</source>
        <translation>沒有發送 mchid，但 QFPay 可能已分配</translation>
    </message>
    <message>
        <source>Once QFPay has assigned one it is mandatory. 1108 was seen for a wrong one.</source>
        <translation>QFPay 一經分配，mchid 即為必填。曾見 mchid 錯誤時傳回 1108。</translation>
    </message>
    <message>
        <source>Where none was assigned it must be left out. 1108 was seen for a wrong one.</source>
        <translation>未獲分配 mchid 時不得傳入。曾見 mchid 錯誤時傳回 1108。</translation>
    </message>
    <message>
        <source>Perhaps SHA256 is wanted</source>
        <translation>可能要求使用 SHA256</translation>
    </message>
    <message>
        <source>SHA256 is recommended; that MD5 is refused is not documented. Sending tells.</source>
        <translation>文件推薦 SHA256，但沒有寫明會拒絕 MD5。發送一次即可得知。</translation>
    </message>
    <message>
        <source>mchid names another merchant</source>
        <translation>mchid 屬於另一商戶</translation>
    </message>
    <message>
        <source>mchid is sent, but was not assigned</source>
        <translation>發送了 mchid，但 QFPay 並未分配</translation>
    </message>
    <message>
        <source>X-QF-SIGNTYPE is missing</source>
        <translation>缺少 X-QF-SIGNTYPE</translation>
    </message>
    <message>
        <source>Without the header SHA256, QFPay computes MD5.</source>
        <translation>沒有聲明 SHA256 的標頭時，QFPay 按 MD5 計算。</translation>
    </message>
    <message>
        <source>The fault lies between the merchant&apos;s program and QFPay</source>
        <translation>問題出在商戶程式與 QFPay 之間</translation>
    </message>
    <message>
        <source>Sent from here, the same request shows whether QFPay refuses it at all.</source>
        <translation>從此處發送同一請求，可知 QFPay 究竟是否拒絕。</translation>
    </message>
    <message>
        <source>The key was renewed, or never activated, at QFPay</source>
        <translation>密鑰在 QFPay 已更換，或從未啟用</translation>
    </message>
    <message>
        <source>It is refused from here too. Ask QFPay which key this app code has now.</source>
        <translation>從此處發送亦被拒絕。請向 QFPay 查詢此應用代碼現時的密鑰。</translation>
    </message>
    <message>
        <source>The merchant&apos;s program sends something else than the paste shows</source>
        <translation>商戶程式實際發送的與貼上的內容不同</translation>
    </message>
    <message>
        <source>Sent from here, the signature was taken ({respcd}).</source>
        <translation>從此處發送時，簽名獲接受（{respcd}）。</translation>
    </message>
    <message>
        <source>Try another key</source>
        <translation>換一個密鑰</translation>
    </message>
    <message>
        <source>Choose the profile of this merchant and environment: the case is examined again at once.</source>
        <translation>請選擇此商戶及環境的商戶設定：會立即重新排查。</translation>
    </message>
    <message>
        <source>Ask for the string that was hashed</source>
        <translation>索取計算雜湊所用的字串</translation>
    </message>
    <message>
        <source>Beside the signature it shows where the merchant&apos;s program goes another way.</source>
        <translation>與簽名對照，即可看出商戶程式在哪裏不同。</translation>
    </message>
    <message>
        <source>Paste …</source>
        <translation>貼上…</translation>
    </message>
    <message>
        <source>Ask for the request as it travelled</source>
        <translation>索取實際發出的請求原文</translation>
    </message>
    <message>
        <source>Headers and body, not a print of them: what was sent may not be what the program prints.</source>
        <translation>要標頭和內文本身，而不是程式的列印輸出：實際發出的內容可能與列印的不同。</translation>
    </message>
    <message>
        <source>Look at the differences</source>
        <translation>檢視差異</translation>
    </message>
    <message>
        <source>The merchant&apos;s request and ours, parameter by parameter.</source>
        <translation>逐個參數比較商戶的請求與我方的請求。</translation>
    </message>
</context>
<context>
    <name>StringsPair</name>
    <message>
        <source>The merchant&apos;s signing string</source>
        <translation>商戶的簽名字串</translation>
    </message>
    <message>
        <source>The right signing string</source>
        <translation>正確的簽名字串</translation>
    </message>
    <message>
        <source>Show the client key</source>
        <translation>顯示 client_key</translation>
    </message>
    <message>
        <source>Copy without the key</source>
        <translation>複製（不含密鑰）</translation>
    </message>
    <message>
        <source>The merchant signed</source>
        <translation>商戶簽名的</translation>
    </message>
    <message>
        <source>Right is</source>
        <translation>正確的</translation>
    </message>
    <message>
        <source>Both strings are the same: what was made of them differs.</source>
        <translation>兩個字串相同：差別在於由其得出的結果。</translation>
    </message>
    <message>
        <source>The first difference is at character {place}, marked in both.</source>
        <translation>第一處差異在第 {place} 個字元，兩邊均已標出。</translation>
    </message>
    <message>
        <source>the merchant&apos;s signing string without the key</source>
        <translation>商戶的簽名字串，不含密鑰</translation>
    </message>
    <message>
        <source>the right signing string without the key</source>
        <translation>正確的簽名字串，不含密鑰</translation>
    </message>
    <message>
        <source>Copied: {what}, {count} characters</source>
        <translation>已複製：{what}，{count} 個字元</translation>
    </message>
</context>
<context>
    <name>SuiteActions</name>
    <message>
        <source>Open a suite</source>
        <translation>開啟測試集</translation>
    </message>
    <message>
        <source>Suite (*.toml)</source>
        <translation>測試集 (*.toml)</translation>
    </message>
    <message>
        <source>The folder of your suites</source>
        <translation>您的測試集資料夾</translation>
    </message>
    <message>
        <source>Each row is a run</source>
        <translation>每行執行一次</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>網頁 (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown 文件 (*.md)</translation>
    </message>
    <message>
        <source>JUnit for a CI (*.xml)</source>
        <translation>供 CI 使用的 JUnit (*.xml)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>Save the suite</source>
        <translation>儲存測試集</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未執行</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未發送任何請求。</translation>
    </message>
</context>
<context>
    <name>SuiteList</name>
    <message>
        <source>Suites</source>
        <translation>測試集</translation>
    </message>
</context>
<context>
    <name>SuiteRowsModel</name>
    <message>
        <source>Suite</source>
        <translation>測試集</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>程式自帶</translation>
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
        <translation>{name}：該套件沒有使用表格中的任何內容：請在需要填入儲存格的地方寫上 {such}。</translation>
    </message>
    <message>
        <source>The run ended early: {reason}</source>
        <translation>執行提前結束：{reason}</translation>
    </message>
    <message>
        <source>Only the simulator has a customer that can be told what to do.</source>
        <translation>只有模擬器裏的顧客可以聽從指示。</translation>
    </message>
    <message>
        <source>Only the simulator can be told what to answer.</source>
        <translation>只有模擬器可以指定如何回應。</translation>
    </message>
    <message>
        <source>Only the simulator notifies a receiver that can be told how to answer.</source>
        <translation>只有模擬器會通知可指定回應方式的接收端。</translation>
    </message>
    <message>
        <source>The step cannot be made: {reason}</source>
        <translation>此步驟無法執行：{reason}</translation>
    </message>
    <message>
        <source>Not sent: {number} was sent to {host} before. Leave out_trade_no out, and each run makes its own.</source>
        <translation>未發送：{number} 之前已發送到 {host}。不寫 out_trade_no，每次執行會自動產生新的。</translation>
    </message>
    <message>
        <source>There is no open order {number}.</source>
        <translation>沒有未支付的訂單 {number}。</translation>
    </message>
    <message>
        <source>WeChat’s sheet says: {message}</source>
        <translation>微信支付介面返回：{message}</translation>
    </message>
    <message>
        <source>Not run: there is no client_key to sign with.</source>
        <translation>未執行：沒有可用於簽名的 client_key。</translation>
    </message>
    <message>
        <source>Not run: choose a suite that can be read.</source>
        <translation>未執行：請選擇可讀取的測試集。</translation>
    </message>
    <message>
        <source>Not run: another run is under way.</source>
        <translation>未執行：另一次執行正在進行。</translation>
    </message>
    <message>
        <source>The suite has {count} steps; {most} is the most.</source>
        <translation>測試集有 {count} 個步驟，最多 {most} 個。</translation>
    </message>
    <message>
        <source>Two steps are called “{name}”: later steps could not tell their replies apart.</source>
        <translation>有兩個步驟都叫「{name}」：後面的步驟無法區分它們的回應。</translation>
    </message>
    <message>
        <source>{where}: the customer takes an order and nothing else; make the request a step of its own.</source>
        <translation>{where}：顧客步驟只接受 order；請把請求寫成單獨的步驟。</translation>
    </message>
    <message>
        <source>{where}: order must say whose sheet the customer has, such as {such}.</source>
        <translation>{where}：order 必須說明顧客支付的是哪個訂單，例如 {such}。</translation>
    </message>
    <message>
        <source>{where}: a notification is waited for in a step of its own; make the request another one.</source>
        <translation>{where}：等待通知是單獨的步驟；請把請求寫成另一個步驟。</translation>
    </message>
    <message>
        <source>{where}: within goes with notification; for a pause before the step there is wait.</source>
        <translation>{where}：within 須與 notification 一起使用；步驟之前的停頓用 wait。</translation>
    </message>
    <message>
        <source>{where}: {pattern} is no regular expression ({error}).</source>
        <translation>{where}：{pattern} 不是正規表達式（{error}）。</translation>
    </message>
    <message>
        <source>{where}: write a text, or one of match, present and most.</source>
        <translation>{where}：請寫文字，或 match、present、most 之一。</translation>
    </message>
    <message>
        <source>{where}: there is no {key}; known are {known}.</source>
        <translation>{where}：沒有 {key}；可用的有 {known}。</translation>
    </message>
    <message>
        <source>{where}: there is no {key} “{found}”; known are {known}.</source>
        <translation>{where}：{key} 沒有「{found}」；可用的有 {known}。</translation>
    </message>
    <message>
        <source>{where}: {key} is a table, such as {key} = {such}.</source>
        <translation>{where}：{key} 是一個表，例如 {key} = {such}。</translation>
    </message>
    <message>
        <source>{where}: write the value as a text in quotes, as it is to be sent.</source>
        <translation>{where}：請把值寫成引號內的文字，與要發送的一致。</translation>
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
        <translation>{where}：{key} 是 0 到 {most} 之間的秒數。</translation>
    </message>
    <message>
        <source>This is no TOML: {error}.</source>
        <translation>這不是 TOML：{error}。</translation>
    </message>
    <message>
        <source>The suite has no steps: write each below a line [[step]].</source>
        <translation>測試集沒有步驟：每個步驟寫在一行 [[step]] 之下。</translation>
    </message>
    <message>
        <source>{where}: {key} is a text in quotes.</source>
        <translation>{where}：{key} 是引號內的文字。</translation>
    </message>
    <message>
        <source>Not run: the run ended before.</source>
        <translation>未執行：執行在此之前已結束。</translation>
    </message>
    <message>
        <source>This is no CSV: {reason}.</source>
        <translation>這不是 CSV：{reason}。</translation>
    </message>
    <message>
        <source>The table has no rows: a first line of titles, then a line for each run.</source>
        <translation>表格沒有資料行：第一行是標題，之後每行對應一次執行。</translation>
    </message>
    <message>
        <source>Two columns are called “{title}”.</source>
        <translation>有兩欄都叫「{title}」。</translation>
    </message>
    <message>
        <source>The table has {count} rows; {most} is the most.</source>
        <translation>表格有 {count} 行，最多 {most} 行。</translation>
    </message>
    <message>
        <source>The row has {cells} cells where there are {titles} titles.</source>
        <translation>此行有 {cells} 個儲存格，而標題有 {titles} 個。</translation>
    </message>
    <message>
        <source>Not run: a suite never runs in production.</source>
        <translation>未執行：測試集絕不在生產環境執行。</translation>
    </message>
    <message>
        <source>Run {suite} with real money?</source>
        <translation>用真實資金執行「{suite}」？</translation>
    </message>
    <message>
        <source>Payments: {count}, together {sum}
Host: {host}
Merchant: {merchant}</source>
        <translation>支付：{count} 筆，合計 {sum}
主機：{host}
商戶：{merchant}</translation>
    </message>
    <message>
        <source>{stake}
Payments whose amount is known only when they are sent: {count}</source>
        <translation>{stake}
發送時才知道金額的支付：{count} 筆</translation>
    </message>
    <message>
        <source>{stake}
Steps that only the simulator can carry out: {count}</source>
        <translation>{stake}
只有模擬器能執行的步驟：{count} 個</translation>
    </message>
    <message>
        <source>{stake}

One request at a time is sent, at most 375 a minute. What is paid and not refunded by the suite is offered for refund at the end.</source>
        <translation>{stake}

每次只發送一個請求，每分鐘最多 375 個。已支付而測試集未退款的訂單，結束時會提示退款。</translation>
    </message>
    <message>
        <source>Run with real money</source>
        <translation>用真實資金執行</translation>
    </message>
    <message>
        <source>{variable} has no value: no earlier step received it.</source>
        <translation>{variable} 沒有值：之前的步驟都沒有收到它。</translation>
    </message>
    <message>
        <source>{variable} has no value: no table with such a column was chosen.</source>
        <translation>{variable} 沒有值：沒有選擇含有該欄的表格。</translation>
    </message>
    <message>
        <source>{member} matches {wanted}</source>
        <translation>{member} 符合 {wanted}</translation>
    </message>
    <message>
        <source>{member} is there</source>
        <translation>有 {member}</translation>
    </message>
    <message>
        <source>{member} is not there</source>
        <translation>沒有 {member}</translation>
    </message>
    <message>
        <source>{expectation} – seen: {seen}</source>
        <translation>{expectation}，實際：{seen}</translation>
    </message>
    <message>
        <source>expected: {expectation}</source>
        <translation>期望：{expectation}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Payment, query, refund</source>
        <translation>支付、查詢、退款</translation>
    </message>
    <message>
        <source>Rules of refunds</source>
        <translation>退款規則</translation>
    </message>
    <message>
        <source>Merchants&apos; mistakes</source>
        <translation>商戶的常見錯誤</translation>
    </message>
    <message>
        <source>Forms of a request</source>
        <translation>請求的形式</translation>
    </message>
    <message>
        <source>Notifications, and again</source>
        <translation>通知與重發</translation>
    </message>
    <message>
        <source>Return codes</source>
        <translation>返回碼</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>fails now</source>
        <translation>新失敗</translation>
    </message>
    <message>
        <source>passes again</source>
        <translation>恢復通過</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>變慢</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The customer pays {order}</source>
        <translation>顧客支付 {order}</translation>
    </message>
    <message>
        <source>The customer closes the sheet of {order}</source>
        <translation>顧客關閉 {order} 的支付介面</translation>
    </message>
    <message>
        <source>The time of {order} runs out</source>
        <translation>{order} 逾時</translation>
    </message>
    <message>
        <source>The notification about {order} is waited for, at most {seconds} s</source>
        <translation>等待 {order} 的通知，最多 {seconds} 秒</translation>
    </message>
    <message>
        <source>{passed} of {total} as expected</source>
        <translation>{total} 個中 {passed} 個符合期望</translation>
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
        <translation>{before} · {count} 個不符合期望</translation>
    </message>
    <message>
        <source>{before} · fail now: {count}</source>
        <translation>{before} · 新失敗：{count}</translation>
    </message>
    <message>
        <source>{before} · pass again: {count}</source>
        <translation>{before} · 恢復通過：{count}</translation>
    </message>
    <message>
        <source>{before} · slower: {count}</source>
        <translation>{before} · 變慢：{count}</translation>
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
        <translation>{before} · 與上次相同</translation>
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
        <translation>開啟測試集（.toml）</translation>
    </message>
    <message>
        <source>Choose the folder of your suites</source>
        <translation>選擇您的測試集資料夾</translation>
    </message>
    <message>
        <source>Make a suite of saved requests</source>
        <translation>用已儲存的請求產生測試集</translation>
    </message>
    <message>
        <source>Add the request being edited as a step</source>
        <translation>把正在編輯的請求加為步驟</translation>
    </message>
    <message>
        <source>No folder yet</source>
        <translation>未選資料夾</translation>
    </message>
</context>
<context>
    <name>TakeButton</name>
    <message>
        <source>Copy or save the list</source>
        <translation>複製或儲存列表</translation>
    </message>
</context>
<context>
    <name>TakeMenu</name>
    <message>
        <source>Copy the cell</source>
        <translation>複製儲存格</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>複製所選列</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>複製全部列</translation>
    </message>
    <message>
        <source>Save as CSV or JSON …</source>
        <translation>另存為 CSV 或 JSON…</translation>
    </message>
    <message>
        <source>Copied: the cell</source>
        <translation>已複製：儲存格</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON text (*.json)</source>
        <translation>JSON 文字 (*.json)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>儲存列表</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>未儲存：{problem}</translation>
    </message>
    <message>
        <source>Saved: {path}, rows: {count}</source>
        <translation>已儲存：{path}，共 {count} 列</translation>
    </message>
    <message>
        <source>Copied: rows: {count}</source>
        <translation>已複製：{count} 列</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Send</source>
        <translation>發送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy this request as a curl command (Ctrl+Shift+U)</source>
        <translation>將此請求複製為 curl 指令 (Ctrl+Shift+U)</translation>
    </message>
    <message>
        <source>Send this request, once (Ctrl+Return)</source>
        <translation>發送此請求，僅一次 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Call it off (Esc). Nothing was sent yet.</source>
        <translation>取消（Esc）。尚未發送任何內容。</translation>
    </message>
    <message>
        <source>Stop waiting (Esc). Whether the request arrived is then unknown.</source>
        <translation>停止等待 (Esc)。此後無法得知請求是否已到達。</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的變更</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>儲存對「{name}」的更改？</translation>
    </message>
    <message>
        <source>Without saving, what you entered is lost.</source>
        <translation>不儲存，你輸入的內容會遺失。</translation>
    </message>
</context>
<context>
    <name>ValueEdit</name>
    <message>
        <source>{count} characters</source>
        <translation>{count} 個字元</translation>
    </message>
    <message>
        <source>Too long to edit here. Clear it</source>
        <translation>太長，無法在此編輯。清除</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Signed as the merchant signs: {ids}</source>
        <translation>按商戶的方式簽名：{ids}</translation>
    </message>
    <message>
        <source>Signature in lower case</source>
        <translation>簽名用小寫</translation>
    </message>
    <message>
        <source>Parameters signed unsorted</source>
        <translation>參數不排序即簽名</translation>
    </message>
    <message>
        <source>Values URL-encoded before signing</source>
        <translation>簽名前對值作 URL 編碼</translation>
    </message>
    <message>
        <source>Key joined with &amp;key=, as WeChat does</source>
        <translation>以 &amp;key= 連接密鑰，如微信的做法</translation>
    </message>
    <message>
        <source>Signed without the key</source>
        <translation>簽名時不加密鑰</translation>
    </message>
    <message>
        <source>Signed by the official md5.js (low bytes)</source>
        <translation>用官方 md5.js 簽名（低位位元組）</translation>
    </message>
    <message>
        <source>Signed as GBK text</source>
        <translation>按 GBK 文字簽名</translation>
    </message>
    <message>
        <source>SHA256 without X-QF-SIGNTYPE</source>
        <translation>用 SHA256 而無 X-QF-SIGNTYPE</translation>
    </message>
    <message>
        <source>No X-QF-SIGN header</source>
        <translation>沒有標頭 X-QF-SIGN</translation>
    </message>
    <message>
        <source>JSON body instead of a form</source>
        <translation>正文用 JSON 而非表單</translation>
    </message>
    <message>
        <source>Parameters in the query string</source>
        <translation>參數放在查詢字串</translation>
    </message>
    <message>
        <source>Form body not URL-encoded</source>
        <translation>表單正文不作 URL 編碼</translation>
    </message>
    <message>
        <source>Amount changed after signing</source>
        <translation>簽名後更改金額</translation>
    </message>
    <message>
        <source>Parameter added after signing</source>
        <translation>簽名後加入參數</translation>
    </message>
    <message>
        <source>Key joined with &amp;</source>
        <translation>密鑰前多了 &amp;</translation>
    </message>
    <message>
        <source>Key in front of the parameters</source>
        <translation>密鑰放在參數之前</translation>
    </message>
    <message>
        <source>Key copied with a line feed</source>
        <translation>密鑰末尾有換行符</translation>
    </message>
    <message>
        <source>HMAC with the key, nothing appended</source>
        <translation>用密鑰做 HMAC，末尾不拼接密鑰</translation>
    </message>
    <message>
        <source>Joined without = and &amp;</source>
        <translation>拼接時沒有 = 和 &amp;</translation>
    </message>
    <message>
        <source>Values joined, without names</source>
        <translation>只拼接值，沒有參數名</translation>
    </message>
    <message>
        <source>JSON text signed instead of pairs</source>
        <translation>對 JSON 文字簽名，而不是鍵值對</translation>
    </message>
    <message>
        <source>Values signed with \u escapes</source>
        <translation>值以 \u 轉義後簽名</translation>
    </message>
    <message>
        <source>The app_code signed as a parameter</source>
        <translation>app_code 作為參數參與簽名</translation>
    </message>
    <message>
        <source>An empty parameter sent, and left out when signing</source>
        <translation>發送了空參數，簽名時卻略去</translation>
    </message>
    <message>
        <source>txdtm made anew after signing</source>
        <translation>簽名後重新產生 txdtm</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Too many requests: QFPay turned this one away (HTTP 429).</source>
        <translation>請求過多：QFPay 拒絕了此請求（HTTP 429）。</translation>
    </message>
    <message>
        <source>The server turned the request away (HTTP {status}).</source>
        <translation>伺服器拒絕了請求（HTTP {status}）。</translation>
    </message>
    <message>
        <source>Check the base URL. A proxy or firewall on the way can answer like this, too.</source>
        <translation>請檢查 API 網址。途中的代理伺服器或防火牆亦可能這樣回應。</translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}).</source>
        <translation>伺服器出錯（HTTP {status}）。</translation>
    </message>
    <message>
        <source>If it stays like this, show QFPay support the raw reply.</source>
        <translation>如持續如此，請將原始回應交 QFPay 支援人員查看。</translation>
    </message>
    <message>
        <source>Check the base URL, and whether a proxy answered.</source>
        <translation>請檢查 API 網址，以及是否由代理伺服器作出回應。</translation>
    </message>
    <message>
        <source>The reply is empty.</source>
        <translation>回應是空白的。</translation>
    </message>
    <message>
        <source>If it stays like this, check whether a proxy answered.</source>
        <translation>如持續如此，請檢查是否由代理伺服器作出回應。</translation>
    </message>
    <message>
        <source>A web page came back instead of QFPay’s reply.</source>
        <translation>傳回的是網頁，而非 QFPay 的回應。</translation>
    </message>
    <message>
        <source>A wrong base URL, a proxy or a login page of the network answers like this.</source>
        <translation>API 網址錯誤、代理伺服器或網絡的登入頁都會這樣回應。</translation>
    </message>
    <message>
        <source>The reply is not JSON, so it cannot be read.</source>
        <translation>回應不是 JSON，無法讀取。</translation>
    </message>
    <message>
        <source>The reply is JSON, but not QFPay’s: it has no respcd.</source>
        <translation>回應是 JSON，但不是 QFPay 的：沒有 respcd。</translation>
    </message>
    <message>
        <source>Check the base URL; something else may be listening there.</source>
        <translation>請檢查 API 網址；那裏可能是其他程式在接收。</translation>
    </message>
    <message>
        <source>respcd 0000 came with HTTP {status}: the outcome is unclear.</source>
        <translation>respcd 0000 卻伴隨 HTTP {status}：結果不明。</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未發送</translation>
    </message>
    <message>
        <source>This program did not send the request.</source>
        <translation>本程式沒有發送此請求。</translation>
    </message>
    <message>
        <source>Correct what is named in the technical lines, then send.</source>
        <translation>請更正技術詳情中所列的問題，然後發送。</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>找不到主機名稱</translation>
    </message>
    <message>
        <source>The server’s name was not found.</source>
        <translation>找不到伺服器的主機名稱。</translation>
    </message>
    <message>
        <source>Check the spelling of the host, then this computer’s network and DNS.</source>
        <translation>請檢查主機名稱的拼寫，再檢查本機的網絡及 DNS。</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理伺服器</translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation>代理伺服器未放行請求。</translation>
    </message>
    <message>
        <source>Check the proxy’s address and login, and whether it lets this host pass.</source>
        <translation>請檢查代理伺服器的位址及登入資料，以及是否放行此主機。</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>無連線</translation>
    </message>
    <message>
        <source>No connection to the server came about.</source>
        <translation>未能與伺服器建立連線。</translation>
    </message>
    <message>
        <source>Check host and port, and whether a firewall is in the way.</source>
        <translation>請檢查主機及連接埠，以及是否被防火牆阻擋。</translation>
    </message>
    <message>
        <source>connect time-out</source>
        <translation>連線逾時</translation>
    </message>
    <message>
        <source>The server did not take the connection in time.</source>
        <translation>伺服器未及時接受連線。</translation>
    </message>
    <message>
        <source>Check host and port; a firewall that drops connections looks like this.</source>
        <translation>請檢查主機及連接埠；防火牆丟棄連線時亦是這樣。</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>No secure connection came about: TLS failed.</source>
        <translation>未能建立安全連線：TLS 失敗。</translation>
    </message>
    <message>
        <source>Check this computer’s clock. If a company proxy opens TLS, add its CA file; the check itself cannot be switched off.</source>
        <translation>請檢查本機時鐘。如公司的代理伺服器會解開 TLS，請加入其 CA 檔案；驗證本身不可關閉。</translation>
    </message>
    <message>
        <source>read time-out</source>
        <translation>讀取逾時</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>伺服器未及時回應。</translation>
    </message>
    <message>
        <source>A slow channel behind QFPay can look like this.</source>
        <translation>QFPay 後端渠道緩慢時亦是這樣。</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>The connection broke before the reply was complete.</source>
        <translation>回應尚未完整，連線就中斷了。</translation>
    </message>
    <message>
        <source>Check the network and any proxy on the way.</source>
        <translation>請檢查網絡及途中的代理伺服器。</translation>
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
        <translation>你停止了等待回應。</translation>
    </message>
    <message>
        <source>Stopping here stops nothing at QFPay.</source>
        <translation>在此停止不會令 QFPay 停止處理。</translation>
    </message>
    <message>
        <source>QFPay takes 100 requests a second and 400 a minute from a merchant.</source>
        <translation>QFPay 每秒接受每個商戶 100 個請求，每分鐘 400 個。</translation>
    </message>
    <message>
        <source>The server answered HTTP {status}; QFPay documents only 200 and 429.</source>
        <translation>伺服器回應 HTTP {status}；QFPay 的文件只寫了 200 與 429。</translation>
    </message>
    <message>
        <source>The raw reply shows what came instead; a proxy may have changed it.</source>
        <translation>原始回應顯示了收到的內容；可能被代理伺服器改動。</translation>
    </message>
    <message>
        <source>Wait a minute first.</source>
        <translation>請先等待一分鐘。</translation>
    </message>
    <message>
        <source>Nothing was sent to QFPay.</source>
        <translation>沒有向 QFPay 發送任何內容。</translation>
    </message>
    <message>
        <source>You stopped the request before it was sent.</source>
        <translation>你在發送前停止了請求。</translation>
    </message>
    <message>
        <source>The refund is under way.</source>
        <translation>退款處理中。</translation>
    </message>
    <message>
        <source>QFPay’s documents list 800213 for neither close nor reversal. An unpaid order ends by itself when its time is over; a paid one is undone by a refund.</source>
        <translation>QFPay 文件未列明 800213 可關閉或沖正。未付款的訂單到期自動結束；已付款的須退款。</translation>
    </message>
    <message>
        <source>The order is being closed.</source>
        <translation>訂單正在關閉。</translation>
    </message>
    <message>
        <source>Query the order until it is closed. It may still be paid meanwhile: a paid order is undone by a refund.</source>
        <translation>請查詢訂單直至關閉。其間仍可能有人付款：已付款的訂單須退款。</translation>
    </message>
    <message>
        <source>Query the refund’s own out_trade_no until it is done or has failed. Never send the refund again meanwhile.</source>
        <translation>請查詢退款自己的 out_trade_no，直至完成或失敗。其間切勿再次發送退款。</translation>
    </message>
    <message>
        <source>The refund failed.</source>
        <translation>退款失敗。</translation>
    </message>
    <message>
        <source>Query the payment to see what is left of it. A further refund needs an out_trade_no never used before.</source>
        <translation>請查詢該付款，了解餘額。再次退款須使用從未用過的 out_trade_no。</translation>
    </message>
    <message>
        <source>The refund was found, but its respcd {respcd} is unknown.</source>
        <translation>找到了退款，但其 respcd {respcd} 未知。</translation>
    </message>
    <message>
        <source>Query it once more. If it stays like this, show QFPay support the raw reply before you refund or close anything.</source>
        <translation>請再查詢一次。如仍是這樣，請先將原始回應交 QFPay 支援人員查看，再退款或關閉。</translation>
    </message>
    <message>
        <source>The rest can still be refunded; how much was given back stands in the refunds’ own records.</source>
        <translation>餘額仍可退款；已退金額見各筆退款的記錄。</translation>
    </message>
    <message>
        <source>WeChat’s order interface says that sub_openid belongs to another Mini Program.</source>
        <translation>微信下單介面提示：sub_openid 屬於另一個小程序。</translation>
    </message>
    <message>
        <source>Take the openid from code2Session of the Mini Program whose appId QFPay has bound, then send a new payment with a new out_trade_no.</source>
        <translation>請用 QFPay 所綁定 appId 的小程序，透過 code2Session 取得 openid，再以新的 out_trade_no 發起新的支付。</translation>
    </message>
    <message>
        <source>WeChat’s order interface says that this order is paid already.</source>
        <translation>微信下單介面提示：該訂單已支付。</translation>
    </message>
    <message>
        <source>Query it before you do anything else. A new payment needs a new out_trade_no.</source>
        <translation>請先查詢該訂單再做其他操作。新的支付需要新的 out_trade_no。</translation>
    </message>
    <message>
        <source>Query {name} {value} until it is done or has failed. Never send the refund again meanwhile.</source>
        <translation>請查詢 {name} {value}，直至完成或失敗。其間切勿再次發送退款。</translation>
    </message>
    <message>
        <source>Query {name} {value}: the refund may have been made all the same. Only if it surely failed, start a new refund with an out_trade_no never used before.</source>
        <translation>請查詢 {name} {value}：退款仍可能已完成。只有確認其失敗後，才以從未用過的 out_trade_no 發起新的退款。</translation>
    </message>
    <message>
        <source>Query {name} {value} until the outcome is certain: it may be closed, open or paid.</source>
        <translation>請查詢 {name} {value} 直至結果確定：可能已關閉、待付款或已付款。</translation>
    </message>
    <message>
        <source>The query came to nothing and changed nothing: it may be sent again, a little later.</source>
        <translation>查詢沒有結果，亦沒有改變任何內容：稍後可再次發送。</translation>
    </message>
    <message>
        <source>The bank is busy, or this pay_type cannot be closed.</source>
        <translation>銀行繁忙，或此 pay_type 不可關閉。</translation>
    </message>
    <message>
        <source>An earlier refund of this payment is still under way.</source>
        <translation>該付款較早的一筆退款仍在處理中。</translation>
    </message>
    <message>
        <source>Query the payment and the earlier refund. Start a further one only once that has ended.</source>
        <translation>請查詢該付款及較早的退款。待後者結束後再發起新的退款。</translation>
    </message>
    <message>
        <source>This out_trade_no was used before; a refund needs one of its own.</source>
        <translation>此 out_trade_no 已用過；退款須使用自己的 out_trade_no。</translation>
    </message>
    <message>
        <source>Query {name} {value}: if it is this very refund, it was made already. Otherwise use an out_trade_no that neither a payment nor a refund ever had.</source>
        <translation>請查詢 {name} {value}：如就是這筆退款，則已退過。否則請使用任何付款及退款都未用過的 out_trade_no。</translation>
    </message>
    <message>
        <source>QFPay finds no such payment to refund.</source>
        <translation>QFPay 找不到要退款的付款。</translation>
    </message>
    <message>
        <source>syssn is QFPay’s number of the original payment, not out_trade_no and not a refund’s number. Check app_code, mchid and the environment, too.</source>
        <translation>syssn 是原付款的 QFPay 流水號，不是 out_trade_no，亦不是退款的流水號。請同時檢查 app_code、mchid 及環境。</translation>
    </message>
    <message>
        <source>The payment is not paid: there is nothing to refund.</source>
        <translation>尚未付款：沒有可退的款項。</translation>
    </message>
    <message>
        <source>Query the payment. While it is open the payer may still pay; unpaid, it ends by itself.</source>
        <translation>請查詢該付款。訂單未完結時付款人仍可付款；無人付款則自動結束。</translation>
    </message>
    <message>
        <source>The payment is refunded already.</source>
        <translation>該付款已退款。</translation>
    </message>
    <message>
        <source>Query the payment and its refunds if you need the amounts. Do not send the refund again.</source>
        <translation>如需金額，請查詢該付款及其退款。不要再次發送退款。</translation>
    </message>
    <message>
        <source>The refund is larger than what is left of the payment.</source>
        <translation>退款金額超過該付款的可退餘額。</translation>
    </message>
    <message>
        <source>Nothing was given back. Query the payment by its syssn: cancel 3 means that all of it is refunded, 5 a part. Then lower txamt to what is left.</source>
        <translation>此次沒有退款。請按 syssn 查詢該付款：cancel 3 表示已全額退款，5 表示已部分退款。然後將 txamt 降至餘額。</translation>
    </message>
    <message>
        <source>The order has ended already: there is nothing to close.</source>
        <translation>訂單已結束：毋須關閉。</translation>
    </message>
    <message>
        <source>Query {name} {value} once to be sure that it was never paid.</source>
        <translation>請查詢一次 {name} {value}，確認從未付款。</translation>
    </message>
    <message>
        <source>QFPay finds no such order to close.</source>
        <translation>QFPay 找不到要關閉的訂單。</translation>
    </message>
    <message>
        <source>Check {name} {value}, app_code, mchid and the environment.</source>
        <translation>請檢查 {name} {value}、app_code、mchid 及環境。</translation>
    </message>
    <message>
        <source>The order is paid: it can no longer be closed.</source>
        <translation>訂單已付款：不可再關閉。</translation>
    </message>
    <message>
        <source>Query it, then refund it to undo the payment.</source>
        <translation>請先查詢，再退款以撤銷付款。</translation>
    </message>
    <message>
        <source>The order was paid and refunded: there is nothing to close.</source>
        <translation>訂單曾付款，其後已退款：毋須關閉。</translation>
    </message>
    <message>
        <source>Nothing is left to do. Query it if you need the amounts.</source>
        <translation>毋須再做甚麼。如需金額，請查詢訂單。</translation>
    </message>
    <message>
        <source>QFPay finds no such order.</source>
        <translation>QFPay 找不到此訂單。</translation>
    </message>
    <message>
        <source>Check {name} {value}, app_code, mchid and the environment. Give start_time and end_time if the order is from another month. A payment of the last minutes may still turn up: query again before a new one.</source>
        <translation>請檢查 {name} {value}、app_code、mchid 及環境。如訂單不在本月，請填寫 start_time 及 end_time。幾分鐘內的付款可能稍後才出現：發起新付款前請再查詢。</translation>
    </message>
    <message>
        <source>The merchant’s turn.</source>
        <translation>待商戶處理。</translation>
    </message>
    <message>
        <source>respcd {respcd} and {name} {value} do not fit together.</source>
        <translation>respcd {respcd} 與 {name} {value} 互相矛盾。</translation>
    </message>
    <message>
        <source>The payer’s turn.</source>
        <translation>待付款人操作。</translation>
    </message>
    <message>
        <source>QFPay’s turn.</source>
        <translation>待 QFPay 處理。</translation>
    </message>
    <message>
        <source>Wait, and query.</source>
        <translation>請等待並查詢。</translation>
    </message>
    <message>
        <source>Nobody’s turn: it is finished.</source>
        <translation>毋須處理：已完結。</translation>
    </message>
    <message>
        <source>The Mini Program’s turn, then the payer’s.</source>
        <translation>待小程序調起支付，再由付款人付款。</translation>
    </message>
    <message>
        <source>Your turn: it stopped on this side of QFPay.</source>
        <translation>待你處理：在到達 QFPay 之前已中止。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>A query changes nothing: it may be sent again.</source>
        <translation>查詢不會改變任何內容，可以再次發送。</translation>
    </message>
    <message>
        <source>Query {name} {value} before you send anything else.</source>
        <translation>發送其他請求前，請先查詢 {name} {value}。</translation>
    </message>
    <message>
        <source>The outcome is unknown: query {name} {value}. Do not send this payment again.</source>
        <translation>結果不明：請查詢 {name} {value}。切勿再次發送此付款。</translation>
    </message>
    <message>
        <source>The outcome is unknown: query {name} {value}. Do not send this refund again.</source>
        <translation>結果不明：請查詢 {name} {value}。切勿再次發送此退款。</translation>
    </message>
    <message>
        <source>The outcome is unknown: query {name} {value}. Do not send this request again.</source>
        <translation>結果不明：請查詢 {name} {value}。切勿再次發送此請求。</translation>
    </message>
    <message>
        <source>The outcome is unknown and the request names no out_trade_no: look for it by time with a query. Do not send it again.</source>
        <translation>結果不明，且請求沒有 out_trade_no：請按時間查詢。切勿再次發送。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund the payment once it is paid.</source>
        <translation>線上測試會轉移真實資金且永不結算：付款後請即退款。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund it now.</source>
        <translation>線上測試會轉移真實資金且永不結算：請即時退款。</translation>
    </message>
    <message>
        <source>Live testing moves real money that is never settled: refund the rest now.</source>
        <translation>線上測試會轉移真實資金且永不結算：請即時退還餘額。</translation>
    </message>
    <message>
        <source>This is production: the payer’s money is real.</source>
        <translation>這是正式環境：將扣付款人的真實資金。</translation>
    </message>
    <message>
        <source>Order created – nobody has paid yet.</source>
        <translation>訂單已建立，但尚未有人付款。</translation>
    </message>
    <message>
        <source>Hand pay_params to the Mini Program unchanged, within two hours; QFPay may end the order after 30 minutes.</source>
        <translation>請在兩小時內將 pay_params 原樣交給小程序；QFPay 可能在 30 分鐘後結束訂單。</translation>
    </message>
    <message>
        <source>Hand pay_params to the Mini Program unchanged, within {minutes} minutes: then expired_time ends the order.</source>
        <translation>請在 {minutes} 分鐘內將 pay_params 原樣交給小程序：屆時訂單按 expired_time 結束。</translation>
    </message>
    <message>
        <source>Order created, but without pay_params it cannot be paid.</source>
        <translation>訂單已建立，但沒有 pay_params，無法付款。</translation>
    </message>
    <message>
        <source>Close the order if it is unpaid, and show QFPay support the raw reply.</source>
        <translation>如未付款，請關閉訂單，並將原始回應交 QFPay 支援人員查看。</translation>
    </message>
    <message>
        <source>Order created, but the reply differs from what was sent.</source>
        <translation>訂單已建立，但回應與所發內容不符。</translation>
    </message>
    <message>
        <source>Let nobody pay yet, and look at the checks.</source>
        <translation>先不要讓人付款，請查看檢查結果。</translation>
    </message>
    <message>
        <source>Accepted. Whether it is paid depends on pay_type {pay_type}.</source>
        <translation>已受理。是否已付款視乎 pay_type {pay_type}。</translation>
    </message>
    <message>
        <source>The query worked, but found no order.</source>
        <translation>查詢成功，但找不到訂單。</translation>
    </message>
    <message>
        <source>Check out_trade_no, app_code and the environment. Without start_time and end_time only this calendar month (UTC+8) is searched. A payment of the last minutes may still turn up: query again before a new one.</source>
        <translation>請檢查 out_trade_no、app_code 及環境。沒有 start_time 及 end_time 時只查本月（UTC+8）。幾分鐘內的付款可能稍後才出現：發起新付款前請再查詢。</translation>
    </message>
    <message>
        <source>The query found {count} records.</source>
        <translation>查詢到 {count} 項記錄。</translation>
    </message>
    <message>
        <source>respcd of each record tells its state: 0000 succeeded, 1143, 1145 and 1298 are still open, all else failed.</source>
        <translation>每項記錄的 respcd 表示其狀態：0000 成功；1143、1145 及 1298 未完結；其餘均為失敗。</translation>
    </message>
    <message>
        <source>The order was found, but its respcd {respcd} is unknown.</source>
        <translation>找到了訂單，但其 respcd {respcd} 未知。</translation>
    </message>
    <message>
        <source>Query on, and ask QFPay support what it means. Send nothing again meanwhile.</source>
        <translation>請繼續查詢，並向 QFPay 支援人員查詢其含義。其間不要再發送任何請求。</translation>
    </message>
    <message>
        <source>The order is paid.</source>
        <translation>訂單已付款。</translation>
    </message>
    <message>
        <source>Nothing is left to do. To undo the payment, refund it.</source>
        <translation>毋須再做甚麼。如要撤銷付款，請退款。</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>毋須再做甚麼。</translation>
    </message>
    <message>
        <source>The order was paid, then reversed or refunded.</source>
        <translation>訂單曾付款，其後已沖正或退款。</translation>
    </message>
    <message>
        <source>The order was cancelled.</source>
        <translation>訂單已取消。</translation>
    </message>
    <message>
        <source>The order was paid, then refunded.</source>
        <translation>訂單曾付款，其後已退款。</translation>
    </message>
    <message>
        <source>The pre-authorisation is completed.</source>
        <translation>預先授權已完成。</translation>
    </message>
    <message>
        <source>The order was paid, then refunded in part.</source>
        <translation>訂單曾付款，其後已部分退款。</translation>
    </message>
    <message>
        <source>The refund is done.</source>
        <translation>退款已完成。</translation>
    </message>
    <message>
        <source>Nothing is left to do; a query of {name} {value} shows it.</source>
        <translation>毋須再做甚麼；可查詢 {name} {value} 查看。</translation>
    </message>
    <message>
        <source>The order is closed; it can no longer be paid.</source>
        <translation>訂單已關閉，不能再付款。</translation>
    </message>
    <message>
        <source>The order is reversed; it can no longer be paid.</source>
        <translation>訂單已沖正，不能再付款。</translation>
    </message>
    <message>
        <source>Query the order once to be sure.</source>
        <translation>請查詢一次訂單以確認。</translation>
    </message>
    <message>
        <source>Success without syssn: closing may not be supported here.</source>
        <translation>成功但沒有 syssn：此處可能不支援關閉訂單。</translation>
    </message>
    <message>
        <source>At least one of them is unknown or contradictory: open it below.</source>
        <translation>至少有一項不明或自相矛盾：請在下方打開查看。</translation>
    </message>
    <message>
        <source>Page {page} is empty: there are no further records.</source>
        <translation>第 {page} 頁為空：沒有更多記錄。</translation>
    </message>
    <message>
        <source>The pages before it hold what the query found.</source>
        <translation>查詢結果在前面各頁。</translation>
    </message>
    <message>
        <source>The request succeeded.</source>
        <translation>請求成功。</translation>
    </message>
    <message>
        <source>Payments here that still hold money: {count}. Live testing moves real money: refund them now.</source>
        <translation>其中仍有 {count} 筆付款未退。線上測試會轉移真實資金：請即時退款。</translation>
    </message>
    <message>
        <source>Still open: {count} of them. Query them again.</source>
        <translation>其中 {count} 筆尚未結束，請再次查詢。</translation>
    </message>
    <message>
        <source>The reply’s fields tell the rest.</source>
        <translation>其餘內容見回應的欄位。</translation>
    </message>
    <message>
        <source>Wrong on purpose ({mistake}): {headline}</source>
        <translation>故意出錯（{mistake}）：{headline}</translation>
    </message>
    <message>
        <source>Simulated: {headline}</source>
        <translation>模擬：{headline}</translation>
    </message>
    <message>
        <source>respcd {respcd} is not known here.</source>
        <translation>此處沒有 respcd {respcd} 的說明。</translation>
    </message>
    <message>
        <source>QFPay adds no words to it.</source>
        <translation>QFPay 沒有附加說明。</translation>
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
        <translation>止於：{layer}</translation>
    </message>
    <message>
        <source>Library: {words}</source>
        <translation>程式庫：{words}</translation>
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
        <translation>該處內容：{excerpt}</translation>
    </message>
    <message>
        <source>{method} {url}</source>
        <translation>{method} {url}</translation>
    </message>
    <message>
        <source>respcd {respcd} is in older sources only.</source>
        <translation>respcd {respcd} 只見於舊資料。</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>QFPay’s own words: “{words}”.</source>
        <translation>QFPay 原文：「{words}」。</translation>
    </message>
    <message>
        <source>QFPay does not accept mchid, though it calls this a signature error.</source>
        <translation>QFPay 不接受 mchid，卻稱之為簽名錯誤。</translation>
    </message>
    <message>
        <source>Correct mchid or, where QFPay assigned none, leave it out. The signature may well be right.</source>
        <translation>請更正 mchid；如 QFPay 未分配，則略去。簽名可能是對的。</translation>
    </message>
    <message>
        <source>This pay_type is not enabled for the merchant.</source>
        <translation>該商戶未開通此 pay_type。</translation>
    </message>
    <message>
        <source>Ask QFPay to enable pay_type for this merchant, or check that app_code is the right one.</source>
        <translation>請聯絡 QFPay 為該商戶開通 pay_type，或檢查 app_code 是否正確。</translation>
    </message>
    <message>
        <source>This out_trade_no was used before.</source>
        <translation>此 out_trade_no 已用過。</translation>
    </message>
    <message>
        <source>Query it to see what became of that order. A new payment needs a new out_trade_no.</source>
        <translation>請查詢該訂單的結果。新的付款需要新的 out_trade_no。</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>接入設定</translation>
    </message>
    <message>
        <source>Copy the verdict with its technical lines, for a support ticket</source>
        <translation>複製結論及技術詳情，用於支援個案</translation>
    </message>
    <message>
        <source>Show the sequence of this order</source>
        <translation>顯示此訂單的時序圖</translation>
    </message>
    <message>
        <source>Query this order, once</source>
        <translation>查詢此訂單一次</translation>
    </message>
    <message>
        <source>Fill in the refund of this order</source>
        <translation>填寫此訂單的退款</translation>
    </message>
    <message>
        <source>Look into the set-up of this merchant</source>
        <translation>查看此商戶的接入設定</translation>
    </message>
    <message>
        <source>Copied: the verdict with its technical lines</source>
        <translation>已複製：結論及技術詳情</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Examining …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>The signature is right</source>
        <translation>簽名正確</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>No signature to examine</source>
        <translation>沒有可檢查的簽名</translation>
    </message>
    <message>
        <source>Not examined: no profile with this app_code is known here</source>
        <translation>未檢查：此處沒有使用該 app_code 的商戶設定</translation>
    </message>
    <message>
        <source>Turned away before it was read: its answer says why</source>
        <translation>讀取之前已被拒絕，原因見回應</translation>
    </message>
    <message>
        <source>Not examined</source>
        <translation>未檢查</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>The signature is wrong; no known mistake explains it</source>
        <translation>簽名錯誤，已知的錯誤都解釋不了</translation>
    </message>
    <message>
        <source>Wrong; no known mistake explains it</source>
        <translation>錯誤，已知的錯誤都解釋不了</translation>
    </message>
    <message>
        <source>Answered by the simulator: no money.</source>
        <translation>由模擬器回應：不涉及資金。</translation>
    </message>
    <message>
        <source>Turned away by this program: nothing was sent, and no money moved.</source>
        <translation>已被本程式拒絕：沒有發送任何內容，也沒有產生資金流動。</translation>
    </message>
    <message>
        <source>Answered by {host} in {milliseconds} ms. On the way only these headers changed: {names}.</source>
        <translation>由 {host} 回應，用時 {milliseconds} 毫秒。途中只改動了這些請求標頭：{names}。</translation>
    </message>
    <message>
        <source>Handed on to {host}. {headline} {fate}</source>
        <translation>已轉發到 {host}。{headline}{fate}</translation>
    </message>
    <message>
        <source>Whether it arrived is unknown: query the order before anything is sent again.</source>
        <translation>是否送達未知：再次發送前請先查詢訂單。</translation>
    </message>
    <message>
        <source>It arrived, and its answer broke off: query the order before anything is sent again.</source>
        <translation>請求已送達，但回應中斷：重新發送任何內容之前，請先查詢訂單。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未發送任何內容。</translation>
    </message>
    <message>
        <source>{where} The program did not wait for it.</source>
        <translation>{where}程式沒有等待回應。</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Nothing came in yet.
Point a program at this address: each request appears here as its bytes came, with what it was answered and why its signature is refused, until the window is closed. Of what is turned away before it was read, such as a request under another Host or half a body, the last one appears.</source>
        <translation>尚未收到任何請求。
讓程式指向本地址：每個請求都會按收到的位元組顯示在這裏，並附上回應內容以及簽名被拒的原因，直到視窗關閉。讀取之前就被拒絕的請求（例如使用其他 Host，或正文不完整）只顯示最後一個。</translation>
    </message>
</context>
<context>
    <name>WatchTable</name>
    <message>
        <source>Open as a case</source>
        <translation>在問題排查中開啟</translation>
    </message>
    <message>
        <source>Use as draft</source>
        <translation>用作草稿</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>與前一個比較</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>複製訂單編號</translation>
    </message>
    <message>
        <source>Requests of other programs, newest first</source>
        <translation>其他程式的請求，最新的在前</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>A program sent {call}: {cause}</source>
        <translation>有程式發來 {call}：{cause}</translation>
    </message>
    <message>
        <source>Programs find this window again, at {url}</source>
        <translation>程式又可以連接到本視窗：{url}</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>請求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>訂單(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Paste a merchant&apos;s request …</source>
        <translation>貼上商戶的請求(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Open a file …</source>
        <translation>開啟檔案(&amp;O)…</translation>
    </message>
    <message>
        <source>P&amp;roof to send back …</source>
        <translation>發給商戶的排查報告(&amp;R)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the case as a file …</source>
        <translation>將問題儲存為檔案(&amp;V)…</translation>
    </message>
    <message>
        <source>E&amp;xport a Mini Program project …</source>
        <translation>匯出小程序專案(&amp;X)…</translation>
    </message>
    <message>
        <source>Choose en&amp;vironment and profile …</source>
        <translation>選擇環境和商戶設定(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Credentials …</source>
        <translation>憑證(&amp;C)…</translation>
    </message>
    <message>
        <source>Custom a&amp;ddresses …</source>
        <translation>自訂網址(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Trust a CA file …</source>
        <translation>信任 CA 檔案(&amp;T)…</translation>
    </message>
    <message>
        <source>Trust n&amp;o CA file any more</source>
        <translation>不再信任 CA 檔案(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;ettings …</source>
        <translation>設定(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>沒有可復原的修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>沒有可重做的修改</translation>
    </message>
    <message>
        <source>Copy signing &amp;string</source>
        <translation>複製簽名字串(&amp;S)</translation>
    </message>
    <message>
        <source>Copy si&amp;gnature</source>
        <translation>複製簽名(&amp;G)</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>複製為 curl(&amp;U)</translation>
    </message>
    <message>
        <source>Copy s&amp;nippet</source>
        <translation>複製程式碼片段(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>發送(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Send &amp;wrong on purpose</source>
        <translation>故意發送錯誤請求(&amp;W)</translation>
    </message>
    <message>
        <source>Sa&amp;ve the request</source>
        <translation>儲存請求(&amp;V)</translation>
    </message>
    <message>
        <source>Save the request &amp;as …</source>
        <translation>請求另存為(&amp;A)…</translation>
    </message>
    <message>
        <source>Saved and &amp;recent requests …</source>
        <translation>已儲存和最近的請求(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Options of the field</source>
        <translation>欄位選項(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Query it</source>
        <translation>查詢訂單(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Refund it …</source>
        <translation>退款(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Close it …</source>
        <translation>關閉訂單(&amp;C)…</translation>
    </message>
    <message>
        <source>Refund &amp;all test orders of today …</source>
        <translation>退回今日所有測試訂單的款項(&amp;A)…</translation>
    </message>
    <message>
        <source>Check a &amp;notification …</source>
        <translation>檢查通知(&amp;N)…</translation>
    </message>
    <message>
        <source>Notify a recei&amp;ver of it …</source>
        <translation>通知接收端(&amp;V)…</translation>
    </message>
    <message>
        <source>Find a payer&apos;s &amp;openid …</source>
        <translation>尋找付款人的 openid(&amp;O)…</translation>
    </message>
    <message>
        <source>Go to the re&amp;quest</source>
        <translation>前往請求(&amp;Q)</translation>
    </message>
    <message>
        <source>Go to &amp;watch</source>
        <translation>前往監看(&amp;W)</translation>
    </message>
    <message>
        <source>Go to su&amp;ites</source>
        <translation>前往測試集(&amp;I)</translation>
    </message>
    <message>
        <source>Go to &amp;signature</source>
        <translation>前往簽名(&amp;S)</translation>
    </message>
    <message>
        <source>Go to &amp;reply</source>
        <translation>前往回應(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the &amp;merchant&apos;s case</source>
        <translation>前往商戶的問題排查(&amp;M)</translation>
    </message>
    <message>
        <source>Go to &amp;history</source>
        <translation>前往歷史記錄(&amp;H)</translation>
    </message>
    <message>
        <source>Go to &amp;orders</source>
        <translation>前往訂單(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New payment from the example</source>
        <translation>以範例新增支付(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Go to the next finding</source>
        <translation>前往下一項發現(&amp;G)</translation>
    </message>
    <message>
        <source>Go to &amp;notifications</source>
        <translation>前往通知(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the s&amp;equence</source>
        <translation>前往時序圖(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;arlier reply</source>
        <translation>上一則回應(&amp;A)</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>沒有更多回應</translation>
    </message>
    <message>
        <source>Later repl&amp;y</source>
        <translation>下一則回應(&amp;Y)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
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
        <translation>縮小(&amp;M)</translation>
    </message>
    <message>
        <source>it is as small as can be</source>
        <translation>已是最小</translation>
    </message>
    <message>
        <source>Usual si&amp;ze</source>
        <translation>實際大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Set-up in six steps …</source>
        <translation>六步完成接入設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>參考手冊(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find a command, field or code …</source>
        <translation>尋找指令、欄位或返回碼(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>開啟日誌(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy a report</source>
        <translation>複製報告(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;About QFPay Tester</source>
        <translation>關於 QFPay Tester(&amp;A)</translation>
    </message>
    <message>
        <source>Certificate authorities to trust as well (PEM)</source>
        <translation>額外信任的證書頒發機構（PEM）</translation>
    </message>
    <message>
        <source>Trusted as well: {path}</source>
        <translation>已額外信任：{path}</translation>
    </message>
    <message>
        <source>No CA file is trusted.</source>
        <translation>未信任任何 CA 檔案。</translation>
    </message>
    <message>
        <source>Copied: versions and the log, without keys and personal data.</source>
        <translation>已複製：版本資料和日誌，不含密鑰和個人資料。</translation>
    </message>
</context>
<context>
    <name>WxResult</name>
    <message>
        <source>Query the order; while it is open, the same pay_params may be used again.</source>
        <translation>請查詢訂單；只要仍可付款，就可再次使用同一 pay_params。</translation>
    </message>
    <message>
        <source>Query the order, then order again with a new out_trade_no.</source>
        <translation>請查詢訂單，然後以新的 out_trade_no 重新下單。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>WeChat’s dialog ended well: the customer has paid.</source>
        <translation>微信收銀台正常結束：顧客已付款。</translation>
    </message>
    <message>
        <source>Deliver only after the notification or a query says so.</source>
        <translation>收到通知或查詢確認後才可發貨。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The customer closed the sheet. WeChat says so too after telling that paySign is wrong.</source>
        <translation>顧客關閉了收銀台。微信提示 paySign 錯誤之後，亦傳回此結果。</translation>
    </message>
    <message>
        <source>The call failed</source>
        <translation>調用失敗</translation>
    </message>
    <message>
        <source>WeChat did not let the customer pay.</source>
        <translation>微信沒有讓顧客付款。</translation>
    </message>
    <message>
        <source>paySign does not verify</source>
        <translation>paySign 驗證失敗</translation>
    </message>
    <message>
        <source>A value of pay_params was changed on its way, or signType is not the order’s.</source>
        <translation>pay_params 的某個值在途中被改動，或 signType 與訂單的不同。</translation>
    </message>
    <message>
        <source>Pass all five values on unchanged, timeStamp as text.</source>
        <translation>請原樣傳遞全部五個值，timeStamp 用字串。</translation>
    </message>
    <message>
        <source>WeChat lets this Mini Program take no payments. WeChat’s staff names three reasons: order shipping management (订单发货管理) is not connected, certification is missing, or the order is of another appId.</source>
        <translation>微信不容許該小程序收款。微信工作人員指出三種原因：未接入訂單發貨管理、未完成認證、訂單的 appId 不同。</translation>
    </message>
    <message>
        <source>Its owner looks at order shipping management and certification in the Mini Program’s console; compare appId too. Until then the same pay_params fail again.</source>
        <translation>請小程序擁有者在小程序後台查看訂單發貨管理與認證，並核對 appId。在此之前，同樣的 pay_params 仍會失敗。</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>This Mini Program’s appid is not the order’s, or payment is not enabled for it.</source>
        <translation>此小程序的 appid 與訂單的不同，或未開通支付。</translation>
    </message>
    <message>
        <source>Compare the appId of pay_params with the Mini Program that runs the call.</source>
        <translation>請將 pay_params 的 appId 與調用支付的小程序核對。</translation>
    </message>
    <message>
        <source>Somebody has paid this order already. WeChat’s order interface says so, in QFPay’s reply: not wx.requestPayment.</source>
        <translation>該訂單已有人支付。這是微信下單介面的提示，出現在 QFPay 的回應裏，而不是 wx.requestPayment 的返回。</translation>
    </message>
    <message>
        <source>The order was closed before anybody paid. WeChat’s order interface says so, in QFPay’s reply: not wx.requestPayment.</source>
        <translation>訂單在支付前已關閉。這是微信下單介面的提示，出現在 QFPay 的回應裏，而不是 wx.requestPayment 的返回。</translation>
    </message>
    <message>
        <source>The order was reversed before anybody paid. WeChat’s order interface says so, in QFPay’s reply: not wx.requestPayment.</source>
        <translation>訂單在支付前已撤銷。這是微信下單介面的提示，出現在 QFPay 的回應裏，而不是 wx.requestPayment 的返回。</translation>
    </message>
    <message>
        <source>Not in the list of domains</source>
        <translation>不在合法域名清單中</translation>
    </message>
    <message>
        <source>wx.request was to call a host that is no request domain of this Mini Program: nothing left the phone. The developer tools and the debug mode do not look at the list.</source>
        <translation>wx.request 要呼叫的主機不在此小程序的 request 合法域名中：請求沒有發出。開發者工具及調試模式可以不檢查該清單。</translation>
    </message>
    <message>
        <source>Enter the host in the Mini Program&apos;s console among the request domains, as the set-up&apos;s third step tells.</source>
        <translation>請在小程序後台把該主機填入 request 合法域名，見設定的第三步。</translation>
    </message>
    <message>
        <source>Payment right withdrawn</source>
        <translation>支付權限被收回</translation>
    </message>
    <message>
        <source>Parameters missing</source>
        <translation>欠缺參數</translation>
    </message>
    <message>
        <source>package is empty, lacks prepay_id=, or has expired; or timeStamp is in milliseconds.</source>
        <translation>package 留空、欠缺 prepay_id= 或已過期；或 timeStamp 以毫秒計算。</translation>
    </message>
    <message>
        <source>Take package and timeStamp from pay_params as they are.</source>
        <translation>請原樣使用 pay_params 中的 package 及 timeStamp。</translation>
    </message>
    <message>
        <source>openid of another Mini Program</source>
        <translation>openid 屬於另一小程序</translation>
    </message>
    <message>
        <source>Take the openid from code2Session of the Mini Program that pays, and order again.</source>
        <translation>請用付款小程序的 code2Session 取得 openid，然後重新下單。</translation>
    </message>
    <message>
        <source>Order expired</source>
        <translation>訂單已過期</translation>
    </message>
    <message>
        <source>The time of the order or of its prepay_id is over.</source>
        <translation>訂單或其 prepay_id 已超過有效期。</translation>
    </message>
    <message>
        <source>sub_openid is this person’s number in another Mini Program. WeChat’s order interface says so: it stands in QFPay’s reply, before there are pay_params.</source>
        <translation>sub_openid 是此人在另一個小程序中的編號。這是微信下單介面的提示：出現在 QFPay 的回應裏，此時還沒有 pay_params。</translation>
    </message>
    <message>
        <source>Paid before</source>
        <translation>先前已付款</translation>
    </message>
    <message>
        <source>Query the order; do not make another one before that.</source>
        <translation>請查詢訂單；在此之前不要另建訂單。</translation>
    </message>
    <message>
        <source>Order closed</source>
        <translation>訂單已關閉</translation>
    </message>
    <message>
        <source>Order reversed</source>
        <translation>訂單已沖正</translation>
    </message>
</context>
<context>
    <name>_NoteDelegate</name>
    <message>
        <source>Note</source>
        <translation>備註</translation>
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
        <translation>人民幣</translation>
    </message>
    <message>
        <source>Singapore dollar</source>
        <translation>新加坡元</translation>
    </message>
    <message>
        <source>Malaysian ringgit</source>
        <translation>馬來西亞令吉</translation>
    </message>
    <message>
        <source>Thai baht</source>
        <translation>泰銖</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>日圓</translation>
    </message>
    <message>
        <source>Indonesian rupiah</source>
        <translation>印尼盾</translation>
    </message>
    <message>
        <source>Myanmar kyat</source>
        <translation>緬甸元</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>歐元</translation>
    </message>
    <message>
        <source>UAE dirham</source>
        <translation>阿聯酋迪拉姆</translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation>加拿大元</translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation>澳元</translation>
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
        <translation>建立一筆由顧客付款的訂單。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>A whole number of minor units: 300 with HKD is HK$3.00. More than 200 is suggested, smaller amounts may be stopped by risk control.</source>
        <translation>以最小貨幣單位表示的整數：HKD 的 300 即 HK$3.00。建議大於 200，更小的金額可能被風控攔截。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Three capital letters. Which currencies work depends on the merchant&apos;s account.</source>
        <translation>三個大寫字母。可用貨幣視乎商戶賬戶。</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>支付類型</translation>
    </message>
    <message>
        <source>800213 is WeChat Pay in a Mini Program.</source>
        <translation>800213 是微信小程序支付。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>The merchant&apos;s own number. It must be new for every payment and every refund of the account. Letters, digits, _ | * are safe everywhere.</source>
        <translation>商戶自己的編號。同一賬戶的每筆付款及每筆退款都須使用新編號。字母、數字、_、|、* 在各地均可使用。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>交易時間</translation>
    </message>
    <message>
        <source>YYYY-MM-DD hh:mm:ss, read as UTC+8. Samples that use toISOString send UTC, which is eight hours behind.</source>
        <translation>YYYY-MM-DD hh:mm:ss，按 UTC+8 讀取。用 toISOString 的範例發送的是 UTC，慢八小時。</translation>
    </message>
    <message>
        <source>Payer&apos;s openid</source>
        <translation>付款人 openid</translation>
    </message>
    <message>
        <source>Goods name</source>
        <translation>商品名稱</translation>
    </message>
    <message>
        <source>Who pays: the user&apos;s openid in the merchant&apos;s own Mini Program, from WeChat&apos;s code2Session. Another Mini Program&apos;s openid does not work. Mandatory for 800213 and 800207; other payment types have none.</source>
        <translation>付款人：用戶在商戶自己小程序中的 openid，由微信 code2Session 取得。其他小程序的 openid 無效。800213 與 800207 必填；其他支付類型沒有此參數。</translation>
    </message>
    <message>
        <source>What is bought. String(64) in the table; the text of the current editions says at most 20 characters and no special ones. Chinese is sent as UTF-8.</source>
        <translation>商品名稱。參數表為 String(64)；現行版本的正文寫最多 20 個字元，不含特殊字元。中文以 UTF-8 發送。</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Minutes until the order expires, 5 to 120. Without it: 30.</source>
        <translation>訂單過期前的分鐘數，5 至 120。不填則為 30。</translation>
    </message>
    <message>
        <source>Notify URL</source>
        <translation>通知網址</translation>
    </message>
    <message>
        <source>Where the asynchronous notification goes. Only ports 80 and 443 are reached. Whether it wins over the address QFPay has on file is not documented.</source>
        <translation>非同步通知的接收網址。只可到達 80 及 443 連接埠。它是否優先於 QFPay 登記的網址，文件未說明。</translation>
    </message>
    <message>
        <source>Payment limit</source>
        <translation>付款限制</translation>
    </message>
    <message>
        <source>no_credit forbids credit cards. It works in mainland China only.</source>
        <translation>no_credit 禁用信用卡。僅在中國內地有效。</translation>
    </message>
    <message>
        <source>Real-name check</source>
        <translation>實名驗證</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>裝置編號</translation>
    </message>
    <message>
        <source>The merchant&apos;s own device number, echoed in the reply.</source>
        <translation>商戶自己的裝置編號，回應中會原樣傳回。</translation>
    </message>
    <message>
        <source>Goods details</source>
        <translation>商品詳情</translation>
    </message>
    <message>
        <source>Seen in samples: it comes back in queries and notifications. Its limits are not documented.</source>
        <translation>見於範例：查詢及通知中會傳回。文件未說明其限制。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>From older editions: the zone of txdtm, such as +0800, which is also what holds without it.</source>
        <translation>見於舊版文件：txdtm 的時區，例如 +0800；不填亦是此值。</translation>
    </message>
    <message>
        <source>Merchant ID</source>
        <translation>商戶號</translation>
    </message>
    <message>
        <source>800213 is in no documented list of what can be closed. 1297, or an answer without syssn, means that it is not supported. WeChat closes no order younger than 5 minutes. Editions disagree on GET or POST; this sends POST.</source>
        <translation>文件所載可關閉的列表中沒有 800213。傳回 1297，或沒有 syssn，即表示不支援。微信不關閉下單不足 5 分鐘的訂單。各版文件對 GET 或 POST 說法不一；本程式用 POST。</translation>
    </message>
    <message>
        <source>The newest edition lists reversal for 800108, 800208, 800708 and the cards 802801 and 806527; 800213 is in no list. Query first, and reverse only what stays unclear. Editions disagree on GET or POST; this sends POST.</source>
        <translation>最新版文件所列可沖正的為 800108、800208、800708 及銀行卡 802801、806527；列表中沒有 800213。請先查詢，只沖正仍不明的訂單。各版文件對 GET 或 POST 說法不一；本程式用 POST。</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Ask what became of orders. Nothing is changed.</source>
        <translation>查詢訂單的結果。不作任何更改。</translation>
    </message>
    <message>
        <source>QFPay&apos;s own number of an order or refund, from its reply. Several are separated by commas without blanks. A query by syssn finds orders of any month. The newest edition wants syssn, out_trade_no, or both times.</source>
        <translation>QFPay 對訂單或退款的流水號，取自其回應。多個以逗號分隔，不留空格。按 syssn 查詢可找到任何月份的訂單。最新版本要求提供 syssn、out_trade_no，或兩個時間。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD hh:mm:ss in UTC+8, compared with sysdtm. Without it: the start of the current month (older editions). For an older order give both times, within one calendar month. It is ignored where syssn is given.</source>
        <translation>YYYY-MM-DD hh:mm:ss，UTC+8，與 sysdtm 比較。不填：當月月初（舊版本）。查更早的訂單請同時提供兩個時間，且在同一個曆月內。提供 syssn 時忽略此項。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD hh:mm:ss in UTC+8, compared with sysdtm. Without it: the end of the current month (older editions). It must lie in the same calendar month as start_time.</source>
        <translation>YYYY-MM-DD hh:mm:ss，UTC+8，與 sysdtm 比較。不填：當月月底（舊版本）。必須與 start_time 在同一個曆月內。</translation>
    </message>
    <message>
        <source>How long a payment of 800213 can be refunded is not documented: QFPay says that it varies, WeChat’s own limit is 365 days. Refund test payments at once.</source>
        <translation>800213 的付款在多久之內可退款，文件未說明：QFPay 稱情況不一，微信自身的期限為 365 日。測試付款請即時退款。</translation>
    </message>
    <message>
        <source>Minor units to give back, all or a part. More than is left is refused (1272); some currencies and channels take no part (1270, 1271). The account needs enough unsettled sales of the day (1269), and 1265 speaks of 23:30 to 00:30: of the refund or of the payment, which is open.</source>
        <translation>退還的最小貨幣單位金額，全部或部分。超過剩餘可退金額會被拒絕（1272）；有些幣種和渠道不支援部分退款（1270、1271）。賬戶當日未結算金額須足夠（1269）；1265 提到 23:30 至 00:30：指退款時間還是支付時間，未有定論。</translation>
    </message>
    <message>
        <source>The merchant&apos;s number. Several are separated by commas without blanks. Without times, only orders of the current calendar month are found.</source>
        <translation>商戶的編號。多個編號以半形逗號分隔，不含空格。不填時間，則只查當前曆月的訂單。</translation>
    </message>
    <message>
        <source>Name and national ID of the payer as JSON text; exactly this text is signed. Mainland citizens only, and it must be activated: a bank card that does not match is refused, a payer without one pays regardless. Personal data: it is masked wherever it would be kept.</source>
        <translation>付款人姓名及身份證號碼，JSON 文字；簽名用的正是此文字。僅限內地居民，且須開通：銀行卡不一致會被拒絕，沒有綁卡的照常通過。個人資料：凡會留存之處均會遮蓋。</translation>
    </message>
    <message>
        <source>If QFPay assigned one it must be sent, otherwise it must not. Left empty here, the profile&apos;s is sent. A wrong one was seen to be answered with 1108, just like a wrong signature.</source>
        <translation>如 QFPay 已分配，則必須發送；否則不可發送。此處留空則發送商戶設定中的值。曾見值有誤時傳回 1108，與簽名錯誤相同。</translation>
    </message>
    <message>
        <source>QFPay number</source>
        <translation>QFPay 流水號</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Only orders of this payment type, such as 800213. Several are separated by commas without blanks.</source>
        <translation>只查此支付類型的訂單，例如 800213。多個以半形逗號分隔，不含空格。</translation>
    </message>
    <message>
        <source>Result code</source>
        <translation>結果碼</translation>
    </message>
    <message>
        <source>Only orders with this result, such as 0000 for paid. Without it: all.</source>
        <translation>只查此結果的訂單，例如 0000 表示已付款。不填則為全部。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁碼</translation>
    </message>
    <message>
        <source>Which page of the list, from 1. Without it: the first.</source>
        <translation>列表的第幾頁，從 1 起。不填則為第一頁。</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>每頁條數</translation>
    </message>
    <message>
        <source>How many orders a page holds, at most 100. Without it: 10.</source>
        <translation>每頁的訂單數，最多 100。不填則為 10。</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Give money of a paid order back. This cannot be undone.</source>
        <translation>退回已付款訂單的款項。此操作無法撤銷。</translation>
    </message>
    <message>
        <source>The payment to refund, by QFPay&apos;s number from its reply. Only a paid order can be refunded: query it first if in doubt.</source>
        <translation>要退款的付款，填回應中的 QFPay 流水號。只有已付款的訂單才可退款：如有疑問，請先查詢。</translation>
    </message>
    <message>
        <source>Refund number</source>
        <translation>退款編號</translation>
    </message>
    <message>
        <source>A new number for this refund, not that of the payment: it must differ from every payment and refund of the account.</source>
        <translation>此退款的新編號，而非付款的編號：不可與該賬戶的任何付款及退款相同。</translation>
    </message>
    <message>
        <source>The time of this request, not of the payment. YYYY-MM-DD hh:mm:ss, read as UTC+8.</source>
        <translation>此請求的時間，而非付款的時間。YYYY-MM-DD hh:mm:ss，按 UTC+8 讀取。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>End an order that nobody has paid.</source>
        <translation>結束無人付款的訂單。</translation>
    </message>
    <message>
        <source>The order to close, by QFPay&apos;s number. Give either syssn or out_trade_no.</source>
        <translation>要關閉的訂單，填 QFPay 流水號。syssn 及 out_trade_no 填其一。</translation>
    </message>
    <message>
        <source>The merchant&apos;s number of the payment, instead of syssn. It names an order that exists, so it stays as it is.</source>
        <translation>付款時商戶的編號，可代替 syssn。它指已存在的訂單，因此不會更換。</translation>
    </message>
    <message>
        <source>The amount of the order, in minor units, as the payment had it. Only an order that nobody has paid can be closed; a paid one is refunded.</source>
        <translation>訂單金額，以最小貨幣單位計，與付款時一致。只有無人付款的訂單才可關閉；已付款的請退款。</translation>
    </message>
    <message>
        <source>One old text says the time of the order, a public client sends the present time: the order&apos;s own is filled in. YYYY-MM-DD hh:mm:ss, read as UTC+8.</source>
        <translation>有一份舊文件寫的是訂單時間，一個公開的用戶端發送目前時間：這裏填入訂單自己的時間。YYYY-MM-DD hh:mm:ss，按 UTC+8。</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>沖正</translation>
    </message>
    <message>
        <source>Take an order back whose outcome is unclear: a last resort.</source>
        <translation>沖正結果不明的訂單：最後手段。</translation>
    </message>
    <message>
        <source>The order to take back, by QFPay&apos;s number. Give either syssn or out_trade_no.</source>
        <translation>要沖正的訂單，填 QFPay 流水號。syssn 及 out_trade_no 填其一。</translation>
    </message>
    <message>
        <source>The amount of the order, in minor units, as the payment had it. A paid order is refunded, not reversed.</source>
        <translation>訂單金額，以最小貨幣單位計，與付款時一致。已付款的訂單請退款，不要沖正。</translation>
    </message>
    <message>
        <source>The original transaction&apos;s time: the txdtm of the payment, not of this request. YYYY-MM-DD hh:mm:ss, read as UTC+8.</source>
        <translation>原交易的時間：支付的 txdtm，而不是本次請求的時間。YYYY-MM-DD hh:mm:ss，按 UTC+8。</translation>
    </message>
</context>
<context>
    <name>respcd</name>
    <message>
        <source>The request succeeded; a new payment exists, but nobody has paid yet.</source>
        <translation>請求成功；新訂單已建立，但尚未有人付款。</translation>
    </message>
    <message>
        <source>For a payment, hand pay_params to the Mini Program, then wait for the notification or query out_trade_no. In the reply to a query, respcd of each record in data tells its state.</source>
        <translation>如為付款，請將 pay_params 交給小程序，然後等待通知或查詢 out_trade_no。如為查詢，請看 data 中每條記錄的 respcd。</translation>
    </message>
    <message>
        <source>QFPay is under maintenance.</source>
        <translation>QFPay 系統維護中。</translation>
    </message>
    <message>
        <source>Wait until the maintenance is over. Query out_trade_no before you start a new payment.</source>
        <translation>請等待維護結束。發起新的付款前，先查詢 out_trade_no。</translation>
    </message>
    <message>
        <source>The reversal failed; the original order may still be open.</source>
        <translation>沖正失敗，原訂單可能仍未關閉。</translation>
    </message>
    <message>
        <source>Query the original order. If it is paid, refund it; if it is open and unpaid, ask for the reversal again.</source>
        <translation>請查詢原訂單：如已付款，請退款；如仍未付款且未關閉，再次申請沖正。</translation>
    </message>
    <message>
        <source>QFPay has seen this request before.</source>
        <translation>QFPay 已收到過此請求。</translation>
    </message>
    <message>
        <source>Query out_trade_no to learn what became of the first request. Only if that one failed, start a new payment with an out_trade_no never used before.</source>
        <translation>請查詢 out_trade_no，了解第一次請求的結果。只有確認其失敗後，才以從未用過的 out_trade_no 發起新的付款。</translation>
    </message>
    <message>
        <source>QFPay cannot read the format of the request.</source>
        <translation>QFPay 無法識別請求的格式。</translation>
    </message>
    <message>
        <source>Send the body as application/x-www-form-urlencoded in UTF-8, txamt as a whole number and txdtm as YYYY-MM-DD hh:mm:ss.</source>
        <translation>請求正文請用 UTF-8 的 application/x-www-form-urlencoded，txamt 為整數，txdtm 格式為 YYYY-MM-DD hh:mm:ss。</translation>
    </message>
    <message>
        <source>A parameter is missing, invalid or not enabled for this merchant.</source>
        <translation>有參數缺失、無效，或該商戶未開通。</translation>
    </message>
    <message>
        <source>If respmsg says “filter error”, this pay_type is not enabled for the merchant: ask QFPay to enable it. Otherwise compare each parameter with its rule.</source>
        <translation>如 respmsg 為「filter error」，表示該商戶未開通此 pay_type，請聯絡 QFPay 開通。否則請逐項核對參數規則。</translation>
    </message>
    <message>
        <source>The device is not activated.</source>
        <translation>設備尚未啟用。</translation>
    </message>
    <message>
        <source>Check udid if you send it, and ask QFPay whether this merchant’s device is registered and active.</source>
        <translation>如有發送 udid，請核對；並向 QFPay 確認該商戶的設備已登記並啟用。</translation>
    </message>
    <message>
        <source>QFPay does not know this device.</source>
        <translation>QFPay 無法識別此設備。</translation>
    </message>
    <message>
        <source>The device may not take this payment.</source>
        <translation>該設備無權進行此交易。</translation>
    </message>
    <message>
        <source>The signature is wrong, or mchid is.</source>
        <translation>簽名錯誤，或 mchid 錯誤。</translation>
    </message>
    <message>
        <source>Compare signing string, client_key, environment and X-QF-SIGNTYPE. If resperr says “MCHCODE非法”, the signature is not the fault: mchid is wrong or not assigned, so correct it or leave it out.</source>
        <translation>請核對簽名字串、client_key、環境及 X-QF-SIGNTYPE。如 resperr 為「MCHCODE非法」，則並非簽名問題：mchid 錯誤或未分配，請更正或不要發送。</translation>
    </message>
    <message>
        <source>Something could not be encrypted or decrypted.</source>
        <translation>加密或解密失敗。</translation>
    </message>
    <message>
        <source>Ask QFPay support and give them out_trade_no, the time and this respcd.</source>
        <translation>請聯絡 QFPay 技術支援，並提供 out_trade_no、時間和此 respcd。</translation>
    </message>
    <message>
        <source>The serial number from the client was not accepted.</source>
        <translation>用戶端流水號未被接受。</translation>
    </message>
    <message>
        <source>A service outside QFPay cannot be reached.</source>
        <translation>無法連接 QFPay 以外的服務。</translation>
    </message>
    <message>
        <source>Query out_trade_no first: the outcome may be open. Then ask QFPay support, before any new payment.</source>
        <translation>請先查詢 out_trade_no，因為結果可能尚未確定。發起任何新付款之前，先聯絡 QFPay 技術支援。</translation>
    </message>
    <message>
        <source>A service inside QFPay cannot be reached.</source>
        <translation>無法連接 QFPay 內部的服務。</translation>
    </message>
    <message>
        <source>QFPay does not know this account.</source>
        <translation>QFPay 沒有此賬戶。</translation>
    </message>
    <message>
        <source>Check app_code and the environment, then ask QFPay about this account.</source>
        <translation>請核對 app_code 與環境，再向 QFPay 查詢此賬戶。</translation>
    </message>
    <message>
        <source>The account is blocked.</source>
        <translation>賬戶已被凍結。</translation>
    </message>
    <message>
        <source>The account has restricted rights.</source>
        <translation>賬戶權限受限。</translation>
    </message>
    <message>
        <source>The password of the account is wrong.</source>
        <translation>賬戶密碼錯誤。</translation>
    </message>
    <message>
        <source>The account is not signed in.</source>
        <translation>賬戶未登入。</translation>
    </message>
    <message>
        <source>Risk control does not allow this payment.</source>
        <translation>風險控制不允許此筆付款。</translation>
    </message>
    <message>
        <source>Stop and do not try again by yourself. Ask QFPay support why the payment was held back.</source>
        <translation>請停止操作，切勿自行重試。請向 QFPay 技術支援查詢付款被攔截的原因。</translation>
    </message>
    <message>
        <source>This kind of transaction is not allowed for the merchant.</source>
        <translation>該商戶不可進行此類交易。</translation>
    </message>
    <message>
        <source>Check pay_type, and ask QFPay to enable it for this merchant.</source>
        <translation>請核對 pay_type，並請 QFPay 為該商戶開通。</translation>
    </message>
    <message>
        <source>The merchant may not take payments at this time.</source>
        <translation>該商戶在此時段不可交易。</translation>
    </message>
    <message>
        <source>Ask QFPay at which times this merchant may take payments.</source>
        <translation>請向 QFPay 確認該商戶可以交易的時段。</translation>
    </message>
    <message>
        <source>This kind of card is not accepted here.</source>
        <translation>此處不接受該類銀行卡。</translation>
    </message>
    <message>
        <source>Let the payer use another card or wallet, in a new order with a new out_trade_no.</source>
        <translation>請付款人改用其他銀行卡或錢包，並以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>The merchant may not take this currency.</source>
        <translation>該商戶不可使用此幣種。</translation>
    </message>
    <message>
        <source>Check txcurrcd, and ask QFPay which currencies this merchant may take.</source>
        <translation>請核對 txcurrcd，並向 QFPay 確認該商戶可用的幣種。</translation>
    </message>
    <message>
        <source>The amount is outside the merchant’s limits.</source>
        <translation>金額超出該商戶的限額。</translation>
    </message>
    <message>
        <source>Check that txamt is in minor units (100 = 1.00), and ask QFPay for this merchant’s limits.</source>
        <translation>請確認 txamt 以最小貨幣單位表示（100 = 1.00），並向 QFPay 查詢該商戶的限額。</translation>
    </message>
    <message>
        <source>The transaction is not valid in this state or for this amount.</source>
        <translation>就目前狀態或金額而言，交易無效。</translation>
    </message>
    <message>
        <source>Query the original order. A void is only taken for the full txamt.</source>
        <translation>請查詢原訂單。撤銷只接受全額 txamt。</translation>
    </message>
    <message>
        <source>The order has been refunded already.</source>
        <translation>該訂單此前已退款。</translation>
    </message>
    <message>
        <source>Query the order and compare the amounts. Do not send the refund again.</source>
        <translation>請查詢該訂單並核對金額，不要再次發送退款。</translation>
    </message>
    <message>
        <source>The original transaction does not match the request.</source>
        <translation>原交易與請求不符。</translation>
    </message>
    <message>
        <source>Check that syssn, out_trade_no, txamt and mchid all belong to the same order; a query shows them.</source>
        <translation>請確認 syssn、out_trade_no、txamt 與 mchid 屬於同一訂單，可透過查詢核對。</translation>
    </message>
    <message>
        <source>A database at QFPay failed.</source>
        <translation>QFPay 資料庫出錯。</translation>
    </message>
    <message>
        <source>A file system at QFPay failed.</source>
        <translation>QFPay 檔案系統出錯。</translation>
    </message>
    <message>
        <source>An uploaded document was not accepted.</source>
        <translation>上載的文件未被接受。</translation>
    </message>
    <message>
        <source>This is not allowed on the date of the transaction.</source>
        <translation>該交易日期不允許此操作。</translation>
    </message>
    <message>
        <source>Query the original order and look at its date, then ask QFPay for another way.</source>
        <translation>請查詢原訂單並查看其日期，再向 QFPay 了解其他處理方式。</translation>
    </message>
    <message>
        <source>The payment channel failed or did not answer in time.</source>
        <translation>支付渠道出錯或超時未答覆。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the outcome is certain. Only if this order surely failed, start a new one with a new out_trade_no.</source>
        <translation>請查詢 out_trade_no 直至結果確定。只有確認該訂單失敗後，才以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>The client software’s version is not accepted.</source>
        <translation>用戶端軟件版本不被接受。</translation>
    </message>
    <message>
        <source>Ask QFPay which software version or interface this merchant should use.</source>
        <translation>請向 QFPay 確認該商戶應使用的軟件版本或介面。</translation>
    </message>
    <message>
        <source>The merchant’s channel is set up wrongly.</source>
        <translation>商戶的渠道配置有誤。</translation>
    </message>
    <message>
        <source>Ask QFPay to check how this merchant is set up. Changing the request does not help.</source>
        <translation>請聯絡 QFPay 檢查該商戶的設定，修改請求無濟於事。</translation>
    </message>
    <message>
        <source>The card differs from the one that paid.</source>
        <translation>銀行卡與付款時所用的不同。</translation>
    </message>
    <message>
        <source>The merchant’s account is set up wrongly.</source>
        <translation>商戶賬戶配置有誤。</translation>
    </message>
    <message>
        <source>The order does not exist or cannot be worked on.</source>
        <translation>訂單不存在或無法處理。</translation>
    </message>
    <message>
        <source>Check out_trade_no or syssn, app_code and the environment. In a query, give start_time and end_time if the order is from another month.</source>
        <translation>請核對 out_trade_no 或 syssn、app_code 及環境。如訂單不在本月，查詢時請填寫 start_time 和 end_time。</translation>
    </message>
    <message>
        <source>The account’s contact details are missing.</source>
        <translation>缺少賬戶的聯絡資料。</translation>
    </message>
    <message>
        <source>The account’s key could not be renewed.</source>
        <translation>賬戶密鑰更新失敗。</translation>
    </message>
    <message>
        <source>Ask QFPay to check this account’s keys. Check app_code and the environment as well.</source>
        <translation>請聯絡 QFPay 檢查此賬戶的密鑰，並核對 app_code 與環境。</translation>
    </message>
    <message>
        <source>The card number or magnetic stripe cannot be read.</source>
        <translation>無法讀取卡號或磁條。</translation>
    </message>
    <message>
        <source>The account has not been approved yet.</source>
        <translation>賬戶尚未通過審核。</translation>
    </message>
    <message>
        <source>The channel’s own check code does not match.</source>
        <translation>渠道側的校驗碼不符。</translation>
    </message>
    <message>
        <source>The order is closed.</source>
        <translation>訂單已處於關閉狀態。</translation>
    </message>
    <message>
        <source>Query out_trade_no to be sure it was never paid, then start a new order with a new out_trade_no.</source>
        <translation>請查詢 out_trade_no，確認從未付款，再以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>Not paid yet; the payer may be entering the password.</source>
        <translation>尚未付款，付款人可能正在輸入密碼。</translation>
    </message>
    <message>
        <source>Go on querying out_trade_no until it is paid or has ended. Never send the payment again meanwhile. If the code never changes, check the number: in older editions 1143 stood for an order that does not exist.</source>
        <translation>請繼續查詢 out_trade_no，直至已付款或訂單結束。期間切勿再次發送支付請求。如此代碼一直不變，請核對編號：舊版文件中 1143 表示訂單不存在。</translation>
    </message>
    <message>
        <source>The request failed on the way to the channel.</source>
        <translation>請求在傳往渠道途中失敗。</translation>
    </message>
    <message>
        <source>The order is being processed.</source>
        <translation>訂單處理中。</translation>
    </message>
    <message>
        <source>Go on querying out_trade_no. Never send the request again meanwhile.</source>
        <translation>請繼續查詢 out_trade_no。期間切勿再次發送請求。</translation>
    </message>
    <message>
        <source>The order could not be processed.</source>
        <translation>訂單無法處理。</translation>
    </message>
    <message>
        <source>WeChat Pay did not carry out the payment.</source>
        <translation>微信支付未能完成付款。</translation>
    </message>
    <message>
        <source>Query out_trade_no. If it has failed, let the payer choose another way to pay, in a new order with a new out_trade_no.</source>
        <translation>請查詢 out_trade_no。如已失敗，請付款人改用其他付款方式，並以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>QFPay’s account system failed.</source>
        <translation>QFPay 賬戶系統出錯。</translation>
    </message>
    <message>
        <source>This interface is not enabled for app_code.</source>
        <translation>該 app_code 未開通此介面。</translation>
    </message>
    <message>
        <source>Ask QFPay to enable this interface for app_code.</source>
        <translation>請聯絡 QFPay 為該 app_code 開通此介面。</translation>
    </message>
    <message>
        <source>Settlement is T0, so the payment cannot be cancelled.</source>
        <translation>結算方式為 T0，無法撤銷付款。</translation>
    </message>
    <message>
        <source>Refund the order instead of cancelling it, or ask QFPay support.</source>
        <translation>請改用退款而非撤銷，或聯絡 QFPay 技術支援。</translation>
    </message>
    <message>
        <source>The pre-authorisation does not match the request.</source>
        <translation>預授權與請求不符。</translation>
    </message>
    <message>
        <source>Query the pre-authorisation and compare its number, date and amount with the request.</source>
        <translation>請查詢該預授權，並將其編號、日期和金額與請求核對。</translation>
    </message>
    <message>
        <source>The pre-authorisation cannot be completed on this date.</source>
        <translation>該日期不可完成預授權。</translation>
    </message>
    <message>
        <source>The amount does not fit the pre-authorisation.</source>
        <translation>金額與預授權不符。</translation>
    </message>
    <message>
        <source>Something failed inside QFPay.</source>
        <translation>QFPay 內部出錯。</translation>
    </message>
    <message>
        <source>The refund was turned down.</source>
        <translation>退款申請未獲接受。</translation>
    </message>
    <message>
        <source>Query the original order: its state, channel and age decide whether it can be refunded.</source>
        <translation>請查詢原訂單：能否退款取決於其狀態、渠道和交易時間。</translation>
    </message>
    <message>
        <source>The result is not known yet.</source>
        <translation>結果尚未確定。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the result is certain. The payer may have paid: never send the payment again meanwhile.</source>
        <translation>請查詢 out_trade_no 直至結果確定。付款人可能已付款，期間切勿再次發送支付請求。</translation>
    </message>
    <message>
        <source>The payment channel is out of service.</source>
        <translation>支付渠道暫停服務。</translation>
    </message>
    <message>
        <source>The route to the channel was reset and needs new set-up.</source>
        <translation>渠道路由已重置，需重新配置。</translation>
    </message>
    <message>
        <source>The order has expired.</source>
        <translation>該訂單已過期。</translation>
    </message>
    <message>
        <source>The payer’s balance is too low.</source>
        <translation>付款人餘額不足。</translation>
    </message>
    <message>
        <source>The payment code is wrong or has expired.</source>
        <translation>付款碼有誤或已失效。</translation>
    </message>
    <message>
        <source>Query out_trade_no. If it has failed, let the payer refresh the payment code and start a new order with a new out_trade_no.</source>
        <translation>請查詢 out_trade_no。如已失敗，請付款人刷新付款碼，再以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>The payment account is not in order.</source>
        <translation>收付款賬戶異常。</translation>
    </message>
    <message>
        <source>Ask QFPay to check this merchant’s payment account. Query out_trade_no before any new payment.</source>
        <translation>請聯絡 QFPay 檢查該商戶的收款賬戶。發起任何新付款之前，先查詢 out_trade_no。</translation>
    </message>
    <message>
        <source>The payer’s bank did not carry out the payment.</source>
        <translation>付款人的銀行未能完成付款。</translation>
    </message>
    <message>
        <source>The payment failed at the channel.</source>
        <translation>付款在渠道側失敗。</translation>
    </message>
    <message>
        <source>Only the UnionPay code for payments abroad works here.</source>
        <translation>此處只接受銀聯境外付款碼。</translation>
    </message>
    <message>
        <source>Let the payer show the UnionPay code for payments abroad, in a new order with a new out_trade_no.</source>
        <translation>請付款人出示銀聯境外付款碼，並以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>The store does not exist or is in the wrong state.</source>
        <translation>商店不存在，或狀態有誤。</translation>
    </message>
    <message>
        <source>Check mchid, app_code and the environment, then ask QFPay for the store’s state.</source>
        <translation>請核對 mchid、app_code 及環境，再向 QFPay 查詢商店狀態。</translation>
    </message>
    <message>
        <source>The store is not set up for this payment.</source>
        <translation>商店未配置此付款方式。</translation>
    </message>
    <message>
        <source>Ask QFPay whether this pay_type is set up for the merchant. Changing the request does not help.</source>
        <translation>請向 QFPay 確認該商戶是否已配置此 pay_type，修改請求無濟於事。</translation>
    </message>
    <message>
        <source>The store is disabled.</source>
        <translation>商店已停用。</translation>
    </message>
    <message>
        <source>Take no payments for this store. The merchant asks QFPay why it was disabled.</source>
        <translation>請勿透過該商店收款。由商戶向 QFPay 查詢停用原因。</translation>
    </message>
    <message>
        <source>The transaction is forbidden for this merchant.</source>
        <translation>該商戶不得進行此交易。</translation>
    </message>
    <message>
        <source>Ask QFPay whether this merchant may use this pay_type. Do not try again by yourself.</source>
        <translation>請向 QFPay 確認該商戶可否使用此 pay_type，切勿自行重試。</translation>
    </message>
    <message>
        <source>The store is set up wrongly, or out_trade_no was used before.</source>
        <translation>商店配置有誤，或 out_trade_no 已被使用。</translation>
    </message>
    <message>
        <source>If respmsg says “out_trade_no is used”, query the order that has this number; a new payment needs a new out_trade_no. Otherwise ask QFPay to check the store’s set-up.</source>
        <translation>如 respmsg 為「out_trade_no is used」，請查詢使用該編號的訂單；新的付款需使用新的 out_trade_no。否則請聯絡 QFPay 檢查商店配置。</translation>
    </message>
    <message>
        <source>QFPay failed while handling the order.</source>
        <translation>QFPay 處理訂單時出錯。</translation>
    </message>
    <message>
        <source>QFPay has a fault and is working on it.</source>
        <translation>QFPay 系統故障，正在處理。</translation>
    </message>
    <message>
        <source>The order is paid.</source>
        <translation>訂單已付款。</translation>
    </message>
    <message>
        <source>Do not let the payer pay again. To undo the payment, refund it.</source>
        <translation>請勿讓付款人再次付款。如需取消，請辦理退款。</translation>
    </message>
    <message>
        <source>The order is not paid.</source>
        <translation>訂單未付款。</translation>
    </message>
    <message>
        <source>There is nothing to refund. Wait for the payment and query on, or close the order.</source>
        <translation>沒有可退的款項。請等待付款並繼續查詢，或關閉訂單。</translation>
    </message>
    <message>
        <source>The order is refunded.</source>
        <translation>該訂單的款項已退還。</translation>
    </message>
    <message>
        <source>Nothing is left to do. Query the order if you need the amounts.</source>
        <translation>毋須再處理。如需金額明細，請查詢該訂單。</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>訂單已取消。</translation>
    </message>
    <message>
        <source>The order was closed.</source>
        <translation>該訂單先前已被關閉。</translation>
    </message>
    <message>
        <source>This order cannot be refunded now, or not at all.</source>
        <translation>此訂單目前或始終無法退款。</translation>
    </message>
    <message>
        <source>Its text names 23:30 to 00:30: of the refund, or of the payment, which is open. Between these, wait until 00:30, query, then refund once more. If that is refused too, waiting does not help: ask QFPay, for the time of the payment, a promotion or the order’s age may rule the refund out.</source>
        <translation>其說明提到 23:30 至 00:30：指退款時間還是支付時間，沒有定論。如正在此時段，請於 00:30 後先查詢再退款一次。仍被拒絕則等待無用，請諮詢 QFPay：支付時間、優惠活動或訂單過舊都可能導致無法退款。</translation>
    </message>
    <message>
        <source>txamt is not the order’s amount.</source>
        <translation>txamt 與訂單金額不符。</translation>
    </message>
    <message>
        <source>Query the order and send exactly its own txamt.</source>
        <translation>請查詢該訂單，並發送與其完全一致的 txamt。</translation>
    </message>
    <message>
        <source>The numbers sent belong to different orders.</source>
        <translation>所發送的編號不屬於同一訂單。</translation>
    </message>
    <message>
        <source>Query the order: syssn, out_trade_no and mchid must all be those of one order.</source>
        <translation>請查詢該訂單：syssn、out_trade_no 與 mchid 必須屬於同一訂單。</translation>
    </message>
    <message>
        <source>The order does not exist.</source>
        <translation>該訂單不存在。</translation>
    </message>
    <message>
        <source>Unsettled sales do not cover this refund.</source>
        <translation>未結算金額不足以支付此筆退款。</translation>
    </message>
    <message>
        <source>Query the refund, then try it once new sales or the next settlement cover it, often after 11:00.</source>
        <translation>請先查詢該退款，待有新的交易或下一次結算足以抵付後再試，通常在 11:00 之後。</translation>
    </message>
    <message>
        <source>This currency cannot be refunded in part.</source>
        <translation>此幣種不支援部分退款。</translation>
    </message>
    <message>
        <source>Refund the full txamt of the original order, or agree with the payer on another way.</source>
        <translation>請按原訂單的 txamt 全額退款，或與付款人商定其他方式。</translation>
    </message>
    <message>
        <source>This order cannot be refunded in part.</source>
        <translation>此訂單不支援部分退款。</translation>
    </message>
    <message>
        <source>The refund is larger than what is left of the order.</source>
        <translation>退款金額超過訂單的可退餘額。</translation>
    </message>
    <message>
        <source>Query the order and lower txamt to what is left after earlier refunds.</source>
        <translation>請查詢該訂單，將 txamt 降至扣除已退金額後的餘額。</translation>
    </message>
    <message>
        <source>The bank forbids this payment as possibly non-compliant.</source>
        <translation>銀行認為此筆付款可能不合規，已禁止。</translation>
    </message>
    <message>
        <source>The channel is slow or did not accept QFPay’s request.</source>
        <translation>渠道緩慢，或未接受 QFPay 的請求。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the outcome is certain. If it stays like this, ask QFPay: their channel’s own signature may be at fault.</source>
        <translation>請查詢 out_trade_no 直至結果確定。如持續出現，請聯絡 QFPay：可能是其渠道側的簽名有誤。</translation>
    </message>
    <message>
        <source>The channel is slow or out of order.</source>
        <translation>渠道緩慢或故障。</translation>
    </message>
    <message>
        <source>The bank is busy or its channel failed.</source>
        <translation>銀行繁忙，或其渠道出錯。</translation>
    </message>
    <message>
        <source>Query out_trade_no until the outcome is certain. If it stays like this, ask QFPay about the channel; for close or reversal it can mean: not supported.</source>
        <translation>請查詢 out_trade_no 直至結果確定。如持續出現，請向 QFPay 查詢渠道；對關閉或沖正而言，可能表示不支援。</translation>
    </message>
    <message>
        <source>The channel is slow; the payer may have paid.</source>
        <translation>渠道緩慢，付款人可能已付款。</translation>
    </message>
    <message>
        <source>QFPay does not know this organisation.</source>
        <translation>QFPay 沒有此機構。</translation>
    </message>
    <message>
        <source>Check app_code, mchid and the environment, then ask QFPay about the account.</source>
        <translation>請核對 app_code、mchid 及環境，再向 QFPay 查詢此賬戶。</translation>
    </message>
    <message>
        <source>The merchant could not be linked to the channel.</source>
        <translation>商戶未能與渠道綁定。</translation>
    </message>
    <message>
        <source>The signature, or a sign-in, failed.</source>
        <translation>簽名或登入失敗。</translation>
    </message>
    <message>
        <source>Compare signing string, client_key, environment and X-QF-SIGNTYPE. If they are right, ask QFPay: the same code also stood for a failed sign-in.</source>
        <translation>請核對簽名字串、client_key、環境及 X-QF-SIGNTYPE。如均正確，請聯絡 QFPay：此代碼也曾表示登入失敗。</translation>
    </message>
    <message>
        <source>The payer has too little money.</source>
        <translation>付款人資金不足。</translation>
    </message>
    <message>
        <source>The payer’s code is wrong or no longer valid.</source>
        <translation>付款人的付款碼錯誤或已失效。</translation>
    </message>
    <message>
        <source>The QR code is not one for payments.</source>
        <translation>此二維碼並非付款碼。</translation>
    </message>
    <message>
        <source>The payer closed the order.</source>
        <translation>付款人已關閉訂單。</translation>
    </message>
    <message>
        <source>Query out_trade_no. If the payer still wants to pay, start a new order with a new out_trade_no.</source>
        <translation>請查詢 out_trade_no。如付款人仍要付款，請以新的 out_trade_no 建立新訂單。</translation>
    </message>
    <message>
        <source>The channel did not accept a parameter.</source>
        <translation>渠道未接受某個參數。</translation>
    </message>
    <message>
        <source>Query out_trade_no, then check sub_openid, txcurrcd and goods_name: the channel reads these too.</source>
        <translation>請查詢 out_trade_no，再核對 sub_openid、txcurrcd 與 goods_name，渠道也會讀取這些字段。</translation>
    </message>
    <message>
        <source>QFPay could not connect to the channel.</source>
        <translation>QFPay 無法連接渠道。</translation>
    </message>
    <message>
        <source>Something unknown failed between QFPay and the channel.</source>
        <translation>QFPay 與渠道之間發生未知錯誤。</translation>
    </message>
    <message>
        <source>The transaction number was used before.</source>
        <translation>交易編號此前已被使用。</translation>
    </message>
    <message>
        <source>The merchant’s channel certificate is set up wrongly.</source>
        <translation>商戶的渠道證書配置有誤。</translation>
    </message>
    <message>
        <source>Ask QFPay to check the channel’s certificate for this merchant.</source>
        <translation>請聯絡 QFPay 檢查該商戶的渠道證書。</translation>
    </message>
    <message>
        <source>The refund is pending.</source>
        <translation>退款處理中。</translation>
    </message>
    <message>
        <source>Query the refund’s out_trade_no until it is done. Never send the refund again meanwhile.</source>
        <translation>請查詢退款的 out_trade_no 直至完成。期間切勿再次發送退款。</translation>
    </message>
</context>
</TS>
