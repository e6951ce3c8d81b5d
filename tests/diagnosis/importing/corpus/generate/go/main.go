// HTTP clients of Go with their dumps, and Go's own prints: NAME
package main

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"

	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type Order struct {
	URL       string            `json:"url"`
	Headers   map[string]string `json:"headers"`
	Params    map[string]string `json:"params"`
	Body      string            `json:"body"`
	Signature string            `json:"signature"`
	AppCode   string            `json:"app_code"`
}

func request(order Order) *http.Request {
	request, _ := http.NewRequest("POST", order.URL, strings.NewReader(order.Body))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, value := range order.Headers {
		request.Header.Set(name, value)
	}
	return request
}

func values(order Order) url.Values {
	form := url.Values{}
	for name, value := range order.Params {
		form.Set(name, value)
	}
	return form
}

func dump(order Order) {
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	sent := request(order)
	out, _ := httputil.DumpRequestOut(sent, true)
	fmt.Printf("%s\n\n", out)
	reply, _ := http.DefaultClient.Do(sent)
	in, _ := httputil.DumpResponse(reply, true)
	fmt.Printf("%s\n", in)
}

func quotedDump(order Order) {
	out, _ := httputil.DumpRequestOut(request(order), true)
	log.Printf("%q", out)
}

func verbs(order Order) {
	log.Printf("[QFPay] POST %s header=%v form=%v", order.URL, request(order).Header, order.Params)
}

func formValues(order Order) {
	log.Printf("header %+v", request(order).Header)
	log.Printf("values %+v", values(order))
}

func goSyntax(order Order) {
	fmt.Printf("headers: %#v\nparams: %#v\n", order.Headers, order.Params)
}

func marshal(order Order) {
	text, _ := json.MarshalIndent(order, "", "  ")
	fmt.Println(string(text))
}

func logrusText(order Order) {
	logrus.WithFields(logrus.Fields{"sign": order.Signature, "url": order.URL, "body": order.Body}).Info("qfpay request")
}

func logrusFields(order Order) {
	fields := logrus.Fields{"X-QF-SIGN": order.Signature, "X-QF-APPCODE": order.AppCode}
	for name, value := range order.Params {
		fields[name] = value
	}
	logrus.SetFormatter(&logrus.TextFormatter{DisableColors: true, FullTimestamp: true})
	logrus.WithFields(fields).Info("qfpay request")
}

func logrusJSON(order Order) {
	logrus.SetFormatter(&logrus.JSONFormatter{})
	logrus.Infof("request %s headers %v body %s", order.URL, order.Headers, order.Body)
}

func zapProduction(order Order) {
	logger, _ := zap.NewProduction()
	logger.Info("qfpay request", zap.String("url", order.URL), zap.Any("headers", order.Headers), zap.Any("params", order.Params))
}

func zapDevelopment(order Order) {
	logger, _ := zap.NewDevelopment(zap.WithCaller(false))
	logger.Sugar().Infow("qfpay request", "sign", order.Signature, "appcode", order.AppCode, "body", order.Body)
}

func zerologConsole(order Order) {
	logger := zerolog.New(zerolog.ConsoleWriter{Out: os.Stdout, TimeFormat: "15:04:05"}).With().Timestamp().Logger()
	event := logger.Info().Str("sign", order.Signature)
	for _, name := range []string{"txamt", "txcurrcd", "pay_type", "out_trade_no", "txdtm", "sub_openid", "goods_name"} {
		event = event.Str(name, order.Params[name])
	}
	event.Msg("qfpay request")
}

func main() {
	programs := map[string]func(Order){
		"dump": dump, "quotedDump": quotedDump, "verbs": verbs, "formValues": formValues, "goSyntax": goSyntax,
		"marshal": marshal, "logrusText": logrusText, "logrusFields": logrusFields,
		"logrusJSON": logrusJSON, "zapProduction": zapProduction, "zapDevelopment": zapDevelopment, "zerologConsole": zerologConsole,
	}
	text, _ := os.ReadFile(os.Getenv("ORDERS"))
	var orders []Order
	json.Unmarshal(text, &orders)
	for _, order := range orders {
		programs[os.Args[1]](order)
	}
}
