# Mistakes of merchants' Ruby programs: reads a request on standard input, prints what each program signs.
%w[digest base64 cgi uri erb json time date bigdecimal bigdecimal/util openssl zlib shellwords].each { |name| require name }
ENV['TZ'] = 'Asia/Shanghai'
Encoding.default_external = Encoding.default_internal = 'UTF-8'
rows = STDIN.read.lines.map { |row| row.chomp.split("\t", 2) }
META, P = rows.partition { |name, _| name.start_with?('@') }.map(&:to_h)
KEY = META['@key']
HASH = META['@digest'] == 'md5' ? Digest::MD5 : Digest::SHA256
def joined(params, key = KEY) = params.sort.map { |name, value| "#{name}=#{value}" }.join('&') + key
def line(title, family, words, text, signature) = puts(["ruby #{title}", family, words, signature, Base64.strict_encode64(text)].join("\t"))
def out(title, family, words, text) = line(title, family, words, text, HASH.hexdigest(text).upcase)
def value(title, family, words, name) = P.key?(name) && out(title, family, words, joined(P.merge(name => yield(P[name]))))
def each(title, words) = out(title, 'writing', words, joined(P.transform_values { |one| yield one }))
T = Time.parse(P['txdtm'])
{ 'to_s' => T.to_s, 'inspect' => T.inspect, 'iso8601' => T.iso8601, 'iso8601(3)' => T.iso8601(3), 'utc' => T.getutc.to_s, 'httpdate' => T.httpdate, 'rfc2822' => T.rfc2822, 'ctime' => T.ctime, 'to_i' => T.to_i.to_s, 'to_f' => T.to_f.to_s, 'to_r' => T.to_r.to_s, 'DateTime' => T.to_datetime.to_s, 'Date' => T.to_date.to_s, '%c' => T.strftime('%c'), '%D' => T.strftime('%D %T'), '%v' => T.strftime('%v'), '%F %r' => T.strftime('%F %r'), '%e' => T.strftime('%Y-%m-%e %k:%M:%S'), 'yday' => "#{T.year}-#{T.yday}", 'xmlschema utc' => T.getutc.xmlschema, '%s%L' => T.strftime('%s%L'), 'jd' => T.to_date.jd.to_s }
  .each { |title, text| value("txdtm #{title}", 'dates', { 'to_i' => 'seconds since 1970', 'to_f' => 'seconds since 1970', '%s%L' => 'milliseconds' }.fetch(title, 'txdtm was'), 'txdtm') { text } }
