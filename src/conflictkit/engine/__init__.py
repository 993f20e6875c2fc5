"""What reads any language: not one word of any is written here."""
