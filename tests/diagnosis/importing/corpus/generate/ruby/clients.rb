# HTTP clients of Ruby with their own logs, and Ruby's own prints: ruby clients.rb NAME
require 'json'
require 'logger'
require 'net/http'
require 'openssl'
require 'pp'

def net_http(order)
  uri = URI(order['url'])
  http = Net::HTTP.new(uri.host, uri.port)
  http.use_ssl = true
  http.set_debug_output($stdout)
  request = Net::HTTP::Post.new(uri, order['headers'])
  request.set_form_data(order['params'])
  http.request(request)
end

def faraday(order)
  require 'faraday'
  connection = Faraday.new(url: order['url']) do |f|
    f.request :url_encoded
    f.response :logger, Logger.new($stdout), headers: true, bodies: true
  end
  connection.post('', order['params'], order['headers'])
end

def rest_client(order)
  require 'rest-client'
  RestClient.log = $stdout
  RestClient.post(order['url'], order['params'], order['headers'])
end

def httparty(order)
  require 'httparty'
  HTTParty.post(order['url'], body: order['params'], headers: order['headers'], debug_output: $stdout)
end

def inspect_log(order)
  log = Logger.new($stdout)
  log.info("POST #{order['url']} headers: #{order['headers']} params: #{order['params']}")
end

def inspect_symbols(order)
  pp({ headers: order['headers'], params: order['params'].transform_keys(&:to_sym) })
end

def rails_like(order)
  log = Logger.new($stdout)
  log.info("Parameters: #{order['params'].inspect}")
  log.info("Sign: #{order['signature']}")
end

$stdout.sync = true
JSON.parse(File.read(ENV['ORDERS'])).each { |order| send(ARGV[0], order) }
