from pipeline import fee
