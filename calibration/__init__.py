"""The rated answers, the script that fits the rubric's weights, and the one that measures them."""
