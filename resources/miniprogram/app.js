// The whole program is one page, pages/pay/pay. 整个小程序只有一个页面。
App({});
