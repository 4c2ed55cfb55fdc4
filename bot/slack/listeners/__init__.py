"""What cannot wait: forms, which must open within three seconds of a press, and short answers."""
