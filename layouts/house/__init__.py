"""House layouts: TOML files read and validated into a frozen Layout."""
