"""The guide inside the program: its pages are those of docs/, read without a network."""
