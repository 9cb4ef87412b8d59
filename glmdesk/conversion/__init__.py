"""What others wrote, made into what can be shown and asked about, by processes that can be ended."""
