# HTTP clients of Perl with their own logs, and Perl's own prints: perl clients.pl NAME
use strict;
use warnings;
use utf8;
use JSON::PP;
use Data::Dumper;

binmode STDOUT, ':utf8';
open my $file, '<', $ENV{ORDERS} or die;
my $orders = decode_json(do { local $/; <$file> });

sub dumper {
    my ($order) = @_;
    local $Data::Dumper::Sortkeys = 1;
    local $Data::Dumper::Useperl  = 1;
    print Dumper({ headers => $order->{headers}, params => $order->{params} });
}

sub lwp {
    my ($order) = @_;
    require LWP::UserAgent;
    require HTTP::Request;
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    $agent->add_handler('request_send', sub { shift->dump(maxlength => 2000); return });
    $agent->add_handler('response_done', sub { shift->dump; return });
    my @headers = (%{ $order->{headers} }, 'Content-Type' => 'application/x-www-form-urlencoded');
    $agent->request(HTTP::Request->new('POST', $order->{url}, \@headers, $order->{body}));
}

sub mojolicious {
    my ($order) = @_;
    require Mojo::UserAgent;
    Mojo::UserAgent->new(insecure => 1)->post($order->{url} => $order->{headers} => form => $order->{params});
}

$ENV{MOJO_CLIENT_DEBUG} = 1;
my $name = shift;
main->can($name)->($_) for @$orders;
