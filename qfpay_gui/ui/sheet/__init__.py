"""WeChat as the simulator plays it: the payment sheet, and the five parties' sequence diagram."""
