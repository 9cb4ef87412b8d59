"""Controllers, the one place where state changes; QtCore only, so that no widget is needed to test them."""
