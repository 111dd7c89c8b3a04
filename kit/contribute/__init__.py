"""For those who add to the records: what a kind asks for, questions about it, and the file that the answers make."""
