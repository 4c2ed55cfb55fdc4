"""What is kept: tables, and everything that reads or writes them."""
