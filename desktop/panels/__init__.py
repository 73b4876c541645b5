"""The panels round the pages: the issue, the inspector, the page flow, the findings and the status
bar.
"""
