"""What is measured, beside what; `python -m bench` writes docs/performance.md."""
