"""What is done to a finished PDF where its preset asks for it: packed as small as it goes, locked
with a password.
"""
