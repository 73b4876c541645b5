"""What is looked at before an issue goes to print (检查, preflight): findings over the issue and
its pages, and what mends them.
"""
