def only_paid(rows):
    assert all(row.name == "paid" for row in rows)
