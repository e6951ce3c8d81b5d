"""The reference: what the program knows of the API, one subject a page, put together from what it says elsewhere."""
