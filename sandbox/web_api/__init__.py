"""The Web API methods that the sandbox answers, a module per family."""
