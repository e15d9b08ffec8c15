"""Orders of Nimbus Outdoor, from the shop's export to turnover by day."""