value('inspect', 'prints', 'quot|print', 'goods_name', &:inspect)
value('symbol', 'prints', ':|symbol', 'out_trade_no') { |one| one.to_sym.inspect }
value('list', 'prints', '\[|list', 'out_trade_no') { |one| [one].to_s }
value('bytes', 'prints', 'bytes', 'goods_name') { |one| one.bytes.to_s }
value('nil', 'nothing', 'nil', 'udid') { nil.inspect }
value('nil.to_s', 'nothing', 'empty', 'attach') { nil.to_s }
value('true', 'nothing', 'false', 'sandbox') { false.to_s }
value('dump', 'prints', 'quot|escape|print', 'goods_name', &:dump)
value('BigDecimal', 'numbers', '0\.\d+e', 'txamt') { |one| BigDecimal(one).to_s }
value('BigDecimal F', 'numbers', 'decimals', 'txamt') { |one| BigDecimal(one).to_s('F') }
value('rational', 'numbers', 'rational|/', 'txamt') { |one| one.to_r.to_s }
value('rational inspect', 'numbers', 'rational|/', 'txamt') { |one| (one.to_i / 100r).inspect }
value('underscores', 'numbers', '_|thousand', 'txamt') { |one| one.reverse.scan(/.{1,3}/).join('_').reverse }
value('float', 'numbers', 'number', 'out_trade_no') { |one| one.to_f.to_s }
value('complex', 'numbers', 'i', 'txamt') { |one| one.to_c.to_s }
S = P.sort.to_h
out('hash', 'prints', '=>|hash|Ruby', S.to_s + KEY)
out('symbols', 'prints', '=>|hash|Ruby', S.transform_keys(&:to_sym).to_s + KEY)
out('pairs', 'prints', '\[|list|pair', P.sort.to_s + KEY)
out('pair inspect', 'prints', '\[|list|pair', P.sort.map(&:to_s).join('&') + KEY)
out('joined flat', 'join', 'separator|nothing|neither', P.sort.join + KEY)
out('flat &', 'join', '&', P.sort.join('&') + KEY)
out('list of pieces', 'prints', '\[|list', P.sort.map { |pair| pair.join('=') }.to_s + KEY)
out('symbol names', 'join', ':', P.sort.map { |name, one| "#{name.to_sym.inspect}=#{one}" }.join('&') + KEY)
out('rockets', 'join', '=>', P.sort.map { |pair| pair.join('=>') }.join('&') + KEY)
out('colon blank', 'join', '“: ”|: ', P.sort.map { |pair| pair.join(': ') }.join("\n") + KEY)
each('CGI.escape', 'URL-encoded') { |one| CGI.escape(one) }
each('encode_www_form_component', 'URL-encoded') { |one| URI.encode_www_form_component(one) }
each('url_encode', 'URL-encoded') { |one| ERB::Util.url_encode(one) }
each('html_escape', 'HTML') { |one| ERB::Util.html_escape(one) }
each('escape_uri', 'URL-encoded') { |one| URI::DEFAULT_PARSER.escape(one) }
each('shellescape', 'shell|backslash') { |one| one.shellescape }
each('capitalize', 'capital') { |one| one.capitalize }
each('squeeze', 'one space|repeated|squeez') { |one| one.squeeze(' ') }
each('swapcase', 'swapped') { |one| one.swapcase }
each('unicode_normalize', 'NFKD') { |one| one.unicode_normalize(:nfkd) }
each('encode xml', 'HTML|XML|quot') { |one| one.encode(xml: :attr) }
each('scrub', 'left out|ASCII|stripped') { |one| one.encode('US-ASCII', undef: :replace, replace: '') }
each('undef ?', 'question|\?') { |one| one.encode('US-ASCII', undef: :replace) }
each('undef char ref', '&#|references') { |one| one.encode('US-ASCII', fallback: ->(c) { format('&#x%X;', c.ord) }) }
raw = HASH.digest(joined(P))
text = joined(P)
[['pack m', 'base64', [raw].pack('m')], ['pack M', 'bytes|quoted', [raw].pack('M')], ['unpack C', 'bytes', raw.unpack('C*').to_s], ['unpack c', 'bytes', raw.unpack('c*').join(',')], ['unpack h', 'nibble|half', raw.unpack1('h*')], ['bits', 'binary|bits', raw.unpack1('B*')], ['to_i', 'decimal', raw.unpack1('H*').hex.to_s], ['inspect', 'bytes|print', raw.inspect], ['upcase base64', 'base64', Base64.encode64(raw.unpack1('H*'))], ['colons', 'marks|separated', raw.unpack1('H*').scan(/../).join(':')], ['[0, 31]', 'last', raw.unpack1('H*')[0, 31]], ['#<', 'print|around|Digest', HASH.new.update(text).inspect]]
  .each { |title, words, signature| line("digest #{title}", 'form', words, text, signature.gsub("\n", '')) }
line('SHA1', 'digest', 'SHA.?1', text, Digest::SHA1.hexdigest(text))
line('RMD160', 'digest', 'RIPEMD', text, Digest::RMD160.hexdigest(text))
line('crc32', 'digest', 'crc', text, Zlib.crc32(text).to_s(16))
line('hmac', 'digest', 'HMAC-MD5', joined(P, ''), OpenSSL::HMAC.hexdigest('MD5', KEY, joined(P, '')))
line('<< order', 'digest', 'front', KEY + joined(P, ''), HASH.new.update(KEY).update(joined(P, '')).hexdigest)
[['inspect', 'quot', KEY.inspect], ['symbol', ':', ":#{KEY}"], ['scan', 'blank|space|group', KEY.scan(/.{1,8}/).join(' ')], ['chars', '\[|list', [KEY].inspect], ['hex', 'hex', KEY.unpack1('H*')], ['chomp', 'last character', KEY[0..-2]], ['to_i', 'number|cut|only', KEY.to_i.to_s], ['swapcase', 'swapped|case', KEY.swapcase], ['nbsp', 'no-break', KEY + "\u00a0"], ['joiner', 'zero-width|joiner', KEY[0, 12] + "\u200d" + KEY[12..]], ['comma', '，|comma', KEY + '，'], ['typed', 'character 6|place 6', KEY[0, 5] + 'z' + KEY[6..]], ['swapped', 'swapped|transposed', KEY[0, 20] + KEY[21] + KEY[20] + KEY[22..]]]
  .each { |title, words, key| out("key #{title}", 'key', words, joined(P, key)) }
