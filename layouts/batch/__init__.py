"""Many issues, one job each, by warm processes; a journal tells what is done, so that whatever
stops a batch costs only what was being made.
"""
