"""The openid dialog: from the code of one wx.login() to the sub_openid of a payment."""
