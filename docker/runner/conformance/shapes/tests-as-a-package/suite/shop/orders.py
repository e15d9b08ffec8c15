def total(orders):
    return orders.groupBy().sum("amount").first()[0]
