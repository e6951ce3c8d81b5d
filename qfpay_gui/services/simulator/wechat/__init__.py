"""WeChat's side of the simulator: the wallet, its sheet, and code2Session."""
