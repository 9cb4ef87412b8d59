"""cloud speaks to services of OpenAI's form: requests, streams, models, and what would leave the computer."""
