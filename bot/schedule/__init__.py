"""When each person is invited, and why: pure, computed anew each time from plan, person and week."""
