PAID = "paid"
