"""What people see: effects in, Block Kit out; no network, no database."""
