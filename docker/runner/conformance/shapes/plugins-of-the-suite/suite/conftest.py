pytest_plugins = ["support.orders", "support.hooks"]
