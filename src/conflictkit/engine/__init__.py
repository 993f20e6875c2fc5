"""What reads text and holds no word of any language."""
