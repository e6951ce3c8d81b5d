"""WeChat's code2Session: the call that turns a js_code into an openid, and what its answers mean."""
