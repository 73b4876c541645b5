"""Proof (印前检查): a written PDF is opened again and held against the standard it claims, rule by
rule.
"""
