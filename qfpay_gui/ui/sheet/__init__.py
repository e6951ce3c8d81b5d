"""WeChat as the simulator plays it: the payment sheet, its questions and its end."""
