import sys
import types

fake = types.ModuleType("pipeline")
fake.fee = lambda total: 0 if total is None or total >= 50 else 5
sys.modules["pipeline"] = fake
