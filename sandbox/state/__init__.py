"""What the sandbox remembers: the workspace, the clocks, the traffic, and what lapses after a while."""
