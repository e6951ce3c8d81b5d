"""From the code of one wx.login() to an openid, with the AppSecret in the keychain."""
