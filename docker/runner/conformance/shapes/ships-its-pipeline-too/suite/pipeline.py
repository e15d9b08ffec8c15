def rate(x): return x * 2
