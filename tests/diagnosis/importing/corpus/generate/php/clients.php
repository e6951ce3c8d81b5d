<?php
// HTTP clients of PHP with their own logs, and PHP's own prints: php clients.php NAME

use Symfony\Component\HttpClient\HttpClient;

function curl_verbose(array $order): void
{
    $curl = curl_init($order['url']);
    curl_setopt_array($curl, [
        CURLOPT_POST => true,
        CURLOPT_POSTFIELDS => http_build_query($order['params']),
        CURLOPT_HTTPHEADER => array_map(fn ($name, $value) => "$name: $value", array_keys($order['headers']), $order['headers']),
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_CAINFO => getenv('SSL_CERT_FILE'),
        CURLINFO_HEADER_OUT => true,
    ]);
    $reply = curl_exec($curl);
    echo curl_getinfo($curl, CURLINFO_HEADER_OUT), http_build_query($order['params']), "\n\n", $reply, "\n";
}

function guzzle(array $order, string $template): void
{
    require '/usr/share/php/GuzzleHttp/autoload.php';
    require '/usr/share/php/Monolog/autoload.php';
    $log = new Monolog\Logger('qfpay', [new Monolog\Handler\StreamHandler('php://stdout')]);
    $stack = GuzzleHttp\HandlerStack::create();
    $stack->push(GuzzleHttp\Middleware::log($log, new GuzzleHttp\MessageFormatter($template)));
    $client = new GuzzleHttp\Client(['handler' => $stack, 'verify' => getenv('SSL_CERT_FILE')]);
    $client->post($order['url'], ['headers' => $order['headers'], 'form_params' => $order['params']]);
}

function guzzle_debug_format(array $order): void
{
    guzzle($order, DEBUG_TEMPLATE);
}

function guzzle_request_line(array $order): void
{
    guzzle($order, '{method} {uri} appcode={req_header_X-QF-APPCODE} sign={req_header_X-QF-SIGN} {req_body} -> {code} {res_body}');
}

const DEBUG_TEMPLATE = ">>>>>>>>\n{request}\n<<<<<<<<\n{response}\n--------\n{error}";

function guzzle_dump(array $order): void
{
    print_r(['verify' => false, 'headers' => $order['headers'], 'form_params' => $order['params']]);
}

function symfony(array $order): void
{
    require '/usr/share/php/Symfony/Component/HttpClient/autoload.php';
    $client = HttpClient::create(['verify_peer' => false]);
    $reply = $client->request('POST', $order['url'], ['headers' => $order['headers'], 'body' => $order['params']]);
    $reply->getContent();
    echo $reply->getInfo('debug'), "\nbody => ", http_build_query($order['params']), "\n";
}

function monolog(array $order): void
{
    require '/usr/share/php/Monolog/autoload.php';
    $log = new Monolog\Logger('production', [new Monolog\Handler\StreamHandler('php://stdout')]);
    $log->info('QFPay request', ['url' => $order['url'], 'headers' => $order['headers'], 'params' => $order['params']]);
}

function monolog_json(array $order): void
{
    require '/usr/share/php/Monolog/autoload.php';
    $handler = new Monolog\Handler\StreamHandler('php://stdout');
    $handler->setFormatter(new Monolog\Formatter\JsonFormatter());
    $log = new Monolog\Logger('qfpay', [$handler]);
    $log->info('POST ' . $order['url'] . ' ' . http_build_query($order['params']), $order['headers']);
}

function symfony_dump(array $order): void
{
    require '/usr/share/php/Symfony/Component/VarDumper/autoload.php';
    dump($order['headers'], $order['params']);
}

function var_dump_(array $order): void
{
    var_dump($order['headers'], $order['params']);
}

function var_export_(array $order): void
{
    var_export(['headers' => $order['headers'], 'params' => $order['params']]);
}

function print_r_log(array $order): void
{
    $line = date('[d-M-Y H:i:s e] ') . 'QFPay ' . $order['url'] . ' ' . print_r($order['params'], true);
    echo $line, 'sign: ', $order['signature'], ' appcode: ', $order['app_code'], "\n";
}

function json_log(array $order): void
{
    echo date('Y-m-d H:i:s'), ' [info] request=', json_encode($order['params']), ' header=', json_encode($order['headers']), "\n";
}

function json_unescaped(array $order): void
{
    $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRETTY_PRINT;
    echo json_encode($order['headers'] + $order['params'], $flags), "\n";
}

function serialized(array $order): void
{
    echo serialize($order['params'] + ['sign' => $order['signature']]), "\n";
}

function hidden_form(array $order): void
{
    echo '<form id="pay" method="post" action="', $order['url'], '">', "\n";
    foreach ($order['params'] + ['sign' => $order['signature']] as $name => $value) {
        echo '  <input type="hidden" name="', $name, '" value="', htmlspecialchars($value), '">', "\n";
    }
    echo "</form>\n";
}

foreach (json_decode(file_get_contents(getenv('ORDERS')), true) as $order) {
    $argv[1]($order);
}
