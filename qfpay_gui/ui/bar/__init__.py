"""The bar on top: where requests go, who signs them, and the button that sends."""
