"""The browser page: its routes, what it shows and what people do in it."""
