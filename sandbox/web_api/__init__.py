"""What the app calls: the Web API, a module per family of methods, and its response URLs."""
