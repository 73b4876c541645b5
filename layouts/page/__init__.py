"""What composition hands to the painters: pages of positioned drawing items."""
